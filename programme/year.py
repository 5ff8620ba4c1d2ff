"""What people may change about a year, and to which days."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from programme.phases import FURTHEST_START, OLDEST_START, StartRefused, Year, start_refused

# Reading: a pause of longer than this is another decision; "until further notice" is always possible.
LONGEST_PAUSE = timedelta(days=366)


class Refused(StrEnum):
    """Why a day cannot be taken."""

    NO_DAY = "no day"
    TOO_LONG_AGO = "too long ago"
    TOO_FAR_AHEAD = "too far ahead"
    TOO_LONG = "too long"
    PAST = "past"
    BEFORE_THE_START = "before the start"
    AFTER_THE_STOP = "after the stop"
    AFTER_THE_YEAR = "after the year"


_STARTS = {
    StartRefused.TOO_LONG_AGO: Refused.TOO_LONG_AGO,
    StartRefused.TOO_FAR_AHEAD: Refused.TOO_FAR_AHEAD,
}


def new_start_refused(day: date, year: Year, today: date) -> Refused | None:
    """Why this year cannot start on `day` instead: as for a new one, and not after the day it was ended early."""
    if (why := start_refused(day, today)) is not None:
        return _STARTS[why]
    return Refused.AFTER_THE_STOP if is_after_the_stop(day, year) else None


def is_after_the_stop(day: date, year: Year) -> bool:
    """Whether this year was ended early before `day`: it cannot start then."""
    return year.stopped_on is not None and day > year.stopped_on


def stop_refused(day: date, year: Year) -> Refused | None:
    """Why `day` cannot be the first one that is no longer of the year. A full year is over by itself."""
    if day < year.start:
        return Refused.BEFORE_THE_START
    return Refused.AFTER_THE_YEAR if day >= year.full else None


def pause_refused(through: date, today: date) -> Refused | None:
    """Why a pause cannot last through this day."""
    if through < today:
        return Refused.PAST
    return Refused.TOO_LONG if through > today + LONGEST_PAUSE else None


def home_refused(day: date, today: date) -> Refused | None:
    """Why `day` cannot be the one into a temporary home: within the same bounds as the start of a year."""
    if day < today - OLDEST_START:
        return Refused.TOO_LONG_AGO
    return Refused.TOO_FAR_AHEAD if day > today + FURTHEST_START else None
