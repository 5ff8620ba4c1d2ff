"""The milestones of each youth's year: derived, moved, settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.milestones import due_dates
from store import people
from store.tables import MilestoneRow, MilestoneState


async def of_youth(session: AsyncSession, youth_id: int) -> Sequence[MilestoneRow]:
    """All of them, the earliest first; those of one day in the order in which they were made."""
    query = select(MilestoneRow).where(MilestoneRow.youth_id == youth_id)
    return (await session.scalars(query.order_by(MilestoneRow.due_on, MilestoneRow.id))).all()


async def derive(session: AsyncSession, youth_id: int) -> None:
    """Bring the milestones of this year to the days that follow from its start, and from the days people chose.

    What is done, does not fit, or was given a day by people stays as it is.
    """
    trajectory, year = await people.trajectory_of(session, youth_id), await people.year_of(session, youth_id)
    known = {row.kind: row for row in await of_youth(session, youth_id) if row.number == 0}
    moved = {kind: row.due_on for kind, row in known.items() if row.chosen}
    for kind, due in due_dates(year, moved, trajectory.home_since).items():
        row = known.get(kind)
        if row is None:
            session.add(MilestoneRow(youth_id=youth_id, kind=kind, number=0, due_on=due, state=MilestoneState.OPEN))
        elif row.state is MilestoneState.OPEN and not row.chosen:
            row.due_on = due
    await session.flush()


def settle(row: MilestoneRow, state: MilestoneState, by_id: int, now: datetime) -> None:
    """It is done, or does not fit this youth; or it is open again."""
    opened = state is MilestoneState.OPEN
    row.state, row.settled_at, row.settled_by = state, None if opened else now, None if opened else by_id


async def move(session: AsyncSession, row: MilestoneRow, day: date) -> None:
    """Another day for it; what is counted from it moves along."""
    row.due_on, row.chosen = day, True
    await session.flush()
    await derive(session, row.youth_id)
