"""Who is who, and who walks with whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from programme.milestones import Milestone
from programme.people import Role
from programme.phases import Year
from store.tables import MilestoneRow, Person, Trajectory


async def by_telegram_id(session: AsyncSession, telegram_id: int) -> Person | None:
    """Whoever has a place with this account; nobody when their access ended."""
    return (await session.scalars(_BY_TELEGRAM_ID, {"account": telegram_id})).first()


# These are asked for every tap and every line of a message: made once, as making them costs more than the answer.
_BY_TELEGRAM_ID = select(Person).where(Person.telegram_id == bindparam("account"), Person.ended_at.is_(None))


async def nameless(session: AsyncSession, person_id: int) -> Person:
    """This person, for where the name does not matter: one that does not open holds up nothing then."""
    return await session.get_one(Person, person_id, options=[defer(Person.name, raiseload=True)])


async def with_role(session: AsyncSession, role: Role) -> Sequence[Person]:
    """Everybody with this role who still has access, invited ones too."""
    query = select(Person).where(Person.role == role, Person.ended_at.is_(None))
    return (await session.scalars(query.order_by(Person.id))).all()


async def trajectory_of(session: AsyncSession, youth_id: int) -> Trajectory:
    """A youth's year. Raises NoResultFound for somebody who is no youth."""
    return await session.get_one(Trajectory, youth_id)


def years() -> Select[date, date | None, date | None]:
    """What a year is made of, for every youth: where it starts, was stopped, and when its first evaluation is."""
    evaluation = and_(MilestoneRow.youth_id == Trajectory.youth_id, MilestoneRow.kind == Milestone.EVALUATIE_1)
    found = select(Trajectory.start_on, Trajectory.stopped_on, MilestoneRow.due_on)
    return found.select_from(Trajectory).outerjoin(MilestoneRow, evaluation)


async def years_of(session: AsyncSession, youth_ids: Iterable[int]) -> dict[int, Year]:
    """The days of the years of these youths."""
    query = years().add_columns(Trajectory.youth_id).where(Trajectory.youth_id.in_(list(youth_ids)))
    return {youth_id: Year(*days) for *days, youth_id in await session.execute(query)}


async def year_of(session: AsyncSession, youth_id: int) -> Year:
    """The days of a youth's year. Raises NoResultFound for somebody who is no youth."""
    return Year(*(await session.execute(_year(), {"youth": youth_id})).one())


@cache
def _year() -> Select[date, date | None, date | None]:
    return years().where(Trajectory.youth_id == bindparam("youth"))


async def begeleider_of(session: AsyncSession, youth_id: int) -> Person:
    """Who walks with this youth."""
    return await session.get_one(Person, (await trajectory_of(session, youth_id)).begeleider_id)


async def duo_of(session: AsyncSession, youth_id: int) -> Person | None:
    """The second begeleider of this youth, if there is one."""
    duo_id = (await trajectory_of(session, youth_id)).duo_id
    return None if duo_id is None else await session.get_one(Person, duo_id)


async def team_of(session: AsyncSession, youth_id: int) -> tuple[Person, ...]:
    """The begeleider of this youth, and the duo if there is one."""
    duo = await duo_of(session, youth_id)
    begeleider = await begeleider_of(session, youth_id)
    return (begeleider,) if duo is None else (begeleider, duo)


async def teams_of(session: AsyncSession, youth_ids: Iterable[int]) -> dict[int, tuple[Person, ...]]:
    """The same of several youths at once."""
    walks = Person.id.in_((Trajectory.begeleider_id, Trajectory.duo_id))
    query = select(Trajectory.youth_id, Trajectory.begeleider_id, Person).join(Person, walks)
    found: dict[int, list[Person]] = defaultdict(list)
    for youth_id, begeleider_id, person in await session.execute(query.where(Trajectory.youth_id.in_(list(youth_ids)))):
        found[youth_id].insert(0 if person.id == begeleider_id else 1, person)
    return {youth_id: tuple(team) for youth_id, team in found.items()}


async def youths_of(session: AsyncSession, staff_id: int) -> Sequence[Person]:
    """The youths of whom this person is begeleider or duo, and who still have access."""
    return (await session.scalars(_youths(), {"staff": staff_id})).all()


@cache
def _youths() -> Select[Person]:
    me: BindParameter[int] = bindparam("staff")
    query = select(Person).join(Trajectory, Trajectory.youth_id == Person.id)
    mine = or_(Trajectory.begeleider_id == me, Trajectory.duo_id == me)
    return query.where(mine, Person.ended_at.is_(None)).order_by(Person.id)


async def youth_led_by(session: AsyncSession, staff_id: int, youth_id: int) -> Person | None:
    """This youth, when this person is their begeleider; nobody otherwise."""
    youth = await youth_seen_by(session, staff_id, youth_id)
    leads = youth is not None and (await trajectory_of(session, youth.id)).begeleider_id == staff_id
    return youth if leads else None


async def youth_seen_by(session: AsyncSession, staff_id: int, youth_id: int) -> Person | None:
    """This youth, when this person is their begeleider or duo; nobody otherwise."""
    return next((youth for youth in await youths_of(session, staff_id) if youth.id == youth_id), None)
