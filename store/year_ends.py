"""The end of a youth's year: when it comes, whether the youth heard of it, and the nazorg that begins with it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import nazorg
from programme.calendar import local_day
from programme.phases import Year
from store import agenda, journal, outbox, people
from store.agenda import Duty
from store.journal import Happened
from store.portion import Portion
from store.tables import Agenda, AgendaState, NazorgDay, NazorgPlan, Outbox, OutboxState, Person, Trajectory

# What the message that the year is over is called in the outbox; it is about the youth.
ENDED = "year ended"


async def follow(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Bring nazorg in line with a year that was added, moved, ended early or opened again.

    Over: there is a plan, and a youth who was in that year hears of it, once. Not over: there is no plan, and the end
    is on the agenda.
    """
    year = await people.year_of(session, youth_id)
    await agenda.drop(session, Duty.YEAR_ENDS, youth_id)
    if await begin(session, youth_id, now, zone) is None:
        await _forget_nazorg(session, youth_id, now)
    elif not await may_be_said(session, youth_id, now, zone):
        return
    due = nazorg.end_said_at(year, now, zone)
    await agenda.plan(session, Duty.YEAR_ENDS, youth_id, due, key=f"{youth_id}:{due.isoformat()}")


async def begin(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> NazorgPlan | None:
    """The plan for nazorg, made when the year is over and there is none yet; None while the year goes on."""
    year, today = await people.year_of(session, youth_id), local_day(now, zone)
    if today < year.ends:
        return None
    plan = await session.get(NazorgPlan, youth_id)
    return plan or await _begin(session, youth_id, year, now, today)


async def may_be_said(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is still news to this youth that the year is over, and was not said before."""
    year = await people.year_of(session, youth_id)
    joined = await session.scalar(select(Person.joined_at).where(Person.id == youth_id))
    if joined is None or not nazorg.end_may_be_said(year, local_day(joined, zone), local_day(now, zone)):
        return False
    lost = (OutboxState.FAILED, OutboxState.EXPIRED)
    said = [row for row in await outbox.all_about(session, ENDED, youth_id) if row.state not in lost]
    return not any(local_day(row.created_at, zone) >= year.ends for row in said)


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion) -> None:
    """See that each year that goes on, or ends today, has its end on the agenda, and each that is over has a plan.

    Whoever was in nazorg before there were plans hears nothing of it. An end that was said and reached nobody is said
    again, as long as it is news.
    """
    today = local_day(now, zone)
    for start, stopped, evaluation, youth_id in (await session.execute(_without_duty_or_plan(whom))).all():
        year = Year(start, stopped, evaluation)
        if today <= year.ends:
            await follow(session, youth_id, now, zone)
        else:
            await _begin(session, youth_id, year, now, today)
    for row in (await session.scalars(_heard_nothing(now, whom))).all():
        if row.about is not None:
            await follow(session, row.about, now, zone)


async def _begin(session: AsyncSession, youth_id: int, year: Year, now: datetime, today: date) -> NazorgPlan:
    plan = NazorgPlan(youth_id=youth_id, mode=nazorg.begins_as(year), since=today)
    session.add(plan)
    journal.note(session, Happened.NAZORG_BEGAN, now, subject=youth_id)
    await session.flush()
    return plan


async def _forget_nazorg(session: AsyncSession, youth_id: int, now: datetime) -> None:
    for table in (NazorgPlan, NazorgDay):
        await session.execute(delete(table).where(table.youth_id == youth_id))
    await outbox.take_back(session, ENDED, youth_id, now)


def _without_duty_or_plan(whom: Portion) -> Select[date, date | None, date | None, int]:
    """The years of youths who have access, of which neither the end is on the agenda nor is there a plan for after."""
    waiting = exists().where(
        Agenda.kind == Duty.YEAR_ENDS, Agenda.about == Trajectory.youth_id, Agenda.state == AgendaState.WAITING
    )
    planned = exists().where(NazorgPlan.youth_id == Trajectory.youth_id)
    here = exists().where(Person.id == Trajectory.youth_id, Person.ended_at.is_(None))
    theirs = people.years().add_columns(Trajectory.youth_id).where(whom.holds(Trajectory.youth_id))
    return theirs.where(here, ~waiting, ~planned)


def _heard_nothing(now: datetime, whom: Portion) -> Select[Outbox]:
    """What was said of late about the end of a year, and reached nobody."""
    lately = Outbox.created_at >= now - nazorg.END_SAID_WITHIN
    return select(Outbox).where(Outbox.kind == ENDED, whom.holds(Outbox.about), lately, outbox.came_to_nothing(now))
