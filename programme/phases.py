"""The year and its phases, as dates.

Every "ends" is the first day that no longer belongs: a phase runs up to, not including, that day.
Months and years clamp at the end of a month: 31 August and 6 months is 28 or 29 February.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

# The programme's own description of the year; all are changed here and nowhere else.
PLAN_AFTER = timedelta(weeks=6)  # the ondersteuningsplan closes the opstart ("stormen")
FIRST_EVALUATION_AFTER_PLAN = relativedelta(months=3)  # divides the uitvoering in two
YEAR = relativedelta(years=1)  # reading: exactly one year, unless it is stopped
NAZORG_LASTS = timedelta(weeks=52)

# What may be typed as a start. Reading: older is a year already over, further ahead is most likely a slip.
OLDEST_START = relativedelta(years=1)
FURTHEST_START = timedelta(days=60)


class Phase(StrEnum):
    """Where in the year, or after it, a youth stands."""

    OPSTART = "opstart"
    UITVOERING_1 = "uitvoering_1"
    UITVOERING_2 = "uitvoering_2"
    NAZORG = "nazorg"
    DAARNA = "daarna"


class StartRefused(StrEnum):
    """Why a date cannot be the start of a year."""

    TOO_LONG_AGO = "too_long_ago"
    TOO_FAR_AHEAD = "too_far_ahead"


def opstart_ends(start: date) -> date:
    """The first day of the uitvoering; the ondersteuningsplan is due then."""
    return start + PLAN_AFTER


def first_evaluation(start: date) -> date:
    """The default day of the first evaluation, which opens the second part of the uitvoering."""
    return opstart_ends(start) + FIRST_EVALUATION_AFTER_PLAN


def year_ends(start: date) -> date:
    """The first day of nazorg: the same date a year later, 28 February for a start on 29 February."""
    return start + YEAR


def nazorg_ends(start: date) -> date:
    """The first day after nazorg."""
    return year_ends(start) + NAZORG_LASTS


def phase_on(start: date, day: date) -> Phase:
    """The phase on `day`. The days before the start count as opstart."""
    ends = (
        (opstart_ends(start), Phase.OPSTART),
        (first_evaluation(start), Phase.UITVOERING_1),
        (year_ends(start), Phase.UITVOERING_2),
        (nazorg_ends(start), Phase.NAZORG),
    )
    return next((phase for end, phase in ends if day < end), Phase.DAARNA)


def week_of(start: date, day: date) -> int:
    """The week `day` lies in: the first seven days are week 1; before the start it is 0 or less."""
    return (day - start).days // 7 + 1


def start_refused(start: date, today: date) -> StartRefused | None:
    """Why `start` is refused, or None. Exactly a year ago and exactly 60 days ahead can still be taken."""
    if start < today - OLDEST_START:
        return StartRefused.TOO_LONG_AGO
    if start > today + FURTHEST_START:
        return StartRefused.TOO_FAR_AHEAD
    return None
