"""Contact noteren: two taps from a reminder, one to correct it, looked back at by whoever walks along."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from programme.contacts import LONGEST_NOTE, ContactKind
from sandbox.town import DATABASE, Town
from store import journal
from store.journal import Happened
from store.tables import Contact, Silence, Talk
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_silence import gone_quiet
from tests.scenarios.test_talk import PNG
from tests.scenarios.years import at_year

KINDS = ["🤝 Samen", "📞 Gebeld", "💬 Bericht", "👥 Netwerk"]
ASKED = [*KINDS, "Toch niet"]
REST = ["✏️ Notitie", "Ongedaan maken", "📖 Contacten"]
NOW = ["✓ Nu", "Eerder vandaag", "Gisteren", "Andere dag", *REST]


async def contacts_of(town: Town) -> list[Contact]:
    """All that were noted, removed ones too."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Contact).order_by(Contact.id)))


async def happened(town: Town) -> list[str]:
    """What people did with contacts, in order."""
    async with town.spoor.database.read() as session:
        lines = await journal.since(session, 0)
    return [line.kind for line in lines if "contact" in line.kind and line.subject_id is not None]


async def noted(lotte: Phone, kind: str = "Samen") -> None:
    """Lotte notes a contact with the youth in hand."""
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact met Sam?")
    await lotte.taps(kind)
    lotte.expects("Genoteerd: Sam", edited=True)


# --- Two taps ---


@pytest.mark.asyncio
async def test_two_taps_from_a_reminder_and_the_reminder_stays(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    push = lotte.expects("Sam is 2 dagen stil.", buttons=["Ik neem contact op", "📝 Contact noteren"])
    await lotte.taps("Contact noteren")
    question = lotte.expects("Hoe had je contact met Sam?", edited=False, buttons=ASKED)
    await lotte.taps("Samen")
    assert lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True, buttons=NOW).id == question.id
    assert push.id in [message.id for message in lotte.sees()]
    (contact,) = await contacts_of(town)
    lottes, sams = await row_of(town, lotte), await row_of(town, sam)
    assert (contact.kind, contact.day, contact.by_id) == (ContactKind.FACE_TO_FACE, today(town), lottes.id)
    assert (contact.youth_id, contact.at, contact.removed_at) == (sams.id, contact.noted_at, None)
    lotte.expects("Sam was stil. Jij had contact.", edited=True, buttons=[])
    hush(sam)


@pytest.mark.parametrize(
    ("button", "kind", "word"),
    [
        ("Samen", ContactKind.FACE_TO_FACE, "samen"),
        ("Gebeld", ContactKind.PHONE, "gebeld"),
        ("Bericht", ContactKind.MESSAGE, "bericht"),
        ("Netwerk", ContactKind.NETWORK, "netwerk"),
    ],
)
@pytest.mark.asyncio
async def test_each_kind_from_the_page_of_a_youth(town: Town, button: str, kind: ContactKind, word: str) -> None:
    _, lotte = await sam_with_lotte(town)
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    hush(lotte)
    await lotte.taps("Contact noteren")
    lotte.expects("Hoe had je contact met Sam?", edited=False)
    await lotte.taps(button)
    lotte.expects(f"Genoteerd: Sam, {word}, vandaag.", edited=True)
    assert [contact.kind for contact in await contacts_of(town)] == [kind]


