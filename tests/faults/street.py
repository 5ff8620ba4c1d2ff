"""Fifty youths, some begeleiders, and a bot in a process of its own that can be killed."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import uvicorn

from programme.checkin import Face
from sandbox.api import bot_api
from sandbox.model import Message
from sandbox.phone import Person as Phone
from sandbox.town import Town
from tests import people
from tests.faults.shared_clock import SharedClock

YOUTHS = 50
BEGELEIDERS = 5
MORNING = datetime(2026, 11, 24, 7, 50, tzinfo=UTC)


class Process:
    """The bot, as a process on this street's Telegram."""

    def __init__(self, environment: dict[str, str], clock_file: Path) -> None:
        self._environment = environment
        self._clock_file = clock_file
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Begin a life."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.faults.bot_process", str(self._clock_file), env=self._environment
        )

    async def kill(self) -> None:
        """SIGKILL: no goodbye, nothing finished. Raises RuntimeError when it had ended by itself."""
        assert self._process is not None
        if self._process.returncode is not None:
            raise RuntimeError(f"the bot ended by itself, with {self._process.returncode}")
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()


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
        self._port = _free_port()
        self._server = uvicorn.Server(
            uvicorn.Config(
                bot_api(self.telegram, over_sockets=True), host="127.0.0.1", port=self._port, log_level="critical"
            )
        )
        self.process = Process(self._environment(), folder / "clock")

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{self._port}",
            "DATABASE_URL": f"sqlite:///{self._folder / 'spoor.db'}",
            "SPOOR_KEY": self.town.settings.spoor_key.get_secret_value(),
            "LOG_LEVEL": "ERROR",
        }

    async def open(self) -> None:
        """Everybody moves in; Telegram opens."""
        await self.town.open()
        self.guides = [await people.staff(self.town, f"Begeleider{number}") for number in range(BEGELEIDERS)]
        for number in range(YOUTHS):
            at = time(9 + number % 9, 15 * (number % 4))
            guide = self.guides[number % BEGELEIDERS]
            self.youths.append(await people.youth(self.town, f"Jongere{number}", guide, at=at))
        await self.town.close()
        self._serving = asyncio.create_task(self._server.serve())
        while not self._server.started:  # noqa: ASYNC110 - uvicorn tells in no other way
            await asyncio.sleep(0.01)

    async def close(self) -> None:
        """Telegram closes."""
        self._server.should_exit = True
        await self._serving

    def polls(self) -> int:
        """How often the bot asked for news."""
        return len(self.telegram.calls.of("getUpdates"))

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


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
