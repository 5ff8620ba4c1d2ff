"""Every night: old rows go, and what should be on the agenda is put back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, event, func, select

from programme.people import Role
from sandbox.town import Town
from store import agenda, flow, joining, night
from store.agenda import Duty
from store.flow import Step
from store.portion import EVERYBODY
from store.tables import (
    Agenda,
    AgendaState,
    CheckinPlan,
    Flow,
    Inbox,
    InboxState,
    Outbox,
    OutboxState,
    Person,
    Trajectory,
    WrongCode,
)
from tests.people import row_of, sam_with_lotte, staff, youth

FACES = ["😣", "🙁", "😐", "🙂", "😄"]


async def forget(town: Town, duty: Duty) -> None:
    """Lose what was planned, as a bug or a hand in the database might."""
    async with town.spoor.database.write() as session:
        await session.execute(delete(Agenda).where(Agenda.kind == duty))


async def waiting(town: Town, duty: Duty) -> int:
    """How many of these are planned."""
    return await planned(town, duty, AgendaState.WAITING)


async def planned(town: Town, duty: Duty, state: AgendaState) -> int:
    """Of how many of these it stands like that."""
    async with town.spoor.database.read() as session:
        query = select(func.count()).select_from(Agenda).where(Agenda.kind == duty)
        return await session.scalar(query.where(Agenda.state == state)) or 0


@pytest.mark.asyncio
async def test_a_question_that_got_lost_is_found_again(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=time(10))
    await forget(town, Duty.CHECKIN)
    await town.wind(hours=10)
    sam.expects_nothing()
    await town.wind(hours=15)
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_the_question_how_to_go_on_is_found_too(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, day=42, at=time(10))
    await forget(town, Duty.RHYTHM)
    await town.wind(hours=25, minutes=45)
    sam.expects("Sam", buttons=FACES)
    sam.expects("Sam", buttons=FACES)
    sam.expects("", buttons=FACES)
    sam.expects("Vanaf nu kies jij")


@pytest.mark.asyncio
async def test_who_stopped_or_left_is_left_alone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    async with town.spoor.database.write() as session:
        plan = await session.get_one(CheckinPlan, (await row_of(town, sam)).id)
        plan.stopped_at = town.now()
        gone = await session.get_one(Person, (await row_of(town, mo)).id)
        gone.ended_at = town.now()
    await forget(town, Duty.CHECKIN)
    async with town.spoor.database.write() as session:
        await night.heal(session, town.now(), town.spoor.setting.zone, EVERYBODY)
    assert await waiting(town, Duty.CHECKIN) == 0


@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 3, 28, 20, tzinfo=UTC),
        datetime(2026, 10, 24, 20, tzinfo=UTC),
        datetime(2026, 11, 24, 2, 30, tzinfo=UTC),
    ],
    ids=["the clock goes forward", "the clock goes back", "at the very minute"],
)
@pytest.mark.asyncio
async def test_there_is_one_night_every_night(prepared: Path, start: datetime) -> None:
    async with Town(prepared, start=start) as town:
        for nights in range(4):
            async with town.spoor.database.read() as session:
                query = select(Agenda).where(Agenda.kind == Duty.NIGHT).order_by(Agenda.due_at)
                rows = (await session.scalars(query)).all()
            assert len(rows) == nights + 1
            local = rows[-1].due_at.astimezone(town.spoor.setting.zone)
            assert (local.hour, local.minute) == (3, 30)
            await town.restart()
            await town.wind(days=1)
        assert await waiting(town, Duty.NIGHT) == 1


@pytest.mark.asyncio
async def test_what_is_old_goes(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    long_ago = town.now() - timedelta(days=70)
    async with town.spoor.database.write() as session:
        person = (await row_of(town, sam)).id
        await joining.wrong_code(session, b"somebody", long_ago)
        await flow.go(session, person, Step.SETTINGS_TIME, long_ago)
        await agenda.plan(session, Duty.CHECKIN, person, long_ago, key="old")
        session.add(Inbox(update_id=1, state=InboxState.HANDLED, received_at=long_ago, handled_at=long_ago))
        old = await session.scalar(select(Agenda).where(Agenda.key == "checkin:old"))
        assert old is not None
        old.state, old.done_at = AgendaState.DONE, long_ago
        row = Outbox(lane="3 planned", kind="old", method="sendMessage", doubt="leave", created_at=long_ago)
        row.state, row.done_at = OutboxState.SENT, long_ago
        session.add(row)
    await town.wind(hours=19)
    async with town.spoor.database.read() as session:
        assert (await session.scalars(select(WrongCode))).all() == []
        assert (await session.scalars(select(Flow))).all() == []
        assert (await session.scalars(select(Agenda).where(Agenda.key == "checkin:old"))).all() == []
        assert (await session.scalars(select(Inbox).where(Inbox.update_id == 1))).all() == []
        assert (await session.scalars(select(Outbox).where(Outbox.kind == "old"))).all() == []


async def many(town: Town, count: int, *, days_ago: int) -> None:
    """So many more youths with Lotte, whose year began then, and of whom nothing is on the agenda."""
    guide = (await row_of(town, await staff(town, "Lotte"))).id
    async with town.spoor.database.write() as session:
        for _ in range(count):
            person = Person(role=Role.YOUTH, name="J", created_at=town.now(), joined_at=town.now())
            session.add(person)
            await session.flush()
            start = (town.now() - timedelta(days=days_ago)).date()
            session.add(Trajectory(youth_id=person.id, begeleider_id=guide, start_on=start))
            session.add(CheckinPlan(youth_id=person.id, at=time(10)))


@contextmanager
def said(town: Town) -> Iterator[list[str]]:
    """What is said to the database meanwhile."""
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    engine = town.spoor.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", hear)
    yield statements
    event.remove(engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("days_ago", [20, 500], ids=["in their year", "in nazorg"])
@pytest.mark.asyncio
async def test_opening_costs_the_same_whoever_there_is(town: Town, days_ago: int) -> None:
    """That nothing is missing on anybody's agenda is seen after it, some at a time."""
    costs = []
    for count in (10, 290):
        await many(town, count, days_ago=days_ago)
        with said(town) as statements:
            await town.spoor.open()
        costs.append(len(statements))
    assert costs[0] == costs[1]
    await town.wind(minutes=1)
    assert await waiting(town, Duty.CHECKIN) == (300 if days_ago == 20 else 0)


