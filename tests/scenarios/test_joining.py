"""A youth comes in with a personal link: what they read first, their yes, their time."""

from __future__ import annotations

import re
from datetime import time

import pytest
from sqlalchemy import select

from programme.joining import CONSENT_VERSION
from programme.people import Role
from sandbox.town import Town
from store import checkin, joining, people
from store.tables import Consent, Person, Trajectory
from tests.people import Phone, row_of, sam_with_lotte, staff, today

BOT = "https://t.me/spoor_bot?start="


async def link_for(town: Town, name: str, begeleider: Phone, *, duo: Phone | None = None) -> str:
    """A link for a new youth who starts today."""
    guide = await row_of(town, begeleider)
    second = None if duo is None else (await row_of(town, duo)).id
    async with town.spoor.database.write() as session:
        person = Person(role=Role.YOUTH, name=name, created_at=town.now())
        session.add(person)
        await session.flush()
        session.add(Trajectory(youth_id=person.id, begeleider_id=guide.id, duo_id=second, start_on=today(town)))
        return BOT + await joining.invite(session, person, guide, town.now())


async def new_link(town: Town, who: Phone) -> str:
    """Another link for somebody who has a place."""
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        return BOT + await joining.invite(session, person, None, town.now())


@pytest.mark.asyncio
async def test_from_link_to_first_question(town: Town) -> None:
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    sam = town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte, duo=bram))
    sam.expects("het hulpje van Lotte", buttons=["Ik doe mee", "Nu niet", "English"])
    lotte.expects_nothing()
    await sam.taps("Ik doe mee")
    sam.expects("✅ Je doet mee", buttons=[], edited=True)
    sam.expects("Met 📞 Bel me onderaan")
    sam.expects("Hoe laat", buttons=["10u", "13u", "17u30", "20u", "Een ander uur"])
    lotte.expects("Sam doet mee")
    await sam.taps("17u30")
    sam.expects("rond 17u30", edited=True, buttons=[])
    await town.wind(hours=9)
    sam.expects("", buttons=["😣", "🙁", "😐", "🙂", "😄"])
    sam_row = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        consent = (await session.scalars(select(Consent))).one()
    assert (consent.person_id, consent.version) == (sam_row.id, CONSENT_VERSION)
    assert sam_row.joined_at == consent.at


CONSENT_SAYS = (
    ("a bot", "Ik ben een bot, geen mens"),
    ("what is kept", "Je voornaam, je Telegram-account en je antwoorden"),
    ("who reads it", "Lotte. En Bram, die soms invalt"),
    ("Telegram", "Telegram ziet onze berichten ook"),
    ("when silence is broken", "Behalve bij echt gevaar"),
    ("no emergencies", "Ik ben er niet voor noodgevallen"),
    ("the numbers", "Bel 112. Denk je aan zelfmoord? Bel 1813"),
    ("stopping", "Stoppen kan altijd"),
    ("no consequences", "verandert er niets"),
)


@pytest.mark.asyncio
async def test_all_is_told_before_yes(town: Town) -> None:
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    sam = town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte, duo=bram))
    words = sam.expects("Hey Sam").plain
    for label, says in CONSENT_SAYS:
        assert says in words, label
    sentences = [part for line in words.splitlines() for part in re.split(r"[.?!:] ?", line)]
    assert max(len(sentence.split()) for sentence in sentences) <= 12


