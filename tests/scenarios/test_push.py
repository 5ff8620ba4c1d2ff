"""The begeleider's side of an answer: opening it, a heart, words back, and never to a wrong youth."""

from __future__ import annotations

from datetime import time

import pytest

from sandbox.town import Town
from store import journal, settings
from store.journal import Happened
from store.tables import PushChoice, Trajectory
from tests.people import Phone, row_of, sam_with_lotte, staff, youth


async def answered(town: Town, face: str = "🙂 Goed") -> tuple[Phone, Phone]:
    """Sam answered just now, and Lotte has the push."""
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("Sam")
    await sam.taps(face)
    sam.expects("Jij:", edited=True)
    lotte.expects("Sam: ")
    return sam, lotte


def hush(*phones: Phone) -> None:
    """All that came so far was expected."""
    for phone in phones:
        for arrival in phone.unexpected():
            arrival.expected = True


async def only_low(town: Town, who: Phone) -> None:
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        await settings.choose_answers(session, person.id, PushChoice.LOW)


@pytest.mark.asyncio
async def test_opening_shows_face_and_moment(town: Town) -> None:
    _sam, lotte = await answered(town)
    await town.wind(days=0.5)
    await town.restart()
    await lotte.taps("Openen")
    shown = lotte.expects("Vraag van vandaag, beantwoord om 10u.", edited=True)
    assert [button.text for button in shown.buttons] == ["❤️", "✍️ Antwoord", "❓ Vraag voor morgen", "Sluiten"]


