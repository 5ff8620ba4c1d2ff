"""How often a youth and a begeleider meet, and when it is time to say that they did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot
from programme.phases import Phase, Year
from programme.workdays import A_DAY, A_WEEK, Days, days, working_day_until

# Face-to-face contacts a week. Reading: three a week in the opstart, counted per week from Monday to Sunday; after it
# two a week on average. Each can be changed for one youth. Nazorg has a table of its own.
DEFAULTS: dict[Phase, int] = {Phase.OPSTART: 3, Phase.UITVOERING_1: 2, Phase.UITVOERING_2: 2}
MOST = 7

# Phases in which an average over so many weeks counts, and not each week for itself.
ON_AVERAGE = frozenset({Phase.UITVOERING_1, Phase.UITVOERING_2})
WEEKS = 4

# Reading: an average over fewer days than a week, at the beginning of a phase or after a pause, says nothing.
DAYS_FOR_AN_AVERAGE = 7
# Reading: who began this week, or came back in it, had no time to be behind before two days have gone by.
DAYS_BEFORE_A_CHECK = 2

# More than any stretch without a check.
LOOKS_AHEAD = 4 * A_WEEK


class Check(StrEnum):
    """The moments in a week at which one looks."""

    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"


@dataclass(frozen=True)
class _Moment:
    """When a check is, and which part of the week's target one has by then; None: it looks at the average."""

    weekday: int
    at: time
    part: Fraction | None


# In the opstart, with three a week: Wednesday noon below one, Friday morning below two. With another target, or in a
# week that the opstart only has a part of, the same part of it, rounded. Later: Thursday morning, the average.
CHECKS: dict[Check, _Moment] = {
    Check.WEDNESDAY: _Moment(2, time(12), Fraction(1, 3)),
    Check.THURSDAY: _Moment(3, time(10), None),
    Check.FRIDAY: _Moment(4, time(10), Fraction(2, 3)),
}


@dataclass(frozen=True)
class Walk:
    """What the target of one youth depends on. `off`: stretches in which the year was paused; both days count.

    `known_on`: the day on which the youth came to be known here. Reading: a year that had begun by then counts from
    that day on, for nobody could note a meeting before it.
    """

    year: Year
    targets: Mapping[Phase, int] = field(default_factory=dict)
    """Where this youth has another target than the default."""
    off: Sequence[Days] = ()
    known_on: date = date.min

    def per_week(self, phase: Phase) -> int:
        """The target in a phase; 0 where there is none."""
        return self.targets.get(phase, DEFAULTS.get(phase, 0))

    def pause_on(self, day: date) -> Days | None:
        """The stretch in which the year is paused that holds `day`."""
        return next(((first, last) for first, last in self.off if first <= day <= last), None)

    def is_off(self, day: date) -> bool:
        """Whether the year is paused on `day`."""
        return self.pause_on(day) is not None

    def counts(self, day: date, *, average: bool) -> bool:
        """Whether `day` is one on which meeting is expected, in the phases counted on average or in the others."""
        if day < max(self.year.start, self.known_on) or self.is_off(day):
            return False
        phase = self.year.phase_on(day)
        return phase in DEFAULTS and (phase in ON_AVERAGE) is average


@dataclass(frozen=True)
class Progress:
    """Meetings against what is aimed for: in a week, or (`average`) over four of them."""

    met: int
    target: int
    average: bool
    per_week: int
    """The target of a whole week, in the phase that counts here."""
    days: int = 7
    """Over how many days that count."""
    since: date | None = None
    """The first of them, where it is not four weeks ago: who met before it did so in another phase, or unseen by us."""

    @property
    def met_a_week(self) -> Fraction:
        """What was met, for a week."""
        return Fraction(self.met * 7, self.days)

    @property
    def reached(self) -> bool:
        """Whether there is nothing left to aim for."""
        return self.met >= self.target


def of_week(walk: Walk, met: Iterable[date], monday: date) -> Progress | None:
    """How the ISO week of that Monday goes, in whatever phases it has: to show, and no reason to say anything.

    The target is pro rata to the days that count, rounded up. None when there are none, or no target.
    """
    return _in_week(walk, met, monday, lambda day: counts_on(walk, day))


def in_opstart(walk: Walk, met: Iterable[date], monday: date) -> Progress | None:
    """How the ISO week of that Monday goes in the opstart: its target is pro rata to its days, rounded up.

    None when no day of it belongs to the opstart, or all of them are off, or the target is none.
    """
    return _in_week(walk, met, monday, lambda day: walk.counts(day, average=False))


