"""Where stories are played over plain HTTP and in a real browser: a house of their own, and its page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.clock import SystemClock
from sandbox.cast import Cast
from sandbox.house import House
from sandbox.page import sandbox_page
from sandbox.serving import Server, address, open_door, serving
from sandbox.stories.eerste_dag import EERSTE_DAG
from sandbox.telegram import Telegram


@asynccontextmanager
async def first_morning(folder: Path, cast: Cast = EERSTE_DAG.cast) -> AsyncIterator[tuple[str, Telegram]]:
    """A new house with An in it, or with this cast, living: the address of its page, and its Telegram."""
    house = House(folder, cast, SystemClock())
    server = Server(sandbox_page(house.telegram, house, run="story", pulse=0.05))
    try:
        await house.open()
        door = open_door(0)
        async with house.living(), serving(server, door):
            yield address(door), house.telegram
    finally:
        await house.close()
