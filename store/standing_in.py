"""While a begeleider is away: whether somebody stands in, and who was told what about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.people import Role
from programme.reachable import stands_in_for
from programme.workdays import Days
from store import away, people
from store.away import can_be_reached
from store.outbox import came_to_nothing
from store.tables import AwayRow, Outbox, Person

TOLD_YOUTH = "away told to youth"
TOLD_DUO = "away told to duo"
TOLD_LEAD = "away told to lead"
"""The kinds of these messages; they are about a row of the away table."""


@dataclass(frozen=True)
class Alone:
    """A youth for whom nobody stands in on some working day of this absence of their begeleider."""

    away_id: int
    youth_id: int


async def alone(
    session: AsyncSession, youths: Iterable[Person], today: date, *, as_if_reached: int | None = None
) -> frozenset[Alone]:
    """Of these youths, those who are left alone by an absence that is going on or to come.

    `as_if_reached`: somebody to be seen as if messages reached them, to know how it was before they did not.
    """
    found: set[Alone] = set()
    for youth in youths:
        begeleider, duo = await people.begeleider_of(session, youth.id), await people.duo_of(session, youth.id)
        for row in await away.planned(session, begeleider.id, today):
            absence = (max(row.first, today), row.through)
            reached = duo is not None and (duo.id == as_if_reached or can_be_reached(duo))
            missed = await _missed_by(session, duo, absence) if duo is not None and reached else [absence]
            if not stands_in_for(absence, missed):
                found.add(Alone(row.id, youth.id))
    return frozenset(found)


async def _missed_by(session: AsyncSession, duo: Person, absence: Days) -> list[Days]:
    return [(row.first, row.through) for row in await away.planned(session, duo.id, absence[0])]


async def leads_of(session: AsyncSession, person: Person, today: date) -> Sequence[Person]:
    """Who is told that nobody stands in for this person: the teamcoaches of their region who are there, else the
    coördinators who are, else whoever of them can be reached."""
    coaches = await people.with_role(session, Role.TEAMCOACH)
    near = [coach for coach in coaches if coach.region_id is not None and coach.region_id == person.region_id]
    coordinators = await people.with_role(session, Role.COORDINATOR)
    for group in (near, coordinators):
        if there := [one for one in group if await away.is_there(session, one, today)]:
            return there
    return [one for one in (*near, *coordinators) if can_be_reached(one)]


@dataclass(frozen=True)
class Told:
    """What a youth was told: who is away through which day, and who stands in (0 for nobody)."""

    away_id: int
    through: date
    duo_id: int

    def key(self, youth_id: int, now: datetime) -> str:
        """What makes the message that tells it one of a kind."""
        return f"{TOLD_YOUTH}/{youth_id}/{self.away_id}/{self.through}/{self.duo_id}/{now}"

    @classmethod
    def read(cls, key: str) -> Self:
        """Back from that key."""
        _, _, away_id, through, duo_id, _ = key.split("/")
        return cls(int(away_id), date.fromisoformat(through), int(duo_id))


async def last_told(session: AsyncSession, youth_id: int, now: datetime) -> Told | None:
    """What this youth heard last about who is away."""
    heard = select(Outbox).where(Outbox.kind == TOLD_YOUTH, Outbox.person_id == youth_id, ~came_to_nothing(now))
    last = (await session.scalars(heard.order_by(Outbox.id.desc()).limit(1))).first()
    return None if last is None or last.key is None else Told.read(last.key)


async def to_tell(session: AsyncSession, youth_id: int, row: AwayRow, today: date) -> Told:
    """What there is to tell this youth about this absence, as things stand today."""
    duo = await away.stand_in(session, youth_id, today)
    return Told(row.id, row.through, 0 if duo is None else duo.id)


async def stand_ins(session: AsyncSession, begeleider: Person) -> dict[Person, list[Person]]:
    """The duos whom a message can reach, each with the youths for whom they stand in for this begeleider."""
    found: dict[Person, list[Person]] = {}
    for youth in await people.youths_of(session, begeleider.id):
        trajectory = await people.trajectory_of(session, youth.id)
        duo = await people.duo_of(session, youth.id)
        if trajectory.begeleider_id == begeleider.id and duo is not None and can_be_reached(duo):
            found.setdefault(duo, []).append(youth)
    return found
