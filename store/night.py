"""What the night puts right: old rows, and questions that should be on the agenda and are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import exists
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day, slot
from programme.phases import Year
from programme.rhythm import asks_on
from store import (
    agenda,
    away,
    call,
    checkin,
    digest,
    flow,
    inbox,
    joining,
    milestones,
    outbox,
    people,
    rhythm,
    spiderweb_offer_plan,
    year_ends,
)
from store.agenda import Duty
from store.portion import Portion, after
from store.tables import Agenda, AgendaState, CheckinPlan, Person, Trajectory

# Nobody is asked anything then, and it is no hour that a clock change skips or repeats.
AT = time(3, 30)

# The longest from one question to the next.
WEEK = 7

# People in one transaction, and how long others then have the bot to themselves. When all of these people lost
# something on the way, a cry for help waits for a second.
PORTION = 50
PAUSE = timedelta(milliseconds=200)


async def plan_next(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """Put the coming night on the agenda, once."""
    today = local_day(now, zone)
    day = today if slot(today, AT, zone) > now else today + timedelta(days=1)
    await agenda.plan(session, Duty.NIGHT, None, slot(day, AT, zone), key=f"{day}")


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of what nobody needs any more."""
    for room in (inbox, outbox, agenda, joining, flow, digest):
        await room.forget_old(session, now)


async def begin_to_heal(session: AsyncSession, now: datetime) -> None:
    """From now on, look at everybody once, beginning with whoever came in first."""
    await agenda.drop_all(session, Duty.HEAL)
    if await after(session, 0, 1):
        await agenda.plan_anew(session, Duty.HEAL, 0, now)


async def heal_after(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Look at the next people, those who came in after this one; plan to go on after them, soon."""
    if person_id == 0:
        await call.heal(session, now)
        await away.heal(session, now, zone)
    whom = await after(session, person_id, PORTION)
    if whom is None:
        return
    await heal(session, now, zone, whom)
    if await after(session, whom.last, 1):
        await agenda.plan_anew(session, Duty.HEAL, whom.last, now + PAUSE)


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion) -> None:
    """See that each of these people who should be asked or told something has it on the agenda."""
    today = local_day(now, zone)
    for plan, year in await _without(session, Duty.CHECKIN, whom):
        if _is_asked_soon(plan, year, today):
            await checkin.plan_next(session, plan, now, zone)
    await rhythm.forget_unheard(session, now, whom)
    for plan, year in await _without(session, Duty.RHYTHM, whom):
        if not rhythm.is_settled(plan) and today < year.ends:
            await rhythm.plan_question(session, plan, now, zone)
    await milestones.heal(session, now, zone, whom)
    await spiderweb_offer_plan.plan(session, now, zone, whom)
    await year_ends.heal(session, now, zone, whom)
    await digest.heal(session, now, zone, whom)


async def _without(session: AsyncSession, duty: Duty, whom: Portion) -> Sequence[tuple[CheckinPlan, Year]]:
    """The plan and the year of each of these who takes part, did not stop, and for whom this duty is not waiting."""
    waiting = exists().where(
        Agenda.kind == duty, Agenda.about == CheckinPlan.youth_id, Agenda.state == AgendaState.WAITING
    )
    query = people.years().add_columns(CheckinPlan).join(CheckinPlan, CheckinPlan.youth_id == Trajectory.youth_id)
    query = query.join(Person, Person.id == CheckinPlan.youth_id).where(~waiting, CheckinPlan.stopped_at.is_(None))
    query = query.where(whom.holds(CheckinPlan.youth_id), Person.ended_at.is_(None), Person.joined_at.is_not(None))
    query = query.order_by(CheckinPlan.youth_id)
    return [(plan, Year(*days)) for *days, plan in await session.execute(query)]


def _is_asked_soon(plan: CheckinPlan, year: Year, today: date) -> bool:
    """Whether there is a question within the week. Who has none, in nazorg, costs a night next to nothing."""
    week = (today + timedelta(days=ahead) for ahead in range(WEEK + 1))
    return any(asks_on(day, year=year, chosen=plan.rhythm, chosen_on=plan.rhythm_on) for day in week)
