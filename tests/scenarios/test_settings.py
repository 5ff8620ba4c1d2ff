"""/instellingen: the value is visible, a tap changes it, and there is a way back."""

from __future__ import annotations

import re
from datetime import time

import pytest

from chat.screens.settings import NewAnswers, NewLanguage, NewRhythm, NewTime, Page, PageTapped
from programme.people import Role
from programme.rhythm import Rhythm
from sandbox.town import Town
from store import preference
from store.tables import PushChoice
from tests.people import coordinator, row_of, sam_with_lotte, teamcoach, youth

FACES = ["😣", "🙁", "😐", "🙂", "😄"]
HOME = "Zo staat het nu"
COMMANDS = {"start", "hulp", "belme", "plan", "instellingen", "pauze", "stop"}


@pytest.mark.asyncio
async def test_another_time_holds_the_same_day(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=time(17, 30))
    await sam.says("/instellingen")
    sam.expects(HOME, buttons=["⏰ Rond 17u30", "🔁 Elke dag", "🌐 Nederlands", "📖 Wat er over mij", "Klaar"])
    await sam.taps("Rond 17u30")
    sam.expects(
        "Nu is dat rond 17u30", edited=True, buttons=["10u", "13u", "✓ 17u30", "20u", "Een ander uur", "← Terug"]
    )
    await sam.taps("10u")
    sam.expects(HOME, edited=True, buttons=["⏰ Rond 10u", "Elke dag", "Nederlands", "📖 Wat er over mij", "Klaar"])
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)
    await sam.taps("Klaar")
    sam.expects("Oké, zo houden we het", edited=True, buttons=[])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("18u15", "⏰ Rond 18u15"), ("9", "⏰ Rond 9u"), ("21:30", "⏰ Rond 21u30")],
)
@pytest.mark.asyncio
async def test_a_time_is_typed(town: Town, typed: str, shown: str) -> None:
    sam, _ = await sam_with_lotte(town, at=time(17, 30))
    await sam.says("/instellingen")
    await sam.taps("Rond")
    await sam.taps("Een ander uur")
    for screen in (HOME, "Hoe laat", "Typ een uur"):
        sam.expects(screen)
    await town.restart()
    await sam.says(typed)
    sam.expects(HOME, buttons=[shown, "Elke dag", "Nederlands", "📖 Wat er over mij", "Klaar"])


@pytest.mark.parametrize("typed", ["8u59", "21u31", "25:00", "straks", "<b>&", "😴", "1" * 4096])
@pytest.mark.asyncio
async def test_another_time_is_refused_kindly(town: Town, typed: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(17, 30))
    await sam.says("/instellingen")
    await sam.taps("Rond")
    await sam.taps("Een ander uur")
    await sam.says(typed)
    for screen in (HOME, "Hoe laat", "Typ een uur"):
        sam.expects(screen)
    sam.expects("Typ een uur tussen 9u en 21u30", buttons=["← Terug"])
    await sam.taps("Terug")
    sam.expects(HOME, edited=True, buttons=["⏰ Rond 17u30", "Elke dag", "Nederlands", "📖 Wat er over mij", "Klaar"])
    await sam.says("10u")
    sam.expects("Doorgegeven aan Lotte")
    lotte.expects("Sam: 10u")


