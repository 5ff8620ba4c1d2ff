"""Alembic's way in: it runs on the connection that store/migrate.py hands it."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy.types import TypeDecorator

from store.sealed import Sealed
from store.tables import Base
from store.types import Word


def _plainly(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a migration as what they are on disk: a rule may change, history may not."""
    if kind != "type" or not isinstance(item, TypeDecorator):
        return False
    if isinstance(item, Sealed):
        return "sa.LargeBinary()"
    if isinstance(item, Word):
        return "sa.Text()"
    autogen.imports.add("from store import types")
    return f"types.{type(item).__name__}()"


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=_plainly,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
