"""Every planned moment, every answer and everything people did has one end."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from programme.calendar import local_day, slot
from programme.workdays import A_DAY
from sandbox.faults import Fault
from sandbox.town import Town
from store import agenda, ledger
from store.agenda import Duty
from store.ledger import End, Slot
from store.tables import Inbox, InboxState, Outbox, OutboxState
from tests.people import sam_with_lotte
from tests.scenarios.test_push import hush


async def of_today(town: Town) -> dict[tuple[str, End | None, str], int]:
    """Everything of this day, counted."""
    today = local_day(town.now(), town.spoor.setting.zone)
    begin, end = (slot(day, time(0), town.spoor.setting.zone) for day in (today, today + A_DAY))
    async with town.spoor.database.read() as session:
        found = await ledger.between(session, begin, end)
        assert await ledger.without_end(session, town.now()) == []
    return {(one.kind, one.end, one.why): number for one, number in found.items()}


async def without_end(town: Town, now: datetime | None = None) -> list[str]:
    async with town.spoor.database.read() as session:
        return await ledger.without_end(session, now or town.now())


@pytest.mark.asyncio
async def test_an_answered_question_was_sent_and_its_nudge_was_not_needed(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await town.wind(hours=1)
    await sam.taps("🙂 Goed")
    await town.wind(hours=12)
    found = await of_today(town)
    assert found[Duty.CHECKIN, End.SENT, ""] == 1
    assert found[Duty.NUDGE, End.CANCELLED, "not needed"] == 1
    assert {end for kind, end, _ in found if kind == ledger.ANSWER} == {End.SENT}
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_who_blocked_the_bot_was_not_reached(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.blocks()
    await town.wind(hours=2)
    assert (await of_today(town))[Duty.CHECKIN, End.BLOCKED, "blocked"] == 1
    hush(lotte)


@pytest.mark.asyncio
async def test_who_turns_out_to_have_blocked_it_was_not_reached_either(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.accounts.change(sam.user.id, blocked=True)  # and Telegram did not say so
    await town.wind(hours=2)
    assert (await of_today(town))[Duty.CHECKIN, End.BLOCKED, "unreachable"] == 1
    hush(lotte)


@pytest.mark.asyncio
async def test_what_never_got_an_answer_is_unknown(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await town.wind(hours=2)
    assert (await of_today(town))[Duty.CHECKIN, End.UNKNOWN, "no answer from Telegram"] == 1
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_what_could_not_leave_in_time_expired(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.faults.switch_on(Fault.DOWN)
    await town.wind(hours=14, minutes=30)
    assert (await of_today(town))[Duty.CHECKIN, End.EXPIRED, "came too late"] == 1
    town.telegram.faults.switch_off()
    await town.wind(minutes=10)
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_after_stop_what_was_planned_is_cancelled(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/stop")
    await sam.taps("Ja, stop maar")
    await town.wind(hours=2)
    assert (await of_today(town))[Duty.CHECKIN, End.CANCELLED, "not wanted any more"] == 1
    hush(sam, lotte)


@pytest.mark.parametrize(
    ("label", "lost"),
    [("planned", ["planned: nudge"]), ("said", ["said: bench"]), ("heard", ["heard: update 900"])],
)
@pytest.mark.asyncio
async def test_what_comes_to_no_end_is_found(town: Town, label: str, lost: list[str]) -> None:
    """What no running bot would leave."""
    begin = town.now()
    async with town.spoor.database.write() as session:
        match label:
            case "planned":
                await agenda.plan(session, Duty.NUDGE, 1, begin, key="x")
            case "said":
                row = {"lane": "3 planned", "kind": "bench", "method": "sendMessage", "payload": "{}", "doubt": "leave"}
                session.add(Outbox(**row, state=OutboxState.SENDING, created_at=begin, chat_id=1))
            case _:
                session.add(Inbox(update_id=900, state=InboxState.NEW, received_at=begin, payload="{}"))
    assert await without_end(town) == []
    assert set(lost) <= set(await without_end(town, begin + timedelta(days=2)))


def test_of_several_messages_the_one_that_arrived_counts() -> None:
    assert Slot("x", End.SENT) != Slot("x", None)
    ranked = sorted([End.BLOCKED, None, End.SENT, End.EXPIRED], key=ledger._RANK.index)
    assert ranked == [None, End.SENT, End.BLOCKED, End.EXPIRED]
