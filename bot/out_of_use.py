"""Why a database that was right cannot be used at this moment, as far as SQLite says: a sentence for each reason."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError

from bot.ending import CannotGoOn

_NO_ROOM = "The database cannot be written: see that its disk has room and is sound, then start again."
_HELD = "Another process holds the database: let that one finish, then start again."

_WHY = {sqlite3.SQLITE_FULL: _NO_ROOM, sqlite3.SQLITE_IOERR: _NO_ROOM, sqlite3.SQLITE_BUSY: _HELD}

# The rest of a code says more than anybody can do something about.
_KIND = 0xFF


def out_of_use(error: BaseException | None) -> CannotGoOn | None:
    """Why, when `error` is about that. What was not committed is still at Telegram, or due: nothing of it is lost."""
    code = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
    why = None if code is None else _WHY.get(code & _KIND)
    return None if why is None else CannotGoOn(why)
