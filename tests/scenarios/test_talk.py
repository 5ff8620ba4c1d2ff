"""A youth says something outside any flow, and a person answers."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from sandbox.faults import Fault
from sandbox.model import Contact, Location, Media, MediaKind, Message
from sandbox.phone import Person as Phone
from sandbox.town import Town
from store import journal
from store.journal import Happened
from tests.people import sam_with_lotte, staff, youth
from tests.scenarios.test_push import hush

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))
OGG = b"OggS" + bytes(reversed(range(256)))
FILE = bytes(range(256)) * 9
FACES = ["😣", "🙁", "😐", "🙂", "😄"]


def content(message: Message) -> bytes:
    """The file in a message."""
    assert isinstance(message.attachment, Media)
    return message.attachment.file.content


def glanced(message: Message, phone: Phone) -> bool:
    """Whether the bot put 👀 under it."""
    now = next(one for one in phone.sees() if one.id == message.id)
    return "👀" in dict(now.reactions).values()


async def happened(town: Town, kind: Happened) -> int:
    """How often it stands in the journal."""
    async with town.spoor.database.read() as session:
        return [line.kind for line in await journal.since(session, 0)].count(kind)


@pytest.mark.asyncio
async def test_words_go_to_lotte_and_hers_come_back(town: Town) -> None:
    """Veiled on a lock screen, heard by the duo only while Lotte is away, and hung under what they answer."""
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    asked = await sam.says("ik heb morgen een gesprek bij het OCMW")
    copy = lotte.expects("Sam: ik heb morgen", buttons=["✍️ Antwoord", "✓ Al gesproken"], silent=False)
    sam.expects("Lotte")
    assert [(one.kind, one.offset) for one in copy.text.entities] == [("spoiler", len("Sam: "))]
    mine = await lotte.says("Zal ik meegaan?", reply_to=copy)
    lotte.expects("Verstuurd naar Sam", buttons=["✍️ Nog iets", "Terugtrekken"], silent=True)
    answer = sam.expects("Lotte: Zal ik meegaan?", silent=False)
    assert (answer.reply_to, answer.text.entities) == (asked.id, ())
    yes = await sam.says("ja graag", reply_to=answer)
    assert lotte.expects("Sam: ja graag", buttons=[]).reply_to == mine.id
    assert glanced(yes, sam)


@pytest.mark.parametrize("way", ["to Lotte", "to Sam"])
@pytest.mark.asyncio
async def test_voice_pictures_and_files_arrive_as_they_were(town: Town, way: str) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("hoi")
    copy, _ = lotte.expects("Sam: hoi"), sam.expects("Lotte")
    if way == "to Lotte":
        await sam.sends_voice(OGG)
        assert content(lotte.expects("Sam")) == OGG
        await sam.sends_photo(PNG, "mijn <kamer>")
        photo = lotte.expects("Sam: mijn <kamer>", photo=True)
        await sam.sends_document(FILE)
        assert content(lotte.expects("Sam")) == FILE
    else:
        await lotte.sends_voice(OGG, reply_to=copy)
        assert content(sam.expects("Lotte")) == OGG
        await lotte.sends_photo(PNG, "hier is <het>", reply_to=copy)
        photo = sam.expects("Lotte: hier is <het>", photo=True)
        await lotte.sends_document(FILE, reply_to=copy)
        assert content(sam.expects("Lotte")) == FILE
        for _each in range(3):
            lotte.expects("Verstuurd naar Sam")
    assert content(photo) == PNG


@pytest.mark.asyncio
async def test_what_has_no_room_for_words_says_first_whose_it_is(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.sends(Location(51.2, 3.2))
    sam.expects("Lotte")
    lotte.expects("Sam stuurt je dit:")
    place = lotte.expects("", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    assert place.attachment == Location(51.2, 3.2)
    await sam.sends_sticker(b"RIFF sticker")
    lotte.expects("Sam stuurt je dit:")
    assert content(lotte.expects("")) == b"RIFF sticker"
    await lotte.sends(Contact("+32470000000", "Huisarts"), reply_to=place)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte stuurt je dit:")
    assert sam.expects("").attachment == Contact("+32470000000", "Huisarts")


@pytest.mark.parametrize("words", ["Hallo?", '<b>&"', "😀" * 50, "é" * 4096])
@pytest.mark.asyncio
async def test_words_of_any_length_and_form(town: Town, words: str) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says(words)
    sam.expects("Lotte")
    there = [message.plain.removeprefix("Sam: ") for message in lotte.sees()]
    assert "".join(there) == words
    hush(lotte)


@pytest.mark.asyncio
async def test_an_album_of_lottes_goes_where_its_first_went(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("hoi")
    lotte.expects("Sam: hoi")
    sam.expects("Lotte")
    await lotte.taps("✍️ Antwoord")
    lotte.expects("Wat wil je tegen Sam zeggen?")
    for number in range(3):
        media = town.telegram.files.keep(MediaKind.PHOTO, PNG + bytes([number]), name="p.png", mime="image/png")
        town.telegram.send(lotte.user, media, album="huizen")
    await town.settle()
    for number in range(3):
        assert content(sam.expects("Lotte", photo=True))[-1] == number
        lotte.expects("Verstuurd naar Sam")


@pytest.mark.asyncio
async def test_twenty_in_a_row_arrive_in_order_and_are_answered_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    for number in range(20):
        await sam.says(f"bericht {number:02}.")
    sam.expects("Lotte")
    seen = [lotte.expects(f"Sam: bericht {number:02}.") for number in range(20)]
    assert [message.id for message in seen] == sorted(message.id for message in seen)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_an_album_arrives_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    for number in range(3):
        media = town.telegram.files.keep(MediaKind.PHOTO, PNG + bytes([number]), name="p.png", mime="image/png")
        town.telegram.send(sam.user, media, "onze straat" if number == 0 else "", album="straat")
    await town.settle()
    sam.expects("Lotte")
    first = lotte.expects("Sam: onze straat", photo=True)
    rest = [lotte.expects("Sam", photo=True) for _each in range(2)]
    assert [content(message)[-1] for message in (first, *rest)] == [0, 1, 2]


@pytest.mark.asyncio
async def test_a_correction_is_passed_on_as_one(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    said = await sam.says("morgen om 3")
    copy, _ = lotte.expects("Sam: morgen om 3"), sam.expects("Lotte")
    await sam.edits(said, "morgen om 4")
    assert lotte.expects("Sam (verbeterd): morgen om 4", buttons=[]).reply_to == copy.id
    await sam.edits(said, "/stop")
    assert lotte.expects("Sam (verbeterd): /stop").reply_to is not None
    command = await sam.says("/hulp")
    sam.expects("112")
    await sam.edits(command, "/stop")


@pytest.mark.asyncio
async def test_lotte_corrects_what_she_said_on_sams_phone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("wanneer?")
    copy, _ = lotte.expects("Sam: wanneer?"), sam.expects("Lotte")
    mine = await lotte.says("om 3 uur", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: om 3 uur")
    await lotte.edits(mine, "om 4 uur")
    sam.expects("Lotte: om 4 uur", edited=True)
    await town.wind(days=3)
    await lotte.edits(mine, "om 5 uur")
    lotte.expects("Die verandering blijft bij jou")
    sam.expects("Sam", buttons=FACES)
    for phone in (sam, lotte):
        hush(phone)


@pytest.mark.asyncio
async def test_deleted_and_forwarded_do_no_harm(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.DOWN, "copyMessage")
    voice = await sam.sends_voice(OGG)
    sam.expects("Lotte")
    await sam.deletes(voice)
    town.telegram.faults.switch_off()
    await town.wind(minutes=5)
    sam.expects("kwam niet aan bij Lotte")
    assert await happened(town, Happened.NOT_DELIVERED) == 1
    await lotte.says("/berichten")
    lotte.expects("Alles is beantwoord")


@pytest.mark.asyncio
async def test_a_reply_that_belongs_to_nobody_goes_to_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.says("/hulp")
    help_text = lotte.expects("112")
    await lotte.says("tot straks!", reply_to=help_text)
    lotte.expects("ging naar niemand")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_words_that_could_be_for_anybody_wait_for_a_tap(town: Town) -> None:
    _sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    await lotte.says("tot straks!")
    lotte.expects("Voor wie is dit?", buttons=["Sam", "Mo", "Niemand"])
    await lotte.says("om 4 uur aan het station")
    await lotte.taps("Mo", times=2)
    lotte.expects("Verstuurd naar Mo", edited=True)
    mo.expects("Lotte: tot straks!")
    mo.expects("Lotte: om 4 uur aan het station")
    lotte.expects("Deze vraag is voorbij", edited=True)
    await lotte.says("of toch niet")
    lotte.expects("Voor wie is dit?")
    await lotte.taps("Niemand")
    lotte.expects("er is niets verstuurd", edited=True)


@pytest.mark.asyncio
async def test_a_question_of_before_does_not_send_what_came_after_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    await lotte.says("voor Sam")
    before = lotte.expects("Voor wie is dit?")
    await lotte.says("/berichten")
    lotte.expects("Alles is beantwoord")
    await lotte.says("voor Mo")
    lotte.expects("Voor wie is dit?")
    await lotte.forges(before.buttons[0].data or "", on=before)
    lotte.expects("Deze vraag is voorbij", edited=True)
    sam.expects_nothing()
    await lotte.taps("Mo", on="Voor wie")
    mo.expects("Lotte: voor Mo")
    lotte.expects("Verstuurd naar Mo", edited=True)


@pytest.mark.asyncio
async def test_what_waits_for_a_tap_goes_as_it_was_corrected(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    first = await lotte.says("om 3 uur")
    second = await lotte.says("aan het station")
    lotte.expects("Voor wie is dit?")
    await lotte.edits(second, "aan het OCMW")
    await lotte.edits(first, "om 4 uur")
    await lotte.taps("Sam")
    lotte.expects("Verstuurd naar Sam", edited=True)
    sam.expects("Lotte: om 4 uur")
    sam.expects("Lotte: aan het OCMW")


@pytest.mark.asyncio
async def test_while_she_types_to_sam_mo_writes(town: Town) -> None:
    """What she types then may be an answer to Mo: only a tap sends it."""
    sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    await sam.says("hoi")
    lotte.expects("Sam: hoi")
    sam.expects("Lotte")
    await lotte.taps("✍️ Antwoord")
    lotte.expects("Wat wil je tegen Sam zeggen?")
    await mo.says("ik sta voor je deur")
    lotte.expects("Mo: ik sta voor je deur")
    mo.expects("Lotte")
    await lotte.says("ik kom eraan")
    lotte.expects("Voor wie is dit?", buttons=["Sam", "Mo", "Niemand"])
    await lotte.taps("Mo", on="Voor wie")
    mo.expects("Lotte: ik kom eraan")
    lotte.expects("Verstuurd naar Mo", edited=True)


@pytest.mark.asyncio
async def test_what_nobody_answered_is_known(town: Town) -> None:
    """Oldest first; an answer settles, and so does a tap; the youth hears nothing of that."""
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    mo = await youth(town, "Mo", lotte)
    bram = town.person("Bram")
    await sam.says("een")
    first = lotte.expects("Sam: een")
    await mo.says("hallo?")
    lotte.expects("Mo: hallo?")
    await sam.says("twee")
    lotte.expects("Sam: twee")
    for phone in (sam, mo):
        phone.expects("Lotte")
    await bram.says("/berichten")
    bram.expects("Sam: vandaag om 9u, 2 berichten", buttons=["✍️ Antwoord Sam", "✓ Al gesproken"])
    await lotte.says("/berichten")
    lotte.expects(
        "Nog niet beantwoord\n\nSam: vandaag om 9u, 2 berichten\nMo: vandaag om 9u",
        buttons=["✍️ Antwoord Sam", "✓ Al gesproken", "✍️ Antwoord Mo", "✓ Al gesproken"],
    )
    await lotte.taps("✍️ Antwoord Sam")
    assert lotte.expects("Wat wil je tegen Sam zeggen?").reply_to == first.id
    await lotte.says("ik lees het straks")
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: ik lees het straks")
    await lotte.says("/berichten")
    lotte.expects("Mo: vandaag om 9u", buttons=["✍️ Antwoord Mo", "✓ Al gesproken"])
    await lotte.taps("✓ Al gesproken", on="Nog niet beantwoord")
    lotte.expects("Alles is beantwoord", edited=True)
    mo.expects_nothing()


@pytest.mark.asyncio
async def test_settled_under_the_message_itself(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("bel je nog?")
    lotte.expects("Sam: bel je nog?")
    sam.expects("Lotte")
    await sam.says("en dit kwam erna")
    lotte.expects("Sam: en dit kwam erna")
    await lotte.taps("✓ Al gesproken", times=2)
    lotte.expects_toast("Oké, afgevinkt")
    lotte.expects_toast("al afgevinkt")
    await lotte.says("/berichten")
    lotte.expects("Sam: vandaag om 9u", buttons=["✍️ Antwoord Sam", "✓ Al gesproken"])


@pytest.mark.asyncio
async def test_words_with_an_answer_wait_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)
    await sam.taps("😐")
    sam.expects("😐", edited=True)
    lotte.expects("Sam: 😐")
    await sam.taps("Iets vertellen")
    sam.expects("Typ het hier", edited=True)
    await sam.says("ruzie thuis")
    sam.expects("😐", edited=True)
    sam.expects("Lotte")
    lotte.expects("Sam schreef je iets")
    await lotte.says("/berichten")
    lotte.expects("Sam: vandaag om 10u")
    await sam.taps("Iets vertellen")
    sam.expects("Typ het hier", edited=True)
    await sam.sends_voice(OGG)
    assert content(lotte.expects("Sam")) == OGG


@pytest.mark.asyncio
async def test_words_with_an_answer_are_kept_as_they_were_corrected(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    await sam.taps("😐")
    await sam.taps("Iets vertellen")
    said = await sam.says("ruzie met Jan")
    await sam.edits(said, "ruzie thuis")
    hush(sam)
    lotte.expects("Sam: 😐")
    lotte.expects("Sam (verbeterd): ruzie thuis")
    await sam.edits(said, "ruzie gehad thuis")
    lotte.expects("Sam (verbeterd): ruzie gehad thuis")
    await lotte.taps("Openen", on="iets")
    lotte.expects("ruzie gehad thuis", edited=True)
    lotte.expects_no_word("Jan")
    hush(lotte)


@pytest.mark.parametrize(
    ("at", "says"),
    [
        (datetime(2026, 11, 24, 20, 0, tzinfo=UTC), "Lotte leest het morgen vanaf 9u."),
        (datetime(2026, 11, 25, 5, 0, tzinfo=UTC), "Lotte leest het vandaag vanaf 9u."),
        (datetime(2026, 11, 27, 17, 30, tzinfo=UTC), "Lotte leest het maandag vanaf 9u."),
        (datetime(2026, 11, 28, 12, 0, tzinfo=UTC), "Lotte leest het maandag vanaf 9u."),
    ],
    ids=["in the evening", "before the day", "Friday evening", "on Saturday"],
)
@pytest.mark.asyncio
async def test_outside_the_hours_it_is_said_once_when_somebody_reads(prepared: Path, at: datetime, says: str) -> None:
    async with Town(prepared, start=at) as town:
        sam, lotte = await sam_with_lotte(town, at=time(12))
        await sam.says("ben je er?")
        sam.expects(says)
        lotte.expects("Sam: ben je er?", silent=True)
        await town.wind(minutes=50)
        later = await sam.says("laat maar")
        lotte.expects("Sam: laat maar", silent=True)
        assert glanced(later, sam)


@pytest.mark.asyncio
async def test_lotte_is_away_and_bram_reads(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    mo, bram = await youth(town, "Mo", lotte), town.person("Bram")
    await lotte.says("/instellingen")
    await lotte.taps("🌴 Ik ben er even niet")
    await lotte.taps("Twee weken")
    lotte.expects("Zo staat het nu")
    lotte.expects("Hoelang ben je er niet?", edited=True)
    lotte.expects("Oké, je bent weg tot en met maandag 7 december.\nMo heeft geen duo", buttons=["Ik ben er weer"])
    bram.expects("Lotte is er niet tot en met maandag 7 december.\nWat Sam schrijft, komt ook bij jou.", silent=True)
    sam.expects("Lotte is er niet tot en met maandag 7 december.\nBram leest en antwoordt intussen.")
    mo.expects("Intussen leest niemand wat je schrijft.")
    await sam.says("mijn slot is kapot")
    sam.expects("Lotte is er even niet.\nBram krijgt het nu te lezen.")
    copy = bram.expects("Sam: mijn slot is kapot", silent=False)
    lotte.expects("Sam: mijn slot is kapot", silent=True)
    await mo.says("hey")
    mo.expects("Lotte leest het dinsdag 8 december vanaf 9u.")
    lotte.expects("Mo: hey", silent=True)
    await bram.says("ik kom straks kijken", reply_to=copy)
    bram.expects("Verstuurd naar Sam")
    sam.expects("Bram: ik kom straks kijken")
    await lotte.taps("Ik ben er weer")
    lotte.expects("Welkom terug", edited=True)
    bram.expects("Lotte is er weer")
    lotte.expects("Mo\n1 bericht wacht op antwoord.\n\nSam\nBram: op 1 dag geschreven.", buttons=["✍️ Antwoord Mo"])
    sam.expects("Lotte is er weer")
    mo.expects("Lotte is er weer")
    await sam.says("merci!")
    lotte.expects("Sam: merci!", silent=False)
    hush(sam)


@pytest.mark.asyncio
async def test_a_heavy_answer_sounds_at_the_duo_and_not_on_holiday(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=time(10))
    await lotte.says("/instellingen")
    await lotte.taps("🌴 Ik ben er even niet")
    await lotte.taps("Een week")
    hush(lotte, town.person("Bram"))
    await town.wind(hours=1)
    await sam.taps("😣")
    lotte.expects("Sam: 😣", silent=True)
    town.person("Bram").expects("Sam: 😣", silent=False)
    hush(sam)


@pytest.mark.asyncio
async def test_after_a_heavy_answer_or_in_a_conversation_nothing_is_asked(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    mo = await youth(town, "Mo", lotte, at=time(10))
    await sam.says("hoi")
    await mo.says("hoi")
    copy, _ = lotte.expects("Sam: hoi"), lotte.expects("Mo: hoi")
    await lotte.says("hey Sam", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: hey Sam")
    sam.expects("Lotte")
    mo.expects("Lotte")
    await town.wind(hours=6)
    sam.expects_nothing()
    mo.expects("Mo", buttons=FACES)
    mo.expects("", buttons=FACES)  # the nudge: nobody answered him yet
    await town.wind(days=1)
    sam.expects("Sam", buttons=FACES)
    await sam.taps("😣")
    hush(sam)
    lotte.expects("Sam: 😣")
    lotte.expects("Mo schreef gisteren om 9u.")
    hush(mo)
    assert await happened(town, Happened.HELD_BACK) == 1


@pytest.mark.asyncio
async def test_lotte_begins_with_words_that_are_ready(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    await lotte.taps("✍️ Schrijf")
    hush(lotte)
    await lotte.taps("koffie")
    lotte.expects(
        "Zo komt het aan:\n\nLotte: Dag Sam, zin in een koffie deze week?",
        edited=True,
        buttons=["Verstuur", "Anders", "← Terug"],
    )
    sam.expects_nothing()
    await lotte.taps("Verstuur", times=2)
    sam.expects("Lotte: Dag Sam, zin in een koffie deze week?")
    lotte.expects("Verstuurd naar Sam", edited=True)
    lotte.expects("Deze vraag is voorbij", edited=True)


@pytest.mark.asyncio
async def test_words_that_are_ready_can_be_changed(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    await lotte.taps("✍️ Schrijf")
    await lotte.taps("koffie")
    await lotte.taps("Anders")
    lotte.expects("Tik erop om te kopiëren", edited=True)
    hush(lotte)
    await lotte.says("Dag Sam, zin in een pannenkoek?")
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: Dag Sam, zin in een pannenkoek?")


@pytest.mark.asyncio
async def test_what_was_sent_can_be_withdrawn(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("en?")
    copy, _ = lotte.expects("Sam: en?"), sam.expects("Lotte")
    await lotte.says("voor Mo: hier je code", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sent = sam.expects("voor Mo")
    await lotte.taps("Terugtrekken", times=2)
    lotte.expects("Teruggetrokken.\nSam heeft het misschien al gelezen.", edited=True, buttons=["✍️ Iets anders"])
    assert sent.id not in [message.id for message in sam.sees()]
    await lotte.says("/berichten")
    lotte.expects("Sam: vandaag om 9u")  # it is unanswered again


@pytest.mark.asyncio
async def test_what_has_not_left_does_not_leave(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("en?")
    copy, _ = lotte.expects("Sam: en?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", calls=1, retry_after=60)
    await sam.says("/hulp")
    await lotte.says("oei, verkeerd", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    await lotte.taps("Terugtrekken")
    lotte.expects("Sam kreeg het nooit", edited=True)
    await town.wind(minutes=10)
    sam.expects("112")


@pytest.mark.parametrize("tried_again", [False, True], ids=["before it was tried again", "after it came twice"])
@pytest.mark.asyncio
async def test_what_nobody_knows_arrived_is_not_called_withdrawn_for_certain(
    town: Town,
    tried_again: bool,  # noqa: FBT001 - a row
) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("en?")
    copy, _ = lotte.expects("Sam: en?"), sam.expects("Lotte")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=2)
    if not tried_again:
        town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", retry_after=60)
    await lotte.says("oei, verkeerd", reply_to=copy)
    await lotte.taps("Terugtrekken")
    town.telegram.faults.switch_off()
    await town.wind(minutes=2)
    assert [one.plain for one in sam.sees() if "oei, verkeerd" in one.plain] == ["Lotte: oei, verkeerd"]
    lotte.expects("Het staat misschien nog op de gsm van Sam", edited=True)
    hush(sam)
    hush(lotte)


@pytest.mark.asyncio
async def test_after_two_days_telegram_takes_nothing_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(21))
    await sam.says("en?")
    copy, _ = lotte.expects("Sam: en?"), sam.expects("Lotte")
    await lotte.says("tot dan", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: tot dan")
    await town.wind(days=2)
    await lotte.taps("Terugtrekken")
    lotte.expects_toast("jonger is dan twee dagen")
    hush(sam)
    hush(lotte)


@pytest.mark.asyncio
async def test_nobody_can_be_reached(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.blocks()
    await sam.says("ben je er?")
    sam.expects("Ik kan Lotte nu niet bereiken. Dit ging dus naar niemand.")


@pytest.mark.asyncio
async def test_the_duo_reads_when_lotte_cannot_be_reached(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await lotte.blocks()
    await sam.says("ben je er?")
    sam.expects("Bram")
    town.person("Bram").expects("Sam: ben je er?")


@pytest.mark.asyncio
async def test_a_block_nobody_knew_of_is_told_to_whoever_wrote(town: Town) -> None:
    """Telegram only says so when the message is on its way: then the youth hears that it did not arrive."""
    sam, lotte = await sam_with_lotte(town)
    town.telegram.accounts.change(lotte.user.id, blocked=True)
    await sam.says("ben je er?")
    sam.expects("Lotte")
    sam.expects("Iets wat je stuurde, kwam niet aan bij Lotte.")


@pytest.mark.asyncio
async def test_after_a_stop_a_youth_still_reaches_lotte(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    hush(sam)
    lotte.expects("geen vragen meer")
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    await lotte.taps("✍️ Schrijf")
    lotte.expects("Bellen of langsgaan kan")
    hush(lotte)
    await sam.says("toch nog iets")
    copy, _ = lotte.expects("Sam: toch nog iets"), sam.expects("Lotte")
    await lotte.says("zeg maar", reply_to=copy)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: zeg maar")


@pytest.mark.asyncio
async def test_an_unknown_kind_says_so(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    user = {"id": sam.user.id, "is_bot": False, "first_name": "Sam"}
    no = dict.fromkeys(
        ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False
    )
    poll = {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "type": "regular", **no}
    chat = {"id": sam.user.id, "type": "private", "first_name": "Sam"}
    at = int(town.now().timestamp())
    town.telegram.inject({"message": {"message_id": 999, "date": at, "chat": chat, "from": user, "poll": poll}})
    await town.settle()
    sam.expects("Dit kan ik niet doorgeven")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_whoever_is_no_youth_of_theirs_cannot_be_written_to(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    noor = await staff(town, "Noor")
    await sam.says("hoi")
    copy, _ = lotte.expects("Sam: hoi"), sam.expects("Lotte")
    await noor.says("/hulp")
    hers = noor.expects("112")
    for button in copy.buttons:
        await noor.forges(button.data or "", on=hers)
        noor.expects_toast("Die knop is van vroeger")
    await noor.says("/berichten")
    noor.expects("Alles is beantwoord")
    await noor.says("hallo")
    noor.expects("Dat ging naar niemand")


@pytest.mark.parametrize("got", [False, True], ids=["which he never got", "which he got"])
@pytest.mark.asyncio
async def test_only_words_that_one_got_make_it_unclear_for_whom_an_answer_is(
    town: Town,
    got: bool,  # noqa: FBT001 - a row
) -> None:
    """Bram is begeleider of Mo, and duo of Sam: what Sam writes is Lotte's to read while she is there."""
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=time(10))
    bram = town.person("Bram")
    mo = await youth(town, "Mo", bram)
    if got:
        await lotte.blocks()
    await mo.says("hoi")
    bram.expects("Mo: hoi")
    await bram.taps("✍️ Antwoord")
    bram.expects("Wat wil je tegen Mo zeggen?")
    await sam.says("ben je er?")
    await bram.says("ik kom eraan")
    if got:
        bram.expects("Sam: ben je er?")
        bram.expects("Voor wie is dit?")
    else:
        bram.expects("Verstuurd naar Mo")
        mo.expects("Bram: ik kom eraan")
    for phone in (sam, lotte, mo):
        hush(phone)


@pytest.mark.parametrize("got", [False, True], ids=["which he never got", "which he got"])
@pytest.mark.asyncio
async def test_so_do_words_with_an_answer(
    town: Town,
    got: bool,  # noqa: FBT001 - a row
) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=time(10))
    bram = town.person("Bram")
    mo = await youth(town, "Mo", bram, at=time(20))
    await town.wind(hours=1)
    await sam.taps("😐")
    await sam.taps("Iets vertellen")
    if got:
        await lotte.blocks()
    await mo.says("hoi")
    await bram.taps("✍️ Antwoord")
    await sam.says("ruzie thuis")
    await bram.says("ik kom eraan")
    if got:
        bram.expects("Sam schreef je iets")
        bram.expects("Voor wie is dit?")
    else:
        mo.expects("Bram: ik kom eraan")
    for phone in (sam, lotte, mo, bram):
        hush(phone)
