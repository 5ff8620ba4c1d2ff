"""The power fails: the log of the database ends at any byte, and what stands after that is anything."""

from __future__ import annotations

import asyncio
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.town import DATABASE
from tests.faults.forge import Process, forge
from tests.faults.home import Home
from tests.faults.ledger import see_that_it_is_sound, without_end
from tests.faults.test_between_steps import fresh_folder, story
from tests.faults.test_kill import SEED

CUTS = 200

# Stories, each of which stopped at another step and left another log.
STORIES = 4


async def stopped_within(home: Home, step: int) -> tuple[bytes, bytes]:
    """A database as a story left it that stopped at this step: the file as it was before, and the log beside it."""
    before = home.database.read_bytes()
    home.process = await home.begin(replace(home.life, killed_at=step))
    living = asyncio.create_task(story(home))
    await home.process.ended()
    living.cancel()
    # Only then any cut is one that could be: what is in the file already, was in the log as a whole.
    assert home.database.read_bytes() == before
    return before, home.database.with_name(f"{DATABASE}-wal").read_bytes()


def cut(log: bytes, chance: random.Random) -> bytes:
    """So far as it came to the disk; in half of them followed by what stood there before."""
    kept = log[: chance.randrange(len(log) + 1)]
    return kept + chance.randbytes(chance.randrange(8192)) if chance.random() < 0.5 else kept


async def begun_on(home: Home, database: Path) -> Process:
    """The bot, once it has caught up there."""
    settings = {**home.life.settings, "DATABASE_URL": f"sqlite:///{database}"}
    began = home.clock.now()
    process = await home.begin(replace(home.life, folder=str(database.parent), settings=settings))
    await home.polled()
    await home.until(lambda: not without_end(database, began))
    return process


@pytest.mark.fault
@pytest.mark.timeout(1800)
@pytest.mark.asyncio
@pytest.mark.parametrize("number", range(STORIES))
async def test_whatever_is_left_of_the_log_it_starts_on_a_database_that_is_sound(
    tmp_path: Path, fresh_database: Path, number: int
) -> None:
    chance = random.Random(f"{SEED} {number}")
    async with forge() as maker:
        home = Home(fresh_folder(tmp_path, fresh_database, number), maker)
        await home.open()
        try:
            file, log = await stopped_within(home, chance.randrange(40, 80))
            for attempt in range(CUTS // STORIES):
                database = tmp_path / f"cut {attempt}" / DATABASE
                database.parent.mkdir()
                database.write_bytes(file)
                database.with_name(f"{DATABASE}-wal").write_bytes(cut(log, chance))
                see_that_it_is_sound(database)
                await (await begun_on(home, database)).kill()
                see_that_it_is_sound(database)
                shutil.rmtree(database.parent)
        finally:
            await home.close()
