"""A demo on which stories can be played."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.clock import SystemClock
from sandbox.cast import DEMO
from sandbox.house import House
from sandbox.player import Pace
from sandbox.playhouse import Playhouse
from sandbox.serving import Server, address, open_door, serving

#: One's own house, without its days before: opens sooner.
OWN = replace(DEMO.only("Mo", "An", "Lotte", "Noor"), past=())
#: Waits at every step until one asks for the next.
FOR_EVER = Pace(letter=1_000, act=0, rest=1_000)


@asynccontextmanager
async def playing(folder: Path, pace: Pace) -> AsyncIterator[str]:
    """The demo lives; the address of its page."""
    house = House(folder, OWN, SystemClock())
    playhouse = Playhouse(house, run="own", pulse=0.02, pace=pace)
    server, door = Server(playhouse), open_door(0)
    try:
        await house.open()
        async with house.living(), serving(server, door):
            yield address(door)
            await playhouse.stop()
    finally:
        await house.close()
