"""Work that a page begins and that goes on to its end when the page goes away."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Do `work` to its end, however often this is cancelled meanwhile, and only then let that through.

    Whoever serves a page that goes away cancels at every turn of the loop until nothing of it is left; a query that is
    cut off half-way costs its connection.
    """
    task, cancelled = asyncio.create_task(work), None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        task.exception()  # nobody waits for it any more
        raise cancelled
    return task.result()
