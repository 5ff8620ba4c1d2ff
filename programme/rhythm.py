"""On which days a youth is asked how it goes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum

from programme.calendar import LATEST
from programme.phases import Phase, Year

_SEARCH_DAYS = 366

# How far from that day's check-in the question how to go on stays: never two questions in one breath.
APART = timedelta(minutes=30)


class Rhythm(StrEnum):
    """How often."""

    DAILY = "daily"
    THREE_A_WEEK = "three_a_week"
    WEEKLY = "weekly"
    NONE = "none"


# ISO weekdays, Monday is 1. Three a week leaves a day between and the weekend free. Once a week is Wednesday:
# the weekend can be told by then, and a begeleider still has two working days to come by.
WEEKDAYS: dict[Rhythm, frozenset[int]] = {
    Rhythm.DAILY: frozenset(range(1, 8)),
    Rhythm.THREE_A_WEEK: frozenset({1, 3, 5}),
    Rhythm.WEEKLY: frozenset({3}),
    Rhythm.NONE: frozenset(),
}

# As long as the youth has not chosen. The opstart promises daily contact; nazorg is there for who asks.
DEFAULTS: dict[Phase, Rhythm] = {
    Phase.OPSTART: Rhythm.DAILY,
    Phase.UITVOERING_1: Rhythm.THREE_A_WEEK,
    Phase.UITVOERING_2: Rhythm.THREE_A_WEEK,
    Phase.NAZORG: Rhythm.NONE,
    Phase.DAARNA: Rhythm.NONE,
}


def rhythm_on(day: date, *, year: Year, chosen: Rhythm | None, chosen_on: date | None) -> Rhythm:
    """The rhythm that holds on `day`: what the youth chose, else the default of the phase.

    A choice counts from the local day it was made. One made during the year ends with the year; one made
    after it stays. Raises ValueError when a choice comes without its day, or a day without a choice.
    """
    if (chosen is None) != (chosen_on is None):
        raise ValueError("A choice of rhythm and its day belong together.")
    if chosen is not None and chosen_on is not None and _counts(chosen_on, day, year):
        return chosen
    return DEFAULTS[year.phase_on(day)]


def asks_on(day: date, *, year: Year, chosen: Rhythm | None, chosen_on: date | None) -> bool:
    """Whether there is a question on `day`; never before the start. Pauses are not looked at here."""
    rhythm = rhythm_on(day, year=year, chosen=chosen, chosen_on=chosen_on)
    return day >= year.start and day.isoweekday() in WEEKDAYS[rhythm]


def next_day(after: date, *, year: Year, chosen: Rhythm | None, chosen_on: date | None) -> date | None:
    """The first day later than `after` with a question; None when there is none within a year."""
    later = (after + timedelta(days=ahead) for ahead in range(1, _SEARCH_DAYS + 1))
    return next((day for day in later if asks_on(day, year=year, chosen=chosen, chosen_on=chosen_on)), None)


def rhythm_question_on(year: Year) -> date:
    """The day the youth is asked how to go on: the first one after the opstart."""
    return year.opstart_ends


def may_ask_how_to_go_on(day: date, *, year: Year) -> bool:
    """Whether `day` lies in the part of the year in which the youth's own choice replaces the opstart's rhythm.

    Reading: who joins later in the year is asked too; in nazorg nobody is.
    """
    return rhythm_question_on(year) <= day < year.ends


def rhythm_question_at(at: time) -> time:
    """The local time of that question for who is asked at `at`: half an hour later, or before it late at night."""
    checkin = datetime.combine(date.min, at)
    later = checkin + APART
    return later.time() if later.time() <= LATEST else (checkin - APART).time()


def _counts(chosen_on: date, day: date, year: Year) -> bool:
    return chosen_on <= day and (day < year.ends or chosen_on >= year.ends)
