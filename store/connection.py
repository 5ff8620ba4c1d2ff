"""A connection to SQLite that is asked once for each statement.

aiosqlite works in a thread of its own, and going there and back costs more than most statements do. Left to itself it
goes four times: for a cursor, to execute, to fetch, to close. Here all of it is one errand, as nobody here reads a
result in parts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial
from typing import Any, Self

import aiosqlite

# What aiosqlite wants to know for reading a result in parts.
CHUNK = 64


class Connection(aiosqlite.Connection):
    """One whose cursors do all at once."""

    def cursor(self) -> WholeCursor:  # type: ignore[override]
        """A cursor; nobody goes anywhere for it."""
        return WholeCursor(self)

    async def do(self, cursor: WholeCursor, how: str, statement: str, parameters: Any) -> None:
        """Let the other thread execute a statement for `cursor`."""
        await self._execute(cursor.do, self._conn, how, statement, parameters)  # type: ignore[no-untyped-call]


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
        """Execute, in the thread of the connection."""
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
    connection = Connection(partial(sqlite3.connect, *place, **options), CHUNK)
    connection._thread.daemon = True  # as SQLAlchemy does with the connections that it opens itself
    return connection
