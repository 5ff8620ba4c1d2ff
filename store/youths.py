"""Jongeren as whoever walks with them sees them. A whole list costs as many queries as one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.checkin import Face
from programme.contacts import WITH_THE_YOUTH
from programme.people import Role
from programme.phases import Year
from programme.targets import WEEKS, Progress, Walk, so_far
from programme.workdays import A_DAY, A_WEEK
from store import checkin, contacts, joining, milestones, pause, people, rhythm, year
from store.joining import Standing
from store.tables import CheckinPlan, Person, Trajectory

FACES = 7
# Reading: older ones say nothing of how it goes. Whoever is asked once a week still shows seven.
FACES_SINCE = timedelta(weeks=8)


@dataclass(frozen=True)
class Youth:
    """A jongere with what stands on their page. `asked_at` is None before they chose a time.

    `quiet`: no question comes now: they paused or stopped, or their rhythm holds none. `faces`: the answers to the last
    seven questions, oldest first; None where there was no answer.
    """

    person: Person
    trajectory: Trajectory
    walk: Walk
    begeleider: Person
    duo: Person | None
    standing: Standing
    asked_at: time | None
    quiet: bool
    last_contact: date | None
    together: Progress | None
    faces: tuple[Face | None, ...]

    @property
    def year(self) -> Year:
        """The days of their year."""
        return self.walk.year


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


async def seen_by(session: AsyncSession, staff_id: int, now: datetime, zone: ZoneInfo) -> Sequence[Youth]:
    """Those of whom this person is begeleider or duo: first whom they lead themselves, each group by name."""
    found = await _with_all(session, await _walks_with(session, staff_id), now, zone)
    return sorted(found, key=lambda youth: (youth.begeleider.id != staff_id, youth.person.name.casefold()))


async def one_seen_by(
    session: AsyncSession, staff_id: int, youth_id: int, now: datetime, zone: ZoneInfo
) -> Youth | None:
    """This one, when this person is their begeleider or duo; nobody otherwise."""
    mine = [row for row in await _walks_with(session, staff_id) if row[0].id == youth_id]
    return next(iter(await _with_all(session, mine, now, zone)), None)


_Row = tuple[Person, Trajectory, Year]


async def _walks_with(session: AsyncSession, staff_id: int) -> list[_Row]:
    mine = or_(Trajectory.begeleider_id == staff_id, Trajectory.duo_id == staff_id)
    query = people.years().add_columns(Person, Trajectory).join(Person, Person.id == Trajectory.youth_id)
    found = await session.execute(query.where(mine, Person.ended_at.is_(None)))
    return [(person, trajectory, Year(*days)) for *days, person, trajectory in found]


async def _with_all(session: AsyncSession, rows: Sequence[_Row], now: datetime, zone: ZoneInfo) -> list[Youth]:
    ids, today = [person.id for person, _, _ in rows], local_day(now, zone)
    staff = await _people(session, rows)
    standings = await joining.standings(session, [person for person, _, _ in rows], now)
    plans = await _plans(session, ids)
    asked = await rhythm.with_a_question(session, ids)
    walks = await year.walks_of(session, {person.id: days for person, _, days in rows}, zone)
    met = await contacts.meetings(session, ids, today - WEEKS * A_WEEK + A_DAY)
    last = await contacts.last_days(session, ids, WITH_THE_YOUTH)
    faces = await checkin.last_faces(session, ids, today - FACES_SINCE, FACES)

    def youth(person: Person, trajectory: Trajectory) -> Youth:
        plan, walk = plans.get(person.id), walks[person.id]
        return Youth(
            person=person,
            trajectory=trajectory,
            walk=walk,
            begeleider=staff[trajectory.begeleider_id],
            duo=None if trajectory.duo_id is None else staff[trajectory.duo_id],
            standing=standings[person.id],
            asked_at=None if plan is None else plan.at,
            quiet=plan is not None and (pause.wants_quiet(plan, now) or person.id not in asked),
            last_contact=last.get(person.id),
            together=so_far(walk, met.get(person.id, ()), today),
            faces=tuple(None if face is None else Face(face) for face in faces.get(person.id, ())),
        )

    return [youth(person, trajectory) for person, trajectory, _ in rows]


async def _people(session: AsyncSession, rows: Sequence[_Row]) -> dict[int, Person]:
    """The begeleiders and duos of these youths."""
    trajectories = [trajectory for _, trajectory, _ in rows]
    ids = {row.begeleider_id for row in trajectories} | {row.duo_id for row in trajectories if row.duo_id is not None}
    return {person.id: person for person in await session.scalars(select(Person).where(Person.id.in_(ids)))}


async def _plans(session: AsyncSession, ids: Sequence[int]) -> dict[int, CheckinPlan]:
    query = select(CheckinPlan).where(CheckinPlan.youth_id.in_(ids))
    return {plan.youth_id: plan for plan in await session.scalars(query)}


async def change_duo(session: AsyncSession, youth_id: int, duo: Person | None) -> None:
    """Another duo, or none."""
    (await people.trajectory_of(session, youth_id)).duo_id = None if duo is None else duo.id