@pytest.mark.asyncio
async def test_a_heart_goes_once(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("❤️", times=2)
    sam.expects("❤️ van Lotte", silent=False)
    lotte.expects_toast("onderweg")
    lotte.expects_toast("al gegeven")


@pytest.mark.asyncio
async def test_a_heart_makes_no_sound_by_night(town: Town) -> None:
    sam, lotte = await answered(town)
    await town.wind(hours=13)
    await lotte.taps("❤️")
    sam.expects("❤️ van Lotte", silent=True)
    lotte.expects_toast("onderweg")


@pytest.mark.asyncio
async def test_who_wants_only_the_low_answers_hears_only_those(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await only_low(town, lotte)
    await town.wind(hours=1)
    sam.expects("Sam")
    await sam.taps("🙂")
    sam.expects("Jij: 🙂", edited=True)
    await sam.taps("↩️ Ander antwoord")
    sam.expects("Wat wordt het", edited=True)
    lotte.expects_nothing()
    await sam.taps("🙁")
    sam.expects("Jij: 🙁", edited=True)
    lotte.expects("Sam: 🙁 Niet goed", silent=False, edited=False)


@pytest.mark.asyncio
async def test_the_next_words_go_to_the_youth(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    lotte.expects("Wat wil je tegen Sam zeggen?", buttons=["Toch niet"])
    await town.restart()
    await lotte.says("Tof <b>&</b> 😀!")
    sam.expects("Lotte: Tof <b>&</b> 😀!")
    lotte.expects("Verstuurd naar Sam.", buttons=["✍️ Nog iets", "Terugtrekken"])
    await lotte.says("en dit?")
    lotte.expects("")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_reply_to_a_push_goes_to_that_youth_whatever_was_waited_for(town: Town) -> None:
    sam, lotte = await answered(town)
    mo = await youth(town, "Mo", lotte, at=time(11))
    await town.wind(minutes=61)
    mo.expects("Mo")
    await mo.taps("🙁")
    mo.expects("Jij: 🙁", edited=True)
    push = lotte.expects("Mo: 🙁")
    await lotte.taps("✍️ Antwoord", on="Sam:")
    lotte.expects("tegen Sam")
    await lotte.says("sterkte", reply_to=push)
    mo.expects("Lotte: sterkte")
    lotte.expects("Verstuurd naar Mo.")
    await lotte.says("fijn!")
    sam.expects("Lotte: fijn!")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_a_reply_to_a_message_of_nobody_goes_to_nobody(town: Town) -> None:
    _sam, lotte = await answered(town)
    await lotte.says("/onbekend")
    strange = lotte.expects("")
    await lotte.says("voor wie?", reply_to=strange)
    lotte.expects("Het ging naar niemand.")
    await lotte.taps("✍️ Antwoord")
    prompt = lotte.expects("tegen Sam")
    await lotte.says("voor wie?", reply_to=strange)
    lotte.expects("Het ging naar niemand.")
    await lotte.says("zo dus", reply_to=prompt)
    town.person("Sam").expects("Lotte: zo dus")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_a_reply_to_an_opened_answer_arrives_too(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("Openen")
    opened = lotte.expects("beantwoord om", edited=True)
    await lotte.says("top", reply_to=opened)
    sam.expects("Lotte: top")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_long_words_are_split_and_none_is_lost(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    await lotte.says("&" * 4096)
    first, second = sam.expects("Lotte: &"), sam.expects("Lotte: &")
    assert (first.plain + second.plain).count("&") == 4096
    lotte.expects("tegen Sam")
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_toch_niet(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    lotte.expects("tegen Sam")
    await lotte.taps("Toch niet")
    lotte.expects("niets verstuurd", edited=True)
    await lotte.says("nee")
    lotte.expects("")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_picture_is_an_answer_too(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    lotte.expects("tegen Sam")
    await lotte.sends_photo(b"png", "kijk")
    sam.expects("Lotte: kijk", photo=True)
    lotte.expects("Verstuurd naar Sam.")


@pytest.mark.asyncio
async def test_a_youth_who_blocked_the_bot_gets_nothing_and_the_begeleider_knows(town: Town) -> None:
    sam, lotte = await answered(town)
    await sam.blocks()
    lotte.expects("Sam")
    await lotte.taps("❤️")
    lotte.expects_toast("komen daar nu niet aan")
    await lotte.taps("✍️ Antwoord")
    lotte.expects_toast("komen daar nu niet aan")


@pytest.mark.asyncio
async def test_words_for_a_youth_who_blocked_the_bot_meanwhile(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    lotte.expects("tegen Sam")
    await sam.blocks()
    lotte.expects("Sam heeft mij geblokkeerd")
    await lotte.says("hallo?")
    lotte.expects("niet bij Sam geraakt")


@pytest.mark.asyncio
async def test_what_was_sent_is_not_said_to_be_dropped(town: Town) -> None:
    sam, lotte = await answered(town)
    await lotte.taps("✍️ Antwoord")
    lotte.expects("tegen Sam")
    await lotte.says("Tot straks")
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: Tot straks")
    await lotte.taps("Toch niet")
    lotte.expects("Deze vraag is voorbij", edited=True, buttons=[])


@pytest.mark.asyncio
async def test_a_colleague_sees_nothing_of_a_youth_who_is_not_theirs(town: Town) -> None:
    sam, lotte = await answered(town)
    noor = await staff(town, "Noor")
    await noor.says("/onbekend")
    message = noor.expects("")
    youth_id = (await row_of(town, sam)).id
    for data in ("open:1", "close:1", "heart:1", f"write:{youth_id}", f"question:{youth_id}", "open:77", "contact:1"):
        await noor.forges(data, on=message)
        noor.expects_toast("van vroeger")
    sam.expects_nothing()
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_the_duo_may_open_and_answer(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(hours=1)
    sam.expects("Sam")
    await sam.taps("🙂")
    sam.expects("Jij:", edited=True)
    lotte.expects("Sam: 🙂")
    bram = town.person("Bram")
    bram.expects_nothing()
    await bram.says("/onbekend")
    await bram.forges("open:1", on=bram.expects(""))
    bram.expects("Sam: 🙂 Goed", edited=True)


@pytest.mark.asyncio
async def test_names_and_texts_that_look_like_markup_are_shown_as_they_are(town: Town) -> None:
    lotte = await staff(town, 'Lotte <b>&"')
    sam = await youth(town, "Sam <i>& 🦊", lotte)
    await town.wind(hours=1)
    sam.expects("Sam <i>& 🦊")
    await sam.taps("😣")
    sam.expects('Lotte <b>&"', edited=True)
    lotte.expects("Sam <i>& 🦊: 😣 Heel slecht")
    await lotte.taps("✍️ Antwoord")
    lotte.expects("tegen Sam <i>& 🦊 zeggen")
    await lotte.says("<script>& {name} 🦊")
    sam.expects('Lotte <b>&": <script>& {name} 🦊')
    lotte.expects("Verstuurd naar Sam <i>& 🦊.")
    await sam.taps("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    sam.expects('Ik heb Lotte <b>&" gevraagd')
    lotte.expects("📞 Sam <i>& 🦊 vraagt")


@pytest.mark.asyncio
async def test_who_is_no_begeleider_any_more_hears_and_sees_nothing_new(town: Town) -> None:
    sam, lotte = await answered(town)
    bram, youth_id = await row_of(town, await staff(town, "Bram")), (await row_of(town, sam)).id
    async with town.spoor.database.write() as session:
        (await session.get_one(Trajectory, youth_id)).begeleider_id = bram.id
    await sam.taps("↩️ Ander antwoord")
    sam.expects("Wat wordt het?", edited=True)
    await sam.taps("🙁")
    sam.expects("Jij: 🙁", edited=True)
    town.person("Bram").expects("Sam: 🙁 Niet goed")
    await lotte.taps("Openen")
    lotte.expects_toast("van vroeger")


@pytest.mark.asyncio
async def test_the_journal_holds_each_step(town: Town) -> None:
    sam, lotte = await answered(town)
    for label in ("↩️ Ander antwoord", "😐", "✍️ Iets vertellen"):
        await sam.taps(label)
    await sam.says("geheim")
    for label in ("Openen", "❤️", "✍️ Antwoord"):
        await lotte.taps(label)
    await lotte.says("ook geheim")
    hush(sam, lotte)
    async with town.spoor.database.read() as session:
        kinds = [row.kind for row in await journal.since(session, 0)]
    assert kinds == [
        Happened.CHECKIN_ASKED,
        Happened.CHECKIN_ANSWERED,
        Happened.CHECKIN_CHANGED,
        Happened.CHECKIN_WORDS,
        Happened.ANSWER_OPENED,
        Happened.HEART_SENT,
        Happened.WORDS_PASSED_ON,
    ]


@pytest.mark.asyncio
async def test_words_that_go_on_are_pushed_when_those_before_could_not_be(town: Town) -> None:
    sam, lotte = await answered(town)
    await sam.taps("✍️")
    sam.expects("Jij: 🙂", edited=True)
    await lotte.blocks()
    await sam.says("eerst dit")
    hush(sam)
    await lotte.unblocks()
    await sam.says("en dan dit")
    lotte.expects("Sam schreef je")


@pytest.mark.asyncio
async def test_words_that_follow_leave_what_is_opened_whole(town: Town) -> None:
    sam, lotte = await answered(town)
    await sam.taps("✍️")
    await sam.says("lang " * 800)
    lotte.expects("Sam schreef je iets.")
    await lotte.taps("Openen")
    lotte.expects("lang lang", edited=True)
    rest = lotte.expects("lang", edited=False)
    await sam.says("en dit nog")
    lotte.expects("Sam schreef je 2 berichten.", edited=True)
    assert rest.plain in [message.plain for message in lotte.sees()]
    hush(sam)
