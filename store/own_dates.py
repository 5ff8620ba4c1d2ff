"""Birthdays, and other days that matter to one youth."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.milestones import Milestone, next_yearly
from programme.workdays import A_DAY
from store import people
from store.portion import EVERYBODY, Portion
from store.tables import MilestoneRow, MilestoneState, Person, Trajectory

# What was taken away can be put back for so long; after that its name is not kept for nothing.
KEPT_FOR = timedelta(days=1)


async def birthday_of(session: AsyncSession, youth_id: int) -> date | None:
    """The day this youth was born; None when nobody said it."""
    born = (await people.trajectory_of(session, youth_id)).birthday
    return None if born is None else date.fromisoformat(born)


async def set_birthday(session: AsyncSession, youth_id: int, born: date | None, today: date) -> None:
    """The day this youth was born; None when it is better not kept."""
    trajectory = await people.trajectory_of(session, youth_id)
    trajectory.birthday = None if born is None else born.isoformat()
    mine = (MilestoneRow.youth_id == youth_id, MilestoneRow.kind == Milestone.BIRTHDAY)
    coming = or_(MilestoneRow.due_on >= today, MilestoneRow.state == MilestoneState.OPEN)
    await session.execute(delete(MilestoneRow).where(*mine, coming))
    await session.flush()
    if born is not None:
        await _add_birthday(session, youth_id, born, today)


async def _add_birthday(session: AsyncSession, youth_id: int, born: date, today: date) -> None:
    """The next one; the one of this calendar year when that one is still to come after all."""
    due = next_yearly(born, today - A_DAY)
    named = (
        MilestoneRow.youth_id == youth_id,
        MilestoneRow.kind == Milestone.BIRTHDAY,
        MilestoneRow.number == due.year,
    )
    await session.execute(delete(MilestoneRow).where(*named))
    row = MilestoneRow(youth_id=youth_id, kind=Milestone.BIRTHDAY, number=due.year, due_on=due)
    row.state = MilestoneState.OPEN
    session.add(row)
    await session.flush()


async def add(session: AsyncSession, youth_id: int, name: str, day: date, today: date) -> MilestoneRow:
    """A day that matters. One that is past comes back every year."""
    yearly = day < today
    row = MilestoneRow(youth_id=youth_id, kind=Milestone.OWN_DATE, number=await _next_number(session, youth_id))
    row.name, row.yearly, row.first_on, row.chosen = name, yearly, day, True
    row.due_on, row.state = next_yearly(day, today - A_DAY) if yearly else day, MilestoneState.OPEN
    session.add(row)
    await session.flush()
    return row


async def rename(session: AsyncSession, row: MilestoneRow, name: str, by_id: int, now: datetime) -> MilestoneRow:
    """The same day under another name, in the place of this one, which can still be put back."""
    other = MilestoneRow(youth_id=row.youth_id, kind=row.kind, number=await _next_number(session, row.youth_id))
    other.name, other.yearly, other.first_on, other.chosen = name, row.yearly, row.first_on, row.chosen
    other.due_on, other.state = row.due_on, row.state
    other.settled_at, other.settled_by = row.settled_at, row.settled_by
    session.add(other)
    _remove(row, by_id, now)
    await session.flush()
    return other


async def swap(session: AsyncSession, row: MilestoneRow, before: MilestoneRow, by_id: int, now: datetime) -> None:
    """The one that was renamed takes its place again."""
    before.state, before.settled_at, before.settled_by = row.state, row.settled_at, row.settled_by
    _remove(row, by_id, now)
    await session.flush()


def _remove(row: MilestoneRow, by_id: int, now: datetime) -> None:
    row.state, row.settled_at, row.settled_by = MilestoneState.DROPPED, now, by_id


def was_removed(row: MilestoneRow) -> bool:
    """Whether this is an own date that was taken away, and can still be put back."""
    return row.kind is Milestone.OWN_DATE and row.state is MilestoneState.DROPPED


async def _next_number(session: AsyncSession, youth_id: int) -> int:
    mine = (MilestoneRow.youth_id == youth_id, MilestoneRow.kind == Milestone.OWN_DATE)
    return (await session.scalar(select(func.max(MilestoneRow.number)).where(*mine)) or 0) + 1


async def come_back(session: AsyncSession, today: date, whom: Portion = EVERYBODY) -> None:
    """What of these youths comes every year and is past, settled or not, is there for the next time."""
    past = and_(whom.holds(MilestoneRow.youth_id), MilestoneRow.due_on < today)
    unsettled = (MilestoneRow.kind == Milestone.BIRTHDAY, MilestoneRow.state == MilestoneState.OPEN)
    await session.execute(delete(MilestoneRow).where(past, *unsettled))
    for youth_id in (await session.scalars(_without_birthday(today, whom))).all():
        if born := await birthday_of(session, youth_id):
            await _add_birthday(session, youth_id, born, today)
    again = (MilestoneRow.yearly.is_(True), MilestoneRow.state != MilestoneState.DROPPED)
    for row in await session.scalars(select(MilestoneRow).where(past, *again)):
        row.due_on = next_yearly(row.first_on or row.due_on, today - A_DAY)
        row.state, row.settled_at, row.settled_by = MilestoneState.OPEN, None, None
    await session.flush()


def _without_birthday(today: date, whom: Portion) -> Select[int]:
    """Who has a birthday, and no milestone for the next one."""
    coming = (MilestoneRow.kind == Milestone.BIRTHDAY, MilestoneRow.due_on >= today)
    has_none = ~exists().where(MilestoneRow.youth_id == Trajectory.youth_id, *coming)
    known = select(Trajectory.youth_id).join(Person, Person.id == Trajectory.youth_id)
    return known.where(whom.holds(Person.id), Trajectory.birthday.is_not(None), Person.ended_at.is_(None), has_none)


async def forget_removed(session: AsyncSession, now: datetime, whom: Portion = EVERYBODY) -> None:
    """Let go of the days that were taken away."""
    own = (whom.holds(MilestoneRow.youth_id), MilestoneRow.kind == Milestone.OWN_DATE)
    removed = (*own, MilestoneRow.state == MilestoneState.DROPPED)
    await session.execute(delete(MilestoneRow).where(*removed, MilestoneRow.settled_at < now - KEPT_FOR))
