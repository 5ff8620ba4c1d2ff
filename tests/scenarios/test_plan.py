"""The plan in words and on paper: begeleider and youth write it, and both have the same paper at the same time."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from programme.actions import ActionState
from programme.milestones import Milestone
from programme.spiderweb import COUNTS_BEFORE, Domain, WebMoment
from sandbox.model import Media, Message
from sandbox.town import Town
from store import actions, milestones, pause, people, spiderweb, youths
from store.journal import Happened
from store.tables import Journal, MilestoneState, Person, PlanPaper, PlanWords
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_spiderweb import begins, finishes, scores_all

PAGE = "Het plan van Sam"
PAPER = "Sam: ondersteuningsplan"
TO_SAM = "Lotte zette jouw plan op papier, en heeft hetzelfde blad."
SLEEPS = "Ik slaap bij Jonas op de zetel.\n\nTot nieuwjaar."


def pdf_of(message: Message) -> bytes:
    """The file in a message."""
    assert isinstance(message.attachment, Media)
    assert message.attachment.file.name.endswith(".pdf")
    return message.attachment.file.content


def name_of(message: Message) -> str:
    assert isinstance(message.attachment, Media)
    return message.attachment.file.name


def told(pdf: bytes) -> str:
    """All words of a paper, with single spaces."""
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) <= 2
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def says(pdf: bytes, *words: str) -> None:
    """All of it stands on the paper, wherever lines were broken."""
    bare = "".join(told(pdf).split())
    assert [each for each in words if "".join(each.split()) not in bare] == []


async def said(town: Town) -> list[str | None]:
    """Everything that ever was said about a plan, in order."""
    async with town.spoor.database.read() as session:
        return [row.words for row in await session.scalars(select(PlanWords).order_by(PlanWords.id))]


async def papers(town: Town) -> list[tuple[WebMoment, int]]:
    async with town.spoor.database.read() as session:
        return [(row.moment, row.version) for row in await session.scalars(select(PlanPaper).order_by(PlanPaper.id))]


async def noted(town: Town) -> list[str]:
    """What the journal says of plans."""
    kinds = (Happened.PLAN_WORDS, Happened.PLAN_PAPER, Happened.PAPER_AGAIN)
    async with town.spoor.database.read() as session:
        rows = await session.scalars(select(Journal).where(Journal.kind.in_(kinds)).order_by(Journal.id))
        return [row.kind for row in rows]


async def writes(who: Phone, about: str, words: str, page: str = PAGE) -> None:
    """From the page of the plan, and back to it."""
    await who.taps(about, on=page)
    who.expects("Er zijn nog geen woorden.", edited=True)
    await who.taps("Schrijven")
    who.expects("Typ het hier, in een paar zinnen.", buttons=["Toch niet"], edited=True)
    await who.says(words)
    who.expects("Bewaard.", edited=False)
    await who.taps("lan", on="Bewaard.")
    who.expects(page, edited=True)


async def asks_for_paper(lotte: Phone) -> Message:
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await lotte.taps("Op papier zetten")
    return lotte.expects("Erop: het web", buttons=["Ja, zet op papier", "Nu niet"], edited=True)


async def on_paper(lotte: Phone) -> Message:
    """What arrives with whoever has it made."""
    await asks_for_paper(lotte)
    await lotte.taps("Ja, zet op papier")
    lotte.expects("Op papier: ", edited=True)
    return lotte.expects("Sam: ", edited=False)


# --- The whole of it ---


@pytest.mark.asyncio
async def test_the_plan_in_words_and_on_paper(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Karim", day=44)
    await begins(sam)
    await scores_all(sam)
    hush(sam)
    await finishes(sam, "Wonen")
    hush(sam, lotte)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        step = await actions.add(session, me.id, Domain.HOUSING, "Papieren invullen", me.id, town.now())
        step.by_on = date(2026, 12, 4)
        past = await actions.add(session, me.id, Domain.MONEY, "Naar de bank", me.id, town.now())
        actions.settle(past, ActionState.DONE, guide.id, town.now())
    await lotte.says("/plan")
    shown = lotte.expects(PAGE)
    assert "Nu voor: ondersteuningsplan." in shown.plain
    assert "Er staat nog niets op papier." in shown.plain
    assert "🏠 Wonen: 1 stap" in shown.plain
    assert "💶" not in shown.plain  # of what has nothing yet there is a button
    assert "thema" not in shown.plain
    await writes(lotte, "Wonen", SLEEPS)
    await town.restart()
    await writes(lotte, "Wat mijn mensen doen", "Oma kookt op zondag.")
    assert "🏠 Wonen: woorden, 1 stap" in lotte.sees()[-1].plain
    sam.expects_nothing()
    await town.restart()
    await lotte.taps("Op papier zetten")
    asked = lotte.expects("Erop: het web, de woorden, de stappen en wat mensen doen.", edited=True)
    assert "Ondersteuningsplan, versie 1." in asked.plain
    assert "Sam krijgt hetzelfde blad, op hetzelfde moment." in asked.plain
    await town.restart()
    await lotte.taps("Ja, zet op papier")
    lotte.expects("Op papier: ondersteuningsplan.\nSam heeft hetzelfde blad.", edited=True)
    hers = lotte.expects("Sam: ondersteuningsplan.", buttons=[])
    his = sam.expects(TO_SAM, buttons=["Mijn plan"], silent=False)
    assert pdf_of(hers) == pdf_of(his)
    assert name_of(hers) == name_of(his) == "plan-Sam-ondersteuningsplan-v1.pdf"
    says(pdf_of(hers), SLEEPS, "Oma kookt op zondag.", "Papieren invullen", "4 december 2026", "Gelukt: Naar de bank")
    says(pdf_of(hers), "Lotte, begeleider", "Karim, duo", "Uitvoering 1, week 7", "3 · moeilijk", "6 · gaat wel")
    says(pdf_of(hers), "Hier wil ik nu iets aan doen", "Sam heeft hetzelfde blad.", "Plaats om te schrijven")
    assert await noted(town) == [Happened.PLAN_WORDS, Happened.PLAN_WORDS, Happened.PLAN_PAPER]
    town.person("Karim").expects_nothing()


@pytest.mark.asyncio
async def test_the_youth_reads_and_writes_the_same_plan(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Wonen", SLEEPS)
    await on_paper(lotte)
    sam.expects(TO_SAM)
    await sam.taps("Mijn plan")
    shown = sam.expects("Jouw plan\nJij en Lotte schrijven het samen.", edited=False)
    labels = [button.text for button in shown.buttons]
    assert "✓ 🏠 Wonen" in labels
    assert "📄 Ondersteuningsplan, vandaag" in labels
    assert not any("Op papier" in label or "Sam" in label for label in labels)
    await sam.taps("Wonen")
    sam.expects("Ik slaap bij Jonas", buttons=["Anders verwoorden", "Weghalen", "← Mijn plan"], edited=True)
    await town.restart()
    await sam.taps("Anders verwoorden")
    sam.expects("Lotte leest het ook, en het komt op papier.", edited=True)
    await town.restart()
    await sam.says("Ik wil iets van mij alleen.")
    kept = sam.expects("Bewaard.", buttons=["Anders verwoorden", "Weghalen", "Ongedaan maken", "← Mijn plan"])
    assert "Door jou geschreven, vandaag." in kept.plain
    assert await said(town) == [SLEEPS, "Ik wil iets van mij alleen."]
    lotte.expects_nothing()
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await lotte.taps("Wonen", on=PAGE)
    lotte.expects("Ik wil iets van mij alleen.\n\nGeschreven door Sam, vandaag.", edited=True)
    second = await on_paper(lotte)
    his = sam.expects(TO_SAM)
    assert pdf_of(second) == pdf_of(his)
    assert name_of(his) == "plan-Sam-ondersteuningsplan-v2.pdf"
    says(pdf_of(his), "Ik wil iets van mij alleen.", "versie 2")
    assert "zetel" not in told(pdf_of(his))


@pytest.mark.asyncio
async def test_a_paper_can_be_had_again_as_it_was(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Wonen", SLEEPS)
    first = pdf_of(await on_paper(lotte))
    await town.wind(days=1)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await lotte.taps("Wonen", on=PAGE)
    await lotte.taps("Weghalen")
    hush(lotte)
    await on_paper(lotte)
    hush(sam)
    await town.restart()
    await town.wind(days=7)
    hush(sam, lotte)
    await sam.taps("Mijn plan", on=TO_SAM)
    sam.expects("Jouw plan", edited=False)
    await sam.taps("Alle bladen")
    rows = ["📄 Ondersteuningsplan, versie 2, woensdag 25", "📄 Ondersteuningsplan, dinsdag 24", "← Mijn plan"]
    sam.expects("Welk blad?", buttons=rows, edited=True)
    await sam.taps("Ondersteuningsplan, dinsdag 24", on="Welk blad?")
    again = sam.expects("Jouw plan: ondersteuningsplan, dinsdag 24 november.", edited=False)
    assert pdf_of(again) == first
    await sam.taps("Ondersteuningsplan, dinsdag 24", on="Welk blad?", times=2)
    sam.expects_nothing()  # within the same minute
    await town.wind(minutes=2)
    await sam.taps("Ondersteuningsplan, dinsdag 24", on="Welk blad?")
    assert pdf_of(sam.expects("Jouw plan: ondersteuningsplan")) == first
    lotte.expects_nothing()
    assert (await noted(town)).count(Happened.PAPER_AGAIN) == 4


# --- Words ---


@pytest.mark.asyncio
async def test_what_was_taken_away_comes_back(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Hoofd", "Slapen lukt beter.")
    await lotte.taps("Hoofd", on=PAGE)
    old = lotte.expects("Slapen lukt beter.", edited=True)
    await lotte.taps("Weghalen", times=2)
    away = lotte.expects("Weggehaald.", buttons=["Schrijven", "Ongedaan maken", "← Plan van Sam"], edited=True)
    lotte.expects("Er zijn nog geen woorden.", edited=True)  # the second tap finds nothing to take away
    await lotte.forges(away.buttons[1].data or "", on=old)
    lotte.expects("Het staat er weer zoals ervoor.\n\n🧠 Hoofd (Sam)\nSlapen lukt beter.", edited=True)
    await lotte.forges(away.buttons[1].data or "", on=old)
    lotte.expects("🧠 Hoofd (Sam)\nSlapen lukt beter.", edited=True)
    assert await said(town) == ["Slapen lukt beter.", None, "Slapen lukt beter."]


@pytest.mark.asyncio
async def test_undoing_never_takes_what_somebody_else_said_since(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Hoofd", "Slapen lukt beter.")
    await lotte.taps("Hoofd", on=PAGE)
    lotte.expects("Slapen lukt beter.", edited=True)
    stale = lotte.sees()[-1]
    await lotte.taps("Weghalen")
    away = lotte.expects("Weggehaald.", edited=True)
    me = await row_of(town, sam)
    await sam.says("/instellingen")
    await sam.forges(f"planword:{me.id}:mind", on=sam.sees()[-1])
    await sam.says("Slapen lukt niet.")
    hush(sam)
    await lotte.forges(away.buttons[1].data or "", on=stale)
    lotte.expects("🧠 Hoofd (Sam)\nSlapen lukt niet.", edited=True)
    await lotte.forges("planoff:1", on=stale)
    lotte.expects_nothing()  # it shows already what holds
    assert await said(town) == ["Slapen lukt beter.", None, "Slapen lukt niet."]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("x" * 1001, "Dat zijn 1001 tekens, er passen er 1000."),
        ("🎉" * 900, "Op papier zijn er woorden nodig."),
        ("...", "Op papier zijn er woorden nodig."),
    ],
    ids=["too long", "emoji", "signs"],
)
@pytest.mark.asyncio
async def test_what_does_not_fit_gets_a_clear_answer(town: Town, typed: str, answer: str) -> None:
    _, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Lijf", "Alles goed.")
    await lotte.taps("Lijf", on=PAGE)
    lotte.expects("Alles goed.", edited=True)
    await lotte.taps("Anders verwoorden")
    lotte.expects("Nu staat er:\nAlles goed.", edited=True)
    await lotte.says(typed)
    lotte.expects(answer, buttons=["Toch niet"])
    await lotte.sends_photo(b"\x89PNG")
    lotte.expects("Hier kan alleen tekst.", buttons=["Toch niet"])
    await town.restart()
    await lotte.says("y" * 1000)
    lotte.expects("y" * 1000)
    assert await said(town) == ["Alles goed.", "y" * 1000]


@pytest.mark.asyncio
async def test_not_writing_after_all_changes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await lotte.taps("Lijf", on=PAGE)
    await lotte.taps("Schrijven")
    hush(lotte)
    await lotte.taps("Toch niet")
    lotte.expects("Er zijn nog geen woorden.", edited=True)
    await lotte.says("Dag Sam")
    lotte.expects("Voor wie is dit?")  # as ever
    sam.expects_nothing()
    assert await said(town) == []


@pytest.mark.asyncio
async def test_a_youths_voice_is_for_a_person_also_while_words_are_awaited(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    me = await row_of(town, sam)
    await sam.says("/instellingen")
    await sam.forges(f"planword:{me.id}:people", on=sam.sees()[-1])
    asked = sam.expects("Wat doen de mensen rond jou?", buttons=["Toch niet"], edited=True)
    assert "👥 Wat mijn mensen doen" in asked.plain
    await sam.sends_voice(b"OggS")
    lotte.expects("Sam")
    hush(sam, lotte)
    await sam.says("Oma belt elke zondag.")
    sam.expects("Bewaard.")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_who_no_longer_walks_along_writes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    bram = await staff(town, "Bram")
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await lotte.taps("Lijf", on=PAGE)
    await lotte.taps("Schrijven")
    hush(lotte)
    await _pass_on(town, sam, bram)
    await lotte.says("Sam slaapt slecht.")
    lotte.expects("Dat ging naar niemand.")
    await lotte.taps("Toch niet")
    lotte.expects_toast("Die knop is van vroeger")
    assert await said(town) == []
    sam.expects_nothing()


async def _pass_on(town: Town, who: Phone, to: Phone) -> None:
    me, other = await row_of(town, who), await row_of(town, to)
    async with town.spoor.database.write() as session:
        (await people.trajectory_of(session, me.id)).begeleider_id = other.id


# --- Paper ---


@pytest.mark.asyncio
async def test_two_taps_make_one_paper(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Karim")
    karim = town.person("Karim")
    await asks_for_paper(lotte)
    await asks_for_paper(karim)
    await lotte.taps("Ja, zet op papier", times=3)
    lotte.expects("Op papier: ondersteuningsplan.", edited=True)
    lotte.expects(PAPER, edited=False)
    lotte.expects_toast("Dat blad is er al.")
    hush(lotte)
    sam.expects(TO_SAM)
    await town.restart()
    await karim.taps("Ja, zet op papier")
    karim.expects_toast("Dat blad is er al.")
    karim.expects("Laatste blad: ondersteuningsplan, vandaag.", edited=True)
    await karim.taps("Ondersteuningsplan, vandaag")
    assert pdf_of(karim.expects("Sam: ondersteuningsplan, vandaag.")) == pdf_of(sam.sees()[-1])
    assert await papers(town) == [(WebMoment.PLAN, 1)]


@pytest.mark.asyncio
async def test_not_now_makes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks_for_paper(lotte)
    await lotte.taps("Nu niet")
    lotte.expects(PAGE, edited=True)
    sam.expects_nothing()
    assert await papers(town) == []


@pytest.mark.asyncio
async def test_each_moment_has_its_own_versions(town: Town) -> None:
    """And steps that were done stay on the papers of the time in which they were."""
    sam, lotte = await sam_with_lotte(town, at=None, day=43, year=True)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        first = await actions.add(session, me.id, Domain.MONEY, "Naar de bank", me.id, town.now())
        actions.settle(first, ActionState.DONE, me.id, town.now())
    page = "Nu voor: ondersteuningsplan, vandaag."
    await lotte.says("/plan")
    assert page in lotte.expects(PAGE).plain
    says(pdf_of(await on_paper(lotte)), "Gelukt: Naar de bank")
    says(pdf_of(await on_paper(lotte)), "Gelukt: Naar de bank", "versie 2")
    await _settle(town, sam, Milestone.ONDERSTEUNINGSPLAN)
    assert name_of(await on_paper(lotte)) == "plan-Sam-ondersteuningsplan-v3.pdf"
    waiting = await asks_for_paper(lotte)
    await _move(town, sam, Milestone.EVALUATIE_1, today(town) + COUNTS_BEFORE)
    await lotte.forges(waiting.buttons[0].data or "", on=waiting)
    lotte.expects("Evaluatie 1, versie 1.", edited=True)  # it would be for something else by now
    async with town.spoor.database.write() as session:
        second = await actions.add(session, me.id, Domain.WORK, "Atelier bellen", me.id, town.now())
        actions.settle(second, ActionState.DROPPED, me.id, town.now())
    await town.restart()
    for version in (1, 2):
        paper = await on_paper(lotte)
        assert name_of(paper) == f"plan-Sam-evaluatie-1-v{version}.pdf"
        says(pdf_of(paper), "Laten vallen: Atelier bellen", f"Evaluatie 1, versie {version}")
        assert "Naar de bank" not in told(pdf_of(paper))
        assert pdf_of(sam.sees()[-1]) == pdf_of(paper)
    hush(sam)
    plan, evaluation = WebMoment.PLAN, WebMoment.EVALUATIE_1
    assert await papers(town) == [(plan, 1), (plan, 2), (plan, 3), (evaluation, 1), (evaluation, 2)]


async def _move(town: Town, who: Phone, kind: Milestone, day: date) -> None:
    me = await row_of(town, who)
    async with town.spoor.database.write() as session:
        row = next(row for row in await milestones.of_youth(session, me.id) if row.kind is kind)
        row.due_on, row.chosen = day, True


async def _settle(town: Town, who: Phone, kind: Milestone) -> None:
    me = await row_of(town, who)
    async with town.spoor.database.write() as session:
        row = next(row for row in await milestones.of_youth(session, me.id) if row.kind is kind)
        milestones.settle(row, MilestoneState.DONE, me.id, town.now())
        await milestones.derive(session, me.id)


@pytest.mark.asyncio
async def test_a_youth_who_pauses_gets_it_without_a_sound(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/pauze")
    await sam.taps("3 dagen")
    hush(sam, lotte)
    paper = await on_paper(lotte)
    assert pdf_of(sam.expects(TO_SAM, silent=True)) == pdf_of(paper)


@pytest.mark.asyncio
async def test_at_night_it_comes_without_a_sound(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await town.wind(hours=13)
    await on_paper(lotte)
    sam.expects(TO_SAM, silent=True)


@pytest.mark.asyncio
async def test_it_is_one_paper_whatever_each_of_them_speaks(town: Town) -> None:
    """The words around it are in their own language, the paper in the organisation's."""
    sam, lotte = await sam_with_lotte(town, at=None)
    await begins(sam)
    await scores_all(sam)
    hush(sam)
    await finishes(sam)
    hush(sam, lotte)
    async with town.spoor.database.write() as session:
        for who in (sam, lotte):
            (await session.get_one(Person, (await row_of(town, who)).id)).language = "en"
    await lotte.says("/plan")
    lotte.expects("Sam's plan")
    await lotte.taps("Put on paper")
    await lotte.taps("Yes, put it on paper")
    hers, his = lotte.expects("Sam: ondersteuningsplan.", edited=False), sam.expects("Lotte put your plan on paper")
    hush(lotte)
    assert pdf_of(hers) == pdf_of(his)
    says(pdf_of(hers), "Wonen", "3 · moeilijk", "Hoe het gaat", "Opstart, week 1")
    assert "Living" not in told(pdf_of(hers))


