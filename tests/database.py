"""A database for each test, cheaply: the tables are made once, and nobody waits for another thread or for the disk."""

from __future__ import annotations

import asyncio
from asyncio import Future
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aiosqlite.core
import pytest

import store.database
from store.database import Database
from store.migrate import migrate
from store.sealed import Vault, new_key, read_keys


def make_fresh(path: Path) -> None:
    """A database in today's form with nothing in it, made by the real steps; sealed columns take any key."""

    async def make() -> None:
        database = Database(f"sqlite:///{path}", Vault(read_keys(new_key())))
        await migrate(database)
        await database.close()

    asyncio.run(make())


def stay_in_this_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let aiosqlite do what it is asked at once. Whoever asked still waits one round of the loop for the answer, so
    that tasks take turns as they do otherwise; but going to a thread and back costs more than the statement itself.
    """
    monkeypatch.setattr(aiosqlite.core, "SimpleQueue", _AtOnce)
    monkeypatch.setattr(aiosqlite.core, "Thread", _NoThread)


def wait_for_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a commit return before the disk has it: nobody cuts the power in a test."""
    hurried = [pragma.replace("synchronous = FULL", "synchronous = OFF") for pragma in store.database.PRAGMAS]
    monkeypatch.setattr(store.database, "PRAGMAS", tuple(hurried))


class _AtOnce:
    """The queue of a connection, and whoever empties it."""

    def put_nowait(self, asked: tuple[Future[Any] | None, Callable[[], Any]]) -> None:
        answer, function = asked
        try:
            tell = partial(aiosqlite.core.set_result, result=function())
        except Exception as error:
            tell = partial(aiosqlite.core.set_exception, e=error)
        if answer is not None:
            answer.get_loop().call_soon(tell, answer)


class _NoThread:
    def __init__(self, **_: object) -> None:
        self.daemon = True

    def start(self) -> None:
        """There is nothing to start."""
