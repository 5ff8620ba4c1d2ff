"""After the opstart: asked once how to go on, and then as often as the youth chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from sandbox.faults import Fault
from sandbox.town import Town
from store import journal
from store.journal import Happened
from store.tables import Checkin
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth

BRUSSELS = ZoneInfo("Europe/Brussels")
QUESTION = "Vanaf nu kies jij hoe vaak ik iets vraag, Sam. Wat past bij jou?"
RHYTHMS = ["Elke dag", "3 keer per week", "1 keer per week", "Niet meer"]
# The town opens on Tuesday 24 November 2026. Day 43 is the first after the opstart.
DAYS_OF_OPSTART = 42


def november(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in Brussels."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BRUSSELS)


def skip(*people: Phone) -> Sequence[str]:
    """What arrived and is not looked at here: questions, nudges, pushes. As text."""
    skipped = [arrival for who in people for arrival in who.unexpected()]
    for arrival in skipped:
        arrival.expected = True
    return [arrival.message.plain for arrival in skipped]


async def asked_on(town: Town, who: Phone) -> list[date]:
    """The days on which there was a question."""
    async with town.spoor.database.read() as session:
        query = select(Checkin.day).where(Checkin.youth_id == (await row_of(town, who)).id)
        return list(await session.scalars(query.order_by(Checkin.day)))


async def times_asked_how(town: Town) -> int:
    """How often somebody was asked how to go on."""
    async with town.spoor.database.read() as session:
        return [line.kind for line in await journal.since(session, 0)].count(Happened.RHYTHM_ASKED)


@pytest.mark.parametrize(
    ("choice", "answer", "weekdays"),
    [
        ("Elke dag", "Je koos: Elke dag", [1, 2, 3, 4, 5, 6, 7]),
        ("3 keer per week", "Je koos: 3 keer per week", [1, 3, 5]),
        ("1 keer per week", "Je koos: 1 keer per week", [3]),
        ("Niet meer", "Oké, ik vraag niets meer. Lotte blijft er voor jou", []),
    ],
)
@pytest.mark.asyncio
async def test_the_choice_counts_from_then_on(town: Town, choice: str, answer: str, weekdays: list[int]) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(10))
    await town.wind(to=november(25, 10, 20))
    skip(sam)
    await town.wind(to=november(25, 10, 40))
    sam.expects(QUESTION, buttons=RHYTHMS)
    await town.restart()
    await sam.taps(choice, on="Vanaf nu kies jij", times=2)
    sam.expects(answer, edited=True, buttons=[])
    if not weekdays:
        assert "Ik laat het Lotte weten" in sam.sees()[-1].plain
        lotte.expects("Sam wil van mij geen vragen meer", silent=True)
    await town.wind(days=12)
    skip(sam, lotte)
    days = [day for day in await asked_on(town, sam) if day > date(2026, 11, 29)][:7]
    assert sorted({day.isoweekday() for day in days}) == weekdays
    assert await times_asked_how(town) == 1


@pytest.mark.asyncio
async def test_who_does_not_choose_is_asked_three_times_a_week_and_not_again_how(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART - 2, at=time(10))
    await town.wind(days=24)
    seen = skip(sam, lotte)
    assert len([text for text in seen if "Vanaf nu kies jij" in text]) == 1
    days = [day for day in await asked_on(town, sam) if day > date(2026, 11, 27)]
    assert {day.isoweekday() for day in days} == {1, 3, 5}


@pytest.mark.parametrize(
    ("day", "at", "asked"),
    [
        (DAYS_OF_OPSTART, time(10), november(25, 10, 30)),
        (DAYS_OF_OPSTART, time(21), november(25, 21, 30)),
        (DAYS_OF_OPSTART, time(21, 30), november(25, 21)),
        (DAYS_OF_OPSTART - 1, time(10), november(26, 10, 30)),
    ],
    ids=["half an hour after the check-in", "just in time", "before it, late at night", "a day without check-in"],
)
@pytest.mark.asyncio
async def test_never_two_questions_at_once(town: Town, day: int, at: time, asked: datetime) -> None:
    sam, lotte = await sam_with_lotte(town, day=day, at=at)
    await town.wind(to=asked.replace(minute=(asked.minute or 60) - 1, hour=asked.hour - (asked.minute == 0)))
    assert not [text for text in skip(sam, lotte) if "Vanaf nu" in text]
    await town.wind(to=asked)
    sam.expects(QUESTION, buttons=RHYTHMS)
    sam.expects_nothing()
    await sam.taps("Elke dag", on="Vanaf nu")
    sam.expects("Je koos")
    skip(lotte)


@pytest.mark.parametrize("day", [66, 215], ids=["week 10", "month 7"])
@pytest.mark.asyncio
async def test_who_joins_later_is_asked_the_day_after(town: Town, day: int) -> None:
    sam, lotte = await sam_with_lotte(town, day=day, at=None)
    await sam.says("/start")
    await sam.taps("10u")
    skip(sam)
    await town.wind(to=november(25, 10, 29))
    skip(sam)
    await town.wind(minutes=1)
    sam.expects(QUESTION)
    await sam.taps("1 keer per week")
    sam.expects("De volgende keer: woensdag 2 december, rond 10u")
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_in_nazorg_there_is_no_question_unless_asked_for(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=400, at=time(10))
    await town.wind(days=10)
    sam.expects_nothing()
    await sam.says("/instellingen")
    buttons = ["Rond 10u", "🔁 Geen vragen", "Contact: vast", "Nederlands", "📖 Wat er over mij", "Klaar"]
    sam.expects("Zo staat het nu", buttons=buttons)
    await sam.taps("🔁 Geen vragen")
    await sam.taps("1 keer per week")
    lotte.expects("Sam krijgt weer vragen")
    await town.wind(days=15)
    skip(sam, lotte)
    assert {day.isoweekday() for day in await asked_on(town, sam)} == {3}
    assert await times_asked_how(town) == 0


@pytest.mark.asyncio
async def test_a_choice_made_in_the_year_ends_with_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=360, at=time(10))
    await town.wind(days=1, hours=2)
    await sam.taps("Elke dag", on="Vanaf nu")
    await town.wind(days=10)
    skip(sam, lotte)
    assert max(await asked_on(town, sam)) == date(2026, 11, 29)


@pytest.mark.asyncio
async def test_who_chose_already_is_not_asked(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=38, at=time(10))
    await sam.says("/instellingen")
    await sam.taps("Elke dag")
    await sam.taps("3 keer per week")
    await town.wind(days=14)
    assert not [text for text in skip(sam, lotte) if "Vanaf nu" in text]
    assert await times_asked_how(town) == 0


@pytest.mark.asyncio
async def test_who_pauses_that_day_is_asked_after_the_pause(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(10))
    await sam.says("/pauze")
    await sam.taps("3 dagen")
    skip(sam, lotte)
    await town.wind(to=november(26, 23))
    sam.expects_nothing()
    await town.wind(to=november(27, 10, 15))
    skip(sam)
    await town.wind(to=november(27, 10, 30))
    sam.expects(QUESTION)
    assert await times_asked_how(town) == 1


@pytest.mark.asyncio
async def test_another_time_moves_the_question_along(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(10))
    await town.wind(to=november(25, 9))
    await sam.says("/instellingen")
    await sam.taps("Rond 10u")
    await sam.taps("20u")
    skip(sam, lotte)
    await town.wind(to=november(25, 20, 15))
    skip(sam, lotte)
    await town.wind(minutes=15)
    sam.expects(QUESTION)


@pytest.mark.asyncio
async def test_everybody_is_asked_for_themselves(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    phones = [await youth(town, name, lotte, day=DAYS_OF_OPSTART, at=time(10)) for name in ("Sam", "Mo")]
    await town.wind(days=1, hours=2)
    for who in phones:
        who.expects(f"hoe vaak ik iets vraag, {who.user.first_name}", buttons=RHYTHMS)
    assert today(town) == date(2026, 11, 25)
    await phones[0].taps("1 keer per week", on="Vanaf nu")
    skip(*phones)
    await town.wind(days=3)
    skip(lotte, *phones)
    assert [(await asked_on(town, who))[-1].day for who in phones] == [25, 27]


@pytest.mark.asyncio
async def test_a_question_how_to_go_on_that_reached_nobody_comes_again_the_next_day(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(21))
    await town.wind(to=november(25, 21, 25))
    skip(sam)
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(minutes=10)
    town.telegram.faults.switch_off()
    await town.wind(to=november(26, 21, 29))
    assert not [text for text in skip(sam, lotte) if "Vanaf nu" in text]
    await town.wind(minutes=1)
    sam.expects(QUESTION, buttons=RHYTHMS)
    await town.wind(days=5)
    assert not [text for text in skip(sam, lotte) if "Vanaf nu" in text]


@pytest.mark.asyncio
async def test_a_question_how_to_go_on_that_may_have_arrived_does_not_come_again(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(10))
    await town.wind(to=november(25, 10, 20))
    skip(sam)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await town.wind(days=5)
    assert len([text for text in skip(sam, lotte) if "Vanaf nu" in text]) == 1


@pytest.mark.asyncio
async def test_whoever_talks_with_a_person_that_day_is_asked_the_next(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=DAYS_OF_OPSTART, at=time(10))
    await town.wind(to=november(25, 9))
    skip(sam, lotte)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    await lotte.says("hey", reply_to=copy)
    skip(sam, lotte)
    await town.wind(to=november(25, 23))
    sam.expects_nothing()
    await town.wind(to=november(26, 11))
    assert sum("Vanaf nu kies jij" in text for text in skip(sam, lotte)) == 1
