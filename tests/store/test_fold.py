"""The log of SQLite is brought into its file, and nobody waits long for somebody who reads."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.town import Town
from store import database


def size_of_log(path: Path) -> int:
    return Path(f"{path}-wal").stat().st_size


@pytest.mark.asyncio
async def test_whoever_reads_holds_nothing_up(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "FOLD_WITHIN", 10)
    path = town.spoor.database.path
    assert path is not None
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM inbox").fetchone()
        await town.person("Kobe").says("hallo")
        assert not await town.spoor.database.fold()
    assert await town.spoor.database.fold()
    assert size_of_log(path) == 0
    town.person("Kobe").expects("persoonlijke link")
