"""Who is away, and who is in charge instead: whatever people plan, each youth has one person at every moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from programme.people import Role
from programme.workdays import A_DAY, Days
from store import away, people, standing_in
from store.database import Database
from store.tables import AwayRow, Person, Trajectory

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TODAY = NOW.date()


async def sams_team(session: AsyncSession, *, duo: bool = True) -> tuple[Person, Person, Person]:
    """Sam, Lotte, and Bram who is the duo or not."""
    team = [
        Person(role=role, name=name, telegram_id=number, created_at=NOW)
        for number, (name, role) in enumerate(
            (("Sam", Role.YOUTH), ("Lotte", Role.BEGELEIDER), ("Bram", Role.BEGELEIDER)), 1
        )
    ]
    session.add_all(team)
    await session.flush()
    sam, lotte, bram = team
    second = bram.id if duo else None
    session.add(Trajectory(youth_id=sam.id, begeleider_id=lotte.id, duo_id=second, start_on=TODAY))
    await session.flush()
    return sam, lotte, bram


async def stretches(session: AsyncSession, person: Person, today: date = TODAY) -> list[Days]:
    return [(row.first, row.through) for row in await away.planned(session, person.id, today)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.asyncio
async def test_at_every_moment_a_youth_has_one_in_charge_who_is_there_if_anybody_is(
    database: Database, seed: int
) -> None:
    chance, today = Random(seed), TODAY
    async with database.write() as session:
        sam, lotte, bram = await sams_team(session, duo=chance.random() < 0.9)
        for _step in range(25):
            person = chance.choice((lotte, bram))
            await _lives(session, person, chance, today)
            person.blocked_at = NOW if chance.random() < 0.1 else None
            await _holds(session, sam, (lotte, bram), today)
            today += chance.randint(0, 3) * A_DAY


async def _lives(session: AsyncSession, person: Person, chance: Random, today: date) -> None:
    """Plans, goes, comes back, takes back."""
    rows = await away.planned(session, person.id, today)
    first = today + chance.randint(0, 9) * A_DAY
    match chance.randint(0, 3):
        case 0:
            await away.go(session, person.id, first, NOW, today)
        case 1:
            await away.plan(session, person.id, first, first + chance.randint(0, 6) * A_DAY, NOW, today)
        case 2 if rows:
            await away.end(session, chance.choice(rows), today)


async def _holds(session: AsyncSession, sam: Person, team: tuple[Person, Person], today: date) -> None:
    for person in team:
        days = await stretches(session, person, today)
        assert all(one[1] + A_DAY < other[0] for one, other in pairwise(days)), "two are one"
    for day in (today + ahead * A_DAY for ahead in (0, 1, 3, 6, 10)):
        walks = await people.team_of(session, sam.id)
        there = [person for person in walks if await away.is_there(session, person, day)]
        hears = await away.in_charge(session, sam.id, day)
        assert hears in walks
        assert hears in there or not there
        looked_after = [one for one in team if sam in await away.looks_after(session, one.id, day)]
        assert len(looked_after) <= 1
        assert not there or looked_after == [hears]


@pytest.mark.parametrize(
    ("planned", "left"),
    [
        pytest.param([(1, 2), (3, 4)], [(1, 4)], id="one after the other"),
        pytest.param([(1, 2), (4, 5)], [(1, 2), (4, 5)], id="a day in between"),
        pytest.param([(1, 2), (5, 6), (2, 5)], [(1, 6)], id="one that joins two"),
        pytest.param([(1, 9), (3, 4)], [(1, 9)], id="one within another"),
        pytest.param([(3, 4), (1, 9)], [(1, 9)], id="one around another"),
        pytest.param([(5, 6), (1, 2)], [(1, 2), (5, 6)], id="the later one first"),
    ],
)
@pytest.mark.asyncio
async def test_absences_that_meet_are_one(
    database: Database, planned: list[tuple[int, int]], left: list[tuple[int, int]]
) -> None:
    async with database.write() as session:
        _, lotte, _ = await sams_team(session)
        for first, last in planned:
            await away.plan(session, lotte.id, TODAY + first * A_DAY, TODAY + last * A_DAY, NOW, TODAY)
        assert await stretches(session, lotte) == [
            (TODAY + first * A_DAY, TODAY + last * A_DAY) for first, last in left
        ]


@pytest.mark.asyncio
async def test_going_again_changes_how_long_it_lasts(database: Database) -> None:
    async with database.write() as session:
        _, lotte, _ = await sams_team(session)
        row = await away.go(session, lotte.id, TODAY + 13 * A_DAY, NOW, TODAY)
        assert await away.go(session, lotte.id, TODAY, NOW, TODAY) is row
        assert await stretches(session, lotte) == [(TODAY, TODAY)]


@pytest.mark.asyncio
async def test_what_was_taken_back_is_never_another_absence(database: Database) -> None:
    async with database.write() as session:
        _, lotte, _ = await sams_team(session)
        row = await away.plan(session, lotte.id, TODAY + A_DAY, TODAY + 2 * A_DAY, NOW, TODAY)
        await away.end(session, row, TODAY)
        assert await stretches(session, lotte) == []
        again = await away.plan(session, lotte.id, TODAY + A_DAY, TODAY + 2 * A_DAY, NOW, TODAY)
        assert again.id != row.id
        assert await away.mine(session, lotte.id, row.id) is row


@pytest.mark.parametrize(
    ("between", "one"),
    [pytest.param(2, True, id="a weekend"), pytest.param(3, False, id="a weekend and a Monday")],
)
@pytest.mark.asyncio
async def test_a_return_without_a_working_day_is_none(database: Database, between: int, one: bool) -> None:  # noqa: FBT001 - a row
    friday = date(2026, 11, 27)
    async with database.write() as session:
        _, lotte, _ = await sams_team(session)
        earlier = datetime(2026, 11, 24, 7, tzinfo=UTC)
        session.add(AwayRow(person_id=lotte.id, first=TODAY, since=earlier, through=friday))
        first = friday + (between + 1) * A_DAY
        later = AwayRow(person_id=lotte.id, first=first, since=NOW + timedelta(days=6), through=first + A_DAY)
        session.add(later)
        await session.flush()
        assert await away.began(session, later) == (earlier if one else later.since)


@pytest.mark.parametrize(
    ("duo", "away_too", "alone"),
    [
        pytest.param(True, [], False, id="a duo who is there"),
        pytest.param(False, [], True, id="no duo"),
        pytest.param(True, [(0, 9)], True, id="a duo who is away too"),
        pytest.param(True, [(2, 2)], True, id="a duo who is away for a day of it"),
        pytest.param(True, [(4, 5)], False, id="a duo who is away in the weekend"),
        pytest.param(True, [(7, 9)], False, id="a duo who is away later"),
    ],
)
@pytest.mark.asyncio
async def test_whether_a_youth_is_left_alone(
    database: Database,
    duo: bool,  # noqa: FBT001 - a row
    away_too: list[tuple[int, int]],
    alone: bool,  # noqa: FBT001 - a row
) -> None:
    async with database.write() as session:
        sam, lotte, bram = await sams_team(session, duo=duo)
        row = await away.plan(session, lotte.id, TODAY + A_DAY, TODAY + 6 * A_DAY, NOW, TODAY)
        for first, last in away_too:
            await away.plan(session, bram.id, TODAY + first * A_DAY, TODAY + last * A_DAY, NOW, TODAY)
        expected = {standing_in.Alone(row.id, sam.id)} if alone else set()
        assert await standing_in.alone(session, [sam], TODAY) == expected