@pytest.mark.asyncio
async def test_of_a_youth_whose_access_ended_there_is_no_paper_any_more(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await asks_for_paper(lotte)
    async with town.spoor.database.write() as session:
        (await session.get_one(Person, (await row_of(town, sam)).id)).ended_at = town.now()
    await lotte.taps("Ja, zet op papier")
    lotte.expects_toast("Die knop is van vroeger")
    assert await papers(town) == []
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_youth_who_stopped_finds_it_when_they_look(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    me = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        await pause.stop(session, await pause.plan_for(session, me.id), town.now())
        session.add(Journal(at=town.now(), actor_id=me.id, kind=Happened.STOPPED))
    waits = "Sam wil geen berichten, dus ik stuur het nu niet.\nHet wacht op Sam onder /plan."
    assert waits in (await asks_for_paper(lotte)).plain
    await lotte.taps("Ja, zet op papier")
    lotte.expects(waits, edited=True)
    hers = lotte.expects(PAPER, edited=False)
    sam.expects_nothing()
    await sam.says("/instellingen")
    await sam.forges(f"plan:{me.id}", on=sam.sees()[-1])
    await sam.taps("Ondersteuningsplan, vandaag")
    assert pdf_of(sam.expects("Jouw plan: ondersteuningsplan, vandaag.")) == pdf_of(hers)
    hush(sam)


@pytest.mark.asyncio
async def test_a_youth_who_blocked_the_bot_finds_it_when_they_are_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.blocks()
    hush(lotte)
    waits = "Sam blokkeert mij, dus het komt nu niet aan.\nHet wacht op Sam onder /plan."
    assert waits in (await asks_for_paper(lotte)).plain
    await lotte.taps("Ja, zet op papier")
    lotte.expects(waits, edited=True)
    hers = lotte.expects(PAPER, edited=False)
    await sam.unblocks()
    me = await row_of(town, sam)
    await sam.says("/instellingen")
    await sam.forges(f"plan:{me.id}", on=sam.sees()[-1])
    await sam.taps("Ondersteuningsplan, vandaag")
    assert pdf_of(sam.expects("Jouw plan: ondersteuningsplan, vandaag.")) == pdf_of(hers)
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_a_youth_who_never_came_in_yet(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    async with town.spoor.database.write() as session:
        await youths.add(session, "Mo", date(2026, 11, 24), await row_of(town, lotte), None, town.now())
    await lotte.says("/plan")
    lotte.expects("Het plan van Mo")
    await lotte.taps("Op papier zetten")
    assert "Mo is hier nog niet, dus het komt nu niet aan." in lotte.expects("Erop", edited=True).plain
    await lotte.taps("Ja, zet op papier")
    lotte.expects("Het wacht op Mo onder /plan.", edited=True)
    says(pdf_of(lotte.expects("Mo: ondersteuningsplan.")), "Er zijn nog geen cijfers.")


@pytest.mark.asyncio
async def test_words_as_hard_as_can_be_still_fit_on_paper(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        theirs = await spiderweb.of_youth(session, me.id)
        theirs.justice, theirs.own = True, "mijn hond"
        for number, domain in enumerate([*Domain, None]):
            words = ("x" * 1000, "a\n" * 499 + "b", "Woord 🎉 محمد <b>& " * 50)[number % 3]
            session.add(PlanWords(youth_id=me.id, domain=domain, words=words, by_id=guide.id, at=town.now()))
    paper = await on_paper(lotte)
    says(pdf_of(paper), "Waar … staat, was er geen plaats voor alles.")
    assert pdf_of(sam.expects(TO_SAM)) == pdf_of(paper)


# --- Whose ---


@pytest.mark.asyncio
async def test_a_begeleider_chooses_whose(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/plan")
    lotte.expects("Hier staat nog niemand.")
    for number in range(10):
        await youth(town, f"Jo{number}", lotte, at=None)
    await lotte.says("/plan")
    lotte.expects("Van wie?", buttons=[*(f"Jo{number}" for number in range(8)), "›"])
    await lotte.taps("›")
    lotte.expects("Van wie?", buttons=["Jo8", "Jo9", "‹"], edited=True)
    await town.restart()
    await lotte.taps("Jo9")
    lotte.expects("Het plan van Jo9", edited=True)
    await lotte.taps("← Jo9")
    lotte.expects("Jo9: opstart", edited=True)
    await lotte.taps("📄 Plan")
    lotte.expects("Het plan van Jo9", edited=True)


@pytest.mark.asyncio
async def test_nobody_elses_taps_do_anything(town: Town) -> None:
    """Another begeleider's, another youth's; and a youth puts nothing on paper."""
    sam, lotte = await sam_with_lotte(town, at=None)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", noor, at=None)
    await lotte.says("/plan")
    lotte.expects(PAGE)
    await writes(lotte, "Wonen", SLEEPS)
    await on_paper(lotte)
    hush(sam)
    me = await row_of(town, sam)
    taps = [
        f"plan:{me.id}",
        f"planpart:{me.id}:housing",
        f"planword:{me.id}:housing",
        "planoff:1",
        "planback:1:1",
        f"planask:{me.id}",
        f"planmake:{me.id}:ondersteuningsplan:2",
        f"planmake:{me.id}:plan:2",
        f"papers:{me.id}:0",
        "paper:1",
    ]
    for who, refused in ((mo, taps), (noor, taps), (sam, [tap for tap in taps if "ask" in tap or "make" in tap])):
        await who.says("/instellingen")
        under = who.sees()[-1]
        hush(who)
        for data in refused:
            await who.forges(data, on=under)
            who.expects_toast("Die knop is van vroeger")
            who.expects_nothing()
    assert await said(town) == [SLEEPS]
    assert await papers(town) == [(WebMoment.PLAN, 1)]
    lotte.expects_nothing()


@pytest.mark.parametrize(("forged", "shown"), [(0, "versie 2"), (-1, "versie 2"), (7, "versie 2")])
@pytest.mark.asyncio
async def test_a_version_that_was_made_up_is_not_made(town: Town, forged: int, shown: str) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await on_paper(lotte)
    hush(sam)
    me = await row_of(town, sam)
    await lotte.forges(f"planmake:{me.id}:plan:{forged}", on=lotte.sees()[1])
    lotte.expects(f"Ondersteuningsplan, {shown}.", buttons=["Ja, zet op papier", "Nu niet"])
    assert await papers(town) == [(WebMoment.PLAN, 1)]
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_what_is_not_asked_any_more_but_was_said_is_still_seen(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        words = PlanWords(youth_id=me.id, domain=Domain.JUSTICE, words="Rustig.", by_id=guide.id, at=town.now())
        session.add(words)
    await lotte.says("/plan")
    assert "⚖️ Uit de problemen: woorden" in lotte.expects(PAGE).plain
    says(pdf_of(await on_paper(lotte)), "Uit de problemen", "Rustig.")
    hush(sam)
