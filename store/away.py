"""Who is not there, and who reads instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.reachable import Away
from store import people
from store.tables import AwayRow, Person


async def away_of(session: AsyncSession, person_id: int, today: date) -> Away | None:
    """Since when and through which day this person is away; None when they are there."""
    row = (await session.scalars(_on(person_id, today))).first()
    return None if row is None else Away(row.since, row.through)


async def go(session: AsyncSession, person_id: int, through: date, now: datetime, today: date) -> None:
    """Away from now on, through this day; instead of how long it was until now."""
    row = (await session.scalars(_on(person_id, today))).first()
    if row is None:
        session.add(AwayRow(person_id=person_id, first=today, since=now, through=through))
    else:
        row.through = through
    await session.flush()


async def come_back(session: AsyncSession, person_id: int, today: date) -> bool:
    """There again. False when they never left."""
    row = (await session.scalars(_on(person_id, today))).first()
    if row is None:
        return False
    await session.delete(row)
    await session.flush()
    return True


def _on(person_id: int, today: date) -> Select[AwayRow]:
    there = (AwayRow.person_id == person_id, AwayRow.first <= today, AwayRow.through >= today)
    return select(AwayRow).where(*there).order_by(AwayRow.through.desc()).limit(1)


async def in_charge(session: AsyncSession, youth_id: int, today: date) -> Person:
    """Who hears today of what this youth's year asks for: the begeleider; while they are away or cannot be reached the
    duo, when that one can be. With nobody there it stays the begeleider's."""
    begeleider, duo = await people.begeleider_of(session, youth_id), await people.duo_of(session, youth_id)
    if await _is_there(session, begeleider, today) or duo is None:
        return begeleider
    return duo if await _is_there(session, duo, today) else begeleider


async def looks_after(session: AsyncSession, staff_id: int, today: date) -> list[Person]:
    """The youths of whom this person hears today; nobody for who is away."""
    if await away_of(session, staff_id, today) is not None:
        return []
    theirs = await people.youths_of(session, staff_id)
    return [youth for youth in theirs if (await in_charge(session, youth.id, today)).id == staff_id]


async def _is_there(session: AsyncSession, person: Person, today: date) -> bool:
    return can_be_reached(person) and await away_of(session, person.id, today) is None


@dataclass(frozen=True)
class Readers:
    """Who gets what a youth writes: the begeleider, and the duo while the begeleider is away or cannot be reached.

    `away` is the begeleider's; `duo_away` the duo's. `people` are those whom a message can reach.
    """

    begeleider: Person
    away: Away | None
    duo: Person | None
    duo_away: Away | None
    people: tuple[Person, ...]


async def readers_of(session: AsyncSession, youth_id: int, today: date) -> Readers:
    """Who reads what this youth writes today."""
    begeleider, duo = await people.begeleider_of(session, youth_id), await people.duo_of(session, youth_id)
    away = await away_of(session, begeleider.id, today)
    needs_duo = away is not None or not can_be_reached(begeleider)
    stands_in = duo if duo is not None and needs_duo and can_be_reached(duo) else None
    duo_away = None if stands_in is None else await away_of(session, stands_in.id, today)
    first = (begeleider,) if can_be_reached(begeleider) else ()
    return Readers(begeleider, away, stands_in, duo_away, (*first, *(() if stands_in is None else (stands_in,))))


def can_be_reached(person: Person) -> bool:
    """Whether a message can reach this person, as far as we know."""
    return person.telegram_id is not None and person.ended_at is None and person.blocked_at is None
