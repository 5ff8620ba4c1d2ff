"""The first day in a new house: An invites Lotte, Lotte adds Sam, Sam takes part and answers, Lotte sees it.

Written once; played over plain HTTP and in a real browser.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Protocol

from bot.clock import SystemClock
from sandbox.cast import FIRST_DAY
from sandbox.house import House
from sandbox.page import sandbox_page
from sandbox.serving import Server, address, open_door, serving


class Stage(Protocol):
    """Where the story is played. Everything waits until it can be done."""

    async def says(self, name: str, text: str) -> None:
        """Somebody writes."""

    async def taps(self, name: str, label: str) -> None:
        """Somebody taps the newest button with this label."""

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""

    async def sees(self, name: str, text: str) -> None:
        """A message with this text is on somebody's phone."""

    async def winds_to_next(self) -> None:
        """The clock goes to the next thing that falls due."""


async def first_day(stage: Stage) -> None:
    """From an empty house to the first answer."""
    await stage.says("An", "/team")
    await stage.taps("An", "➕ Iemand uitnodigen")
    await stage.taps("An", "begeleider")
    await stage.sees("An", "Hoe heet de nieuwe begeleider?")
    await stage.says("An", "Lotte")
    await stage.taps("An", "Sla over")
    await stage.opens_link_of("Lotte", "An")
    await stage.sees("Lotte", "Welkom Lotte")

    await stage.says("Lotte", "/nieuw")
    await stage.sees("Lotte", "Hoe heet de jongere?")
    await stage.says("Lotte", "Sam")
    await stage.taps("Lotte", "Vandaag")
    await stage.taps("Lotte", "Later")
    await stage.taps("Lotte", "maak de link")
    await stage.opens_link_of("Sam", "Lotte")
    await stage.sees("Sam", "Ik ben een bot")
    await stage.taps("Sam", "Ik doe mee")
    await stage.taps("Sam", "10u")
    await stage.sees("Sam", "Ik vraag het je rond 10u")
    await stage.sees("Lotte", "Sam doet mee")

    await stage.winds_to_next()
    await stage.taps("Sam", "🙂 Goed")
    await stage.sees("Sam", "Jij: 🙂 Goed")
    await stage.sees("Lotte", "Sam: 🙂 Goed")


@asynccontextmanager
async def first_morning(folder: Path) -> AsyncIterator[str]:
    """A new house with An in it, living, and the address of its page."""
    house = House(folder, FIRST_DAY, SystemClock())
    server = Server(sandbox_page(house.telegram, house, run="story", pulse=0.05))
    try:
        await house.open()
        door = open_door(0)
        async with _living(house), serving(server, door):
            yield address(door)
    finally:
        await house.close()


@asynccontextmanager
async def _living(house: House) -> AsyncIterator[None]:
    life = asyncio.create_task(house.live())
    try:
        yield
    finally:
        life.cancel()
        with suppress(asyncio.CancelledError):
            await life
