"""A bot in a process of its own, the people it knows, and a Telegram between them on a socket."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings
from sandbox.api import bot_api
from sandbox.serving import Server, address, open_door, serving
from sandbox.town import DATABASE, Town
from tests.faults.forge import Forge, Process, forge
from tests.faults.launcher import Life
from tests.faults.ledger import see_that_it_is_sound, without_end
from tests.faults.shared_clock import SharedClock

MORNING = datetime(2026, 11, 24, 7, 50, tzinfo=UTC)
PATIENCE = 60


class House:
    """The town's people and database; `life` says how the next process begins, `clock` is its clock and `town.clock`
    that of everybody else."""

    def __init__(self, folder: Path, maker: Forge | None = None) -> None:
        """With a forge that is there already, or one of its own."""
        self.folder = folder
        self.clock = SharedClock(folder / "clock")
        self.town = Town(folder, clock=SharedClock(folder / "everybody's clock"))
        self.telegram = self.town.telegram
        self.wind(MORNING)
        self.life: Life
        self.process: Process
        self.was_killed = False
        """Whether a process was, that had to be started again."""
        self._lasting = AsyncExitStack()
        self._supervising: asyncio.Task[None] | None = None
        self._forge = maker

    async def open(self) -> None:
        """Everybody moves in; Telegram opens."""
        await self.town.open()
        await self.move_in()
        await self.town.close()
        door, server = open_door(0), Server(bot_api(self.telegram, over_sockets=True))
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # whoever is killed hangs up
        await self._lasting.enter_async_context(serving(server, door))
        self._forge = self._forge or await self._lasting.enter_async_context(forge())
        settings = self._settings(address(door).rstrip("/"))
        self.life = Life(str(self.folder), settings, str(self.folder / "log"), str(self.folder / "clock"), sooner=True)

    async def move_in(self) -> None:
        """Whoever lives here."""

    def _settings(self, api: str) -> dict[str, str]:
        """Ours, and nothing of who runs the tests."""
        kept = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
        return kept | {
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": api,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SPOOR_KEY": self.town.settings.spoor_key.get_secret_value(),
            "LOG_LEVEL": "ERROR",
        }

    def set(self, **settings: str) -> None:
        """From the next start on."""
        self.life = replace(self.life, settings={**self.life.settings, **settings})

    @property
    def database(self) -> Path:
        """The file."""
        return self.folder / DATABASE

    def log(self) -> str:
        """What the bot wrote in its log."""
        return Path(self.life.log).read_text()

    def wind(self, to: datetime) -> None:
        """Everywhere."""
        self.clock.wind(to)
        assert isinstance(self.town.clock, SharedClock)
        self.town.clock.wind(to)

    async def close(self) -> None:
        """Telegram closes."""
        await self._lasting.aclose()
        await self.town.close()

    async def start(self) -> None:
        """Begin a life of the bot."""
        self.process = await self.begin(self.life)

    async def begin(self, life: Life) -> Process:
        """Begin any life."""
        assert self._forge is not None
        return await self._forge.start(life)

    async def polled(self) -> None:
        """Until the bot has asked for news, and Telegram holds its next question open."""
        polls = self.telegram.calls.of("getUpdates")
        await self.until(lambda: len(self.telegram.calls.of("getUpdates")) > len(polls))
        await asyncio.sleep(0.3)

    def restarts_when_killed(self) -> None:
        """As a supervisor does it."""
        self._supervising = asyncio.create_task(self._supervise())

    async def _supervise(self) -> None:
        self.was_killed = await self.process.ended() == -signal.SIGKILL
        see_that_it_is_sound(self.database)
        await self.start()

    async def kill(self) -> None:
        """SIGKILL, for good. What is left behind is sound. Raises RuntimeError when the bot had ended by itself."""
        if self._supervising is not None:
            self._supervising.cancel()
        await self.process.kill()
        see_that_it_is_sound(self.database)

    async def stop(self) -> int:
        """SIGTERM; what it ended with."""
        return await self.process.sent(signal.SIGTERM)

    async def caught_up(self, since: datetime) -> None:
        """Until all that was to be done before this moment has an end."""
        await self.until(lambda: not without_end(self.database, since))

    async def until(self, is_so: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Until it is so."""
        async with asyncio.timeout(seconds):
            while not is_so():  # noqa: ASYNC110 - it is up to another process
                await asyncio.sleep(0.02)
