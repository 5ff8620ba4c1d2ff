"""The morning message: what today asks, once, at one's own time; each line settles in one tap and changes in place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from programme.contacts import ContactKind
from programme.milestones import Milestone
from programme.nazorg import Nazorg
from sandbox.faults import Fault
from sandbox.model import Button, InlineKeyboard, Message
from sandbox.town import Town
from store import digest, preference, spiderweb_offer
from store.agenda import Duty
from store.tables import (
    Agenda,
    AgendaState,
    Contact,
    MilestoneRow,
    MilestoneState,
    Promise,
    PushChoice,
    Silence,
    SpiderwebOffer,
    Talk,
)
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.morning import (
    begins,
    gathered,
    gone,
    handed_over,
    met,
    milestone,
    nazorg,
    planned,
    promised,
    quiet,
    scored,
    until,
    wrote,
    year_paused,
)
from tests.scenarios.test_milestones import opens
from tests.scenarios.test_push import hush
from tests.scenarios.years import at_year

# Thursday morning in the town: Wednesday noon, with its reminder of the targets, is behind.
THURSDAY, FRIDAY, MONDAY = "2026-11-26", "2026-11-27", "2026-11-30"
TITLE = "Dag Lotte. Dit is er vandaag:"
DONE = "Alles van vandaag is gedaan. Merci, Lotte."

Fact = Callable[[Town, Phone, Phone], Awaitable[object]]


async def at_work(town: Town, *, duo: str | None = None, at_day: int = 100, day: str = THURSDAY) -> tuple[Phone, Phone]:
    """Sam with Lotte, the night before that day; they met so often that no target slips."""
    lotte = await staff(town, "Lotte")
    second = None if duo is None else await staff(town, duo)
    sam = await youth(town, "Sam", lotte, duo=second, day=at_day, at=None, aimed=True)
    if at_day < 365:
        held = [str(today(town) - timedelta(days=ahead)) for ahead in range(min(at_day, 28))]
        await met(town, sam, lotte, *held)
    await planned(town)
    await until(town, f"{datetime.fromisoformat(day).date() - timedelta(days=1)} 20:00")
    return sam, lotte


def shown_now(who: Phone) -> str:
    """The morning message as it stands on this phone."""
    return next(one.plain for one in reversed(who.sees()) if one.plain.startswith((TITLE, DONE)))


def rows_of(message: Message) -> tuple[tuple[Button, ...], ...]:
    """Its buttons, row by row."""
    assert isinstance(message.markup, InlineKeyboard)
    return message.markup.rows


async def an_evaluation(town: Town, sam: Phone, _lotte: Phone) -> None:
    await scored(town, sam)  # or a web would be offered for it
    await milestone(town, sam, Milestone.EVALUATIE_1, THURSDAY)


async def a_web(town: Town, sam: Phone, _lotte: Phone) -> None:
    """Sam was offered it, and reminded on Wednesday."""
    number = await milestone(town, sam, Milestone.EVALUATIE_1, "2026-12-03")
    async with town.spoor.database.write() as session:
        row = await session.get_one(MilestoneRow, number)
        offer = await spiderweb_offer.make(session, row, town.now())
        offer.reminded_at, offer.brought_up_on = town.now(), date.fromisoformat(THURSDAY)


async def a_birthday(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.BIRTHDAY, THURSDAY)


async def a_birthday_ahead(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.BIRTHDAY, "2026-11-28")


async def an_own_date(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.OWN_DATE, THURSDAY, "zitting <rechtbank>")


async def one_overdue(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.LEVENSLIJN, "2026-11-16")


async def one_in_two_weeks(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.AFRONDING, "2026-12-10")


async def one_on_sunday(town: Town, sam: Phone, _lotte: Phone) -> None:
    await milestone(town, sam, Milestone.NETWERKWANDELING, "2026-11-29")


async def words(town: Town, sam: Phone, _lotte: Phone) -> None:
    await wrote(town, sam)


async def more_words(town: Town, sam: Phone, _lotte: Phone) -> None:
    await wrote(town, sam, 3)
    await wrote(town, sam)


async def a_silence(town: Town, sam: Phone, _lotte: Phone) -> None:
    await quiet(town, sam)


async def a_promise(town: Town, sam: Phone, lotte: Phone) -> None:
    await promised(town, sam, lotte, 2)


async def a_call(town: Town, sam: Phone, lotte: Phone) -> None:
    """Two weeks after they met."""
    await nazorg(town, sam)
    await met(town, sam, lotte, "2026-11-12")


async def a_call_ahead(town: Town, sam: Phone, lotte: Phone) -> None:
    await nazorg(town, sam)
    await met(town, sam, lotte, "2026-11-15")


async def a_meeting_long_due(town: Town, sam: Phone, lotte: Phone) -> None:
    """A month after the end of the year, which is over for six weeks."""
    await nazorg(town, sam)
    await met(town, sam, lotte, "2026-11-20", kind=ContactKind.PHONE)


LINES = [
    pytest.param(
        words, 100, "Sam schreef gisteren om 20u.", ["✍️ Antwoord", "Gedaan", "Ik neem contact op", "Morgen"], id="words"
    ),
    pytest.param(
        more_words,
        100,
        "Sam schreef 2 berichten, sinds zondag.",
        ["✍️ Antwoord", "Gedaan", "Ik neem contact op", "Morgen"],
        id="more words",
    ),
    pytest.param(a_silence, 100, "Sam is 4 dagen stil.", ["📝 Contact", "Gedaan", "Morgen"], id="silence"),
    pytest.param(
        a_promise,
        100,
        "Sam: je zou contact opnemen. Dat zei je maandag.",
        ["📝 Contact", "Gedaan", "Morgen"],
        id="promise",
    ),
    pytest.param(a_call, 400, "Sam: bellen, vandaag.", ["Gebeld", "Gezien", "Morgen"], id="call"),
    pytest.param(a_call_ahead, 400, "Sam: bellen, zondag.", ["Gebeld", "Gezien", "Morgen"], id="call in three days"),
    pytest.param(
        a_meeting_long_due,
        409,
        "Sam: elkaar zien, dat stond op donderdag 12 november.",
        ["Gezien", "Morgen"],
        id="two weeks late",
    ),
    pytest.param(an_evaluation, 100, "Sam: evaluatie 1, vandaag.", ["Gedaan", "Morgen"], id="milestone"),
    pytest.param(
        a_web, 100, "Sam: het spinnenweb voor evaluatie 1 staat nog open.", ["Gedaan", "Morgen"], id="spinnenweb"
    ),
    pytest.param(
        one_overdue, 100, "Sam: levenslijn, dat stond op maandag 16 november.", ["Gedaan", "Morgen"], id="overdue"
    ),
    pytest.param(
        one_in_two_weeks, 100, "Sam: afronding, donderdag 10 december.", ["Gedaan", "Morgen"], id="two weeks ahead"
    ),
    pytest.param(a_birthday, 100, "🎂 Sam is vandaag jarig.", ["Gedaan", "Morgen"], id="birthday"),
    pytest.param(a_birthday_ahead, 100, "🎂 Sam is zaterdag jarig.", ["Gedaan", "Morgen"], id="birthday in two days"),
    pytest.param(an_own_date, 100, "Sam: zitting <rechtbank>, vandaag.", ["Gedaan", "Morgen"], id="own date"),
]


@pytest.mark.parametrize(("fact", "at_day", "line", "buttons"), LINES)
@pytest.mark.asyncio
async def test_each_kind_of_line(town: Town, fact: Fact, at_day: int, line: str, buttons: list[str]) -> None:
    sam, lotte = await at_work(town, at_day=at_day)
    await fact(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:29")
    lotte.expects_nothing()
    await until(town, "08:30")
    shown = lotte.expects(TITLE, buttons=buttons, silent=False)
    assert line in shown.plain.splitlines()
    await town.restart()
    await until(town, "23:00")


@pytest.mark.asyncio
async def test_with_nothing_to_say_nothing_is_said(town: Town) -> None:
    _sam, lotte = await at_work(town)
    await until(town, f"{FRIDAY} 20:00")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_the_name_of_an_own_date_does_not_show_on_a_lock_screen(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_own_date(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    shown = lotte.expects(TITLE)
    assert [entity.kind for entity in shown.text.entities] == ["spoiler"]


@pytest.mark.asyncio
async def test_several_lines_are_numbered_and_whoever_waits_for_a_person_stands_first(town: Town) -> None:
    sam, lotte = await at_work(town)
    mo = await youth(town, "Mo", lotte, day=400, at=None)
    await one_overdue(town, sam, lotte)
    await an_evaluation(town, sam, lotte)
    await a_call(town, mo, lotte)
    await a_promise(town, mo, lotte)
    await wrote(town, mo, 2)
    await wrote(town, sam)
    await until(town, f"{THURSDAY} 08:30")
    shown = lotte.expects(TITLE)
    assert shown.plain.splitlines()[2:-2] == [
        "1. Mo schreef maandag om 20u.",
        "2. Sam schreef gisteren om 20u.",
        "3. Mo: je zou contact opnemen. Dat zei je maandag.",
        "4. Mo: bellen, vandaag.",
        "5. Sam: evaluatie 1, vandaag.",
        "6. Sam: levenslijn, dat stond op maandag 16 november.",
    ]
    rows = [[button.text for button in row] for row in rows_of(shown)]
    assert rows[:2] == [["1 ✍️ Antwoord", "1 Gedaan"], ["1 Ik neem contact op", "1 Morgen"]]
    assert rows[5] == ["4 Gebeld", "4 Gezien", "4 Morgen"]
    assert rows[7] == ["6 Gedaan", "6 Morgen"]


@pytest.mark.asyncio
async def test_how_the_week_goes_closes_it_and_is_no_reason_for_it(town: Town) -> None:
    sam, lotte = await at_work(town)
    mo = await youth(town, "Mo", lotte, day=4, at=None)
    await youth(town, "Yara", lotte, day=400, at=None)
    await met(town, mo, lotte, "2026-11-23")
    await an_evaluation(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    assert lotte.expects(TITLE).plain.splitlines()[-1] == "Deze week samen: Sam 2/2, Mo 1/3"


@pytest.mark.parametrize(
    ("at_day", "paused", "told"),
    [
        pytest.param(100, False, "Deze week samen: Sam 1/2, Mo 2/2", id="in the year"),
        pytest.param(363, False, "Deze week samen: Sam 1/2, Mo 2/2", id="on its last day"),
        pytest.param(364, False, "Deze week samen: Mo 2/2", id="on the first day of nazorg"),
        pytest.param(100, True, "Deze week samen: Mo 2/2", id="while the year is paused"),
    ],
)
@pytest.mark.asyncio
async def test_the_week_of_whom_nothing_is_counted_any_more(
    town: Town, at_day: int, told: str, *, paused: bool
) -> None:
    """A year that ended this week says no 0/1 on the morning on which nobody can change it."""
    sam, lotte = await sam_with_lotte(town, day=at_day, at=None)
    mo = await youth(town, "Mo", lotte, day=100, at=None)
    await met(town, sam, lotte, "2026-11-23")
    await met(town, mo, lotte, "2026-11-23", "2026-11-24")
    await planned(town)
    if paused:
        await year_paused(town, sam)
    await milestone(town, mo, Milestone.OWN_DATE, THURSDAY, "zitting")
    await until(town, f"{THURSDAY} 08:30")
    assert lotte.expects(TITLE).plain.endswith(told)


@pytest.mark.asyncio
async def test_more_than_fits_moves_up(town: Town) -> None:
    sam, lotte = await at_work(town)
    for kind in list(Milestone)[:12]:
        await milestone(town, sam, kind, THURSDAY)
    await until(town, f"{THURSDAY} 08:30")
    shown = lotte.expects("En nog 2. Die schuiven op als hierboven iets gedaan is.")
    assert len(rows_of(shown)) == 10
    assert "10. " in shown.plain
    assert "11. " not in shown.plain
    await lotte.taps("1 Gedaan")
    shown = lotte.expects("En nog 1. Die schuift op als hierboven iets gedaan is.", edited=True)
    assert "11. " in shown.plain
    for number in range(2, 13):
        await lotte.taps(f"{number} Gedaan")
    hush(lotte)
    assert lotte.sees()[-1].plain.startswith(DONE)


# --- Each button ---


@pytest.mark.asyncio
async def test_whoever_will_get_in_touch_is_asked_again_after_two_working_days(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    bram = town.person("Bram")
    await wrote(town, sam, 2)
    before = await facts(town)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam schreef maandag om 20u.")
    bram.expects("Sam schreef")
    await lotte.taps("Ik neem contact op", times=2)
    lotte.expects_toast("Het komt terug als er niets genoteerd wordt.")
    told = lotte.expects("Dat was vandaag", edited=True, buttons=["↩️ Ongedaan maken"])
    assert "→ Sam: jij neemt contact op" in told.plain
    bram.expects("→ Sam: Lotte neemt contact op", edited=True, buttons=[])
    assert len((await facts(town))["promise"]) == 1  # type: ignore[arg-type]
    await lotte.taps("Ongedaan maken")
    lotte.expects(TITLE, edited=True)
    bram.expects("Sam schreef", edited=True)
    assert await facts(town) == before
    await lotte.taps("Ik neem contact op")
    lotte.expects("jij neemt contact op", edited=True)
    bram.expects("Lotte neemt contact op", edited=True)
    await until(town, f"{FRIDAY} 12:00")
    hush(sam, bram, lotte)
    await until(town, f"{MONDAY} 08:30")
    lotte.expects("Sam: je zou contact opnemen.", buttons=["📝 Contact", "Gedaan", "Morgen"])
    await lotte.taps("Contact")
    lotte.expects("Hoe had je contact met Sam?")
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd", edited=True)
    lotte.expects("✓ Sam: contact gehad", edited=True)
    await until(town, "2026-12-01 12:00")
    hush(sam, bram, lotte)


@pytest.mark.asyncio
async def test_what_a_youth_says_after_that_waits_again(town: Town) -> None:
    sam, lotte = await at_work(town)
    await wrote(town, sam)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps("Ik neem contact op")
    lotte.expects("jij neemt contact op", edited=True)
    await wrote(town, sam)
    await until(town, f"{FRIDAY} 08:30")
    lotte.expects("Sam schreef", buttons=["✍️ Antwoord", "Gedaan", "Ik neem contact op", "Morgen"])
    hush(sam)


@pytest.mark.asyncio
async def test_a_promise_of_before_does_not_cover_what_was_said_since(town: Town) -> None:
    """Both are asked after, each on its own day, and one contact settles both."""
    sam, lotte = await at_work(town)
    await promised(town, sam, lotte, 3)
    await wrote(town, sam)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam: je zou contact opnemen.")
    await lotte.taps("1 Ik neem contact op")
    lotte.expects_toast("Het komt terug als er niets genoteerd wordt.")
    told = lotte.expects("→ Sam: jij neemt contact op", edited=True)
    assert "2. Sam: je zou contact opnemen." in told.plain
    await until(town, f"{MONDAY} 08:30")
    assert [line[:29] for line in shown_now(lotte).splitlines()[2:4]] == [
        "1. Sam: je zou contact opneme",
        "2. Sam: je zou contact opneme",
    ]
    hush(lotte)
    await lotte.taps("1 📝 Contact")
    lotte.expects("Hoe had je contact met Sam?")
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd", edited=True)
    lotte.expects(DONE, edited=True, buttons=[])
    hush(sam)


@pytest.mark.asyncio
async def test_undoing_twice_takes_back_no_other_promise(town: Town) -> None:
    sam, lotte = await at_work(town)
    await promised(town, sam, lotte, 2)
    await wrote(town, sam)
    before = await facts(town)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps("1 Gedaan")
    lotte.expects("✓ Sam: beantwoord", edited=True)
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects(TITLE, edited=True)
    assert await facts(town) == before


@pytest.mark.asyncio
async def test_giving_back_a_silence_leaves_what_was_promised_before_it(town: Town) -> None:
    sam, lotte = await at_work(town)
    await a_silence(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam is 4 dagen stil.")
    await promised(town, sam, lotte, 1)
    before = await facts(town)
    await lotte.taps("Gedaan")
    lotte.expects("✓ Sam: opgepakt", edited=True)
    await lotte.taps("Ongedaan maken")
    lotte.expects(TITLE, edited=True)
    assert await facts(town) == before


@pytest.mark.asyncio
async def test_what_another_promised_is_not_for_the_duo_to_undo(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    bram = town.person("Bram")
    await wrote(town, sam, 2)
    await until(town, f"{THURSDAY} 08:30")
    under = bram.expects("Sam schreef")
    await lotte.taps("Ik neem contact op")
    lotte.expects("jij neemt contact op", edited=True)
    item = int(next(button.data for button in under.buttons if button.data).split(":")[1])
    await bram.forges(f"dgundo:{item}", on=under)
    assert len((await facts(town))["promise"]) == 1  # type: ignore[arg-type]
    hush(lotte, bram, sam)


@pytest.mark.asyncio
async def test_who_does_not_walk_with_them_promises_nothing(town: Town) -> None:
    sam, lotte = await at_work(town)
    noor = await staff(town, "Noor")
    await youth(town, "Mo", noor, at=None)
    await wrote(town, sam)
    await until(town, f"{THURSDAY} 08:30")
    shown = lotte.expects(TITLE)
    tap = next(button.data for button in shown.buttons if button.text == "Ik neem contact op")
    await noor.says("/jongeren")
    await noor.forges(str(tap), on=noor.expects("Jouw jongeren"))
    noor.expects_toast("van vroeger")
    assert (await facts(town))["promise"] == []
    hush(sam)


async def facts(town: Town) -> dict[str, object]:
    """What became of the one thing that was asked; of promises those that are still to be kept."""
    asked = MilestoneRow.state != MilestoneState.DROPPED
    async with town.spoor.database.read() as session:
        states: dict[str, object] = {
            "milestone": list(await session.scalars(select(MilestoneRow.state).where(asked).order_by(MilestoneRow.id))),
            "words": await session.scalar(select(Talk.settled_at)),
            "silence": await session.scalar(select(Silence.settled_at)),
            "web": await session.scalar(select(SpiderwebOffer.settled_at)),
            "promise": list(await session.scalars(select(Promise.by_id).where(Promise.kept_at.is_(None)))),
        }
        found = await session.scalars(select(Contact.kind).where(Contact.day == today(town)))
        return {**states, "contacts": list(found)}


@pytest.mark.parametrize(
    ("fact", "settled", "what"),
    [
        pytest.param(words, "✓ Sam: beantwoord", "words", id="words"),
        pytest.param(a_silence, "✓ Sam: opgepakt", "silence", id="silence"),
        pytest.param(a_promise, "✓ Sam: contact gehad", "promise", id="promise"),
        pytest.param(an_evaluation, "✓ Sam: evaluatie 1", "milestone", id="milestone"),
        pytest.param(an_own_date, "✓ Sam: zitting <rechtbank>", "milestone", id="own date"),
        pytest.param(a_web, "✓ Sam: spinnenweb", "web", id="spinnenweb"),
    ],
)
@pytest.mark.asyncio
async def test_done_in_one_tap_and_back_in_one(town: Town, fact: Fact, settled: str, what: str) -> None:
    sam, lotte = await at_work(town)
    await fact(town, sam, lotte)
    before = (await facts(town))[what]
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps("Gedaan", times=2)
    lotte.expects_toast("Dat was al")
    shown = lotte.expects(DONE, edited=True, buttons=["↩️ Ongedaan maken"])
    assert shown.plain.splitlines()[2] == settled
    assert (await facts(town))[what] != before
    lotte.expects_nothing()  # the second tap leaves the way back where it is


@pytest.mark.parametrize("fact", [words, a_silence, a_promise, an_evaluation, a_web])
@pytest.mark.asyncio
async def test_what_was_done_can_be_undone(town: Town, fact: Fact) -> None:
    sam, lotte = await at_work(town)
    await fact(town, sam, lotte)
    before = await facts(town)
    await until(town, f"{THURSDAY} 08:30")
    first = lotte.expects(TITLE)
    await lotte.taps("Gedaan")
    lotte.expects(DONE, edited=True)
    await town.restart()
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects_toast("Oké, het staat er weer.")
    again = lotte.expects(TITLE, edited=True)
    assert (again.plain, again.buttons) == (first.plain, first.buttons)
    assert await facts(town) == before


@pytest.mark.parametrize(
    ("fact", "at_day", "line"),
    [
        pytest.param(words, 100, "Sam schreef woensdag om 20u.", id="words"),
        pytest.param(a_call_ahead, 400, "Sam: bellen, zondag.", id="nazorg, not said on Friday"),
        pytest.param(an_evaluation, 100, "Sam: evaluatie 1, dat stond op gisteren.", id="milestone"),
        pytest.param(a_web, 100, "Sam: het spinnenweb voor evaluatie 1 staat nog open.", id="spinnenweb"),
        pytest.param(one_in_two_weeks, 100, "Sam: afronding, donderdag 10 december.", id="not said on Friday"),
    ],
)
@pytest.mark.asyncio
async def test_tomorrow_it_comes_back(town: Town, fact: Fact, at_day: int, line: str) -> None:
    sam, lotte = await at_work(town, at_day=at_day)
    await fact(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    told = lotte.expects(TITLE).plain.splitlines()[2]
    await lotte.taps("Morgen", times=2)
    lotte.expects_toast("volgende werkdag")
    shown = lotte.expects("Dat was vandaag, Lotte. De rest mag wachten.", edited=True, buttons=["↩️ Ongedaan maken"])
    assert f"→ {told} (morgen)" in shown.plain
    await until(town, f"{FRIDAY} 08:30")
    shown = lotte.expects(TITLE, edited=False)
    assert line in shown.plain.splitlines()


@pytest.mark.asyncio
async def test_tomorrow_is_the_next_working_day_and_can_be_taken_back(town: Town) -> None:
    sam, lotte = await at_work(town, day=FRIDAY)
    await milestone(town, sam, Milestone.AFRONDING, "2026-12-11")
    await milestone(town, sam, Milestone.RELATIEGEBAAR, "2026-12-11")
    await until(town, f"{FRIDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps("1 Morgen")
    lotte.expects("→ Sam: afronding, vrijdag 11 december. (morgen)", edited=True)
    await lotte.taps("2 Morgen")
    lotte.expects("De rest mag wachten", edited=True)
    await lotte.taps("Ongedaan maken")
    lotte.expects("2. Sam: relatiegebaar", edited=True)
    await until(town, f"{MONDAY} 08:30")
    shown = lotte.expects(TITLE, edited=False, buttons=["Gedaan", "Morgen"])
    assert "Sam: afronding, vrijdag 11 december." in shown.plain.splitlines()


@pytest.mark.asyncio
async def test_what_was_put_off_on_two_messages_comes_back_once(town: Town) -> None:
    sam, lotte = await at_work(town, day=FRIDAY)
    await milestone(town, sam, Milestone.AFRONDING, "2026-12-11")
    await until(town, f"{FRIDAY} 08:30")
    before = lotte.expects(TITLE)
    tomorrow = next(button.data or "" for button in before.buttons if button.text == "Morgen")
    await lotte.taps("Morgen")
    lotte.expects("(morgen)", edited=True)
    await until(town, f"{MONDAY} 08:30")
    lotte.expects(TITLE, edited=False)
    await lotte.taps("Morgen")
    lotte.expects("(morgen)", edited=True)
    await lotte.forges(tomorrow, on=before)
    lotte.expects("(morgen)", edited=True)
    await until(town, "2026-12-01 08:30")
    shown = lotte.expects(TITLE, edited=False, buttons=["Gedaan", "Morgen"])
    assert shown.plain.count("afronding") == 1


@pytest.mark.asyncio
async def test_what_was_put_off_and_done_meanwhile_does_not_come_back(town: Town) -> None:
    sam, lotte = await at_work(town)
    await words(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps("Morgen")
    lotte.expects("mag wachten", edited=True)
    await lotte.says("/berichten")
    lotte.expects("Nog niet beantwoord")
    await lotte.taps("✓ Al gesproken")
    lotte.expects("Alles is beantwoord", edited=True)
    lotte.expects(DONE, edited=True)
    await until(town, f"{FRIDAY} 12:00")


CALLED, SEEN = (ContactKind.PHONE, "Genoteerd: Sam, gebeld"), (ContactKind.FACE_TO_FACE, "Genoteerd: Sam, samen")


@pytest.mark.parametrize(
    ("fact", "tap", "noted", "settled"),
    [
        pytest.param(a_call, "Gebeld", CALLED, "✓ Sam: bellen", id="called"),
        pytest.param(a_call, "Gezien", SEEN, "✓ Sam: bellen", id="seeing counts as calling"),
        pytest.param(a_meeting_long_due, "Gezien", SEEN, "✓ Sam: elkaar zien", id="seen"),
    ],
)
@pytest.mark.asyncio
async def test_a_contact_of_nazorg_in_one_tap(
    town: Town, fact: Fact, tap: str, noted: tuple[ContactKind, str], settled: str
) -> None:
    sam, lotte = await at_work(town, at_day=409)
    await fact(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects(TITLE)
    await lotte.taps(tap, times=2)
    lotte.expects_toast("Genoteerd")
    lotte.expects_toast("Dat was al")
    assert settled in lotte.expects(DONE, edited=True, buttons=[]).plain
    kind, said = noted
    lotte.expects(said, edited=False)  # to be corrected there
    assert (await facts(town))["contacts"] == [kind]


@pytest.mark.parametrize(("fact", "settled"), [(a_silence, "✓ Sam: opgepakt"), (a_promise, "✓ Sam: contact gehad")])
@pytest.mark.asyncio
async def test_a_contact_is_noted_from_a_line(town: Town, fact: Fact, settled: str) -> None:
    sam, lotte = await at_work(town)
    await fact(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Deze week samen: Sam 2/2")
    await lotte.taps("📝 Contact")
    lotte.expects("Hoe had je contact met Sam?", edited=False)
    await lotte.taps("Samen", times=2)
    lotte.expects("Genoteerd: Sam, samen", edited=True)
    shown = lotte.expects(DONE, edited=True, buttons=[])
    assert settled in shown.plain
    assert "Deze week samen: Sam 3/2" in shown.plain
    assert (await facts(town))["contacts"] == [ContactKind.FACE_TO_FACE]


# --- Changed from elsewhere ---


@pytest.mark.asyncio
async def test_an_answer_in_the_chat_settles_the_line_and_its_withdrawal_opens_it(town: Town) -> None:
    sam, lotte = await at_work(town)
    await sam.says("hallo")
    hush(sam, lotte)
    await an_evaluation(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("1. Sam schreef gisteren om 20u.")
    await lotte.taps("1 ✍️ Antwoord")
    lotte.expects("Wat wil je tegen Sam zeggen?")
    await lotte.says("dag Sam")
    lotte.expects("Verstuurd naar Sam")
    sam.expects("Lotte: dag Sam")
    lotte.expects("✓ Sam: beantwoord\n2. Sam: evaluatie 1", edited=True, buttons=["2 Gedaan", "2 Morgen"])
    await lotte.taps("Terugtrekken")
    lotte.expects("Teruggetrokken", edited=True)
    lotte.expects("1. Sam schreef gisteren om 20u.", edited=True)


@pytest.mark.asyncio
async def test_a_silence_taken_up_on_its_push_is_settled_here_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=100, duo="Bram")
    bram = town.person("Bram")
    await met(town, sam, lotte, *["2026-11-24"] * 20)
    await planned(town)
    await until(town, f"{MONDAY} 08:00")
    hush(sam)
    lotte.expects("Sam is 2 dagen stil.")
    bram.expects("Sam is 4 dagen stil.")
    await until(town, "08:30")
    hush(sam)
    lotte.expects("Sam is 5 dagen stil.", buttons=["📝", "Gedaan", "Morgen"])
    bram.expects_nothing()
    await bram.taps("Ik neem contact op")
    lotte.expects("✓ Sam: opgepakt", edited=True, buttons=[])
    lotte.expects("Sam was stil. Bram neemt contact op.", edited=True)
    bram.expects("Jij neemt contact op", edited=True)


@pytest.mark.asyncio
async def test_who_is_heard_again_is_no_line_any_more(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=100)
    await met(town, sam, lotte, *["2026-11-24"] * 20)
    await planned(town)
    await a_silence(town, sam, lotte)
    await until(town, "2026-11-25 08:30")
    lotte.expects("Sam is 4 dagen stil.")
    await sam.says("/hulp")
    lotte.expects("✓ Sam: liet weer van zich horen", edited=True, buttons=[])
    hush(sam)


@pytest.mark.asyncio
async def test_an_own_date_that_is_taken_away_is_no_line_any_more_until_it_is_back(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_own_date(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam: zitting <rechtbank>, vandaag.")
    await opens(lotte)
    await lotte.taps("zitting")
    await lotte.taps("Weghalen")
    hush(lotte)
    assert shown_now(lotte).startswith(DONE)
    await lotte.taps("Ongedaan maken")
    assert shown_now(lotte).startswith(TITLE)
    hush(lotte)


@pytest.mark.asyncio
async def test_a_birthday_that_is_no_birthday_cannot_be_put_back_here(town: Town) -> None:
    """Its row is gone; the next row, of a youth of Noor, has its number."""
    sam, lotte = await at_work(town)
    await a_birthday(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam is vandaag jarig.")
    await lotte.taps("Gedaan")
    lotte.expects(DONE, edited=True)
    async with town.spoor.database.write() as session:
        row = (await session.scalars(select(MilestoneRow).where(MilestoneRow.kind == Milestone.BIRTHDAY))).one()
        number = row.id
        await session.delete(row)
    mo = await youth(town, "Mo", await staff(town, "Noor"), day=100, at=None)
    async with town.spoor.database.read() as session:
        assert (await session.get_one(MilestoneRow, number)).youth_id == (await row_of(town, mo)).id
    await lotte.taps("Ongedaan maken")
    lotte.expects_toast("Oké, het staat er weer.")
    assert "✓ Sam: die datum is weg" in lotte.expects(DONE, edited=True, buttons=[]).plain
    assert (await facts(town))["milestone"] == []


# --- The year is over ---


@pytest.mark.asyncio
async def test_that_a_year_is_over_is_said_that_morning_and_once(town: Town) -> None:
    sam, lotte = await at_work(town, at_day=364, duo="Bram")
    await until(town, f"{THURSDAY} 08:30")
    first = lotte.expects(TITLE, buttons=["Gedaan"], silent=False)
    assert first.plain.splitlines()[2] == "Sam: het jaar zit erop, de nazorg begint."
    await lotte.taps("Gedaan", times=2)
    lotte.expects_toast("Dat was al")
    shown = lotte.expects(DONE, edited=True, buttons=["↩️ Ongedaan maken"])
    assert shown.plain.splitlines()[2] == "✓ Sam: de nazorg is begonnen"
    await town.restart()
    await lotte.taps("Ongedaan maken")
    lotte.expects_toast("Oké, het staat er weer.")
    assert lotte.expects(TITLE, edited=True, buttons=["Gedaan"]).plain == first.plain
    await until(town, f"{FRIDAY} 12:00")
    sam.expects("Je jaar zit erop, Sam.")


@pytest.mark.asyncio
async def test_a_year_that_began_later_after_all_is_not_over(town: Town) -> None:
    _sam, lotte = await at_work(town, at_day=364)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("Sam: het jaar zit erop, de nazorg begint.")
    await at_year(lotte, "Sam", "Startdatum")
    await lotte.says("27/11/2025")
    lotte.expects(f"{DONE}\n\n✓ Sam: einde van het jaar, verzet naar morgen", edited=True, buttons=[])
    await lotte.taps("Ongedaan maken")
    lotte.expects("Sam: het jaar zit erop", edited=True, buttons=["Gedaan"])
    hush(lotte)


# --- Mondays ---


@pytest.mark.asyncio
async def test_monday_tells_what_was_reached_and_is_said_for_it_alone(town: Town) -> None:
    sam, lotte = await at_work(town, at_day=20, day=MONDAY)
    mo, jo = await youth(town, "Mo", lotte, day=60, at=None), await youth(town, "Jo", lotte, day=60, at=None)
    yara = await youth(town, "Yara", lotte, day=60, at=None)
    await met(town, sam, lotte, "2026-11-25")
    await met(town, mo, lotte, "2026-11-24")
    await met(town, yara, lotte, "2026-11-24", "2026-11-26")
    await met(town, jo, lotte, "2026-11-16")
    hush(lotte)
    await until(town, f"{MONDAY} 08:30")
    assert lotte.expects("Dag Lotte. Een nieuwe week.", buttons=[]).plain.splitlines()[2:] == [
        "Vorige week: Sam 3 keer samen. Yara 2. Mo 1.",
        "",
        "Deze week samen: Sam 0/3, Mo 0/2, Jo 0/2, Yara 0/2",
    ]
    await until(town, "2026-12-01 09:00")


@pytest.mark.asyncio
async def test_monday_says_nothing_when_there_is_nothing_kind_to_say(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, day=400, at=None)
    await nazorg(town, sam, Nazorg.SOEPEL)
    await youth(town, "Mo", lotte, day=60, at=None, aimed=True)
    await planned(town)
    await until(town, f"{MONDAY} 09:00")
    assert await gathered(town, lotte, "digest") == 0
    lotte.expects("Mo: 0 keer samen sinds")  # the reminder of Thursday


@pytest.mark.asyncio
async def test_after_a_monday_off_tuesday_looks_back(town: Town) -> None:
    begins(town, "2027-03-26")
    sam, lotte = await sam_with_lotte(town, day=20, at=None)
    await met(town, sam, lotte, *["2027-03-24"] * 3)
    await planned(town)
    await until(town, "2027-03-30 08:30")
    lotte.expects("Vorige week: Sam 3 keer samen.")


# --- When it comes ---


@pytest.mark.parametrize(
    ("before", "due", "says", "after"),
    [
        pytest.param("2027-11-10", "2027-11-11", "morgen", "2027-11-12", id="11 November"),
        pytest.param("2026-12-24", "2026-12-24", "vandaag", "2026-12-28", id="25 December, and the weekend after it"),
    ],
)
@pytest.mark.asyncio
async def test_not_on_a_holiday_nor_in_a_weekend(town: Town, before: str, due: str, says: str, after: str) -> None:
    begins(town, str(date.fromisoformat(before) - timedelta(days=1)))
    sam, lotte = await sam_with_lotte(town, day=1, at=None)
    await milestone(town, sam, Milestone.EVALUATIE_1, due)
    await year_paused(town, sam)
    await planned(town)
    await until(town, f"{before} 08:29")
    lotte.expects_nothing()
    await until(town, "08:30")
    lotte.expects(f"evaluatie 1, {says}.")
    await until(town, f"{after} 08:29")
    lotte.expects_nothing()
    await until(town, "08:30")
    lotte.expects("evaluatie 1, dat stond op")


@pytest.mark.parametrize(
    ("day", "utc_hour"),
    [
        pytest.param("2028-03-27", 6, id="the clock went forward on Sunday"),
        pytest.param("2028-10-30", 7, id="the clock went back on Sunday"),
    ],
)
@pytest.mark.asyncio
async def test_half_past_eight_on_the_wall_after_a_change_of_the_clock(town: Town, day: str, utc_hour: int) -> None:
    on = date.fromisoformat(day)
    begins(town, str(on - timedelta(days=3)))
    sam, lotte = await sam_with_lotte(town, day=1, at=None)
    await year_paused(town, sam)
    await milestone(town, sam, Milestone.OWN_DATE, str(on), "feest")
    await planned(town)
    await town.wind(to=datetime(on.year, on.month, on.day, utc_hour, 29, tzinfo=UTC))
    lotte.expects_nothing()
    await town.wind(minutes=1)
    lotte.expects("feest, vandaag.")


@pytest.mark.asyncio
async def test_at_their_own_time(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_evaluation(town, sam, lotte)
    await lotte.says("/instellingen")
    buttons = ["🔔 Elk antwoord", "☕ Mijn dag om 8u30", "🌴", "🌐", "Klaar"]
    lotte.expects("Zo staat het nu", buttons=buttons)
    await lotte.taps("Mijn dag")
    offered = ["7u30", "8u", "✓ 8u30", "9u", "Een ander uur", "← Terug"]
    lotte.expects("Nu is dat om 8u30.", edited=True, buttons=offered)
    await lotte.taps("7u30", times=2)
    lotte.expects("Zo staat het nu", edited=True, buttons=["🔔", "☕ Mijn dag om 7u30", "🌴", "🌐", "Klaar"])
    await until(town, f"{THURSDAY} 07:30")
    lotte.expects(TITLE)
    await lotte.taps("Mijn dag")
    await lotte.taps("9u", on="Nu is dat om")
    hush(lotte)
    await until(town, "12:00")
    lotte.expects_nothing()
    await until(town, f"{FRIDAY} 08:59")
    lotte.expects_nothing()
    await until(town, "09:00")
    lotte.expects(TITLE)


@pytest.mark.parametrize(("typed", "shown"), [("8u15", "8u15"), ("7", "7u"), ("12:00", "12u")])
@pytest.mark.asyncio
async def test_another_time_is_typed(town: Town, typed: str, shown: str) -> None:
    _sam, lotte = await at_work(town)
    await lotte.says("/instellingen")
    await lotte.taps("Mijn dag")
    await lotte.taps("Een ander uur")
    lotte.expects("Typ een uur tussen 7u en 12u.", edited=True, buttons=["← Terug"])
    await town.restart()
    await lotte.says(typed)
    lotte.expects("Zo staat het nu", edited=False, buttons=["🔔", f"☕ Mijn dag om {shown}", "🌴", "🌐", "Klaar"])
    hush(lotte)


@pytest.mark.parametrize("typed", ["6u59", "12u01", "25:00", "vroeg", "<b>&", "😴", "1" * 4096])
@pytest.mark.asyncio
async def test_another_time_is_refused_kindly(town: Town, typed: str) -> None:
    _sam, lotte = await at_work(town)
    await lotte.says("/instellingen")
    await lotte.taps("Mijn dag")
    await lotte.taps("Een ander uur")
    hush(lotte)
    await lotte.says(typed)
    lotte.expects("Met dat uur kan ik niets.\nTyp een uur tussen 7u en 12u.", buttons=["← Terug"])
    await lotte.taps("← Terug", on="Met dat uur")
    lotte.expects("Zo staat het nu", edited=True, buttons=["🔔", "☕ Mijn dag om 8u30", "🌴", "🌐", "Klaar"])


@pytest.mark.asyncio
async def test_neither_choice_of_a_begeleider_wipes_the_other(town: Town) -> None:
    _sam, lotte = await at_work(town)
    me = await row_of(town, lotte)
    for page, choice in (("Mijn dag", "9u"), ("Elk antwoord", "Enkel de lage"), ("Mijn dag", "8u")):
        await lotte.says("/instellingen")
        await lotte.taps(page)
        await lotte.taps(choice)
    hush(lotte)
    async with town.spoor.database.read() as session:
        assert await preference.answers_for(session, me.id) is PushChoice.LOW
        assert f"{await digest.time_of(session, me.id):%H:%M}" == "08:00"


@pytest.mark.asyncio
async def test_with_telegram_down_at_that_hour_it_comes_later_as_it_is_then(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_evaluation(town, sam, lotte)
    await words(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:29")
    town.telegram.faults.switch_on(Fault.DOWN)
    await until(town, "10:00")
    lotte.expects_nothing()
    town.telegram.faults.switch_off()
    await until(town, "10:10")
    assert "1. Sam schreef" in lotte.expects(TITLE).plain
    assert await gathered(town, lotte) == 1


@pytest.mark.asyncio
async def test_what_could_not_leave_before_the_evening_is_not_said(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_evaluation(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:29")
    town.telegram.faults.switch_on(Fault.DOWN)
    await until(town, "08:31")
    await town.close()
    town.telegram.faults.switch_off()
    town.clock.wind(datetime(2026, 11, 26, 17, 1, tzinfo=UTC))
    await town.open()
    await until(town, "23:00")
    lotte.expects_nothing()
    await until(town, f"{FRIDAY} 08:30")
    lotte.expects(TITLE)


@pytest.mark.asyncio
async def test_a_bot_that_was_down_says_it_late_or_the_next_day(town: Town) -> None:
    sam, lotte = await at_work(town)
    await an_evaluation(town, sam, lotte)
    await town.close()
    town.clock.wind(datetime(2026, 11, 26, 9, tzinfo=UTC))
    await town.open()
    await town.settle()
    lotte.expects(TITLE)
    await town.close()
    town.clock.wind(datetime(2026, 11, 27, 20, tzinfo=UTC))
    await town.open()
    await town.settle()
    lotte.expects_nothing()
    await until(town, f"{MONDAY} 08:30")
    lotte.expects("Vorige week")


# --- Who gets it ---


@pytest.mark.asyncio
async def test_all_of_who_is_away_is_with_the_duo(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    bram = town.person("Bram")
    await an_evaluation(town, sam, lotte)
    await one_overdue(town, sam, lotte)
    await words(town, sam, lotte)
    await promised(town, sam, lotte, 2)
    await gone(town, lotte)
    await until(town, f"{THURSDAY} 08:30")
    bram.expects("Lotte is er niet tot en met dinsdag.", silent=True)
    shown = bram.expects("Dag Bram. Dit is er vandaag:")
    assert shown.plain.splitlines()[2:] == [
        "1. Sam schreef gisteren om 20u.",
        "2. Sam: Lotte zou contact opnemen, zei Lotte maandag.",
        "3. Sam: evaluatie 1, vandaag.",
        "4. Sam: levenslijn, dat stond op maandag 16 november.",
        "",
        "Deze week samen: Sam 2/2",
    ]
    await bram.taps("3 Gedaan")
    bram.expects("✓ Sam: evaluatie 1", edited=True)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_the_duo_hears_of_evaluations_and_of_what_waits_for_long(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    bram = town.person("Bram")
    await an_evaluation(town, sam, lotte)
    await one_overdue(town, sam, lotte)
    await wrote(town, sam, 1)  # on Tuesday
    await wrote(town, sam)
    await until(town, f"{THURSDAY} 08:30")
    lotte.expects("1. Sam schreef 2 berichten, sinds dinsdag.")
    shown = bram.expects("Dag Bram.")
    assert shown.plain.splitlines()[2:] == ["1. Sam schreef dinsdag om 20u.", "2. Sam: evaluatie 1, vandaag."]
    await bram.taps("2 Gedaan")
    bram.expects("✓ Sam: evaluatie 1", edited=True)
    lotte.expects("✓ Sam: evaluatie 1", edited=True)
    await lotte.taps("1 Gedaan")
    lotte.expects("✓ Sam: beantwoord", edited=True)
    bram.expects("Alles van vandaag is gedaan. Merci, Bram.", edited=True)


@pytest.mark.asyncio
async def test_the_duo_hears_nothing_of_what_is_a_day_old(town: Town) -> None:
    sam, _lotte = await at_work(town, duo="Bram")
    await words(town, sam, _lotte)
    await until(town, f"{THURSDAY} 08:30")
    _lotte.expects("Sam schreef gisteren")
    town.person("Bram").expects_nothing()


@pytest.mark.asyncio
async def test_with_everybody_away_nobody_hears(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    await an_evaluation(town, sam, lotte)
    await gone(town, lotte)
    await gone(town, town.person("Bram"))
    await until(town, f"{FRIDAY} 12:00")
    sam.expects("Intussen leest niemand wat je schrijft.")


@pytest.mark.asyncio
async def test_of_who_blocked_the_bot_the_duo_hears(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    await one_overdue(town, sam, lotte)
    await lotte.blocks()
    await until(town, f"{THURSDAY} 12:00")
    lotte.expects_nothing()
    town.person("Bram").expects("Sam: levenslijn")


@pytest.mark.asyncio
async def test_a_promise_is_shown_to_who_made_it(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    await promised(town, sam, town.person("Bram"), 2)
    await a_silence(town, sam, lotte)  # promised, so no silence to speak of
    await until(town, f"{THURSDAY} 12:00")
    town.person("Bram").expects("Sam: je zou contact opnemen. Dat zei je maandag.")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_youth_who_is_handed_over_leaves_the_message(town: Town) -> None:
    sam, lotte = await at_work(town)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", lotte, day=400, at=None)
    await an_evaluation(town, sam, lotte)
    await a_birthday(town, mo, lotte)
    await until(town, f"{THURSDAY} 08:30")
    message = lotte.expects("1. Sam: evaluatie 1")
    button = next(one for one in message.buttons if one.text == "1 Gedaan")
    await handed_over(town, sam, noor)
    await lotte.forges(button.data or "", on=message)
    lotte.expects_toast("van vroeger")
    await lotte.taps("2 Gedaan")
    shown = lotte.expects(DONE, edited=True)
    assert "Sam" not in shown.plain
    assert (await facts(town))["milestone"] == [MilestoneState.OPEN, MilestoneState.DONE]


@pytest.mark.asyncio
async def test_other_people_tap_in_vain(town: Town) -> None:
    sam, lotte = await at_work(town, duo="Bram")
    bram, noor = town.person("Bram"), await staff(town, "Noor")
    await one_overdue(town, sam, lotte)
    await until(town, f"{THURSDAY} 08:30")
    message = lotte.expects(TITLE)
    before = await facts(town)
    for who in (bram, noor, sam):
        await who.says("/hulp")
        under = who.sees()[-1]
        for button in message.buttons:
            await who.forges(button.data or "", on=under)
            who.expects_toast("van vroeger")
        await who.forges("dgundo:1", on=under)
        await who.forges("tgoff:1", on=under)
        hush(who)
    assert await facts(town) == before


# --- Planning ---


async def waiting(town: Town, duty: Duty) -> list[int]:
    """Whose is on the agenda."""
    query = select(Agenda.about).where(Agenda.kind == duty, Agenda.state == AgendaState.WAITING)
    async with town.spoor.database.read() as session:
        return sorted(about for about in await session.scalars(query) if about is not None)


@pytest.mark.asyncio
async def test_with_a_first_youth_it_is_planned_once_and_for_the_duo_too(town: Town) -> None:
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    await staff(town, "Noor")
    for name in ("Sam", "Mo"):
        await lotte.says("/nieuw")
        await lotte.says(name)
        await lotte.taps("Vandaag")
        await lotte.taps("Bram")
        await lotte.taps("Klopt")
    hush(lotte, bram)
    expected = sorted([(await row_of(town, lotte)).id, (await row_of(town, bram)).id])
    assert await waiting(town, Duty.DIGEST) == expected
    assert await waiting(town, Duty.TARGETS) == expected


@pytest.mark.asyncio
async def test_what_got_lost_is_planned_at_night(town: Town) -> None:
    lotte, noor = await staff(town, "Lotte"), await staff(town, "Noor")
    await youth(town, "Sam", lotte, day=400, at=None)
    assert noor
    await until(town, "2026-11-25 03:31")
    for duty in (Duty.DIGEST, Duty.TARGETS):
        assert await waiting(town, duty) == [(await row_of(town, lotte)).id]


@pytest.mark.asyncio
async def test_who_leaves_has_none_and_who_takes_over_has(town: Town) -> None:
    an, lotte, bram = await coordinator(town), await staff(town, "Lotte"), await staff(town, "Bram")
    await youth(town, "Sam", lotte, day=400, at=None)
    await planned(town)
    await an.says("/team")
    await an.taps("Lotte")
    await an.taps("Toegang")
    await an.taps("Bram")
    await an.taps("Ja")
    hush(an, lotte, bram)
    for duty in (Duty.DIGEST, Duty.TARGETS):
        assert await waiting(town, duty) == [(await row_of(town, bram)).id]


@pytest.mark.asyncio
async def test_a_begeleider_of_four_gets_few(town: Town) -> None:
    """Two weeks with all that can ask something: never more than two of these messages a day."""
    sam, lotte = await at_work(town, duo="Bram", at_day=10, day="2026-11-25")
    mo = await youth(town, "Mo", lotte, day=80, at=None, aimed=True)
    yara = await youth(town, "Yara", lotte, day=390, at=None, aimed=True)
    jo = await youth(town, "Jo", lotte, day=200, at=None, aimed=True)
    for who in (sam, mo, jo):
        await milestone(town, who, Milestone.EVALUATIE_2, "2026-12-04")
        await milestone(town, who, Milestone.NETWERKWANDELING, "2026-11-26")
        await wrote(town, who)
        await quiet(town, who)
    await nazorg(town, yara)
    hush(lotte)
    for _day in range(14):
        before = await gathered(town, lotte)
        await until(town, f"{today(town) + timedelta(days=1)} 00:00")
        assert await gathered(town, lotte) - before <= 2
    assert await gathered(town, lotte, "digest") == 9
    for who in (sam, mo, jo):
        who.expects("Binnenkort kijk je terug met Lotte.")
        who.expects("Je spinnenweb staat nog voor je klaar.")
        who.expects("Morgen ga je op stap met Lotte.")
        who.expects("Morgen kijk je samen met Lotte terug.")
    hush(lotte, town.person("Bram"))
