"""Waiting for work: until there is something new in a table, something else changed, or a moment came."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Set
from datetime import datetime

from bot.clock import Clock
from store.database import Database
from store.tables import Base

# Seconds. Looking again costs next to nothing, and forgives a clock that was set, or a machine that slept.
AT_LATEST = 5.0
AT_SOONEST = 0.002
# After a commit that brought nothing new: it may have made way for something. A few at once are one.
LAZILY = 0.05


class Wake:
    """Says to one loop, that works on what is in a table, that there may be something to do."""

    def __init__(self, database: Database, clock: Clock, table: type[Base]) -> None:
        self._changed = asyncio.Event()
        self._clock = clock
        self._table = table
        self._later: asyncio.TimerHandle | None = None
        database.after_commit.append(self._committed)

    async def work(self, work: Callable[[], Awaitable[datetime | None]], stopping: asyncio.Event) -> None:
        """Call `work` now, at the moment it asks for, and whenever something changed; until it is time to stop."""
        while not stopping.is_set():
            self._changed.clear()
            moment = await work()
            await self._until(moment)

    def now(self) -> None:
        """Look at once."""
        self._changed.set()

    def _committed(self, added: Set[type[Base]]) -> None:
        if self._table in added:
            self._changed.set()
        elif self._later is None:
            self._later = asyncio.get_running_loop().call_later(LAZILY, self._look)

    def _look(self) -> None:
        self._later = None
        self._changed.set()

    async def _until(self, moment: datetime | None) -> None:
        pause = AT_LATEST if moment is None else (moment - self._clock.now()).total_seconds()
        try:
            async with asyncio.timeout(min(max(pause, AT_SOONEST), AT_LATEST)):
                await self._changed.wait()
        except TimeoutError:
            return
