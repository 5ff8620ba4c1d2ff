"""A sign of life goes out every minute in which all is well, and in no other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from bot.ping import EVERY, Ping
from sandbox.clock import WoundClock
from sandbox.town import START, Town

URL = "https://watch.example.org/geheim-adres"


class Minutes(WoundClock):
    """So many minutes pass, at once; then nothing happens any more."""

    def __init__(self, minutes: int, each: Callable[[float], None] = lambda _: None) -> None:
        super().__init__(START)
        self._left, self._each, self.passed = minutes, each, 0.0

    def running(self) -> float:
        """Seconds slept so far."""
        return self.passed

    async def sleep(self, seconds: float) -> None:
        """Until they are over."""
        if self._left == 0:
            raise asyncio.CancelledError
        self._left -= 1
        self._each(self.passed)
        self.passed += seconds


async def pings(clock: Minutes, *successes: Callable[[], float | None], status: int = 200) -> list[str]:
    """The addresses that are called."""
    called: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        called.append(str(request.url))
        if status == 0:
            raise httpx.ConnectError("nothing there", request=request)
        return httpx.Response(status)

    with pytest.raises(asyncio.CancelledError):
        await Ping(URL, clock, httpx.MockTransport(answer)).run(*successes)
    return called


@pytest.mark.asyncio
async def test_every_minute_while_all_is_well() -> None:
    clock = Minutes(3)
    assert await pings(clock, clock.running, clock.running) == [URL] * 3


@pytest.mark.asyncio
async def test_not_while_one_of_them_is_not() -> None:
    clock = Minutes(5)
    assert await pings(clock, clock.running, lambda: min(clock.passed, 2 * EVERY)) == [URL] * 3
    assert await pings(Minutes(3), lambda: None) == []


@pytest.mark.parametrize("status", [0, 404, 500])
@pytest.mark.asyncio
async def test_who_does_not_answer_changes_nothing_and_the_address_is_in_no_log(
    capsys: pytest.CaptureFixture[str], status: int
) -> None:
    clock = Minutes(2)
    assert await pings(clock, clock.running, status=status) == [URL] * 2
    said = capsys.readouterr().out
    assert "HEALTH_PING_URL" in said
    assert "geheim" not in said


@pytest.mark.asyncio
async def test_the_bot_says_when_it_heard_and_did_what_fell_due(town: Town) -> None:
    assert town.spoor.tick.last_success is None
    await town.wind(seconds=5)
    assert town.spoor.tick.last_success is not None
    assert town.spoor.receive.last_success is not None
