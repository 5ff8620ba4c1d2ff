"""A year is ended early, or goes on after all."""

from __future__ import annotations

from datetime import date

from chat.days import number_of, spoken
from chat.language import Phrase, _, lines
from chat.screen import Button, Screen, column
from chat.screens.shown import REASONS, Shown
from chat.screens.year_words import changed, way_out
from chat.taps import Tap
from programme.phases import StopReason


class StopAsked(Tap, name="yearstop"):
    """It ends early."""

    youth_id: int


class StopWhy(Tap, name="yearwhy"):
    """That is the reason."""

    youth_id: int
    why: StopReason


class StopToday(Tap, name="yearstoptoday"):
    """From today on."""

    youth_id: int
    why: StopReason


class StoppedAgain(Tap, name="yagain"):
    """From that day on, as it was before the year was opened again."""

    youth_id: int
    on: int
    why: StopReason


class Reopened(Tap, name="yearopen"):
    """It goes on, as long as it was to end on that day."""

    youth_id: int
    on: int


LABELS: dict[StopReason, Phrase] = {
    StopReason.BY_YOUTH: _("Stopped by the jongere"),
    StopReason.MOVED: _("Moved away"),
    StopReason.OTHER_HELP: _("Other help"),
    StopReason.ELSE: _("Something else"),
}


def ask_why(youth: Shown) -> Screen:
    """The reason."""
    reasons = (Button(label, StopWhy(youth.youth_id, why)) for why, label in LABELS.items())
    return Screen(
        lines(
            _("Why does {name}'s year stop?", name=youth.name),
            _("I say nothing of the reason to {name}.", name=youth.name),
        ),
        (*column(*reasons), *way_out(youth.youth_id)),
    )


def ask_day(youth: Shown, why: StopReason) -> Screen:
    """From when."""
    return Screen(
        lines(
            _("From which day is {name}'s year over?", name=youth.name),
            _("Another day? Type it, like 24/11/2026."),
        ),
        (*column(Button(_("Today"), StopToday(youth.youth_id, why))), *way_out(youth.youth_id)),
    )


def stopped(youth: Shown, on: date, why: StopReason) -> Screen:
    """It ends early."""
    day, reason = spoken(on, youth.today), REASONS[why]
    return changed(
        youth.youth_id,
        youth.name,
        Reopened(youth.youth_id, number_of(on)),
        _("{name}'s year stops {day} ({reason}).", name=youth.name, day=day, reason=reason)
        if on >= youth.today
        else _("{name}'s year stopped {day} ({reason}).", name=youth.name, day=day, reason=reason),
        _("Then nazorg begins, soepel: nothing planned, always welcome."),
        _("I say nothing of the reason to {name}.", name=youth.name),
    )


def reopened(youth: Shown, was: date, why: StopReason) -> Screen:
    """It goes on."""
    name, ends = youth.name, youth.year.ends
    again = _("{name}'s year is open again, until {day} {year}.", name=name, day=ends, year=ends.year)
    whole = _("{name}'s year was a whole one, until {day} {year}.", name=name, day=ends, year=ends.year)
    return changed(
        youth.youth_id,
        youth.name,
        StoppedAgain(youth.youth_id, number_of(was), why),
        again if youth.today < ends else whole,
    )
