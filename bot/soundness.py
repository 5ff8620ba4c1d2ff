"""Whether a database file is whole: SQLite's own look at every page, and every reference."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def faults_in(file: Path) -> list[str]:
    """What is wrong, in short; empty when all is well. Raises sqlite3.DatabaseError for what is no database."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    damage = [] if whole else ["pages are damaged"]
    return damage + ([f"{len(loose)} references lead nowhere"] if loose else [])
