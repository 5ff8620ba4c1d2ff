"""The way in, by webhook: Telegram pushes, and hears "200" only once the update is stored."""

from __future__ import annotations

import hmac
import json
import socket
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
from telegram import Bot
from telegram.error import BadRequest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.clock import Clock
from bot.ending import CannotGoOn
from bot.patience import Patience
from bot.receive import WANTED, is_update, store
from store.database import Database

log = structlog.get_logger()

# Seconds.
LOOK_EVERY = 300.0

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

# An update is a few kilobytes; pictures are not in it.
LARGEST_BODY = 1024 * 1024

# The ports to which Telegram pushes. A web server with the certificate stands there, and passes on to ours.
TELEGRAMS_PORTS = frozenset({None, 443, 80, 88, 8443})
OUR_PORT = 8080


class Webhook:
    """An address for Telegram to push to."""

    def __init__(self, database: Database, clock: Clock, bot: Bot, url: str, secret: str) -> None:
        self._clock = clock
        self._bot = bot
        self._url = url
        self._secret = secret
        self._reached = False
        parts = urlsplit(url)
        self.port = OUR_PORT if parts.port in TELEGRAMS_PORTS else int(parts.port or 0)
        route = (parts.path or "/", _Door, {"database": database, "clock": clock, "secret": secret.encode()})
        self._application = Application([route], default_handler_class=_Nowhere, log_function=_say_nothing)

    @property
    def last_success(self) -> float | None:
        """Now, on the clock's `running`, while Telegram reaches us as far as it says; None while it does not."""
        return self._clock.running() if self._reached else None

    async def run(self, patience: Patience) -> None:
        """Listen for ever. Raises CannotGoOn when the address cannot be used, here or by Telegram."""
        server = HTTPServer(self._application, max_body_size=LARGEST_BODY, max_buffer_size=2 * LARGEST_BODY)
        server.add_socket(_listen(self.port))
        try:
            await patience.until_done(self._tell_telegram)
            await self._mind(patience)
        finally:
            server.stop()

    async def _mind(self, patience: Patience) -> None:
        """For ever: see that Telegram reaches us. It tries on by itself; what is in its way, a person has to mend."""
        waited = False
        while True:
            self._reached = not waited
            await self._clock.sleep(LOOK_EVERY)
            found = await patience.until_done(self._bot.get_webhook_info)
            if not found.url:
                raise CannotGoOn("Telegram pushes no more: see that nobody else uses this token, and start again.")
            if waited and found.pending_update_count and found.last_error_message:
                why = found.last_error_message
                log.error("Telegram cannot push to WEBHOOK_URL", waiting=found.pending_update_count, why=why)
            waited = found.pending_update_count > 0

    async def _tell_telegram(self) -> None:
        try:
            await self._bot.set_webhook(self._url, secret_token=self._secret, allowed_updates=WANTED)
        except BadRequest:
            raise CannotGoOn("Telegram does not accept WEBHOOK_URL: see that the name exists and its port.") from None


def _listen(port: int) -> socket.socket:
    try:
        door = socket.create_server(("", port))
    except OSError:
        raise CannotGoOn(f"Port {port} is taken: stop what listens there, then start again.") from None
    door.settimeout(0)
    return door


class _Quiet(RequestHandler):
    """Nobody needs to know what listens here."""

    def set_default_headers(self) -> None:
        """Without a name."""
        self.clear_header("Server")

    def write_error(self, status_code: int, **_why: Any) -> None:
        """The status says it."""
        self._end(HTTPStatus(status_code))

    def _end(self, status: HTTPStatus) -> None:
        self.set_status(status)
        self.finish()


class _Nowhere(_Quiet):
    def prepare(self) -> None:
        """Any other path."""
        self._end(HTTPStatus.NOT_FOUND)


class _Door(_Quiet):
    def initialize(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._secret = secret

    async def post(self) -> None:
        """One update."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            self._end(HTTPStatus.FORBIDDEN)
        elif (update := _read(self.request.body)) is None:
            self._end(HTTPStatus.BAD_REQUEST)
        else:
            await store(self._database, self._clock, [update])
            self._end(HTTPStatus.OK)


def _read(body: bytes) -> dict[str, Any] | None:
    """An update; None for anything else."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if is_update(update) else None


def _say_nothing(_request: RequestHandler) -> None:
    """Who comes to the door is not for the log."""
