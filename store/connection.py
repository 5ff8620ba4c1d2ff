"""A connection to SQLite that goes to another thread only for what may take long.

aiosqlite has a thread for each connection, and going there and back costs ten times what most statements do. Left to
itself it goes four times for each: for a cursor, to execute, to fetch, to close. Here a statement that waits for
nobody is executed at once, with all of its rows, as nobody here reads a result in parts. In the other thread are those
that wait: for the lock (`BEGIN IMMEDIATE`), for the disk (a commit), or as long as there is much (`DELETE`, `PRAGMA`,
`VACUUM`). Once a writer has the lock, nothing it says waits; and with a write-ahead log neither does a reader.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

# What aiosqlite wants to know for reading a result in parts.
CHUNK = 64

# How a statement begins that is executed at once.
AT_ONCE = ("SELECT ", "INSERT ", "UPDATE ", "SAVEPOINT ", "RELEASE ", "ROLLBACK TO ")
BEGIN = "BEGIN"


class Connection(aiosqlite.Connection):
    """One whose cursors do all at once."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._errands: list[Any] = []
        """What the other thread still has to do."""

    def cursor(self) -> WholeCursor:  # type: ignore[override]
        """A cursor; nobody goes anywhere for it."""
        return WholeCursor(self)

    async def do(self, cursor: WholeCursor, how: str, statement: str, parameters: Any) -> None:
        """Execute a statement for `cursor`."""
        if self._errands or not (statement.startswith(AT_ONCE) or statement == BEGIN):
            await self._execute(cursor.do, self._conn, how, statement, parameters)
        else:
            await asyncio.sleep(0)  # others have their turn in between
            cursor.do(self._conn, how, statement, parameters)

    async def rollback(self) -> None:
        """Undo; also said when a reader is done."""
        if self._errands:  # of somebody who was told to stop while they waited: to meet it here would hold up everybody
            await super().rollback()
        else:
            self._conn.rollback()

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Let the other thread do it, when all before it is done."""
        self._errands.append(fn)

        def errand() -> Any:
            try:
                return fn(*args, **kwargs)
            finally:
                self._errands.pop()

        return await super()._execute(errand)  # type: ignore[no-untyped-call]


class WholeCursor:
    """One statement at a time, and all of its rows: what SQLAlchemy asks of a cursor of aiosqlite, and no more."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        """There is nothing to open."""
        return self

    async def execute(self, statement: str, parameters: Any = ()) -> Self:
        """Execute, and fetch what comes of it."""
        await self._connection.do(self, "execute", statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Any) -> Self:
        """Execute with each of `parameters`."""
        await self._connection.do(self, "executemany", statement, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        """The rows, which are here already."""
        return self._rows

    async def close(self) -> None:
        """Nothing is open any more."""

    def do(self, connection: sqlite3.Connection, how: str, statement: str, parameters: Any) -> None:
        """Execute, in whichever thread."""
        self._rows, self.description, cursor = (), None, connection.cursor()
        try:
            getattr(cursor, how)(statement, parameters)
            self.description, self.lastrowid = cursor.description, cursor.lastrowid
            self._rows = () if cursor.description is None else cursor.fetchall()
            self.rowcount = cursor.rowcount  # of a statement with RETURNING known only now
        finally:
            cursor.close()


def connect(*place: str, **options: Any) -> Connection:
    """A connection, to be awaited; takes what `sqlite3.connect` takes. Its thread keeps no process from ending."""
    options["check_same_thread"] = False  # two threads use it, in turns
    connection = Connection(partial(sqlite3.connect, *place, **options), CHUNK)
    connection._thread.daemon = True  # as SQLAlchemy does with the connections that it opens itself
    return connection
