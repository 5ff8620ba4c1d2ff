"""A youth goes to another begeleider: in the words of whoever passes them on, or by the bot when somebody left."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from programme.handing_over import LONGEST_WORDS
from sandbox.town import Town
from store import people, promises
from store.tables import HandOver, Promise
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush

DEFAULT = "Vanaf nu loopt {} met je mee. {} weet wat we afspraken."


async def lottes_sam(town: Town, *, duo: str | None = "Bram") -> tuple[Phone, Phone, Phone, Phone]:
    """Sam, Lotte, Bram who is the duo or not, and Noor."""
    sam, lotte = await sam_with_lotte(town, duo=duo, at=None)
    return sam, lotte, await staff(town, "Bram"), await staff(town, "Noor")


async def looks_at(lotte: Phone, to: str) -> None:
    """The preview, from Sam's page."""
    await lotte.says("/jongeren")
    await lotte.taps("Sam", on="Jouw jongeren")
    await lotte.taps("Het jaar")
    await lotte.taps("🤝 Doorgeven aan een collega")
    lotte.expects("Wie loopt vanaf nu met Sam mee?", edited=True)
    await lotte.taps(to, on="Wie loopt")


async def walk_with_sam(town: Town, sam: Phone) -> list[str]:
    """The begeleider, and the duo if there is one."""
    person = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        return [one.name for one in await people.team_of(session, person.id)]


