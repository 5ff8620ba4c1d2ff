"""Getting to the year of a jongere, and reading what is kept of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from sandbox.town import Town
from store import year
from store.tables import (
    Agenda,
    AgendaState,
    Journal,
    MilestoneRow,
    MilestoneState,
    Target,
    Trajectory,
)
from tests.people import Phone, row_of
from tests.scenarios.test_push import hush

Facts = dict[str, list[Any]]


async def at_year(who: Phone, name: str = "Sam", *then: str) -> None:
    """The page of this jongere's year, and on from there by these buttons; all of it was expected."""
    await who.says("/jongeren")
    await who.taps(name, on="Jouw jongeren")
    for label in ("Het jaar", *then):
        hush(who)
        await who.taps(label)


async def trajectory(town: Town, sam: Phone) -> Trajectory:
    """What is kept of a year."""
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        return await session.get_one(Trajectory, me.id)


async def pauses(town: Town, sam: Phone) -> list[tuple[date, date | None]]:
    """When the year was or is on hold."""
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        return [(row.since, row.through) for row in await year.pauses(session, me.id)]


async def milestones(town: Town, sam: Phone) -> dict[str, date]:
    """The open ones, by their kind."""
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        mine = (MilestoneRow.youth_id == me.id, MilestoneRow.state == MilestoneState.OPEN)
        return {row.kind.value: row.due_on for row in await session.scalars(select(MilestoneRow).where(*mine))}


async def planned(town: Town, sam: Phone) -> dict[str, datetime]:
    """What is on the agenda about this jongere, by duty."""
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        mine = (Agenda.about == me.id, Agenda.state == AgendaState.WAITING)
        return {row.kind: row.due_at for row in await session.scalars(select(Agenda).where(*mine))}


async def journal(town: Town, *kinds: str) -> list[str]:
    """What of these kinds was remembered, in order."""
    async with town.spoor.database.read() as session:
        found = await session.scalars(select(Journal.kind).where(Journal.kind.in_(kinds)).order_by(Journal.id))
        return list(found)


async def facts(town: Town, youth_id: int) -> Facts:
    """All that people decided about a year, and what is derived from it."""
    async with town.spoor.database.read() as session:
        found: Facts = {}
        for table in (Trajectory, Target):
            columns = [column for column in table.__table__.columns if column.name != "id"]
            rows = await session.execute(select(*columns).where(table.__table__.c.youth_id == youth_id))
            found[table.__tablename__] = sorted((tuple(row) for row in rows), key=repr)
        found["pauses"] = [(row.since, row.through) for row in await year.pauses(session, youth_id)]
        mine = (MilestoneRow.youth_id == youth_id, MilestoneRow.state != MilestoneState.DROPPED)
        due = await session.execute(select(MilestoneRow.kind, MilestoneRow.number, MilestoneRow.due_on).where(*mine))
        found["milestones"] = sorted((tuple(row) for row in due), key=repr)
        waiting = (Agenda.about == youth_id, Agenda.state == AgendaState.WAITING)
        found["agenda"] = sorted(
            (tuple(row) for row in await session.execute(select(Agenda.kind, Agenda.due_at).where(*waiting))), key=repr
        )
        return found
