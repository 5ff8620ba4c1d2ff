"""First steps: a youth names them after a web, is asked after them kindly, and the begeleider adds and changes some."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from programme.actions import LONGEST_STEP, ActionState
from programme.spiderweb import Domain, WebMoment
from sandbox.town import Town
from store import actions, spiderweb
from store.tables import Action, Person
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush

FIRST = (Domain.MONEY, Domain.MIND)


async def finished_web(town: Town, sam: Phone, lotte: Phone) -> None:
    """Sam scored everything, and chose money and his head to begin with."""
    young = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        scoring = await spiderweb.begin(session, young.id, WebMoment.ANY, town.now())
        for domain in await spiderweb.asked(session, young.id):
            await spiderweb.answer(session, scoring, domain, 4, town.now())
        for domain in FIRST:
            await spiderweb.put_first(session, scoring.id, domain, town.now())
    await sam.says("🕸 Mijn spinnenweb")
    await sam.taps("Verder doen")
    hush(sam)
    await sam.taps("Dat is het")
    sam.expects("Klaar. Mooi gedaan.", edited=True)
    lotte.expects("Sam vulde het spinnenweb in.")
    sam.expects("💶 Geld & papieren\nWat is een eerste stap?", buttons=["Sla over", "Later"])


async def steps(town: Town) -> list[Action]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Action).order_by(Action.id)))


async def with_step(town: Town, who: Phone, step: str, by: date | None, domain: Domain = Domain.MONEY) -> Action:
    """They have this step, for that day."""
    young = await row_of(town, who)
    async with town.spoor.database.write() as session:
        row = await actions.add(session, young.id, domain, step, young.id, town.now())
        await actions.set_day(session, row, by, town.now(), town.spoor.setting.zone)
    return row


@pytest.mark.parametrize("restarts", [False, True])
@pytest.mark.asyncio
async def test_a_first_step_for_each_of_the_first_basket(town: Town, *, restarts: bool) -> None:
    async def go_on(step: Callable[[], Awaitable[object]]) -> None:
        if restarts:
            await town.restart()
        await step()

    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await go_on(lambda: sam.says("Naar de bank voor een nieuwe kaart"))
    sam.expects("💶 Geld & papieren\nNaar de bank voor een nieuwe kaart\nNog geen dag gekozen.\n\nTegen wanneer?")
    await go_on(lambda: sam.taps("2 weken", times=2))
    sam.expects("Genoteerd.\n\n💶 Geld & papieren\nNaar de bank voor een nieuwe kaart\nTegen ", edited=True)
    sam.expects("🧠 Hoofd\nWat is een eerste stap?")
    await go_on(lambda: sam.says("Slapen zonder gsm"))
    sam.expects("Tegen wanneer?")
    await go_on(lambda: sam.taps("Andere dag"))
    sam.expects("Tegen welke dag?", edited=True)
    day = today(town) + timedelta(days=9)
    await go_on(lambda: sam.says(day.strftime("%d/%m/%Y")))
    sam.expects("Genoteerd.\n\n🧠 Hoofd\nSlapen zonder gsm")
    sam.expects("Dat zijn je eerste stappen.\nJe vindt ze met /plan.", buttons=["Mijn stappen"])
    known = [(row.domain, row.step, row.by_on) for row in await steps(town)]
    two_weeks = today(town) + timedelta(weeks=2)
    assert known == [
        (Domain.MONEY, "Naar de bank voor een nieuwe kaart", two_weeks),
        (Domain.MIND, "Slapen zonder gsm", day),
    ]
    lotte.expects_nothing()
    await go_on(lambda: sam.says("/plan"))
    sam.expects("Jouw spinnenweb.", photo=True)
    shown = sam.expects("Jouw stappen").plain
    assert shown.index("Slapen zonder gsm") < shown.index("Naar de bank")  # the soonest first


@pytest.mark.asyncio
async def test_one_can_skip_or_do_it_later(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await sam.taps("Sla over")
    sam.expects("🧠 Hoofd\nWat is een eerste stap?", edited=True)
    await sam.taps("Later")
    sam.expects("Met /plan ga je verder wanneer je wil.", edited=True)
    await town.restart()
    await town.wind(days=3)
    await sam.says("hallo Lotte")  # no step any more
    assert await steps(town) == []
    hush(sam, lotte)
    await sam.says("/plan")
    hush(sam)
    under = sam.sees()[-1]
    assert [button.text for button in under.buttons] == ["Eerste stap: 🧠 Hoofd", "➕ Nog een stap", "📄 Plan"]
    await sam.taps("Eerste stap: 🧠 Hoofd")
    sam.expects("🧠 Hoofd\nWat is een eerste stap?", edited=True)
    await sam.taps("Sla over", times=2)
    sam.expects("Een stap kiezen kan later nog altijd.", edited=True)
    assert await steps(town) == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("x" * (LONGEST_STEP + 1), "Er passen 500 tekens."),
        ("💪🏽🔥", "Kan je het ook in woorden zeggen?"),
        ("…", "Kan je het ook in woorden zeggen?"),
    ],
)
@pytest.mark.asyncio
async def test_what_is_no_step_is_said_and_can_be_typed_again(town: Town, typed: str, answer: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await sam.says(typed)
    sam.expects(answer)
    assert await steps(town) == []
    await sam.says("x" * LONGEST_STEP)
    sam.expects("x" * LONGEST_STEP)
    assert [len(row.step) for row in await steps(town)] == [LONGEST_STEP]


@pytest.mark.parametrize("typed", ["gisteren", "1/1/2020", "31/02/2027", "1/1/2999"])
@pytest.mark.asyncio
async def test_a_day_that_cannot_be_is_said_and_the_step_is_kept(town: Town, typed: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await sam.says("Naar de bank")
    sam.expects("Tegen wanneer?")
    await sam.taps("Andere dag")
    sam.expects("Tegen welke dag?", edited=True)
    await sam.says(typed)
    sam.expects("Met die dag kan ik niets.")
    await sam.taps("Toch niet")
    sam.expects("Tegen wanneer?", edited=True)
    await sam.taps("Geen dag")
    sam.expects("Nog geen dag gekozen.", edited=True)
    assert [(row.step, row.by_on) for row in await steps(town)] == [("Naar de bank", None)]


@pytest.mark.asyncio
async def test_what_was_meant_for_somebody_else_can_be_taken_away(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await sam.says("hey lotte, kom je straks?")
    sam.expects("Tegen wanneer?")
    await sam.taps("Toch niet")
    sam.expects("Was het voor Lotte? Stuur het dan nog eens.", edited=True)
    await sam.says("/plan")
    sam.expects("Jouw spinnenweb.", photo=True)
    assert "hey lotte" not in sam.expects("Jouw stappen").plain
    await sam.taps("Toch wel een stap")
    sam.expects("hey lotte, kom je straks?", edited=True)
    assert [row.removed_at for row in await steps(town)] == [None]


@pytest.mark.asyncio
async def test_a_step_of_before_is_taken_away_without_a_question(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", None)
    await town.wind(days=1)
    await sam.says("/plan")
    sam.expects("Jouw stappen")
    await sam.taps("💶 Geld & papieren: Naar de bank")
    sam.expects("Naar de bank", edited=True)
    await sam.taps("Weghalen")
    assert "Was het voor" not in sam.expects("Weggehaald.", edited=True).plain


@pytest.mark.asyncio
async def test_what_one_writes_a_while_later_is_for_a_person(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await finished_web(town, sam, lotte)
    await town.wind(hours=2)
    await sam.says("kan je mij bellen?")
    lotte.expects("Sam: kan je mij bellen?")
    sam.expects("Doorgegeven aan Lotte.")
    assert await steps(town) == []


@pytest.mark.parametrize(
    ("tapped", "answer", "state"),
    [
        ("Gelukt", "Top, dat is gelukt.", ActionState.DONE),
        ("Laat vallen", "Loslaten mag ook.", ActionState.DROPPED),
    ],
)
@pytest.mark.asyncio
async def test_on_its_day_one_is_asked_how_it_stands(town: Town, tapped: str, answer: str, state: ActionState) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=2))
    await town.wind(days=3)
    asked = sam.expects("Je had een stap in gedachten tegen vandaag.", buttons=["Gelukt", "Nog bezig", "Laat vallen"])
    assert [entity.kind for entity in asked.text.entities] == ["spoiler"]  # no lock screen shows it
    await town.restart()
    await sam.taps(tapped, times=2)
    sam.expects(answer, edited=True)
    assert [row.state for row in await steps(town)] == [state]
    await sam.taps("Ongedaan maken")
    sam.expects("Die staat weer open.", edited=True)
    assert [row.state for row in await steps(town)] == [ActionState.OPEN]
    await town.wind(days=10)
    lotte.expects_nothing()
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_still_busy_gets_another_day_and_is_asked_again_then(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=2))
    await town.wind(days=3)
    sam.expects("Je had een stap in gedachten")
    await sam.taps("Nog bezig")
    sam.expects("Tegen wanneer?", edited=True)
    await town.restart()
    await sam.taps("2 weken")
    sam.expects("Genoteerd.", edited=True)
    await town.wind(days=13)
    sam.expects_nothing()
    await town.wind(days=2)
    sam.expects("Je had een stap in gedachten tegen vandaag.")


@pytest.mark.asyncio
async def test_one_step_a_day_is_asked_about(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    for step in ("een", "twee", "drie"):
        await with_step(town, sam, step, today(town) + timedelta(days=1))
    for step in ("een", "twee", "drie"):
        await town.wind(days=1 if step != "een" else 2)
        assert step in sam.expects("Je had een stap in gedachten").plain
    await town.wind(days=5)
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_nobody_is_asked_who_wants_quiet_and_what_is_done_is_not_asked_about(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    mo = await youth(town, "Mo", lotte, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=2))
    row = await with_step(town, mo, "Naar de bank", today(town) + timedelta(days=2))
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    hush(sam, lotte)
    async with town.spoor.database.write() as session:
        actions.settle(await session.get_one(Action, row.id), ActionState.DONE, row.youth_id, town.now())
    await town.wind(days=6)
    sam.expects_nothing()
    mo.expects_nothing()


@pytest.mark.asyncio
async def test_the_begeleider_sees_them_on_the_card_adds_and_changes(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=2))
    await lotte.says("/jongeren")
    await lotte.taps("Sam")
    hush(lotte)
    assert "Naar de bank" in lotte.sees()[-1].plain
    await lotte.taps("✅ Acties")
    lotte.expects("De acties van Sam", edited=True)
    await lotte.taps("➕ Nog een stap")
    lotte.expects("Waar gaat de stap over?", edited=True)
    await lotte.taps("🏠 Wonen")
    lotte.expects("Wat is de stap?", edited=True)
    await town.restart()
    await lotte.says("Samen naar het woonhuis")
    lotte.expects("Tegen wanneer?")
    await lotte.taps("2 weken")
    lotte.expects("Genoteerd.", edited=True)
    sam.expects_nothing()  # not while they are at it
    await lotte.taps("Alle stappen")
    lotte.expects("De acties van Sam", edited=True)
    await lotte.taps("💶 Geld & papieren: Naar de bank")
    lotte.expects("Erbij gezet door Sam.", edited=True)
    await lotte.taps("Gelukt")
    lotte.expects("Top, dat is gelukt.", edited=True)
    await town.wind(minutes=20)
    sam.expects("Lotte veranderde iets aan je stappen.")
    sam.expects_nothing()  # once for all of it
    await sam.taps("Bekijken")
    assert "✓ 💶 Geld & papieren: Naar de bank" in sam.expects("Samen naar het woonhuis", edited=True).plain


@pytest.mark.asyncio
async def test_nobody_reaches_the_steps_of_another(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    row = await with_step(town, sam, "geheim", today(town) + timedelta(days=9))
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", noor, at=None)
    for who in (noor, mo):
        await who.says("/hulp")
        hush(who)
        for data in (
            f"actions:{row.youth_id}:0",
            f"action:{row.id}",
            f"actset:{row.id}:done",
            f"actoff:{row.id}:1",
            f"actwhen:{row.id}",
            f"actword:{row.id}",
            f"actby:{row.id}:-1:0",
            f"actby:{row.id}:0:0",
            f"actadd:{row.youth_id}",
            f"actin:{row.youth_id}:money",
        ):
            await who.forges(data, on=who.sees()[-1])
            who.expects_toast("van vroeger")
        await who.says("gewoon iets")
        who.expects_no_word("geheim")
        hush(who, noor)
    assert [(each.state, each.removed_at) for each in await steps(town)] == [(ActionState.OPEN, None)]
    async with town.spoor.database.read() as session:
        assert len(list(await session.scalars(select(Person)))) == 4


@pytest.mark.parametrize(
    "data", ["actby:1:700000:0", "actby:1:-7:0", "actby:1:99999999:1", "fsask:1:money", "fsskip:9:money"]
)
@pytest.mark.asyncio
async def test_made_up_buttons_change_nothing(town: Town, data: str) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=9))
    await sam.says("/hulp")
    hush(sam)
    await sam.forges(data, on=sam.sees()[-1])
    sam.expects_toast("van vroeger")
    assert [row.by_on for row in await steps(town)] == [today(town) + timedelta(days=9)]


@pytest.mark.asyncio
async def test_in_other_words(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await with_step(town, sam, "Naar de bank", today(town) + timedelta(days=9))
    await sam.says("/plan")
    sam.expects("Jouw stappen")
    await sam.taps("💶 Geld & papieren: Naar de bank")
    sam.expects("Naar de bank", edited=True)
    await sam.taps("Anders verwoorden")
    sam.expects("Hoe zeg je het?", edited=True)
    await town.restart()
    await sam.says("Met Lotte naar de bank")
    sam.expects("💶 Geld & papieren\nMet Lotte naar de bank")
    assert [row.step for row in await steps(town)] == ["Met Lotte naar de bank"]
