"""A begeleider puts a year on hold, and goes on."""

from __future__ import annotations

from datetime import date

from chat.days import number_of, spoken
from chat.language import Phrase, Text, _, lines
from chat.screen import Button, Screen, column
from chat.screens.shown import Shown
from chat.screens.year_words import changed, way_out
from chat.taps import Tap
from programme.workdays import Days


class PauseAsked(Tap, name="yearpause"):
    """It is put on hold, or for another length."""

    youth_id: int


class PauseChosen(Tap, name="yearpausefor"):
    """Through so many days from today; OPEN for until further notice. `was`: the last day it had, 0 for no pause."""

    youth_id: int
    was: int
    days: int


class Resumed(Tap, name="yeargoeson"):
    """It goes on, as long as this is the pause."""

    youth_id: int
    since: int
    was: int


class PauseSet(Tap, name="yearpauseset"):
    """The pause that began on that day lasts through another; 0 for no such pause. As long as it still is the first."""

    youth_id: int
    since: int
    was: int
    to: int


OPEN = -1
CHOICES: dict[int, Phrase] = {
    6: _("A week"),
    13: _("Two weeks"),
    29: _("30 days"),
    OPEN: _("Until further notice"),
}


def ask(youth: Shown) -> Screen:
    """For how long."""
    pause = youth.walk.pause_on(youth.today)
    was = 0 if pause is None else number_of(pause[1])
    each = (Button(label, PauseChosen(youth.youth_id, was, days)) for days, label in CHOICES.items())
    return Screen(
        lines(
            _("How long is {name}'s year on pause?", name=youth.name),
            None if pause is None else _("Now: {length}.", length=_length(pause[1], youth.today)),
            _("Another day? Type it, like 24/11/2026."),
        ),
        (*column(*each), *way_out(youth.youth_id)),
    )


def paused(youth: Shown, pause: Days, was: date | None) -> Screen:
    """It is on hold, or for another length than it was."""
    since, through = pause
    return changed(
        youth.youth_id,
        youth.name,
        PauseSet(youth.youth_id, number_of(since), number_of(through), number_of(was)),
        _("{name}'s year is on pause {length}.", name=youth.name, length=_length(through, youth.today)),
        _("Meanwhile I remind you of no meetings. The year itself runs on."),
        _("{name} chooses whether the questions pause too.", name=youth.name) if youth.has_joined else None,
    )


def goes_on(youth: Shown, since: date, was: date | None, now: date | None) -> Screen:
    """It is not on hold any more."""
    return changed(
        youth.youth_id,
        youth.name,
        PauseSet(youth.youth_id, number_of(since), number_of(now), number_of(was)),
        _("{name}'s year goes on.", name=youth.name),
    )


def _length(through: date, today: date) -> Text:
    if through == date.max:
        return _("until further notice")
    return _("through {day}", day=spoken(through, today))
