"""A begeleider is away for a while; what their youths write then goes to the duo too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chat.days import spoken
from chat.language import Text, Verbatim, _, lines
from chat.screen import Button, Screen, column
from chat.taps import Tap


class AwayShown(Tap, name="away"):
    """For how long."""


class AwayChosen(Tap, name="awayfor"):
    """Away through so many days from today; -1 for a date they will type."""

    days: int


class BackTapped(Tap, name="back"):
    """There again."""


CHOICES: dict[int, Text] = {0: _("Today"), 1: _("Through tomorrow"), 6: _("A week"), 13: _("Two weeks")}
OTHER = -1


def button(through: date | None, today: date) -> Button:
    """For the page with what they chose."""
    if through is None:
        return Button(_("🌴 I'm away for a bit"), AwayShown())
    return Button(_("🌴 Away through {day}", day=spoken(through, today)), AwayShown())


def choose(through: date | None, today: date) -> Screen:
    """How long, or back again."""
    now = None if through is None else _("Now you're away through {day}.", day=spoken(through, today))
    what = _("What your jongeren write then goes to the duo too.")
    back = None if through is None else Button(_("I'm back"), BackTapped())
    each = (Button(label, AwayChosen(days)) for days, label in CHOICES.items())
    other = Button(_("Another date"), AwayChosen(OTHER))
    return Screen(lines(_("How long are you away?"), now, what), column(back, *each, other))


def type_day() -> Screen:
    """Which day is the last."""
    return Screen(_("Through which day? Type it, like 24/12/2026."))


def no_such_day() -> Screen:
    """A day that is not there, that is past, or too far ahead."""
    return Screen(_("That's no day I can use. Type one from today on, like 24/12/2026."))


def gone(through: date, today: date, alone: Sequence[str]) -> Screen:
    """They are away. `alone`: their youths for whom nobody stands in."""
    nobody = (_("{name} has no duo, so what they write waits for you.", name=name) for name in alone)
    away = _("Okay, you're away through {day}.", day=spoken(through, today))
    return Screen(lines(away, *nobody), column(Button(_("I'm back"), BackTapped())))


def back() -> Screen:
    """They are there again."""
    return Screen(_("Welcome back. What your jongeren write comes to you alone again."))


def stand_in(name: str, through: date, today: date, youths: Sequence[str]) -> Screen:
    """To the duo."""
    away = _("{name} is away through {day}.", name=name, day=spoken(through, today))
    whose = _("What {names} writes comes to you too.", names=Verbatim(", ".join(youths)))
    return Screen(lines(away, whose), silent=True)


def stand_in_no_more(name: str) -> Screen:
    """To the duo."""
    return Screen(_("{name} is back.", name=name), silent=True)
