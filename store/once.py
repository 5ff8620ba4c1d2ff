"""Adding a row that may be there already."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Base


async def add_once(session: AsyncSession, table: type[Base], **values: Any) -> Any:
    """Add a row unless one of its unique columns is taken. Its primary key, or None when it was not added."""
    result = await session.execute(_add_once(session.get_bind().dialect.name, table), values)
    added = result.scalar()
    if added is not None:
        session.info.setdefault(ADDED, set()).add(table)
    return added


ADDED = "added"
"""In the info of a session: to which tables it added something."""


@cache
def _add_once(dialect: str, table: type[Base]) -> Any:
    """Made once: making it costs more than adding the row."""
    return _insert(dialect)(table).on_conflict_do_nothing().returning(*inspect(table).primary_key)


def _insert(dialect: str) -> Any:
    if dialect != "postgresql":
        return sqlite.insert
    from sqlalchemy.dialects import postgresql  # loads every driver it knows of

    return postgresql.insert
