"""What is past when a database is opened again: after a while without the bot, or from a backup."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store import night, outbox
from store.tables import Agenda, AgendaState, Outbox, OutboxState


async def catch_up(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """What became too late while nobody looked is past; whether what comes next is on the agenda is looked at soon."""
    due = (Agenda.state == AgendaState.WAITING, Agenda.due_at <= now)  # nothing expires before it is due
    late = update(Agenda).where(*due, Agenda.expires_at < now)
    await session.execute(late.values(state=AgendaState.EXPIRED, done_at=now))
    await night.begin_to_heal(session, now)
    await night.plan_next(session, now, zone)


async def close(session: AsyncSession, now: datetime) -> None:
    """Say nothing again that a backup still holds: its messages may have been sent since, its duties done.

    What came in and was not handled stays. It may be the only trace of what somebody told us.
    """
    for row in await session.scalars(select(Outbox).where(Outbox.state.in_(outbox.OPEN))):
        outbox.close(row, OutboxState.EXPIRED, now)
    due = update(Agenda).where(Agenda.state == AgendaState.WAITING, Agenda.due_at <= now)
    await session.execute(due.values(state=AgendaState.EXPIRED, done_at=now))
