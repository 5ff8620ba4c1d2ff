"""Statements that stay compiled from one test to the next: compiling takes longer than what SQLite does with them."""

from __future__ import annotations

from typing import Any, Self

import pytest
from sqlalchemy import URL, Engine, event
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.engine import Dialect


def keep_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let databases that follow each other use what the ones before them compiled."""

    def ours(_url: URL) -> type[Dialect]:
        return _Lent

    monkeypatch.setattr(SQLiteDialect_aiosqlite, "get_async_dialect_cls", ours)


class _Lent(SQLiteDialect_aiosqlite):
    """Lent to one engine at a time, with its compiled statements: a dialect knows who opens the sealed columns."""

    supports_statement_cache = True
    _free: list[_Lent] = []  # noqa: RUF012 - of all of them

    def __new__(cls, **_options: Any) -> Self:
        return cls._free.pop() if cls._free else super().__new__(cls)  # type: ignore[return-value]

    def __init__(self, **options: Any) -> None:
        if not hasattr(self, "compiled"):
            super().__init__(**options)
            self.compiled: dict[Any, Any] = {}

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Bring what was compiled before; take it back when the engine lets go of its connections."""
        engine._compiled_cache = engine.dialect.compiled  # type: ignore[attr-defined]
        event.listen(engine, "engine_disposed", cls._back, once=True)

    @classmethod
    def _back(cls, engine: Engine) -> None:
        cls._free.append(engine.dialect)  # type: ignore[arg-type]
