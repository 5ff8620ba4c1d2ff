"""/bereikbaar: each of the staff says when they are there; what that changes; and who cannot be reached at all."""

from __future__ import annotations

from datetime import time

import pytest

from programme.reachable import USUAL
from sandbox.town import Town
from store import reachable
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, youth
from tests.scenarios.test_call import ASKS, asks, has_hours
from tests.scenarios.test_push import hush


async def hours(town: Town, who: Phone) -> object:
    person = await row_of(town, who)
    async with town.spoor.database.read() as session:
        return await reachable.set_hours(session, person.id)


@pytest.mark.asyncio
async def test_hours_of_a_day_are_typed(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/bereikbaar")
    lotte.expects("Je koos nog niets: deze uren tellen.\n\nMaandag: 9u–18u")
    await lotte.taps("Woensdag")
    lotte.expects("Woensdag\nNu: 9u–18u.", edited=True)
    await lotte.says("hallo")
    lotte.expects("Die uren kan ik niet lezen.")
    await town.restart()
    await lotte.says("9u-12u30, 13u tot 20")
    shown = lotte.expects("Woensdag: 9u–12u30, 13u–20u")
    assert "Maandag: 9u–18u" in shown.plain
    assert "Zaterdag: niet" in shown.plain
    await lotte.taps("Zaterdag")
    lotte.expects("Nu: niet.", edited=True)
    await lotte.taps("Zoals op vrijdag", times=2)
    lotte.expects("Zaterdag: 9u–18u", edited=True)
    await lotte.taps("Zaterdag")
    lotte.expects("Nu: 9u–18u.", edited=True)
    await lotte.taps("Die dag niet", times=2)
    lotte.expects("Zaterdag: niet", edited=True)


@pytest.mark.asyncio
async def test_the_usual_hours_are_right(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/bereikbaar")
    hush(lotte)
    await lotte.taps("Deze kloppen", times=2)
    lotte.expects("Maandag: 9u–18u", edited=True)
    assert await hours(town, lotte) == USUAL


@pytest.mark.asyncio
async def test_nobody_can_be_there_never(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await has_hours(town, lotte, range(1), time(9), time(12))
    await lotte.says("/bereikbaar")
    await lotte.taps("Maandag")
    hush(lotte)
    await lotte.taps("Die dag niet")
    lotte.expects_toast("Dan ben je er nooit.")
    for data in ("hoursday:7", "hoursday:-1", "hoursoff:9", "hourslike:1:8"):
        await lotte.forges(data, on=lotte.sees()[-1])
        lotte.expects_toast("van vroeger")


@pytest.mark.asyncio
async def test_a_youth_hears_when_somebody_with_other_hours_reads(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await has_hours(town, lotte, range(5), time(13), time(21))
    await sam.says("hey")  # it is 9u
    sam.expects("Lotte leest het vandaag vanaf 13u.")
    lotte.expects("Sam: hey", silent=True)
    await town.wind(hours=11)
    await sam.says("ben je daar?")  # 20u
    sam.expects("Lotte")
    lotte.expects("Sam: ben je daar?", silent=False)


@pytest.mark.asyncio
async def test_on_a_holiday_nobody_is_there(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(days=31)  # Christmas, a Friday
    hush(sam, lotte)
    await asks(sam)
    sam.expects("Lotte is er maandag vanaf 9u.", edited=True)
    await town.wind(days=3, hours=1)
    lotte.expects(ASKS)
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_at_night_it_can_go_to_somebody_all_the_same(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    an = await coordinator(town)
    tine = await staff(town, "Tine")
    await an.says("/team")
    await an.taps("Tine")
    hush(an)
    await an.taps("Nachtcontact maken", times=2)
    an.expects("Is nachtcontact", edited=True)
    await town.wind(hours=16)  # 1u
    await asks(sam)
    sam.expects("Lotte is er vandaag vanaf 9u.", edited=True)
    tine.expects_nothing()
    await sam.taps("Het kan niet wachten", times=2)
    sam.expects("Ik heb Tine gevraagd om je te bellen.", edited=True)
    tine.expects(ASKS)
    await town.wind(hours=1)
    tine.expects("Nog niemand nam het op.")
    lotte.expects_nothing()
    await town.restart()
    await tine.taps("Ik bel nu")
    sam.expects("Tine belt je zo.")
    tine.expects("Jij belt Sam nu.", edited=True)
    await tine.taps("Gesproken")
    hush(tine, sam)
    await town.wind(hours=9)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_without_a_night_contact_nothing_buzzes_at_night(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=16)
    await asks(sam)
    told = sam.expects("Lotte is er vandaag vanaf 9u.", edited=True)
    assert [button.text for button in told.buttons] == ["Niet meer nodig"]
    await sam.forges("callnight:1", on=told)
    await town.wind(hours=7)
    lotte.expects_nothing()
    hush(sam)
    await town.wind(hours=2)
    hush(lotte)


@pytest.mark.asyncio
async def test_the_coordinator_sees_whom_a_call_does_not_reach(town: Town) -> None:
    an = await coordinator(town)
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    bram = town.person("Bram")
    mo = await youth(town, "Mo", lotte, at=None)
    await has_hours(town, bram, range(5), time(9), time(12))
    await an.says("/team")
    shown = an.expects("Als een jongere belt").plain
    assert "Lotte koos nog geen uren (/bereikbaar).\nLotte heeft 1 jongere zonder duo." in shown
    assert "Bram" not in shown.split("Als een jongere belt")[1]
    await bram.blocks()
    await town.settle()
    hush(an)
    await an.says("/team")
    an.expects("Bram krijgt niets: de bot is geblokkeerd.")
    hush(sam, mo, lotte)
