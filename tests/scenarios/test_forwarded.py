"""What somebody forwards is passed on, and is not taken for their own words."""

from __future__ import annotations

import pytest

from sandbox.model import Attachment, Chat, ChatKind, Location, MediaKind, Message, Text, User
from sandbox.town import Town
from tests.people import sam_with_lotte, youth
from tests.scenarios.test_push import hush

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
LANDLORD = User(4_000, "Huisbaas")


def of_the_landlord(town: Town, words: str = "", attachment: Attachment | None = None) -> Message:
    """What the landlord wrote, in a chat of which the bot knows nothing."""
    chat = Chat(LANDLORD.id, ChatKind.PRIVATE, person=LANDLORD)
    return Message(1, chat, LANDLORD, town.now(), Text(words), attachment)


@pytest.mark.asyncio
async def test_what_a_youth_forwards_is_passed_on_as_forwarded(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.forwards(of_the_landlord(town, "je moet weg"))
    sam.expects("Lotte")
    copy = lotte.expects("Sam stuurt door: je moet weg", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    assert [(one.kind, one.offset) for one in copy.text.entities] == [("spoiler", len("Sam stuurt door: "))]
    lotte.expects_no_word("Huisbaas")


@pytest.mark.asyncio
async def test_so_are_pictures_and_places(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    photo = town.telegram.files.keep(MediaKind.PHOTO, PNG, name="brief.png", mime="image/png")
    await sam.forwards(of_the_landlord(town, attachment=photo))
    lotte.expects("Sam stuurt dit door", photo=True)
    await sam.forwards(of_the_landlord(town, "de <brief>", photo))
    lotte.expects("Sam stuurt door: de <brief>", photo=True)
    await sam.forwards(of_the_landlord(town, attachment=Location(51.2, 3.2)))
    lotte.expects("Sam stuurt je dit door:")
    assert lotte.expects("").attachment == Location(51.2, 3.2)
    hush(sam)


@pytest.mark.asyncio
async def test_what_is_forwarded_is_no_word_to_an_answer(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    await sam.taps("😐")
    await sam.taps("Iets vertellen")
    await sam.forwards(of_the_landlord(town, "je moet weg"))
    lotte.expects("Sam: 😐")
    lotte.expects("Sam stuurt door: je moet weg")
    hush(sam)


@pytest.mark.asyncio
async def test_what_lotte_forwards_says_so_too_also_after_she_chose_for_whom(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await youth(town, "Mo", lotte)
    await lotte.forwards(of_the_landlord(town, "de sleutel ligt klaar"))
    await lotte.says("goed nieuws!")
    await lotte.taps("Sam")
    sam.expects("Lotte stuurt door: de sleutel ligt klaar")
    sam.expects("Lotte: goed nieuws!")
    hush(lotte)