@pytest.mark.asyncio
async def test_not_now_keeps_nothing_and_the_way_back(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("een duo: iemand die soms invalt")
    await sam.taps("Nu niet")
    sam.expects("niets van dit gesprek", edited=True)
    async with town.spoor.database.read() as session:
        assert await people.by_telegram_id(session, sam.user.id) is None
    await town.restart()
    await sam.taps("Ik doe toch mee")
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    lotte.expects("Sam doet mee")


TYPED = [
    ("within the hours", "18u15", time(18, 15), ""),
    ("the first minute", "9u", time(9), ""),
    ("the last minute", "21:30", time(21, 30), ""),
    ("too early", "8u59", None, "Op dat uur kan ik het niet vragen"),
    ("too late", "21u31", None, "Op dat uur kan ik het niet vragen"),
    ("no time", "straks", None, "Daar haal ik geen uur uit"),
    ("markup", '<b>&"', None, "Daar haal ik geen uur uit"),
    ("very long", "9" * 4096, None, "Daar haal ik geen uur uit"),
]


@pytest.mark.parametrize(("label", "typed", "at", "refused"), TYPED, ids=[row[0] for row in TYPED])
@pytest.mark.asyncio
async def test_a_typed_time(town: Town, label: str, typed: str, at: time | None, refused: str) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await sam.opens("https://t.me/spoor_bot?start=")
    sam.expects("Dit kan je hier")
    sam.expects("Hoe laat")
    await sam.taps("Een ander uur")
    sam.expects("Typ een uur", edited=True)
    await town.restart()
    await sam.says(typed)
    if at is None:
        sam.expects(refused)
        await sam.taps("Toch liever kiezen")
        sam.expects("Hoe laat", edited=True)
    else:
        sam.expects("Ik vraag het je rond")
    async with town.spoor.database.read() as session:
        plan = await checkin.plan_of(session, (await row_of(town, sam)).id)
    assert (plan and plan.at) == at, label


@pytest.mark.asyncio
async def test_a_time_typed_instead_of_tapped(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("Hey Sam")
    await sam.taps("Ik doe mee")
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    lotte.expects("Sam doet mee")
    await sam.says("18u15")
    sam.expects("Ik vraag het je rond 18u15")


@pytest.mark.asyncio
async def test_bel_me_works_before_a_time_is_chosen(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("Hey Sam")
    await sam.taps("Ik doe mee")
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects("Met 📞 Bel me onderaan vraag ik Lotte om je te bellen")
    sam.expects("Hoe laat")
    lotte.expects("Sam doet mee")
    await sam.taps("Bel me")
    sam.expects("Wanneer wil je dat er iemand belt?")
    await sam.taps("Zo snel mogelijk")
    sam.expects("Ik heb Lotte gevraagd om je te bellen")
    lotte.expects("Sam vraagt of je belt")


@pytest.mark.asyncio
async def test_a_start_that_is_still_to_come_is_named(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, day=-6, at=None)
    await sam.says("/start")
    sam.expects("Dit kan je hier")
    sam.expects("Hoe laat")
    await sam.taps("10u")
    sam.expects("Vanaf dinsdag 1 december vraag ik het je rond 10u", edited=True)
    await town.wind(days=6)
    sam.expects_nothing()
    await town.wind(days=1, hours=1)
    sam.expects("", buttons=["😣", "🙁", "😐", "🙂", "😄"])


@pytest.mark.asyncio
async def test_two_taps_on_yes_and_on_a_time_are_one(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("Hey Sam")
    await sam.taps("Ik doe mee", times=3)
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    lotte.expects("Sam doet mee")
    await sam.taps("10u", times=2)
    sam.expects("Oké. Ik vraag het je rond 10u", edited=True)
    sam.expects("Liever een ander uur? Typ /instellingen", edited=True)
    async with town.spoor.database.read() as session:
        assert len((await session.scalars(select(Consent))).all()) == 1


@pytest.mark.asyncio
async def test_a_name_full_of_signs_breaks_nothing(town: Town) -> None:
    lotte, sam = await staff(town, '<b>L&"'), town.person("Sam")
    await sam.opens(await link_for(town, '<i>S&"👩‍🚀', lotte))
    sam.expects('Hey <i>S&"👩‍🚀. Ik ben Spoor, het hulpje van <b>L&"')
    await sam.taps("Ik doe mee")
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects('Fijn, <i>S&"👩‍🚀')
    sam.expects("Hoe laat")
    lotte.expects('<i>S&"👩‍🚀 doet mee')


@pytest.mark.asyncio
async def test_english_for_whoever_speaks_it_at_the_door(town: Town) -> None:
    visitor = town.person("Visitor", language="en")
    await visitor.says("hello")
    visitor.expects("I work with a personal link")


@pytest.mark.asyncio
async def test_who_reads_another_language_gets_it_from_then_on(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("Ik ben een bot, geen mens")
    await sam.taps("English")
    sam.expects("I'm a bot, not a person", buttons=["I'm in", "Not now", "Nederlands"], edited=True)
    await town.restart()
    await sam.taps("Not now")
    sam.expects("Okay. I keep nothing of this talk", edited=True)
    await sam.taps("I'm in after all")
    sam.expects("✅ You're in", edited=True)
    sam.expects("Nice, Sam")
    sam.expects("At what time")
    lotte.expects("Sam doet mee")


@pytest.mark.asyncio
async def test_a_phone_that_speaks_english_is_met_in_english(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam", language="en")
    await sam.opens(await link_for(town, "Sam", lotte))
    sam.expects("I'm a bot, not a person", buttons=["I'm in", "Not now", "Nederlands"])
    await sam.taps("Nederlands")
    sam.expects("Ik ben een bot, geen mens", edited=True)
    await sam.taps("Ik doe mee")
    sam.expects("✅ Je doet mee", edited=True)
    sam.expects("Fijn, Sam")
    sam.expects("Hoe laat")
    lotte.expects("Sam doet mee")
