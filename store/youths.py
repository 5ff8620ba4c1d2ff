"""Jongeren as whoever walks with them sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from programme.people import Role
from programme.phases import Year
from store import checkin, joining, milestones, pause, people, rhythm
from store.joining import Standing
from store.tables import CheckinPlan, Person, Trajectory


@dataclass(frozen=True)
class Youth:
    """A jongere with what stands on their page. `asked_at` is None before they chose a time.

    `quiet`: no question comes now: they paused or stopped, or their rhythm holds none.
    """

    person: Person
    year: Year
    begeleider: Person
    duo: Person | None
    standing: Standing
    asked_at: time | None
    quiet: bool


async def add(
    session: AsyncSession, name: str, start: date, begeleider: Person, duo: Person | None, now: datetime
) -> Person:
    """A new jongere, who speaks their begeleider's language until they choose another."""
    person = Person(role=Role.YOUTH, name=name, language=begeleider.language, created_at=now)
    session.add(person)
    await session.flush()
    duo_id = None if duo is None else duo.id
    session.add(Trajectory(youth_id=person.id, begeleider_id=begeleider.id, duo_id=duo_id, start_on=start))
    await session.flush()
    await milestones.derive(session, person.id)
    return person


async def seen_by(session: AsyncSession, staff_id: int, now: datetime) -> Sequence[Youth]:
    """Those of whom this person is begeleider or duo: first whom they lead themselves, each group by name."""
    found = [await _with_all(session, person, now) for person in await people.youths_of(session, staff_id)]
    return sorted(found, key=lambda youth: (youth.begeleider.id != staff_id, youth.person.name.casefold()))


async def one_seen_by(session: AsyncSession, staff_id: int, youth_id: int, now: datetime) -> Youth | None:
    """This one, when this person is their begeleider or duo; nobody otherwise."""
    person = await people.youth_seen_by(session, staff_id, youth_id)
    return None if person is None else await _with_all(session, person, now)


async def _with_all(session: AsyncSession, person: Person, now: datetime) -> Youth:
    plan = await checkin.plan_of(session, person.id)
    return Youth(
        person=person,
        year=await people.year_of(session, person.id),
        begeleider=await people.begeleider_of(session, person.id),
        duo=await people.duo_of(session, person.id),
        standing=await joining.standing(session, person, now),
        asked_at=None if plan is None else plan.at,
        quiet=plan is not None and await _is_quiet(session, plan, now),
    )


async def _is_quiet(session: AsyncSession, plan: CheckinPlan, now: datetime) -> bool:
    if await pause.keeps_quiet(session, plan.youth_id, now):
        return True
    return await rhythm.next_question(session, plan.youth_id) is None


async def change_duo(session: AsyncSession, youth_id: int, duo: Person | None) -> None:
    """Another duo, or none."""
    (await people.trajectory_of(session, youth_id)).duo_id = None if duo is None else duo.id
