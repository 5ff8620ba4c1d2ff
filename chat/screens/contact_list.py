"""Looking back at contacts: a begeleider at those with one youth, a youth at what was noted about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Text, Value, _, lines, paragraphs
from chat.pages import on_page, page_rows, turning
from chat.screen import Button, Screen, column
from chat.screens.contacts import KINDS, ContactOpened, ContactsShown, button
from chat.taps import Tap
from programme.contacts import ContactKind

# A note may be long, and a page has to fit in one message.
A_PAGE_WITH_NOTES = 5


class MineShown(Tap, name="cmine"):
    """What was noted about whoever taps, at a page."""

    page: int


@dataclass(frozen=True)
class Listed:
    """A contact in the list of a begeleider. `by`: who noted it, None for whoever looks."""

    contact_id: int
    kind: ContactKind
    day: date
    by: str | None
    has_note: bool


@dataclass(frozen=True)
class Told:
    """A contact as the youth reads it."""

    kind: ContactKind
    day: date
    by: str
    note: str


def overview(name: str, youth_id: int, contacts: Sequence[Listed], page: int, today: date, back: Tap) -> Screen:
    """The newest first. What is noted beside one shows when it is opened."""
    rows = page_rows(
        contacts,
        page,
        lambda each: Button(_entry(each, today), ContactOpened(each.contact_id)),
        lambda to: ContactsShown(youth_id, to),
    )
    title = _("<b>{name}: contacts</b>", name=name)
    none = None if contacts else _("Nothing is noted yet.")
    return Screen(paragraphs(title, none), (*rows, *column(button(youth_id), Button(_("← Back"), back))))


def _entry(contact: Listed, today: date) -> Text:
    what: Text = _("{kind}, {day}", kind=KINDS[contact.kind], day=spoken(contact.day, today))
    what = what if contact.by is None else _("{what}, {name}", what=what, name=contact.by)
    return _("{what} ✎", what=what) if contact.has_note else what


# --- What a youth reads ---


def mine_button() -> Button:
    """For the page with what a youth chose."""
    return Button(_("📖 What is noted about me"), MineShown(0))


def mine(contacts: Sequence[Told], page: int, today: date, back: Tap) -> Screen:
    """To the youth, the newest first."""
    way_out = column(Button(_("← Back"), back))
    if not contacts:
        return Screen(lines(_("Nothing is noted about you yet."), _("If something is, you can read it here.")), way_out)
    told = (_told(each, today) for each in on_page(contacts, page, A_PAGE_WITH_NOTES))
    rows = turning(contacts, page, MineShown, A_PAGE_WITH_NOTES)
    return Screen(paragraphs(_("<b>This is noted about you</b>"), *told), (*rows, *way_out))


def _told(contact: Told, today: date) -> Text:
    note = _("Noted with it: {words}", words=contact.note) if contact.note else None
    return lines(_happened(contact, contact.by, spoken(contact.day, today)), note)


def _happened(contact: Told, name: str, day: Value) -> Text:
    match contact.kind:
        case ContactKind.FACE_TO_FACE:
            return _("{name} saw you {day}.", name=name, day=day)
        case ContactKind.PHONE:
            return _("{name} phoned you {day}.", name=name, day=day)
        case ContactKind.MESSAGE:
            return _("{name} wrote to you {day}.", name=name, day=day)
        case ContactKind.NETWORK:
            return _("{name} spoke {day} with somebody you know.", name=name, day=day)
