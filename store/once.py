"""Adding a row that may be there already."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Base


async def add_once(session: AsyncSession, table: type[Base], **values: Any) -> Any:
    """Add a row unless one of its unique columns is taken. Its primary key, or None when it was not added."""
    insert = _insert(session.get_bind().dialect.name, table)
    result = await session.execute(
        insert.values(**values).on_conflict_do_nothing().returning(*inspect(table).primary_key)
    )
    return result.scalar()


def _insert(dialect: str, table: type[Base]) -> Any:
    if dialect != "postgresql":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # loads every driver it knows of

    return postgresql.insert(table)
