"""Face-to-face targets that slip: one message in time, to whoever looks after the youth; none when nothing slips."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from programme.milestones import Milestone
from programme.nazorg import Nazorg
from programme.phases import Phase
from sandbox.faults import Fault
from sandbox.town import Town
from store.tables import CheckinPlan, WeekOff
from tests.people import Phone, row_of, staff, youth
from tests.scenarios.morning import (
    agreed,
    begins,
    gathered,
    gone,
    handed_over,
    known_since,
    met,
    milestone,
    nazorg,
    planned,
    until,
    year_paused,
)
from tests.scenarios.test_push import hush

# The town begins on Tuesday 24 November.
WEDNESDAY, THURSDAY, FRIDAY, NEXT_WEDNESDAY = "2026-11-25", "2026-11-26", "2026-11-27", "2026-12-02"
NONE_YET = "Nog 3 keer samen met Sam deze week om aan 3 te komen."
TWO_MORE = "Nog 2 keer samen met Sam deze week om aan 3 te komen."


async def storming(town: Town, *, duo: str | None = None, at_day: int = 10) -> tuple[Phone, Phone]:
    """Sam with Lotte, in the second week of the opstart."""
    lotte = await staff(town, "Lotte")
    second = None if duo is None else await staff(town, duo)
    sam = await youth(town, "Sam", lotte, duo=second, day=at_day, at=None, aimed=True)
    await planned(town)
    return sam, lotte


async def weeks_off(town: Town) -> int:
    async with town.spoor.database.read() as session:
        return await session.scalar(select(func.count()).select_from(WeekOff)) or 0


@pytest.mark.asyncio
async def test_on_wednesday_at_noon_with_none_yet(town: Town) -> None:
    _sam, lotte = await storming(town)
    await until(town, f"{WEDNESDAY} 11:59")
    lotte.expects_nothing()
    await until(town, "12:00")
    shown = lotte.expects(NONE_YET, buttons=["📝 Contact", "Niet deze week"], silent=False)
    assert shown.plain == NONE_YET
    await town.restart()
    await until(town, f"{FRIDAY} 09:59")
    lotte.expects_nothing()
    await until(town, "10:00")
    lotte.expects(NONE_YET, edited=False)
    await until(town, "2026-11-29 23:00")


@pytest.mark.parametrize(
    ("held", "on", "says"),
    [
        pytest.param(["2026-11-23"], WEDNESDAY, None, id="one by Wednesday"),
        pytest.param(["2026-11-23"], FRIDAY, TWO_MORE, id="one by Friday"),
        pytest.param(["2026-11-23", "2026-11-24"], FRIDAY, None, id="two by Friday"),
        pytest.param(["2026-11-22"] * 3, WEDNESDAY, NONE_YET, id="last week's do not count"),
    ],
)  # fmt: skip
@pytest.mark.asyncio
async def test_what_is_on_its_way_is_not_spoken_of(town: Town, held: list[str], on: str, says: str | None) -> None:
    sam, lotte = await storming(town)
    await met(town, sam, lotte, *held)
    await until(town, f"{on} 09:00")
    hush(lotte)
    await until(town, f"{on} 23:00")
    if says is not None:
        lotte.expects(says)
    await until(town, f"{on} 23:30")
    lotte.expects_nothing()


@pytest.mark.parametrize(
    ("held", "says"),
    [
        pytest.param(7, "Nog 1 keer samen met Sam deze week voor gemiddeld 2.", id="one short"),
        pytest.param(6, "Nog 2 keer samen met Sam deze week voor gemiddeld 2.", id="two short"),
        pytest.param(3, "Sam: 3 keer samen in vier weken. We mikken op 2 per week.", id="more than a week can hold"),
        pytest.param(0, "Sam: 0 keer samen in vier weken. We mikken op 2 per week.", id="none"),
        pytest.param(8, None, id="enough"),
    ],
)
@pytest.mark.asyncio
async def test_later_on_thursday_the_average_of_four_weeks(town: Town, held: int, says: str | None) -> None:
    sam, lotte = await storming(town, at_day=100)
    await met(town, sam, lotte, *["2026-11-12"] * held)
    await until(town, f"{THURSDAY} 09:59")
    lotte.expects_nothing()
    await until(town, f"{FRIDAY} 23:00")
    if says is not None:
        assert lotte.expects(says).plain == says


@pytest.mark.asyncio
async def test_another_target_for_this_youth(town: Town) -> None:
    sam, lotte = await storming(town)
    await agreed(town, sam, Phase.OPSTART, 5)
    await met(town, sam, lotte, "2026-11-23")
    await until(town, f"{WEDNESDAY} 12:00")
    lotte.expects("Nog 4 keer samen met Sam deze week om aan 5 te komen.")


@pytest.mark.asyncio
async def test_all_of_them_in_one_message(town: Town) -> None:
    _sam, lotte = await storming(town)
    await youth(town, "Mo", lotte, day=11, at=None, aimed=True)
    await youth(town, "Jo", lotte, day=100, at=None, aimed=True)
    yara = await youth(town, "Yara", lotte, day=12, at=None, aimed=True)
    await met(town, yara, lotte, "2026-11-24")
    await until(town, f"{WEDNESDAY} 12:00")
    buttons = ["1 📝 Contact", "1 Niet deze week", "2 📝 Contact", "2 Niet deze week"]
    shown = lotte.expects("Samen deze week", buttons=buttons)
    assert shown.plain.splitlines() == [
        "Samen deze week",
        "1. Nog 3 keer samen met Sam deze week om aan 3 te komen.",
        "2. Nog 3 keer samen met Mo deze week om aan 3 te komen.",
    ]
    await lotte.taps("2 📝 Contact")
    lotte.expects("Hoe had je contact met Mo?", edited=False)
    await lotte.taps("Samen", times=2)
    lotte.expects("Genoteerd: Mo, samen", edited=True)
    lotte.expects("✓ Mo: 1 keer samen deze week", edited=True, buttons=["1 📝", "1 Niet deze week"])
    await lotte.taps("1 Niet deze week")
    shown = lotte.expects("✓ Sam: niet deze week", edited=True, buttons=["↩️ Ongedaan maken"])
    assert shown.plain.splitlines()[2] == "✓ Mo: 1 keer samen deze week"


@pytest.mark.asyncio
async def test_not_this_week_holds_this_week_and_asks_nothing(town: Town) -> None:
    _sam, lotte = await storming(town)
    await until(town, f"{WEDNESDAY} 12:00")
    lotte.expects(NONE_YET)
    await lotte.taps("Niet deze week", times=2)
    lotte.expects_toast("Dat was al")
    lotte.expects("✓ Sam: niet deze week", edited=True, buttons=["↩️ Ongedaan maken"])
    assert await weeks_off(town) == 1
    await until(town, f"{NEXT_WEDNESDAY} 11:59")
    lotte.expects_nothing()
    await until(town, "12:00")
    lotte.expects(NONE_YET, edited=False)


@pytest.mark.asyncio
async def test_this_week_after_all(town: Town) -> None:
    _sam, lotte = await storming(town)
    await until(town, f"{WEDNESDAY} 12:00")
    first = lotte.expects(NONE_YET)
    await lotte.taps("Niet deze week")
    lotte.expects("✓ Sam: niet deze week", edited=True)
    await town.restart()
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects_toast("Oké, het staat er weer.")
    assert lotte.expects(NONE_YET, edited=True).buttons == first.buttons
    assert await weeks_off(town) == 0
    await until(town, f"{FRIDAY} 10:00")
    lotte.expects(NONE_YET, edited=False)


@pytest.mark.asyncio
async def test_an_old_reminder_says_nothing_about_another_week(town: Town) -> None:
    _sam, lotte = await storming(town)
    await until(town, f"{WEDNESDAY} 12:00")
    message = lotte.expects(NONE_YET)
    await until(town, "2026-11-30 07:00")
    lotte.expects(NONE_YET)
    await lotte.forges(message.buttons[1].data or "", on=message)
    lotte.expects_toast("van vroeger")
    assert await weeks_off(town) == 0


@pytest.mark.parametrize("fact", ["paused_at", "stopped_at"])
@pytest.mark.asyncio
async def test_of_who_wants_quiet_only_the_count_is_shown(town: Town, fact: str) -> None:
    sam, lotte = await storming(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        plan = CheckinPlan(youth_id=person.id, at=datetime(2026, 1, 1, 10, tzinfo=UTC).time())
        setattr(plan, fact, town.now())
        session.add(plan)
    await milestone(town, sam, Milestone.BIRTHDAY, FRIDAY)
    await until(town, f"{FRIDAY} 08:30")
    assert "Deze week samen: Sam 0/3" in lotte.expects("jarig").plain
    lotte.expects("jarig")  # two days before
    await until(town, f"{FRIDAY} 23:00")


@pytest.mark.asyncio
async def test_none_while_the_year_is_paused(town: Town) -> None:
    sam, lotte = await storming(town)
    await year_paused(town, sam)
    await until(town, "2026-12-11 23:00")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_none_in_nazorg(town: Town) -> None:
    sam, lotte = await storming(town, at_day=400)
    await nazorg(town, sam, Nazorg.SOEPEL)  # nothing else is to be said either
    await until(town, "2026-12-11 23:00")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_while_the_begeleider_is_away_the_duo_hears(town: Town) -> None:
    sam, lotte = await storming(town, duo="Bram")
    await gone(town, lotte, days=1)
    await until(town, f"{WEDNESDAY} 12:00")
    bram = town.person("Bram")
    bram.expects("Herinneringen komen zolang bij jou.", silent=True)
    bram.expects(NONE_YET)
    sam.expects("Bram leest en antwoordt intussen.")
    await until(town, f"{FRIDAY} 10:00")
    lotte.expects("Terwijl je weg was: niets bijzonders.")
    lotte.expects(NONE_YET)
    bram.expects("Lotte is er weer.", silent=True)
    bram.expects_nothing()


@pytest.mark.asyncio
async def test_with_both_away_nobody_hears(town: Town) -> None:
    sam, lotte = await storming(town, duo="Bram")
    await gone(town, lotte)
    await gone(town, town.person("Bram"))
    await until(town, f"{FRIDAY} 23:00")
    sam.expects("Intussen leest niemand wat je schrijft.")


@pytest.mark.parametrize(
    ("begin", "before", "at"),
    [
        pytest.param("2037-11-02", "2037-11-10", "12:00", id="Wednesday 11 November: on Tuesday"),
        pytest.param("2026-12-18", "2026-12-24", "10:00", id="Friday 25 December: on Thursday"),
    ],
)
@pytest.mark.asyncio
async def test_a_check_on_a_holiday_is_on_the_day_before(town: Town, begin: str, before: str, at: str) -> None:
    begins(town, begin)
    _sam, lotte = await storming(town)
    await until(town, f"{before} 09:00")
    hush(lotte)
    await until(town, at)
    lotte.expects(NONE_YET)
    day = datetime.fromisoformat(before).date() + timedelta(days=1)
    await until(town, f"{day} 23:59")


@pytest.mark.asyncio
async def test_the_checks_of_one_day_are_one_message(town: Town) -> None:
    """Ascension is a Thursday: the averages are looked at on Wednesday noon, with the others."""
    begins(town, "2027-05-04")
    _sam, lotte = await storming(town)
    await youth(town, "Mo", lotte, day=100, at=None, aimed=True)
    await until(town, "2027-05-06 23:59")
    shown = lotte.expects("Samen deze week")
    assert shown.plain.splitlines()[1:] == [
        f"1. {NONE_YET}",
        "2. Mo: 0 keer samen in vier weken. We mikken op 2 per week.",
    ]


@pytest.mark.parametrize(
    ("wednesday", "utc_hour"),
    [
        pytest.param("2027-03-24", 11, id="before the clock goes forward"),
        pytest.param("2027-03-31", 10, id="after it went forward"),
        pytest.param("2027-10-27", 10, id="before the clock goes back"),
        pytest.param("2027-11-03", 11, id="after it went back"),
    ],
)
@pytest.mark.asyncio
async def test_noon_is_noon_on_the_wall(town: Town, wednesday: str, utc_hour: int) -> None:
    day = datetime.fromisoformat(wednesday).replace(tzinfo=UTC)
    begins(town, str(day.date() - timedelta(days=1)))
    _sam, lotte = await storming(town)
    await town.wind(to=day.replace(hour=utc_hour - 1, minute=59))
    lotte.expects_nothing()
    await town.wind(minutes=1)
    lotte.expects(NONE_YET)


@pytest.mark.asyncio
async def test_what_was_not_looked_at_on_its_day_is_not_looked_at_later(town: Town) -> None:
    _sam, lotte = await storming(town)
    await town.close()
    town.clock.wind(datetime(2026, 11, 25, 20, tzinfo=UTC))
    await town.open()
    await town.settle()
    await until(town, f"{FRIDAY} 09:59")
    lotte.expects_nothing()
    await until(town, "10:00")
    lotte.expects(NONE_YET)


@pytest.mark.asyncio
async def test_it_expires_the_same_day(town: Town) -> None:
    _sam, lotte = await storming(town)
    await until(town, f"{WEDNESDAY} 11:59")
    town.telegram.faults.switch_on(Fault.DOWN)
    await until(town, "12:01")
    await town.close()
    town.telegram.faults.switch_off()
    town.clock.wind(datetime(2026, 11, 25, 17, 1, tzinfo=UTC))
    await town.open()
    await until(town, f"{THURSDAY} 23:00")
    lotte.expects_nothing()
    assert await gathered(town, lotte) == 0


@pytest.mark.asyncio
async def test_what_happened_before_it_could_leave_is_in_it(town: Town) -> None:
    sam, lotte = await storming(town, duo="Bram")
    await youth(town, "Mo", lotte, day=10, at=None, aimed=True)
    await until(town, f"{WEDNESDAY} 11:59")
    town.telegram.faults.switch_on(Fault.DOWN)
    await until(town, "12:05")
    await handed_over(town, sam, town.person("Bram"))
    town.telegram.faults.switch_off()
    await until(town, "12:30")
    lotte.expects("keer samen met Mo")


@pytest.mark.asyncio
async def test_other_people_tap_in_vain(town: Town) -> None:
    sam, lotte = await storming(town, duo="Bram")
    bram, noor = town.person("Bram"), await staff(town, "Noor")
    await until(town, f"{WEDNESDAY} 12:00")
    message = lotte.expects(NONE_YET)
    for who in (bram, noor, sam):
        await who.says("/hulp")
        under = who.sees()[-1]
        contact, not_this_week = (button.data or "" for button in message.buttons)
        for data in (not_this_week, "tgon:1"):
            await who.forges(data, on=under)
            who.expects_toast("van vroeger")
        await who.forges(contact, on=under)
        if who is bram:
            who.expects("Hoe had je contact met Sam?")  # a duo meets them too
        else:
            who.expects_toast("van vroeger")
        hush(who)
    assert await weeks_off(town) == 0


@pytest.mark.asyncio
async def test_who_has_no_youth_any_more_is_left_alone(town: Town) -> None:
    sam, lotte = await storming(town)
    noor = await staff(town, "Noor")
    await handed_over(town, sam, noor)
    await until(town, f"{WEDNESDAY} 23:00")
    lotte.expects_nothing()
    noor.expects(NONE_YET)  # the night planned it


@pytest.mark.asyncio
async def test_who_is_added_in_mid_year_is_counted_from_that_day_on(town: Town) -> None:
    """Nobody could note a meeting of the weeks before it."""
    lotte = await staff(town, "Lotte")
    mo = await youth(town, "Mo", lotte, day=100, at=None, aimed=True)
    await known_since(town, mo, "2026-11-23")
    await planned(town)
    await until(town, f"{FRIDAY} 23:00")
    lotte.expects_nothing()
    await until(town, "2026-12-03 10:00")  # eleven days: 22/7
    lotte.expects("Mo: 0 keer samen sinds maandag 23 november. We mikken op 2 per week.")


@pytest.mark.asyncio
async def test_an_average_that_began_with_the_phase_says_since_when(town: Town) -> None:
    """They met in the opstart, in these four weeks."""
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, day=57, at=None, aimed=True)  # the opstart ended two weeks ago
    await planned(town)
    await met(town, sam, lotte, "2026-11-02", "2026-11-04", "2026-11-06")
    await until(town, f"{THURSDAY} 10:00")
    lotte.expects("Sam: 0 keer samen sinds dinsdag 10 november. We mikken op 2 per week.")
