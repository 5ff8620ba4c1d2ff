"""The milestones of a year: a page of them, each settled or moved in a tap, and what the youth hears the day before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from programme.milestones import Milestone
from sandbox.town import Town
from store import milestones, people
from store.tables import CheckinPlan, MilestoneRow, MilestoneState, YearPause
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.morning import scored
from tests.scenarios.test_push import hush

MIDDLE = ["✓ Gedaan", "Verzetten", "Past niet", "Terug naar de mijlpalen"]


async def opens(who: Phone, name: str = "Sam") -> None:
    """The page of milestones of one of them."""
    await who.says("/jongeren")
    await who.taps(name, on="Jouw jongeren")
    await who.taps("Mijlpalen")
    hush(who)


async def opens_one(who: Phone, label: str, name: str = "Sam") -> None:
    """One of them."""
    await opens(who, name)
    await who.taps(label)


async def kept(town: Town, who: Phone, kind: Milestone) -> MilestoneRow:
    """The only one of this kind."""
    person = await row_of(town, who)
    async with town.spoor.database.read() as session:
        return next(row for row in await milestones.of_youth(session, person.id) if row.kind is kind)


async def near_the_plan(town: Town) -> tuple[Phone, Phone]:
    """Sam's ondersteuningsplan is due in a week: on 1 December. Sam is asked nothing."""
    sam, lotte = await sam_with_lotte(town, day=36, duo="Bram", at=None, year=True)
    await scored(town, sam)
    return sam, lotte


def only_mornings(*phones: Phone) -> None:
    """Whatever came and was not expected yet is what a morning begins with for staff."""
    for phone in phones:
        for arrival in phone.unexpected():
            assert arrival.message.plain.startswith(f"Dag {phone.user.first_name}. Dit is er vandaag:")
            arrival.expected = True


@pytest.mark.asyncio
async def test_the_page_says_what_is_open_by_date_and_then_what_is_done(town: Town) -> None:
    await sam_with_lotte(town, at=None, year=True)
    lotte = town.person("Lotte")
    await opens_one(lotte, "Netwerkwandeling")
    await lotte.taps("Gedaan")
    hush(lotte)
    await lotte.taps("Terug naar de mijlpalen")
    page = lotte.expects("Mijlpalen van Sam", edited=True).plain
    assert page.splitlines() == [
        "Mijlpalen van Sam",
        "",
        "Eerste spinnenweb: zaterdag 5 december, over 11 dagen",
        "Ondersteuningsplan: zondag 3 januari, over 5 weken",
        "Levenslijn: zondag 21 februari, over 12 weken",
        "Evaluatie 1: zaterdag 3 april, over 18 weken",
        "Evaluatie 2: zaterdag 3 juli, over 31 weken",
        "Evaluatie 3: maandag 11 oktober 2027",
        "Afronding: maandag 22 november 2027",
        "Relatiegebaar: maandag 22 november 2027",
    ]
    await lotte.taps("›")
    buttons = ["✓ Netwerkwandeling", "‹", "Datum toevoegen", "Verjaardag"]
    assert lotte.expects("Mijlpalen van Sam", buttons=buttons).plain.splitlines()[2:] == ["✓ Netwerkwandeling"]


