"""The daily question: asked, answered with one tap, changed, added to."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from programme.rhythm import Rhythm
from sandbox.faults import Fault
from sandbox.town import START, Town
from store.tables import Checkin, CheckinPlan, CheckinWords, Person
from tests.people import Phone, row_of, sam_with_lotte, staff, youth
from tests.scenarios.test_push import hush

FIVE = ["😣 Heel slecht", "🙁 Niet goed", "😐 Gaat wel", "🙂 Goed", "😄 Heel goed"]
NUDGE = re.compile("Geen haast|Alleen als je zin hebt|De vraag staat er nog")
FORGED = ("face:1:1", "tell:1", "nomore:1", "another:1", "face:99:3", "face:1:9", "open:1", "heart:1", "face:x:1")
AFTER_BETTER = ["✍️ Iets vertellen", "📞 Bel me", "👍 Meer niet", "↩️ Ander antwoord"]
AFTER_LOWEST = ["📞 Bel me", "✍️ Iets vertellen", "🆘 Hulp nu", "👍 Meer niet", "↩️ Ander antwoord"]
AFTER_LOW = ["📞 Bel me", "✍️ Iets vertellen", "👍 Meer niet", "↩️ Ander antwoord"]


async def asked(town: Town) -> tuple[Phone, Phone]:
    """Sam was asked just now; Lotte walks along."""
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FIVE)
    return sam, lotte


async def rows(town: Town) -> list[Checkin]:
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Checkin).order_by(Checkin.id)))


async def words(town: Town) -> list[str]:
    async with town.spoor.database.read() as session:
        return [row.words for row in await session.scalars(select(CheckinWords).order_by(CheckinWords.id))]


async def change_plan(town: Town, youth_id: int, **facts: object) -> None:
    async with town.spoor.database.write() as session:
        plan = await session.get_one(CheckinPlan, youth_id)
        for name, value in facts.items():
            setattr(plan, name, value)


@pytest.mark.asyncio
async def test_one_tap_is_an_answer_and_the_begeleider_sees_it_at_once(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂 Goed", edited=True, buttons=AFTER_BETTER)
    lotte.expects("Sam: 🙂 Goed", silent=True, buttons=["Openen", "❤️", "✍️ Antwoord"])
    await town.wind(hours=5)


@pytest.mark.asyncio
@pytest.mark.parametrize("face", FIVE)
async def test_only_the_two_lowest_answers_make_a_sound_and_offer_a_call_first(town: Town, face: str) -> None:
    sam, lotte = await asked(town)
    await sam.taps(face)
    low = face in FIVE[:2]
    after = AFTER_LOWEST if face == FIVE[0] else AFTER_LOW if low else AFTER_BETTER
    sam.expects(f"Jij: {face}", edited=True, buttons=after)
    lotte.expects(f"Sam: {face}", silent=not low)


@pytest.mark.asyncio
async def test_openers_differ_from_day_to_day(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    seen: list[str] = []
    for day in range(20):
        await town.wind(days=1 if day else 0, hours=0 if day else 2)
        seen.append(sam.expects("Sam", buttons=FIVE).plain)
        await sam.taps("😄 Heel goed")
        sam.expects("Jij:", edited=True)
        lotte.expects("Sam: 😄")
    assert all(one != other for one, other in pairwise(seen))
    assert len(set(seen)) > 7


@pytest.mark.asyncio
async def test_a_double_tap_is_one_answer(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙁 Niet goed", times=2)
    sam.expects("Jij: 🙁 Niet goed", edited=True)
    lotte.expects("Sam: 🙁 Niet goed")
    assert [row.face for row in await rows(town)] == [2]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(4, 0, id="better, then low"),
        pytest.param(0, 4, id="low, then better"),
        pytest.param(0, 1, id="low"),
    ],
)
async def test_two_quick_taps_on_different_faces_tell_the_begeleider_the_last(
    town: Town, first: int, last: int
) -> None:
    sam, lotte = await asked(town)
    await town.close()
    question = sam.sees()[-1]
    for face in (first, last):
        town.telegram.tap(sam.user, question.id, question.buttons[face].data or "")
    await town.open()
    await town.settle()
    sam.expects(f"Jij: {FIVE[first]}", edited=True)
    sam.expects(f"Jij: {FIVE[last]}", edited=True)
    lotte.expects(f"Sam: {FIVE[last]}", silent=last > 1)


@pytest.mark.asyncio
async def test_another_answer_changes_the_push_and_a_low_one_comes_anew(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂 Goed", silent=True)
    await sam.taps("↩️ Ander antwoord")
    sam.expects("Wat wordt het?", edited=True, buttons=[*FIVE, "Laat het zo"])
    await sam.taps("😐 Gaat wel")
    sam.expects("Jij: 😐", edited=True)
    lotte.expects("Sam: 😐 Gaat wel (aangepast)", edited=True)
    await sam.taps("↩️ Ander antwoord")
    sam.expects("Wat wordt het?", edited=True)
    await sam.taps("😣")
    sam.expects("Jij: 😣", edited=True)
    lotte.expects("Sam: 😣 Heel slecht (aangepast)", edited=True)
    lotte.expects("Sam: 😣 Heel slecht (aangepast)", edited=False, silent=False)


@pytest.mark.asyncio
async def test_leaving_it_so_changes_nothing(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    lotte.expects("Sam: 🙂")
    sam.expects("Jij: 🙂", edited=True)
    await sam.taps("👍 Meer niet")
    sam.expects("Tot de volgende keer", edited=True, buttons=["✍️ Iets vertellen", "↩️ Ander antwoord"])
    await sam.taps("↩️ Ander antwoord")
    sam.expects("Wat wordt het?", edited=True)
    await sam.taps("Laat het zo")
    sam.expects("Jij: 🙂 Goed", edited=True)


@pytest.mark.asyncio
async def test_after_a_low_answer_a_call_stays_near(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("😣 Heel slecht")
    sam.expects("Jij: 😣", edited=True)
    lotte.expects("Sam: 😣")
    await sam.taps("👍 Meer niet")
    near = ["📞 Bel me", "🆘 Hulp nu", "✍️ Iets vertellen", "↩️ Ander antwoord"]
    sam.expects("Goed dat je het zei.", edited=True, buttons=near)


@pytest.mark.asyncio
async def test_words_are_kept_and_confirmed_once(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await sam.taps("✍️ Iets vertellen")
    sam.expects("Lotte kan het lezen", edited=True, buttons=["Toch niet"])
    await town.restart()
    await sam.says("Ik ben <b>geslaagd</b> & blij 🎉")
    sam.expects("Tot de volgende keer", edited=True)
    sam.expects("Doorgegeven aan Lotte.")
    lotte.expects("Sam schreef je iets.", silent=False)
    follow_up = await sam.says("Echt!")
    lotte.expects("Sam schreef je 2 berichten.", edited=True)
    assert dict(town.telegram.book.find(sam.user.id, follow_up.id).reactions)  # type: ignore[union-attr]
    assert await words(town) == ["Ik ben <b>geslaagd</b> & blij 🎉", "Echt!"]
    lotte.expects_no_word("geslaagd")
    await lotte.taps("Openen", on="schreef")
    lotte.expects("Ik ben <b>geslaagd</b> & blij 🎉\n\nEcht!", edited=True)
    await lotte.taps("Sluiten")
    lotte.expects("Sam: 🙂 Goed", edited=True)


@pytest.mark.asyncio
async def test_before_typing_a_youth_sees_who_can_read_it(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram")
    await town.wind(hours=1)
    sam.expects("Sam", buttons=FIVE)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await sam.taps("✍️ Iets vertellen")
    sam.expects("Typ het hier. Lotte kan het lezen.\nBram kan dat ook.", edited=True)


@pytest.mark.asyncio
async def test_words_an_hour_later_are_talk(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await sam.says("een")
    await town.wind(hours=1)
    await sam.says("twee")
    for wanted in (
        "Jij: 🙂",
        "Lotte kan het lezen",
        "Tot de volgende",
        "Doorgegeven",
        "Lotte",
    ):
        sam.expects(wanted)
    lotte.expects("Sam: 🙂")
    lotte.expects("Sam schreef je iets.", edited=False)
    lotte.expects("Sam: twee", edited=False)
    assert await words(town) == ["een"]


@pytest.mark.asyncio
async def test_the_next_question_ends_the_waiting_for_words(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await town.wind(days=1)
    await sam.says("hallo")
    for wanted in ("Jij: 🙂", "Lotte kan het lezen", "Sam", ""):
        sam.expects(wanted)
    lotte.expects("Sam: 🙂")
    lotte.expects("Sam: hallo")
    assert await words(town) == []


@pytest.mark.asyncio
async def test_a_voice_goes_to_lotte_too_and_the_wait_for_words_goes_on(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await sam.sends_voice(b"OggS")
    for wanted in ("Jij: 🙂", "Lotte kan het lezen", "Doorgegeven"):
        sam.expects(wanted)
    lotte.expects("Sam: 🙂")
    lotte.expects("Sam")
    await sam.says("dan zo")
    sam.expects("Jij:", edited=True)
    lotte.expects("schreef je iets")


@pytest.mark.asyncio
async def test_toch_niet_stops_the_waiting(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await sam.taps("Toch niet")
    await sam.says("tegen niemand")
    for wanted in ("Jij: 🙂", "Lotte kan het lezen", "Tot de volgende", ""):
        sam.expects(wanted)
    lotte.expects("Sam: 🙂")
    lotte.expects("Sam: tegen niemand")
    assert await words(town) == []


@pytest.mark.asyncio
async def test_long_words_are_shown_whole(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await sam.says("&" * 4096)
    await sam.says("😀" * 2000 + " einde")
    for wanted in ("Jij: 🙂", "Lotte kan het lezen", "Tot de volgende", "Doorgegeven"):
        sam.expects(wanted)
    lotte.expects("Sam: 🙂")
    lotte.expects("schreef je iets")
    lotte.expects("2 berichten")
    await lotte.taps("Openen", on="schreef")
    first = lotte.expects("Sam: 🙂 Goed", edited=True, buttons=[])
    rest = [lotte.expects("", edited=False, buttons=[]), lotte.expects("einde", edited=False)]
    shown = "".join(message.plain for message in (first, *rest))
    assert (shown.count("&"), shown.count("😀")) == (4096, 2000)


@pytest.mark.asyncio
async def test_an_old_message_says_what_it_is_and_offers_todays(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await town.wind(days=1)
    sam.expects("Sam", buttons=FIVE)
    await town.restart()
    await sam.taps("↩️ Ander antwoord", on="Jij: 🙂")
    sam.expects("Dat was de vraag van gisteren.\nJij zei: 🙂 Goed\n\nHoe is 't vandaag?", edited=True, buttons=FIVE)
    await sam.taps("😄 Heel goed", on="Dat was de vraag")
    sam.expects("Jij: 😄 Heel goed\n", edited=True)
    sam.expects("Jij: 😄 Heel goed", edited=True, buttons=[])
    lotte.expects("Sam: 😄")
    assert [row.face for row in await rows(town)] == [4, 5]


@pytest.mark.asyncio
async def test_an_old_unanswered_message_does_not_change_the_past(town: Town) -> None:
    sam, lotte = await asked(town)
    first = sam.sees()[-1].plain
    await town.wind(hours=4)
    sam.expects(NUDGE, buttons=FIVE)
    await town.wind(hours=20)
    sam.expects("Sam", buttons=FIVE)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await sam.taps("😣", on=first)
    sam.expects("Dat was de vraag van gisteren.", edited=True, buttons=[])
    assert [row.face for row in await rows(town)] == [None, 4]


@pytest.mark.asyncio
async def test_one_nudge_after_three_hours(town: Town) -> None:
    sam, _lotte = await asked(town)
    await town.wind(hours=2, minutes=59)
    sam.expects_nothing()
    await town.wind(minutes=2)
    sam.expects(NUDGE, buttons=FIVE)
    await town.wind(hours=8)
    assert [row.nudged_at is not None for row in await rows(town)] == [True]


@pytest.mark.asyncio
async def test_the_nudge_takes_the_answer_too(town: Town) -> None:
    sam, lotte = await asked(town)
    await town.wind(hours=3, minutes=1)
    sam.expects(NUDGE, buttons=FIVE)
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂 Goed", edited=True, buttons=[])
    sam.expects("Jij: 🙂 Goed\nFijn, merci", edited=True)
    lotte.expects("Sam: 🙂")
    assert len(await rows(town)) == 1


@pytest.mark.asyncio
async def test_whichever_message_is_answered_the_other_shows_it_too(town: Town) -> None:
    sam, lotte = await asked(town)
    await town.wind(hours=3, minutes=1)
    question, nudge = sam.sees()[-2:]
    sam.expects(NUDGE, buttons=FIVE)
    await sam.forges(question.buttons[0].data or "", on=question)
    await sam.taps("↩️ Ander antwoord")
    await sam.taps("🙂 Goed")
    assert [message.plain for message in sam.sees() if message.id == nudge.id] == ["Jij: 🙂 Goed"]
    assert not any("Goed" in button.text for message in sam.sees() for button in message.buttons)
    for phone in (sam, lotte):
        for arrival in phone.unexpected():
            arrival.expected = True


@pytest.mark.asyncio
async def test_no_nudge_after_an_answer(town: Town) -> None:
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    sam.expects("Jij:", edited=True)
    lotte.expects("Sam: 🙂")
    await town.wind(hours=12)


@pytest.mark.asyncio
@pytest.mark.parametrize("fact", ["paused_at", "stopped_at"])
async def test_no_nudge_and_no_question_for_who_wants_quiet(town: Town, fact: str) -> None:
    sam, _lotte = await asked(town)
    await change_plan(town, (await row_of(town, sam)).id, **{fact: town.now()})
    await town.wind(days=3)
    assert len(await rows(town)) == 1


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("person_facts", "plan_facts"),
    [
        pytest.param({"blocked_at": START}, {}, id="blocked the bot"),
        pytest.param({"ended_at": START}, {}, id="has no place any more"),
        pytest.param({}, {"rhythm": Rhythm.NONE, "rhythm_on": START.date()}, id="chose another rhythm"),
        pytest.param({}, {"paused_at": START}, id="paused"),
        pytest.param({}, {"paused_at": START, "paused_until": START + timedelta(days=3)}, id="paused for days"),
        pytest.param({}, {"stopped_at": START}, id="stopped"),
    ],
)
async def test_what_changed_since_it_was_planned_counts(
    town: Town, person_facts: dict[str, object], plan_facts: dict[str, object]
) -> None:
    sam, _lotte = await sam_with_lotte(town)
    person = await row_of(town, sam)
    async with town.spoor.database.write() as session:
        for name, value in person_facts.items():
            setattr(await session.get_one(Person, person.id), name, value)
    await change_plan(town, person.id, **plan_facts)
    await town.wind(hours=5)
    assert await rows(town) == []


@pytest.mark.asyncio
async def test_no_nudge_late_in_the_evening(town: Town) -> None:
    sam, _lotte = await sam_with_lotte(town, at=time(18, 30))
    await town.wind(hours=14)
    sam.expects("Sam", buttons=FIVE)


@pytest.mark.asyncio
async def test_a_question_that_may_have_arrived_is_not_asked_twice_and_its_tap_counts(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await town.wind(hours=2)
    sam.expects("Sam", buttons=FIVE)
    await town.restart()
    await sam.taps("🙂 Goed")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")


@pytest.mark.asyncio
async def test_a_question_that_could_not_go_out_in_time_is_not_asked_at_night(town: Town) -> None:
    sam, _lotte = await sam_with_lotte(town, at=time(21, 15))
    await town.wind(hours=12, minutes=10)
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(minutes=25)
    town.telegram.faults.switch_off()
    await town.wind(hours=12)
    sam.expects_nothing()
    await town.wind(hours=12)
    sam.expects("Sam", buttons=FIVE)


@pytest.mark.asyncio
async def test_a_question_that_came_late_is_nudged_for_later(town: Town) -> None:
    sam, _lotte = await sam_with_lotte(town)
    await town.wind(minutes=55)
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(minutes=35)
    town.telegram.faults.switch_off()
    await town.wind(minutes=30)
    sam.expects("Sam", buttons=FIVE)
    await town.wind(hours=2, minutes=20)
    sam.expects_nothing()
    await town.wind(minutes=15)
    sam.expects(NUDGE, buttons=FIVE)


@pytest.mark.asyncio
async def test_after_a_day_away_the_missed_question_is_not_asked_late(town: Town) -> None:
    sam, _lotte = await sam_with_lotte(town)
    await town.close()
    town.clock.wind(town.now() + timedelta(hours=20))
    await town.open()
    await town.settle()
    sam.expects_nothing()
    await town.wind(hours=6)
    sam.expects("Sam", buttons=FIVE)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("start", "utc"),
    [
        pytest.param(datetime(2027, 3, 27, 22, tzinfo=UTC), 8, id="the night the clock goes forward"),
        pytest.param(datetime(2027, 10, 30, 22, tzinfo=UTC), 9, id="the night the clock goes back"),
    ],
)
async def test_ten_is_ten_on_a_day_the_clock_changes(town: Town, start: datetime, utc: int) -> None:
    town.clock.wind(start)
    sam, _lotte = await sam_with_lotte(town)
    await town.wind(hours=12)
    sam.expects("Sam", buttons=FIVE)
    assert [row.asked_at for row in await rows(town)] == [
        datetime(start.year, start.month, start.day + 1, utc, tzinfo=UTC)
    ]


@pytest.mark.asyncio
async def test_somebody_elses_question_cannot_be_answered(town: Town) -> None:
    sam, lotte = await asked(town)
    mo = await youth(town, "Mo", await staff(town, "Bram"), at=time(11))
    await town.wind(minutes=61)
    question = mo.expects("Mo", buttons=FIVE)
    for data in (
        "face:1:1",
        "tell:1",
        "nomore:1",
        "another:1",
        "face:99:3",
        "face:1:9",
        "open:1",
        "heart:1",
        "face:x:1",
    ):
        await mo.forges(data, on=question)
        mo.expects_toast("van vroeger")
    assert [row.face for row in await rows(town)] == [None, None]
    sam.expects_nothing()
    lotte.expects_nothing()


@pytest.mark.asyncio
@pytest.mark.parametrize("data", ["tell:1", "nomore:1", "another:1"])
async def test_what_follows_an_answer_does_nothing_before_it(town: Town, data: str) -> None:
    sam, _lotte = await asked(town)
    await sam.forges(data, on=sam.sees()[-1])
    sam.expects_toast("van vroeger")


@pytest.mark.asyncio
async def test_nudges_differ_from_day_to_day_however_many_youths_there_are(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=time(10))
    for name in ("Mo", "Yara"):
        await youth(town, name, lotte, at=time(10))
    nudges = []
    for _day in range(4):
        await town.wind(hours=5)
        nudges.append(sam.sees()[-1].plain)
        await town.wind(hours=19)
    assert all(one != next_one for one, next_one in pairwise(nudges))
    for phone in (sam, lotte, town.person("Mo"), town.person("Yara")):
        hush(phone)


@pytest.mark.asyncio
async def test_once_lotte_answered_it_is_talk(town: Town) -> None:
    """What Sam writes then rings on her phone; it is no more words with the answer."""
    sam, lotte = await asked(town)
    await sam.taps("🙂 Goed")
    await sam.taps("✍️ Iets vertellen")
    await sam.says("een")
    push = lotte.expects("Sam schreef je iets.")
    await lotte.says("vertel", reply_to=push)
    await sam.says("ik zit op de trap")
    lotte.expects("Sam: ik zit op de trap", silent=False, edited=False)
    assert await words(town) == ["een"]
    hush(sam, lotte)
