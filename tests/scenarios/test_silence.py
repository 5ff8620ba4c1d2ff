"""Silence: the begeleider hears of it, later the duo; the youth never does."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from programme.rhythm import Rhythm
from sandbox.faults import Fault
from sandbox.screen import Screen
from sandbox.town import Town
from store import away
from store.tables import CheckinPlan, Silence
from tests.people import Phone, row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.morning import mornings

SILENT = ["Ik neem contact op", "📝 Contact noteren"]


def hush(*phones: Screen) -> None:
    """All that came so far was expected."""
    for phone in phones:
        for arrival in phone.unexpected():
            arrival.expected = True


async def gone_quiet(town: Town, duo: str | None = "Bram") -> tuple[Phone, Phone]:
    """Sam answered on Tuesday and gave no sign since Wednesday's question; now it is Friday, just past ten."""
    sam, lotte = await sam_with_lotte(town, duo=duo)
    await town.wind(hours=1)
    await sam.taps("🙂")
    hush(sam, lotte)
    await town.wind(days=2, hours=23)
    hush(sam)
    lotte.expects_nothing()
    await town.wind(hours=1)
    return sam, lotte


async def silences(town: Town) -> list[Silence]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Silence)))


@pytest.mark.asyncio
async def test_two_days_of_silence_are_one_push_to_the_begeleider(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    push = lotte.expects("Sam is 2 dagen stil.\nLaatste antwoord: 🙂 dinsdag.", buttons=SILENT)
    assert push.plain.count("\n") == 1
    await town.wind(days=1, hours=20)
    town.person("Bram").expects_nothing()
    hush(sam)


@pytest.mark.asyncio
async def test_two_days_later_the_duo_hears_it_too_and_then_nobody_any_more(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await town.wind(days=2)
    town.person("Bram").expects("Sam is 4 dagen stil.\nLotte weet het al.", buttons=SILENT)
    await town.wind(days=8)
    hush(sam)
    sam.expects_no_word("stil.", "contact")
    assert len(await silences(town)) == 1
    mornings(lotte, town.person("Bram"))


@pytest.mark.asyncio
async def test_making_contact_settles_it_for_both(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await town.wind(days=2)
    bram = town.person("Bram")
    bram.expects("Sam is 4 dagen stil.")
    await bram.taps("Ik neem contact op", times=2)
    bram.expects("Jij neemt contact op met Sam.", edited=True, buttons=["📝 Contact noteren"])
    lotte.expects("Sam was stil. Bram neemt contact op.", edited=True, buttons=[])
    hush(sam)


@pytest.mark.asyncio
async def test_settled_in_time_the_duo_never_hears(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await town.restart()
    await lotte.taps("Ik neem contact op")
    lotte.expects("Jij neemt contact op met Sam.", edited=True)
    await town.wind(days=5)
    town.person("Bram").expects_nothing()
    hush(sam)
    mornings(lotte)


@pytest.mark.asyncio
async def test_a_sign_of_life_ends_it(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await sam.says("/hulp")
    lotte.expects("Sam was even stil, en liet weer van zich horen.", edited=True, buttons=[])
    await town.wind(days=1, hours=20)
    town.person("Bram").expects_nothing()
    hush(sam)


@pytest.mark.asyncio
async def test_any_sign_in_time_and_nobody_hears_anything(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    for _day in range(5):
        await town.wind(days=1)
        await sam.says("/hulp")
    hush(sam)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_a_second_silence_is_told_again(town: Town) -> None:
    sam, lotte = await gone_quiet(town, duo=None)
    lotte.expects("Sam is 2 dagen stil.")
    await sam.says("/hulp")
    lotte.expects("liet weer van zich horen", edited=True)
    await town.wind(days=3)
    lotte.expects("Sam is 2 dagen stil.")
    hush(sam)
    assert len(await silences(town)) == 2


@pytest.mark.asyncio
async def test_who_lets_the_bot_back_in_and_stays_quiet_is_told_of(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=2)
    await sam.blocks()
    lotte.expects("Sam heeft mij geblokkeerd.")
    await town.wind(days=4)
    await sam.unblocks()
    await town.wind(days=2, hours=20)
    lotte.expects_nothing()
    await town.wind(hours=4)
    lotte.expects("Sam is 2 dagen stil.\nEr is nog geen antwoord geweest.")
    hush(sam)


@pytest.mark.asyncio
@pytest.mark.parametrize("fact", ["paused_at", "stopped_at"])
async def test_quiet_that_was_asked_for_is_no_silence(town: Town, fact: str) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(hours=2)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        setattr(await session.get_one(CheckinPlan, person.id), fact, town.now())
    await town.wind(days=6)
    hush(sam)
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_who_never_answered_has_no_last_answer(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(days=3)
    hush(sam)
    lotte.expects("Sam is 2 dagen stil.\nEr is nog geen antwoord geweest.")
    mornings(lotte)


@pytest.mark.asyncio
async def test_staff_are_not_woken(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(21))
    await town.wind(to=datetime(2026, 11, 27, 6, 59, tzinfo=UTC))
    hush(sam)
    lotte.expects_nothing()
    await town.wind(minutes=2)
    lotte.expects("Sam is 2 dagen stil.")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("rhythm", "told"),
    [
        pytest.param(Rhythm.THREE_A_WEEK, datetime(2026, 11, 27, 9, tzinfo=UTC), id="Wednesday, told on Friday"),
        pytest.param(Rhythm.WEEKLY, datetime(2026, 11, 27, 9, tzinfo=UTC), id="weekly on Wednesday, told on Friday"),
    ],
)
async def test_slower_rhythms_count_from_the_first_question_without_an_answer(
    town: Town, rhythm: Rhythm, told: datetime
) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, day=100, rhythm=rhythm)
    await town.wind(to=told - timedelta(minutes=1))
    hush(sam)
    lotte.expects_nothing()
    await town.wind(minutes=2)
    lotte.expects("Sam is 2 dagen stil.")
    await town.wind(days=9)
    hush(sam)
    mornings(lotte)


@pytest.mark.asyncio
async def test_when_the_begeleider_cannot_be_reached_the_duo_hears_at_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await lotte.blocks()
    await town.wind(days=2, hours=2)
    hush(sam)
    town.person("Bram").expects("Sam is 2 dagen stil.")


@pytest.mark.asyncio
async def test_nobody_else_can_settle_it(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    noor = await staff(town, "Noor")
    await noor.says("/onbekend")
    await noor.forges("contact:1", on=noor.expects(""))
    noor.expects_toast("van vroeger")
    await sam.forges("contact:1", on=sam.sees()[-1])
    sam.expects_toast("van vroeger")
    hush(sam)
    lotte.expects("liet weer van zich horen", edited=True)
    assert [quiet.settled_by for quiet in await silences(town)] == [None]


@pytest.mark.asyncio
async def test_after_a_stop_a_silence_is_nothing_to_answer(town: Town) -> None:
    sam, lotte = await gone_quiet(town, duo=None)
    push = lotte.expects("Sam is 2 dagen stil.")
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    hush(sam, lotte)
    await lotte.says("Hoe is 't?", reply_to=push)
    lotte.expects("Er is niets verstuurd")
    sam.expects_nothing()


@pytest.mark.asyncio
async def test_a_question_that_never_arrived_begins_no_silence(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(21, 15))
    await town.wind(to=datetime(2026, 11, 24, 20, 10, tzinfo=UTC))
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(minutes=25)
    town.telegram.faults.switch_off()
    await town.wind(to=datetime(2026, 11, 28, 6, 59, tzinfo=UTC))
    lotte.expects_nothing()
    await town.wind(minutes=2)
    lotte.expects("Sam is 2 dagen stil.")
    hush(sam)


@pytest.mark.asyncio
async def test_a_question_that_may_have_arrived_begins_a_silence(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_BEFORE, "sendMessage", calls=1)
    await town.wind(days=2, hours=2)
    hush(sam)
    lotte.expects("Sam is 2 dagen stil.")


@pytest.mark.asyncio
async def test_while_the_begeleider_is_away_the_duo_hears_instead(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=time(10))
    lottes = await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        await away.go(session, lottes.id, today(town) + timedelta(days=9), town.now(), today(town))
    await town.wind(days=2, hours=2)
    hush(sam)
    lotte.expects_nothing()
    town.person("Bram").expects("Lotte is er niet tot en met donderdag 3 december.")
    town.person("Bram").expects("Sam is 2 dagen stil.\nEr is nog geen antwoord", buttons=SILENT)
