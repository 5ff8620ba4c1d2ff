"""What a database that was left behind says of itself: whether it is sound, and what in it still has no end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.soundness import faults_in

_WITHOUT_END = """
    SELECT 'planned: ' || kind FROM agenda WHERE state = 'waiting' AND due_at < :now
    UNION ALL
    SELECT 'said: ' || kind FROM outbox
     WHERE state IN ('queued', 'sending') AND created_at < :now AND coalesce(not_before, '') < :now
    UNION ALL
    SELECT 'heard: update ' || update_id FROM inbox
     WHERE state = 'new' AND received_at < :now AND coalesce(try_after, '') < :now
"""


def without_end(file: Path, now: datetime) -> list[str]:
    """What fell due, was said or was heard before `now` (UTC) and has no end: nothing, once the bot has caught up."""
    moment = now.isoformat(timespec="microseconds")
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database:
        return [what for (what,) in database.execute(_WITHOUT_END, {"now": moment})]


def see_that_it_is_sound(file: Path) -> None:
    """Both checks of SQLite: every page, and every reference."""
    assert faults_in(file) == []
