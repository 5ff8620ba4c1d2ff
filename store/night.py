"""What the night puts right: old rows, and questions that should be on the agenda and are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day, slot
from store import agenda, checkin, flow, inbox, joining, outbox, rhythm
from store.agenda import Duty
from store.tables import Agenda, AgendaState, CheckinPlan, Person

# Nobody is asked anything then, and it is no hour that a clock change skips or repeats.
AT = time(3, 30)


async def plan_next(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """Put the coming night on the agenda, once."""
    today = local_day(now, zone)
    day = today if slot(today, AT, zone) > now else today + timedelta(days=1)
    await agenda.plan(session, Duty.NIGHT, None, slot(day, AT, zone), key=f"{day}")


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of what nobody needs any more."""
    for room in (inbox, outbox, agenda, joining, flow):
        await room.forget_old(session, now)


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """See that each youth who should be asked something has it on the agenda."""
    for plan in await _without(session, Duty.CHECKIN):
        await checkin.plan_next(session, plan, now, zone)
    for plan in await _without(session, Duty.RHYTHM):
        if not rhythm.is_settled(plan):
            await rhythm.plan_question(session, plan, now, zone)


async def _without(session: AsyncSession, duty: Duty) -> Sequence[CheckinPlan]:
    """The plans of youths who take part, did not stop, and for whom this duty is not waiting."""
    waiting = exists().where(
        Agenda.kind == duty, Agenda.about == CheckinPlan.youth_id, Agenda.state == AgendaState.WAITING
    )
    return (await session.scalars(_active().where(~waiting).order_by(CheckinPlan.youth_id))).all()


def _active() -> Select[CheckinPlan]:
    joined = select(CheckinPlan).join(Person, Person.id == CheckinPlan.youth_id)
    return joined.where(CheckinPlan.stopped_at.is_(None), Person.ended_at.is_(None), Person.joined_at.is_not(None))
