"""A database that was right and cannot be written any more: the process ends, and says in a sentence why."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from bot.ending import CannotGoOn
from bot.run import Run
from sandbox.town import Town
from tests.bot.process import PATIENCE


async def with_each_connection(town: Town, pragma: str) -> None:
    """Those that there are, and those to come."""

    def tell(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    await town.spoor.database.close()
    event.listen(town.spoor.database.engine.sync_engine, "connect", tell)


@contextmanager
def somebody_holds(town: Town) -> Iterator[None]:
    """With a transaction that another process left open."""
    with closing(sqlite3.connect(town.spoor.database.path or "", isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        yield


async def run(town: Town) -> None:
    """The process, until it ends."""
    async with asyncio.timeout(PATIENCE):
        await Run(town.spoor, town.spoor.receive.run).run()


@pytest.mark.asyncio
async def test_without_room_it_says_so(town: Town) -> None:
    await with_each_connection(town, "max_page_count = 1")  # no more than it has
    for _ in range(20):
        town.telegram.write(town.telegram.meet("Kobe"), "a" * 4000)
    with pytest.raises(CannotGoOn, match="has room"):
        await run(town)


@pytest.mark.asyncio
async def test_while_it_is_held_for_too_long_it_says_so_at_the_start_too(town: Town) -> None:
    await with_each_connection(town, "busy_timeout = 1")
    with somebody_holds(town), pytest.raises(CannotGoOn, match="Another process holds"):
        await run(town)
