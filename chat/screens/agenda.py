"""/agenda: what is late and what is coming, over all the youths that somebody walks with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chat.days import spoken, when
from chat.language import Text, Value, Weekday, _, lines, paragraphs
from chat.pages import on_page, page_rows
from chat.screen import Button, Document, Screen, column
from chat.screens.milestones import MilestonesShown
from chat.taps import Tap
from programme.contacts import ContactKind
from programme.milestones import SHOWN_AHEAD
from programme.workdays import A_DAY, A_WEEK

WEEKS = SHOWN_AHEAD // A_WEEK


class AgendaShown(Tap, name="agenda"):
    """At a page."""

    page: int


class FileTapped(Tap, name="agendafile"):
    """All of it as a file for a calendar."""


CONTACTS: dict[ContactKind, Text] = {
    ContactKind.PHONE: _("a call (nazorg)"),
    ContactKind.FACE_TO_FACE: _("meeting (nazorg)"),
}


@dataclass(frozen=True)
class Entry:
    """One line. `with_` is the begeleider, when that is somebody else."""

    day: date
    youth_id: int
    youth: str
    what: Text
    with_: str | None = None


def overview(entries: Sequence[Entry], page: int, today: date) -> Screen:
    """What is late, and then week by week."""
    weeks = groupby(on_page(entries, page), key=lambda entry: _week(entry, today))
    told = (lines(_heading(monday, today), *(_line(entry, today) for entry in each)) for monday, each in weeks)
    rows = tuple(dict.fromkeys(page_rows(entries, page, _button, AgendaShown)))
    file = column(Button(_("📅 As a file"), FileTapped()))
    return Screen(paragraphs(_("<b>The next {count} weeks</b>", count=WEEKS), *told), (*rows, *file))


def nothing() -> Screen:
    """An empty one."""
    return Screen(_("Nothing is planned in the next {count} weeks.", count=WEEKS))


def _week(entry: Entry, today: date) -> date | None:
    """The Monday of its week; None when it is late."""
    return None if entry.day < today else entry.day - entry.day.weekday() * A_DAY


def _heading(monday: date | None, today: date) -> Text:
    if monday is None:
        return _("<b>Still open</b>")
    match (monday - today + today.weekday() * A_DAY) // A_WEEK:
        case 0:
            return _("<b>This week</b>")
        case 1:
            return _("<b>Next week</b>")
        case _:
            return _("<b>Week of {day}</b>", day=monday)


def _line(entry: Entry, today: date) -> Text:
    who: Value = (
        entry.youth
        if entry.with_ is None
        else _("{name} (with {begeleider})", name=entry.youth, begeleider=entry.with_)
    )
    if entry.day < today:
        return _("{name}, {what}: {when}", name=who, what=entry.what, when=when(entry.day, today))
    return _("{day}: {name}, {what}", day=_day(entry.day, today), name=who, what=entry.what)


def _day(day: date, today: date) -> Value:
    """Under the name of its week the weekday says enough."""
    return spoken(day, today) if day <= today + A_DAY else Weekday(day)


def _button(entry: Entry) -> Button:
    return Button(_("🚩 {name}", name=entry.youth), MilestonesShown(entry.youth_id, 0))


def file(content: bytes, left_out: int) -> Screen:
    """The file itself. What is still open from before is not in it."""
    note = _("What is still open from before is not in it.") if left_out else None
    text = lines(_("Open it, and your calendar takes it in."), _("It holds first names."), note)
    return Screen(text, document=Document("agenda.ics", content))


def only_late() -> Screen:
    """There is nothing to put in a calendar."""
    return Screen(_("There is nothing ahead to put in a file."))
