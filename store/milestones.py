"""The milestones of each youth's year: derived, moved, settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.milestones import Milestone, due_dates, still_matters
from store import people
from store.tables import MilestoneRow, MilestoneState, Trajectory


async def of_youth(session: AsyncSession, youth_id: int) -> Sequence[MilestoneRow]:
    """All of them, the earliest first; those of one day in the order in which they were made."""
    query = select(MilestoneRow).where(MilestoneRow.youth_id == youth_id)
    return (await session.scalars(query.order_by(MilestoneRow.due_on, MilestoneRow.id))).all()


async def derive(session: AsyncSession, youth_id: int) -> None:
    """Bring the milestones of this year to the days that follow from its start, and from the days people chose.

    What is done, does not fit, or was given a day by people stays as it is.
    """
    trajectory, year = await people.trajectory_of(session, youth_id), await people.year_of(session, youth_id)
    rows = await of_youth(session, youth_id)
    known = {row.kind: row for row in rows if row.number == 0}
    moved = {kind: row.due_on for kind, row in known.items() if row.chosen}
    dates = due_dates(year, moved, trajectory.home_since)
    _derive_home(session, trajectory, dates.pop(Milestone.TIJDELIJKE_WONING, None), rows)
    for kind, due in dates.items():
        row = known.get(kind)
        if row is None:
            session.add(_open(youth_id, kind, due))
        elif row.state is MilestoneState.OPEN and not row.chosen:
            row.due_on = due
    await session.flush()


def _derive_home(session: AsyncSession, trajectory: Trajectory, due: date | None, rows: Sequence[MilestoneRow]) -> None:
    """Each temporary home has a milestone of its own, numbered by the day into it.

    That of a home which is none any more was dropped by nobody; it is open again if that home is one after all.
    """
    number = 0 if trajectory.home_since is None else trajectory.home_since.toordinal()
    homes = [row for row in rows if row.kind is Milestone.TIJDELIJKE_WONING]
    for row in homes:
        if row.number == number and row.state is MilestoneState.DROPPED and row.settled_by is None:
            row.state = MilestoneState.OPEN
        elif row.number != number and row.state is MilestoneState.OPEN:
            row.state = MilestoneState.DROPPED
    if due is not None and number not in {row.number for row in homes}:
        session.add(_open(trajectory.youth_id, Milestone.TIJDELIJKE_WONING, due, number))


def _open(youth_id: int, kind: Milestone, due: date, number: int = 0) -> MilestoneRow:
    return MilestoneRow(youth_id=youth_id, kind=kind, number=number, due_on=due, state=MilestoneState.OPEN)


async def open_of(session: AsyncSession, youth_id: int) -> list[MilestoneRow]:
    """Those that are still to be done and still matter, the earliest first."""
    year = await people.year_of(session, youth_id)
    rows = await of_youth(session, youth_id)
    return [row for row in rows if row.state is MilestoneState.OPEN and still_matters(row.kind, row.due_on, year)]


def settle(row: MilestoneRow, state: MilestoneState, by_id: int, now: datetime) -> None:
    """It is done, or does not fit this youth; or it is open again."""
    opened = state is MilestoneState.OPEN
    row.state, row.settled_at, row.settled_by = state, None if opened else now, None if opened else by_id


async def move(session: AsyncSession, row: MilestoneRow, day: date) -> None:
    """Another day for it; what is counted from it moves along."""
    row.due_on, row.chosen = day, True
    await session.flush()
    await derive(session, row.youth_id)
