"""Time passes: takes the agenda rows that are due, one at a time, each in its own transaction."""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog

from bot.clock import Clock
from chat.occasion import Due, Occasion, Setting
from scheduler import DUTIES
from store import agenda
from store.database import Database
from store.tables import Agenda, Unsaid

log = structlog.get_logger()


class Tick:
    """Does what falls due."""

    def __init__(self, database: Database, clock: Clock, setting: Setting) -> None:
        self._database = database
        self._clock = clock
        self.setting = setting
        self._one_at_a_time = asyncio.Lock()
        self.last_success: float | None = None
        """When all that was due was done, on the clock's `running`; None before the first time."""

    async def work(self) -> datetime | None:
        """Do all that is due now. When the next thing falls due."""
        async with self._one_at_a_time:
            while True:
                now = self._clock.now()
                async with self._database.read() as session:
                    row = await agenda.first(session)
                if row is None or row.due_at > now:
                    self.last_success = self._clock.running()
                    return None if row is None else row.due_at
                await self._one(row, now)

    async def _one(self, row: Agenda, now: datetime) -> None:
        try:
            async with self._database.write() as session:
                if await agenda.take(session, row, now):
                    due = Due(row.id)
                    await DUTIES[agenda.Duty(row.kind)](Occasion(session, now, self.setting, due=due), row.about)
                    if not due.said:
                        await agenda.said_nothing(session, row.id, due.unsaid or Unsaid.NOT_NEEDED)
            if row.kind == agenda.Duty.NIGHT:
                await self._database.fold()  # not within the duty: no transaction may be open
        except Exception:
            log.exception("duty failed", agenda_id=row.id, duty=row.kind)
            async with self._database.write() as session:
                await agenda.push_forward(session, row.id, now)
