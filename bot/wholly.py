"""Ending in between two pieces of work, never within one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def wholly(work: Coroutine[Any, Any, T]) -> T:
    """Do `work` to its end, and only then let a cancellation through; a second one cuts it off as well.

    For what works on the database: a query that is cut off half-way costs its connection.
    """
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
