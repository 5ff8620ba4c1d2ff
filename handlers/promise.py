"""Ik neem contact op: assigned is not handled, so it comes back when nothing is noted."""

from __future__ import annotations

from chat.screens import promise as screens
from chat.screens.promise import PromiseDropped, PromiseMade
from chat.turn import Turn
from handlers import gathered, lost
from store import people, promises
from store.journal import Happened
from store.tables import Person, Promise


async def made(turn: Turn, tap: PromiseMade) -> None:
    """They will get in touch with one of their youths."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await make(turn, youth)
    await gathered.refresh(turn, youth.id)
    await turn.stop_spinner(screens.MADE)


async def make(turn: Turn, youth: Person) -> None:
    """They will get in touch; a second time it stays the one promise."""
    if await promises.make(turn.session, youth.id, turn.me.id, turn.now, turn.today):
        turn.note(Happened.PROMISED, actor=turn.me, subject=youth)


async def take_back(turn: Turn, youth: Person) -> None:
    """What they promised about this youth was never promised."""
    for row in await promises.open_about(turn.session, youth.id):
        if row.by_id == turn.me.id:
            await promises.drop(turn.session, row, turn.now)
            turn.note(Happened.PROMISE_DROPPED, actor=turn.me, subject=youth)


async def dropped(turn: Turn, tap: PromiseDropped) -> None:
    """One of their own promises is not needed any more."""
    row = await turn.session.get(Promise, tap.promise_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    if row is None or youth is None or row.by_id != turn.me.id:
        await lost.old_button(turn)
        return
    done = await promises.drop(turn.session, row, turn.now)
    if done:
        turn.note(Happened.PROMISE_DROPPED, actor=turn.me, subject=youth)
        await gathered.refresh(turn, youth.id)
    await turn.stop_spinner(screens.DROPPED if done else screens.DROPPED_BEFORE)
