"""A year is put on hold, another number of meetings is aimed for, a home is temporary: all of it and back."""

from __future__ import annotations

from datetime import date

import pytest

from programme.phases import Phase
from sandbox.town import Town
from store import year
from store.tables import Target
from tests.people import Phone, row_of, sam_with_lotte, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_year import CONFIRMED, OLD
from tests.scenarios.years import at_year, facts, journal, milestones, pauses, planned, trajectory

HOME = "tijdelijke woning"


async def target(town: Town, sam: Phone, phase: Phase) -> int | None:
    me = await row_of(town, sam)
    async with town.spoor.database.read() as session:
        return await year.target_of(session, me.id, phase)


# --- Pause ---


@pytest.mark.parametrize(
    ("label", "said", "through"),
    [
        ("Een week", "tot en met maandag", date(2026, 11, 30)),
        ("Twee weken", "tot en met maandag 7 december", date(2026, 12, 7)),
        ("30 dagen", "tot en met woensdag 23 december", date(2026, 12, 23)),
        ("Tot ik het zeg", "tot jij iets zegt", None),
    ],
)
@pytest.mark.asyncio
async def test_a_year_on_hold(town: Town, label: str, said: str, through: date | None) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    before = (await planned(town, sam))["checkin"]
    await at_year(lotte, "Sam", "Pauze")
    offered = ["Een week", "Twee weken", "30 dagen", "Tot ik het zeg", "Toch niet"]
    lotte.expects("Hoe lang pauzeert het jaar van Sam?", buttons=offered, edited=True)
    await lotte.taps(label, times=2)
    told = lotte.expects(f"Het jaar van Sam pauzeert {said}.", buttons=CONFIRMED, edited=True).plain
    assert "Sam kiest zelf of de vragen ook pauzeren." in told
    lotte.expects_toast(OLD)
    assert await pauses(town, sam) == [(today(town), through)]
    assert (await planned(town, sam))["checkin"] == before, "the questions are Sam's own to pause"
    await lotte.taps("Ongedaan maken")
    lotte.expects("Het jaar van Sam gaat verder.", buttons=CONFIRMED, edited=True)
    assert await pauses(town, sam) == []
    assert await journal(town, "year paused", "year goes on") == ["year paused", "year goes on"]
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_pause_is_seen_lasts_longer_and_ends(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, year=True)
    await at_year(lotte, "Sam", "Pauze", "Een week")
    await lotte.says("/jongeren")
    hush(lotte)
    await town.wind(days=2)
    await lotte.says("/jongeren")
    lotte.expects("Contact: nog geen, op pauze tot en met maandag")
    await lotte.taps("Sam", on="Jouw jongeren")
    assert "Samen deze week" not in lotte.expects("⏸ op pauze tot en met maandag", edited=True).plain
    await lotte.taps("Het jaar")
    lotte.expects("Sam, het jaar", edited=True)
    await lotte.taps("Andere duur")
    lotte.expects("Nu: tot en met maandag.", edited=True)
    await lotte.says("10/12/2026")
    lotte.expects("Het jaar van Sam pauzeert tot en met donderdag 10 december.")
    assert await pauses(town, sam) == [(date(2026, 11, 24), date(2026, 12, 10))]
    await at_year(lotte, "Sam", "Gaat verder")
    lotte.expects("Het jaar van Sam gaat verder.", edited=True)
    assert await pauses(town, sam) == [(date(2026, 11, 24), date(2026, 11, 25))]
    await lotte.taps("Ongedaan maken")
    lotte.expects("Het jaar van Sam pauzeert tot en met donderdag 10 december.", edited=True)
    await town.wind(days=15)
    await at_year(lotte, "Sam")
    assert "pauze" not in lotte.expects("Sam, het jaar").plain
    hush(lotte, sam)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("23/11/2026", "Die dag is voorbij."),
        ("1/1/1999", "Die dag is voorbij."),
        ("26/11/2027", "Dat duurt nog meer dan 366 dagen."),
        ("31/12/9999", "Dat duurt nog meer dan 366 dagen."),
    ],
)
@pytest.mark.asyncio
async def test_a_pause_through_a_day_that_cannot_be(town: Town, words: str, answer: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Pauze")
    hush(lotte)
    await lotte.says(words)
    lotte.expects(answer, buttons=["Toch niet"])
    assert await pauses(town, sam) == []
    await lotte.says("24/11/2026")
    lotte.expects("Het jaar van Sam pauzeert tot en met vandaag.")


@pytest.mark.asyncio
async def test_the_same_length_again_changes_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Pauze", "Tot ik het zeg")
    await at_year(lotte, "Sam", "Andere duur", "Tot ik het zeg")
    lotte.expects("Zo stond het al.", edited=True)
    assert await journal(town, "year paused") == ["year paused"]
    assert await pauses(town, sam) == [(today(town), None)]


@pytest.mark.asyncio
async def test_an_old_undo_does_not_lay_one_pause_over_another(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, year=True)
    await at_year(lotte, "Sam", "Pauze", "Twee weken")
    await town.wind(days=1)
    await at_year(lotte, "Sam", "Gaat verder")
    goes_on = lotte.expects("gaat verder", edited=True)
    undo = next(button.data for button in goes_on.buttons if button.data)
    await at_year(lotte, "Sam", "Pauze", "Een week")
    hush(lotte)
    kept = await pauses(town, sam)
    await lotte.forges(undo, on=goes_on)
    lotte.expects_toast(OLD)
    assert await pauses(town, sam) == kept == [(date(2026, 11, 24),) * 2, (date(2026, 11, 25), date(2026, 12, 1))]
    await lotte.forges(f"yeargoeson:{(await row_of(town, sam)).id}:0", on=goes_on)
    lotte.expects_toast(OLD)


# --- Targets ---


@pytest.mark.asyncio
async def test_another_number_of_meetings(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=10, year=True)
    await at_year(lotte, "Sam", "Samen per week")
    phases = ["opstart", "uitvoering 1", "uitvoering 2", "← Terug"]
    lotte.expects("opstart: 3, zoals gewoonlijk\nuitvoering 1: 2, zoals gewoonlijk", buttons=phases, edited=True)
    await lotte.taps("opstart")
    numbers = [*"01234567", "Zoals gewoonlijk (3)", "← Terug"]
    lotte.expects("Hoe vaak per week samen in opstart? Nu: 3.", buttons=numbers, edited=True)
    await lotte.taps("1", on="Hoe vaak", times=2)
    lotte.expects("Samen met Sam in opstart:\n1 keer per week.", buttons=CONFIRMED, edited=True)
    lotte.expects_toast(OLD)
    assert await target(town, sam, Phase.OPSTART) == 1
    await lotte.says("/jongeren")
    lotte.expects("samen 0/1")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Samen met Sam in opstart:\n3 keer per week.", edited=True)
    assert await target(town, sam, Phase.OPSTART) is None
    await lotte.taps("Ongedaan maken")
    lotte.expects("1 keer per week", edited=True)
    await at_year(lotte, "Sam", "Samen per week", "opstart", "Zoals gewoonlijk")
    lotte.expects("3 keer per week.", edited=True)
    assert await target(town, sam, Phase.OPSTART) is None
    assert await journal(town, "target changed") == ["target changed"] * 4
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_none_is_a_number_too_and_the_same_one_changes_nothing(town: Town) -> None:
    _, lotte = await sam_with_lotte(town, day=10, year=True)
    await at_year(lotte, "Sam", "Samen per week", "opstart")
    hush(lotte)
    await lotte.taps("0", on="Hoe vaak")
    lotte.expects("0 keer per week.", edited=True)
    await lotte.says("/jongeren")
    assert "samen" not in lotte.expects("Contact: nog geen").plain
    await at_year(lotte, "Sam", "Samen per week", "opstart")
    hush(lotte)
    await lotte.taps("0", on="Hoe vaak")
    lotte.expects("opstart: 0\n", edited=True)
    assert await journal(town, "target changed") == ["target changed"]


@pytest.mark.parametrize(
    "data", ["yeartarget:{}:nazorg", "yeartargetset:{}:opstart:-1:8", "yeartargetset:{}:nazorg:-1:1"]
)
@pytest.mark.asyncio
async def test_a_target_that_cannot_be(town: Town, data: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Samen per week")
    page = lotte.expects("Hoe vaak", edited=True)
    hush(lotte)
    me = await row_of(town, sam)
    await lotte.forges(data.format(me.id), on=page)
    lotte.expects_toast(OLD)
    async with town.spoor.database.read() as session:
        assert await session.get(Target, (me.id, Phase.NAZORG)) is None
        assert await session.get(Target, (me.id, Phase.OPSTART)) is None


# --- A temporary home ---


@pytest.mark.asyncio
async def test_into_a_temporary_home_and_out_again(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Tijdelijke woning")
    lotte.expects("Sinds wanneer heeft Sam", buttons=["Vandaag", "Gisteren", "Toch niet"], edited=True)
    await lotte.taps("Gisteren", times=2)
    told = lotte.expects("Sam: tijdelijke woning sinds gisteren.", buttons=CONFIRMED, edited=True).plain
    assert told.splitlines()[1:] == ["Die stopt dinsdag 23 maart 2027.", "Ik zeg het je 6 en 2 weken vooraf."]
    lotte.expects_toast(OLD)
    assert (await milestones(town, sam))[HOME] == date(2027, 3, 23)
    await lotte.taps("Terug naar Sam")
    lotte.expects("Tijdelijke woning: sinds gisteren", edited=True)
    await at_year(lotte, "Sam", "Tijdelijke woning")
    lotte.expects("Die stopt dinsdag 23 maart 2027.", buttons=["Woont er niet meer", "Toch niet"], edited=True)
    await lotte.taps("Woont er niet meer", times=2)
    lotte.expects("Sam: geen tijdelijke woning meer.", buttons=CONFIRMED, edited=True)
    lotte.expects_toast(OLD)
    assert (await trajectory(town, sam)).home_since is None
    assert HOME not in await milestones(town, sam)
    await lotte.taps("Ongedaan maken")
    lotte.expects("Sam: tijdelijke woning sinds gisteren.", edited=True)
    assert (await milestones(town, sam))[HOME] == date(2027, 3, 23)
    kinds = ["into a temporary home", "out of a temporary home", "into a temporary home"]
    assert await journal(town, *kinds) == kinds
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_it_was_another_day_into_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Tijdelijke woning", "Vandaag")
    await at_year(lotte, "Sam", "Tijdelijke woning")
    hush(lotte)
    await lotte.says("1/8/2026")
    told = lotte.expects("tijdelijke woning sinds zaterdag 1 augustus.\nDie stopt dinsdag 1 december 2026.").plain
    assert "vooraf" not in told, "both days to say it are past"
    assert (await milestones(town, sam))[HOME] == date(2026, 12, 1)
    await lotte.taps("Ongedaan maken")
    lotte.expects("tijdelijke woning sinds vandaag", edited=True)
    assert (await milestones(town, sam))[HOME] == date(2027, 3, 24)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("23/11/2025", "Dat is meer dan een jaar geleden."),
        ("24/1/2027", "Dat duurt nog meer dan 60 dagen."),
    ],
)
@pytest.mark.asyncio
async def test_a_home_since_a_day_that_cannot_be(town: Town, words: str, answer: str) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    await at_year(lotte, "Sam", "Tijdelijke woning")
    hush(lotte)
    await lotte.says(words)
    lotte.expects(answer, buttons=["Toch niet"])
    assert (await trajectory(town, sam)).home_since is None


@pytest.mark.asyncio
async def test_one_jongere_is_not_another(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    mo = await youth(town, "Mo", lotte, day=60, year=True)
    before = await facts(town, (await row_of(town, mo)).id)
    for labels in (["Pauze", "Een week"], ["Tijdelijke woning", "Vandaag"], ["Startdatum", "Vandaag"]):
        await at_year(lotte, "Sam", *labels)
    hush(lotte)
    assert await facts(town, (await row_of(town, mo)).id) == before
    assert (await trajectory(town, sam)).start_on == today(town)
