"""The Bot API over HTTP, as bots know it from api.telegram.org."""

from __future__ import annotations

import re
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from sandbox.methods import METHODS
from sandbox.parameters import Parameters, read
from sandbox.refusals import NOT_FOUND, UNAUTHORIZED, RefusedError
from sandbox.sick import Sick
from sandbox.telegram import Telegram

_TOKEN = re.compile(r"\d+:[\w-]{30,}")


def bot_api(telegram: Telegram, *, over_sockets: bool = False) -> ASGIApp:
    """`/bot<token>/<method>` and `/file/bot<token>/<path>` of this Telegram.

    Faults that leave a call without an answer raise httpx's own errors, for a bot that calls in process
    (`httpx.ASGITransport`). `over_sockets` makes them real silence instead.
    """
    api = _Api(telegram)
    routes = [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.file),
    ]
    return Sick(Starlette(routes=routes), telegram, over_sockets=over_sockets)


class _Api:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def call(self, request: Request) -> Response:
        method, asked = str(request.path_params["method"]), Parameters({}, {})
        try:
            self._admit(request)
            asked = await read(request)
            answer = await self._answer(method.lower(), asked)
        except RefusedError as refusal:
            self._log(method, asked, refusal.status, refusal.description)
            return _refused(refusal)
        self._log(method, asked, 200, None)
        return JSONResponse({"ok": True, "result": answer})

    async def file(self, request: Request) -> Response:
        media = self._telegram.files.find(request.path_params["path"])
        if request.path_params["token"] != self._telegram.token or media is None:
            return _refused(NOT_FOUND)
        return Response(media.file.content, media_type=media.file.mime)

    def _admit(self, request: Request) -> None:
        token = request.path_params["token"]
        if token != self._telegram.token:
            raise UNAUTHORIZED if _TOKEN.fullmatch(token) else NOT_FOUND

    async def _answer(self, method: str, asked: Parameters) -> Any:
        if method not in METHODS:
            raise NOT_FOUND
        return await METHODS[method](self._telegram, asked)

    def _log(self, method: str, asked: Parameters, status: int, description: str | None) -> None:
        chat_id = asked.text("chat_id")
        known = int(chat_id) if re.fullmatch(r"-?\d+", chat_id) else None
        self._telegram.calls.add(method, known, status, description)


def _refused(refusal: RefusedError) -> Response:
    body: dict[str, Any] = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return JSONResponse(body, refusal.status)
