"""Contacts: noted in one tap, corrected in one tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Phrase, Text, Verbatim, _, lines, paragraphs
from chat.pages import page_rows
from chat.screen import Button, Rows, Screen, column
from chat.taps import Tap
from programme.contacts import LONGEST_NOTE, ContactKind, DayRefused, When
from programme.workdays import A_DAY
from store.tables import Person

QUESTION = "contact"
"""The kind of the message that asks how the contact was; it is about the youth."""


class ContactTapped(Tap, name="cnote"):
    """There was contact with this youth."""

    youth_id: int


class KindTapped(Tap, name="ckind"):
    """It was of this kind. It is noted with that."""

    youth_id: int
    kind: ContactKind


class NothingTapped(Tap, name="cnone"):
    """There was none, after all."""


class OthersShown(Tap, name="cothers"):
    """With another youth: all of them, at a page."""

    page: int


class YouthPicked(Tap, name="cwith"):
    """It was with this youth."""

    youth_id: int


class WhenTapped(Tap, name="cwhen"):
    """It was then."""

    contact_id: int
    when: When


class DayTapped(Tap, name="cday"):
    """It was on this day, by its number in the calendar (date.toordinal)."""

    contact_id: int
    day: int


class RemoveTapped(Tap, name="coff"):
    """It was no contact."""

    contact_id: int


class PutBackTapped(Tap, name="cback"):
    """It was one after all, of this kind."""

    contact_id: int
    kind: ContactKind


class NoteTapped(Tap, name="cwords"):
    """They want to write a few words beside it."""

    contact_id: int


class NoteDropped(Tap, name="cnowords"):
    """The words beside it go."""

    contact_id: int


class ContactOpened(Tap, name="copen"):
    """One of the list; or back to it, when nothing more is to be typed."""

    contact_id: int


class ContactsShown(Tap, name="clist"):
    """The contacts of a youth, at a page."""

    youth_id: int
    page: int


@dataclass(frozen=True)
class Shown:
    """A contact as a begeleider or duo sees it. `by`: who noted it, None for whoever looks."""

    contact_id: int
    youth_id: int
    name: str
    kind: ContactKind
    day: date
    when: When
    by: str | None
    note: str


LABELS: dict[ContactKind, Phrase] = {
    ContactKind.FACE_TO_FACE: _("🤝 Together"),
    ContactKind.PHONE: _("📞 Phoned"),
    ContactKind.MESSAGE: _("💬 Message"),
    ContactKind.NETWORK: _("👥 Network"),
}
KINDS: dict[ContactKind, Phrase] = {
    ContactKind.FACE_TO_FACE: _("together"),
    ContactKind.PHONE: _("phoned"),
    ContactKind.MESSAGE: _("message"),
    ContactKind.NETWORK: _("network"),
}
WHENS: dict[When, Phrase] = {
    When.NOW: _("Now"),
    When.EARLIER: _("Earlier today"),
    When.YESTERDAY: _("Yesterday"),
    When.OTHER: _("Another day"),
}

# Days that have a button under "Another day", counted back from today. What is longer ago is typed.
OFFERED_BACK = range(2, 7)


# --- Noting ---


def button(youth_id: int) -> Button:
    """For whatever reminds somebody of a youth."""
    return Button(_("📝 Note a contact"), ContactTapped(youth_id))


def list_button(youth_id: int) -> Button:
    """To look back."""
    return Button(_("📖 Contacts"), ContactsShown(youth_id, 0))


def ask(name: str, youth_id: int, *, others: bool) -> Screen:
    """How they were in contact. `others`: there are more youths to choose from."""
    kinds = [Button(label, KindTapped(youth_id, kind)) for kind, label in LABELS.items()]
    another = Button(_("Somebody else"), OthersShown(0)) if others else None
    rows = (*_in_pairs(kinds), *column(another, Button(_("Never mind"), NothingTapped())))
    return Screen(_("How were you in contact with {name}?", name=name), rows)


def with_whom(youths: Sequence[Person], page: int) -> Screen:
    """Which youth it is about."""
    rows = page_rows(youths, page, lambda youth: Button(Verbatim(youth.name), YouthPicked(youth.id)), OthersShown)
    return Screen(_("With whom were you in contact?"), (*rows, *column(Button(_("Never mind"), NothingTapped()))))


def nothing() -> Screen:
    """They changed their mind."""
    return Screen(_("Okay, nothing was noted."))


def noted(contact: Shown, today: date) -> Screen:
    """It stands, and can be corrected."""
    head = _("Noted: {what}.", what=_what(contact, today))
    whens = [Button(_ticked(WHENS[each], is_so=each is contact.when), _then(contact, each)) for each in When]
    words = _("✏️ Note") if not contact.note else _("✏️ Change note")
    change = (Button(words, NoteTapped(contact.contact_id)), Button(_("Undo"), RemoveTapped(contact.contact_id)))
    return Screen(paragraphs(head, _note(contact)), (*_in_pairs(whens), change, *column(list_button(contact.youth_id))))


def removed(contact: Shown, today: date) -> Screen:
    """It is gone, and can come back, also as another kind."""
    head = _("Taken away: {what}.", what=_what(contact, today))
    keep = Button(_("Keep it after all"), PutBackTapped(contact.contact_id, contact.kind))
    others = [
        Button(label, PutBackTapped(contact.contact_id, kind))
        for kind, label in LABELS.items()
        if kind is not contact.kind
    ]
    rows = (*column(keep), tuple(others), *column(list_button(contact.youth_id)))
    return Screen(lines(head, _("Or was it something else?")), rows)


def _what(contact: Shown, today: date) -> Text:
    what = _("{name}, {kind}, {day}", name=contact.name, kind=KINDS[contact.kind], day=spoken(contact.day, today))
    return what if contact.by is None else _("{what}, by {name}", what=what, name=contact.by)


def _note(contact: Shown) -> Text | None:
    return _("Note: {words}", words=contact.note) if contact.note else None


def _then(contact: Shown, when: When) -> Tap:
    return WhenTapped(contact.contact_id, when)


def _ticked(label: Text, *, is_so: bool) -> Text:
    return _("✓ {choice}", choice=label) if is_so else label


def _in_pairs(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


# --- Another day ---


def which_day(contact: Shown, today: date) -> Screen:
    """A day of this week, or one that they type."""
    days = [today - back * A_DAY for back in OFFERED_BACK]
    offered = [
        Button(_("{day}", day=spoken(day, today)), DayTapped(contact.contact_id, day.toordinal())) for day in days
    ]
    ask_day = _("On which day? Longer ago you can type, like 24/11/2026.")
    return Screen(lines(_about(contact), ask_day), (*_in_pairs(offered), *_back(contact)))


def no_such_day(contact: Shown, refused: DayRefused | None) -> Screen:
    """A day that is not there, that is still to come, or that is too long ago."""
    how = _("Type a day like 24/11/2026.")
    return Screen(lines(_why(refused), how), _back(contact))


def _why(refused: DayRefused | None) -> Text:
    match refused:
        case DayRefused.TO_COME:
            return _("That day is still to come.")
        case DayRefused.TOO_LONG_AGO:
            return _("That's more than 60 days ago, so I don't note it any more.")
        case None:
            return _("I don't know that day.")


# --- A note ---


def write_note(contact: Shown) -> Screen:
    """Waiting for the words. Beforehand: who may read them."""
    what = _("What do you want to note with it? Type it here.")
    reads = _("{name} can read it too.", name=contact.name)
    drop = Button(_("Drop the note"), NoteDropped(contact.contact_id)) if contact.note else None
    return Screen(paragraphs(lines(_about(contact), what, reads), _note(contact)), (*column(drop), *_back(contact)))


def note_too_long(contact: Shown, length: int) -> Screen:
    """Over the limit; what they typed still stands above this."""
    over = _("That's {length} characters; {most} fit.", length=length, most=LONGEST_NOTE)
    return Screen(lines(over, _("Can you make it shorter?")), _back(contact))


def only_text(contact: Shown) -> Screen:
    """They sent a picture or their voice."""
    return Screen(_("A note can only be text. Type it here."), _back(contact))


def _about(contact: Shown) -> Text:
    return _("{name}, {kind}.", name=contact.name, kind=KINDS[contact.kind])


def _back(contact: Shown) -> Rows:
    return column(Button(_("Never mind"), ContactOpened(contact.contact_id)))