@pytest.mark.asyncio
async def test_done_and_undone(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Levenslijn")
    lotte.expects("Sam: levenslijn\ndinsdag 19 januari, over 8 weken", buttons=MIDDLE)
    await lotte.taps("✓ Gedaan", times=2)
    lotte.expects("✓ Sam, levenslijn: gedaan.", buttons=["Ongedaan maken", "Terug naar de mijlpalen"], edited=True)
    lotte.expects_toast("van vroeger")
    assert (await kept(town, sam, Milestone.LEVENSLIJN)).state is MilestoneState.DONE
    await town.restart()
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Sam: levenslijn", buttons=MIDDLE, edited=True)
    lotte.expects_toast("van vroeger")
    assert (await kept(town, sam, Milestone.LEVENSLIJN)).state is MilestoneState.OPEN


@pytest.mark.asyncio
async def test_what_does_not_fit_can_be_opened_again_weeks_later(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Levenslijn")
    await lotte.taps("Past niet")
    lotte.expects("Sam, levenslijn: past niet.", buttons=["Ongedaan maken", "Terug"])
    hush(lotte)
    await town.wind(days=6)
    only_mornings(lotte, town.person("Bram"))
    sam.expects_nothing()
    await opens(lotte)
    await lotte.taps("›")
    await lotte.taps("– Levenslijn")
    lotte.expects("Sam: levenslijn\nPast niet bij Sam.", buttons=["Toch open", "Terug"])
    await lotte.taps("Toch open")
    lotte.expects("Sam, levenslijn: dinsdag 19 januari, over 7 weken", buttons=["Ongedaan maken", "Terug"])
    assert (await kept(town, sam, Milestone.LEVENSLIJN)).state is MilestoneState.OPEN
    hush(lotte)


@pytest.mark.asyncio
async def test_an_undo_of_before_does_no_harm(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Levenslijn")
    await lotte.taps("Gedaan")
    done = lotte.expects("✓ Sam, levenslijn: gedaan.")
    hush(lotte)
    await opens(lotte)
    await lotte.taps("›")
    await lotte.taps("✓ Levenslijn")
    await lotte.taps("Toch open")
    hush(lotte)
    await lotte.forges(done.buttons[0].data or "", on=done)
    lotte.expects_toast("van vroeger")
    assert (await kept(town, sam, Milestone.LEVENSLIJN)).state is MilestoneState.OPEN


@pytest.mark.asyncio
async def test_a_moved_plan_moves_the_evaluations_and_says_so(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Ondersteuningsplan")
    hush(lotte)
    await lotte.taps("Verzetten")
    lotte.expects(
        "Sam: ondersteuningsplan\nNu: dinsdag 1 december, over 7 dagen\nSchuift mee: evaluatie 1, evaluatie 2.\n"
        "Naar welke dag?",
        buttons=["Een week later", "Twee weken later", "Een andere dag", "Toch niet"],
    )
    await lotte.taps("Twee weken later", times=2)
    lotte.expects(
        "Sam, ondersteuningsplan: dinsdag 15 december, over 21 dagen\n"
        "Evaluatie 1 schuift mee naar maandag 15 maart.\nEvaluatie 2 schuift mee naar dinsdag 15 juni.",
        buttons=["Ongedaan maken", "Terug"],
    )
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Sam: ondersteuningsplan\ndinsdag 1 december", buttons=[*MIDDLE[:3], "📄 Plan", MIDDLE[3]])
    row = await kept(town, sam, Milestone.ONDERSTEUNINGSPLAN)
    assert (row.due_on.day, row.chosen) == (1, False)
    assert (await kept(town, sam, Milestone.EVALUATIE_1)).due_on.isoformat() == "2027-03-01"


@pytest.mark.asyncio
async def test_another_day_is_typed_and_the_usual_one_comes_back(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Levenslijn")
    await lotte.taps("Verzetten")
    hush(lotte)
    await lotte.taps("Een andere dag")
    lotte.expects("Op welke dag is het?", buttons=["Toch niet"])
    for nonsense in ("morgen", "32/12/2026", "23/11/2026", "25/11/2029", "😀" * 300, "1" * 600, "/"):
        await lotte.says(nonsense)
    for _ in range(6):
        lotte.expects("Met die dag kan ik niets.", buttons=["Toch niet"])
    lotte.expects("Dat ken ik niet")
    await town.restart()
    await lotte.says("8/1/27")
    lotte.expects("Sam, levenslijn: vrijdag 8 januari, over 6 weken", buttons=["Ongedaan maken", "Terug"])
    assert (await kept(town, sam, Milestone.LEVENSLIJN)).chosen
    await lotte.says("9/1/27")
    lotte.expects("Voor wie is dit?")
    await opens_one(lotte, "Levenslijn")
    await lotte.taps("Verzetten")
    hush(lotte)
    await lotte.taps("Terug naar de gewone dag")
    lotte.expects("Sam, levenslijn: dinsdag 19 januari, over 8 weken", buttons=["Ongedaan maken", "Terug"])
    await lotte.taps("Ongedaan maken", on="19 januari")
    lotte.expects("Sam: levenslijn\nvrijdag 8 januari", buttons=MIDDLE)


@pytest.mark.asyncio
async def test_toch_niet_leaves_it(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Levenslijn")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    hush(lotte)
    await lotte.taps("Toch niet")
    lotte.expects("Sam: levenslijn", buttons=MIDDLE)
    await lotte.says("8/1/27")
    lotte.expects("Voor wie is dit?")
    assert not (await kept(town, sam, Milestone.LEVENSLIJN)).chosen


@pytest.mark.asyncio
async def test_a_late_one_is_moved_from_today(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(days=10)
    hush(sam)
    only_mornings(lotte, town.person("Bram"))
    await opens(lotte)
    await lotte.taps("Ondersteuningsplan")
    lotte.expects("Sam: ondersteuningsplan\nwas dinsdag")
    await lotte.taps("Verzetten")
    lotte.expects("Nu: was dinsdag", buttons=["Over een week", "Over twee weken", "Een andere dag", "Toch niet"])
    await lotte.taps("Over een week")
    lotte.expects("Sam, ondersteuningsplan: vrijdag 11 december, over 7 dagen\nEvaluatie 1 schuift mee naar")
    for phone in (lotte, town.person("Bram")):
        phone.expects("✓ Sam: ondersteuningsplan, verzet naar vrijdag 11 december", edited=True)
    hush(lotte)


@pytest.mark.asyncio
async def test_a_plan_that_is_done_weeks_late_moves_the_evaluations(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(days=21)
    hush(sam)
    only_mornings(lotte, town.person("Bram"))
    await opens_one(lotte, "Ondersteuningsplan")
    hush(lotte)
    await lotte.taps("Gedaan")
    lotte.expects(
        "✓ Sam, ondersteuningsplan: gedaan.\nEvaluatie 1 schuift mee naar maandag 15 maart.\n"
        "Evaluatie 2 schuift mee naar dinsdag 15 juni."
    )
    for phone in (lotte, town.person("Bram")):
        phone.expects("Alles van vandaag is gedaan.", edited=True)
    await lotte.taps("Ongedaan maken")
    for phone in (lotte, town.person("Bram")):
        phone.expects("Sam: ondersteuningsplan, dat stond op dinsdag 1 december.", edited=True)
    hush(lotte)
    assert (await kept(town, town.person("Sam"), Milestone.EVALUATIE_1)).due_on.isoformat() == "2027-03-01"


@pytest.mark.asyncio
async def test_of_what_was_before_the_bot_it_says_so(town: Town) -> None:
    _sam, lotte = await near_the_plan(town)
    await opens(lotte)
    await lotte.taps("›")
    lotte.expects("– Eerste spinnenweb, voor mijn tijd")
    await lotte.taps("Eerste spinnenweb")
    lotte.expects("Sam: eerste spinnenweb\nwas maandag 2 november\nDat was voor mijn tijd", buttons=MIDDLE)
    await lotte.taps("Verzetten")
    await lotte.taps("Over een week")
    lotte.expects("Sam, eerste spinnenweb: dinsdag 1 december, over 7 dagen")
    await lotte.taps("Ongedaan maken", on="eerste spinnenweb")
    lotte.expects("Dat was voor mijn tijd")
    hush(lotte)


@pytest.mark.asyncio
async def test_the_duo_does_the_same_and_nobody_else(town: Town) -> None:
    sam, _lotte = await near_the_plan(town)
    bram, noor = town.person("Bram"), await staff(town, "Noor")
    await opens_one(bram, "Levenslijn")
    bram.expects("Sam: levenslijn")
    await bram.taps("Gedaan")
    bram.expects("✓ Sam, levenslijn: gedaan.")
    hush(bram)
    row, person = await kept(town, sam, Milestone.EVALUATIE_1), await row_of(town, sam)
    await noor.says("/jongeren")
    page = noor.expects("Hier staat nog niemand")
    for data in (f"ms:{person.id}:0", f"msone:{row.id}", f"msset:{row.id}:done", f"msmove:{row.id}",
                 f"msto:{row.id}:740000", f"msundo:{row.id}:done:open", f"msback:{row.id}:740000.740001"):  # fmt: skip
        await noor.forges(data, on=page)
        noor.expects_toast("van vroeger")
    noor.expects_no_word("Sam", "evaluatie")
    now = await kept(town, sam, Milestone.EVALUATIE_1)
    assert (now.due_on, now.state, now.chosen) == (row.due_on, row.state, row.chosen)


# --- What the youth hears ---

TOMORROW = "Hey Sam!\nMorgen vertel je samen met Lotte over jouw plan."


@pytest.mark.asyncio
async def test_the_youth_hears_of_the_plan_the_afternoon_before(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(to=datetime(2026, 11, 30, 14, 59, tzinfo=UTC))
    sam.expects_nothing()
    await town.wind(minutes=2)
    sam.expects(f"{TOMORROW}\n", buttons=[])
    await town.wind(days=8)
    sam.expects_nothing()
    only_mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_what_they_answer_reaches_the_begeleider(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(to=datetime(2026, 11, 30, 15, 1, tzinfo=UTC))
    sam.expects("Past een andere dag beter?\nSchrijf het hier, Lotte leest het.")
    await sam.says("liever donderdag")
    lotte.expects("liever donderdag")
    hush(sam)
    only_mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_day_that_moves_is_heard_of_on_its_own_eve_alone(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een week later")
    hush(lotte)
    await town.wind(to=datetime(2026, 12, 7, 14, 59, tzinfo=UTC))
    sam.expects_nothing()
    await town.wind(minutes=2)
    sam.expects(TOMORROW)
    only_mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_moved_to_tomorrow_they_hear_of_it_today_and_once(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("25/11/2026")
    await lotte.taps("Ongedaan maken")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("25/11/2026")
    await town.wind(hours=7, minutes=1)
    sam.expects(TOMORROW)
    hush(lotte)


@pytest.mark.asyncio
async def test_after_four_it_is_heard_at_once_and_moved_away_the_begeleider_is_asked_to_say_so(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(hours=8)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("25/11/2026")
    sam.expects(TOMORROW)
    hush(lotte)
    await lotte.taps("Ongedaan maken")
    hush(lotte)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("25/11/2026")
    hush(lotte)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps("Verzetten")
    await lotte.taps("Een week later")
    lotte.expects("Sam weet al dat het morgen is. Zeg jij het even?", buttons=["Ongedaan maken", "Terug"])
    await town.wind(hours=10)
    hush(lotte)


@pytest.mark.asyncio
async def test_late_in_the_evening_nobody_is_disturbed_any_more(tmp_path: Path) -> None:
    async with Town(tmp_path, start=datetime(2026, 11, 24, 20, 45, tzinfo=UTC)) as town:
        sam, lotte = await near_the_plan(town)
        await opens_one(lotte, "Ondersteuningsplan")
        await lotte.taps("Verzetten")
        await lotte.taps("Een andere dag")
        await lotte.says("25/11/2026")
        hush(lotte)
        await town.wind(days=2)
        sam.expects_nothing()
        only_mornings(lotte, town.person("Bram"))


@pytest.mark.parametrize("state", ["Gedaan", "Past niet"])
@pytest.mark.asyncio
async def test_what_is_settled_is_not_heard_of(town: Town, state: str) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(days=6)
    await opens_one(lotte, "Ondersteuningsplan")
    await lotte.taps(state)
    hush(lotte)
    await town.wind(days=2)
    sam.expects_nothing()
    lotte.expects_nothing()
    only_mornings(town.person("Bram"))


@pytest.mark.parametrize("what", ["paused", "stopped", "ended", "year stopped", "year paused", "blocked"])
@pytest.mark.asyncio
async def test_who_wants_quiet_or_is_not_there_hears_nothing(town: Town, what: str) -> None:
    sam, lotte = await near_the_plan(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        me, trajectory = await session.merge(person), await people.trajectory_of(session, person.id)
        match what:
            case "paused" | "stopped":
                plan = CheckinPlan(youth_id=me.id, at=town.now().time().replace(microsecond=0))
                setattr(plan, f"{what}_at", town.now())
                session.add(plan)
            case "ended":
                me.ended_at = town.now()
            case "blocked":
                me.blocked_at = town.now()
            case "year stopped":
                trajectory.stopped_on = today(town).replace(day=30)
            case "year paused":
                session.add(YearPause(youth_id=me.id, since=today(town), through=None))
    await town.wind(days=8)
    if what == "year stopped":
        sam.expects("Hey Sam, je jaar met Lotte stopt hier.")
    sam.expects_nothing()
    only_mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_walk_is_heard_of_once_a_day_was_chosen_for_it_and_with_the_duo_when_the_begeleider_is_away(
    town: Town,
) -> None:
    sam, lotte = await near_the_plan(town)
    await opens_one(lotte, "Netwerkwandeling")
    await lotte.taps("Verzetten")
    await lotte.taps("Een andere dag")
    await lotte.says("26/11/2026")
    await lotte.says("/instellingen")
    await lotte.taps("Ik ben er even niet")
    await lotte.taps("Een week")
    await town.wind(days=1, hours=7, minutes=1)
    sam.expects("Lotte is er niet tot en met maandag.\nBram leest en antwoordt intussen.")
    sam.expects("Morgen ga je op stap met Bram.\nLangs mensen die voor jou tellen.")
    hush(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_restart_in_between_loses_nothing(town: Town) -> None:
    sam, lotte = await near_the_plan(town)
    await town.wind(days=6, hours=1)
    await town.restart()
    await town.wind(hours=7)
    sam.expects(TOMORROW)
    only_mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_a_youth_of_whom_nobody_added_milestones_gets_them_in_the_night(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await youth(town, "Sam", lotte, at=None, year=True)
    async with town.spoor.database.write() as session:
        for row in await milestones.of_youth(session, (await row_of(town, town.person("Sam"))).id):
            await session.delete(row)
    await opens(lotte)
    await lotte.says("/jongeren")
    await lotte.taps("Sam", on="Jouw jongeren")
    await lotte.taps("Mijlpalen")
    hush(lotte)
    await town.wind(days=1)
    await opens(lotte)
    await lotte.taps("Eerste spinnenweb")
    lotte.expects("Sam: eerste spinnenweb")
    hush(lotte)
