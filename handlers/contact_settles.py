"""What a contact settles: a promise, a silence, what the youth wrote before. Weighed anew when the contact changes."""

from __future__ import annotations

from chat.turn import Turn
from handlers import gathered, silence
from store import contacts, promises, talk
from store.journal import Happened
from store.tables import Contact, Person


async def weigh(turn: Turn, youth: Person, contact: Contact) -> None:
    """This contact was noted, changed, removed or put back: what it settles is settled, and what it does not settle any
    more waits again."""
    for _kept in await promises.weigh(turn.session, contact, turn.now):
        turn.note(Happened.PROMISE_KEPT, actor=turn.me, subject=youth)
    await silence.weigh(turn, youth, contact)
    if not contact.through_bot:  # what words of a begeleider answer is settled with the words
        await _what_was_written(turn, youth, contact)
    await gathered.refresh(turn, youth.id)


async def _what_was_written(turn: Turn, youth: Person, contact: Contact) -> None:
    """They spoke, so what the youth wrote before needs no answer any more."""
    await talk.wait_again(turn.session, youth.id, contact.by_id, contact.noted_at)
    spoken = await contacts.last_spoken(turn.session, youth.id)
    if spoken is None or spoken.at is None:
        return
    if await talk.settle_before(turn.session, youth.id, spoken.by_id, spoken.noted_at, spoken.at):
        turn.note(Happened.TALK_SETTLED, actor=turn.me, subject=youth)
