"""The year of a jongere is changed from its page, and changed back: its start, its end, and who may do that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest

from programme.phases import StopReason
from sandbox.town import Town
from store import year
from store.tables import Trajectory
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.morning import mornings
from tests.scenarios.test_push import hush
from tests.scenarios.test_youths import adds
from tests.scenarios.years import at_year, facts, journal, milestones, pauses, planned, trajectory

OLD = "Die knop is van vroeger"
A_DAY = timedelta(days=1)
START = date(2026, 11, 22)
"""Of Sam, who is at day 3."""
CONFIRMED = ["Ongedaan maken", "Terug naar Sam"]

NONSENSE = {
    "emoji": "🙂",
    "words": "vorige maandag",
    "no such day": "31/2/2026",
    "long": "x" * 600,
    "markup": "<b>1/1/2026",
    "number": "7",
}


# --- The start ---


@pytest.mark.parametrize(("label", "ago"), [("Vandaag", 0), ("Gisteren", 1)])
@pytest.mark.asyncio
async def test_the_start_is_another_day_and_all_that_is_counted_from_it_moves(town: Town, label: str, ago: int) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    lotte.expects("Nu staat er zondag 22 november 2026", buttons=["Vandaag", "Gisteren", "Toch niet"], edited=True)
    await lotte.taps(label, times=2)
    moved = lotte.expects("Start van het jaar van Sam", buttons=CONFIRMED, edited=True).plain
    assert "Vandaag: opstart, week 1." in moved
    lotte.expects_toast(OLD)
    start = today(town) - ago * A_DAY
    assert (await trajectory(town, sam)).start_on == start
    assert (await milestones(town, sam))["ondersteuningsplan"] == start + timedelta(weeks=6)
    assert (await planned(town, sam))["rhythm"].date() == start + timedelta(weeks=6)
    await lotte.taps("Ongedaan maken")
    lotte.expects("Start van het jaar van Sam: zondag 22 november 2026.", edited=True)
    assert (await trajectory(town, sam)).start_on == START
    assert (await milestones(town, sam))["ondersteuningsplan"] == START + timedelta(weeks=6)
    assert await journal(town, "start of the year changed") == ["start of the year changed"] * 2
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_start_is_typed(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    await lotte.says("1/10/2026")
    lotte.expects("Start van het jaar van Sam: donderdag 1 oktober 2026.\nVandaag: uitvoering 1, week 8.")
    assert (await trajectory(town, sam)).start_on == date(2026, 10, 1)
    assert (await planned(town, sam))["checkin"].date() == date(2026, 11, 25)  # three a week: the Wednesday
    hush(lotte)
    await lotte.says("tot straks")  # no day is waited for any more
    lotte.expects("Voor wie is dit?")


ASKED = (["Startdatum"], ["Jaar stoppen", "Anders"], ["Pauze"], ["Tijdelijke woning"])


@pytest.mark.parametrize(
    ("labels", "words"),
    [*((ASKED[0], words) for words in NONSENSE.values()), *((labels, NONSENSE["words"]) for labels in ASKED[1:])],
)
@pytest.mark.asyncio
async def test_what_is_no_day_changes_nothing(town: Town, labels: list[str], words: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    before = await facts(town, (await row_of(town, sam)).id)
    await at_year(lotte, "Sam", *labels)
    hush(lotte)
    await lotte.says(words)
    lotte.expects("Die datum ken ik niet.\nTyp een andere dag, zoals 24/11/2026.", buttons=["Toch niet"])
    await lotte.sends_photo(b"\x89PNG")
    lotte.expects("Die datum ken ik niet.", buttons=["Toch niet"])
    await lotte.taps("Toch niet")
    lotte.expects("Sam, het jaar", edited=True)
    assert await facts(town, (await row_of(town, sam)).id) == before
    await lotte.says("tot straks")
    lotte.expects("Voor wie is dit?")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("23/11/2025", "Dat is meer dan een jaar geleden."),
        ("1/1/1926", "Dat is meer dan een jaar geleden."),
        ("24/1/2027", "Dat duurt nog meer dan 60 dagen."),
        ("31/12/9999", "Dat duurt nog meer dan 60 dagen."),
        ("22/11/2026", "Zo stond het al."),
    ],
)
@pytest.mark.asyncio
async def test_a_start_that_cannot_be(town: Town, words: str, answer: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await lotte.says(words)
    lotte.expects(answer)
    assert (await trajectory(town, sam)).start_on == START
    assert await journal(town, "start of the year changed") == []


@pytest.mark.asyncio
async def test_a_year_does_not_start_after_it_was_stopped(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=30, year=True)
    await at_year(lotte, "Sam", "Jaar stoppen", "Verhuisd", "Vandaag")
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await lotte.says("25/11/2026")
    lotte.expects("Het jaar is voor die dag gestopt.")
    assert (await trajectory(town, sam)).start_on == today(town) - 29 * A_DAY


@pytest.mark.asyncio
async def test_a_button_of_before_somebody_else_changed_it_does_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", year=True)
    bram = town.person("Bram")
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await at_year(bram, "Sam", "Startdatum", "Gisteren")
    hush(bram)
    await lotte.taps("Vandaag")
    lotte.expects_toast(OLD)
    await bram.taps("Ongedaan maken")
    hush(bram)
    assert (await trajectory(town, sam)).start_on == START
    await lotte.says("23/11/2026")
    lotte.expects("Start van het jaar van Sam: maandag 23 november 2026.")


@pytest.mark.asyncio
async def test_the_bot_stops_in_the_middle_and_goes_on(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await town.restart()
    await lotte.says("23/11/2026")
    lotte.expects("Start van het jaar van Sam: maandag 23 november 2026.")
    await town.restart()
    await lotte.taps("Ongedaan maken")
    lotte.expects("zondag 22 november 2026", edited=True)
    assert (await trajectory(town, sam)).start_on == START


@pytest.mark.asyncio
async def test_a_day_later_what_is_typed_is_no_start(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await town.wind(hours=25)
    await lotte.says("25/11/2026")
    lotte.expects("Voor wie is dit?")
    assert (await trajectory(town, sam)).start_on == START


@pytest.mark.asyncio
async def test_the_year_of_who_has_not_joined_changes_too(town: Town) -> None:
    lotte, sam = await staff(town, "Lotte"), town.person("Sam")
    await adds(lotte, "Sam")
    await at_year(lotte, "Sam", "Startdatum")
    lotte.expects("Wanneer startte", buttons=["Gisteren", "Toch niet"], edited=True)
    await lotte.says("1/12/2026")
    lotte.expects("Vandaag: start dinsdag 1 december.")
    for labels in (["Pauze", "Een week"], ["Tijdelijke woning", "Vandaag"], ["Jaar stoppen", "Anders"]):
        await at_year(lotte, "Sam", *labels)
        hush(lotte)
    await lotte.says("1/12/2026")
    lotte.expects("Het jaar van Sam stopt dinsdag 1 december (andere reden).")
    await lotte.says("/jongeren")
    shown = lotte.expects("Jouw jongeren").plain
    assert shown.splitlines()[2:] == [
        "Sam: start dinsdag 1 december (uitgenodigd tot dinsdag 1 december)",
        "Contact: nog geen, op pauze tot en met maandag, jaar stopt dinsdag 1 december",
    ]
    sam.expects_nothing()


# --- The end ---


@pytest.mark.parametrize(
    ("label", "why", "said"),
    [
        ("Gestopt door jongere", StopReason.BY_YOUTH, "gestopt door jongere"),
        ("Verhuisd", StopReason.MOVED, "verhuisd"),
        ("Andere hulp", StopReason.OTHER_HELP, "andere hulp"),
        ("Anders", StopReason.ELSE, "andere reden"),
    ],
)
@pytest.mark.asyncio
async def test_a_year_ends_early_and_is_opened_again(town: Town, label: str, why: StopReason, said: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    before = await facts(town, (await row_of(town, sam)).id)
    await at_year(lotte, "Sam", "Jaar stoppen")
    lotte.expects("Waarom stopt het jaar van Sam?\nOver de reden zeg ik niets aan Sam.", edited=True)
    await lotte.taps(label)
    lotte.expects("Vanaf welke dag stopt het jaar van Sam?", buttons=["Vandaag", "Toch niet"], edited=True)
    await lotte.taps("Vandaag", times=2)
    lotte.expects(f"Het jaar van Sam stopt vandaag ({said}).", buttons=CONFIRMED, edited=True)
    lotte.expects_toast(OLD)
    kept = await trajectory(town, sam)
    assert (kept.stopped_on, kept.stopped_why) == (today(town), why)
    assert not await planned(town, sam)
    await lotte.taps("Terug naar Sam")
    lotte.expects(f"Sam: nazorg, week 1\n⏹ jaar gestopt vandaag ({said})", edited=True)
    await lotte.taps("Het jaar")
    lotte.expects("Jaar tot: dinsdag 24 november 2026", edited=True)
    await lotte.taps("Heropenen", times=2)
    lotte.expects("Het jaar van Sam loopt weer, tot maandag 22 november 2027.", buttons=CONFIRMED, edited=True)
    lotte.expects_toast(OLD)
    after = await facts(town, (await row_of(town, sam)).id)
    assert {**after, "milestones": [], "agenda": []} == {**before, "milestones": [], "agenda": []}
    assert set(before["agenda"]) <= set(after["agenda"])
    await lotte.taps("Ongedaan maken")
    lotte.expects(f"Het jaar van Sam stopt vandaag ({said}).", edited=True)
    assert (await trajectory(town, sam)).stopped_why is why
    assert await journal(town, "year ended early", "year opened again") == [
        "year ended early", "year opened again", "year ended early",
    ]  # fmt: skip
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_after_it_no_question_comes_and_talking_goes_on(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await town.wind(hours=1)
    sam.expects("Sam", edited=False)
    await at_year(lotte, "Sam", "Jaar stoppen", "Gestopt door jongere", "Vandaag")
    hush(lotte)
    await town.wind(days=4)
    assert "gestopt" not in sam.transcript()
    hush(sam)
    await sam.says("bel me")
    lotte.expects("Sam")
    await sam.says("ik ben er nog")
    lotte.expects("ik ben er nog")
    hush(sam, lotte)
    assert "checkin" not in await planned(town, sam)


@pytest.mark.asyncio
async def test_todays_question_is_not_nudged_after_the_end(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await town.wind(hours=1)
    sam.expects("Sam")
    await at_year(lotte, "Sam", "Jaar stoppen", "Verhuisd", "Vandaag")
    hush(lotte)
    await town.wind(hours=5)
    assert not any("Geen haast" in line for line in sam.transcript().splitlines())
    hush(sam)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("21/11/2026", "Dat is voor de start van het jaar."),
        ("22/11/2027", "Dan is het jaar al voorbij."),
        ("1/1/1999", "Dat is voor de start van het jaar."),
        ("31/12/9999", "Dan is het jaar al voorbij."),
    ],
)
@pytest.mark.asyncio
async def test_an_end_that_cannot_be(town: Town, words: str, answer: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Jaar stoppen", "Verhuisd")
    hush(lotte)
    await lotte.says(words)
    lotte.expects(answer, buttons=["Toch niet"])
    assert (await trajectory(town, sam)).stopped_on is None


@pytest.mark.asyncio
async def test_an_end_in_the_future_is_said_until_it_comes(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, year=True)
    await at_year(lotte, "Sam", "Jaar stoppen", "Verhuisd")
    hush(lotte)
    await lotte.says("27/11/2026")
    lotte.expects("Het jaar van Sam stopt vrijdag (verhuisd).")
    await lotte.says("/jongeren")
    lotte.expects("Sam: opstart, week 1\nContact: nog geen, samen 0/2, jaar stopt vrijdag")
    await town.wind(days=3)
    await lotte.says("/jongeren")
    lotte.expects("Sam: nazorg, week 1\nContact: nog geen, jaar gestopt vandaag")
    mornings(lotte)
    hush(sam)


@pytest.mark.asyncio
async def test_of_two_who_stop_it_the_second_changes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", year=True)
    bram = town.person("Bram")
    await at_year(bram, "Sam", "Jaar stoppen", "Anders")
    hush(bram)
    await at_year(lotte, "Sam", "Jaar stoppen", "Verhuisd", "Vandaag")
    hush(lotte)
    await bram.taps("Vandaag")
    bram.expects_toast(OLD)
    await bram.says("30/11/2026")
    bram.expects("Zo stond het al.")
    assert (await trajectory(town, sam)).stopped_why is StopReason.MOVED


@pytest.mark.asyncio
async def test_a_year_that_is_over_by_itself_is_not_stopped(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    yara = await youth(town, "Yara", lotte, day=400, year=True)
    await at_year(lotte, "Yara")
    buttons = ["Pauze", "Tijdelijke woning", "Startdatum", "Duo kiezen", "Doorgeven", "Nieuwe link", "← Yara"]
    page = lotte.expects("Yara, het jaar: nazorg, week 5", buttons=buttons)
    her = await row_of(town, yara)
    await lotte.forges(f"yearstoptoday:{her.id}:{StopReason.MOVED}", on=page)
    lotte.expects("Dan is het jaar al voorbij.")
    assert (await trajectory(town, yara)).stopped_on is None


# --- Who may ---


async def _noor(town: Town) -> Phone:
    noor = await staff(town, "Noor")
    await youth(town, "Mo", noor, at=None, year=True)
    return noor


async def _sam(town: Town) -> Phone:
    return town.person("Sam")


def _every_button(row: Trajectory, day: date) -> list[str]:
    """Every tap that would change Sam's year now, with all that is in it right."""
    me, start, now = row.youth_id, row.start_on.toordinal(), day.toordinal()
    return [
        f"year:{me}",
        f"yearstart:{me}",
        f"yearstartday:{me}:{start}:0",
        f"ystartset:{me}:{start}:{now}",
        f"yearstop:{me}",
        f"yearwhy:{me}:moved away",
        f"yearstoptoday:{me}:moved away",
        f"yagain:{me}:{now}:moved away",
        f"yearpause:{me}",
        f"yearpausefor:{me}:0:6",
        f"yeartargets:{me}",
        f"yeartarget:{me}:opstart",
        f"yeartargetset:{me}:opstart:-1:1",
        f"yearhome:{me}",
        f"yearhomeday:{me}:0:0",
        f"yhomeset:{me}:0:{now}",
    ]


