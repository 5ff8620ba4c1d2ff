"""A sick Telegram, as a bot meets it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut

from sandbox.faults import Fault
from tests.sandbox.front import Front, front


def said(place: Front) -> list[str]:
    return [message.plain for message in place.telegram.messages(place.sam.id) if message.from_bot]


CASES: list[tuple[str, Fault, type[TelegramError], list[str]]] = [
    ("the connection is refused", Fault.DOWN, NetworkError, []),
    ("the request gets lost", Fault.SILENT_BEFORE, TimedOut, []),
    ("the answer gets lost", Fault.SILENT_AFTER, TimedOut, ["hello"]),
    ("the connection breaks before", Fault.RESET_BEFORE, NetworkError, []),
    ("the connection breaks after", Fault.RESET_AFTER, NetworkError, ["hello"]),
    ("too many", Fault.TOO_MANY, RetryAfter, []),
    ("a fault inside", Fault.INTERNAL, NetworkError, []),
    ("a bad gateway", Fault.BAD_GATEWAY, NetworkError, []),
]


@pytest.mark.asyncio
@pytest.mark.parametrize(("fault", "error", "shown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
async def test_a_fault(fault: Fault, error: type[TelegramError], shown: list[str]) -> None:
    async with front() as place:
        place.opened()
        place.telegram.faults.switch_on(fault, "sendMessage", calls=1)
        with pytest.raises(error):
            await place.bot.send_message(place.sam.id, "hello")
        assert said(place) == shown
        await place.bot.send_message(place.sam.id, "mended")
        assert said(place) == [*shown, "mended"]


@pytest.mark.asyncio
async def test_a_refused_connection_can_be_told_from_a_lost_answer() -> None:
    async with front() as place:
        place.opened()
        place.telegram.faults.switch_on(Fault.DOWN)
        with pytest.raises(NetworkError) as refused:
            await place.bot.send_message(place.sam.id, "hello")
        assert isinstance(refused.value.__cause__, httpx.ConnectError)


@pytest.mark.asyncio
async def test_a_poll_that_is_held_open_breaks_when_telegram_goes_down() -> None:
    async with front() as place:
        poll = asyncio.create_task(place.bot.get_updates(timeout=600))
        await place.telegram.updates.asked.wait()
        place.telegram.faults.switch_on(Fault.DOWN)
        with pytest.raises(NetworkError):
            await poll
        place.telegram.write(place.sam, "hello")
        place.telegram.faults.switch_off()
        assert [update.message and update.message.text for update in await place.bot.get_updates()] == ["hello"]


@pytest.mark.asyncio
async def test_a_slow_telegram_holds_nobody_up_while_a_clock_is_wound(monkeypatch: pytest.MonkeyPatch) -> None:
    async with front() as place:
        waits: list[float] = []
        monkeypatch.setattr(place.clock, "sleep", _noting(waits))
        place.telegram.faults.seconds, place.telegram.faults.hurried = 2.5, True
        await place.bot.get_me()
        assert waits == []


@pytest.mark.asyncio
async def test_faults_concern_only_the_methods_named_until_switched_off() -> None:
    async with front() as place:
        place.opened()
        place.telegram.faults.switch_on(Fault.INTERNAL, "sendPhoto", "getMe")
        await place.bot.send_message(place.sam.id, "hello")
        for _ in range(2):
            with pytest.raises(NetworkError):
                await place.bot.get_me()
        place.telegram.faults.switch_off(Fault.INTERNAL)
        await place.bot.get_me()


@pytest.mark.asyncio
async def test_every_update_comes_twice() -> None:
    async with front() as place:
        place.telegram.faults.twice = True
        place.telegram.write(place.sam, "hello")
        first = await place.bot.get_updates()
        again = await place.bot.get_updates(offset=first[-1].update_id + 1)
        assert [update.update_id for update in (*first, *again)] == [first[0].update_id] * 2


@pytest.mark.asyncio
async def test_a_slow_telegram_waits_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    async with front() as place:
        waits: list[float] = []
        monkeypatch.setattr(place.clock, "sleep", _noting(waits))
        place.telegram.faults.seconds = 2.5
        await place.bot.get_me()
        assert waits == [2.5]


def _noting(waits: list[float]) -> Callable[[float], object]:
    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    return sleep
