"""Birthdays, and other days that matter to one youth."""

from __future__ import annotations

from pathlib import Path

import pytest

from programme.milestones import Milestone
from sandbox.town import Town
from store import milestones
from store.tables import MilestoneRow
from tests.people import Phone, row_of, sam_with_lotte, staff
from tests.scenarios.test_milestones import opens
from tests.scenarios.test_nothing_kept import nothing_legible
from tests.scenarios.test_push import hush

OWN = ["✓ Gedaan", "Verzetten", "Andere naam", "Elk jaar", "Weghalen", "Terug"]


async def of_kind(town: Town, kind: Milestone) -> list[MilestoneRow]:
    """Sam's rows of this kind."""
    person = await row_of(town, town.person("Sam"))
    async with town.spoor.database.read() as session:
        return [row for row in await milestones.of_youth(session, person.id) if row.kind is kind]


async def lotte_adds(town: Town, name: str = "Zitting", day: str = "8/1/27") -> Phone:
    """An own date of Sam's."""
    _sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    await opens(lotte)
    await lotte.taps("Datum toevoegen")
    lotte.expects("Welke dag telt voor Sam?\nTyp wat het is, zoals: zitting", buttons=["Toch niet"])
    await lotte.says(name)
    lotte.expects(f"Wanneer is het: {name}?\nTyp de dag", buttons=["Toch niet"])
    await town.restart()
    await lotte.says(day)
    return lotte


@pytest.mark.asyncio
async def test_a_date_is_added_in_two_messages_and_undone_in_a_tap(town: Town) -> None:
    lotte = await lotte_adds(town)
    lotte.expects("Sam, Zitting: vrijdag 8 januari, over 6 weken", buttons=["Elk jaar", "Ongedaan maken", "Terug"])
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Sam, Zitting: weggehaald.", buttons=["Terug naar de mijlpalen"], edited=True)
    lotte.expects_toast("van vroeger")
    await lotte.taps("Terug naar de mijlpalen")
    assert "Zitting" not in lotte.expects("Mijlpalen van Sam").plain


@pytest.mark.asyncio
async def test_it_stands_among_the_others_and_comes_back_yearly_when_they_say_so(town: Town) -> None:
    lotte = await lotte_adds(town)
    hush(lotte)
    await lotte.taps("Elk jaar", times=2)
    lotte.expects("vrijdag 8 januari, over 6 weken\nKomt elk jaar terug.", buttons=["Eén keer", "Terug"])
    await lotte.taps("Eén keer")
    hush(lotte)
    await lotte.taps("Terug naar de mijlpalen")
    assert "\nZitting: vrijdag 8 januari, over 6 weken\n" in lotte.expects("Mijlpalen van Sam").plain
    await lotte.taps("Zitting")
    lotte.expects("Sam: Zitting\nvrijdag 8 januari, over 6 weken", buttons=OWN)


@pytest.mark.asyncio
async def test_a_day_that_is_past_comes_back_every_year(town: Town) -> None:
    lotte = await lotte_adds(town, "Oma overleden", "5/12/2024")
    lotte.expects("Sam, Oma overleden: zaterdag 5 december, over 11 dagen\nKomt elk jaar terug.")
    await town.wind(days=13)
    [row] = await of_kind(town, Milestone.OWN_DATE)
    assert row.due_on.isoformat() == "2027-12-05"
    hush(town.person("Sam"), lotte)


@pytest.mark.asyncio
async def test_names_that_cannot_be_shown_and_days_that_are_none_are_asked_again(town: Town) -> None:
    _sam, lotte = await sam_with_lotte(town, at=None)
    await opens(lotte)
    await lotte.taps("Datum toevoegen")
    hush(lotte)
    await lotte.sends_voice(b"OggS")
    for nonsense in ("x" * 61, "twee\nregels", "\u200b", "y" * 600):
        await lotte.says(nonsense)
    for _ in range(5):
        lotte.expects("Typ het in 1 tot 60 tekens, op één regel.", buttons=["Toch niet"])
    await lotte.says("😀" * 60)
    lotte.expects("Wanneer is het")
    for nonsense in ("ooit", "31/11/2026", "1/1/2031", "1/1/1900", "z" * 600):
        await lotte.says(nonsense)
    for _ in range(5):
        lotte.expects("Met die dag kan ik niets.", buttons=["Toch niet"])
    await lotte.taps("Toch niet")
    lotte.expects("Mijlpalen van Sam", edited=True)
    await lotte.says("8/1/27")
    lotte.expects("Voor wie is dit?")
    assert await of_kind(town, Milestone.OWN_DATE) == []


