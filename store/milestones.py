"""The milestones of each youth's year: derived, moved, settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.milestones import MOVES_ALONG, Milestone, done_on, due_dates, is_said_on, still_matters
from store import heads_up, own_dates, people
from store.portion import EVERYBODY, Portion
from store.tables import MilestoneRow, MilestoneState, Person, Trajectory

FOLLOWS = frozenset({MilestoneState.OPEN, MilestoneState.BEFORE})
"""What still follows when the start of the year moves."""


async def of_youth(session: AsyncSession, youth_id: int) -> Sequence[MilestoneRow]:
    """All of them, the earliest first; those of one day in the order in which they were made."""
    query = select(MilestoneRow).where(MilestoneRow.youth_id == youth_id)
    return (await session.scalars(query.order_by(MilestoneRow.due_on, MilestoneRow.id))).all()


async def open_of(session: AsyncSession, youth_id: int) -> list[MilestoneRow]:
    """Those that are still to be done and still matter, the earliest first."""
    year = await people.year_of(session, youth_id)
    rows = await of_youth(session, youth_id)
    return [row for row in rows if row.state is MilestoneState.OPEN and still_matters(row.kind, row.due_on, year)]


async def said_today(session: AsyncSession, youth_ids: Iterable[int], today: date) -> list[MilestoneRow]:
    """What is brought up today, a working day, about these youths: the earliest first."""
    years = await people.years_of(session, youth_ids)
    still_open = (MilestoneRow.youth_id.in_(years), MilestoneRow.state == MilestoneState.OPEN)
    rows = await session.scalars(select(MilestoneRow).where(*still_open).order_by(MilestoneRow.due_on, MilestoneRow.id))
    said = (row for row in rows if is_said_on(row.kind, row.due_on, today))
    return [row for row in said if still_matters(row.kind, row.due_on, years[row.youth_id])]


async def derive(session: AsyncSession, youth_id: int) -> None:
    """Bring the milestones of this year to the days that follow from its start, and from the days people chose.

    What is done, does not fit, or was given a day by people stays as it is. Nobody asks after what was due before the
    youth was known here.
    """
    trajectory, year = await people.trajectory_of(session, youth_id), await people.year_of(session, youth_id)
    began = (await people.nameless(session, youth_id)).created_at.date()
    rows = await of_youth(session, youth_id)
    known = {row.kind: row for row in rows if row.number == 0}
    held = {kind: day for kind, row in known.items() if (day := _held(row, began)) is not None}
    dates = due_dates(year, held, trajectory.home_since)
    _derive_home(session, trajectory, dates.pop(Milestone.TIJDELIJKE_WONING, None), rows)
    for kind, due in dates.items():
        row = known.get(kind) or _open(youth_id, kind, due)
        if row.state in FOLLOWS and not row.chosen:
            row.due_on, row.state = due, MilestoneState.BEFORE if due < began else MilestoneState.OPEN
        session.add(row)
    await session.flush()


def _held(row: MilestoneRow, began: date) -> date | None:
    """The day from which people let others be counted: the one they chose, or on which it was done."""
    if row.state is MilestoneState.DONE and row.settled_at is not None and row.due_on >= began:
        return done_on(row.due_on, row.settled_at.date())
    return row.due_on if row.chosen or row.state is MilestoneState.DONE else None


def _derive_home(session: AsyncSession, trajectory: Trajectory, due: date | None, rows: Sequence[MilestoneRow]) -> None:
    """Each temporary home has a milestone of its own, numbered by the day into it.

    That of a home which is none any more was dropped by nobody; it is open again if that home is one after all.
    """
    number = 0 if trajectory.home_since is None else trajectory.home_since.toordinal()
    homes = [row for row in rows if row.kind is Milestone.TIJDELIJKE_WONING]
    for row in homes:
        if row.number != number and row.state is MilestoneState.OPEN:
            row.state = MilestoneState.DROPPED
        elif row.number == number and was_left(row):
            row.state = MilestoneState.OPEN
    for row in homes:
        if row.number == number and due is not None and row.state is MilestoneState.OPEN and not row.chosen:
            row.due_on = due
    if due is not None and number not in {row.number for row in homes}:
        session.add(_open(trajectory.youth_id, Milestone.TIJDELIJKE_WONING, due, number))


def was_left(row: MilestoneRow) -> bool:
    """Whether it is the end of a temporary home that is none any more."""
    dropped = row.state is MilestoneState.DROPPED and row.settled_by is None
    return row.kind is Milestone.TIJDELIJKE_WONING and dropped


def _open(youth_id: int, kind: Milestone, due: date, number: int = 0) -> MilestoneRow:
    return MilestoneRow(
        youth_id=youth_id, kind=kind, number=number, due_on=due, chosen=False, state=MilestoneState.OPEN
    )


def settle(row: MilestoneRow, state: MilestoneState, by_id: int, now: datetime) -> None:
    """It is done, or does not fit this youth; or it is open again. What is counted from it follows with `derive`."""
    opened = state in FOLLOWS
    row.state, row.settled_at, row.settled_by = state, None if opened else now, None if opened else by_id


async def moving_along(session: AsyncSession, row: MilestoneRow) -> list[MilestoneRow]:
    """What is counted from this one, as far as people did not choose another day for it or were done with it."""
    known = {other.kind: other for other in await of_youth(session, row.youth_id)}
    found: list[MilestoneRow] = []
    for kind in MOVES_ALONG.get(row.kind, ()):
        if kind not in known or known[kind].chosen or known[kind].state not in FOLLOWS:
            break
        found.append(known[kind])
    return found


async def move(session: AsyncSession, row: MilestoneRow, day: date) -> None:
    """Another day for it; what is counted from it moves along."""
    row.due_on, row.chosen = day, True
    if row.state is MilestoneState.BEFORE:
        row.state = MilestoneState.OPEN
    if row.yearly:
        row.first_on = day
    await session.flush()
    await derive(session, row.youth_id)


async def unmove(session: AsyncSession, row: MilestoneRow) -> None:
    """The day that follows from the start of the year again."""
    row.chosen = False
    await session.flush()
    await derive(session, row.youth_id)


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion = EVERYBODY) -> None:
    """What the night puts right for these youths: a year without milestones has them, yearly dates come back, and who
    hears tomorrow of a milestone has that on the agenda."""
    today = local_day(now, zone)
    for youth_id in await _without(session, whom):
        await derive(session, youth_id)
        await _forgive(session, youth_id, today)
    await own_dates.come_back(session, today, whom)
    await own_dates.forget_removed(session, now, whom)
    await heads_up.plan(session, now, zone, whom)


async def _without(session: AsyncSession, whom: Portion) -> Sequence[int]:
    none = ~exists().where(MilestoneRow.youth_id == Trajectory.youth_id, MilestoneRow.number == 0)
    query = select(Trajectory.youth_id).join(Person, Person.id == Trajectory.youth_id).where(whom.holds(Person.id))
    return (await session.scalars(query.where(none, Person.ended_at.is_(None)).order_by(Person.id))).all()


async def _forgive(session: AsyncSession, youth_id: int, today: date) -> None:
    """Nobody asks after what was due before there were milestones."""
    for row in await of_youth(session, youth_id):
        if row.number == 0 and row.state is MilestoneState.OPEN and row.due_on < today:
            row.state = MilestoneState.BEFORE
    await session.flush()
