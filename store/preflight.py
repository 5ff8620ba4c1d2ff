"""Who could not be reached if a youth asked for a call now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.people import Role
from programme.reachable import Missing
from store import people, reachable
from store.tables import Person, Trajectory


@dataclass(frozen=True)
class Gap:
    """What is missing to reach one begeleider. `youths`: of how many of theirs nobody stands in, for `NO_DUO`."""

    person: Person
    missing: Missing
    youths: int = 0


async def gaps(session: AsyncSession) -> list[Gap]:
    """All that is missing of begeleiders who walk with youths, person by person."""
    found: list[Gap] = []
    for person in await _who_walk(session):
        found += await _of(session, person)
    return found


async def _who_walk(session: AsyncSession) -> Sequence[Person]:
    mine = or_(Trajectory.begeleider_id == Person.id, Trajectory.duo_id == Person.id)
    youths = select(Person.id).where(Person.role == Role.YOUTH, Person.ended_at.is_(None))
    walks = exists().where(mine, Trajectory.youth_id.in_(youths))
    query = select(Person).where(Person.role != Role.YOUTH, Person.ended_at.is_(None), walks)
    return (await session.scalars(query.order_by(Person.id))).all()


async def _of(session: AsyncSession, person: Person) -> list[Gap]:
    found: list[Gap] = []
    if person.joined_at is None:
        found.append(Gap(person, Missing.NOT_JOINED))
    elif person.blocked_at is not None:
        found.append(Gap(person, Missing.BLOCKED))
    elif await reachable.set_hours(session, person.id) is None:
        found.append(Gap(person, Missing.NO_HOURS))
    if alone := await _without_duo(session, person):
        found.append(Gap(person, Missing.NO_DUO, alone))
    return found


async def _without_duo(session: AsyncSession, person: Person) -> int:
    theirs = [await people.trajectory_of(session, youth.id) for youth in await people.youths_of(session, person.id)]
    return sum(row.begeleider_id == person.id and row.duo_id is None for row in theirs)
