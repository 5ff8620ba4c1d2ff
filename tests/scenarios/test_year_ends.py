"""The year is over: the youth hears once, at a good hour, what stays possible; nazorg begins all the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from programme.nazorg import Nazorg
from programme.phases import StopReason
from sandbox.faults import Fault
from sandbox.town import Town
from store import agenda, joining, people, year_ends
from store.agenda import Duty
from store.journal import Happened
from store.tables import CheckinPlan, Journal, NazorgPlan, Person
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_youths import adds, opens_page

OVER = "Je jaar zit erop, Sam."
LAST_DAY = 365  # of a common year; the next day is the first of nazorg
MORNING = "Dag Lotte. Dit is er vandaag:\n\n"
YEAR_OVER = f"{MORNING}Sam: het jaar zit erop, de nazorg begint."
CALL_AHEAD = f"{MORNING}Sam: bellen, woensdag."  # two weeks after the end, said three working days ahead


async def follow(town: Town, who: Phone, **facts: object) -> None:
    """Facts about the year change, as they do on the card."""
    me = await row_of(town, who)
    async with town.spoor.database.write() as session:
        trajectory = await people.trajectory_of(session, me.id)
        for name, value in facts.items():
            setattr(trajectory, name, value)
        await session.flush()
        await year_ends.follow(session, me.id, town.now(), town.spoor.setting.zone)


async def plan_of(town: Town, who: Phone) -> Nazorg | None:
    """Vast or soepel; None while there is no plan."""
    me = await row_of(town, who)
    async with town.spoor.database.read() as session:
        plan = await session.get(NazorgPlan, me.id)
    return None if plan is None else plan.mode


async def waits(town: Town, who: Phone) -> bool:
    """Whether the end of the year is on the agenda."""
    me = await row_of(town, who)
    async with town.spoor.database.read() as session:
        return await agenda.is_waiting(session, Duty.YEAR_ENDS, me.id)


async def begun(town: Town) -> int:
    """How often nazorg began."""
    async with town.spoor.database.read() as session:
        return len((await session.scalars(select(Journal).where(Journal.kind == Happened.NAZORG_BEGAN))).all())


def hours(day: int, hour: int, minute: int = 0) -> datetime:
    """That hour in November, in Brussels."""
    return datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


@pytest.mark.asyncio
async def test_the_youth_hears_once_what_stays_possible(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 10, 59))
    hush(sam)
    await town.wind(minutes=2)
    told = sam.expects(OVER, buttons=["Zo is het goed", "Liever soepel"]).plain
    for words in ("Lotte blijft er voor jou", "Bel me blijft werken", "om de 2 weken", "elke maand", "/instellingen"):
        assert words in told
    assert await plan_of(town, sam) is Nazorg.VAST
    await sam.taps("Zo is het goed", times=2)
    sam.expects("Fijn.", edited=True, buttons=[])
    lotte.expects(YEAR_OVER)
    lotte.expects_nothing()
    await town.wind(days=9)
    assert await begun(town) == 1
    lotte.expects(CALL_AHEAD)  # it stands in the morning message, and rings nobody
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_rather_flexible_and_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 12))
    hush(sam)
    lotte.expects(YEAR_OVER)
    await sam.taps("Liever soepel", times=2)
    sam.expects("Oké, soepel.\nEr staat niets gepland.\nBellen mag altijd.\n\nIk laat het Lotte weten.", edited=True)
    lotte.expects("Sam wil liever soepel.", silent=True, buttons=["Nazorg"])
    await town.restart()
    await sam.taps("Liever vaste momenten", times=2)
    sam.expects("Lotte belt je rond woensdag 9 december.", edited=True, buttons=["Liever soepel"])
    lotte.expects("Sam wil vaste momenten.", edited=True, silent=True)
    hush(sam)


@pytest.mark.parametrize(("says", "taps"), [("/pauze", "Tot ik het zeg"), ("/stop", "Ja, stop maar")])
@pytest.mark.asyncio
async def test_who_wants_quiet_hears_nothing_and_the_plan_is_made(town: Town, says: str, taps: str) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await sam.says(says)
    await sam.taps(taps)
    hush(sam, lotte)
    await town.wind(days=10)
    sam.expects_nothing()
    assert await plan_of(town, sam) is Nazorg.VAST
    lotte.expects(YEAR_OVER)
    lotte.expects(CALL_AHEAD)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_who_blocked_the_bot_has_a_plan_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await sam.blocks()
    hush(lotte)
    await town.wind(days=3)
    assert await plan_of(town, sam) is Nazorg.VAST
    lotte.expects(YEAR_OVER)


@pytest.mark.asyncio
async def test_on_a_sunday_and_a_holiday_it_comes_on_the_day_itself(prepared: Path) -> None:
    """Christmas of 2022 was a Sunday."""
    async with Town(prepared, start=datetime(2022, 12, 24, 9, tzinfo=UTC)) as town:
        sam, _ = await sam_with_lotte(town, day=LAST_DAY)
        await town.wind(to=datetime(2022, 12, 25, 10, 1, tzinfo=UTC))
        sam.expects(OVER)
        hush(sam)


@pytest.mark.parametrize(
    "start",
    [datetime(2027, 3, 27, 9, tzinfo=UTC), datetime(2027, 10, 30, 9, tzinfo=UTC), datetime(2025, 2, 27, 9, tzinfo=UTC)],
    ids=["the clock goes forward", "the clock goes back", "a year from 29 February"],
)
@pytest.mark.asyncio
async def test_at_eleven_whatever_the_calendar_does(prepared: Path, start: datetime) -> None:
    async with Town(prepared, start=start) as town:
        sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
        me = await row_of(town, sam)
        if start.month == 2:
            await follow(town, sam, start_on=date(2024, 2, 29))
        async with town.spoor.database.read() as session:
            assert (await people.year_of(session, me.id)).ends == today(town) + timedelta(1)
        await town.wind(days=1, hours=5)
        sam.expects(OVER)
        lines = [line for line in sam.transcript().splitlines() if OVER in line]
        assert [" 11:00:00 " in line for line in lines] == [True]
        hush(sam, lotte)


@pytest.mark.asyncio
async def test_whoever_was_in_nazorg_before_there_were_plans_hears_nothing(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    phones = [await youth(town, name, lotte, day=day) for name, day in (("Sam", 400), ("Mo", 367), ("Yara", 900))]
    await town.wind(days=3)
    for who in phones:
        who.expects_nothing()
        assert await plan_of(town, who) is Nazorg.VAST
        assert not await waits(town, who)
    assert await begun(town) == 3
    lotte.expects(f"{MORNING}1. Sam: bellen, woensdag.\n2. Sam: elkaar zien, woensdag.")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_added_when_the_year_is_over_already(town: Town) -> None:
    """A start of exactly a year ago can be typed; who comes in then is in nazorg, and hears of no end."""
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await lotte.says("/nieuw")
    await lotte.says("Sam")
    await lotte.says("24/11/2025")
    await lotte.taps("Later")
    await lotte.taps("Klopt")
    link = next(word for word in lotte.sees()[-1].plain.split() if word.startswith("https://"))
    await sam.opens(link)
    await sam.taps("Ik doe mee")
    await sam.taps("10u")
    hush(sam, lotte)
    await town.wind(days=5)
    sam.expects_nothing()
    assert await plan_of(town, sam) is Nazorg.VAST
    await opens_page(lotte, "Sam")
    await lotte.taps("Nazorg", on="nazorg, week 1")
    lotte.expects("Bellen: rond dinsdag 8 december\nElkaar zien: rond donderdag 24 december", edited=True)
    hush(lotte)


@pytest.mark.asyncio
async def test_the_end_is_planned_when_a_youth_is_added_and_a_removed_one_has_none_of_it(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await adds(lotte, "Jo")
    async with town.spoor.database.read() as session:
        jo = (await session.scalars(select(Person).order_by(Person.id.desc()).limit(1))).one()
        assert await agenda.is_waiting(session, Duty.YEAR_ENDS, jo.id)
    async with town.spoor.database.write() as session:
        await joining.withdraw(session, jo.id, town.now())
        (await session.get_one(Person, jo.id)).ended_at = town.now()
    await town.wind(days=2)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_ended_early_they_get_a_short_word_the_next_morning(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=100)
    await town.wind(to=hours(25, 15))
    hush(sam)
    await follow(town, sam, stopped_on=date(2026, 11, 25), stopped_why=StopReason.BY_YOUTH)
    assert await plan_of(town, sam) is Nazorg.SOEPEL
    await town.wind(to=hours(26, 10, 59))
    sam.expects_nothing()
    await town.wind(minutes=2)
    told = sam.expects("Hey Sam, je jaar met Lotte stopt hier.\n\nLotte blijft er voor jou.", buttons=[]).plain
    assert "Wil je Lotte nu en dan horen? Kies het in /instellingen." in told
    await town.wind(days=9)
    hush(lotte)  # the last question before it stayed unanswered


@pytest.mark.asyncio
async def test_a_slip_is_mended_before_anybody_hears(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=100, at=None)
    await town.wind(to=hours(25, 10, 5))
    await follow(town, sam, stopped_on=date(2026, 11, 25))
    await town.wind(minutes=57)
    await follow(town, sam, stopped_on=None)
    assert await plan_of(town, sam) is None
    assert await waits(town, sam)
    await town.wind(days=9)
    lotte.expects_nothing()
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_year_that_is_opened_again_ends_once_more(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 12))
    sam.expects(OVER)
    await follow(town, sam, start_on=date(2025, 11, 30))
    assert await plan_of(town, sam) is None
    await sam.taps("Liever soepel")
    sam.expects_toast("van vroeger")
    hush(sam)
    await town.wind(to=hours(29, 23))
    hush(sam)
    await town.wind(to=hours(30, 11, 1))
    sam.expects(OVER)
    assert await plan_of(town, sam) is Nazorg.VAST
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_a_start_that_moves_a_few_days_back_tells_it_late_and_one_of_weeks_ago_does_not(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    sam, mo = await youth(town, "Sam", lotte, day=360, at=None), await youth(town, "Mo", lotte, day=360, at=None)
    for who, joined in ((sam, 100), (mo, 100)):
        me = await row_of(town, who)
        async with town.spoor.database.write() as session:
            (await session.get_one(Person, me.id)).joined_at = town.now() - timedelta(days=joined)
    await follow(town, sam, start_on=date(2025, 11, 21))
    await follow(town, mo, start_on=date(2025, 11, 1))
    assert [await plan_of(town, who) for who in (sam, mo)] == [Nazorg.VAST, Nazorg.VAST]
    await town.wind(hours=2, minutes=1)
    sam.expects(OVER)
    lotte.expects_nothing()
    await town.wind(days=3)
    mo.expects_nothing()
    lotte.expects(f"{MORNING}1. Mo: bellen, dinsdag.\n2. Mo: elkaar zien, dinsdag.")


@pytest.mark.asyncio
async def test_told_late_when_the_bot_was_down_and_never_at_night(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await follow(town, sam)
    await town.close()
    town.clock.wind(hours(25, 23))
    await town.open()
    await town.settle()
    hush(sam, lotte)
    assert OVER not in sam.transcript()
    await town.wind(to=hours(26, 11, 1))
    sam.expects(OVER)
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_what_reached_nobody_is_said_the_next_day(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 10, 30))
    hush(sam)
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", calls=1, retry_after=12 * 3600)
    await town.wind(to=hours(26, 10, 59))
    assert OVER not in sam.transcript()
    await town.wind(minutes=2)
    sam.expects(OVER)
    await town.wind(days=8)
    sam.expects_nothing()
    lotte.expects(YEAR_OVER)
    lotte.expects(CALL_AHEAD)


@pytest.mark.asyncio
async def test_what_may_have_arrived_is_not_said_again(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY, at=None)
    await town.wind(to=hours(25, 10, 30))
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await town.wind(days=3)
    assert sam.transcript().count(OVER) == 1
    hush(sam)
    lotte.expects(YEAR_OVER)


@pytest.mark.asyncio
async def test_the_duty_that_got_lost_is_found_again_at_night(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        await agenda.drop(session, Duty.YEAR_ENDS, me.id)
    await town.wind(to=hours(25, 11, 1))
    sam.expects(OVER)
    hush(sam)
    lotte.expects(YEAR_OVER)


@pytest.mark.asyncio
async def test_chosen_flexible_before_eleven_it_says_so(town: Town) -> None:
    """Lotte opens the page that morning, before the youth hears of it."""
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 9))
    await opens_page(lotte, "Sam")
    await lotte.taps("Nazorg", on="nazorg, week 1")
    await lotte.taps("Soepel maken")
    hush(lotte)
    await town.wind(to=hours(25, 12))
    sam.expects("Je jaar zit erop, Sam.", buttons=["Zo is het goed", "Liever vaste momenten"])
    sam.expects("Lotte koos voor soepel contact met jou.")
    await sam.taps("Zo is het goed")
    sam.expects("Fijn.\n\nEr staat niets gepland.\nBellen mag altijd.", edited=True)
    hush(sam)


@pytest.mark.asyncio
async def test_a_late_choice_of_rhythm_still_counts_after_the_end(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=LAST_DAY)
    await town.wind(to=hours(25, 12))
    hush(sam)
    await sam.says("/instellingen")
    await sam.taps("🔁 Geen vragen")
    await sam.taps("1 keer per week")
    hush(sam, lotte)
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        assert (await session.get_one(CheckinPlan, me.id)).at == time(10)
        assert await agenda.is_waiting(session, Duty.CHECKIN, me.id)