def _in_week(walk: Walk, met: Iterable[date], monday: date, counts: Callable[[date], bool]) -> Progress | None:
    last = monday + A_WEEK - A_DAY
    expected = [day for day in days(monday, last) if counts(day)]
    target = ceil(_pro_rata(walk, expected))
    if not target:
        return None
    return Progress(_meetings(met, monday, last), target, average=False, per_week=_per_week(walk, expected[-1]))


def on_average(walk: Walk, met: Iterable[date], today: date) -> Progress | None:
    """How the last four weeks went, today included: only the days of the phases counted on average, not those off.

    Reading: rounded down, for a part of a meeting cannot be lacking. None when those days are fewer than a week, or the
    target is none.
    """
    earliest = today - WEEKS * A_WEEK + A_DAY
    expected = [day for day in days(earliest, today) if walk.counts(day, average=True)]
    target = floor(_pro_rata(walk, expected))
    if not target or len(expected) < DAYS_FOR_AN_AVERAGE:
        return None
    first, per_week = expected[0], _per_week(walk, expected[-1])
    since = first if first > earliest else None
    met_then = _meetings(met, first, today)
    return Progress(met_then, target, average=True, per_week=per_week, days=len(expected), since=since)


def so_far(walk: Walk, met: Iterable[date], today: date) -> Progress | None:
    """How it goes on `today`, in the way of its phase; None where nothing is counted, or the day is off."""
    if walk.counts(today, average=False):
        return in_opstart(walk, met, monday_of(today))
    return on_average(walk, met, today) if walk.counts(today, average=True) else None


def aimed_for(walk: Walk, monday: date) -> int | None:
    """How many meetings one aims for in that week, whatever its phases, pro rata and rounded up; None for none."""
    expected = [day for day in days(monday, monday + A_WEEK - A_DAY) if counts_on(walk, day)]
    return ceil(_pro_rata(walk, expected)) or None


def slips(walk: Walk, met: Sequence[date], day: date) -> Progress | None:
    """How it goes, when a check of `day` finds that the target has become unlikely; None when there is nothing to say.

    At most one of the checks of a day looks at this youth: a day counts in the one way or in the other.
    """
    found = (_seen_by(CHECKS[check], walk, met, day) for check in checks_on(day))
    return next((progress for progress in found if progress is not None), None)


def _seen_by(check: _Moment, walk: Walk, met: Sequence[date], day: date) -> Progress | None:
    if not walk.counts(day, average=check.part is None):
        return None
    if check.part is None:
        progress = on_average(walk, met, day)
        return progress if progress is not None and not progress.reached else None
    progress = in_opstart(walk, met, monday_of(day))
    if progress is None or not _had_time(walk, day):
        return None
    return progress if progress.met < round(progress.target * check.part) else None


def _had_time(walk: Walk, day: date) -> bool:
    """Whether there was time this week to meet: every day of it so far, or enough of them; never on a Monday."""
    gone_by = list(days(monday_of(day), day - A_DAY))
    counted = sum(walk.counts(each, average=False) for each in gone_by)
    return counted >= max(1, min(len(gone_by), DAYS_BEFORE_A_CHECK))


def checks_on(day: date) -> frozenset[Check]:
    """The checks of that day. One on a public holiday is on the working day before; one that would leave its week that
    way falls out."""
    found = {check: working_day_until(monday_of(day) + moment.weekday * A_DAY) for check, moment in CHECKS.items()}
    return frozenset(check for check, on in found.items() if on == day)


def next_check(after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment later than `after`, in UTC, at which one looks. The checks of one day are at one moment, the
    latest of theirs: a begeleider hears of all of it at once."""
    today = local_day(after, zone)
    due = (_moment_of(day, zone) for day in days(today, today + LOOKS_AHEAD))
    return min(moment for moment in due if moment is not None and moment > after)


def _moment_of(day: date, zone: ZoneInfo) -> datetime | None:
    at = [CHECKS[check].at for check in checks_on(day)]
    return slot(day, max(at), zone) if at else None


def monday_of(day: date) -> date:
    """The Monday of its ISO week."""
    return day - day.weekday() * A_DAY


def counts_on(walk: Walk, day: date) -> bool:
    """Whether meetings of that day are counted at all: not before the year, after it, or on a day off."""
    return any(walk.counts(day, average=average) for average in (False, True))


def _per_week(walk: Walk, day: date) -> int:
    return walk.per_week(walk.year.phase_on(day))


def _pro_rata(walk: Walk, expected: Sequence[date]) -> Fraction:
    return sum((Fraction(_per_week(walk, day), 7) for day in expected), Fraction(0))


def _meetings(met: Iterable[date], first: date, last: date) -> int:
    return sum(first <= day <= last for day in met)