@pytest.mark.asyncio
async def test_another_name_and_the_old_one_back(town: Town) -> None:
    lotte = await lotte_adds(town)
    await lotte.taps("Terug naar de mijlpalen")
    await lotte.taps("Zitting")
    hush(lotte)
    await lotte.taps("Andere naam")
    lotte.expects("Sam: Zitting\nHoe heet het?", buttons=["Toch niet"])
    await lotte.says("Zitting <b>Kortrijk</b>")
    lotte.expects("Sam, Zitting <b>Kortrijk</b>: vrijdag 8 januari", buttons=["Elk jaar", "Ongedaan maken", "Terug"])
    await lotte.taps("Ongedaan maken", times=2)
    lotte.expects("Sam, Zitting: vrijdag 8 januari", buttons=["Elk jaar", "Terug"])
    lotte.expects_toast("van vroeger")
    await lotte.taps("Terug naar de mijlpalen")
    assert "Kortrijk" not in lotte.expects("Mijlpalen van Sam").plain


@pytest.mark.asyncio
async def test_taken_away_and_put_back_and_after_a_night_it_is_nowhere(town: Town) -> None:
    lotte = await lotte_adds(town, "Zittingsgeheim")
    await lotte.taps("Terug naar de mijlpalen")
    await lotte.taps("Zittingsgeheim")
    hush(lotte)
    await lotte.taps("Weghalen", times=2)
    gone = lotte.expects("Sam, Zittingsgeheim: weggehaald.", buttons=["Ongedaan maken", "Terug"])
    lotte.expects_toast("van vroeger")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Sam: Zittingsgeheim", buttons=OWN)
    await lotte.taps("Weghalen")
    hush(lotte)
    await town.wind(days=2)
    await lotte.forges(gone.buttons[0].data or "", on=gone)
    lotte.expects_toast("van vroeger")
    assert await of_kind(town, Milestone.OWN_DATE) == []
    hush(town.person("Sam"))


@pytest.mark.asyncio
async def test_an_own_date_is_moved_and_moved_back_and_has_no_usual_day(town: Town) -> None:
    lotte = await lotte_adds(town)
    await lotte.taps("Terug naar de mijlpalen")
    await lotte.taps("Zitting")
    hush(lotte)
    await lotte.taps("Verzetten")
    lotte.expects("Sam: Zitting", buttons=["Een week later", "Twee weken later", "Een andere dag", "Toch niet"])
    await lotte.taps("Een week later")
    moved = lotte.expects("Sam, Zitting: vrijdag 15 januari, over 7 weken", buttons=["Ongedaan maken", "Terug"])
    [row] = await of_kind(town, Milestone.OWN_DATE)
    for data in (f"msusual:{row.id}", f"msback:{row.id}:0.{row.due_on.toordinal()}", f"msback:{row.id}:x"):
        await lotte.forges(data, on=moved)
        lotte.expects_toast("van vroeger")
    await lotte.taps("Ongedaan maken")
    lotte.expects("Sam: Zitting\nvrijdag 8 januari")


@pytest.mark.asyncio
async def test_a_name_is_sealed(town: Town, tmp_path: Path) -> None:
    lotte = await lotte_adds(town, "GEHEIM")
    hush(lotte)
    nothing_legible(tmp_path)


