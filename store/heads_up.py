"""Which youths hear tomorrow's milestones today."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.milestones import youth_hears_at, youth_hears_of
from programme.workdays import A_DAY
from store import agenda, outbox
from store.agenda import Duty
from store.portion import EVERYBODY, Portion
from store.tables import MilestoneRow, MilestoneState, OutboxState

SAID = "heads-up"
"""The kind of these messages; they are about a row of the milestone table."""
ARRIVED = (OutboxState.SENT, OutboxState.UNKNOWN)


async def plan(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion = EVERYBODY) -> None:
    """Put on the agenda who of these youths hears today of what is due tomorrow.

    Once for each day of a milestone. What is planned looks at the facts again, so nothing has to be dropped.
    """
    due = local_day(now, zone) + A_DAY
    coming = (MilestoneRow.state == MilestoneState.OPEN, MilestoneRow.due_on == due)
    query = select(MilestoneRow).where(whom.holds(MilestoneRow.youth_id), *coming)
    at, until = youth_hears_at(due, zone)
    for row in await session.scalars(query.order_by(MilestoneRow.id)):
        if youth_hears_of(row.kind, chosen=row.chosen):
            await agenda.plan(session, Duty.HEADS_UP, row.id, at, key=f"{row.id}:{due}", expires_at=until)


def key_of(milestone_id: int, due: date) -> str:
    """What makes the message about this day of a milestone one of a kind."""
    return f"heads-up:{milestone_id}:{due}"


async def call_off(session: AsyncSession, milestone_id: int, due: date, now: datetime, today: date) -> bool:
    """It is not on that day after all. Whether the youth heard already that it is, and that is still to come."""
    await outbox.take_back(session, SAID, milestone_id, now)
    sent = await outbox.with_key(session, key_of(milestone_id, due))
    return due > today and sent is not None and sent.state in ARRIVED
