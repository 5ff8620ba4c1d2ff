"""Time is a row: planned once, taken once, gone when it is too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store import agenda
from store.agenda import Duty
from store.database import Database
from store.tables import Agenda, AgendaState

pytestmark = pytest.mark.asyncio
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def plan(database: Database, due_at: datetime, key: str = "1", expires_at: datetime | None = None) -> bool:
    """Plan a nudge."""
    async with database.write() as session:
        return await agenda.plan(session, Duty.NUDGE, 1, due_at, key=key, expires_at=expires_at)


async def take(database: Database, now: datetime) -> list[bool]:
    """Take what is due, twice over; what each taking says."""
    async with database.write() as session:
        row = await agenda.first(session)
        due = row is not None and row.due_at <= now
        return (
            []
            if row is None or not due
            else [await agenda.take(session, row, now), await agenda.take(session, row, now)]
        )


async def state(database: Database) -> AgendaState:
    """How the only row stands."""
    async with database.read() as session:
        return (await session.get_one(Agenda, 1)).state


async def test_planned_once(database: Database) -> None:
    assert [await plan(database, NOW), await plan(database, NOW + HOUR)] == [True, False]


async def test_not_before_its_time_and_then_once(database: Database) -> None:
    await plan(database, NOW + HOUR)
    assert await take(database, NOW) == []
    assert await take(database, NOW + HOUR) == [True, False]
    assert await take(database, NOW + HOUR) == []


async def test_too_late_is_not_at_all(database: Database) -> None:
    await plan(database, NOW, expires_at=NOW + HOUR)
    assert await take(database, NOW + 2 * HOUR) == [False, False]
    assert await state(database) is AgendaState.EXPIRED


async def test_what_is_dropped_can_be_planned_anew(database: Database) -> None:
    await plan(database, NOW + HOUR)
    async with database.write() as session:
        await agenda.drop(session, Duty.NUDGE, 1)
        assert not await agenda.is_waiting(session, Duty.NUDGE, 1)
    assert await plan(database, NOW + 2 * HOUR)


async def test_what_comes_back_is_planned_even_at_the_moment_at_which_it_was_done(database: Database) -> None:
    for _ in range(3):
        async with database.write() as session:
            await agenda.plan_anew(session, Duty.NUDGE, 1, NOW)
            await agenda.plan_anew(session, Duty.NUDGE, 1, NOW)
        assert await take(database, NOW) == [True, False]


async def test_a_failure_comes_back_later_each_time_and_is_then_set_aside(database: Database) -> None:
    await plan(database, NOW)
    moment, waits = NOW, []
    while await state(database) is AgendaState.WAITING:
        async with database.write() as session:
            await agenda.push_forward(session, 1, moment)
            row = await agenda.first(session)
        if row is not None:
            waits.append((row.due_at - moment).total_seconds())
            moment = row.due_at
    assert waits == sorted(waits)
    assert await state(database) is AgendaState.FAILED
    async with database.read() as session:
        assert await agenda.count_failed(session) == 1
