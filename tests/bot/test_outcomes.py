"""Each answer of Telegram, and what it means for a message: with the library's real errors, made by a real answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

import httpx
import pytest
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.outcomes import Verdict, judge

Answer = Callable[[httpx.Request], Coroutine[None, None, httpx.Response]]


def answers(status: int, description: str, **parameters: int) -> Answer:
    """A Telegram that says this."""

    async def answer(_: httpx.Request) -> httpx.Response:
        body = {"ok": False, "error_code": status, "description": description, "parameters": parameters}
        return httpx.Response(status, json=body)

    return answer


def page(status: int) -> Answer:
    """Something between Telegram and us that answers with a web page."""

    async def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, html="<html><body>nginx</body></html>")

    return answer


def breaks(error: httpx.TransportError) -> Answer:
    """A line that breaks in this way."""

    async def answer(request: httpx.Request) -> httpx.Response:
        error.request = request
        raise error

    return answer


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        pytest.param(answers(400, "Bad Request: message is not modified: specified new"), Verdict.FINE, id="same"),
        pytest.param(answers(400, "Bad Request: query is too old and response timeout"), Verdict.FINE, id="old tap"),
        pytest.param(answers(400, "Bad Request: can't parse entities"), Verdict.REFUSED, id="bad html"),
        pytest.param(answers(400, "Bad Request: chat not found"), Verdict.UNREACHABLE, id="no chat"),
        pytest.param(answers(403, "Forbidden: bot was blocked by the user"), Verdict.UNREACHABLE, id="blocked"),
        pytest.param(answers(403, "Forbidden: user is deactivated"), Verdict.UNREACHABLE, id="gone"),
        pytest.param(answers(429, "Too Many Requests", retry_after=7), Verdict.LATER, id="too fast"),
        pytest.param(answers(500, "Internal Server Error"), Verdict.AGAIN, id="500"),
        pytest.param(answers(502, "Bad Gateway"), Verdict.AGAIN, id="502"),
        pytest.param(answers(401, "Unauthorized"), Verdict.AGAIN, id="token"),
        pytest.param(page(502), Verdict.AGAIN, id="a gateway that finds no Telegram"),
        pytest.param(page(503), Verdict.AGAIN, id="a gateway that is closed"),
        pytest.param(page(504), Verdict.DOUBT, id="a gateway that waited in vain"),
        pytest.param(page(200), Verdict.DOUBT, id="an answer that nobody can read"),
        pytest.param(page(403), Verdict.AGAIN, id="a firewall, which nobody blocked us with"),
        pytest.param(page(400), Verdict.AGAIN, id="a proxy that does not like us"),
        pytest.param(breaks(httpx.ConnectError("no")), Verdict.AGAIN, id="network down"),
        pytest.param(breaks(httpx.ConnectTimeout("no")), Verdict.AGAIN, id="no connection"),
        pytest.param(breaks(httpx.PoolTimeout("no")), Verdict.AGAIN, id="no free connection"),
        pytest.param(breaks(httpx.ReadTimeout("no")), Verdict.DOUBT, id="no answer"),
        pytest.param(breaks(httpx.WriteTimeout("no")), Verdict.DOUBT, id="half sent"),
        pytest.param(breaks(httpx.ReadError("no")), Verdict.DOUBT, id="broken while reading"),
        pytest.param(breaks(httpx.RemoteProtocolError("no")), Verdict.DOUBT, id="hung up on"),
    ],
)
@pytest.mark.asyncio
async def test_what_an_answer_means(answer: Answer, verdict: Verdict) -> None:
    request = HTTPXRequest(httpx_kwargs={"transport": httpx.MockTransport(answer)})
    bot = Bot("1:" + "a" * 35, request=request)
    await request.initialize()
    with pytest.raises(TelegramError) as raised:
        await bot.send_message(1, "woorden")
    await request.shutdown()
    assert judge(raised.value) is verdict


def test_our_own_mistake_is_not_repeated() -> None:
    assert judge(KeyError("method")) is Verdict.REFUSED
