"""The day a youth was born, so that nobody forgets it."""

from __future__ import annotations

from datetime import date

from chat.days import change_of, when
from chat.language import _, lines
from chat.screen import Button, Rows, Screen, column
from chat.screens import milestones
from chat.screens.milestones import MilestonesShown, Shown
from chat.taps import Tap


class BirthdayTapped(Tap, name="msborn"):
    """They say when this youth was born."""

    youth_id: int


class BirthdaySet(Tap, name="msbornon"):
    """Born on the day before, or not known any more, when what is known now is still the day now."""

    youth_id: int
    days: str


def button(youth_id: int) -> Button:
    """For the page with all milestones."""
    return Button(_("🎂 Birthday"), BirthdayTapped(youth_id))


def choices(shown: Shown, born: date | None) -> Rows:
    """What can be done with a birthday."""
    change = Button(_("Another day"), BirthdayTapped(shown.youth_id))
    remove = Button(_("Take away"), BirthdaySet(shown.youth_id, change_of(None, born)))
    return ((milestones.done(shown) if shown.is_open else milestones.again(shown), change), (remove,))


def ask(youth: str, youth_id: int) -> Screen:
    """When?"""
    return Screen(lines(_("When was {name} born?", name=youth), _("Type the day, like 24/12/2008.")), _never(youth_id))


def refused(youth_id: int) -> Screen:
    """No day, or not of anybody here."""
    return Screen(_("That's no birthday I can use. Type it like 24/12/2008."), _never(youth_id))


def _never(youth_id: int) -> Rows:
    return column(Button(_("Rather not"), MilestonesShown(youth_id, 0)))


def kept(youth: str, youth_id: int, age: int, due: date, today: date, undo: BirthdaySet | None) -> Screen:
    """Kept."""
    told = _("🎂 {name} turns {count}: {when}", name=youth, count=age, when=when(due, today))
    return Screen(told, (*_undo(undo), *milestones.back(youth_id)))


def removed(youth: str, youth_id: int, undo: BirthdaySet | None) -> Screen:
    """Not kept any more."""
    told = _("I don't know {name}'s birthday any more.", name=youth)
    return Screen(told, (*_undo(undo), *milestones.back(youth_id)))


def _undo(undo: BirthdaySet | None) -> Rows:
    return () if undo is None else column(Button(_("Undo"), undo))
