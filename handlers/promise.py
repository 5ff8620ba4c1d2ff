"""Ik neem contact op: assigned is not handled, so it comes back when nothing is noted."""

from __future__ import annotations

from datetime import datetime

from chat.turn import Turn
from store import promises
from store.journal import Happened
from store.tables import Person


async def make(turn: Turn, youth: Person, because: datetime | None = None) -> None:
    """They will get in touch, because of something that happened then; a second time it stays the one promise."""
    if await promises.make(turn.session, youth.id, turn.me.id, turn.now, turn.today, because=because):
        turn.note(Happened.PROMISED, actor=turn.me, subject=youth)


async def take_back(turn: Turn, youth: Person, since: datetime) -> None:
    """What they promised about this youth from that moment on was never promised."""
    for row in await promises.open_about(turn.session, youth.id):
        if row.by_id == turn.me.id and row.at >= since:
            await promises.drop(turn.session, row, turn.now)
            turn.note(Happened.PROMISE_DROPPED, actor=turn.me, subject=youth)