@pytest.mark.asyncio
async def test_a_birthday_is_kept_changed_taken_away_and_put_back(town: Town) -> None:
    _sam, lotte = await sam_with_lotte(town, at=None)
    await opens(lotte)
    await lotte.taps("🎂 Verjaardag")
    lotte.expects("Wanneer is Sam geboren?\nTyp de dag, zoals 24/12/2008.", buttons=["Toch niet"])
    for nonsense in ("gisteren", "24/11/2026", "1/1/1950", "29/2/2007", "😀" * 300):
        await lotte.says(nonsense)
    for _ in range(5):
        lotte.expects("Met die verjaardag kan ik niets.", buttons=["Toch niet"])
    await lotte.says("1/12/08")
    lotte.expects("🎂 Sam wordt 18: dinsdag 1 december, over 7 dagen", buttons=["Ongedaan maken", "Terug"])
    await lotte.taps("Terug naar de mijlpalen")
    lotte.expects("\nVerjaardag: dinsdag 1 december, over 7 dagen\n")
    await lotte.taps("Verjaardag")
    lotte.expects("Sam: verjaardag", buttons=["✓ Gedaan", "Andere dag", "Weghalen", "Terug"])
    await lotte.taps("Andere dag")
    await lotte.says("2/12/08")
    lotte.expects("🎂 Sam wordt 18: woensdag 2 december")
    await lotte.taps("Ongedaan maken", times=2, on="2 december")
    lotte.expects("🎂 Sam wordt 18: dinsdag 1 december")
    lotte.expects_toast("van vroeger")
    hush(lotte)
    await opens(lotte)
    await lotte.taps("Verjaardag", on="Mijlpalen van Sam")
    hush(lotte)
    await lotte.taps("Weghalen", times=2)
    lotte.expects("Ik ken de verjaardag van Sam niet meer.", buttons=["Ongedaan maken", "Terug"])
    lotte.expects_toast("van vroeger")
    assert await of_kind(town, Milestone.BIRTHDAY) == []
    await lotte.taps("Ongedaan maken")
    lotte.expects("🎂 Sam wordt 18: dinsdag 1 december")
    assert [row.number for row in await of_kind(town, Milestone.BIRTHDAY)] == [2026]


@pytest.mark.asyncio
async def test_the_next_birthday_comes_when_one_is_past(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await opens(lotte)
    await lotte.taps("🎂 Verjaardag")
    await lotte.says("25/11/2007")
    await town.wind(days=2)
    assert [row.due_on.year for row in await of_kind(town, Milestone.BIRTHDAY)] == [2027]
    sam.expects_nothing()
    hush(lotte)


@pytest.mark.parametrize("data", ["msown:{youth}", "msborn:{youth}", "msbornon:{youth}:740000.{born}", "msname:{row}",
                                  "msyear:{row}:1", "msgone:{row}", "msnameback:{row}:{row}"])  # fmt: skip
@pytest.mark.asyncio
async def test_nobody_else_touches_them(town: Town, data: str) -> None:
    lotte = await lotte_adds(town)
    noor, sam = await staff(town, "Noor"), await row_of(town, town.person("Sam"))
    hush(lotte)
    [row] = await of_kind(town, Milestone.OWN_DATE)
    await noor.says("/jongeren")
    page = noor.expects("Hier staat nog niemand")
    await noor.forges(data.format(youth=sam.id, row=row.id, born=0), on=page)
    noor.expects_toast("van vroeger")
    await noor.says("24/12/2008")
    noor.expects("ging naar niemand")
    noor.expects_no_word("Sam", "Zitting")


@pytest.mark.parametrize("data", ["msname:{row}", "msyear:{row}:1", "msgone:{row}", "msnameback:{row}:{row}"])
@pytest.mark.asyncio
async def test_what_is_of_the_programme_cannot_be_treated_as_an_own_date(town: Town, data: str) -> None:
    _sam, lotte = await sam_with_lotte(town, at=None)
    [row] = await of_kind(town, Milestone.LEVENSLIJN)
    await opens(lotte)
    await lotte.forges(data.format(row=row.id), on=lotte.sees()[-1])
    lotte.expects_toast("van vroeger")
