"""One process at a time on a database."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.ending import CannotGoOn, NoPlace


@contextmanager
def alone_on(database: Path | None) -> Iterator[None]:
    """Hold the database against a second process; the system lets go however this one ends. Raises CannotGoOn."""
    if database is None:
        yield
        return
    handle = _open(database)
    try:
        _take(handle, database)
        yield
    finally:
        os.close(handle)


def _open(database: Path) -> int:
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        return os.open(database.with_name(f"{database.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise NoPlace(database) from None


def _take(handle: int, database: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotGoOn(f"Spoor runs already on {database}: stop that one first.") from None
