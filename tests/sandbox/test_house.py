"""The house of the demo: whatever day it is opened, everybody is where the cast says, and it lives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from dateutil.relativedelta import relativedelta
from sqlalchemy import select

from bot.clock import SystemClock
from chat.link import link
from programme.phases import Phase, Year, week_of
from sandbox.cast import DEMO, FIRST_DAY, Cast
from sandbox.clock import RunningClock
from sandbox.diary import WORDS
from sandbox.faults import Fault
from sandbox.house import House
from sandbox.model import User
from sandbox.outlook import Outlook, Waiting
from sandbox.page_town import Part, Resident
from store import joining, people
from store.journal import Happened
from store.sealed import new_key
from store.tables import Checkin, Lane, Person, Trajectory
from tests.scenarios.links import link_in

pytestmark = pytest.mark.usefixtures("prepared")
TUESDAY = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)

#: Sam and who walks along, without the days before: opens sooner.
SAM = replace(DEMO, youths=DEMO.youths[:1], past=())


@asynccontextmanager
async def opened(folder: Path, cast: Cast, today: datetime = TUESDAY) -> AsyncIterator[House]:
    """A house opened on this day, not living yet."""
    house = House(folder, cast, RunningClock(SystemClock(), today))
    try:
        await house.open()
        yield house
    finally:
        await house.close()


@asynccontextmanager
async def living(folder: Path) -> AsyncIterator[House]:
    """Sam's house, with the bot's own loops running."""
    async with opened(folder, SAM) as house, house.living():
        yield house


def shows(house: House, name: str) -> str:
    """All that stands on somebody's phone."""
    return "\n".join(message.plain for message in house.town.person(name).sees())


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "today",
    [
        pytest.param(TUESDAY, id="a Tuesday"),
        pytest.param(datetime(2026, 10, 25, 20, 0, tzinfo=UTC), id="the Sunday the clock goes back"),
        pytest.param(datetime(2028, 2, 29, 5, 0, tzinfo=UTC), id="a leap day"),
    ],
)
async def test_everybody_is_where_the_cast_says(tmp_path: Path, today: datetime) -> None:
    async with opened(tmp_path, DEMO, today) as house:
        local = house.now().astimezone(house.zone)
        assert (local.date(), local.time().replace(second=0, microsecond=0)) == (today.date(), time(9, 40))
        starts = await starts_of(house)
        assert {name: Year(start).phase_on(today.date()) for name, start in starts.items()} == {
            "Sam": Phase.OPSTART,
            "Mo": Phase.UITVOERING_1,
            "Yara": Phase.UITVOERING_2,
            "Jef": Phase.NAZORG,
        }
        assert (today.date() - starts["Sam"]).days + 1 == 3
        assert week_of(starts["Mo"], today.date()) == 9
        assert starts["Yara"] + relativedelta(months=6) <= today.date() < starts["Yara"] + relativedelta(months=7)
        assert week_of(Year(starts["Jef"]).ends, today.date()) == 5
        assert "Jij: 🙂 Goed" in shows(house, "Sam")
        assert "Sam: 🙂 Goed" in shows(house, "Lotte")
        assert house.town.person("Kobe").sees() == ()
        lines = [(line.who, line.kind) for line in await house.journal_since(0)]
        assert lines[:2] == [("An", "uitgenodigd"), ("An", "kwam erbij")]
        assert ("Lotte → Sam", "hartje gegeven") in lines
        assert [line.english for line in await house.journal_since(0)][:2] == ["invited", "joined"]
        assert await house.wind_to_next()
        assert await asked_on(house, "Sam") == [today.date() - timedelta(days=1), today.date()]


@pytest.mark.asyncio
async def test_the_begeleider_finds_the_day_laid_out(tmp_path: Path) -> None:
    async with opened(tmp_path, DEMO) as house:
        lotte, noor = house.town.person("Lotte"), house.town.person("Noor")
        assert "Dag Lotte. Dit is er vandaag:\n\nMo schreef gisteren om 18u20." in shows(house, "Lotte")
        await lotte.says("/jongeren")
        assert "Mo: uitvoering 1, week 9" in lotte.sees()[-1].plain
        assert "Contact: gisteren, samen 1/3" in lotte.sees()[-1].plain
        await noor.says("/agenda")
        assert "Jef, bellen (nazorg)" in noor.sees()[-1].plain


