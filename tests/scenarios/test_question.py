"""A begeleider writes tomorrow's question for one youth."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from programme.rhythm import Rhythm
from sandbox.town import Town
from store.tables import CheckinPlan, Question
from tests.people import Phone, row_of, sam_with_lotte, staff, youth

FIVE = ["😣 Heel slecht", "🙁 Niet goed", "😐 Gaat wel", "🙂 Goed", "😄 Heel goed"]
WORDS = "Hoe was het <b>bij</b> de dokter? 😀"


async def begins(town: Town, sam: Phone, who: Phone) -> None:
    """Tap "Vraag voor morgen" for Sam."""
    await who.says("/onbekend")
    message = who.expects("")
    await who.forges(f"question:{(await row_of(town, sam)).id}", on=message)


async def kept(town: Town, words: str = WORDS) -> tuple[Phone, Phone]:
    """Lotte wrote a question for Sam, on Tuesday before ten."""
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await begins(town, sam, lotte)
    asked = lotte.expects("Wat wil je aan Sam vragen?", buttons=["Toch niet"]).plain
    assert asked.splitlines()[1:3] == [
        "Sam antwoordt met een gezichtje, en kan er iets bij vertellen.",
        "Je vraag komt morgen rond 10u, in plaats van de mijne.",
    ]
    await lotte.says(words)
    lotte.expects(f"Zo krijgt Sam het:\n\nLotte vraagt: {words}", buttons=["Bewaren", "Anders", "Toch niet"])
    await lotte.taps("Bewaren")
    lotte.expects("Sam krijgt je vraag morgen rond 10u:", edited=True, buttons=["Anders", "Intrekken"])
    return sam, lotte


async def questions(town: Town) -> list[str]:
    async with town.spoor.database.read() as session:
        return [row.words for row in await session.scalars(select(Question))]


@pytest.mark.asyncio
async def test_it_takes_the_place_of_tomorrows_question_and_is_shown_as_theirs(town: Town) -> None:
    sam, lotte = await kept(town)
    await town.wind(hours=2)
    assert "Lotte vraagt" not in sam.expects("Sam", buttons=FIVE).plain
    await sam.taps("🙂")
    await town.restart()
    await town.wind(days=1)
    sam.expects(f"Lotte vraagt: {WORDS}", buttons=FIVE)
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await sam.taps("👍 Meer niet", on="Jij: 🙂")
    sam.expects(f"Dat was de vraag van gisteren.\nJij zei: 🙂 Goed\n\nLotte vraagt: {WORDS}", edited=True, buttons=FIVE)
    await sam.taps("😄", on="Dat was de vraag")
    sam.expects("Jij: 😄 Heel goed\n", edited=True)
    sam.expects("Jij: 😄 Heel goed", edited=True, buttons=[])
    lotte.expects("Sam: 😄")
    await lotte.taps("Openen", on="😄")
    lotte.expects(f"Lotte vroeg: {WORDS}", edited=True)
    await town.wind(days=1)
    assert "Lotte vraagt" not in sam.expects("Sam", buttons=FIVE).plain


@pytest.mark.asyncio
async def test_writing_it_anew_replaces_it(town: Town) -> None:
    _sam, lotte = await kept(town)
    await lotte.taps("Anders")
    lotte.expects("Wat wil je aan Sam vragen?", edited=True)
    await lotte.says("Anders dan?")
    lotte.expects("Lotte vraagt: Anders dan?")
    await lotte.says("Of zo?")
    lotte.expects("Lotte vraagt: Of zo?")
    await lotte.taps("Bewaren", on="Of zo?")
    lotte.expects("morgen rond 10u:\n\nLotte vraagt: Of zo?", edited=True)
    assert await questions(town) == ["Of zo?"]


@pytest.mark.asyncio
async def test_toch_niet_keeps_what_was_kept_before(town: Town) -> None:
    _sam, lotte = await kept(town)
    await lotte.taps("Anders")
    lotte.expects("Wat wil je aan Sam vragen?", edited=True)
    await lotte.taps("Toch niet", on="Wat wil je")
    lotte.expects(f"Lotte vraagt: {WORDS}", edited=True)
    assert await questions(town) == [WORDS]


@pytest.mark.asyncio
async def test_toch_niet_at_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await begins(town, sam, lotte)
    lotte.expects("Wat wil je aan Sam vragen?")
    await lotte.taps("Toch niet")
    lotte.expects("Sam krijgt mijn eigen vraag.", edited=True)
    await lotte.says("niets")
    lotte.expects("")
    assert await questions(town) == []


@pytest.mark.asyncio
async def test_withdrawn(town: Town) -> None:
    _sam, lotte = await kept(town)
    await lotte.taps("Intrekken", times=2)
    lotte.expects("Sam krijgt mijn eigen vraag.", edited=True)
    lotte.expects("al gesteld of ingetrokken", edited=True)
    assert await questions(town) == []


@pytest.mark.asyncio
async def test_once_asked_it_cannot_be_withdrawn(town: Town) -> None:
    sam, lotte = await kept(town)
    await town.wind(hours=2)
    sam.expects("Sam")
    await sam.taps("🙂")
    sam.expects("Jij:", edited=True)
    lotte.expects("Sam: 🙂")
    await town.wind(days=1)
    sam.expects("Lotte vraagt")
    await lotte.taps("Intrekken")
    lotte.expects("al gesteld of ingetrokken", edited=True)
    assert await questions(town) == [WORDS]


@pytest.mark.asyncio
async def test_the_duo_sees_what_waits_and_may_replace_it(town: Town) -> None:
    sam, _lotte = await kept(town)
    bram = town.person("Bram")
    await begins(town, sam, bram)
    bram.expects("Lotte vraagt", buttons=["Anders", "Intrekken"])
    await bram.taps("Anders")
    bram.expects("Wat wil je aan Sam vragen?", edited=True)
    await bram.says("Van mij?")
    bram.expects("Bram vraagt: Van mij?")
    await bram.taps("Bewaren")
    bram.expects("Bram vraagt: Van mij?", edited=True)
    assert await questions(town) == ["Van mij?"]


@pytest.mark.asyncio
async def test_in_a_slower_rhythm_the_screen_says_when_it_goes(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, day=100, rhythm=Rhythm.WEEKLY)
    await town.wind(days=1, hours=2)
    sam.expects("Sam")
    await sam.taps("🙂")
    sam.expects("Jij:", edited=True)
    lotte.expects("Sam: 🙂")
    await begins(town, sam, lotte)
    lotte.expects("Je vraag komt woensdag 2 december rond 10u")
    await lotte.says("Hoe was de week?")
    lotte.expects("Lotte vraagt")
    await lotte.taps("Bewaren")
    lotte.expects("woensdag 2 december rond 10u", edited=True)
    await town.wind(days=7)
    sam.expects("Lotte vraagt: Hoe was de week?")


@pytest.mark.asyncio
@pytest.mark.parametrize(("days", "theirs"), [(3, True), (12, False)], ids=["a short pause", "a long pause"])
async def test_a_pause_meanwhile_lets_it_wait_for_a_week_at_most(town: Town, days: int, theirs: bool) -> None:  # noqa: FBT001
    sam, lotte = await kept(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        plan = await session.get_one(CheckinPlan, person.id)
        plan.paused_at, plan.paused_until = town.now(), town.now() + timedelta(days=days)
    await town.wind(days=days)
    sam.expects_nothing()
    await town.wind(hours=2)
    asked = sam.expects("", buttons=FIVE)
    assert ("Lotte vraagt" in asked.plain) is theirs
    lotte.expects_nothing()


@pytest.mark.asyncio
async def test_who_gets_no_questions_gets_none_of_theirs(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, day=100, rhythm=Rhythm.NONE)
    await begins(town, sam, lotte)
    lotte.expects("Sam krijgt nu geen vragen.", buttons=[])


@pytest.mark.asyncio
async def test_no_question_is_promised_to_who_blocked_the_bot(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.blocks()
    lotte.expects("Sam heeft mij geblokkeerd.")
    await begins(town, sam, lotte)
    lotte.expects("Sam heeft mij geblokkeerd. Mijn berichten komen niet aan.", buttons=[])


@pytest.mark.asyncio
async def test_too_long_and_no_text(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await begins(town, sam, lotte)
    lotte.expects("Wat wil je aan Sam vragen?")
    await lotte.says("x" * 301)
    lotte.expects("Dat zijn 301 tekens, er passen er 300.", buttons=["Toch niet"])
    await lotte.sends_voice(b"OggS")
    lotte.expects("Een vraag kan alleen tekst zijn.")
    await lotte.says("x" * 300)
    lotte.expects("x" * 300, buttons=["Bewaren", "Anders", "Toch niet"])


@pytest.mark.asyncio
async def test_bewaren_without_anything_written(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await begins(town, sam, lotte)
    message = lotte.expects("Wat wil je aan Sam vragen?")
    await lotte.forges(f"keepq:{(await row_of(town, sam)).id}", on=message)
    lotte.expects_toast("van vroeger")
