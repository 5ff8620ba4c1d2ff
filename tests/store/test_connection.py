"""What goes to the thread of a connection, and what a statement tells."""

from __future__ import annotations

import asyncio
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


class Errands(list[str]):
    """What a connection left to its thread."""


@pytest_asyncio.fixture
async def errands(monkeypatch: pytest.MonkeyPatch) -> Errands:
    went, really = Errands(), Connection._execute

    async def note(connection: Connection, function: Callable[..., Any], *arguments: Any) -> Any:
        went.append(next((each for each in arguments if isinstance(each, str) and " " in each), function.__name__))
        return await really(connection, function, *arguments)

    monkeypatch.setattr(Connection, "_execute", note)
    return went


async def say(connection: Connection, *statements: str) -> None:
    """As SQLAlchemy does."""
    for statement in statements:
        cursor = await connection.cursor().__aenter__()
        await cursor.execute(statement)
        await cursor.fetchall()
        await cursor.close()


@pytest.mark.asyncio
async def test_only_what_may_take_long_goes_to_the_other_thread(connection: Connection, errands: Errands) -> None:
    await say(connection, "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)")
    errands.clear()
    await say(connection, "BEGIN IMMEDIATE", "INSERT INTO word (text) VALUES ('een')", "SAVEPOINT one")
    await say(connection, "UPDATE word SET text = 'twee'", "RELEASE one", "SELECT * FROM word")
    await connection.commit()
    await say(connection, "BEGIN", "SELECT * FROM word")
    await connection.rollback()
    await say(connection, "DELETE FROM word", "PRAGMA wal_checkpoint(TRUNCATE)")
    assert errands == ["BEGIN IMMEDIATE", "commit", "DELETE FROM word", "PRAGMA wal_checkpoint(TRUNCATE)"]


@pytest.mark.asyncio
async def test_nobody_waits_with_a_writer_who_was_told_to_stop(connection: Connection, tmp_path: Path) -> None:
    """It waits for the lock in its thread; what is asked of the connection meanwhile waits there too, and not here."""
    await say(connection, "PRAGMA journal_mode = WAL", "CREATE TABLE word (text TEXT)", "PRAGMA busy_timeout = 30000")
    other = sqlite3.connect(tmp_path / "some.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = asyncio.create_task(say(connection, "BEGIN IMMEDIATE"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    writer.cancel()
    undo = asyncio.create_task(connection.rollback())
    await asyncio.sleep(0)
    assert not undo.done()
    other.execute("ROLLBACK")  # which nobody here could say if the loop waited
    await undo
    assert not connection.in_transaction
    other.close()


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
