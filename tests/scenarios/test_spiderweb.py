"""The spinnenweb: a youth scores, it goes on wherever it was left, and the begeleider sees it when it is finished."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from chat.link import link
from programme.milestones import Milestone
from programme.spiderweb import Domain, WebMoment
from sandbox.town import Town
from store import joining, milestones, spiderweb
from store.tables import MilestoneState, Score, Scoring
from tests.people import Phone, row_of, sam_with_lotte, staff, youth
from tests.scenarios.test_push import hush

WEB = "🕸 Mijn spinnenweb"
# The nine that are always asked; the tenth is the youth's own.
NINE = [domain for domain in Domain if domain not in {Domain.JUSTICE, Domain.OWN}]
NUMBERS: dict[Domain, int] = {domain: 3 + at % 5 for at, domain in enumerate(NINE)}


async def begins(who: Phone) -> None:
    await who.says(WEB)
    who.expects("Hoe gaat het met je leven? Jij zegt het.")
    await who.taps("Beginnen")
    who.expects("🏠 Wonen (1/10)", edited=True)


async def scores_all(who: Phone, shift: int = 0) -> None:
    """Nine numbers, and nothing of one's own."""
    for at, number in enumerate(NUMBERS.values()):
        await who.taps(str(number + shift))
        who.expects(f"({at + 2}/10)", edited=True)
    await who.taps("Sla over")
    who.expects("Alles ingevuld", edited=True)


async def finishes(who: Phone, *first: str) -> None:
    for label in first:
        await who.taps(label)
        who.expects("Waar wil je nu eerst iets aan doen?", edited=True)
    await who.taps("Dat is het" if first else "Nu niets")
    if first:
        who.expects("Wat is een eerste stap?")


async def answers(town: Town) -> dict[Domain, int | None]:
    async with town.spoor.database.read() as session:
        rows = (await session.scalars(select(Score))).all()
        return {row.domain: row.value for row in rows}


async def scorings(town: Town) -> list[Scoring]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Scoring).order_by(Scoring.id)))


