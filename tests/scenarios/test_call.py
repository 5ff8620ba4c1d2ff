"""Bel me."""

from __future__ import annotations

import pytest

from sandbox.faults import Fault
from sandbox.town import Town
from store.tables import CheckinPlan, Person
from tests.people import Phone, row_of, sam_with_lotte


async def stopped(town: Town, sam: Phone) -> None:
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await session.get_one(CheckinPlan, person.id)).stopped_at = town.now()


@pytest.mark.asyncio
async def test_under_the_question_begeleider_and_duo_are_told_with_sound(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(hours=1)
    sam.expects("Sam")
    await sam.taps("😣")
    sam.expects("Jij: 😣", edited=True)
    lotte.expects("Sam: 😣")
    await sam.taps("📞 Bel me")
    sam.expects("Ik heb Lotte en Bram gevraagd om je te bellen.")
    lotte.expects("📞 Sam vraagt of je belt.\nBram kreeg dit ook.", silent=False)
    town.person("Bram").expects("📞 Sam vraagt of je belt.\nLotte kreeg dit ook.", silent=False)


@pytest.mark.asyncio
async def test_a_second_tap_soon_after_reassures_and_alerts_nobody_twice(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("📞 Bel me")
    told = sam.expects("Ik heb Lotte gevraagd om je te bellen.")
    assert "1813" in told.plain
    assert "112" in told.plain
    lotte.expects("📞 Sam")
    await town.restart()
    await sam.says("📞 Bel me")
    sam.expects("Het is al doorgegeven aan Lotte.")
    await town.wind(minutes=11)
    await sam.says("📞 Bel me")
    sam.expects("Ik heb Lotte gevraagd")
    lotte.expects("📞 Sam")


@pytest.mark.asyncio
async def test_it_works_after_stop(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await stopped(town, sam)
    await sam.says("📞 Bel me")
    sam.expects("Ik heb Lotte gevraagd")
    lotte.expects("📞 Sam")


@pytest.mark.asyncio
async def test_a_reply_to_it_goes_to_the_youth(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("📞 Bel me")
    sam.expects("Ik heb Lotte gevraagd")
    await lotte.says("Ik bel om 4", reply_to=lotte.expects("📞 Sam"))
    sam.expects("Lotte: Ik bel om 4")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_an_alert_in_doubt_comes_again_and_says_so(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await sam.says("📞 Bel me")
    await town.wind(minutes=2)
    lotte.expects("📞 Sam")
    lotte.expects("tweede keer")
    sam.expects("Ik heb Lotte gevraagd")


@pytest.mark.asyncio
async def test_when_nobody_can_be_reached_the_youth_hears_that(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.blocks()
    await sam.says("📞 Bel me")
    sam.expects("Ik kan Lotte nu niet bereiken.")


@pytest.mark.asyncio
async def test_it_is_understood_in_english_and_told_in_each_ones_language(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await session.get_one(Person, person.id)).language = "en"
    await sam.says("📞 Call me")
    sam.expects("I asked Lotte to call you.")
    lotte.expects("📞 Sam vraagt of je belt.")
