"""Colleagues: who there are, in which region, and who takes over from whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.people import STAFF, Role
from store import joining, people
from store.joining import Standing
from store.tables import Person, Region, Trajectory


@dataclass(frozen=True)
class Colleague:
    """One of the staff, invited or in."""

    person: Person
    region: str | None
    standing: Standing


async def colleagues(session: AsyncSession, now: datetime) -> Sequence[Colleague]:
    """All staff who have access or were invited, by name."""
    found = (await session.scalars(select(Person).where(Person.role.in_(STAFF), Person.ended_at.is_(None)))).all()
    return [await _colleague(session, person, now) for person in _by_name(found)]


async def colleague(session: AsyncSession, person_id: int, now: datetime) -> Colleague | None:
    """This colleague; None for a youth, for nobody, and for whoever has no access any more."""
    person = await session.get(Person, person_id)
    if person is None or person.role not in STAFF or person.ended_at is not None:
        return None
    return await _colleague(session, person, now)


async def _colleague(session: AsyncSession, person: Person, now: datetime) -> Colleague:
    region = None if person.region_id is None else await session.get_one(Region, person.region_id)
    return Colleague(person, None if region is None else region.name, await joining.standing(session, person, now))


async def begeleiders(session: AsyncSession, *, near: int | None, without: Sequence[int | None]) -> Sequence[Person]:
    """Those who can walk with a youth, `without` some: first those of region `near`, then all others, by name."""
    everybody = await people.with_role(session, Role.BEGELEIDER)
    others = _by_name([person for person in everybody if person.id not in without])
    return sorted(others, key=lambda person: person.region_id != near)


def _by_name(found: Sequence[Person]) -> list[Person]:
    # Sorted here: names are sealed, so the database cannot.
    return sorted(found, key=lambda person: (person.name.casefold(), person.id))


async def is_last_coordinator(session: AsyncSession, person: Person) -> bool:
    """Whether nobody would be left who came in and can invite."""
    coordinators = await people.with_role(session, Role.COORDINATOR)
    others = [other for other in coordinators if other.joined_at is not None and other.id != person.id]
    return person.role is Role.COORDINATOR and person.joined_at is not None and not others


async def regions(session: AsyncSession) -> Sequence[Region]:
    """All regions, by name."""
    return (await session.scalars(select(Region).order_by(Region.name))).all()


async def region_called(session: AsyncSession, name: str) -> Region:
    """The region of this name, whatever its capitals; a new one when there is none."""
    known = next((region for region in await regions(session) if region.name.casefold() == name.casefold()), None)
    if known is None:
        known = Region(name=name)
        session.add(known)
        await session.flush()
    return known


async def led_by(session: AsyncSession, person_id: int) -> Sequence[Person]:
    """The youths whose begeleider this person is."""
    return await _youths(session, Trajectory.begeleider_id == person_id)


async def seconded_by(session: AsyncSession, person_id: int) -> Sequence[Person]:
    """The youths whose duo this person is."""
    return await _youths(session, Trajectory.duo_id == person_id)


async def _youths(session: AsyncSession, of: ColumnElement[bool]) -> Sequence[Person]:
    query = select(Person).join(Trajectory, Trajectory.youth_id == Person.id)
    return _by_name((await session.scalars(query.where(of, Person.ended_at.is_(None)))).all())


async def hand_over(session: AsyncSession, youth_id: int, to: Person) -> None:
    """Somebody else walks with this youth from now on; a duo who takes over is no duo any more."""
    trajectory = await people.trajectory_of(session, youth_id)
    trajectory.begeleider_id = to.id
    if trajectory.duo_id == to.id:
        trajectory.duo_id = None


async def give_up_as_duo(session: AsyncSession, person_id: int) -> None:
    """This person is nobody's duo any more."""
    for trajectory in await session.scalars(select(Trajectory).where(Trajectory.duo_id == person_id)):
        trajectory.duo_id = None
