"""A Telegram that is sick: nothing is lost, nothing comes twice unsaid, and everything in order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.outgoing import Outgoing
from chat.screen import Screen
from sandbox.calls import Call
from sandbox.faults import Fault
from sandbox.town import Town
from store import outbox
from store.tables import Checkin, Doubt, Inbox, InboxState, Lane, Outbox, OutboxState
from tests.people import Phone, row_of, sam_with_lotte, staff
from tests.scenarios.test_push import hush

pytestmark = pytest.mark.asyncio
FACES = ["😣", "🙁", "😐", "🙂", "😄"]
MARK = "(misschien voor de tweede keer)"

# What happened for certain, and what nobody can know.
CERTAIN = [Fault.DOWN, Fault.TOO_MANY, Fault.INTERNAL, Fault.BAD_GATEWAY]
SILENT = [Fault.SILENT_BEFORE, Fault.SILENT_AFTER]
MESSAGES = frozenset({"sendMessage", "sendPhoto", "editMessageText"})


async def recover(town: Town) -> None:
    """What was put off for some seconds gets its time."""
    await town.wind(minutes=2)


async def states(town: Town, kind: str) -> list[OutboxState]:
    """What became of the messages of this kind."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Outbox.state).where(Outbox.kind == kind)))


# --- One call that fails ---


@pytest.mark.parametrize("fault", CERTAIN)
async def test_a_question_arrives_once_after_a_failure_that_is_certain(town: Town, fault: Fault) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.faults.switch_on(fault, "sendMessage", calls=1)
    await town.wind(hours=1)
    await recover(town)
    sam.expects("", buttons=FACES)


@pytest.mark.parametrize(("fault", "shown"), [(Fault.SILENT_BEFORE, 0), (Fault.SILENT_AFTER, 1)])
async def test_a_question_in_doubt_is_never_asked_twice(town: Town, fault: Fault, shown: int) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.faults.switch_on(fault, "sendMessage", calls=1)
    await town.wind(hours=1)
    await recover(town)
    await town.restart()
    assert len(sam.sees()) == shown
    for _ in range(shown):
        sam.expects("", buttons=FACES)


@pytest.mark.parametrize("fault", CERTAIN)
async def test_a_cry_arrives_once_after_a_failure_that_is_certain(town: Town, fault: Fault) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je")
    town.telegram.faults.switch_on(fault, "sendMessage", calls=2)
    await sam.taps("Zo snel mogelijk")
    await recover(town)
    sam.expects("Lotte", edited=True)
    assert MARK not in lotte.expects("Sam").plain


@pytest.mark.parametrize(("fault", "shown"), [(Fault.SILENT_BEFORE, [True]), (Fault.SILENT_AFTER, [False, True])])
async def test_a_cry_in_doubt_comes_again_and_says_so(town: Town, fault: Fault, shown: list[bool]) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("📞 Bel me")
    sam.expects("Wanneer wil je")
    town.telegram.faults.switch_on(fault, "sendMessage", calls=1)  # the urgent lane goes first
    await sam.taps("Zo snel mogelijk")
    await recover(town)
    sam.expects("Lotte", edited=True)
    assert [MARK in lotte.expects("Sam").plain for _ in shown] == shown


@pytest.mark.parametrize("fault", [*CERTAIN, *SILENT])
async def test_an_answer_is_kept_and_shown_whatever_fails(town: Town, fault: Fault) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("", buttons=FACES)
    town.telegram.faults.switch_on(fault, "editMessageText", calls=1)
    town.telegram.faults.switch_on(fault, "answerCallbackQuery", calls=1)
    await sam.taps("🙂")
    await recover(town)
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")


async def test_an_answer_counts_while_the_next_question_is_not_there(town: Town) -> None:
    """The tap waited at Telegram, and so did the next question here: it answered the newest that there was to see."""
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    question = sam.expects("", buttons=FACES)
    await town.wind(hours=23, minutes=30)
    sam.expects("", buttons=FACES)  # the nudge
    town.telegram.faults.switch_on(Fault.DOWN)
    await sam.taps("🙂", on=question.plain)
    await town.wind(hours=1)
    town.telegram.faults.switch_off()
    await recover(town)
    async with town.spoor.database.read() as session:
        assert list(await session.scalars(select(Checkin.face).order_by(Checkin.day))) == [4, None]
    sam.expects("Jij: 🙂", edited=True)
    sam.expects("Jij: 🙂", edited=True, buttons=[])
    sam.expects("", buttons=FACES, edited=False)
    lotte.expects("Sam: 🙂")


@pytest.mark.parametrize("fault", [*CERTAIN, *SILENT])
async def test_nobody_is_left_without_an_answer(town: Town, fault: Fault) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.faults.switch_on(fault, "sendMessage", calls=1)
    await sam.says("/hulp")
    await recover(town)
    marks = [MARK in message.plain for message in sam.sees() if message.from_bot]
    assert marks == {Fault.SILENT_BEFORE: [True], Fault.SILENT_AFTER: [False, True]}.get(fault, [False])
    for _ in marks:
        sam.expects("112")


