"""Somebody changes what they said: it goes as it is now, and whoever has the old words gets the new ones."""

from __future__ import annotations

import pytest

from sandbox.faults import Fault
from sandbox.town import Town
from store import outbox
from store.tables import Outbox, OutboxState
from tests.people import sam_with_lotte
from tests.scenarios.test_push import hush
from tests.scenarios.years import at_year

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
STAYS = "Die verandering blijft bij jou"


@pytest.mark.asyncio
async def test_what_has_not_left_goes_as_it_was_corrected(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    asked = await sam.says("wanneer?")
    copy, _ = lotte.expects("Sam: wanneer?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.INTERNAL, "sendMessage", "copyMessage")
    mine = await lotte.says("om 3 uur", reply_to=copy)
    photo = await lotte.sends_photo(PNG, "hier is het", reply_to=copy)
    await lotte.edits(mine, "om 4 uur")
    await lotte.edits(photo, "daar is het")
    await lotte.edits(mine, "om 5 uur")
    town.telegram.faults.switch_off()
    await town.wind(minutes=3)
    came = sam.expects("Lotte: om 5 uur", edited=False, silent=False)
    assert came.reply_to == asked.id
    sam.expects("Lotte: daar is het", photo=True)
    lotte.expects_no_word(STAYS)
    hush(lotte)


@pytest.mark.asyncio
async def test_what_may_have_come_goes_as_it_was_corrected_and_says_that_it_may_be_a_repeat(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("wanneer?")
    copy, _ = lotte.expects("Sam: wanneer?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=2)
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", retry_after=60)
    mine = await lotte.says("om 3 uur", reply_to=copy)
    await lotte.edits(mine, "om 4 uur")
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    sam.expects("Lotte: om 3 uur")
    sam.expects("(misschien voor de tweede keer)\nLotte: om 4 uur")
    hush(lotte)


@pytest.mark.asyncio
async def test_what_is_on_its_way_is_to_be_changed_once_more(town: Town) -> None:
    """Nobody knows then whether the old words stand there, or under which number."""
    sam, lotte = await sam_with_lotte(town)
    await sam.says("wanneer?")
    copy, _ = lotte.expects("Sam: wanneer?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", calls=1, retry_after=60)
    await sam.says("/hulp")
    mine = await lotte.says("om 3 uur", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    async with town.spoor.database.write() as session:
        going = next(row for row in await outbox.all_about(session, "talk", 2) if row.state is OutboxState.QUEUED)
        await outbox.claim(session, [going.id], town.now())
    await lotte.edits(mine, "om 4 uur")
    lotte.expects("Het is net onderweg, met de oude woorden")
    async with town.spoor.database.write() as session:
        outbox.put_back(await session.get_one(Outbox, going.id), town.now())
    await lotte.edits(mine, "om 4 uur sharp")
    await town.wind(minutes=2)
    sam.expects("112")
    sam.expects("Lotte: om 4 uur sharp")


@pytest.mark.asyncio
async def test_more_words_than_fit_in_what_waits_stay_with_lotte(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("wanneer?")
    copy, _ = lotte.expects("Sam: wanneer?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", calls=1, retry_after=60)
    await sam.says("/hulp")
    mine = await lotte.says("kort", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    await lotte.edits(mine, "é" * 4096)
    lotte.expects(STAYS)
    await town.wind(minutes=2)
    sam.expects("112")
    sam.expects("Lotte: kort")


@pytest.mark.asyncio
async def test_a_duo_who_has_the_old_words_gets_the_new_ones(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    bram = town.person("Bram")
    await lotte.says("/instellingen")
    await lotte.taps("🌴 Ik ben er even niet")
    await lotte.taps("Een week")
    said = await sam.says("morgen om 3")
    hush(lotte)
    hush(sam)
    await lotte.taps("Ik ben er weer")
    hush(lotte)
    bram.expects("Lotte is er niet")
    copy = bram.expects("Sam: morgen om 3")
    bram.expects("Lotte is er weer")
    sam.expects("Lotte is er weer")
    await sam.edits(said, "morgen om 4")
    lotte.expects("Sam (verbeterd): morgen om 4")
    assert bram.expects("Sam (verbeterd): morgen om 4").reply_to == copy.id
    await sam.edits(said, "morgen om 5")
    lotte.expects("Sam (verbeterd): morgen om 5")
    bram.expects("Sam (verbeterd): morgen om 5")
    await at_year(lotte, "Sam", "Duo kiezen", "Voorlopig niemand")
    hush(lotte)
    hush(bram)
    await sam.edits(said, "morgen om 6")
    lotte.expects("Sam (verbeterd): morgen om 6")
    bram.expects_nothing()
    hush(lotte)


@pytest.mark.asyncio
async def test_so_does_a_duo_who_heard_of_words_with_an_answer(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    bram = town.person("Bram")
    await town.wind(hours=1)
    await sam.taps("😐")
    await sam.taps("Iets vertellen")
    await lotte.blocks()
    said = await sam.says("ruzie met Jan")
    bram.expects("Sam schreef je iets")
    await lotte.unblocks()
    await lotte.says("/hulp")
    await sam.edits(said, "ruzie thuis")
    lotte.expects("Sam (verbeterd): ruzie thuis")
    bram.expects("Sam (verbeterd): ruzie thuis")
    for phone in (sam, lotte, bram):
        hush(phone)
