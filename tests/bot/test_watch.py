"""Patience with Telegram, and its end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.ending import CannotGoOn
from bot.patience import SAY_AGAIN_AFTER, Patience
from bot.receive import Receive
from bot.watch import DEAF_AFTER, is_deaf, watch
from sandbox.town import Town
from tests.bot.passing import PassingClock


def failing(*errors: TelegramError) -> Callable[[], Awaitable[str]]:
    """A request that fails in these ways, then succeeds."""
    left = list(errors)

    async def ask() -> str:
        if left:
            raise left.pop(0)
        return "done"

    return ask


@pytest.mark.parametrize(
    ("last_success", "running", "deaf"),
    [
        pytest.param(None, 1e6, False, id="never succeeded: the network is not there yet"),
        pytest.param(100.0, 100.0 + DEAF_AFTER, False, id="just not"),
        pytest.param(100.0, 100.1 + DEAF_AFTER, True, id="too long ago"),
    ],
)
def test_deaf(last_success: float | None, running: float, *, deaf: bool) -> None:
    assert is_deaf(last_success, running) is deaf


@pytest.mark.asyncio
async def test_the_watch_ends_the_process_after_ninety_seconds_without_word(town: Town) -> None:
    clock = PassingClock()
    receive = Receive(town.spoor.database, clock, town.spoor.bot)
    await receive.poll(timedelta(0))
    with pytest.raises(CannotGoOn, match="No word from Telegram for 90 seconds"):
        await watch(receive, clock)
    assert DEAF_AFTER < clock.passed <= DEAF_AFTER + 10


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("error", "says"),
    [
        pytest.param(Conflict("terminated by other"), "Another process", id="a second instance"),
        pytest.param(InvalidToken("Unauthorized"), "TELEGRAM_TOKEN", id="an unknown token"),
    ],
)
async def test_what_does_not_pass_ends_it(error: TelegramError, says: str) -> None:
    with pytest.raises(CannotGoOn, match=says):
        await Patience(PassingClock()).until_done(failing(error))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("errors", "seconds"),
    [
        pytest.param((), 0, id="nothing wrong"),
        pytest.param((NetworkError("down"),), 2, id="down"),
        pytest.param((TimedOut(), NetworkError("down")), 4, id="twice"),
        pytest.param((RetryAfter(7),), 7, id="as long as Telegram asks"),
        pytest.param((BadRequest("odd"),), 2, id="something odd"),
    ],
)
async def test_what_passes_is_tried_again(errors: tuple[TelegramError, ...], seconds: float) -> None:
    clock = PassingClock()
    assert await Patience(clock).until_done(failing(*errors)) == "done"
    assert clock.passed == seconds


@pytest.mark.asyncio
async def test_trouble_is_said_once_a_minute(capsys: pytest.CaptureFixture[str]) -> None:
    clock = PassingClock()
    await Patience(clock).until_done(failing(*[NetworkError("down")] * 91))
    assert clock.passed == 182
    assert capsys.readouterr().out.count("trying on") == 1 + 180 // SAY_AGAIN_AFTER
