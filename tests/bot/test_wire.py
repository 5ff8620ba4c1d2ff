"""However late messages leave, no second sees more of them than Telegram takes."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.pace import MOST
from bot.wire import SECOND, PacedRequest
from tests.bot.passing import PassingClock


class Far(httpx.AsyncBaseTransport):
    """Hears a request when all of it is there."""

    def __init__(self, clock: PassingClock) -> None:
        self._clock = clock
        self.heard: list[tuple[float, str, bytes]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """It went well."""
        assert isinstance(request.stream, httpx.AsyncByteStream)
        contents = b"".join([part async for part in request.stream])
        self.heard.append((self._clock.passed, request.url.path.rpartition("/")[2], contents))
        return httpx.Response(200, json={"ok": True, "result": True})


@pytest.mark.asyncio
async def test_a_second_holds_so_many_messages_and_any_number_of_other_requests() -> None:
    clock = PassingClock()
    far = Far(clock)
    request = PacedRequest(clock, 8, httpx_kwargs={"transport": far})
    await request.initialize()
    asked = ["sendMessage", "editMessageText", "answerCallbackQuery"] * MOST
    words = RequestData([RequestParameter.from_input("text", "dag")])
    await asyncio.gather(*(request.do_request(f"https://api/bot1/{method}", "POST", words) for method in asked))
    await request.shutdown()
    assert {contents for _, _, contents in far.heard} == {b"text=dag"}
    messages = [moment for moment, method, _ in far.heard if method != "answerCallbackQuery"]
    assert len(messages) == 2 * MOST
    assert max(sum(begin <= moment < begin + SECOND for moment in messages) for begin in messages) == MOST
