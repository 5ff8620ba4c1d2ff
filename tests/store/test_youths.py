"""The list of somebody's jongeren: as many queries for twenty as for one, and each what it is alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession

from programme.checkin import Face
from programme.contacts import ContactKind
from programme.people import Role
from programme.phases import Phase
from store import contacts, joining, year, youths
from store.database import Database
from store.tables import Checkin, CheckinPlan, Person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TODAY = NOW.date()
ZONE = ZoneInfo("Europe/Brussels")
A_DAY = timedelta(days=1)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)


async def colleague(session: AsyncSession, name: str) -> Person:
    person = Person(role=Role.BEGELEIDER, name=name, created_at=NOW, joined_at=NOW)
    session.add(person)
    await session.flush()
    return person


async def walks_with(session: AsyncSession, number: int, guide: Person, duo: Person | None) -> Person:
    """A jongere with something of everything."""
    youth = await youths.add(session, f"Sam {number:02}", TODAY - number * 3 * A_DAY, guide, duo, NOW)
    session.add(CheckinPlan(youth_id=youth.id, at=time(10)))
    for ago in range(number + 2):
        face = None if ago % 3 else Face.GOOD
        session.add(Checkin(youth_id=youth.id, day=TODAY - ago * A_DAY, opener=0, asked_at=NOW, face=face))
    for ago in range(number):
        day = TODAY - ago * A_DAY
        await contacts.note(session, youth.id, ContactKind.FACE_TO_FACE, day, guide.id, NOW, at=None)
    await year.set_target(session, youth.id, Phase.OPSTART, number % 8)
    if number % 5 == 0:
        await year.pause(session, youth.id, TODAY, TODAY)
    await joining.invite(session, youth, guide, NOW)
    return youth


@pytest.mark.asyncio
async def test_twenty_cost_no_more_queries_than_one(database: Database) -> None:
    numbers = count(1)
    spent = []
    for more in (1, 19):
        async with database.write() as session:
            lotte, bram = await colleague(session, "Lotte"), await colleague(session, "Bram")
            for _ in range(more):
                await walks_with(session, next(numbers), lotte, bram)
        async with database.read() as session:
            with counted(database) as asked:
                assert len(await youths.seen_by(session, lotte.id, NOW, ZONE)) == more
        spent.append(len(asked))
    assert spent[0] == spent[1] <= 12


@pytest.mark.asyncio
async def test_in_the_list_each_is_what_they_are_alone(database: Database) -> None:
    async with database.write() as session:
        lotte, bram = await colleague(session, "Lotte"), await colleague(session, "Bram")
        for number in range(8):
            await walks_with(session, number, *((lotte, bram) if number % 2 else (bram, lotte)))
        found = await youths.seen_by(session, lotte.id, NOW, ZONE)
        assert [youth.person.name for youth in found] == [f"Sam {number:02}" for number in (1, 3, 5, 7, 0, 2, 4, 6)]
        for youth in found:
            assert await youths.one_seen_by(session, lotte.id, youth.person.id, NOW, ZONE) == youth


@pytest.mark.asyncio
async def test_who_walks_with_somebody_else_is_not_there(database: Database) -> None:
    async with database.write() as session:
        lotte, noor = await colleague(session, "Lotte"), await colleague(session, "Noor")
        sam = await walks_with(session, 1, lotte, None)
        assert not await youths.seen_by(session, noor.id, NOW, ZONE)
        assert await youths.one_seen_by(session, noor.id, sam.id, NOW, ZONE) is None
        sam.ended_at = NOW
        await session.flush()
        assert await youths.one_seen_by(session, lotte.id, sam.id, NOW, ZONE) is None


@pytest.mark.asyncio
async def test_the_last_seven_answers_the_newest_last(database: Database) -> None:
    async with database.write() as session:
        lotte = await colleague(session, "Lotte")
        sam = await youths.add(session, "Sam", TODAY - 100 * A_DAY, lotte, None, NOW)
        faces = [None, Face.BAD, Face.GOOD, None, Face.SO_SO, Face.GOOD, Face.VERY_GOOD, Face.VERY_BAD]
        for ago, face in enumerate(reversed(faces)):
            session.add(Checkin(youth_id=sam.id, day=TODAY - ago * A_DAY, opener=0, asked_at=NOW, face=face))
        await session.flush()
        [shown] = await youths.seen_by(session, lotte.id, NOW, ZONE)
        assert shown.faces == tuple(faces[1:])
        [later] = await youths.seen_by(session, lotte.id, NOW + youths.FACES_SINCE, ZONE)
        assert later.faces == (Face.VERY_BAD,)
        [much_later] = await youths.seen_by(session, lotte.id, NOW + youths.FACES_SINCE + A_DAY, ZONE)
        assert much_later.faces == ()


@pytest.mark.asyncio
async def test_what_was_taken_away_and_what_was_with_the_network_is_no_contact_with_them(database: Database) -> None:
    async with database.write() as session:
        lotte = await colleague(session, "Lotte")
        sam = await youths.add(session, "Sam", TODAY - 10 * A_DAY, lotte, None, NOW)
        for kind, ago in ((ContactKind.PHONE, 4), (ContactKind.NETWORK, 1), (ContactKind.FACE_TO_FACE, 0)):
            noted = await contacts.note(session, sam.id, kind, TODAY - ago * A_DAY, lotte.id, NOW, at=None)
        noted.removed_at = NOW
        await session.flush()
        [shown] = await youths.seen_by(session, lotte.id, NOW, ZONE)
        assert shown.last_contact == TODAY - 4 * A_DAY
        assert shown.together is not None
        assert shown.together.met == 0