@pytest.mark.asyncio
async def test_less_often(town: Town) -> None:
    """From a Tuesday on once a week: on Wednesdays."""
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/instellingen")
    await sam.taps("Elke dag")
    sam.expects(HOME)
    rhythms = ["✓ Elke dag", "3 keer per week", "1 keer per week", "Niet meer", "← Terug"]
    sam.expects("Hoe vaak", edited=True, buttons=rhythms)
    await sam.taps("1 keer per week", times=2)
    sam.expects(
        HOME, edited=True, buttons=["Rond 10u", "🔁 1 keer per week", "Nederlands", "📖 Wat er over mij", "Klaar"]
    )
    lotte.expects_nothing()
    await town.wind(hours=23)
    sam.expects_nothing()
    await town.wind(hours=2)
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_none_at_all_and_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/instellingen")
    await sam.taps("Elke dag")
    await sam.taps("Niet meer")
    sam.expects_toast("Ik laat het Lotte weten")
    for screen in (HOME, "Hoe vaak", HOME):
        sam.expects(screen)
    lotte.expects("Sam wil van mij geen vragen meer", silent=True)
    await town.wind(days=10)
    sam.expects_nothing()
    await sam.taps("🔁 Geen vragen")
    await sam.taps("Elke dag")
    sam.expects("Hoe vaak")
    sam.expects(HOME)
    lotte.expects("Sam krijgt weer vragen", edited=False)
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_who_stopped_sees_it_and_gets_back_by_choosing_a_rhythm(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    sam.expects("Zal ik stoppen")
    sam.expects("Oké, ik vraag niets meer")
    lotte.expects("geen vragen meer")
    await sam.says("/instellingen")
    buttons = ["Vraag maar weer", "Rond 10u", "Elke dag", "Nederlands", "📖 Wat er over mij", "Klaar"]
    sam.expects("Je krijgt nu geen vragen", buttons=buttons)
    await sam.taps("Elke dag")
    sam.expects("Hoe vaak")
    await sam.taps("3 keer per week")
    sam.expects(HOME, edited=True, buttons=["Rond 10u", "3 keer per week", "Nederlands", "📖 Wat er over mij", "Klaar"])
    lotte.expects("Sam krijgt weer vragen", edited=True)
    await town.wind(days=1, hours=1)
    sam.expects("Sam", buttons=FACES)


@pytest.mark.asyncio
async def test_a_pause_is_shown(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    await sam.says("/pauze")
    await sam.taps("3 dagen")
    sam.expects("Hoe lang")
    sam.expects("Vanaf vrijdag")
    lotte.expects("Vanaf vrijdag")
    await sam.says("/instellingen")
    sam.expects(
        "Vanaf vrijdag vraag ik het weer",
        buttons=["Vraag maar weer", "Rond", "Elke", "Neder", "📖 Wat er over mij", "Klaar"],
    )


@pytest.mark.asyncio
async def test_the_language_changes_at_once(town: Town) -> None:
    """The message itself, the keyboard at the bottom, the menu of commands, and what comes later."""
    sam, _ = await sam_with_lotte(town, at=time(10))
    await sam.says("/instellingen")
    await sam.taps("Nederlands")
    sam.expects(HOME)
    sam.expects("Welke taal", edited=True, buttons=["✓ Nederlands", "English", "← Terug"])
    await sam.taps("English")
    buttons = ["Around 10:00", "Every day", "English", "What is noted about me", "Done"]
    sam.expects("This is what you chose", edited=True, buttons=buttons)
    sam.expects("From now on in English.")
    keyboard = town.telegram.keyboard(sam.user.id)
    assert keyboard is not None
    assert keyboard.rows == (("📞 Call me",), ("🕸 My spinnenweb",))
    menu = {command.name: command.description for command in town.telegram.menus.of(sam.user)}
    assert (set(menu), menu["pauze"]) == (COMMANDS, "No questions for a while")
    await town.wind(hours=1)
    sam.expects("Sam", buttons=["Very bad", "Not good", "So-so", "Good", "Very good"])
    await sam.taps("English")
    await sam.taps("Nederlands")
    sam.expects("Which language", edited=True)
    sam.expects(HOME, edited=True)
    sam.expects("Vanaf nu in het Nederlands.")
    assert "Even geen vragen" in {command.description for command in town.telegram.menus.of(sam.user)}


@pytest.mark.asyncio
async def test_a_begeleider_chooses_which_answers(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    await lotte.says("/instellingen")
    lotte.expects(
        HOME, buttons=["🔔 Elk antwoord", "☕ Mijn dag om 8u30", "🌴 Ik ben er even niet", "🌐 Nederlands", "Klaar"]
    )
    await lotte.taps("Elk antwoord")
    lotte.expects("Bel me en stilte hoor je altijd", buttons=["✓ Elk antwoord", "Enkel de lage", "← Terug"])
    await lotte.taps("Enkel de lage", times=2)
    lotte.expects(
        HOME,
        edited=True,
        buttons=["🔔 Enkel de lage", "☕ Mijn dag", "🌴 Ik ben er even niet", "🌐 Nederlands", "Klaar"],
    )
    async with town.spoor.database.read() as session:
        chosen = await preference.answers_for(session, (await row_of(town, lotte)).id)
    assert chosen is PushChoice.LOW


@pytest.mark.asyncio
async def test_other_colleagues_choose_a_language(town: Town) -> None:
    for who in (await coordinator(town), await teamcoach(town)):
        await who.says("/instellingen")
        who.expects(HOME, buttons=["🌐 Nederlands", "Klaar"])
        await who.taps("Nederlands")
        await who.taps("English")
        who.expects("Welke taal")
        who.expects("This is what you chose", edited=True, buttons=["🌐 English", "Done"])


@pytest.mark.parametrize(
    ("data", "role"),
    [
        (NewTime(1000).data, Role.BEGELEIDER),
        (NewRhythm(Rhythm.NONE).data, Role.BEGELEIDER),
        (NewAnswers(PushChoice.LOW).data, Role.YOUTH),
        (NewAnswers(PushChoice.LOW).data, Role.COORDINATOR),
        ("setlang:nl:en", Role.YOUTH),
        ("setrhythm:hourly", Role.YOUTH),
        ("set:moon", Role.YOUTH),
    ],
)
@pytest.mark.asyncio
async def test_forged_buttons_change_nothing(town: Town, data: str, role: Role) -> None:
    sam, lotte = await sam_with_lotte(town)
    who = {Role.YOUTH: sam, Role.BEGELEIDER: lotte, Role.COORDINATOR: await coordinator(town)}[role]
    await who.says("/instellingen")
    await who.forges(data, on=who.expects(HOME))
    who.expects_toast("Die knop is van vroeger")


@pytest.mark.parametrize(
    "data",
    [NewLanguage("fr").data, NewTime(2500).data.replace("2500", "300"), PageTapped(Page.ANSWERS).data],
    ids=["a language we lack", "a time outside the hours", "a colleague's page"],
)
@pytest.mark.asyncio
async def test_odd_values_lead_home_or_ask_again(town: Town, data: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    mo = await youth(town, "Mo", lotte, at=time(13))
    await sam.says("/instellingen")
    message = sam.expects(HOME)
    await sam.taps("Nederlands")
    sam.expects("Welke taal")
    await sam.forges(data, on=message)
    sam.expects(re.compile(f"{HOME}|Typ een uur"), edited=True)
    await mo.says("/instellingen")
    mo.expects(HOME, buttons=["Rond 13u", "Elke dag", "Nederlands", "📖 Wat er over mij", "Klaar"])
