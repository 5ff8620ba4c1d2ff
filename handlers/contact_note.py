"""A few words beside a contact, if one wants. The youth can read them."""

from __future__ import annotations

from chat.pieces import units
from chat.screens import contacts as screens
from chat.screens.contacts import NoteDropped, NoteTapped
from chat.turn import Turn
from handlers import contact_seen
from handlers.contact_seen import ContactForm, Seen
from programme.contacts import LONGEST_NOTE
from store import flow
from store.flow import Step
from store.journal import Happened


async def begin(turn: Turn, tap: NoteTapped) -> None:
    """Ask for the words, and say who reads them."""
    if seen := await contact_seen.find_standing(turn, tap.contact_id):
        await flow.go(turn.session, turn.me.id, Step.CONTACT_NOTE, turn.now, ContactForm(seen.row.id))
        await turn.show(screens.write_note(await contact_seen.as_shown(turn, seen)))


async def typed(turn: Turn) -> None:
    """The words, in place of those that were there."""
    seen = await contact_seen.of_form(turn)
    if seen is None:
        return
    shown, length = await contact_seen.as_shown(turn, seen), units(turn.text)
    if not turn.text:
        await turn.reply(screens.only_text(shown))
    elif length > LONGEST_NOTE:
        await turn.reply(screens.note_too_long(shown, length))
    else:
        await flow.leave(turn.session, turn.me.id)
        await _keep(turn, seen, turn.text)
        await turn.reply(await contact_seen.screen(turn, seen))


async def dropped(turn: Turn, tap: NoteDropped) -> None:
    """The words go."""
    seen = await contact_seen.find_standing(turn, tap.contact_id)
    if seen is None:
        return
    await flow.leave_step(turn.session, turn.me.id, Step.CONTACT_NOTE)
    await _keep(turn, seen, None)
    await turn.show(await contact_seen.screen(turn, seen))


async def _keep(turn: Turn, seen: Seen, words: str | None) -> None:
    seen.row.note = words
    await turn.session.flush()
    turn.note(Happened.NOTE_WRITTEN if words else Happened.NOTE_DROPPED, actor=turn.me, subject=seen.youth)