@pytest.mark.parametrize("who", [_noor, _sam, coordinator])
@pytest.mark.asyncio
async def test_nobody_else_changes_a_year(town: Town, who: Callable[[Town], Awaitable[Phone]]) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    row, other = await trajectory(town, sam), await who(town)
    async with town.spoor.database.write() as session:
        first = today(town) - 2 * A_DAY
        pause = await year.pause(session, row.youth_id, first, first)
    before = await facts(town, row.youth_id)
    await other.says("/instellingen")
    under = other.sees()[-1]
    hush(other)
    to_today = f"ypauseset:{pause.id}:{first.toordinal()}:{today(town).toordinal()}"
    for data in (*_every_button(row, today(town)), to_today):
        await other.forges(data, on=under)
        other.expects_toast(OLD)
    other.expects_nothing()
    assert await facts(town, row.youth_id) == before
    lotte.expects_nothing()
    await lotte.says("/jongeren")
    await lotte.forges(to_today, on=lotte.expects("Jouw jongeren"))
    lotte.expects("Het jaar van Sam pauzeert tot en met vandaag.")


@pytest.mark.asyncio
async def test_begeleider_and_duo_may(town: Town) -> None:
    sam, _ = await sam_with_lotte(town, duo="Bram", year=True)
    bram = town.person("Bram")
    await at_year(bram, "Sam", "Startdatum", "Gisteren")
    bram.expects("Start van het jaar van Sam", edited=True)
    await at_year(bram, "Sam", "Pauze", "Een week")
    bram.expects("Het jaar van Sam pauzeert tot en met maandag.", edited=True)
    assert await pauses(town, sam) == [(today(town), today(town) + 6 * A_DAY)]


@pytest.mark.asyncio
async def test_who_is_their_duo_no_more_changes_nothing_with_what_they_type(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", year=True)
    bram = town.person("Bram")
    await at_year(bram, "Sam", "Startdatum")
    hush(bram)
    await at_year(lotte, "Sam", "Duo kiezen", "Voorlopig niemand")
    hush(lotte, bram)
    await bram.says("23/11/2026")
    bram.expects("Dat ging naar niemand.")
    assert (await trajectory(town, sam)).start_on == START
    hush(sam)


@pytest.mark.asyncio
async def test_an_old_undo_does_not_move_the_start_past_the_end(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Startdatum")
    hush(lotte)
    await lotte.says("1/10/2026")
    moved = lotte.expects("Start van het jaar van Sam: donderdag 1 oktober 2026.")
    undo = next(button.data for button in moved.buttons if button.data)
    await at_year(lotte, "Sam", "Jaar stoppen", "Anders")
    await lotte.says("1/11/2026")
    hush(lotte)
    await lotte.forges(undo, on=moved)
    lotte.expects("Het jaar is voor die dag gestopt.", edited=True)
    assert (await trajectory(town, sam)).start_on == date(2026, 10, 1)