@pytest.mark.asyncio
async def test_a_first_scoring(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    given: dict[Domain, int | None] = {**NUMBERS, Domain.OWN: None}
    assert await answers(town) == given
    sam.expects("Jouw spinnenweb.", photo=True)
    offered = sam.expects("Waar wil je nu eerst iets aan doen?", photo=False)
    assert not any("thema" in button.text for button in offered.buttons)  # it has no name
    lotte.expects_nothing()  # never half-way
    await finishes(sam, "Geld", "Hoofd")
    sam.expects("Eerst: 💶 Geld & papieren, 🧠 Hoofd.", edited=True, buttons=[])
    told = lotte.expects("Sam vulde het spinnenweb in.")
    assert told.plain == "Sam vulde het spinnenweb in."  # and nothing else on a lock screen
    await lotte.taps("Bekijken", times=2)
    lotte.expects("Het spinnenweb van Sam.\n\nEerst: 💶 Geld & papieren, 🧠 Hoofd.", photo=True)


@pytest.mark.asyncio
async def test_it_takes_sixteen_taps_at_most(town: Town) -> None:
    """With everything: begin, eleven domains, three first, done."""
    sam, lotte = await sam_with_lotte(town, at=None)
    young = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        theirs = await spiderweb.of_youth(session, young.id)
        theirs.justice, theirs.own = True, "mijn hond"
    await sam.says(WEB)
    taps = ["Beginnen", *["7"] * 11, "Wonen", "Lijf", "hond", "Dat is het"]
    for label in taps:
        await sam.taps(label)
    assert len(taps) == 16
    assert len(sam.sees()) == 5  # the intro became the questions; the web, what comes first, and its first step
    assert (await scorings(town))[0].finished_at is not None
    for who in (sam, lotte):
        hush(who)


@pytest.mark.asyncio
async def test_it_goes_on_where_it_was_after_a_restart_and_three_days(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await begins(sam)
    await sam.taps("7")
    sam.expects("💶 Geld & papieren (2/10)", edited=True)
    await town.restart()
    await sam.taps("Later verder")
    sam.expects("Wat je invulde, is bewaard.", edited=True)
    await town.wind(days=3)
    await sam.says(WEB)
    sam.expects("Jij zegt het", buttons=["Verder doen", "Nu niet"])
    await sam.taps("Verder doen")
    sam.expects("💶 Geld & papieren (2/10)", edited=True)


@pytest.mark.asyncio
async def test_numbers_of_a_month_ago_are_not_mixed_with_those_of_today(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await begins(sam)
    old = sam.sees()[-1]
    await sam.taps("7")
    sam.expects("(2/10)", edited=True)
    await town.wind(days=22)
    hush(sam)
    await sam.says(WEB)
    sam.expects("Jij zegt het", buttons=["Beginnen", "Nu niet"])
    await sam.taps("Beginnen")
    sam.expects("🏠 Wonen (1/10)", edited=True)
    await sam.forges("wscore:1:money:4", on=old)
    sam.expects_toast("Dat web is van een tijd geleden.")
    assert len(await answers(town)) == 1


@pytest.mark.asyncio
async def test_one_can_go_back_and_change_a_number(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await begins(sam)
    await sam.taps("7")
    sam.expects("(2/10)", edited=True)
    await sam.taps("Terug")
    shown = sam.expects("🏠 Wonen (1/10)", edited=True)
    assert "• 7 •" in [button.text for button in shown.buttons]
    await sam.taps("3")
    sam.expects("(2/10)", edited=True)
    assert await answers(town) == {Domain.HOUSING: 3}


@pytest.mark.asyncio
async def test_the_own_theme_is_named_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    for at, number in enumerate(NUMBERS.values()):
        await sam.taps(str(number))
        sam.expects(f"({at + 2}/10)", edited=True)
    await sam.says("x" * 41)
    sam.expects("Een paar woorden zijn genoeg")
    await town.restart()
    await sam.says("Mijn <hond>")
    sam.expects("✨ Mijn <hond> (10/10)")
    await sam.taps("9")
    sam.expects("Alles ingevuld", edited=True)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam, "hond")
    sam.expects("Eerst: ✨ Mijn <hond>.", edited=True)
    lotte.expects("Sam vulde")
    await begins_again(sam)
    for _ in NINE:
        await sam.taps("Sla over")
    assert sam.sees()[-1].plain.startswith("✨ Mijn <hond> (10/10)\nHoe gaat het daarmee?")
    hush(sam)


async def begins_again(who: Phone) -> None:
    await who.says(WEB)
    who.expects("Vorige keer: vandaag.", buttons=["Beginnen", "De laatste bekijken", "Nu niet"])
    await who.taps("Beginnen")
    who.expects("🏠 Wonen (1/10)", edited=True)


@pytest.mark.asyncio
async def test_the_second_time_tells_what_moved(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    for shift in (0, 1):
        await (begins_again(sam) if shift else begins(sam))
        await scores_all(sam, shift)
        web = sam.expects("Jouw spinnenweb.", photo=True)
        sam.expects("Waar wil je")
        await finishes(sam)
        sam.expects("Klaar.", edited=True)
        lotte.expects("Sam vulde")
    assert "Hoger dan vorige keer: 🏠 Wonen, 💶 Geld & papieren" in web.plain
    assert "Lager" not in web.plain


@pytest.mark.asyncio
async def test_three_is_enough_for_now(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    for label in ("Wonen", "Geld", "Lijf"):
        await sam.taps(label)
        sam.expects("Waar wil je", edited=True)
    await sam.taps("Hoofd")
    sam.expects_toast("Drie is genoeg voor nu.")
    await sam.taps("✓ 🏠 Wonen")
    sam.expects("Waar wil je", edited=True)
    await sam.taps("Hoofd")
    sam.expects("Waar wil je", edited=True)
    await sam.taps("Dat is het", times=2)
    sam.expects("💶 Geld & papieren\nWat is een eerste stap?")
    sam.expects("Eerst: 💶 Geld & papieren, 💪 Lijf, 🧠 Hoofd.", edited=True)
    sam.expects_toast("Dat web is klaar.")
    lotte.expects("Sam vulde")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_what_is_finished_stays_as_it_is(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    under = sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)
    lotte.expects("Sam vulde")
    before = await answers(town)
    for data in ("wscore:1:housing:1", "wskip:1:housing", "wback:1:housing", "wlater:1", "wfirst:1:body", "wdone:1"):
        await sam.forges(data, on=under)
        sam.expects_toast("Dat web is klaar.")
    assert await answers(town) == before


@pytest.mark.parametrize(
    ("data", "toast"),
    [
        ("wscore:1:housing:11", "van vroeger"),
        ("wscore:1:housing:0", "van vroeger"),
        ("wscore:1:nothing:5", "van vroeger"),
        ("wscore:1:justice:5", "Dat wordt niet meer gevraagd."),
        ("wback:1:justice", "Dat wordt niet meer gevraagd."),
        ("wfirst:1:justice", "Dat wordt niet meer gevraagd."),
        ("wfirst:1:own", "Dat wordt niet meer gevraagd."),
        ("wscore:99:housing:5", "van vroeger"),
        ("wdone:1", "Er is eerst nog een vraag."),
        ("wshare:1", "Er is eerst nog een vraag."),
    ],
)
@pytest.mark.asyncio
async def test_what_makes_no_sense_changes_nothing(town: Town, data: str, toast: str) -> None:
    sam, _ = await sam_with_lotte(town, at=None)
    await begins(sam)
    await sam.forges(data, on=sam.sees()[-1])
    sam.expects_toast(toast)
    assert await answers(town) == {}
    hush(sam)


@pytest.mark.asyncio
async def test_somebody_elses_web(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", noor, at=None)
    await begins(sam)
    await mo.says(WEB)
    under = mo.expects("Jij zegt het")
    young = await row_of(town, sam)
    for data in ("wscore:1:housing:5", "wskip:1:housing", "wback:1:housing", "wlater:1", "wfirst:1:body", "wdone:1",
                 f"wshow:{young.id}"):  # fmt: skip
        await mo.forges(data, on=under)
        mo.expects_toast("van vroeger")
    await noor.says("/jongeren")
    under = noor.expects("Jouw jongeren")
    for data in (f"wshow:{young.id}", f"wpage:{young.id}", f"wjustice:{young.id}:1"):
        await noor.forges(data, on=under)
        noor.expects_toast("van vroeger")
    assert await answers(town) == {}
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_out_of_trouble_is_asked_where_the_begeleider_says_so(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await lotte.says("/jongeren")
    lotte.expects("Jouw jongeren")
    await lotte.taps("Sam")
    lotte.expects("Sam", edited=True)
    await lotte.taps("🕸 Spinnenweb")
    lotte.expects("Sam vulde nog geen spinnenweb in.", edited=True)
    await lotte.taps("⚖️ ook vragen")
    lotte.expects("⚖️ Uit de problemen wordt gevraagd.", edited=True)
    await sam.taps("7")
    sam.expects("(2/11)", edited=True)
    await lotte.taps("⚖️ niet vragen")
    lotte.expects("wordt niet gevraagd", edited=True)
    await sam.taps("7")
    sam.expects("(3/10)", edited=True)


@pytest.mark.asyncio
async def test_the_first_one_settles_its_milestone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, year=True)
    await begins(sam)
    assert (await scorings(town))[0].moment is WebMoment.FIRST
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)
    lotte.expects("Sam vulde")
    young = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        rows = {row.kind: row.state for row in await milestones.of_youth(session, young.id)}
    assert rows[Milestone.FIRST_SPIDERWEB] is MilestoneState.DONE


@pytest.mark.asyncio
async def test_a_restart_before_each_tap_loses_and_repeats_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    for at, number in enumerate(NUMBERS.values()):
        await town.restart()
        await sam.taps(str(number))
        sam.expects(f"({at + 2}/10)", edited=True)
    await town.restart()
    await sam.taps("Sla over")
    sam.expects("Alles ingevuld", edited=True)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    for label in ("Wonen", "Geld", "Dat is het"):
        await town.restart()
        await sam.taps(label)
        sam.expects("Waar wil je" if label != "Dat is het" else "Klaar.", edited=True)
    sam.expects("🏠 Wonen\nWat is een eerste stap?")
    lotte.expects("Sam vulde")
    given: dict[Domain, int | None] = {**NUMBERS, Domain.OWN: None}
    assert await answers(town) == given


@pytest.mark.asyncio
async def test_it_goes_on_where_it_was_on_another_phone(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await sam.taps("7")
    sam.expects("💶 Geld & papieren (2/10)", edited=True)
    young, other = await row_of(town, sam), town.person("Sams nieuwe gsm")
    async with town.spoor.database.write() as session:
        code = await joining.invite(session, young, young, town.now())
    await other.opens(link(town.spoor.setting.bot_name, code))
    hush(sam, other, lotte)
    await other.says(WEB)
    other.expects("Jij zegt het", buttons=["Verder doen", "Nu niet"])
    await other.taps("Verder doen")
    other.expects("💶 Geld & papieren (2/10)", edited=True)
    assert await answers(town) == {Domain.HOUSING: 7}
