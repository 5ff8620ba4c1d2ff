"""A youth stops: after it only an answer to what the youth writes is ever sent."""

from __future__ import annotations

from datetime import time

import pytest

from chat.language import _
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from programme.people import Role
from sandbox.faults import Fault
from sandbox.town import Town
from store import agenda, journal, people
from store.agenda import Duty
from store.journal import Happened
from store.tables import Lane
from tests.people import Phone, row_of, sam_with_lotte, staff, youth

FACES = ["😣", "🙁", "😐", "🙂", "😄"]


async def stops(sam: Phone, lotte: Phone) -> None:
    """Sam stops, and Lotte hears it."""
    await sam.says("/stop")
    sam.expects("Zal ik stoppen met vragen?", buttons=["Ja, stop maar", "Liever een pauze", "Toch niet"])
    await sam.taps("Ja, stop maar")
    sam.expects(
        "Oké, ik vraag niets meer. Lotte blijft er voor jou, en Bel me blijft werken.",
        edited=True,
        buttons=["Toch weer wel"],
    )
    lotte.expects("Sam wil van mij geen vragen meer", silent=True)


@pytest.mark.asyncio
async def test_nothing_comes_any_more(town: Town) -> None:
    """Three weeks: the end of the opstart, its question, silence of the youth, a restart among them."""
    sam, lotte = await sam_with_lotte(town, day=35, at=time(10), duo="Bram")
    await stops(sam, lotte)
    await town.restart()
    await town.wind(days=21)
    sam.expects_nothing()
    lotte.expects_nothing()
    town.person("Bram").expects_nothing()


@pytest.mark.asyncio
async def test_what_the_youth_writes_is_answered(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await stops(sam, lotte)
    await town.wind(days=2)
    await sam.says("ben je daar nog?")
    sam.expects("Lotte")
    lotte.expects("Sam: ben je daar nog?")
    await sam.says("/hulp")
    sam.expects("112")
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    lotte.expects("📞 Sam", silent=False)
    sam.expects("Lotte", edited=True)


@pytest.mark.asyncio
async def test_after_all(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await stops(sam, lotte)
    await town.restart()
    await sam.taps("Toch weer wel", times=2)
    sam.expects("De volgende keer: vandaag, rond 10u", edited=True, buttons=[])
    lotte.expects("Sam krijgt weer vragen", edited=True)
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)
    async with town.spoor.database.read() as session:
        kinds = [line.kind for line in await journal.since(session, 0)]
    assert (kinds.count(Happened.STOPPED), kinds.count(Happened.RESUMED)) == (1, 1)


@pytest.mark.asyncio
async def test_stopping_twice_is_stopping_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/stop")
    sam.expects("Zal ik stoppen")
    await sam.taps("Ja, stop maar", times=2)
    sam.expects("Oké, ik vraag niets meer", edited=True)
    lotte.expects("geen vragen meer")
    for command in ("/stop", "/pauze"):
        await sam.says(command)
        sam.expects("Oké, ik vraag niets meer", buttons=["Toch weer wel"])


@pytest.mark.asyncio
async def test_rather_a_pause(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/stop")
    await sam.taps("Liever een pauze")
    sam.expects("Zal ik stoppen")
    sam.expects("Hoe lang wil je geen vragen?", edited=True)
    await sam.taps("Vandaag")
    sam.expects("Vandaag vraag ik niets meer", edited=True)
    lotte.expects("vandaag geen vragen")


@pytest.mark.asyncio
async def test_a_question_on_its_way_is_not_tried_again(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/stop")
    sam.expects("Zal ik stoppen")
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await town.wind(hours=1)
    await sam.taps("Ja, stop maar")
    sam.expects("Oké, ik vraag niets meer", edited=True)
    town.telegram.faults.switch_off()
    await town.wind(hours=1)
    lotte.expects("geen vragen meer")
    sam.expects_nothing()


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.asyncio
async def test_planned_words_do_not_pass_and_answers_do(town: Town, lane: Lane) -> None:
    """The one place where it is decided; whatever duty comes later has it too."""
    sam, lotte = await sam_with_lotte(town)
    await stops(sam, lotte)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        said = [
            await occasion.say(Screen(_("Hey {name}.", name="!")), await row_of(town, who), Manner("test", lane))
            for who in (sam, lotte)
        ]
    await town.settle()
    assert [row is not None for row in said] == [lane is not Lane.PLANNED, True]
    lotte.expects("Hey !")
    if lane is not Lane.PLANNED:
        sam.expects("Hey !")


@pytest.mark.asyncio
async def test_no_duty_is_left_to_ask_who_stopped(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=41)
    mo = await youth(town, "Mo", lotte, day=41)
    await town.wind(minutes=5)
    await stops(sam, lotte)
    async with town.spoor.database.read() as session:
        for who, waits in ((sam, False), (mo, True)):
            assert await agenda.is_waiting(session, Duty.CHECKIN, (await row_of(town, who)).id) is waits
        assert len(await people.with_role(session, Role.YOUTH)) == 2


@pytest.mark.asyncio
async def test_one_who_never_chose_a_time_can_stop_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await stops(sam, lotte)
    await town.wind(days=10)
    sam.expects_nothing()
    await sam.taps("Toch weer wel")
    sam.expects("rond 17u30", edited=True)
    lotte.expects("Sam krijgt weer vragen")


@pytest.mark.asyncio
async def test_names_are_shown_as_they_are(town: Town) -> None:
    lotte = await staff(town, '<b>Lotte & "Co"')
    sam = await youth(town, "Sam 😀 <i>", lotte, at=time(10))
    await sam.says("/stop")
    sam.expects('<b>Lotte & "Co" hoort dat dan, en blijft er voor jou.')
    await sam.taps("Ja, stop maar")
    sam.expects('Oké, ik vraag niets meer. <b>Lotte & "Co" blijft er voor jou', edited=True)
    lotte.expects("Sam 😀 <i> wil van mij geen vragen meer")


@pytest.mark.parametrize("at", [11, 12], ids=["after the question", "a while after"])
@pytest.mark.asyncio
async def test_an_old_question_can_still_be_answered(town: Town, at: int) -> None:
    """It is theirs to answer; the answer is kept and seen, and no question follows from it."""
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)
    await stops(sam, lotte)
    await town.wind(hours=at - 10)
    await sam.taps("🙂 Goed")
    sam.expects("🙂 Goed", edited=True)
    lotte.expects("Sam: 🙂")
    await town.wind(days=5)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_what_was_said_before_the_stop_is_not_answered_after_it(town: Town) -> None:
    """Whatever way Lotte tries; she hears what she can still do."""
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)
    await sam.taps("🙂 Goed")
    sam.expects("🙂 Goed", edited=True)
    push = lotte.expects("Sam: 🙂")
    await stops(sam, lotte)
    await lotte.taps("❤️")
    lotte.expects_toast("breng ik niets meer over")
    await lotte.taps("✍️ Antwoord")
    lotte.expects("Bellen of langsgaan kan")
    await lotte.says("fijn!", reply_to=push)
    lotte.expects("Bellen of langsgaan kan")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_what_is_said_after_the_stop_is_answered(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await stops(sam, lotte)
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    sam.expects("Lotte", edited=True)
    alert = lotte.expects("📞 Sam")
    await lotte.says("ik bel je om 5", reply_to=alert)
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: ik bel je om 5")
    await lotte.taps("Nog iets")
    lotte.expects("Wat wil je tegen Sam zeggen?")
    await lotte.says("of morgen")
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: of morgen")
