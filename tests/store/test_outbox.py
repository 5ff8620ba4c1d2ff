"""What goes out: in order, once, and with its outcome."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from programme.people import Role
from store import outbox
from store.database import Database
from store.tables import Doubt, Lane, Outbox, OutboxState, Person

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SAM, LOTTE = 1001, 1002


async def queue(database: Database, chat_id: int | None = SAM, **values: Any) -> int | None:
    """Queue a message."""
    whole = {"lane": Lane.ANSWER, "doubt": Doubt.LEAVE, "kind": "test", "method": "sendMessage", **values}
    async with database.write() as session:
        return await outbox.add(session, chat_id=chat_id, payload="woorden", created_at=NOW, **whole)


async def ready(database: Database, now: datetime = NOW) -> list[int]:
    """The ids of what may go."""
    async with database.read() as session:
        return [row.id for row in await outbox.ready(session, now, 100)]


async def claim(database: Database, row_id: int | None) -> bool:
    """Take a message to send it."""
    async with database.write() as session:
        return await outbox.claim(session, [row_id or 0], NOW) != []


async def row(database: Database, row_id: int | None) -> Outbox:
    """A message as it stands."""
    async with database.read() as session:
        return await session.get_one(Outbox, row_id)


async def sealed(database: Database, row_id: int | None) -> bytes | None:
    """What is left of a message's contents."""
    async with database.read() as session:
        query = text("SELECT payload FROM outbox WHERE id = :id")
        found: bytes | None = await session.scalar(query, {"id": row_id})
    return found


async def test_a_chat_gets_one_at_a_time_in_order(database: Database) -> None:
    first, second, other = await queue(database), await queue(database), await queue(database, LOTTE)
    assert await ready(database) == [first, other]
    await claim(database, first)
    assert await ready(database) == [other]
    async with database.write() as session:
        outbox.close(await session.get_one(Outbox, first), OutboxState.SENT, NOW)
    assert await ready(database) == [second, other]


async def test_the_urgent_one_overtakes_all_that_is_queued(database: Database) -> None:
    await queue(database, lane=Lane.PLANNED)
    await queue(database, lane=Lane.ANSWER)
    urgent = await queue(database, lane=Lane.URGENT)
    assert await ready(database) == [urgent]


async def test_the_lanes_sort_as_they_go(database: Database) -> None:
    planned = await queue(database, 1, lane=Lane.PLANNED)
    answer = await queue(database, 2, lane=Lane.ANSWER)
    urgent = await queue(database, 3, lane=Lane.URGENT)
    assert await ready(database) == [urgent, answer, planned]


async def test_a_claim_is_for_one(database: Database) -> None:
    first = await queue(database)
    assert [await claim(database, first), await claim(database, first)] == [True, False]


async def test_a_claim_shows_what_it_became_since_somebody_looked(database: Database) -> None:
    first = await queue(database)
    async with database.write() as session:
        seen = (await outbox.ready(session, NOW, 100))[0]
        await session.execute(text("UPDATE outbox SET chat_id = :chat_id"), {"chat_id": LOTTE})
        (claimed,) = await outbox.claim(session, [first or 0], NOW)
    assert (seen.id, claimed.chat_id, claimed.state) == (first, LOTTE, OutboxState.SENDING)


async def test_a_key_is_one_of_a_kind(database: Database) -> None:
    assert await queue(database, key="checkin:1:2026-11-24") is not None
    assert await queue(database, key="checkin:1:2026-11-24") is None


async def test_what_is_done_is_wiped(database: Database) -> None:
    first = await queue(database)
    async with database.write() as session:
        outbox.close(await session.get_one(Outbox, first), OutboxState.SENT, NOW)
    assert await sealed(database, first) is None


async def test_of_a_stranger_not_even_the_chat_stays(database: Database) -> None:
    first = await queue(database)
    async with database.write() as session:
        stranger = await session.get_one(Outbox, first)
        stranger.message_id = 5
        outbox.close(stranger, OutboxState.SENT, NOW)
    kept = await row(database, first)
    assert (kept.chat_id, kept.message_id) == (None, None)


async def person(database: Database) -> int:
    """Somebody with a place."""
    async with database.write() as session:
        session.add(Person(id=1, role=Role.YOUTH, name="Sam", created_at=NOW))
    return 1


async def said(database: Database, row_id: int | None, message_id: int | None) -> Outbox:
    """It arrived as this message."""
    async with database.write() as session:
        await outbox.said(session, await session.get_one(Outbox, row_id), message_id, NOW)
    return await row(database, row_id)


async def test_what_arrived_is_wiped_and_known_by_its_number(database: Database) -> None:
    first = await queue(database, person_id=await person(database))
    kept = await said(database, first, 5)
    assert (kept.state, kept.done_at, kept.chat_id, kept.message_id) == (OutboxState.SENT, NOW, SAM, 5)
    assert await sealed(database, first) is None
    assert (await said(database, first, None)).message_id == 5  # an edit has no number, and takes none away


