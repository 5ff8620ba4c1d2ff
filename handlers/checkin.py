"""A youth answers the daily question."""

from __future__ import annotations

from chat.screens import checkin as screens
from chat.screens.checkin import FaceTapped
from chat.turn import Turn
from handlers import lost
from store import checkin
from store.journal import Happened


async def answered(turn: Turn, tap: FaceTapped) -> None:
    """A tap on a face is kept at once; the same message shows it."""
    row = await checkin.of_youth(turn.session, turn.me.id, tap.checkin_id)
    if row is None:
        await lost.old_button(turn)
        return
    turn.note(Happened.CHECKIN_ANSWERED if row.face is None else Happened.CHECKIN_CHANGED, actor=turn.me)
    row.face, row.answered_at = tap.face, turn.now
    await turn.show(screens.answered(tap.face, row.id))
