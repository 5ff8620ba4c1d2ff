"""Processes that are measured: ours, and the peers beside it."""

from __future__ import annotations

import sys
from asyncio.subprocess import DEVNULL, Process
from asyncio.subprocess import create_subprocess_exec as create
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench.crowd import database_url
from tests.bot.process import Place

Begin = Callable[[Place], Awaitable[Process]]


async def ours(here: Place) -> Process:
    """The bot, on the database of this place."""
    return await here.start("run", DATABASE_URL=database_url(here))


def peer(module: str) -> Begin:
    """A bot of this module, which gets a token, an address and a file."""

    async def begin(here: Place) -> Process:
        words = ("-m", module, here.telegram.token, here.api_url, str(here.folder / "peer.db"))
        return await create(
            sys.executable, *words, cwd=here.folder, env=here.environment(), stdout=DEVNULL, stderr=DEVNULL
        )

    return begin


def memory(process_id: int) -> float:
    """MB that it holds now."""
    status = Path(f"/proc/{process_id}/status").read_text().split()
    return int(status[status.index("VmRSS:") + 1]) / 1024


def children(process_id: int) -> float:
    """MB that the processes hold which it began."""
    begun = Path(f"/proc/{process_id}/task").glob("*/children")
    return sum(memory(int(child)) for task in begun for child in task.read_text().split())


async def end(process: Process) -> None:
    """Ask it to stop, and wait until it has."""
    process.terminate()
    await process.communicate()