async def test_of_a_stranger_nothing_stays_of_what_arrived(database: Database) -> None:
    first = await queue(database)
    kept = await said(database, first, 5)
    assert (kept.state, kept.chat_id, kept.message_id, await sealed(database, first)) == (
        OutboxState.SENT,
        None,
        None,
        None,
    )


async def test_what_arrived_on_the_phone_of_before_has_no_number_on_the_new_one(database: Database) -> None:
    first = await queue(database, person_id=await person(database))
    async with database.write() as session:
        sent = await session.get_one(Outbox, first)
        await session.execute(text("UPDATE outbox SET chat_id = :chat_id"), {"chat_id": LOTTE})
        await outbox.said(session, sent, 5, NOW)
    kept = await row(database, first)
    assert (kept.state, kept.chat_id, kept.message_id) == (OutboxState.SENT, LOTTE, None)


@pytest.mark.parametrize(
    ("doubt", "state", "repeated"),
    [
        pytest.param(Doubt.LEAVE, OutboxState.UNKNOWN, 0, id="a question to a youth is not repeated"),
        pytest.param(Doubt.REPEAT, OutboxState.QUEUED, 1, id="an edit is"),
        pytest.param(Doubt.REPEAT_MARKED, OutboxState.QUEUED, 1, id="an alert is"),
    ],
)
async def test_after_a_crash_each_message_says_itself(
    database: Database, doubt: Doubt, state: OutboxState, repeated: int
) -> None:
    first = await queue(database, doubt=doubt)
    await claim(database, first)
    async with database.write() as session:
        await outbox.recover(session, NOW)
    found = await row(database, first)
    assert (found.state, found.repeated) == (state, repeated)
    assert (await sealed(database, first) is None) == (state is OutboxState.UNKNOWN)


async def test_what_is_too_late_is_not_said(database: Database) -> None:
    late = await queue(database, expires_at=NOW - timedelta(minutes=1))
    fresh = await queue(database, expires_at=NOW + timedelta(minutes=1))
    async with database.read() as session:
        assert await outbox.look(session, NOW) == outbox.Queue(too_late=True, held_until=None)
    async with database.write() as session:
        await outbox.expire(session, NOW)
    assert (await row(database, late)).state is OutboxState.EXPIRED
    assert await ready(database) == [fresh]


async def test_of_what_left_the_queue_knows_nothing(database: Database) -> None:
    first = await queue(database)
    async with database.read() as session:
        assert await outbox.look(session, NOW) == outbox.Queue(too_late=False, held_until=None)
    await claim(database, first)
    async with database.read() as session:
        assert await outbox.look(session, NOW) is None


async def test_a_chat_on_hold_waits_and_the_others_do_not(database: Database) -> None:
    held, free = await queue(database), await queue(database, LOTTE)
    until = NOW + timedelta(seconds=9)
    async with database.write() as session:
        await outbox.hold_chat(session, SAM, until)
    assert await ready(database) == [free]
    async with database.read() as session:
        assert await outbox.look(session, NOW) == outbox.Queue(too_late=False, held_until=until)
        assert await outbox.look(session, until) == outbox.Queue(too_late=False, held_until=None)
    assert await ready(database, until) == [held, free]


async def test_what_waits_for_a_good_hour_holds_up_nothing_until_then(database: Database) -> None:
    morning = NOW + timedelta(hours=1)
    waits = await queue(database, lane=Lane.PLANNED, not_before=morning)
    behind = await queue(database, lane=Lane.PLANNED)
    assert await ready(database) == [behind]
    assert await ready(database, morning) == [waits]


async def test_what_is_tried_again_later_keeps_its_place(database: Database) -> None:
    first = await queue(database)
    await queue(database)
    again_at = NOW + timedelta(seconds=9)
    await claim(database, first)
    async with database.write() as session:
        outbox.put_back(await session.get_one(Outbox, first), again_at)
    assert await ready(database) == []
    assert await ready(database, again_at) == [first]


async def test_taking_back_what_was_planned_for_somebody(database: Database) -> None:
    async with database.write() as session:
        session.add(Person(id=1, role=Role.YOUTH, name="Sam", created_at=NOW))
    leaving = await queue(database, person_id=1, lane=Lane.PLANNED)
    await claim(database, leaving)
    planned = await queue(database, person_id=1, lane=Lane.PLANNED)
    answer = await queue(database, person_id=1)
    other = await queue(database, LOTTE, lane=Lane.PLANNED)
    async with database.write() as session:
        await outbox.take_back_planned(session, 1, NOW)
        outbox.put_back(await session.get_one(Outbox, leaving), NOW)
    later = NOW + timedelta(seconds=1)
    async with database.write() as session:
        await outbox.expire(session, later)
    states = [(await row(database, one)).state for one in (leaving, planned, answer, other)]
    assert states == [OutboxState.EXPIRED, OutboxState.EXPIRED, OutboxState.QUEUED, OutboxState.QUEUED]