@pytest.mark.asyncio
async def test_or_not(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact")
    await lotte.taps("Toch niet")
    lotte.expects("Oké, er is niets genoteerd.", edited=True, buttons=[])
    assert await contacts_of(town) == []


@pytest.mark.asyncio
async def test_a_double_tap_is_one_contact_and_another_question_is_another(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    for count in (1, 2):
        await lotte.says("/contact")
        lotte.expects("Hoe had je contact met Sam?")
        await lotte.taps("Netwerk", times=2)
        lotte.expects("Genoteerd: Sam, netwerk", edited=True)
        assert len(await contacts_of(town)) == count
    hush(lotte)


@pytest.mark.asyncio
async def test_a_restart_between_the_kind_and_the_day(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact met Sam?")
    await town.restart()
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd: Sam, gebeld, vandaag.", edited=True)
    await town.restart()
    await lotte.taps("Andere dag")
    lotte.expects("Op welke dag?", edited=True)
    await town.restart()
    await lotte.says("20/11/2026")
    lotte.expects("Genoteerd: Sam, gebeld, vrijdag.", edited=False)
    assert [contact.day for contact in await contacts_of(town)] == [date(2026, 11, 20)]


# --- Another time ---


@pytest.mark.asyncio
async def test_the_time_is_corrected_with_a_tap(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await town.wind(hours=0.5)
    await lotte.taps("Eerder vandaag", times=2)
    lotte.expects(
        "Genoteerd: Sam, samen, vandaag.", edited=True, buttons=["Nu", "✓ Eerder vandaag", "Gist", "And", *REST]
    )
    (contact,) = await contacts_of(town)
    assert (contact.day, contact.at) == (today(town), None)
    await lotte.taps("Gisteren")
    lotte.expects("Genoteerd: Sam, samen, gisteren.", edited=True, buttons=["Nu", "Eerder", "✓ Gisteren", "And", *REST])
    (contact,) = await contacts_of(town)
    assert (contact.day, contact.at) == (today(town) - timedelta(days=1), None)
    await lotte.taps("Nu")
    lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True, buttons=NOW)
    (contact,) = await contacts_of(town)
    assert contact.at is not None
    assert contact.at > contact.noted_at
    assert await happened(town) == [Happened.CONTACT_NOTED, *[Happened.CONTACT_MOVED] * 3]
    hush(lotte)


@pytest.mark.asyncio
async def test_a_day_of_this_week_is_a_tap(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Andere dag")
    days = ["zondag", "zaterdag", "vrijdag", "donderdag", "woensdag"]
    lotte.expects("Sam, samen.\nOp welke dag?", edited=True, buttons=[*days, "Toch niet"])
    await lotte.taps("zaterdag")
    lotte.expects("Genoteerd: Sam, samen, zaterdag.", edited=True, buttons=["Nu", "Eer", "Gist", "✓ Andere dag", *REST])
    assert [contact.day for contact in await contacts_of(town)] == [date(2026, 11, 21)]
    await lotte.says("gewoon iets")
    lotte.expects("Voor wie is dit?")  # no day is waited for any more


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        pytest.param("25/11/2026", "Die dag komt nog.", id="tomorrow"),
        pytest.param("1/1/2099", "Die dag komt nog.", id="far ahead"),
        pytest.param("24-9-26", "meer dan 60 dagen geleden", id="too long ago"),
        pytest.param("1/1/0001", "meer dan 60 dagen geleden", id="the year one"),
        pytest.param("31/2/2026", "Die dag ken ik niet.", id="no such day"),
        pytest.param("gisteren", "Die dag ken ik niet.", id="a word"),
        pytest.param("😀🎉", "Die dag ken ik niet.", id="emoji"),
        pytest.param("<b>" + "1" * 600, "Die dag ken ik niet.", id="long nonsense"),
    ],
)
@pytest.mark.asyncio
async def test_a_typed_day_that_cannot_be(town: Town, typed: str, answer: str) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Andere dag")
    await lotte.says(typed)
    lotte.expects("Op welke dag?")
    lotte.expects(answer, buttons=["Toch niet"])
    await lotte.taps("Toch niet", on=answer)
    lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True, buttons=NOW)
    await lotte.says("24/11/2026")
    lotte.expects("Voor wie is dit?")
    assert await happened(town) == [Happened.CONTACT_NOTED]


@pytest.mark.asyncio
async def test_sixty_days_ago_is_the_first_that_can_be_typed(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Andere dag")
    lotte.expects("Op welke dag?")
    await lotte.sends_photo(PNG)
    lotte.expects("Die dag ken ik niet.")
    await lotte.says("25.09.2026")
    lotte.expects("Genoteerd: Sam, samen, vrijdag 25 september.")


@pytest.mark.asyncio
async def test_at_midnight_today_is_another_day(tmp_path: Path) -> None:
    async with Town(tmp_path, start=datetime(2026, 11, 24, 22, 59, tzinfo=UTC)) as town:
        _, lotte = await sam_with_lotte(town, at=None)
        await noted(lotte)
        await town.wind(minutes=2)
        await lotte.taps("Eerder vandaag")
        lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True)
        assert [contact.day for contact in await contacts_of(town)] == [date(2026, 11, 25)]


# --- Undone ---


@pytest.mark.asyncio
async def test_undone_and_kept_after_all(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Ongedaan maken", times=2)
    others = ["📞 Gebeld", "💬 Bericht", "👥 Netwerk"]
    gone = lotte.expects("Weggehaald: Sam, samen, vandaag.", edited=True, buttons=["Toch houden", *others, "Contacten"])
    assert [contact.removed_at is None for contact in await contacts_of(town)] == [False]
    await town.restart()
    await lotte.taps("Toch houden", times=2)
    lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True, buttons=NOW)
    assert [contact.removed_at for contact in await contacts_of(town)] == [None]
    assert await happened(town) == [Happened.CONTACT_NOTED, Happened.CONTACT_REMOVED, Happened.CONTACT_PUT_BACK]
    assert gone.id == lotte.sees()[-1].id
    hush(lotte)


@pytest.mark.asyncio
async def test_the_wrong_kind_is_set_right(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte, "Samen")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Of was het iets anders?", edited=True)
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd: Sam, gebeld, vandaag.", edited=True)
    (contact,) = await contacts_of(town)
    assert (contact.kind, contact.removed_at) == (ContactKind.PHONE, None)
    assert (await happened(town))[-1] == Happened.CONTACT_CHANGED


@pytest.mark.asyncio
async def test_the_old_buttons_of_what_was_undone_change_nothing(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Ongedaan maken")
    message = lotte.expects("Weggehaald", edited=True)
    for data in ("cwhen:1:yesterday", "cwords:1", "cnowords:1", f"cday:1:{today(town).toordinal() - 3}"):
        await lotte.forges(data, on=message)
    (contact,) = await contacts_of(town)
    assert (contact.day, contact.removed_at is None) == (today(town), False)
    hush(lotte)


@pytest.mark.parametrize("day", [0, -(10**17), 10**17, 739_214 + 300])
@pytest.mark.asyncio
async def test_a_day_that_no_button_has(town: Town, day: int) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.forges(f"cday:1:{day}", on=lotte.sees()[-1])
    lotte.expects_toast("van vroeger")
    assert [contact.day for contact in await contacts_of(town)] == [today(town)]


# --- A note ---


@pytest.mark.asyncio
async def test_a_note_is_sealed_and_says_beforehand_who_reads_it(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Notitie")
    lotte.expects("Wat wil je erbij zetten? Typ het hier.\nSam kan het ook lezen.", edited=True, buttons=["Toch niet"])
    await town.restart()
    await lotte.says("Koffie bij <mama> & 🎂")
    shown = lotte.expects("Genoteerd: Sam, samen, vandaag.\n\nNotitie: Koffie bij <mama> & 🎂", edited=False)
    assert "✏️ Andere notitie" in [button.text for button in shown.buttons]
    for file in Path(town.settings.database_url.removeprefix("sqlite:///")).parent.glob(f"{DATABASE}*"):
        assert b"Koffie" not in file.read_bytes()
    assert (await happened(town))[-1] == Happened.NOTE_WRITTEN


@pytest.mark.asyncio
async def test_a_note_is_changed_and_dropped(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Notitie")
    await lotte.says("eerste")
    await lotte.taps("Andere notitie")
    await lotte.says("tweede")
    lotte.expects("Notitie: eerste", edited=False)
    lotte.expects("Notitie: tweede", edited=False)
    await lotte.taps("Andere notitie", on="tweede")
    lotte.expects("Notitie: tweede", edited=True, buttons=["Notitie weg", "Toch niet"])
    await lotte.taps("Notitie weg", times=2)
    lotte.expects("Genoteerd: Sam, samen, vandaag.", edited=True, buttons=NOW)
    lotte.expects_no_word("derde")
    assert (await happened(town))[1:4] == [Happened.NOTE_WRITTEN, Happened.NOTE_WRITTEN, Happened.NOTE_DROPPED]
    hush(lotte)


@pytest.mark.parametrize("long", ["x" * (LONGEST_NOTE + 1), "😀" * (LONGEST_NOTE // 2 + 1)], ids=["letters", "emoji"])
@pytest.mark.asyncio
async def test_a_note_that_is_too_long_loses_nothing(town: Town, long: str) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Notitie")
    lotte.expects("Wat wil je erbij zetten?")
    mine = await lotte.says(long)
    lotte.expects(f"er passen er {LONGEST_NOTE}", buttons=["Toch niet"])
    assert mine in lotte.sees()
    await lotte.says(long[: LONGEST_NOTE // 2])
    lotte.expects(f"Notitie: {long[: LONGEST_NOTE // 2]}")


@pytest.mark.asyncio
async def test_a_picture_is_no_note(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Notitie")
    lotte.expects("Wat wil je erbij zetten?")
    await lotte.sends_photo(PNG, "dit")
    lotte.expects("alleen tekst", buttons=["Toch niet"])
    await lotte.taps("Toch niet", on="alleen tekst")
    lotte.expects("Genoteerd: Sam", edited=True, buttons=NOW)


@pytest.mark.asyncio
async def test_a_reply_to_a_youth_is_no_note(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await noted(lotte)
    await lotte.taps("Notitie")
    lotte.expects("Wat wil je erbij zetten?")
    await sam.says("ben je er?")
    await lotte.says("Ja!", reply_to=lotte.expects("Sam: ben je er?"))
    sam.expects("Lotte: Ja!")
    await lotte.says("koffie")
    lotte.expects("Notitie: koffie")
    hush(sam, lotte)


# --- /contact ---


@pytest.mark.asyncio
async def test_the_command_knows_who_was_last_in_hand(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await youth(town, "Mo", lotte, at=None)
    await lotte.says("/contact")
    lotte.expects("Met wie had je contact?", buttons=["Sam", "Mo", "Toch niet"])
    await sam.says("hoi")
    await lotte.says("hey", reply_to=lotte.expects("Sam: hoi"))
    hush(sam, lotte)
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact met Sam?", buttons=[*KINDS, "Iemand anders", "Toch niet"])
    await lotte.taps("Iemand anders")
    lotte.expects("Met wie had je contact?", edited=True)
    await lotte.taps("Mo")
    lotte.expects("Hoe had je contact met Mo?", edited=True)
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd: Mo, gebeld, vandaag.", edited=True)
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact met Mo?")
    await town.wind(hours=13)
    hush(sam, lotte)
    await lotte.says("/contact")
    lotte.expects("Met wie had je contact?")
    hush(sam)


@pytest.mark.asyncio
async def test_the_command_with_one_youth_none_and_very_many(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/contact")
    lotte.expects("Hoe had je contact met Sam?", buttons=ASKED)
    noor = await staff(town, "Noor")
    await noor.says("/contact")
    noor.expects("Hier staat nog niemand")
    for number in range(10):
        await youth(town, f"Jo{number}", noor, at=None)
    await noor.says("/contact")
    noor.expects("Met wie had je contact?", buttons=[*(f"Jo{number}" for number in range(8)), "›", "Toch niet"])
    await noor.taps("›")
    noor.expects("Met wie had je contact?", edited=True, buttons=["Jo8", "Jo9", "‹", "Toch niet"])


@pytest.mark.asyncio
async def test_only_a_begeleider_has_the_command(town: Town) -> None:
    sam, _ = await sam_with_lotte(town)
    await sam.says("/contact")
    sam.expects("Dat ken ik niet")


# --- Looking back ---


@pytest.mark.asyncio
async def test_the_duo_looks_back_corrects_and_removes(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, duo="Bram")
    bram = town.person("Bram")
    await noted(lotte)
    await lotte.taps("Notitie")
    await lotte.says("samen gekookt")
    hush(lotte)
    await bram.says("/contact")
    await bram.taps("Netwerk")
    await bram.taps("Gisteren")
    hush(bram)
    await bram.taps("Contacten")
    listed = ["samen, vandaag, Lotte ✎", "netwerk, gisteren", "Contact noteren", "Terug"]
    shown = bram.expects("Sam: contacten", edited=True, buttons=listed)
    assert "gekookt" not in shown.plain
    await bram.taps("samen")
    bram.expects("Genoteerd: Sam, samen, vandaag, door Lotte.\n\nNotitie: samen gekookt", edited=True)
    await bram.taps("Gisteren")
    bram.expects("Genoteerd: Sam, samen, gisteren, door Lotte.", edited=True)
    await bram.taps("Ongedaan maken")
    bram.expects("Weggehaald: Sam, samen, gisteren, door Lotte.", edited=True)
    await bram.taps("Contacten")
    bram.expects("Sam: contacten", edited=True, buttons=["netwerk, gisteren", "Contact noteren", "Terug"])
    await bram.taps("Terug")
    bram.expects("Sam: opstart", edited=True)


@pytest.mark.asyncio
async def test_many_contacts_are_pages_the_newest_first(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lots(town, sam, lotte, 10)
    await noted(lotte)
    await lotte.taps("Contacten")
    first = lotte.expects("Sam: contacten", edited=True)
    assert [button.text for button in first.buttons][:2] == ["samen, vandaag", "gebeld, gisteren ✎"]
    await lotte.taps("›")
    last = ["gebeld, maandag 16 november ✎", "gebeld, zondag 15 november ✎", "gebeld, zaterdag 14 november ✎"]
    lotte.expects("Sam: contacten", edited=True, buttons=[*last, "‹", "Contact noteren", "Terug"])
    await lotte.taps("zaterdag 14")
    lotte.expects("Genoteerd: Sam, gebeld, zaterdag 14 november.\n\nNotitie: notitie 10", edited=True)


async def lots(town: Town, sam: Phone, lotte: Phone, count: int) -> None:
    """A call a day, with a note, on each of the days before today."""
    young, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        for back in range(1, count + 1):
            day = today(town) - timedelta(days=back)
            made = {"youth_id": young.id, "by_id": guide.id, "noted_at": town.now(), "note": f"notitie {back}"}
            session.add(Contact(kind=ContactKind.PHONE, day=day, at=None, **made))


# --- The youth reads it too ---


@pytest.mark.asyncio
async def test_a_youth_reads_what_is_noted(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await sam.says("/instellingen")
    await sam.taps("Wat er over mij genoteerd is")
    sam.expects("Zo staat het nu")
    sam.expects("Er staat nog niets over jou genoteerd.", edited=True, buttons=["← Terug"])
    for kind, when in (("Samen", "Gisteren"), ("Gebeld", "Nu"), ("Netwerk", "Nu"), ("Samen", "Ongedaan maken")):
        await noted(lotte, kind)
        await lotte.taps(when)
    await bram.says("/contact")
    await bram.taps("Bericht")
    await bram.taps("Notitie")
    await bram.says("over <b>werk</b>")
    hush(lotte, bram)
    await sam.taps("Terug")
    sam.expects("Zo staat het nu", edited=True)
    await sam.taps("Wat er over mij genoteerd is")
    told = sam.expects("Dit staat er over jou genoteerd", edited=True, buttons=["← Terug"]).plain
    assert told.split("\n\n")[1:] == [
        "Bram schreef je vandaag.\nNotitie: over <b>werk</b>",
        "Lotte sprak vandaag met iemand die je kent.",
        "Lotte belde je vandaag.",
        "Lotte zag je gisteren.",
    ]


@pytest.mark.asyncio
async def test_a_youth_turns_the_pages(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lots(town, sam, lotte, 7)
    await sam.says("/instellingen")
    await sam.taps("Wat er over mij genoteerd is")
    sam.expects("Zo staat het nu")
    sam.expects("Lotte belde je gisteren.\nNotitie: notitie 1", edited=True, buttons=["›", "← Terug"])
    await sam.taps("›")
    sam.expects("Lotte belde je dinsdag 17 november.\nNotitie: notitie 7", edited=True, buttons=["‹", "← Terug"])


# --- Words through the bot ---


@pytest.mark.asyncio
async def test_words_through_the_bot_are_one_contact_a_day(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    await lotte.says("hey", reply_to=copy)
    await lotte.says("hoe is het?", reply_to=copy)
    (contact,) = await contacts_of(town)
    assert (contact.kind, contact.day, contact.removed_at) == (ContactKind.MESSAGE, today(town), None)
    await town.wind(days=1)
    await lotte.says("en nu?", reply_to=copy)
    assert [contact.day for contact in await contacts_of(town)] == [today(town) - timedelta(days=1), today(town)]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_withdrawn_words_are_no_contact_unless_others_are_left(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    await lotte.says("hey", reply_to=copy)
    await lotte.says("hoe is het?", reply_to=copy)
    await lotte.taps("Terugtrekken")
    assert [contact.removed_at for contact in await contacts_of(town)] == [None]
    await town.wind(days=1)
    await lotte.taps("Terugtrekken", times=2)
    assert [contact.removed_at is None for contact in await contacts_of(town)] == [False]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_withdrawing_words_leaves_what_was_noted_by_hand(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await noted(lotte, "Bericht")
    await sam.says("hoi")
    await lotte.says("hey", reply_to=lotte.expects("Sam: hoi"))
    await lotte.taps("Terugtrekken")
    assert [contact.removed_at is None for contact in await contacts_of(town)] == [True, False]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_words_that_did_not_arrive_are_no_contact(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    town.telegram.accounts.change(sam.user.id, blocked=True)  # nobody knows yet
    await lotte.says("hey", reply_to=copy)
    lotte.expects("Iets wat je stuurde, kwam niet aan bij Sam.")
    assert [contact.removed_at is None for contact in await contacts_of(town)] == [False]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_a_heart_and_what_the_bot_sends_are_no_contact(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    await sam.taps("🙂")
    await lotte.taps("❤️")
    hush(sam, lotte)
    assert await contacts_of(town) == []


# --- What it settles ---


async def silences(town: Town) -> list[Silence]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Silence)))


async def waits(town: Town) -> list[bool]:
    """Of each thing a youth said, whether it waits for an answer."""
    async with town.spoor.database.read() as session:
        return [row.settled_at is None for row in await session.scalars(select(Talk).order_by(Talk.id))]


@pytest.mark.asyncio
async def test_a_contact_ends_a_silence_for_both_and_undoing_it_brings_it_back(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await noted(lotte)
    lotte.expects("Sam was stil. Jij had contact.", edited=True, buttons=[])
    await lotte.taps("Ongedaan maken")
    lotte.expects("Weggehaald", edited=True)
    lotte.expects("Sam is 2 dagen stil.", edited=True, buttons=["Ik neem contact op", "📝 Contact noteren"])
    await town.wind(days=2)
    bram = town.person("Bram")
    bram.expects("Sam is 4 dagen stil.\nLotte weet het al.")
    await lotte.taps("Toch houden")
    lotte.expects("Genoteerd", edited=True)
    lotte.expects("Sam was stil. Jij had contact.", edited=True)
    bram.expects("Sam was stil. Lotte had contact.", edited=True, buttons=[])
    await lotte.taps("Ongedaan maken")
    lotte.expects("Weggehaald", edited=True)
    lotte.expects("Sam is 4 dagen stil.", edited=True)
    bram.expects("Sam is 4 dagen stil.\nLotte weet het al.", edited=True, buttons=["Ik neem contact op", "Contact"])
    hush(sam)


@pytest.mark.asyncio
async def test_the_duo_does_not_hear_of_a_silence_that_ended_with_a_contact(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await noted(lotte, "Gebeld")
    lotte.expects("Jij had contact.", edited=True)
    await town.wind(days=5)
    town.person("Bram").expects_nothing()
    hush(sam)


@pytest.mark.parametrize("act", ["Netwerk", "longer ago"])
@pytest.mark.asyncio
async def test_what_is_no_contact_since_then_ends_no_silence(town: Town, act: str) -> None:
    sam, lotte = await gone_quiet(town, duo=None)
    lotte.expects("Sam is 2 dagen stil.")
    await noted(lotte, "Netwerk" if act == "Netwerk" else "Samen")
    if act == "longer ago":
        await lotte.taps("Andere dag")
        await lotte.taps("dinsdag")  # Sam is quiet since Wednesday
    assert [quiet.settled_at for quiet in await silences(town)] == [None]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_a_silence_that_ended_in_between_stays_ended(town: Town) -> None:
    sam, lotte = await gone_quiet(town, duo=None)
    lotte.expects("Sam is 2 dagen stil.")
    await noted(lotte)
    lotte.expects("Jij had contact.", edited=True)
    await sam.says("/hulp")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Weggehaald", edited=True)
    lotte.expects("liet weer van zich horen", edited=True, buttons=[])
    hush(sam)


@pytest.mark.asyncio
async def test_another_contact_keeps_a_silence_ended(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    bram = town.person("Bram")
    lotte.expects("Sam is 2 dagen stil.")
    await noted(lotte)
    lotte.expects("Jij had contact.", edited=True)
    await noted(bram, "Gebeld")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Weggehaald", edited=True)
    lotte.expects("Sam was stil. Bram had contact.", edited=True)
    assert [quiet.settled_by for quiet in await silences(town)] == [(await row_of(town, bram)).id]
    hush(sam)


@pytest.mark.asyncio
async def test_words_to_a_quiet_youth_end_the_silence_until_they_are_withdrawn(town: Town) -> None:
    sam, lotte = await gone_quiet(town, duo=None)
    push = lotte.expects("Sam is 2 dagen stil.")
    await lotte.says("alles oké?", reply_to=push)
    sam.expects("Lotte: alles oké?")
    lotte.expects("Sam was stil. Jij had contact.", edited=True)
    lotte.expects("Verstuurd naar Sam")
    await lotte.taps("Terugtrekken")
    lotte.expects("Teruggetrokken", edited=True)
    lotte.expects("Sam is 2 dagen stil.", edited=True)
    hush(sam)


@pytest.mark.asyncio
async def test_who_speaks_now_has_answered_what_was_written_before(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("kan je bellen?")
    await town.wind(minutes=5)
    await noted(lotte, "Gebeld")
    assert await waits(town) == [False]
    await town.wind(minutes=5)
    await sam.says("nog iets")
    await lotte.taps("Gisteren")
    assert await waits(town) == [True, True]
    await lotte.taps("Nu")
    assert await waits(town) == [False, False]
    await lotte.taps("Ongedaan maken")
    assert await waits(town) == [True, True]
    await lotte.taps("Bericht")
    assert await waits(town) == [True, True]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_of_two_calls_one_is_enough_to_have_answered(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("kan je bellen?")
    hush(sam, lotte)
    for _ in range(2):
        await town.wind(minutes=5)
        await noted(lotte, "Gebeld")
    await lotte.taps("Ongedaan maken")
    assert await waits(town) == [False]
    hush(lotte)


# --- Other people ---


@pytest.mark.asyncio
async def test_somebody_else_can_do_nothing_with_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await noted(lotte)
    noor = await staff(town, "Noor")
    await youth(town, "Mo", noor, at=None)
    await noor.says("/contact")
    under = noor.expects("Hoe had je contact met Mo?")
    young, before = await row_of(town, sam), await contacts_of(town)
    taps = ("cnote:{0}", "ckind:{0}:phone", "cwith:{0}", "clist:{0}:0", "copen:1", "cwhen:1:yesterday", "cwords:1",
            "coff:1", "cback:1:phone", "cnowords:1")  # fmt: skip
    for data in taps:
        await noor.forges(data.format(young.id), on=under)
        noor.expects_toast("van vroeger")
    noor.expects_no_word("met Sam", "Sam,", "Sam:", "Lotte")
    after = await contacts_of(town)
    assert [(row.day, row.kind, row.removed_at) for row in after] == [(r.day, r.kind, r.removed_at) for r in before]


@pytest.mark.asyncio
async def test_who_is_no_duo_any_more_types_no_day_and_no_note(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    bram = town.person("Bram")
    await noted(bram)
    await bram.taps("Notitie")
    bram.expects("Wat wil je erbij zetten?")
    await at_year(lotte, "Sam", "Duo kiezen", "Voorlopig niemand")
    bram.expects("niet langer de duo")
    await bram.says("koffie")
    bram.expects("Dat ging naar niemand")
    async with town.spoor.database.read() as session:
        assert await session.scalar(select(Contact.id).where(Contact.note.is_not(None))) is None
    hush(lotte)
