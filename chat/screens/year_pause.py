"""A begeleider puts a year on hold, and goes on."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from chat.days import number_of, spoken
from chat.language import Phrase, Text, _, lines
from chat.screen import Button, Screen, column
from chat.screens.shown import Shown
from chat.screens.year_words import changed, way_out
from chat.taps import Tap


class PauseAsked(Tap, name="yearpause"):
    """It is put on hold, or for another length."""

    youth_id: int


class Length(IntEnum):
    """How many days after today the last one is."""

    A_WEEK = 6
    TWO_WEEKS = 13
    THIRTY_DAYS = 29
    OPEN = -1
    """Nobody knows."""


class PauseChosen(Tap, name="yearpausefor"):
    """For so long. `was`: the last day of the pause that is going on, 0 for none."""

    youth_id: int
    was: int
    length: Length


class Resumed(Tap, name="yeargoeson"):
    """It goes on, as long as that still is the last day of the pause."""

    youth_id: int
    was: int


class PauseSet(Tap, name="ypauseset"):
    """The last day of this pause is not the first of these but the second, as long as it still is the first."""

    pause_id: int
    was: int
    to: int


LENGTHS: dict[Length, Phrase] = {
    Length.A_WEEK: _("A week"),
    Length.TWO_WEEKS: _("Two weeks"),
    Length.THIRTY_DAYS: _("30 days"),
    Length.OPEN: _("Until further notice"),
}


def ask(youth: Shown) -> Screen:
    """For how long."""
    pause = youth.walk.pause_on(youth.today)
    was = 0 if pause is None else number_of(pause[1])
    each = (Button(label, PauseChosen(youth.youth_id, was, length)) for length, label in LENGTHS.items())
    return Screen(
        lines(
            _("How long is {name}'s year on pause?", name=youth.name),
            None if pause is None else _("Now: {length}.", length=_length(pause[1], youth.today)),
            _("Another day? Type it, like 24/11/2026."),
        ),
        (*column(*each), *way_out(youth.youth_id)),
    )


def paused(youth: Shown, pause_id: int, through: date, was: date) -> Screen:
    """It is on hold, or for another length than it was."""
    return changed(
        youth.youth_id,
        youth.name,
        PauseSet(pause_id, number_of(through), number_of(was)),
        _("{name}'s year is on pause {length}.", name=youth.name, length=_length(through, youth.today)),
        _("Meanwhile I remind you of no meetings. The year itself runs on."),
        _("{name} chooses whether the questions pause too.", name=youth.name) if youth.has_joined else None,
    )


def goes_on(youth: Shown, pause_id: int, through: date, was: date) -> Screen:
    """It is not on hold any more."""
    return changed(
        youth.youth_id,
        youth.name,
        PauseSet(pause_id, number_of(through), number_of(was)),
        _("{name}'s year goes on.", name=youth.name),
    )


def _length(through: date, today: date) -> Text:
    if through == date.max:
        return _("until further notice")
    return _("through {day}", day=spoken(through, today))
