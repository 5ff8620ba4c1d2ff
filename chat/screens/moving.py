"""A milestone is on another day: which, and what moves along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.days import when
from chat.language import Joined, Phrase, _, lines
from chat.screen import Button, Rows, Screen, column
from chat.screens.milestone_names import NAMES
from chat.screens.milestones import MilestoneTapped, Shown, head
from chat.taps import Tap
from programme.milestones import Milestone
from programme.workdays import A_WEEK


class MovedTo(Tap, name="msto"):
    """On that day, as an ordinal; 0 for one they will type."""

    milestone_id: int
    day: int


class UsualDay(Tap, name="msusual"):
    """On the day that follows from the start of the year, again."""

    milestone_id: int


OTHER = 0

# How far it can be moved in one tap.
A_BIT_LATER: dict[int, Phrase] = {1: _("A week later"), 2: _("Two weeks later")}
A_BIT_FROM_TODAY: dict[int, Phrase] = {1: _("In a week"), 2: _("In two weeks")}


def which_day(shown: Shown, along: Sequence[Milestone], today: date) -> Screen:
    """To which day? `along`: what moves with it."""
    late = shown.due < today
    start, labels = (today, A_BIT_FROM_TODAY) if late else (shown.due, A_BIT_LATER)
    later = (Button(labels[weeks], moved_to(shown, start + weeks * A_WEEK)) for weeks in labels)
    usual = Button(_("Back to the usual day"), UsualDay(shown.milestone_id)) if shown.chosen and not shown.own else None
    other = Button(_("Another date"), MovedTo(shown.milestone_id, OTHER))
    never = Button(_("Rather not"), MilestoneTapped(shown.milestone_id))
    text = lines(
        head(shown),
        _("Now: {when}", when=when(shown.due, today)),
        _("Moves along: {names}.", names=Joined(tuple(NAMES[kind] for kind in along), ", ")) if along else None,
        _("To which day?"),
    )
    return Screen(text, column(*later, other, usual, never))


def moved_to(shown: Shown, day: date) -> MovedTo:
    """It is on that day."""
    return MovedTo(shown.milestone_id, day.toordinal())


def type_day(shown: Shown) -> Screen:
    """Which day?"""
    ask = _("On which day is it? Type it, like 24/12/2026.")
    return Screen(lines(head(shown), ask), _never(shown))


def no_such_day(shown: Shown) -> Screen:
    """A day that is not there, that is past, or too far ahead."""
    return Screen(_("That's no day I can use. Type one from today on, like 24/12/2026."), _never(shown))


def _never(shown: Shown) -> Rows:
    return column(Button(_("Rather not"), MilestoneTapped(shown.milestone_id)))
