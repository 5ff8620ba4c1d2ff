"""Another day on which the year of a jongere started."""

from __future__ import annotations

from datetime import date

from chat.days import number_of
from chat.language import _, lines
from chat.screen import Button, Screen
from chat.screens.shown import Shown, when
from chat.screens.year_words import DAYS, Offered, changed, way_out
from chat.taps import Tap


class StartAsked(Tap, name="yearstart"):
    """It was another day."""

    youth_id: int


class StartOffered(Tap, name="yearstartday"):
    """It was today, or so many days ago; as long as it still is what it was."""

    youth_id: int
    was: int
    day: Offered


class StartSet(Tap, name="ystartset"):
    """From one day to another, both as numbers; as long as it still is the first."""

    youth_id: int
    was: int
    to: int


def ask(youth: Shown) -> Screen:
    """When was it?"""
    start, was = youth.year.start, number_of(youth.year.start)
    offered = tuple(
        Button(label, StartOffered(youth.youth_id, was, ago))
        for ago, label in DAYS.items()
        if number_of(youth.today) - ago != was
    )
    return Screen(
        lines(
            _("When did {name}'s year start?", name=youth.name),
            _("Now it says {day} {year}.", day=start, year=start.year),
            _("Another day? Type it, like 24/11/2026."),
        ),
        (offered, *way_out(youth.youth_id)),
    )


def moved(youth: Shown, was: date) -> Screen:
    """It starts on another day."""
    start = youth.year.start
    return changed(
        youth.youth_id,
        youth.name,
        StartSet(youth.youth_id, number_of(start), number_of(was)),
        _("Start of {name}'s year: {day} {year}.", name=youth.name, day=start, year=start.year),
        _("Today: {when}.", when=when(youth)),
        _("Milestones and questions move along."),
    )
