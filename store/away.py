"""Who is not there, and who reads instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from programme.reachable import Away
from store import people
from store.tables import AwayRow, Person


async def away_of(session: AsyncSession, person_id: int, today: date) -> Away | None:
    """Since when and through which day this person is away; None when they are there."""
    row = await session.get(AwayRow, person_id)
    return None if row is None or row.through < today else Away(row.since, row.through)


async def go(session: AsyncSession, person_id: int, through: date, now: datetime) -> None:
    """Away from now on, through this day."""
    await session.merge(AwayRow(person_id=person_id, since=now, through=through))
    await session.flush()


async def come_back(session: AsyncSession, person_id: int, today: date) -> bool:
    """There again. False when they never left."""
    row = await session.get(AwayRow, person_id)
    if row is None:
        return False
    await session.delete(row)
    await session.flush()
    return row.through >= today


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
