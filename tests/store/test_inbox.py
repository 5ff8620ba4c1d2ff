"""What came in is kept, handled in each person's order, and wiped."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from store import inbox
from store.database import Database
from store.tables import Inbox, InboxState

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SAM, LOTTE = 1001, 1002


async def put(database: Database, *updates: tuple[int, int]) -> list[bool]:
    """Store updates with these ids and senders."""
    async with database.write() as session:
        return [await inbox.put(session, number, sender, '{"a": 1}', NOW) for number, sender in updates]


async def next_id(database: Database, now: datetime = NOW) -> int | None:
    """The update that would be handled now."""
    async with database.read() as session:
        row = await inbox.next_one(session, now)
    return None if row is None else row.update_id


async def fail(database: Database, update_id: int, now: datetime) -> bool:
    """Let handling an update fail; whether it will be tried again."""
    async with database.write() as session:
        return inbox.try_again(await session.get_one(Inbox, update_id), now)


async def test_the_same_update_twice_is_one(database: Database) -> None:
    assert await put(database, (7, SAM), (7, SAM)) == [True, False]


async def test_what_was_handled_is_not_new(database: Database) -> None:
    await put(database, (7, SAM))
    async with database.write() as session:
        assert await inbox.any_new(session)
        inbox.handled(await session.get_one(Inbox, 7), NOW)
        assert not await inbox.any_new(session)


async def test_the_oldest_goes_first(database: Database) -> None:
    await put(database, (8, LOTTE), (7, SAM))
    assert await next_id(database) == 7


async def test_a_failure_holds_up_its_own_sender_and_nobody_else(database: Database) -> None:
    await put(database, (7, SAM), (8, SAM), (9, LOTTE))
    await fail(database, 7, NOW)
    assert await next_id(database) == 9
    assert await next_id(database, NOW + timedelta(seconds=1)) == 7


async def test_three_more_tries_further_and_further_apart_and_then_aside(database: Database) -> None:
    await put(database, (7, SAM), (8, SAM))
    moment, waits = NOW, []
    while await fail(database, 7, moment):
        async with database.read() as session:
            until = await inbox.next_moment(session)
        assert until is not None
        waits.append((until - moment).total_seconds())
        moment = until
    assert waits == sorted(waits)
    assert len(waits) == 3
    assert await next_id(database, moment) == 8
    async with database.read() as session:
        aside = await session.get_one(Inbox, 7)
        assert (aside.state, await inbox.contents(session, 7)) == (InboxState.FAILED, '{"a": 1}')
        assert await inbox.count_failed(session) == 1


async def test_what_was_set_aside_is_there_for_a_month(database: Database) -> None:
    await put(database, (7, SAM))
    while await fail(database, 7, NOW):
        pass
    for days, left in ((29, 1), (31, 0)):
        async with database.write() as session:
            await inbox.forget_old(session, NOW + timedelta(days=days))
            assert await inbox.count_failed(session) == left


async def test_once_handled_nothing_of_it_stays(database: Database) -> None:
    await put(database, (7, SAM))
    async with database.write() as session:
        inbox.handled(await session.get_one(Inbox, 7), NOW)
    async with database.read() as session:
        row = await session.get_one(Inbox, 7)
        sealed = await session.scalar(text("SELECT payload FROM inbox"))
    assert (row.state, sealed, row.sender_id) == (InboxState.HANDLED, None, None)
    assert await put(database, (7, SAM)) == [False]


async def test_after_days_a_number_may_come_again(database: Database) -> None:
    """Telegram numbers anew after a quiet week: an old number must not hide a new update."""
    await put(database, (7, SAM))
    async with database.write() as session:
        inbox.handled(await session.get_one(Inbox, 7), NOW)
    async with database.write() as session:
        await inbox.forget_old(session, NOW + timedelta(days=4))
    assert await put(database, (7, LOTTE)) == [True]
