"""Days that matter to one youth, under a name that the begeleider gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import when
from chat.language import Text, _, lines
from chat.screen import Button, Rows, Screen, column
from chat.screens import milestones
from chat.screens.milestones import MilestonesShown, MilestoneTapped, SettledBack, Shown
from chat.taps import Tap
from programme.milestones import LONGEST_NAME


class DateTapped(Tap, name="msown"):
    """A new one for this youth."""

    youth_id: int


class RenameTapped(Tap, name="msname"):
    """It is called otherwise."""

    milestone_id: int


class NamePutBack(Tap, name="msnameback"):
    """Called as before: the one with the name of before takes the place of the other."""

    milestone_id: int
    before_id: int


class YearlyChosen(Tap, name="msyear"):
    """It comes back every year (1), or it does not (0)."""

    milestone_id: int
    yearly: int


class DateRemoved(Tap, name="msgone"):
    """It is taken away."""

    milestone_id: int


@dataclass(frozen=True)
class Whose:
    """Where the way out leads: to all of a youth, or to the one that is being changed."""

    youth_id: int
    milestone_id: int = 0


def button(youth_id: int) -> Button:
    """For the page with all of them."""
    return Button(_("📌 Add a date"), DateTapped(youth_id))


def choices(shown: Shown) -> Rows:
    """What can be done with one."""
    rename = Button(_("Another name"), RenameTapped(shown.milestone_id))
    remove = Button(_("Take away"), DateRemoved(shown.milestone_id))
    if not shown.is_open:
        return ((milestones.again(shown),), (remove,))
    return ((milestones.done(shown), milestones.move(shown)), (rename, _yearly(shown)), (remove,))


def _yearly(shown: Shown) -> Button:
    label = _("Only once") if shown.yearly else _("Every year")
    return Button(label, YearlyChosen(shown.milestone_id, int(not shown.yearly)))


def ask_name(youth: str, whose: Whose) -> Screen:
    """What is it?"""
    return Screen(
        lines(
            _("Which day matters to {name}?", name=youth),
            _("Type what it is, like: court date, end of a benefit."),
        ),
        _never(whose),
    )


def ask_other_name(shown: Shown) -> Screen:
    """What is it then?"""
    ask = _("What is it called? Type it.")
    return Screen(lines(milestones.head(shown), ask), _never(Whose(shown.youth_id, shown.milestone_id)))


def name_refused(whose: Whose) -> Screen:
    """Nothing that can be shown on one line."""
    return Screen(_("Type it in 1 to {count} characters, on one line.", count=LONGEST_NAME), _never(whose))


def ask_day(name: str, whose: Whose) -> Screen:
    """And when?"""
    return Screen(
        lines(
            _("When is it: {what}?", what=name),
            _("Type the day, like 24/12/2026."),
            _("A day that is past comes back every year."),
        ),
        _never(whose),
    )


def day_refused(whose: Whose) -> Screen:
    """A day that is not there, or too far off."""
    return Screen(_("That's no day I can use. Type it like 24/12/2026."), _never(whose))


def _never(whose: Whose) -> Rows:
    way = MilestoneTapped(whose.milestone_id) if whose.milestone_id else MilestonesShown(whose.youth_id, 0)
    return column(Button(_("Rather not"), way))


def kept(shown: Shown, today: date, undo: Tap | None) -> Screen:
    """It is as they said, and how that is undone."""
    yearly = _("Comes back every year.") if shown.yearly else None
    told = _("{name}, {what}: {when}", name=shown.youth, what=shown.name, when=when(shown.due, today))
    return Screen(lines(told, yearly), ((_yearly(shown),), *_undo(undo), *milestones.back(shown.youth_id)))


def removed(shown: Shown, undo: SettledBack | None) -> Screen:
    """It is not there any more."""
    told: Text = _("{name}, {what}: taken away.", name=shown.youth, what=shown.name)
    return Screen(told, (*_undo(undo), *milestones.back(shown.youth_id)))


def _undo(undo: Tap | None) -> Rows:
    return () if undo is None else column(Button(_("Undo"), undo))
