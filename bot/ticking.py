"""APScheduler has one job, the tick: whatever falls due is a row in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock, SystemClock

TICK = timedelta(seconds=1)

# Seconds.
LOOK_EVERY = 5.0


class Ticking:
    """Calls `work` every second, once at a time; what breaks in it goes to `broke`."""

    def __init__(
        self, work: Callable[[], Coroutine[Any, Any, datetime | None]], broke: Callable[[BaseException], None]
    ) -> None:
        self._work = work
        self._broke = broke
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._under_way: asyncio.Task[datetime | None] | None = None
        self._clock = SystemClock()  # the scheduler's own; ours may have been wound

    @property
    def runs(self) -> bool:
        """Whether it was started, and not stopped."""
        return bool(self._scheduler.running)

    def start(self) -> None:
        """From now on."""
        self._scheduler.add_job(
            self._tick,
            "interval",
            seconds=TICK.total_seconds(),
            id="tick",
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,  # a tick that comes late is as good as any
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Not any more; one that is under way goes on."""
        if self.runs:
            self._scheduler.shutdown(wait=False)

    async def rest(self) -> None:
        """Until the one that is under way is done."""
        if self._under_way is not None:
            await asyncio.gather(self._under_way, return_exceptions=True)

    async def mind(self, clock: Clock) -> None:
        """For ever: when the machine's clock was set back, do not wait for the moment it showed before."""
        while True:
            await clock.sleep(LOOK_EVERY)
            job, now = self._scheduler.get_job("tick"), self._clock.now()
            if job is not None and job.next_run_time - now > 2 * TICK:
                job.modify(next_run_time=now)

    async def _tick(self) -> None:
        """Begins one, and is done: the scheduler complains of what is still there at the next, and cuts it off as it
        shuts down, in the middle of a query if it must."""
        if self._under_way is None or self._under_way.done():
            self._under_way = asyncio.create_task(self._work())
            self._under_way.add_done_callback(self._ended)

    def _ended(self, tick: asyncio.Task[datetime | None]) -> None:
        if not tick.cancelled() and (error := tick.exception()) is not None:
            self._broke(error)
