"""The sandbox's web page: phones side by side, a clock to wind, the journal as it grows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sandbox.control import Control
from sandbox.page_files import PageFiles
from sandbox.page_stream import Streams
from sandbox.page_town import PageTown
from sandbox.telegram import Telegram

STATIC = Path(__file__).parent / "static"

#: Names under which the page answers: it is for the machine it runs on, and no other site may pose as it.
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


def sandbox_page(
    telegram: Telegram, town: PageTown, *, run: str, pulse: float = 1.0, names: tuple[str, ...] = LOCAL_NAMES
) -> Starlette:
    """The page on this Telegram and town. `run` names this run of the sandbox; `pulse` is in real seconds."""
    return page_on(telegram, town, Streams(telegram, town, run=run, pulse=pulse), names=names)


def page_on(
    telegram: Telegram,
    town: PageTown,
    streams: Streams,
    *,
    names: tuple[str, ...] = LOCAL_NAMES,
    more: Sequence[Route] = (),
) -> Starlette:
    """The page that hears these streams, and answers `more` besides."""
    return Starlette(
        routes=[
            Route("/", _index),
            Mount("/static", StaticFiles(directory=STATIC)),
            *PageFiles(telegram).routes(),
            *Control(telegram, town, streams).routes(),
            *more,
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(names)),
            Middleware(_Headers),
        ],
    )


async def _index(_: Request) -> Response:
    return FileResponse(STATIC / "index.html")


class _Headers:
    """Tells browsers to run nothing but the page's own files, and to ask for fresh ones."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
