"""The year and its phases, as dates.

Every "ends" is the first day that no longer belongs: a phase runs up to, not including, that day.
Months and years clamp at the end of a month: 31 August and 6 months is 28 or 29 February.
"""

from __future__ import annotations

from dataclasses import dataclass
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


class StopReason(StrEnum):
    """Why a year was ended early."""

    BY_YOUTH = "stopped by the youth"
    MOVED = "moved away"
    OTHER_HELP = "other help"
    ELSE = "something else"


class StartRefused(StrEnum):
    """Why a date cannot be the start of a year."""

    TOO_LONG_AGO = "too_long_ago"
    TOO_FAR_AHEAD = "too_far_ahead"


@dataclass(frozen=True)
class Year:
    """One youth's year: the day it starts, and what people changed about it. All other days are counted from these."""

    start: date
    stopped_on: date | None = None
    """When it was ended early: the first day that is no longer of the year."""
    evaluation_on: date | None = None
    """When the first evaluation is, if that is another day than its default."""

    @property
    def opstart_ends(self) -> date:
        """The first day of the uitvoering; the ondersteuningsplan is due then."""
        return self.start + PLAN_AFTER

    @property
    def first_evaluation(self) -> date:
        """The day of the first evaluation, which opens the second part of the uitvoering."""
        return self.evaluation_on or self.opstart_ends + FIRST_EVALUATION_AFTER_PLAN

    @property
    def full(self) -> date:
        """The same date a year later, 28 February for a start on 29 February, whether it was ended early or not."""
        return self.start + YEAR

    @property
    def ends(self) -> date:
        """The first day of nazorg."""
        return self.full if self.stopped_on is None else min(self.full, self.stopped_on)

    @property
    def nazorg_ends(self) -> date:
        """The first day after nazorg."""
        return self.ends + NAZORG_LASTS

    def phase_on(self, day: date) -> Phase:
        """The phase on `day`. The days before the start count as opstart."""
        ends = (
            (min(self.opstart_ends, self.ends), Phase.OPSTART),
            (min(self.first_evaluation, self.ends), Phase.UITVOERING_1),
            (self.ends, Phase.UITVOERING_2),
            (self.nazorg_ends, Phase.NAZORG),
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
