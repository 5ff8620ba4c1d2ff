"""Lives and stretches, each run with a bot of its own in a folder of its own."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sandbox.town import Town
from store import joining
from tests.database import stay_in_this_thread, wait_for_no_disk
from tests.fuzz.cast import Cast, gather, on_their_phones
from tests.fuzz.life import life
from tests.fuzz.payloads import Known
from tests.fuzz.stretch import STRETCH, stretch
from tests.people import row_of


@asynccontextmanager
async def new_town() -> AsyncIterator[Town]:
    """The assembled bot on an empty database, which waits for no other thread and for no disk."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        stay_in_this_thread(patch)
        wait_for_no_disk(patch)
        town = Town(Path(folder))
        await town.open()
        try:
            yield town
        finally:
            await town.close()


def a_life(seed: int, number: int, length: int) -> list[str]:
    """What is wrong after this life of so many updates."""

    async def live() -> list[str]:
        async with new_town() as town:
            return [f"life {number}: {complaint}" for complaint in await life(town, seed, number, length)]

    return asyncio.run(live())


def stretches(seed: int, first: int, count: int, length: int = STRETCH) -> list[str]:
    """What is wrong with these stretches of payloads."""

    async def go() -> list[str]:
        async with new_town() as town:
            cast = await gather(town)
            known = await what_they_know(town, cast)
            each = [await stretch(town, cast, known, seed, number, length) for number in range(first, first + count)]
            return [str(found) for one in each for found in one]

    return asyncio.run(go())


async def what_they_know(town: Town, cast: Cast) -> Known:
    """Sam's numbers, everybody's buttons, a code that was a link of Sam's once, and one that never was."""
    async with town.spoor.database.write() as session:
        sam = await row_of(town, cast.phones["Sam"])
        code = await joining.invite(session, sam, None, town.now())
        await joining.withdraw(session, sam.id, town.now())
    return Known((*cast.numbers, *range(9)), on_their_phones(*cast.phones.values()), (code, "A" * 22))
