"""Who is not there, and who reads instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, Select, bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import EARLIEST, local_day, slot
from programme.digest import DEFAULT_AT
from programme.reachable import Away, back_at, is_one_absence
from programme.workdays import A_DAY, Days, working_day_from
from store import agenda, crisis, people
from store.agenda import Duty
from store.tables import Agenda, AgendaState, AwayRow, Person, Preference


async def away_of(session: AsyncSession, person_id: int, today: date) -> Away | None:
    """Since when and through which day this person is away; None when they are there."""
    row = await row_on(session, person_id, today)
    return None if row is None else Away(row.since, row.through)


async def row_on(session: AsyncSession, person_id: int, day: date) -> AwayRow | None:
    """The absence of this person that holds on `day`."""
    return (await session.scalars(_on(), {"person": person_id, "day": day})).first()


@cache
def _on() -> Select[AwayRow]:
    """Made once: it is asked for every line of a message, and making it costs more than the answer."""
    day: BindParameter[date] = bindparam("day")
    there = (AwayRow.person_id == bindparam("person"), AwayRow.first <= day, AwayRow.through >= day)
    return select(AwayRow).where(*there).order_by(AwayRow.through.desc()).limit(1)


async def planned(session: AsyncSession, person_id: int, today: date) -> Sequence[AwayRow]:
    """The absence of this person that is going on and those to come, in their order."""
    to_come = (AwayRow.person_id == person_id, AwayRow.through >= today, AwayRow.through >= AwayRow.first)
    return (await session.scalars(select(AwayRow).where(*to_come).order_by(AwayRow.first))).all()


async def mine(session: AsyncSession, person_id: int, away_id: int) -> AwayRow | None:
    """This absence, when it is one of this person."""
    row = await session.get(AwayRow, away_id)
    return row if row is not None and row.person_id == person_id else None


async def go(session: AsyncSession, person_id: int, through: date, now: datetime, today: date) -> AwayRow:
    """Away from now on, through this day; instead of how long it was until now."""
    row = await row_on(session, person_id, today)
    if row is None:
        return await plan(session, person_id, today, through, now, today)
    row.through = through
    await _join(session, row, today)
    return row


async def plan(
    session: AsyncSession, person_id: int, first: date, through: date, since: datetime, today: date
) -> AwayRow:
    """Away from `first`, at the moment `since`, through this day. With what was planned around it, it is one."""
    row = next((one for one in await planned(session, person_id, today) if _touches(one, (first, through))), None)
    if row is None:
        row = AwayRow(person_id=person_id, first=first, since=since, through=through)
        session.add(row)
    else:
        row.since = since if first < row.first else row.since
        row.first, row.through = min(first, row.first), max(through, row.through)
    await session.flush()
    await _join(session, row, today)
    return row


async def _join(session: AsyncSession, row: AwayRow, today: date) -> None:
    """What is planned right behind it, or over it, is the same absence."""
    for other in await planned(session, row.person_id, today):
        if other is not row and _touches(other, (row.first, row.through)):
            row.through = max(row.through, other.through)
            await end(session, other, other.first)
    await session.flush()


def _touches(row: AwayRow, other: Days) -> bool:
    return is_one_absence((row.first, row.through), other)


async def plan_duties(session: AsyncSession, row: AwayRow, now: datetime, zone: ZoneInfo) -> None:
    """Put its beginning and its end on the agenda, in place of what was there; nothing for what never comes."""
    await _drop_duties(session, row)
    if row.through < row.first:
        return
    begins = now if row.first <= local_day(now, zone) else slot(row.first, EARLIEST, zone)
    await agenda.plan(session, Duty.AWAY_BEGINS, row.id, begins, key=f"{row.id}:{row.first}:{row.through}:{now}")
    ends = back_at(row.through, await _day_begins(session, row.person_id), zone)
    await agenda.plan(session, Duty.AWAY_ENDS, row.id, ends, key=f"{row.id}:{row.through}:{now}")


async def _day_begins(session: AsyncSession, person_id: int) -> time:
    """The local time at which their working day begins with a message."""
    chosen = await session.get(Preference, person_id)
    return DEFAULT_AT if chosen is None or chosen.digest_at is None else chosen.digest_at


async def look_again(session: AsyncSession, youth_ids: Iterable[int], now: datetime, today: date) -> None:
    """Who stands in for these youths' begeleiders changed: see at once whom that has to be told."""
    for begeleider_id in sorted({(await people.trajectory_of(session, each)).begeleider_id for each in youth_ids}):
        row = await row_on(session, begeleider_id, today)
        if row is not None:
            await agenda.plan(session, Duty.AWAY_BEGINS, row.id, now, key=f"{row.id}:again:{now}")


