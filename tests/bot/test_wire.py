"""However late messages leave, no second sees more of them than Telegram takes."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from bot.pace import MOST
from bot.wire import SECOND, PacedRequest
from sandbox.clock import WoundClock
from sandbox.town import START


class Asleep(WoundClock):
    """Time passes by sleeping alone."""

    def __init__(self) -> None:
        super().__init__(START)
        self.passed = 0.0

    def running(self) -> float:
        """Seconds slept so far."""
        return self.passed

    async def sleep(self, seconds: float) -> None:
        """At once."""
        self.passed += seconds


@pytest.mark.asyncio
async def test_a_second_holds_so_many_messages_and_any_number_of_other_requests() -> None:
    clock, left = Asleep(), list[tuple[float, str]]()

    def answer(request: httpx.Request) -> httpx.Response:
        left.append((clock.passed, request.url.path.rpartition("/")[2]))
        return httpx.Response(200, json={"ok": True, "result": True})

    request = PacedRequest(clock, 8, httpx_kwargs={"transport": httpx.MockTransport(answer)})
    await request.initialize()
    asked = ["sendMessage", "editMessageText", "answerCallbackQuery"] * MOST
    await asyncio.gather(*(request.do_request(f"https://api/bot1/{method}", "POST") for method in asked))
    await request.shutdown()
    messages = [moment for moment, method in left if method != "answerCallbackQuery"]
    assert len(messages) == 2 * MOST
    assert max(sum(begin <= moment < begin + SECOND for moment in messages) for begin in messages) == MOST
