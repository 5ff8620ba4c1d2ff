"""Youths, some begeleiders, and a bot in a process of its own that can be killed."""

from __future__ import annotations

import asyncio
import logging
import os
import random
from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from programme.checkin import Face
from sandbox.api import bot_api
from sandbox.model import Message
from sandbox.phone import Person as Phone
from sandbox.serving import Server, address, open_door, serving
from sandbox.town import DATABASE, Town
from tests import people
from tests.faults.forge import Forge, Process, forge
from tests.faults.launcher import Life
from tests.faults.ledger import see_that_it_is_sound, without_end
from tests.faults.shared_clock import SharedClock

YOUTHS = 50
BEGELEIDERS = 5
MORNING = datetime(2026, 11, 24, 7, 50, tzinfo=UTC)
PATIENCE = 60


class Street:
    """The people, their phones, the clock, the killing."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.chance = chance
        self.clock = SharedClock(folder / "clock")
        self.clock.wind(MORNING)
        self.town = Town(folder, clock=self.clock)
        self.telegram = self.town.telegram
        self.guides: list[Phone] = []
        self.youths: list[Phone] = []
        self.tapped: dict[int, Face] = {}
        self.wrote: dict[int, list[str]] = {}
        self._folder = folder
        self._lasting = AsyncExitStack()
        self._forge: Forge
        self._life: Life
        self._process: Process

    async def open(self) -> None:
        """Everybody moves in; Telegram opens."""
        await self.town.open()
        self.guides = [await people.staff(self.town, f"Begeleider{number}") for number in range(BEGELEIDERS)]
        for number in range(YOUTHS):
            at = time(9 + number % 9, 15 * (number % 4))
            guide = self.guides[number % BEGELEIDERS]
            self.youths.append(await people.youth(self.town, f"Jongere{number}", guide, at=at))
        await self.town.close()
        door = open_door(0)
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # whoever is killed hangs up
        await self._lasting.enter_async_context(serving(Server(bot_api(self.telegram, over_sockets=True)), door))
        self._forge = await self._lasting.enter_async_context(forge())
        self._life = Life(
            str(self._folder),
            self._settings(address(door).rstrip("/")),
            log=str(self._folder / "log"),
            clock=str(self._folder / "clock"),
            sooner=True,
        )

    def _settings(self, api: str) -> dict[str, str]:
        return {
            **os.environ,
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": api,
            "DATABASE_URL": f"sqlite:///{self.database}",
            "SPOOR_KEY": self.town.settings.spoor_key.get_secret_value(),
            "LOG_LEVEL": "ERROR",
        }

    @property
    def database(self) -> Path:
        """The file."""
        return self._folder / DATABASE

    async def close(self) -> None:
        """Telegram closes."""
        await self._lasting.aclose()

    async def start(self) -> None:
        """Begin a life of the bot."""
        self._process = await self._forge.start(self._life)

    async def kill(self) -> None:
        """SIGKILL. What is left behind is sound. Raises RuntimeError when the bot had ended by itself."""
        await self._process.kill()
        see_that_it_is_sound(self.database)

    async def caught_up(self, since: datetime) -> None:
        """Until all that was to be done before this moment has an end."""
        async with asyncio.timeout(PATIENCE):
            while without_end(self.database, since):  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.02)

    async def live(self, seconds: float, wind: timedelta) -> None:
        """So much real time, in which the clock is wound by `wind` and people do what people do."""
        loop = asyncio.get_running_loop()
        until, steps = loop.time() + seconds, max(int(seconds / 0.05), 1)
        for _ in range(steps):
            self.clock.wind(self.clock.now() + wind / steps)
            self._somebody_acts()
            await asyncio.sleep(0.05)
        await asyncio.sleep(max(until - loop.time(), 0))

    def _somebody_acts(self) -> None:
        for youth in self.chance.sample(self.youths, 4):
            for message in self.faces_of(youth):
                self._act(youth, message)

    def _act(self, youth: Phone, message: Message) -> None:
        """Answer, answer otherwise, or add a word; each now and then."""
        faces = [button.data for button in message.buttons if (button.data or "").startswith("face:")]
        tells = [button.data for button in message.buttons if (button.data or "").startswith("tell:")]
        dice, me = self.chance.random(), youth.user.id
        if faces and dice < 0.5:
            data = self.chance.choice(faces) or ""
            self.telegram.tap(youth.user, message.id, data)
            self.tapped[me] = Face(int(data.split(":")[2]))
        elif tells and dice < 0.3 and me not in self.wrote:
            self.telegram.tap(youth.user, message.id, tells[0] or "")
            words = [f"woord {self.chance.randrange(10**9)}" for _ in range(self.chance.randint(1, 3))]
            for word in words:
                self.telegram.write(youth.user, word)
            self.wrote[me] = words

    def faces_of(self, youth: Phone) -> Iterator[Message]:
        """The check-ins on this phone, answered or not."""
        for message in self.telegram.messages(youth.user.id):
            if message.from_bot and any(
                (button.data or "").startswith(("face:", "tell:")) for button in message.buttons
            ):
                yield message
