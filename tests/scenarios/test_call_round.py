"""A request to be called on hard days: the clocks change, Telegram is down, an organisation has steps of its own, leads
take it; and who may read what it is about."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from sandbox.faults import Fault
from sandbox.town import Town
from store import night_contacts
from tests.bot.test_help_file import TWO, written
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, teamcoach
from tests.scenarios.test_call import ASKS, asks, has_hours
from tests.scenarios.test_help_now import WORDS
from tests.scenarios.test_push import hush

STILL = "Nog niemand nam het op."
ABOUT = "Gaat over"
EVERY_DAY = range(7)


async def at_night(town: Town, who: Phone) -> None:
    """They are called when it cannot wait."""
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        await night_contacts.choose(session, person.id, town.now(), on=True)


@pytest.mark.parametrize(
    ("evening", "told", "morning"),
    [
        # The Monday after it is a holiday, both times.
        pytest.param(
            datetime(2027, 3, 27, 22, tzinfo=UTC), "dinsdag", datetime(2027, 3, 30, 7, tzinfo=UTC), id="to summer"
        ),
        pytest.param(
            datetime(2027, 10, 30, 21, tzinfo=UTC), "dinsdag", datetime(2027, 11, 2, 8, tzinfo=UTC), id="to winter"
        ),
    ],
)
@pytest.mark.asyncio
async def test_on_a_night_on_which_the_clocks_change_it_waits_for_the_hour_that_was_told(
    town: Town, evening: datetime, told: str, morning: datetime
) -> None:
    """The first hour of the working day is the one on the clock there."""
    await town.wind(to=evening)
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    sam.expects(f"Lotte is er {told} vanaf 9u.", edited=True)
    await town.wind(to=morning - timedelta(minutes=1))
    lotte.expects_nothing()
    await town.wind(minutes=2)
    lotte.expects(ASKS)
    hush(sam)


@pytest.mark.parametrize("night", [datetime(2027, 3, 27, 23, tzinfo=UTC), datetime(2027, 10, 30, 22, tzinfo=UTC)])
@pytest.mark.asyncio
async def test_on_a_night_on_which_the_clocks_change_what_cannot_wait_comes_every_hour_once(
    town: Town, night: datetime
) -> None:
    await town.wind(to=night)
    sam, lotte = await sam_with_lotte(town, at=None)
    tine = await teamcoach(town)
    await at_night(town, tine)
    await asks(sam)
    await sam.taps("Het kan niet wachten")
    hush(sam)
    tine.expects(ASKS)
    for _ in range(5):
        await town.wind(hours=1)
        tine.expects(STILL)
        tine.expects_nothing()
    lotte.expects_nothing()


@pytest.mark.parametrize("day", [1, 100, 300, 370, 1000])
@pytest.mark.asyncio
async def test_in_every_phase_in_nazorg_and_after_it(town: Town, day: int) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, day=day)
    await asks(sam)
    lotte.expects(ASKS)
    await lotte.taps("Gesproken")
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_telegram_is_down_for_an_hour(town: Town) -> None:
    """What could not leave is said once when it can, as it stands by then."""
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, an = town.person("Bram"), await coordinator(town)
    await sam.says("📞 Bel me")
    hush(sam)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage", "editMessageText")
    await sam.taps("Zo snel mogelijk")
    await town.wind(minutes=30)
    await town.restart()
    await town.wind(minutes=30)
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    for who in (lotte, bram, an):
        who.expects(STILL)
        who.expects_nothing()
    sam.expects("Ik heb Lotte gevraagd", edited=True)
    await bram.taps("Ik bel nu")
    sam.expects("Bram belt je zo.")
    hush(lotte, bram, an)


@pytest.mark.asyncio
async def test_telegram_is_down_after_somebody_took_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    hush(sam, lotte)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage", "editMessageText")
    await lotte.taps("Ik bel nu")
    await town.wind(minutes=10)
    await lotte.taps("Gesproken")
    await town.wind(minutes=50)
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    sam.expects("Lotte belt je zo.")
    lotte.expects("✓ Lotte heeft Sam gesproken.", edited=True)
    hush(lotte)
    await town.wind(hours=2)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_an_organisation_has_steps_of_its_own(town: Town) -> None:
    town.settings = town.settings.model_copy(update={"call_escalation": "5 leads, 10 everybody"})
    await town.restart()
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, an = town.person("Bram"), await coordinator(town)
    await asks(sam)
    lotte.expects(ASKS)
    await town.wind(minutes=6)
    an.expects(ASKS)
    bram.expects_nothing()
    lotte.expects_nothing()
    for _ in range(2):
        await town.wind(minutes=10)
        for who in (lotte, bram, an):
            who.expects(STILL)
    hush(sam)


@pytest.mark.asyncio
async def test_what_it_is_about_is_only_for_who_walks_with_the_youth(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram, an, noor = town.person("Bram"), await coordinator(town), await staff(town, "Noor")
    await asks(sam)
    hush(lotte)
    sam.expects("Typ het, Lotte leest het.", edited=True)
    await sam.says("ik moet weg hier")
    lotte.expects("Sam: ik moet weg hier")
    lotte.expects(ABOUT, edited=True)
    await town.wind(minutes=50)
    lotte.expects(ABOUT)
    bram.expects(ABOUT)
    assert "weg hier" not in an.expects(ASKS).plain
    await lotte.taps("Geef door")
    await lotte.taps("Noor")
    hush(lotte, bram)
    assert "weg hier" not in noor.expects(ASKS).plain
    await noor.taps("Ik bel nu")
    for who in (an, noor):
        await who.says("/oproepen")
        who.expects_no_word("weg hier")
    hush(sam, lotte, bram, an, noor)


@pytest.mark.asyncio
async def test_when_a_lead_is_asked_the_youth_hears_who_reads_what_it_is_about(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    an = await coordinator(town)
    await has_hours(town, an, EVERY_DAY, time(0), time(23, 59))
    await town.wind(hours=12)  # 21u
    await asks(sam)
    told = sam.expects("Ik heb An gevraagd om je te bellen.", edited=True)
    assert "Typ het, Lotte leest het." in told.plain
    assert ABOUT not in an.expects(ASKS).plain
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_help_now_does_not_wait_for_the_morning(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    tine = await teamcoach(town)
    await at_night(town, tine)
    await town.wind(hours=14)  # 23u
    await sam.says("/hulp")
    await sam.taps("🆘 Hulp nu")
    hush(sam)
    await sam.taps("Laat iemand me bellen", times=2)
    sam.expects("Ik heb Tine gevraagd om je te bellen.")
    sam.expects_nothing()
    tine.expects(ASKS)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_who_waits_for_the_morning_and_turns_to_help_now_waits_no_more(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    tine = await teamcoach(town)
    await at_night(town, tine)
    await town.wind(hours=14)
    await asks(sam)
    sam.expects("Lotte is er morgen vanaf 9u.", edited=True)
    await town.wind(minutes=1)
    await sam.says(WORDS)
    hush(sam, lotte, tine)
    await sam.taps("Laat iemand me bellen")
    sam.expects("Ik heb Tine gevraagd om je te bellen.")
    tine.expects(ASKS)
    hush(lotte, tine)


@pytest.mark.asyncio
async def test_how_long_each_waits_stands_in_the_list(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    await lotte.taps("Ik bel om …")
    await lotte.taps("13u")
    hush(sam, lotte)
    for minutes, says in ((5, "5 minuten"), (55, "1 uur"), (49 * 60, "2 dagen")):
        await town.wind(minutes=minutes)
        hush(lotte)
        await lotte.says("/oproepen")
        lotte.expects(f"Staat al {says} open.")
    hush(sam)


@pytest.mark.asyncio
async def test_the_numbers_of_an_organisation_stand_beside_it(town: Town, tmp_path: Path) -> None:
    town.settings = town.settings.model_copy(update={"help_file": written(tmp_path, TWO)})
    await town.restart()
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks(sam)
    told = sam.expects("Bel 1813, dag en nacht.\nIn gevaar: 112.", edited=True)
    assert "106" not in told.plain
    hush(lotte)
