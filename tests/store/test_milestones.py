"""The milestones that are kept: they follow the year, and what people did with them stays."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.milestones import Milestone, is_said_on, still_matters
from programme.people import Role
from programme.workdays import is_working_day
from sandbox.town import DATABASE
from store import heads_up, milestones, own_dates, people, youths
from store.database import Database
from store.portion import just
from store.sealed import Vault, new_key, read_keys
from store.tables import Agenda, MilestoneRow, MilestoneState, Person

pytestmark = pytest.mark.asyncio
M, State = Milestone, MilestoneState
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TODAY = NOW.date()
BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest_asyncio.fixture
async def database(prepared: Path) -> AsyncIterator[Database]:
    """Empty, and quickly there."""
    opened = Database(f"sqlite:///{prepared / DATABASE}", Vault(read_keys(new_key())))
    yield opened
    await opened.close()


@asynccontextmanager
async def sam(database: Database, start: date = TODAY) -> AsyncIterator[tuple[AsyncSession, int]]:
    """Sam, added today, in a transaction."""
    async with database.write() as session:
        lotte = Person(role=Role.BEGELEIDER, name="Lotte", created_at=NOW)
        session.add(lotte)
        await session.flush()
        yield session, (await youths.add(session, "Sam", start, lotte, None, NOW)).id


async def row(session: AsyncSession, youth_id: int, kind: Milestone) -> MilestoneRow:
    """The only one of this kind."""
    mine = (MilestoneRow.youth_id == youth_id, MilestoneRow.kind == kind)
    return (await session.scalars(select(MilestoneRow).where(*mine))).one()


async def days(session: AsyncSession, youth_id: int, *kinds: Milestone) -> list[date]:
    """When these are."""
    return [(await row(session, youth_id, kind)).due_on for kind in kinds]


async def standing(session: AsyncSession, youth_id: int) -> list[tuple[object, ...]]:
    """All there is of this youth."""
    rows = await milestones.of_youth(session, youth_id)
    return sorted((each.kind, each.number, each.due_on, each.chosen, each.state) for each in rows)


async def test_who_is_added_has_milestones(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        rows = await milestones.of_youth(session, youth_id)
        assert [(each.kind, each.due_on) for each in rows[:2]] == [
            (M.FIRST_SPIDERWEB, date(2026, 12, 7)),
            (M.ONDERSTEUNINGSPLAN, date(2027, 1, 5)),
        ]
        assert {each.state for each in rows} == {State.OPEN}
        assert len(rows) == 9


async def test_nobody_asks_after_what_was_due_before_a_youth_was_added(database: Database) -> None:
    async with sam(database, date(2026, 3, 1)) as (session, youth_id):
        before = {each.kind for each in await milestones.of_youth(session, youth_id) if each.state is State.BEFORE}
        assert before == {M.FIRST_SPIDERWEB, M.ONDERSTEUNINGSPLAN, M.NETWERKWANDELING, M.LEVENSLIJN, M.EVALUATIE_1,
                          M.EVALUATIE_2}  # fmt: skip
        assert await milestones.said_today(session, [youth_id], TODAY) == []


async def test_a_start_typed_wrongly_is_put_right(database: Database) -> None:
    async with sam(database, date(2026, 1, 24)) as (session, youth_id):
        (await people.trajectory_of(session, youth_id)).start_on = TODAY
        await milestones.derive(session, youth_id)
        assert {each.state for each in await milestones.of_youth(session, youth_id)} == {State.OPEN}


async def test_the_evaluations_follow_a_plan_that_was_done_late_until_that_is_taken_back(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        plan, late = await row(session, youth_id, M.ONDERSTEUNINGSPLAN), datetime(2027, 1, 20, 10, tzinfo=UTC)
        usual = await days(session, youth_id, M.EVALUATIE_1, M.EVALUATIE_2)
        assert usual == [date(2027, 4, 5), date(2027, 7, 5)]
        milestones.settle(plan, State.DONE, youth_id, late)
        await milestones.derive(session, youth_id)
        assert await days(session, youth_id, M.EVALUATIE_1, M.EVALUATIE_2) == [date(2027, 4, 20), date(2027, 7, 20)]
        milestones.settle(plan, State.OPEN, youth_id, late)
        await milestones.derive(session, youth_id)
        assert await days(session, youth_id, M.EVALUATIE_1, M.EVALUATIE_2) == usual


async def test_a_plan_done_before_the_bot_knew_of_it_moves_nothing(database: Database) -> None:
    async with sam(database, date(2026, 9, 24)) as (session, youth_id):
        usual = await days(session, youth_id, M.EVALUATIE_1, M.EVALUATIE_2)
        milestones.settle(await row(session, youth_id, M.ONDERSTEUNINGSPLAN), State.DONE, youth_id, NOW)
        await milestones.derive(session, youth_id)
        assert await days(session, youth_id, M.EVALUATIE_1, M.EVALUATIE_2) == usual


async def test_what_was_done_and_chosen_stays_when_the_start_moves(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        await milestones.move(session, await row(session, youth_id, M.LEVENSLIJN), date(2027, 1, 8))
        milestones.settle(await row(session, youth_id, M.ONDERSTEUNINGSPLAN), State.DONE, youth_id, NOW + 42 * DAY)
        (await people.trajectory_of(session, youth_id)).start_on = TODAY + 14 * DAY
        await milestones.derive(session, youth_id)
        assert await days(session, youth_id, M.LEVENSLIJN, M.ONDERSTEUNINGSPLAN, M.EVALUATIE_1) == [
            date(2027, 1, 8),
            date(2027, 1, 5),
            date(2027, 4, 5),
        ]
        assert await days(session, youth_id, M.NETWERKWANDELING) == [date(2027, 3, 7)]


async def test_a_home_that_is_left_has_no_end_to_wait_for_and_one_that_is_entered_has_its_own(
    database: Database,
) -> None:
    async with sam(database) as (session, youth_id):
        trajectory = await people.trajectory_of(session, youth_id)
        for since in (date(2026, 12, 1), None, date(2027, 3, 1), None, date(2026, 12, 1)):
            trajectory.home_since = since
            await milestones.derive(session, youth_id)
            found = await milestones.open_of(session, youth_id)
            ends = [each.due_on for each in found if each.kind is M.TIJDELIJKE_WONING]
            assert ends == ([] if since is None else [since.replace(month=(since.month + 3) % 12 + 1, year=2027)])


async def test_a_home_for_longer_and_then_as_long_as_usual(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        (await people.trajectory_of(session, youth_id)).home_since = date(2026, 12, 1)
        await milestones.derive(session, youth_id)
        end = await row(session, youth_id, M.TIJDELIJKE_WONING)
        await milestones.move(session, end, date(2027, 6, 1))
        await milestones.derive(session, youth_id)
        assert end.due_on == date(2027, 6, 1)
        await milestones.unmove(session, end)
        assert end.due_on == date(2027, 4, 1)


async def test_what_falls_in_a_year_that_was_ended_is_not_said(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        (await people.trajectory_of(session, youth_id)).stopped_on = date(2026, 12, 1)
        await milestones.derive(session, youth_id)
        said = await milestones.said_today(session, [youth_id], date(2027, 6, 1))
        assert [each.kind for each in said] == [M.AFRONDING, M.RELATIEGEBAAR]


async def test_the_night_gives_milestones_to_who_has_none_and_asks_after_nothing_past(database: Database) -> None:
    async with sam(database, date(2026, 6, 1)) as (session, youth_id):
        (await session.get_one(Person, youth_id)).created_at = NOW - 170 * DAY
        await session.execute(delete(MilestoneRow))
        await milestones.heal(session, NOW, BRUSSELS)
        rows = await milestones.of_youth(session, youth_id)
        assert len(rows) == 9
        assert all((each.state is State.OPEN) == (each.due_on >= TODAY) for each in rows)


DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("born", "nights", "comes"),
    [
        pytest.param(date(2008, 11, 24), [TODAY], [date(2026, 11, 24)], id="today"),
        pytest.param(date(2008, 11, 24), [TODAY + DAY], [date(2027, 11, 24)], id="the night after it"),
        pytest.param(date(2008, 2, 29), [date(2027, 2, 28)], [date(2027, 2, 28)], id="born on 29 February"),
        pytest.param(date(2008, 2, 29), [date(2027, 3, 1)], [date(2028, 2, 29)], id="and then in a leap year"),
        pytest.param(date(2008, 1, 1), [TODAY], [date(2027, 1, 1)], id="next year"),
    ],
)
async def test_birthdays_come_back(database: Database, born: date, nights: list[date], comes: list[date]) -> None:
    async with sam(database) as (session, youth_id):
        await own_dates.set_birthday(session, youth_id, born, TODAY)
        for night in nights:
            await own_dates.come_back(session, night)
        mine = [each for each in await milestones.of_youth(session, youth_id) if each.kind is M.BIRTHDAY]
        assert [each.due_on for each in mine] == comes
        assert [each.number for each in mine] == [day.year for day in comes]


async def test_a_birthday_that_was_kept_stays_as_done_and_the_next_one_comes(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        await own_dates.set_birthday(session, youth_id, date(2008, 11, 26), TODAY)
        milestones.settle(await row(session, youth_id, M.BIRTHDAY), State.DONE, youth_id, NOW)
        for night in range(4):
            await own_dates.come_back(session, TODAY + night * DAY)
        mine = [each for each in await milestones.of_youth(session, youth_id) if each.kind is M.BIRTHDAY]
        assert [(each.number, each.state) for each in mine] == [(2026, State.DONE), (2027, State.OPEN)]
        await own_dates.set_birthday(session, youth_id, None, TODAY + 4 * DAY)
        await own_dates.come_back(session, TODAY + 5 * DAY)
        mine = [each for each in await milestones.of_youth(session, youth_id) if each.kind is M.BIRTHDAY]
        assert [each.number for each in mine] == [2026]


async def test_a_yearly_date_of_29_february_keeps_it(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        kept = await own_dates.add(session, youth_id, "oma", date(2020, 2, 29), TODAY)
        assert (kept.due_on, kept.yearly) == (date(2027, 2, 28), True)
        milestones.settle(kept, State.DONE, youth_id, NOW)
        await own_dates.come_back(session, date(2027, 3, 1))
        assert (kept.due_on, kept.state) == (date(2028, 2, 29), State.OPEN)


async def test_a_date_that_does_not_come_back_waits_until_it_is_settled(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        kept = await own_dates.add(session, youth_id, "zitting", TODAY + DAY, TODAY)
        await own_dates.come_back(session, TODAY + 30 * DAY)
        assert kept in await milestones.said_today(session, [youth_id], TODAY + 30 * DAY)


async def test_a_date_that_was_taken_away_is_kept_for_a_day(database: Database) -> None:
    async with sam(database) as (session, youth_id):
        kept = await own_dates.add(session, youth_id, "zitting", TODAY + DAY, TODAY)
        milestones.settle(kept, State.DROPPED, youth_id, NOW)
        count = select(func.count()).where(MilestoneRow.kind == M.OWN_DATE)
        await own_dates.forget_removed(session, NOW + timedelta(hours=23))
        assert await session.scalar(count) == 1
        await own_dates.forget_removed(session, NOW + timedelta(hours=25))
        assert await session.scalar(count) == 0


async def test_who_hears_tomorrow_is_planned_once(database: Database) -> None:
    async with sam(database, TODAY + DAY - timedelta(weeks=6)) as (session, youth_id):
        await milestones.move(session, await row(session, youth_id, M.LEVENSLIJN), TODAY + DAY)
        for _ in range(2):
            await heads_up.plan(session, NOW, BRUSSELS)
        await heads_up.plan(session, NOW, BRUSSELS, just(youth_id + 1))
        planned = await session.execute(select(Agenda.due_at, Agenda.expires_at).where(Agenda.kind == "heads-up"))
        at, until = datetime(2026, 11, 24, 15, tzinfo=UTC), datetime(2026, 11, 24, 20, 30, tzinfo=UTC)
        assert [tuple(each) for each in planned] == [(at, until)] * 2  # the plan of the year, and the chosen day


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_people_do_what_they_did_stays_and_deriving_again_changes_nothing(
    database: Database, seed: int
) -> None:
    chance = random.Random(seed)
    async with sam(database, TODAY - chance.randrange(300) * DAY) as (session, youth_id):
        trajectory = await people.trajectory_of(session, youth_id)
        for _ in range(15):
            each = chance.choice(await milestones.of_youth(session, youth_id))
            moment = NOW + chance.randrange(400) * DAY
            match chance.randrange(6):
                case 0:
                    await milestones.move(session, each, moment.date())
                case 1 | 2:
                    milestones.settle(each, chance.choice([State.DONE, State.DROPPED, State.OPEN]), youth_id, moment)
                case 3:
                    trajectory.start_on = TODAY - chance.randrange(300) * DAY
                case 4:
                    trajectory.home_since = chance.choice([None, TODAY, TODAY - 30 * DAY])
                case 5:
                    trajectory.stopped_on = chance.choice([None, moment.date()])
            kept = {
                row.id: (row.due_on, row.state) for row in await milestones.of_youth(session, youth_id) if _stays(row)
            }
            await milestones.derive(session, youth_id)
            once = await standing(session, youth_id)
            await milestones.derive(session, youth_id)
            assert await standing(session, youth_id) == once
            now = {row.id: (row.due_on, row.state) for row in await milestones.of_youth(session, youth_id)}
            assert {number: now[number] for number in kept} == kept
        await _all_that_is_open_is_said(session, youth_id)


def _stays(row: MilestoneRow) -> bool:
    """A home's end follows the home, whatever was chosen for it."""
    return (row.chosen or row.state not in milestones.FOLLOWS) and row.kind is not M.TIJDELIJKE_WONING


async def _all_that_is_open_is_said(session: AsyncSession, youth_id: int) -> None:
    year = await people.year_of(session, youth_id)
    for ahead in range(0, 500, 7):
        day = TODAY + ahead * DAY
        if is_working_day(day):
            said = {each.id for each in await milestones.said_today(session, [youth_id], day)}
            rows = await milestones.of_youth(session, youth_id)
            open_ones = (
                each for each in rows if each.state is State.OPEN and still_matters(each.kind, each.due_on, year)
            )
            assert said == {each.id for each in open_ones if is_said_on(each.kind, each.due_on, day)}