async def test_a_picture_in_doubt_comes_again_and_says_so(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await lotte.says("/nieuw")
    lotte.expects("voornaam")
    await lotte.says("Sam")
    lotte.expects("Wanneer")
    await lotte.taps("Vandaag")
    lotte.expects("duo", edited=True)
    await lotte.taps("Later")
    lotte.expects("Klopt", edited=True)
    town.telegram.faults.switch_on(Fault.SILENT_BEFORE, "sendPhoto", calls=1)
    await lotte.taps("Klopt")
    await recover(town)
    lotte.expects("Sam", edited=True)
    assert MARK in lotte.expects("t.me", photo=True).plain


async def test_what_has_no_words_says_once_that_it_comes_again(town: Town) -> None:
    """However often it is tried after that."""
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "copyMessage", calls=1)
    town.telegram.faults.switch_on(Fault.INTERNAL, "copyMessage", calls=2)
    await sam.sends_sticker()
    await recover(town)
    sam.expects("Lotte")
    lotte.expects("Sam stuurt je dit:")
    lotte.expects("", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    assert lotte.expects("").plain == MARK
    lotte.expects("", buttons=["✍️ Antwoord", "✓ Al gesproken"])


@pytest.mark.parametrize("fault", CERTAIN)
async def test_what_somebody_says_waits_at_telegram(town: Town, fault: Fault) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.faults.switch_on(fault, "getUpdates", calls=1)
    await sam.says("/hulp")
    await town.settle()
    sam.expects("112")


# --- For a while ---


@pytest.mark.parametrize("fault", [Fault.DOWN, Fault.INTERNAL, Fault.SILENT_BEFORE, Fault.TOO_MANY])
async def test_a_cry_outlasts_ten_minutes_without_telegram(town: Town, fault: Fault) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(fault, *MESSAGES, retry_after=60)
    await sam.says("📞 Bel me")
    await town.wind(minutes=10)
    lotte.expects_nothing()
    town.telegram.faults.switch_off()
    await recover(town)
    lotte.expects("Sam")
    sam.expects("Wanneer wil je")
    sam.expects("Lotte")  # who chose nothing is called as soon as can be


async def test_a_cry_that_is_never_confirmed_is_not_repeated_for_ever(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await lotte.says("/hulp")
    lotte.expects("112")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage")
    await sam.says("📞 Bel me")
    await sam.taps("Zo snel mogelijk")
    await town.wind(minutes=14)
    assert await states(town, "call") == [OutboxState.UNKNOWN]
    copies = [message.plain for message in lotte.sees()[2:]]
    assert 2 < len(copies) < 20
    assert [MARK in copy for copy in copies] == [False] + [True] * (len(copies) - 1)
    hush(sam, lotte)


async def test_a_cry_that_somebody_took_up_is_not_repeated(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage")
    await sam.says("📞 Bel me")
    await sam.taps("Zo snel mogelijk")
    await lotte.taps("Ik bel nu")
    assert await states(town, "call") == [OutboxState.SENT]
    stood = len(lotte.sees())
    await town.wind(minutes=29)
    assert len(lotte.sees()) == stood
    hush(sam, lotte)


@pytest.mark.parametrize("who", ["Sam", "Lotte"])
@pytest.mark.parametrize("restarts", [False, True], ids=["it runs", "it was gone too"])
async def test_nobody_hears_anything_planned_at_night_because_telegram_was_gone(
    town: Town,
    restarts: bool,  # noqa: FBT001 - a row
    who: str,
) -> None:
    """It is not lost either: it comes in the morning."""
    sam, lotte = await sam_with_lotte(town, at=None)
    hears = {"Sam": sam, "Lotte": lotte}[who]
    await town.wind(hours=12)
    town.telegram.faults.switch_on(Fault.DOWN)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        manner = Manner("test", Lane.PLANNED)
        await occasion.say(Screen(Verbatim("iets van overdag")), await row_of(town, hears), manner)
    if restarts:
        await town.close()
        town.clock.wind(town.now() + timedelta(hours=2))
    else:
        await town.wind(hours=2)
    town.telegram.faults.switch_off()
    if restarts:
        await town.open()
    await recover(town)
    hears.expects_nothing()
    await town.wind(hours=12)
    hears.expects("iets van overdag")


async def test_nobody_is_nudged_who_answered_while_the_nudge_waited(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("", buttons=FACES)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await town.wind(hours=3, minutes=1)
    assert await states(town, "nudge") == [OutboxState.QUEUED]
    await sam.taps("🙂")
    sam.expects("Jij: 🙂", edited=True)
    town.telegram.faults.switch_off()
    await recover(town)
    lotte.expects("Sam: 🙂")
    sam.expects_nothing()


async def test_nobody_hears_of_a_silence_that_ended_while_the_word_waited(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(days=2)
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await town.wind(hours=2)
    assert await states(town, "silence") == [OutboxState.QUEUED]
    await sam.says("/hulp")
    town.telegram.faults.switch_off()
    await recover(town)
    for arrival in sam.unexpected():
        arrival.expected = True
    lotte.expects_nothing()


async def test_a_chat_that_must_wait_waits_with_everything(town: Town) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.TOO_MANY, "sendMessage", calls=1, retry_after=40)
    await town.wind(hours=1)
    asked = town.now()
    await town.wind(seconds=10)
    await sam.says("/hulp")
    await town.wind(seconds=20)
    sam.expects_nothing()
    await town.wind(seconds=10)
    sam.expects("112")
    sam.expects("", buttons=FACES)
    tries = [call.at - asked for call in town.telegram.calls.of("sendMessage") if call.chat_id in (None, sam.user.id)]
    assert not [wait for wait in tries if timedelta(0) < wait < timedelta(seconds=40)]


# --- In order ---


@pytest.mark.parametrize("fault", [*CERTAIN, Fault.SILENT_BEFORE])
async def test_the_order_is_kept_in_a_chat(town: Town, fault: Fault) -> None:
    _sam, lotte = await sam_with_lotte(town)
    said = ["een", "twee", "drie", "vier"]
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        for word in said:
            await occasion.say(Screen(Verbatim(word)), await row_of(town, lotte), Manner("test"))
    town.telegram.faults.switch_on(fault, "sendMessage", calls=2)
    await town.settle()
    await recover(town)
    arrived = [message.plain.rpartition("\n")[2] for message in lotte.sees()]
    assert arrived == said
    for word in said:
        lotte.expects(word)


# --- Twice ---


async def test_what_telegram_delivers_twice_happens_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.twice = True
    await sam.says("/hulp")
    sam.expects("112")
    await town.wind(hours=1)
    sam.expects("", buttons=FACES)
    await sam.taps("🙂")
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    await sam.taps("✍️")
    sam.expects("", edited=True)
    await sam.says("één keer")
    sam.expects("Jij: 🙂", edited=True)
    sam.expects("Lotte")
    lotte.expects("Sam schreef je iets.")
    await town.restart()
    async with town.spoor.database.read() as session:
        assert set(await session.scalars(select(Inbox.state))) == {InboxState.HANDLED}


# --- A crowd ---

CROWD = 2500
A_SECOND = timedelta(seconds=1)
STEP = timedelta(milliseconds=100)
TELEGRAMS_LIMIT = 30


async def queue_crowd(town: Town) -> None:
    """Thousands of planned messages, each to another chat."""
    async with town.spoor.database.write() as session:
        for number in range(CROWD):
            user = town.telegram.meet(f"Jongere {number}")
            town.telegram.accounts.change(user.id, opened=True)
            await outbox.add(
                session,
                chat_id=user.id,
                lane=Lane.PLANNED,
                kind="crowd",
                method="sendMessage",
                payload=Outgoing("sendMessage", {"chat_id": user.id, "text": "Hoe is 't?"}).write(),
                doubt=Doubt.LEAVE,
                created_at=town.now(),
            )


async def live(town: Town, span: timedelta) -> None:
    """So much time, in small steps, without waiting for the crowd to be through."""
    until = town.now() + span
    while town.now() < until:
        await town.spoor.receive.poll(timedelta(0))
        await town.spoor.settle()
        town.clock.wind(town.now() + STEP)


def busiest(calls: list[Call]) -> int:
    """The most messages in any one second."""
    moments = [call.at for call in calls]
    return max(sum(start <= moment < start + A_SECOND for moment in moments) for start in moments)


def first(town: Town, method: str, who: Phone, since: datetime) -> timedelta:
    """How long it took until this was asked of Telegram."""
    calls = town.telegram.calls.of(method)
    return next(call.at for call in calls if call.chat_id in (None, who.user.id) and call.at >= since) - since


async def test_a_tap_in_a_crowd_is_answered_at_once(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    sam.expects("", buttons=FACES)
    await queue_crowd(town)
    await live(town, 2 * A_SECOND)
    tapped, message = town.now(), sam.sees()[-1]
    town.telegram.tap(sam.user, message.id, message.buttons[3].data or "")
    await live(town, 2 * A_SECOND)
    sam.expects("Jij: 🙂", edited=True)
    lotte.expects("Sam: 🙂")
    assert first(town, "answerCallbackQuery", sam, tapped) <= STEP
    assert first(town, "editMessageText", sam, tapped) <= STEP
    calls = list(town.telegram.calls.of(*MESSAGES))
    assert not [call for call in calls if call.status == 429]
    crowd = sum(call.method == "sendMessage" for call in calls)
    assert 50 < crowd < CROWD
    assert busiest(calls) <= TELEGRAMS_LIMIT
