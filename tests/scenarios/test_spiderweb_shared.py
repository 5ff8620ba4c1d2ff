"""A web that is shared before it is finished, and one that goes on once everything has an answer."""

from __future__ import annotations

import pytest

from programme.spiderweb import Domain
from sandbox.town import Town
from store import spiderweb
from tests.people import Phone, row_of, sam_with_lotte
from tests.scenarios.test_push import hush
from tests.scenarios.test_spiderweb import NINE, WEB, begins, scores_all, scorings
from tests.scenarios.test_spiderweb_look import given_by, looks, opens_page


async def filled_in(town: Town) -> tuple[Phone, Phone]:
    """Sam has an answer for everything, and did not tap the end."""
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    return sam, lotte


@pytest.mark.asyncio
async def test_sharing_before_the_end(town: Town) -> None:
    sam, lotte = await filled_in(town)
    await opens_page(lotte)
    youth_id = (await row_of(town, sam)).id
    await lotte.forges(f"wshow:{youth_id}", on=lotte.sees()[-1])
    lotte.expects_toast("Er is nog geen spinnenweb dat klaar is.")
    await sam.taps("Hoofd")
    sam.expects("Waar wil je", edited=True)
    await sam.taps("Deel het", times=2)
    shown = sam.expects("Gedeeld. Lotte kan het nu zien.", edited=True)
    assert not any("Deel" in button.text for button in shown.buttons)
    assert lotte.expects("Sam vulde het spinnenweb in.").plain == "Sam vulde het spinnenweb in."
    await town.restart()
    await lotte.taps("Bekijken", on="Sam vulde")
    lotte.expects("Het spinnenweb van Sam.\n\nEerst: 🧠 Hoofd.", photo=True)
    await sam.taps("Lijf")
    sam.expects("Gedeeld. Lotte kan het nu zien.", edited=True)
    await town.wind(minutes=1)
    await lotte.taps("Bekijken", on="Sam vulde")
    lotte.expects("Eerst: 💪 Lijf, 🧠 Hoofd.", photo=True)  # as it is now
    await sam.taps("Dat is het")
    sam.expects("Klaar.", edited=True)
    sam.expects("Wat is een eerste stap?")
    lotte.expects_nothing()  # heard it already
    await sam.forges("wshare:1", on=shown)
    sam.expects_toast("Dat web is klaar.")


@pytest.mark.asyncio
async def test_numbers_that_change_after_sharing_are_seen_as_they_then_are(town: Town) -> None:
    sam, lotte = await filled_in(town)
    await sam.taps("Deel het")
    hush(sam, lotte)
    await looks(lotte, 9, sam)
    await town.wind(minutes=1)
    await sam.taps("Terug", on="Alles ingevuld")
    await sam.taps("Terug")
    sam.expects("🧺 Zelf doen (9/10)", edited=True)
    await sam.taps("9")
    hush(sam)
    await lotte.taps("Bekijken", on="Sam vulde")
    lotte.expects("Het spinnenweb van Sam.", photo=True)
    await lotte.taps("Met hoe jij kijkt")
    assert "Allebei hetzelfde: 🧺 Zelf doen" in lotte.expects("en hoe jij kijkt", photo=True).plain


@pytest.mark.asyncio
async def test_who_filled_in_everything_goes_on_with_what_comes_first(town: Town) -> None:
    sam, lotte = await filled_in(town)
    await town.restart()
    await town.wind(days=3)
    hush(sam, lotte)
    await sam.says(WEB)
    sam.expects("Jij zegt het", buttons=["Verder doen", "Nu niet"])
    await sam.taps("Verder doen", times=2)
    sam.expects("Alles ingevuld", edited=True)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je nu eerst iets aan doen?")
    sam.expects_nothing()
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_shared_one_that_was_left_is_still_seen_and_a_new_one_half_way_is_not(town: Town) -> None:
    sam, lotte = await filled_in(town)
    await sam.taps("Deel het")
    await town.wind(days=30)
    hush(sam, lotte)
    await sam.says(WEB)
    sam.expects("Vorige keer", buttons=["Beginnen", "De laatste bekijken", "Nu niet"])
    await sam.taps("Beginnen")
    await sam.taps("9")
    await lotte.taps("Bekijken", on="Sam vulde")
    shown = lotte.expects("Het spinnenweb van Sam.", photo=True)
    assert "Hoger" not in shown.plain
    assert [row.left_at is None for row in await scorings(town)] == [False, True]
    hush(sam)


