"""One contact, as a begeleider or duo of the youth sees it."""

from __future__ import annotations

from dataclasses import dataclass

from chat.screen import Screen
from chat.screens import contacts as screens
from chat.screens.contacts import Shown
from chat.turn import Turn
from handlers import lost
from programme.contacts import when
from store import contacts, flow, people
from store.tables import Contact, Person


@dataclass(frozen=True)
class Seen:
    """A contact that this person may see."""

    row: Contact
    youth: Person


@dataclass(frozen=True)
class ContactForm:
    """The contact of which the day, or a note, is typed."""

    contact_id: int


async def find(turn: Turn, contact_id: int) -> Seen | None:
    """The contact of a button, when it is of one of this person's own youths; says that it is an old one otherwise."""
    row = await turn.session.get(Contact, contact_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    if row is None or youth is None:
        await lost.old_button(turn)
        return None
    return Seen(row, youth)


async def find_standing(turn: Turn, contact_id: int) -> Seen | None:
    """Likewise, to be changed: one that was taken away is shown as that, and is not changed."""
    seen = await find(turn, contact_id)
    if seen is not None and seen.row.removed_at is not None:
        await turn.show(await screen(turn, seen))
        return None
    return seen


async def of_form(turn: Turn) -> Seen | None:
    """The contact for which something was typed. When it is not theirs any more, that goes nowhere, and is said."""
    row = None if turn.position is None else await turn.session.get(Contact, turn.position.read(ContactForm).contact_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    if row is None or youth is None or row.removed_at is not None:
        await flow.leave(turn.session, turn.me.id)
        await lost.words(turn)
        return None
    return Seen(row, youth)


async def screen(turn: Turn, seen: Seen) -> Screen:
    """As it is now."""
    shown = await as_shown(turn, seen)
    return (screens.noted if seen.row.removed_at is None else screens.removed)(shown, turn.today)


async def as_shown(turn: Turn, seen: Seen) -> Shown:
    """As the screens show it."""
    row = seen.row
    notes = await contacts.notes_of(turn.session, [row.id])
    by = None if row.by_id == turn.me.id else await turn.session.get_one(Person, row.by_id)
    return Shown(
        contact_id=row.id,
        youth_id=seen.youth.id,
        name=seen.youth.name,
        kind=row.kind,
        day=row.day,
        when=when(row.day, turn.today, at_once=row.at is not None),
        by=None if by is None else by.name,
        note=notes.get(row.id, ""),
    )
