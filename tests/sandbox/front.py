"""A Telegram with a bot of python-telegram-bot before it, and nothing of Spoor."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import httpx
import pytest
from _pytest.raises import RaisesExc
from telegram import Bot
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from sandbox.api import bot_api
from sandbox.clock import WoundClock
from sandbox.telegram import Telegram

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ADDRESS = "http://telegram.sandbox"


class Front:
    """What a test of the Bot API needs."""

    def __init__(self) -> None:
        self.clock = WoundClock(START)
        self.telegram = Telegram(self.clock)
        self.transport = httpx.ASGITransport(app=bot_api(self.telegram))
        self.bot = self.bot_with(self.telegram.token)
        self.sam = self.telegram.meet("Sam")

    def bot_with(self, token: str) -> Bot:
        """A bot with another token perhaps."""
        requests = [HTTPXRequest(httpx_kwargs={"transport": self.transport}) for _ in range(2)]
        return Bot(
            token,
            base_url=f"{ADDRESS}/bot",
            base_file_url=f"{ADDRESS}/file/bot",
            request=requests[0],
            get_updates_request=requests[1],
        )

    def opened(self) -> None:
        """Sam starts the bot, and the bot has seen it."""
        self.telegram.write(self.sam, "/start")
        self.telegram.updates.clear()


def refused(kind: type[TelegramError], why: str) -> RaisesExc[TelegramError]:
    """Expects this refusal; the library gives the text its own capital."""
    return pytest.raises(kind, match=f"(?i){re.escape(why)}")


@asynccontextmanager
async def front() -> AsyncIterator[Front]:
    """A front whose bot is ready, and closed afterwards."""
    made = Front()
    async with made.bot:
        yield made