async def starts_of(house: House) -> dict[str, date]:
    """When the year of each youth started."""
    async with house.town.spoor.database.read() as session:
        rows = await session.execute(
            select(Person, Trajectory.start_on).join(Trajectory, Trajectory.youth_id == Person.id)
        )
        return {person.name: start for person, start in rows}


async def asked_on(house: House, name: str) -> list[date]:
    """The days on which a youth was asked."""
    async with house.town.spoor.database.read() as session:
        person = await people.by_telegram_id(session, house.town.person(name).user.id)
        assert person is not None
        query = select(Checkin.day).where(Checkin.youth_id == person.id).order_by(Checkin.day)
        return list(await session.scalars(query))


def test_the_journal_has_a_word_for_everything() -> None:
    assert set(WORDS) == set(Happened)


@pytest.mark.asyncio
async def test_wound_by_a_day_everything_comes_at_its_own_time(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        await house.wind(timedelta(days=1))
        when = [
            (m.at.astimezone(house.zone).time().replace(second=0), m.plain) for m in house.town.person("Sam").sees()
        ]
        asked, nudged = when[-2:]
        assert (asked[0], nudged[0]) == (time(10), time(13))
        assert house.now().astimezone(house.zone).time() >= time(9, 40)


@pytest.mark.asyncio
async def test_to_the_next_thing_goes_on_until_there_is_something_to_see(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        sam = house.town.person("Sam")
        assert await house.wind_to_next()
        question = sam.sees()[-1]
        house.telegram.tap(sam.user, question.id, question.buttons[3].data or "")
        assert await house.wind_to_next()
        next_one = sam.sees()[-1]
        assert next_one.id > question.id, "the nudge that was dropped and the chores of the night show nothing"
        assert next_one.at.astimezone(house.zone).time().replace(second=0, microsecond=0) == time(10)


@pytest.mark.asyncio
async def test_to_the_next_thing_when_there_is_none(tmp_path: Path) -> None:
    async with opened(tmp_path, FIRST_DAY) as house:
        assert not await house.wind_to_next()


@pytest.mark.asyncio
async def test_what_was_tapped_just_before_winding_counts(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        await house.wind_to_next()
        sam = house.town.person("Sam")
        question = sam.sees()[-1]
        house.telegram.tap(sam.user, question.id, question.buttons[3].data or "")
        await house.wind(timedelta(hours=4))
        assert sam.sees()[-1].id == question.id, "a nudge came after the answer"
        assert "Jij: 🙂 Goed" in sam.sees()[-1].plain


@pytest.mark.asyncio
async def test_telegram_is_down_while_the_clock_is_wound(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        before = len(house.town.person("Sam").sees())
        house.telegram.faults.switch_on(Fault.DOWN)
        await house.wind(timedelta(hours=1))
        assert len(house.town.person("Sam").sees()) == before
        house.telegram.faults.switch_off()
        await house.wind(timedelta(minutes=10))
        assert len(house.town.person("Sam").sees()) == before + 1


@pytest.mark.asyncio
async def test_what_waits_while_telegram_is_down_is_to_be_seen(tmp_path: Path) -> None:
    async with living(tmp_path) as house:
        house.telegram.faults.switch_on(Fault.DOWN)
        await house.wind(timedelta(hours=1))
        waiting = (await house.outlook()).waiting
        assert waiting.lanes == {Lane.URGENT: 0, Lane.ANSWER: 0, Lane.PLANNED: 1}
        assert waiting.next_try
        assert house.now() < waiting.next_try <= house.now() + timedelta(minutes=1)
        house.telegram.faults.switch_off()
        await house.wind(timedelta(minutes=1))
        assert (await house.outlook()).waiting == Waiting(dict.fromkeys(Lane, 0))


@pytest.mark.asyncio
async def test_a_process_that_hears_nothing_ends_and_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.watch.LOOK_EVERY", 0.05)
    async with living(tmp_path) as house:
        first = house.town.spoor
        async with asyncio.timeout(20):
            await first.receive.caught_up.wait()
            house.telegram.faults.switch_on(Fault.DOWN)
            assert first.receive.last_success is not None
            monkeypatch.setattr(first.receive, "last_success", first.receive.last_success - 60)
            ends_in = (await house.outlook()).ends_in
            assert ends_in is not None
            assert 0 < ends_in <= 30
            with monkeypatch.context() as impatient:
                impatient.setattr("bot.watch.DEAF_AFTER", 1.0)
                while not (await house.outlook()).restarted:  # noqa: ASYNC110 - the house tells nobody
                    await asyncio.sleep(0.05)
            assert house.town.spoor is not first
            assert (await house.outlook()).ends_in is None, "the new process waits for its first word"
            sam = house.town.person("Sam")
            house.telegram.write(sam.user, "/hulp")
            house.telegram.faults.switch_off()
            before = len(sam.sees())
            while len(sam.sees()) == before:  # noqa: ASYNC110 - nor does a phone
                await asyncio.sleep(0.05)


@pytest.mark.asyncio
async def test_a_new_phone_plays_the_part_once_its_link_is_opened(tmp_path: Path) -> None:
    async with opened(tmp_path, SAM) as house:
        fresh = house.new_phone(house.town.person("Sam").user)
        assert house.residents()[-1] == Resident(fresh, Part.STRANGER, beside=True)
        await moves(house, "Sam", fresh)
        await house.journal_since(0)
        assert house.residents()[-1].part is Part.YOUTH


@pytest.mark.asyncio
async def test_a_new_phone_is_there_again_in_a_house_that_was_kept(tmp_path: Path) -> None:
    clock, key = RunningClock(SystemClock(), TUESDAY), new_key()
    house = House(tmp_path, SAM, clock, key=key)
    await house.open()
    house.new_phone(house.town.person("Sam").user)
    second = house.new_phone(house.town.person("Sam").user)
    await moves(house, "Sam", second)
    await house.close()
    again = House(tmp_path, SAM, clock, key=key)
    await again.open()
    assert again.telegram.phones(second) == again.telegram.phones(again.town.person("Sam").user)
    assert again.residents()[-1] == Resident(second, Part.YOUTH, beside=True)
    assert shows(again, "Sam") == ""
    assert again.telegram.messages(second.id)[0].plain == "/start"
    await again.close()


async def moves(house: House, name: str, phone: User) -> None:
    """Somebody opens a new link on another phone."""
    async with house.town.spoor.database.write() as session:
        person = await people.by_telegram_id(session, house.town.person(name).user.id)
        assert person is not None
        code = await joining.invite(session, person, None, house.now())
    house.telegram.open_link(phone, link(house.town.spoor.setting.bot_name, code))
    await house.town.settle()


@pytest.mark.asyncio
async def test_a_newcomer_with_a_link_plays_a_part(tmp_path: Path) -> None:
    async with opened(tmp_path, FIRST_DAY) as house:
        assert part_of(house, "Lotte") is Part.STRANGER
        an, lotte = house.town.person("An"), house.town.person("Lotte")
        await an.says("/team")
        for label in ("Iemand uitnodigen", "begeleider"):
            await an.taps(label)
        await an.says("Lotte")
        await an.taps("Sla over")
        await lotte.opens(link_in(an.sees()[-1]))
        await house.journal_since(0)
        assert part_of(house, "Lotte") is Part.BEGELEIDER


def part_of(house: House, name: str) -> Part:
    """What the page says somebody is."""
    return next(one.part for one in house.residents() if one.person.name == name)


@pytest.mark.asyncio
async def test_a_page_may_look_on_a_moment_longer_than_the_bot_is_there(prepared: Path) -> None:
    """As when a story ends while its page asks for the latest."""
    house = House(prepared, replace(DEMO.only("An"), past=()), SystemClock())
    await house.open()
    assert await house.journal_since(0)
    await house.close()
    assert (await house.journal_since(0), await house.outlook()) == ((), Outlook())
