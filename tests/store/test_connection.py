"""One errand to the thread of a connection for each statement."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from store.connection import Connection, connect


@pytest_asyncio.fixture
async def connection(tmp_path: Path) -> AsyncIterator[Connection]:
    opened = connect(str(tmp_path / "some.db"), isolation_level=None)
    async with opened:
        yield opened


class Errands(list[Callable[..., Any]]):
    """What a connection was asked to do."""


@pytest_asyncio.fixture
async def errands(monkeypatch: pytest.MonkeyPatch) -> Errands:
    went, really = Errands(), Connection._execute

    async def note(connection: Connection, function: Callable[..., Any], *arguments: Any) -> Any:
        went.append(function)
        return await really(connection, function, *arguments)  # type: ignore[no-untyped-call]

    monkeypatch.setattr(Connection, "_execute", note)
    return went


@pytest.mark.asyncio
async def test_all_of_a_statement_is_one_errand(connection: Connection, errands: Errands) -> None:
    for statement in ("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)", "SELECT * FROM word"):
        errands.clear()
        cursor = await connection.cursor().__aenter__()  # as SQLAlchemy opens it
        await cursor.execute(statement)
        await cursor.fetchall()
        await cursor.close()
        assert len(errands) == 1


@pytest.mark.asyncio
async def test_what_a_statement_tells(connection: Connection) -> None:
    cursor = connection.cursor()
    await cursor.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")
    assert (cursor.description, list(await cursor.fetchall())) == (None, [])
    await cursor.executemany("INSERT INTO word (text) VALUES (?)", [("een",), ("twee",)])
    assert cursor.rowcount == 2
    await cursor.execute("INSERT INTO word (text) VALUES (?)", ("drie",))
    assert (cursor.rowcount, cursor.lastrowid) == (1, 3)
    await cursor.execute("UPDATE word SET text = text || '!' WHERE id > ? RETURNING text", (1,))
    assert ([name for name, *_ in cursor.description], cursor.rowcount) == (["text"], 2)
    assert list(await cursor.fetchall()) == [("twee!",), ("drie!",)]


@pytest.mark.asyncio
async def test_what_is_refused_is_told_and_leaves_nothing_of_the_statement_before(connection: Connection) -> None:
    await connection.cursor().execute("CREATE TABLE word (text TEXT UNIQUE)")
    cursor = connection.cursor()
    await cursor.execute("INSERT INTO word VALUES ('een') RETURNING text")
    with pytest.raises(sqlite3.IntegrityError):
        await cursor.execute("INSERT INTO word VALUES ('een') RETURNING text")
    assert list(await cursor.fetchall()) == []