async def end(session: AsyncSession, row: AwayRow, on: date) -> None:
    """There again from that day on; one that has not begun by then never comes."""
    row.through = max(row.first, on) - A_DAY
    await _drop_duties(session, row)
    await session.flush()


async def _drop_duties(session: AsyncSession, row: AwayRow) -> None:
    for duty in (Duty.AWAY_BEGINS, Duty.AWAY_ENDS):
        await agenda.drop(session, duty, row.id)


async def began(session: AsyncSession, row: AwayRow) -> datetime:
    """Since when they were away without a working day in between: absences that follow each other count as one."""
    before = (AwayRow.person_id == row.person_id, AwayRow.through < row.first, AwayRow.through >= AwayRow.first)
    first, since = row.first, row.since
    for one in await session.scalars(select(AwayRow).where(*before).order_by(AwayRow.first.desc())):
        if working_day_from(one.through + A_DAY) < first:
            break
        first, since = one.first, one.since
    return since


async def ends_with_a_later(session: AsyncSession, row: AwayRow) -> bool:
    """Whether they were away once more after this absence, before there was a working day between."""
    until = working_day_from(row.through + A_DAY)
    after = (AwayRow.first > row.through, AwayRow.through >= AwayRow.first, AwayRow.first < until)
    query = select(AwayRow.id).where(AwayRow.person_id == row.person_id, *after)
    return await session.scalar(query.limit(1)) is not None


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo) -> None:
    """See that each absence that is not over has its end on the agenda, and youths hear what they did not hear yet."""
    today = local_day(now, zone)
    waiting = exists().where(
        Agenda.kind == Duty.AWAY_ENDS, Agenda.about == AwayRow.id, Agenda.state == AgendaState.WAITING
    )
    to_come = select(AwayRow).join(Person, Person.id == AwayRow.person_id).where(Person.ended_at.is_(None))
    to_come = to_come.where(AwayRow.through >= today, AwayRow.through >= AwayRow.first)
    for row in await session.scalars(to_come.where(~waiting)):
        await plan_duties(session, row, now, zone)
    for row in await session.scalars(to_come.where(AwayRow.first <= today)):
        at = slot(today, EARLIEST, zone)
        await agenda.plan(session, Duty.AWAY_BEGINS, row.id, max(at, now), key=f"{row.id}:on {today}")


# --- Who is there instead ---


async def in_charge(session: AsyncSession, youth_id: int, today: date) -> Person:
    """Who hears today of what this youth's year asks for: the begeleider; while they are away or cannot be reached the
    duo, when that one is there. With nobody there it is whoever can be reached, the begeleider first."""
    team = await people.team_of(session, youth_id)
    return _in_charge(team, await _away_of(session, {person.id for person in team}, today))


def _in_charge(team: Sequence[Person], away: Set[int]) -> Person:
    reached = [person for person in team if can_be_reached(person)]
    there = [person for person in reached if person.id not in away]
    return (*there, *reached, *team)[0]


async def stand_in(session: AsyncSession, youth_id: int, today: date) -> Person | None:
    """The duo, when that one is there."""
    duo = await people.duo_of(session, youth_id)
    return duo if duo is not None and await is_there(session, duo, today) else None


async def looks_after(session: AsyncSession, staff_id: int, today: date) -> list[Person]:
    """The youths of whom this person hears today; nobody for who is away."""
    theirs = await people.youths_of(session, staff_id)
    teams = await people.teams_of(session, [youth.id for youth in theirs])
    away = await _away_of(session, {person.id for team in teams.values() for person in team}, today)
    if staff_id in away:
        return []
    return [youth for youth in theirs if _in_charge(teams[youth.id], away).id == staff_id]


async def _away_of(session: AsyncSession, staff_ids: Set[int], today: date) -> Set[int]:
    """The ids of those of them who are away."""
    there = (AwayRow.person_id.in_(staff_ids), AwayRow.first <= today, AwayRow.through >= today)
    return set(await session.scalars(select(AwayRow.person_id).where(*there)))


async def is_there(session: AsyncSession, person: Person, today: date) -> bool:
    """Whether a message reaches this person, and they are not away."""
    return can_be_reached(person) and await away_of(session, person.id, today) is None


# --- Who reads ---


@dataclass(frozen=True)
class Readers:
    """Who gets what a youth writes: the begeleider, and the duo while the begeleider is away or cannot be reached.

    After words that hint at suicide the duo reads along until somebody is in touch: whoever calls should know why.

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
    reads_along = stands_in is not None or await crisis.open_of(session, youth_id) is not None
    reading = [begeleider, duo] if duo is not None and reads_along else [begeleider]
    return Readers(begeleider, away, stands_in, duo_away, tuple(one for one in reading if can_be_reached(one)))


def can_be_reached(person: Person) -> bool:
    """Whether a message can reach this person, as far as we know."""
    return person.telegram_id is not None and person.ended_at is None and person.blocked_at is None
