"""The database: one writer at a time, readers beside it, everything on disk before we say it is."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Set
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from store.connection import connect
from store.once import ADDED
from store.sealed import Vault, give_vault
from store.session import Knowing
from store.tables import Base

# Milliseconds. Somebody may look into the database with a tool of their own; while they do, all else waits.
WAITS = 30_000
BUSY = "PRAGMA busy_timeout = {}"
# To fold the log it waits this long for whoever reads, so many times.
FOLD_WITHIN, FOLDS = 200, 5

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    BUSY.format(WAITS),
    "PRAGMA secure_delete = ON",  # wiped means overwritten
)
WRITES = {"spoor_writes": True}


class Database:
    """Where everything is kept. `vault` opens the sealed columns."""

    def __init__(self, url: str, vault: Vault) -> None:
        self.url = read_url(url)
        self.vault = vault
        self.engine = _engine(self.url)
        give_vault(self.engine, vault)
        self.after_commit: list[Callable[[Set[type[Base]]], None]] = []
        """Each is told to which tables something was added."""
        self.commits = 0
        self._writer = asyncio.Lock()

    @property
    def path(self) -> Path | None:
        """The file, when it is SQLite on disk."""
        return file_of(self.url)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncSession]:
        """A transaction that may write; committed at the end, rolled back when something is raised."""
        new_session = self._session()
        async with self._writer, new_session as session, session.begin():
            await session.connection(execution_options=WRITES)
            yield session
        self.commits += 1
        for tell in self.after_commit:
            tell(new_session.info.get(ADDED, frozenset()))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A transaction that only reads, and sees one moment."""
        async with self._session() as session:
            yield session

    def _session(self) -> AsyncSession:
        return AsyncSession(self.engine, sync_session_class=Knowing, expire_on_commit=False)

    async def fold(self) -> bool:
        """Bring the log of SQLite into its file. What was wiped stands nowhere after that, not even sealed.

        Nobody waits long for it: whoever reads at that moment goes first, and it is tried a few times. False when
        somebody reads all the time.
        """
        if self.path is None:
            return True
        for _ in range(FOLDS):
            async with self._writer, self.engine.connect() as connection:
                raw = (await connection.get_raw_connection()).driver_connection
                try:
                    await raw.execute_fetchall(BUSY.format(FOLD_WITHIN))  # type: ignore[union-attr]
                    ((busy, *_),) = await raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
                finally:
                    await raw.execute_fetchall(BUSY.format(WAITS))  # type: ignore[union-attr]
            if not busy:
                return True
        return False

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engine.dispose()


def read_url(text: str) -> URL:
    """A database address, with the async driver filled in for SQLite. Raises sqlalchemy.exc.ArgumentError."""
    url = make_url(text)
    return url.set(drivername="sqlite+aiosqlite") if url.drivername == "sqlite" else url


def file_of(url: URL) -> Path | None:
    """The file behind a SQLite address; None for another database or one in memory."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def is_there(path: Path) -> bool:
    """Whether there is anything. Raises PermissionError where we may not look, which `exists` does not everywhere."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def make_private(path: Path) -> None:
    """See that the file exists, in its folder, and that only its owner can read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.chmod(0o600)


def _engine(url: URL) -> AsyncEngine:
    engine = create_async_engine(url, hide_parameters=True)
    if url.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "do_connect", _connect_with_ours)
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _connect_with_ours(_dialect: Any, _record: Any, _place: Any, options: dict[str, Any]) -> None:
    options["async_creator_fn"] = connect


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: two that both read first would only find out at the end."""
    writes = connection.get_execution_options().get("spoor_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
