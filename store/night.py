"""What the night puts right: old rows, and questions that should be on the agenda and are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day, slot
from programme.phases import year_ends
from programme.rhythm import asks_on
from store import agenda, checkin, flow, inbox, joining, outbox, rhythm
from store.agenda import Duty
from store.tables import Agenda, AgendaState, CheckinPlan, Person, Trajectory

# Nobody is asked anything then, and it is no hour that a clock change skips or repeats.
AT = time(3, 30)

# The longest from one question to the next.
WEEK = 7


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
    today = local_day(now, zone)
    for plan, start in await _without(session, Duty.CHECKIN):
        if _is_asked_soon(plan, start, today):
            await checkin.plan_next(session, plan, now, zone)
    await rhythm.forget_unheard(session, now)
    for plan, start in await _without(session, Duty.RHYTHM):
        if not rhythm.is_settled(plan) and today < year_ends(start):
            await rhythm.plan_question(session, plan, now, zone)


async def _without(session: AsyncSession, duty: Duty) -> Sequence[tuple[CheckinPlan, date]]:
    """The plan and the start of each youth who takes part, did not stop, and for whom this duty is not waiting."""
    waiting = exists().where(
        Agenda.kind == duty, Agenda.about == CheckinPlan.youth_id, Agenda.state == AgendaState.WAITING
    )
    query = select(CheckinPlan, Trajectory.start_on).join(Trajectory, Trajectory.youth_id == CheckinPlan.youth_id)
    query = query.join(Person, Person.id == CheckinPlan.youth_id).where(~waiting, CheckinPlan.stopped_at.is_(None))
    query = query.where(Person.ended_at.is_(None), Person.joined_at.is_not(None)).order_by(CheckinPlan.youth_id)
    return [(plan, start) for plan, start in await session.execute(query)]


def _is_asked_soon(plan: CheckinPlan, start: date, today: date) -> bool:
    """Whether there is a question within the week. Who has none, in nazorg, costs a night next to nothing."""
    week = (today + timedelta(days=ahead) for ahead in range(WEEK + 1))
    return any(asks_on(day, start=start, chosen=plan.rhythm, chosen_on=plan.rhythm_on) for day in week)
