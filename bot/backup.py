"""`spoor backup` and `spoor restore`: the whole database in one file, as sealed as it was."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from bot.application import Spoor
from bot.ending import CannotGoOn
from bot.lock import alone_on
from bot.opening import bring_up_to_date
from bot.soundness import faults_in
from store import past
from store.database import Database, is_there


def back_up(spoor: Spoor, file: Path) -> None:
    """Copy the database as it is at one moment, also while the bot runs. Raises CannotGoOn."""
    source = _file_of(spoor)
    if not is_there(source):
        raise CannotGoOn(f"There is no database at {source} yet.")
    _copy(source, file)


async def restore(spoor: Spoor, file: Path) -> None:
    """Put a backup in the place of a database that is not there. Raises CannotGoOn."""
    target = _file_of(spoor)
    with alone_on(target):
        fresh = _fresh_beside(target, file)
        try:
            await _make_ready(spoor, fresh)
            _put_in_place(fresh, target)
        finally:
            _forget(fresh)


def _fresh_beside(target: Path, file: Path) -> Path:
    """A copy to work on, next to where it will be."""
    if file.is_dir():
        raise CannotGoOn(f"{file} is a folder, not a backup.")
    if not (is_there(file) and file.is_file()):
        raise CannotGoOn(f"There is no file {file}.")
    if is_there(target):
        raise CannotGoOn(f"There is a database at {target}: move it away first, it is not overwritten.")
    fresh = target.with_name(f"{target.name}.restoring")
    _forget(fresh)
    _copy(file, fresh)
    return fresh


def _put_in_place(fresh: Path, target: Path) -> None:
    """What a lost database left beside itself must not be taken for a part of this one."""
    _forget(target)
    fresh.rename(target)


def _file_of(spoor: Spoor) -> Path:
    if spoor.database.path is None:
        raise CannotGoOn("Only a SQLite database is copied by Spoor: use pg_dump and pg_restore.")
    return spoor.database.path


def _copy(source: Path, target: Path) -> None:
    """As one file that is whole, private and on disk, or not at all."""
    _make(target)
    try:
        _pour(source, target)
    except sqlite3.DatabaseError:
        _forget(target)
        raise CannotGoOn(f"{source} is no database, or is damaged.") from None
    except BaseException:
        _forget(target)
        raise


def _pour(source: Path, target: Path) -> None:
    """Raises sqlite3.DatabaseError when what arrives is not whole, or not ours."""
    address = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")
        new.execute("SELECT version_num FROM alembic_version")
    if faults_in(target):
        raise sqlite3.DatabaseError("not whole")


def _make(file: Path) -> None:
    try:
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise CannotGoOn(f"{file} exists: choose another name, it is not overwritten.") from None
    except OSError:
        raise CannotGoOn(f"{file} cannot be written: choose another place.") from None


def _forget(file: Path) -> None:
    for part in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + part).unlink()


async def _make_ready(spoor: Spoor, file: Path) -> None:
    """See that the key fits, bring it up to date, and let rest what is past."""
    database, now = Database(f"sqlite:///{file}", spoor.database.vault), spoor.clock.now()
    try:
        await bring_up_to_date(database)
        async with database.write() as session:
            await past.close(session, now)
            await past.catch_up(session, now, spoor.setting.zone)
    finally:
        await database.close()
