"""Which form the tables of a database have. Cheap to ask: Alembic is only loaded when there is something to change."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from store.database import Database

STEPS = Path(__file__).parent / "migrations" / "versions"


class Form(Enum):
    """The tables of a database, beside those in the code."""

    TODAYS = auto()
    OLDER = auto()
    """Steps are waiting to be run; or there are no tables yet."""
    NEWER = auto()
    """A later Spoor worked on them."""


def numbers() -> list[str]:
    """The steps there are: 0001, 0002 and so on."""
    return sorted(path.name.partition("_")[0] for path in STEPS.glob("[0-9]*.py"))


def form_of(connection: Connection) -> Form:
    """Which form the tables behind this connection have."""
    known = numbers()
    done = _done(connection)
    if done == known[-1]:
        return Form.TODAYS
    return Form.OLDER if done is None or done in known else Form.NEWER


def _done(connection: Connection) -> str | None:
    """The last step that was run; None when there are no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return step


async def form(database: Database) -> Form:
    """Which form the tables of a database have."""
    async with database.read() as session:
        return await (await session.connection()).run_sync(form_of)
