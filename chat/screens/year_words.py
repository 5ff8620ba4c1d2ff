"""What the screens about a year have in common: a day that cannot be taken, and the way back from a change."""

from __future__ import annotations

from enum import IntEnum

from chat.language import Phrase, Text, _, lines
from chat.screen import Button, Rows, Screen, column
from chat.screens.youths import YearShown, YouthTapped
from chat.taps import Tap
from programme.phases import FURTHEST_START
from programme.year import LONGEST_PAUSE, Refused


class Offered(IntEnum):
    """The days one need not type: so many before the day of the tap."""

    TODAY = 0
    YESTERDAY = 1


DAYS: dict[Offered, Phrase] = {Offered.TODAY: _("Today"), Offered.YESTERDAY: _("Yesterday")}


REASONS: dict[Refused, Text] = {
    Refused.NO_DAY: _("I don't know that date."),
    Refused.TOO_LONG_AGO: _("That is over a year ago."),
    Refused.TOO_FAR_AHEAD: _("That is over {days} days away.", days=FURTHEST_START.days),
    Refused.TOO_LONG: _("That is over {days} days away.", days=LONGEST_PAUSE.days),
    Refused.PAST: _("That day is past."),
    Refused.BEFORE_THE_START: _("That is before the start of the year."),
    Refused.AFTER_THE_STOP: _("The year was stopped before that day."),
    Refused.AFTER_THE_YEAR: _("The year is over by then."),
}


def refused(why: Refused, youth_id: int) -> Screen:
    """Kindly, with the reason; they can type another."""
    return Screen(lines(REASONS[why], _("Type another day, like 24/11/2026.")), way_out(youth_id))


def changed(youth_id: int, name: str, undo: Tap, *said: Text | None) -> Screen:
    """How it is from now on, and the way back."""
    rows = column(Button(_("Undo"), undo), Button(_("Back to {name}", name=name), YouthTapped(youth_id)))
    return Screen(lines(*said), rows)


def as_it_was(youth_id: int) -> Screen:
    """They chose what was so already."""
    return Screen(_("That's how it was already."), column(Button(_("← Back"), YearShown(youth_id))))


def way_out(youth_id: int) -> Rows:
    """Nothing changes after all."""
    return column(Button(_("Rather not"), YearShown(youth_id)))
