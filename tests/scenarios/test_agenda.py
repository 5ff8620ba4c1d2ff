"""/agenda: the coming weeks over all the jongeren of a begeleider, and as a file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from programme.nazorg import Nazorg
from programme.workdays import A_DAY
from sandbox.model import Media
from sandbox.town import Town
from store import own_dates
from store.tables import NazorgPlan
from tests.chat.test_calendar_file import read
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_milestones import only_mornings
from tests.scenarios.test_push import hush


async def with_four(town: Town) -> tuple[Phone, Phone]:
    """Lotte, who leads Sam, Mo and Jef (in nazorg) and is Yara's duo; and Bram, who leads Yara and is Sam's duo."""
    _sam, lotte = await sam_with_lotte(town, duo="Bram", day=36, at=None, year=True)
    bram = town.person("Bram")
    mo = await youth(town, "Mo", lotte, day=9, at=None, year=True)
    await youth(town, "Yara", bram, duo=lotte, day=80, at=None, year=True)
    jef = await youth(town, "Jef", lotte, day=400, at=None, year=True)
    async with town.spoor.database.write() as session:
        await own_dates.add(session, (await row_of(town, mo)).id, "Zitting <1>", date(2026, 12, 4), today(town))
        over = today(town) - timedelta(days=400 - 366)
        session.add(NazorgPlan(youth_id=(await row_of(town, jef)).id, mode=Nazorg.VAST, since=over))
    await town.wind(days=7)
    hush(town.person("Sam"), town.person("Mo"))
    only_mornings(lotte, bram)
    return lotte, bram


def file_on(who: Phone) -> Calendar:
    """The file that arrived last, read back."""
    attachment = who.sees()[-1].attachment
    assert isinstance(attachment, Media)
    assert attachment.file.name == "agenda.ics"
    return read(attachment.file.content)


@pytest.mark.asyncio
async def test_what_is_late_comes_first_and_then_week_by_week(town: Town) -> None:
    lotte, _bram = await with_four(town)
    await lotte.says("/agenda")
    page = lotte.expects("De komende 8 weken", buttons=["Jef", "Mo", "Sam", "Yara", "›", "📅 Als bestand"])
    assert page.plain.splitlines() == [
        "De komende 8 weken",
        "",
        "Nog open",
        "Jef, bellen (nazorg): was woensdag 4 november",
        "Jef, afspreken (nazorg): was zaterdag 21 november",
        "Mo, eerste spinnenweb: was zondag",
        "",
        "Deze week",
        "vandaag: Sam, ondersteuningsplan",
        "vrijdag: Mo, Zitting <1>",
        "zaterdag: Yara (bij Bram), netwerkwandeling",
        "zaterdag: Yara (bij Bram), levenslijn",
        "",
        "Week van maandag 28 december",
        "maandag: Mo, ondersteuningsplan",
    ]
    await lotte.taps("›")
    lotte.expects("Week van maandag 18 januari\nmaandag: Yara (bij Bram), evaluatie 1\n", edited=True)
    await lotte.taps("Sam", on="18 januari")
    lotte.expects("Mijlpalen van Sam", edited=True)


@pytest.mark.asyncio
async def test_ones_own_come_before_anothers_on_the_same_day(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    bram = await staff(town, "Bram")
    await youth(town, "Zoë", lotte, at=None, year=True)
    await youth(town, "Adam", bram, duo=lotte, at=None, year=True)
    await lotte.says("/agenda")
    told = lotte.expects("Volgende week\nzaterdag: Zoë, eerste spinnenweb\nzaterdag: Adam (bij Bram), eerste").plain
    assert told.count("spinnenweb") == 2
    await bram.says("/agenda")
    assert "Zoë" not in bram.expects("zaterdag: Adam, eerste spinnenweb").plain


@pytest.mark.asyncio
async def test_as_a_file_without_what_is_late(town: Town) -> None:
    lotte, bram = await with_four(town)
    await lotte.says("/agenda")
    hush(lotte)
    await lotte.taps("📅 Als bestand")
    lotte.expects("Er staan voornamen in.\nWat van eerder nog open is, zit er niet in.")
    events = file_on(lotte).events
    told = [(event.start.isoformat(), str(event["SUMMARY"])) for event in events]
    assert told == [
        ("2026-12-01", "Sam: ondersteuningsplan"),
        ("2026-12-04", "Mo: eigen datum"),
        ("2026-12-05", "Yara: netwerkwandeling"),
        ("2026-12-05", "Yara: levenslijn"),
        ("2026-12-28", "Mo: ondersteuningsplan"),
        ("2027-01-18", "Yara: evaluatie 1"),
        ("2027-01-19", "Sam: netwerkwandeling"),
        ("2027-01-19", "Sam: levenslijn"),
    ]
    assert all(event.end - event.start == A_DAY for event in events)
    assert {event.stamp for event in events} == {datetime(2026, 12, 1, 8, tzinfo=UTC)}
    assert str(events[1]["DESCRIPTION"]) == "Zitting <1>"
    uids = {str(event["UID"]) for event in events}
    assert len(uids) == len(events)
    assert not any(name in uid for uid in uids for name in ("Sam", "Mo", "Yara", "Zitting"))
    await town.wind(days=1)
    await lotte.taps("📅 Als bestand")
    assert {str(event["UID"]) for event in file_on(lotte).events} < uids
    hush(lotte, town.person("Sam"), town.person("Yara"), bram)


@pytest.mark.asyncio
async def test_in_the_language_of_whoever_asks(town: Town) -> None:
    lotte, _bram = await with_four(town)
    async with town.spoor.database.write() as session:
        (await session.merge(await row_of(town, lotte))).language = "en"
    await lotte.says("/agenda")
    lotte.expects("The next 8 weeks")
    await lotte.taps("As a file")
    lotte.expects("It holds first names.")
    assert "Yara: evaluation 1" in {str(event["SUMMARY"]) for event in file_on(lotte).events}


@pytest.mark.asyncio
async def test_with_nobody_or_nothing_ahead_it_says_so(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/agenda")
    empty = lotte.expects("De komende 8 weken staat er niets.", buttons=[])
    await lotte.forges("agendafile", on=empty)
    lotte.expects("Er komt niets aan om in een bestand te zetten.")


@pytest.mark.parametrize("what", ["/agenda", "agenda:0", "agendafile"])
@pytest.mark.asyncio
async def test_it_is_for_begeleiders(town: Town, what: str) -> None:
    sam, _lotte = await sam_with_lotte(town, at=None, year=True)
    await sam.says("/hulp")
    under = sam.sees()[-1]
    if what.startswith("/"):
        await sam.says(what)
    else:
        await sam.forges(what, on=under)
        sam.expects_toast("van vroeger")
    hush(sam)
    sam.expects_no_word("komende 8 weken", "voornamen")
