"""A Telegram that is slow, silent, down or out of order, as the switches say."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

import httpx
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.faults import Fault, Switch
from sandbox.telegram import Telegram

HELD_OPEN = "getUpdates"
BROKEN = Switch(Fault.DOWN)
DONE_ALL_THE_SAME = {Fault.SILENT_AFTER, Fault.RESET_AFTER}
RESETS = {Fault.RESET_BEFORE, Fault.RESET_AFTER}
WEB_PAGE = "<html><body><h1>502 Bad Gateway</h1></body></html>"


class Sick:
    """Stands before the Bot API and spoils the calls that are switched to fail."""

    def __init__(self, healthy: ASGIApp, telegram: Telegram, *, over_sockets: bool) -> None:
        self._healthy = healthy
        self._telegram = telegram
        self._over_sockets = over_sockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        method = scope.get("path", "").rpartition("/")[2] if scope["type"] == "http" else ""
        switch = self._telegram.faults.strike(method)
        if self._telegram.faults.seconds and not self._telegram.faults.hurried:
            await self._telegram.clock.sleep(self._telegram.faults.seconds)
        if switch is not None:
            await self._spoil(switch, method, scope, receive, send)
        elif method != HELD_OPEN:
            await self._healthy(scope, receive, send)
        elif not await self._holds(scope, receive, send):
            await self._spoil(BROKEN, method, scope, receive, send)

    async def _holds(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Whether a call that is held open got its answer before the connection broke."""
        answer = asyncio.create_task(_run(self._healthy(scope, receive, send)))
        broken = asyncio.create_task(self._telegram.faults.cut.wait())
        try:
            await asyncio.wait({answer, broken}, return_when=asyncio.FIRST_COMPLETED)
            if answered := answer.done():
                await answer
            return answered
        finally:
            for task in (answer, broken):
                task.cancel()

    async def _spoil(self, switch: Switch, method: str, scope: Scope, receive: Receive, send: Send) -> None:
        if switch.fault in DONE_ALL_THE_SAME:
            await self._healthy(scope, receive, _unheard)
        answer = self._wrong_answer(switch)
        self._telegram.calls.add(method, None, answer.status_code if answer else None, switch.fault.name)
        if answer:
            await answer(scope, receive, send)
        elif self._over_sockets:
            await _hang(receive)
        else:
            raise _no_answer(switch.fault)

    def _wrong_answer(self, switch: Switch) -> Response | None:
        match switch.fault:
            case Fault.TOO_MANY:
                return _error(429, f"Too Many Requests: retry after {switch.retry_after}", switch.retry_after)
            case Fault.INTERNAL:
                return _error(500, "Internal Server Error")
            case Fault.BAD_GATEWAY:
                return PlainTextResponse(WEB_PAGE, 502, media_type="text/html")
            case Fault.DOWN if self._over_sockets:
                # An open port cannot refuse; what a bot can tell for certain from this is the same: not done.
                return PlainTextResponse(WEB_PAGE, 502, media_type="text/html")
            case _:
                return None


def _error(status: int, description: str, retry_after: int | None = None) -> Response:
    body = {"ok": False, "error_code": status, "description": description}
    parameters = {} if retry_after is None else {"parameters": {"retry_after": retry_after}}
    return JSONResponse(body | parameters, status)


def _no_answer(fault: Fault) -> httpx.TransportError:
    if fault is Fault.DOWN:
        return httpx.ConnectError("All connection attempts failed")
    if fault in RESETS:
        return httpx.ReadError("Connection reset by peer")
    return httpx.ReadTimeout("The read operation timed out")


async def _run(answer: Awaitable[None]) -> None:
    await answer


async def _unheard(_: Message) -> None:
    """The answer gets lost."""


async def _hang(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