@pytest.mark.asyncio
async def test_passed_on_with_the_ready_made_words(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    await looks_at(lotte, "Noor")
    shown = f"Zo krijgt Sam het:\n\nLotte: {DEFAULT.format('Noor', 'Noor')}"
    lotte.expects(shown, edited=True, buttons=["Zo versturen", "Zelf schrijven", "Ik blijf als duo", "Toch niet"])
    await lotte.taps("Zo versturen", times=2)
    lotte.expects("Sam hoort het vandaag om 9u02.\nVanaf dan loopt Noor met Sam mee.", buttons=["Ongedaan maken"])
    lotte.expects_toast("van vroeger")
    hush(lotte)
    for phone in (sam, bram, noor):
        phone.expects_nothing()
    await town.restart()
    await town.wind(minutes=3)
    sam.expects(f"Lotte: {DEFAULT.format('Noor', 'Noor')}")
    sam.expects("Wat je schrijft, leest Noor vanaf nu.\nLotte leest het niet meer.", silent=True)
    noor.expects("Sam komt van Lotte naar jou.\nSam krijgt het te horen.", buttons=["✍️ Schrijf"])
    bram.expects("Noor loopt nu met Sam mee. Jij blijft duo.", silent=True)
    lotte.expects("Sam weet het.\nNoor loopt nu met Sam mee.", silent=True)
    await lotte.taps("Ongedaan maken")
    lotte.expects_toast("van vroeger")
    await sam.says("hoi")
    noor.expects("Sam: hoi")
    sam.expects("Noor")
    assert await walk_with_sam(town, sam) == ["Noor", "Bram"]


@pytest.mark.asyncio
async def test_in_their_own_words_and_as_the_duo(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    await looks_at(lotte, "Noor")
    await lotte.taps("Ik blijf als duo", times=3)
    lotte.expects("Ik blijf in de buurt, als tweede.", edited=True, buttons=["Zo", "Zelf", "✓ Ik blijf", "Toch"])
    await lotte.taps("Zelf schrijven")
    lotte.expects("Typ hier wat je Sam wil vertellen.", edited=True)
    await lotte.says("x" * (LONGEST_WORDS + 1))
    lotte.expects(f"Dat zijn {LONGEST_WORDS + 1} tekens")
    await lotte.sends_voice(b"hallo")
    lotte.expects("Hier kan alleen tekst")
    await lotte.says("Noor is top, Sam! <3 🎉")
    lotte.expects("Lotte: Noor is top, Sam! <3 🎉", edited=False)
    await lotte.taps("Zo versturen")
    hush(lotte)
    await town.wind(minutes=3)
    sam.expects("Lotte: Noor is top, Sam! <3 🎉")
    sam.expects("Lotte leest mee als Noor er niet is.")
    bram.expects("Je bent niet langer de duo van Sam.")
    noor.expects("Sam komt van Lotte naar jou")
    lotte.expects("Sam weet het.\nNoor loopt nu met Sam mee.\nJij bent nu duo.")
    assert await walk_with_sam(town, sam) == ["Noor", "Lotte"]
    async with town.spoor.database.read() as session:
        assert await session.get(HandOver, 1) is None  # the words are nowhere any more


@pytest.mark.asyncio
async def test_the_duo_takes_over(town: Town) -> None:
    sam, lotte, bram, _ = await lottes_sam(town)
    await looks_at(lotte, "Bram")
    await lotte.taps("Zo versturen")
    hush(lotte)
    await town.wind(minutes=3)
    bram.expects("Sam komt van Lotte naar jou")
    hush(sam, lotte)
    assert await walk_with_sam(town, sam) == ["Bram"]


@pytest.mark.asyncio
async def test_undone_before_anybody_knows(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    await town.wind(minutes=1)
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Oké, Sam blijft bij jou.", edited=True)
    hush(lotte)
    await town.wind(days=1)
    sam.expects_nothing()
    noor.expects_nothing()
    assert await walk_with_sam(town, sam) == ["Lotte", "Bram"]


@pytest.mark.asyncio
async def test_at_night_it_waits_for_the_morning_and_stands_on_the_card(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town)
    await town.wind(hours=14)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    lotte.expects("Sam hoort het morgen om 9u.", edited=True)
    await sam.says("nog wakker?")
    lotte.expects("Sam: nog wakker?")
    await lotte.says("/jongeren")
    await lotte.taps("Sam", on="Jouw jongeren")
    await lotte.taps("Het jaar")
    await lotte.taps("🤝 Doorgeven")
    lotte.expects("Sam hoort het morgen om 9u.", edited=True, buttons=["Ongedaan maken"])
    hush(sam, lotte)
    await town.wind(hours=9, minutes=59)
    noor.expects_nothing()
    await town.wind(minutes=1)
    noor.expects(
        "Sam komt van Lotte naar jou.\nSam krijgt het te horen.\n1 bericht wacht op antwoord. Vraag Lotte ernaar."
    )
    sam.expects(f"Lotte: {DEFAULT.format('Noor', 'Noor')}")
    hush(sam, lotte, town.person("Bram"))
    await noor.says("/berichten")
    noor.expects("Sam: gisteren om 23u")


@pytest.mark.asyncio
async def test_what_was_promised_and_asked_moves_along(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    noor = await staff(town, "Noor")
    young, old, new = [await row_of(town, one) for one in (sam, lotte, noor)]
    async with town.spoor.database.write() as session:
        await promises.make(session, young.id, old.id, town.now(), today(town))
    await lotte.says("/jongeren")
    await lotte.taps("Sam", on="Jouw jongeren")
    await lotte.taps("❓ Vraag voor morgen")
    await lotte.says("Hoe was het op school?")
    await lotte.taps("Bewaren")
    hush(lotte)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    await town.wind(minutes=3)
    noor.expects(
        "Lotte ging contact opnemen. Dat is nu aan jou.\nLotte schreef een vraag voor de volgende keer.",
        buttons=["✍️ Schrijf", "❓ Vraag voor morgen"],
    )
    hush(sam, lotte)
    async with town.spoor.database.read() as session:
        assert [row.by_id for row in await promises.open_about(session, young.id)] == [new.id]
    await town.wind(days=1, hours=2)
    sam.expects("Lotte vraagt: Hoe was het op school?")
    hush(sam)


@pytest.mark.asyncio
async def test_one_promise_of_two_is_enough(town: Town) -> None:
    sam, lotte, bram, _ = await lottes_sam(town)
    young, old, new = [await row_of(town, one) for one in (sam, lotte, bram)]
    async with town.spoor.database.write() as session:
        for by in (old, new):
            await promises.make(session, young.id, by.id, town.now(), today(town))
        await promises.hand_over(session, young.id, old.id, new.id)
        left = await promises.open_about(session, young.id)
        assert [(row.by_id, row.youth_id) for row in left] == [(new.id, young.id)]
        assert (await session.get_one(Promise, 2)).kept_at is not None


@pytest.mark.asyncio
async def test_what_stands_open_on_the_old_phone_shows_nothing_new(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    noor = await staff(town, "Noor")
    await town.wind(hours=1)
    await sam.taps("🙂")
    push = lotte.expects("Sam: 🙂 Goed")
    await lotte.taps("Open", on="Sam: 🙂")
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    await town.wind(minutes=3)
    hush(sam, lotte, noor)
    await sam.taps("Ander antwoord")
    await sam.taps("😣")
    await sam.taps("Iets vertellen")
    await sam.says("geheim")
    for button in push.buttons:
        await lotte.forges(button.data or "", on=push)
        lotte.expects_toast("van vroeger")
    await lotte.says("hoi", reply_to=push)
    lotte.expects("Het ging naar niemand")
    lotte.expects_nothing()
    noor.expects("Sam: 😣")
    hush(sam, noor)


@pytest.mark.asyncio
async def test_who_stopped_hears_it_from_a_person(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town, duo=None)
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    hush(sam, lotte)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    hush(lotte)
    await town.wind(minutes=3)
    sam.expects_nothing()
    noor.expects("Vertel jij het aan Sam? Mij lukte het niet.")
    lotte.expects("Ik kreeg het niet gezegd aan Sam. Vertel jij het?")


@pytest.mark.asyncio
async def test_who_paused_hears_the_words_of_a_person_and_no_more(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town, duo=None)
    await sam.says("/pauze")
    await sam.taps("Een week")
    hush(sam, lotte)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    await town.wind(minutes=3)
    sam.expects(f"Lotte: {DEFAULT.format('Noor', 'Noor')}")
    hush(lotte, noor)


@pytest.mark.asyncio
async def test_somebody_who_cannot_be_reached_any_more_takes_nobody_over(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town)
    an = await coordinator(town)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    hush(lotte)
    await noor.blocks()
    hush(an)
    await town.wind(minutes=3)
    lotte.expects("Sam ging niet naar Noor: Noor is nu niet bereikbaar.")
    sam.expects_nothing()
    assert await walk_with_sam(town, sam) == ["Lotte", "Bram"]


@pytest.mark.asyncio
async def test_a_new_begeleider_who_is_away(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    await noor.says("/afwezig")
    await noor.taps("Een week")
    hush(noor)
    await looks_at(lotte, "Noor")
    lotte.expects("Noor is er niet tot en met maandag.", edited=True)
    await lotte.taps("Zo versturen")
    await town.wind(minutes=3)
    sam.expects(f"Lotte: {DEFAULT.format('Noor', 'Noor')}")
    sam.expects("Wat je schrijft, leest Noor vanaf nu.")
    sam.expects("Noor is er niet tot en met maandag.\nBram leest en antwoordt intussen.")
    bram.expects("Noor is er niet tot en met maandag.\nWat Sam schrijft")
    hush(lotte, noor, bram)


@pytest.mark.asyncio
async def test_only_the_begeleider_passes_on_and_only_to_a_colleague(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    young, guide, other = [await row_of(town, one) for one in (sam, lotte, noor)]
    await looks_at(lotte, "Noor")
    await bram.says("/jongeren")
    await bram.taps("Sam")
    bram.expects("Begeleider: Lotte", edited=True)
    hers = bram.sees()[-1]
    taps = [f"passon:{young.id}:0", f"passto:{young.id}:{other.id}", f"passduo:{young.id}", f"passown:{young.id}"]
    for data in (*taps, f"passsend:{young.id}", f"passundo:{young.id}"):
        for phone, under in ((bram, hers), (noor, None), (sam, None)):
            if under is None:
                await phone.says("/hulp")
                under = phone.expects("112")
            await phone.forges(data, on=under)
            phone.expects_toast("van vroeger")
    mine = lotte.sees()[-1]
    for to in (young.id, guide.id, 99, 0):
        await lotte.forges(f"passto:{young.id}:{to}", on=mine)
        lotte.expects_toast("van vroeger")
    hush(lotte, bram)
    await town.wind(days=1)
    assert await walk_with_sam(town, sam) == ["Lotte", "Bram"]


@pytest.mark.asyncio
async def test_what_was_left_half_way_is_not_sent(town: Town) -> None:
    sam, lotte, _, _ = await lottes_sam(town)
    await looks_at(lotte, "Noor")
    await lotte.says("/berichten")
    await lotte.taps("Zo versturen")
    lotte.expects_toast("van vroeger")
    hush(lotte)
    await town.wind(days=1)
    sam.expects_nothing()


# --- When somebody leaves ---


async def an_ends_lottes(town: Town) -> Phone:
    an = await coordinator(town)
    await an.says("/team")
    await an.taps("Lotte")
    await an.taps("Toegang stoppen")
    hush(an)
    return an


@pytest.mark.asyncio
async def test_when_somebody_leaves_the_youth_hears_it_from_the_bot(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    an = await an_ends_lottes(town)
    await an.taps("Noor")
    noor.expects("Sam komt van Lotte naar jou.\nSam krijgt het te horen.")
    sam.expects_nothing()
    await an.taps("Ja, stoppen")
    hush(an, lotte)
    await town.wind(minutes=3)
    sam.expects(
        "Er verandert iets: vanaf nu loopt Noor met je mee.\nLotte niet meer.\nWat je schrijft, gaat naar Noor."
    )
    bram.expects_nothing()
    assert await walk_with_sam(town, sam) == ["Noor", "Bram"]


@pytest.mark.asyncio
async def test_the_coordinator_undoes_it_until_the_youth_knows(town: Town) -> None:
    sam, _, bram, _ = await lottes_sam(town)
    an = await an_ends_lottes(town)
    await an.taps("Bram")
    bram.expects("Sam komt van Lotte naar jou.")
    an.expects("De toegang van Lotte stoppen?", buttons=["Ja, stoppen", "Sam ongedaan maken", "Toch niet"])
    await an.taps("Sam ongedaan maken", times=2)
    an.expects("Lotte begeleidt nog 1 jongere.\nWie neemt Sam over?", edited=True)
    an.expects_toast("van vroeger")
    bram.expects("Sam blijft toch bij Lotte.")
    await town.wind(minutes=5)
    sam.expects_nothing()
    assert await walk_with_sam(town, sam) == ["Lotte", "Bram"]
    await an.taps("Bram")
    hush(an, bram)
    await town.wind(minutes=5)
    sam.expects("vanaf nu loopt Bram met je mee")
    await an.taps("Sam ongedaan maken")
    an.expects_toast("van vroeger")
    assert await walk_with_sam(town, sam) == ["Bram"]


@pytest.mark.asyncio
async def test_it_is_undone_for_a_youth_who_cannot_be_told_too(town: Town) -> None:
    sam, lotte, _, noor = await lottes_sam(town, duo=None)
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    hush(sam, lotte)
    an = await an_ends_lottes(town)
    await an.taps("Noor")
    noor.expects("Vertel jij het aan Sam? Mij lukte het niet.")
    an.expects("De toegang van Lotte stoppen?", edited=True, buttons=["Ja, stoppen", "Sam ongedaan maken", "Toch niet"])
    await an.taps("Sam ongedaan maken", times=2)
    an.expects("Wie neemt Sam over?", edited=True)
    an.expects_toast("van vroeger")
    noor.expects("Sam blijft toch bij Lotte.")
    assert await walk_with_sam(town, sam) == ["Lotte"]
    await an.taps("Noor")
    hush(an, noor)
    await town.wind(minutes=3)
    await an.taps("Sam ongedaan maken")
    an.expects_toast("van vroeger")
    assert await walk_with_sam(town, sam) == ["Noor"]


@pytest.mark.asyncio
async def test_who_leaves_asks_nothing_any_more(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", lotte)
    await lotte.says("/jongeren")
    await lotte.taps("Mo")
    await lotte.taps("❓ Vraag voor morgen")
    await lotte.says("Hoe was het op school?")
    await lotte.taps("Bewaren")
    an = await an_ends_lottes(town)
    await an.taps("Noor")
    await an.taps("Noor")
    await an.taps("Ja, stoppen")
    hush(an, lotte, noor)
    await town.wind(to=datetime(2026, 11, 25, 9, 30, tzinfo=UTC))
    mo.expects_no_word("op school")
    hush(sam, mo)


@pytest.mark.asyncio
async def test_what_was_decided_is_off_when_the_coordinator_decides(town: Town) -> None:
    sam, lotte, bram, noor = await lottes_sam(town)
    await looks_at(lotte, "Noor")
    await lotte.taps("Zo versturen")
    an = await an_ends_lottes(town)
    await an.taps("Bram")
    hush(an, lotte, bram)
    await town.wind(minutes=5)
    sam.expects("vanaf nu loopt Bram met je mee")
    noor.expects_nothing()
    assert await walk_with_sam(town, sam) == ["Bram"]
