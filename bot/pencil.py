"""Drawings and papers are made just before they are sent: beside the event loop, so that nothing waits for them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from chat import charts, drawing, papers

# One at a time: matplotlib does not like two. The thread starts with the first drawing.
_PENCIL = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pencil")


async def picture_of(written: dict[str, Any]) -> bytes:
    """The PNG of a drawing, as it stood in the outbox. Raises whatever keeps it from being drawn: our own mistake."""
    return await asyncio.get_running_loop().run_in_executor(_PENCIL, _picture_of, written)


async def paper_of(written: dict[str, Any]) -> bytes:
    """The PDF of a paper, as it stood in the outbox. Raises whatever keeps it from being made: our own mistake."""
    return await asyncio.get_running_loop().run_in_executor(_PENCIL, _paper_of, written)


def _picture_of(written: dict[str, Any]) -> bytes:
    return charts.draw(drawing.read(written))


def _paper_of(written: dict[str, Any]) -> bytes:
    return papers.draw(drawing.read(written))
