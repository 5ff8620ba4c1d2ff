"""How often a youth is asked: the one question about it, and what they choose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day, slot
from programme.checkin import expires_at
from programme.rhythm import Rhythm, may_ask_how_to_go_on, rhythm_on, rhythm_question_at, rhythm_question_on
from store import agenda, checkin, outbox, people
from store.agenda import Duty
from store.portion import Portion
from store.tables import Agenda, AgendaState, CheckinPlan, Outbox, Person

# What the message with the question about it is called in the outbox.
QUESTION = "rhythm"


async def now_for(session: AsyncSession, plan: CheckinPlan, today: date) -> Rhythm:
    """The rhythm that holds today, chosen or not."""
    year = await people.year_of(session, plan.youth_id)
    return rhythm_on(today, year=year, chosen=plan.rhythm, chosen_on=plan.rhythm_on)


async def choose(session: AsyncSession, plan: CheckinPlan, rhythm: Rhythm, now: datetime, zone: ZoneInfo) -> None:
    """Ask as often as they want from now on. What was going to be asked about it, no longer is."""
    plan.rhythm, plan.rhythm_on = rhythm, local_day(now, zone)
    await agenda.drop(session, Duty.RHYTHM, plan.youth_id)
    await checkin.plan_next(session, plan, now, zone)


async def next_question(session: AsyncSession, youth_id: int) -> datetime | None:
    """When this youth is asked again; None when nothing is planned."""
    query = select(Agenda.due_at).where(Agenda.kind == Duty.CHECKIN, Agenda.about == youth_id)
    return await session.scalar(query.where(Agenda.state == AgendaState.WAITING).order_by(Agenda.due_at).limit(1))


async def with_a_question(session: AsyncSession, youth_ids: Iterable[int]) -> set[int]:
    """Those of these youths who have a next question on the agenda."""
    waiting = (Agenda.kind == Duty.CHECKIN, Agenda.state == AgendaState.WAITING, Agenda.about.in_(list(youth_ids)))
    return {about for about in await session.scalars(select(Agenda.about).where(*waiting)) if about is not None}


def is_settled(plan: CheckinPlan) -> bool:
    """Whether there is nothing left to ask about it: asked before, chosen unasked, or stopped."""
    return plan.rhythm_asked_at is not None or plan.rhythm is not None or plan.stopped_at is not None


async def plan_question(session: AsyncSession, plan: CheckinPlan, now: datetime, zone: ZoneInfo) -> None:
    """Put the question how to go on on the agenda: after the opstart, or the day after joining when that is later."""
    await agenda.drop(session, Duty.RHYTHM, plan.youth_id)
    if is_settled(plan):
        return
    year = await people.year_of(session, plan.youth_id)
    at = rhythm_question_at(plan.at)
    day = max(rhythm_question_on(year), await _day_after_joining(session, plan.youth_id, zone), local_day(now, zone))
    if slot(day, at, zone) <= now:
        day += timedelta(days=1)
    if may_ask_how_to_go_on(day, year=year):
        due, key = slot(day, at, zone), f"{plan.youth_id}:{day}"
        await agenda.plan(session, Duty.RHYTHM, plan.youth_id, due, key=key, expires_at=expires_at(day, zone))


async def forget_unheard(session: AsyncSession, now: datetime, whom: Portion) -> None:
    """Who of these was asked how to go on, but never saw the question, was not asked."""
    asked = and_(Outbox.kind == QUESTION, Outbox.about == CheckinPlan.youth_id)
    this_time = Outbox.created_at == CheckinPlan.rhythm_asked_at
    query = select(CheckinPlan).join(Outbox, and_(asked, this_time)).where(outbox.came_to_nothing(now))
    query = query.where(whom.holds(CheckinPlan.youth_id), CheckinPlan.rhythm_asked_at.is_not(None))
    for plan in await session.scalars(query):
        plan.rhythm_asked_at = None


async def _day_after_joining(session: AsyncSession, youth_id: int, zone: ZoneInfo) -> date:
    joined = (await session.get_one(Person, youth_id)).joined_at
    return date.min if joined is None else local_day(joined, zone) + timedelta(days=1)