@pytest.mark.parametrize("label", ["Deel het", "Nu niets"])
@pytest.mark.asyncio
async def test_a_question_that_came_after_the_end_is_asked_first(town: Town, label: str) -> None:
    sam, lotte = await filled_in(town)
    await opens_page(lotte)
    await lotte.taps("⚖️ ook vragen")
    lotte.expects("wordt gevraagd", edited=True)
    await town.restart()
    await sam.taps(label)
    sam.expects_toast("Er is eerst nog een vraag.")
    sam.expects("⚖️ Uit de problemen (10/11)", edited=True)
    lotte.expects_nothing()
    await sam.taps("5")
    sam.expects("Alles ingevuld", edited=True)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await sam.taps(label)
    sam.expects("Lotte kan", edited=True)
    lotte.expects("Sam vulde")


@pytest.mark.asyncio
async def test_out_of_trouble_switched_off_while_the_youth_is_at_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await spiderweb.of_youth(session, me.id)).justice = True
    await begins_sam_of_eleven(sam)
    sam.expects("⚖️ Uit de problemen (10/11)", edited=True)
    await opens_page(lotte)
    await lotte.taps("⚖️ niet vragen")
    lotte.expects("wordt niet gevraagd", edited=True)
    await town.restart()
    await sam.taps("5")
    sam.expects_toast("Dat wordt niet meer gevraagd.")
    sam.expects("✨ Mijn eigen thema (10/10)", edited=True)
    assert Domain.JUSTICE not in await given_by(town, sam)


async def begins_sam_of_eleven(sam: Phone) -> None:
    await sam.says(WEB)
    await sam.taps("Beginnen")
    for _ in NINE[:-1]:
        await sam.taps("5")
    hush(sam)
    await sam.taps("5")


@pytest.mark.asyncio
async def test_a_tap_on_an_older_message_of_the_same_scoring_works(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await begins(sam)
    older = sam.sees()[-1]
    await sam.says(WEB)
    sam.expects("Jij zegt het")
    await sam.taps("Verder doen")
    sam.expects("🏠 Wonen (1/10)", edited=True)
    await sam.taps("7")
    sam.expects("(2/10)", edited=True)
    await sam.forges("wscore:1:housing:4", on=older)
    changed = sam.expects("(2/10)", edited=True)
    assert changed.id == older.id
    assert await given_by(town, sam) == {Domain.HOUSING: 4}
    assert len(await scorings(town)) == 1


@pytest.mark.asyncio
async def test_what_was_chosen_and_is_not_asked_any_more_can_be_taken_out(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        (await spiderweb.of_youth(session, me.id)).justice = True
    await sam.says(WEB)
    await sam.taps("Beginnen")
    for _ in range(11):
        await sam.taps("Sla over")
    await sam.taps("⚖️")
    async with town.spoor.database.write() as session:
        (await spiderweb.of_youth(session, me.id)).justice = False
    hush(sam)
    await sam.taps("🧠 Hoofd")
    sam.expects("Waar wil je", edited=True)
    await sam.taps("✓ ⚖️")
    shown = sam.expects("Waar wil je", edited=True)
    assert [button.text for button in shown.buttons if "✓" in button.text] == ["✓ 🧠 Hoofd"]
    assert not any("⚖️" in button.text for button in shown.buttons)