@pytest.mark.asyncio
async def test_seeing_that_nothing_is_missing_costs_a_few_questions_for_many(town: Town) -> None:
    await many(town, 1000, days_ago=500)
    await town.spoor.open()
    await town.wind(minutes=1)
    await town.spoor.open()
    with said(town) as statements:
        await town.wind(minutes=1)
    assert await planned(town, Duty.HEAL, AgendaState.DONE) == 2 * 21
    assert len(statements) < 1500


@pytest.mark.asyncio
async def test_between_two_portions_others_have_their_turn(town: Town) -> None:
    """A tap, or whatever else wants to write, never waits for everybody."""
    await many(town, 250, days_ago=20)
    await town.spoor.open()
    await town.settle()
    assert (await planned(town, Duty.HEAL, AgendaState.DONE), await waiting(town, Duty.HEAL)) == (1, 1)
    await town.wind(minutes=1)
    assert (await planned(town, Duty.HEAL, AgendaState.DONE), await waiting(town, Duty.HEAL)) == (6, 0)


@pytest.mark.asyncio
async def test_who_restarts_meanwhile_begins_anew_and_once(town: Town) -> None:
    await many(town, 5, days_ago=20)
    for _ in range(3):
        await town.spoor.open()
        assert await waiting(town, Duty.HEAL) == 1
    await town.settle()
    assert (await waiting(town, Duty.HEAL), await waiting(town, Duty.CHECKIN)) == (0, 5)
