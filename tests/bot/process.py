"""`spoor` as a process of its own, before a Telegram on a real socket."""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings
from sandbox.api import bot_api
from sandbox.serving import Server, address, open_door, serving
from sandbox.telegram import Telegram
from store.sealed import new_key

HOME = Path(__file__).parents[2]

# linux/prctl.h, linux/capability.h: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH.
PR_CAPBSET_DROP = 24
CLOSED_DOORS = (1, 2)

# Generous: many tests run side by side.
PATIENCE = 60


@dataclass
class Place:
    """A folder to stand in, and a Telegram on a socket."""

    folder: Path
    api_url: str
    telegram: Telegram = field(default_factory=lambda: Telegram(SystemClock()))
    key: str = field(default_factory=new_key)
    humble: bool = False
    """Whether doors that are closed are closed to root as well."""

    def environment(self, **more: str) -> dict[str, str]:
        """Ours, and nothing of who runs the tests."""
        kept = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
        mine = {
            "PYTHONPATH": str(HOME),
            "TELEGRAM_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": self.api_url,
            "SPOOR_KEY": self.key,
        }
        return {**kept, **mine, **more}

    async def start(self, *arguments: str, **settings: str) -> Process:
        """Begin `spoor` with these arguments."""
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            cwd=self.folder,
            env=self.environment(**settings),
            stdout=PIPE,
            stderr=PIPE,
            preexec_fn=_obey_closed_doors if self.humble else None,
        )

    async def spoor(self, *arguments: str, **settings: str) -> Ended:
        """Do `spoor` with these arguments."""
        return await ended(await self.start(*arguments, **settings))

    async def until(self, is_so: Callable[[], object]) -> None:
        """Until it is so."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await self.telegram.clock.sleep(0.01)

    async def first_poll(self) -> None:
        """Until the bot asks for updates."""
        async with asyncio.timeout(PATIENCE):
            await self.telegram.updates.asked.wait()


def _obey_closed_doors() -> None:
    """Take from root, in the process about to begin, the right to pass them. Linux; nobody else has it."""
    if os.getuid() == 0:
        for right in CLOSED_DOORS:
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, right)


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    code: int | None
    out: str
    err: str


async def ended(process: Process) -> Ended:
    """Once it does."""
    async with asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
    return Ended(process.returncode, out.decode(), err.decode())


async def stopped(process: Process, how: signal.Signals = signal.SIGTERM) -> Ended:
    """Ask it to stop, and wait until it has."""
    process.send_signal(how)
    return await ended(process)


@asynccontextmanager
async def place(folder: Path) -> AsyncIterator[Place]:
    """With a Telegram that answers meanwhile."""
    door = open_door(0)
    made = Place(folder, address(door).rstrip("/"))
    async with serving(Server(bot_api(made.telegram, over_sockets=True)), door):
        yield made
