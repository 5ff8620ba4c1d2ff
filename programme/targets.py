"""How often a youth and a begeleider meet, and when it is time to say that they did not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from math import ceil
from zoneinfo import ZoneInfo

from programme.calendar import local, local_day, slot
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
# Reading: who began this week, or came back, had no time to be behind before two days have gone by.
DAYS_BEFORE_A_CHECK = 2


class Check(StrEnum):
    """The moments in a week at which one looks."""

    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"


@dataclass(frozen=True)
class _Moment:
    """When a check is, on which kind of phase it looks, and how many may still be lacking then without a word."""

    weekday: int
    at: time
    average: bool
    may_lack: int = 0


# In the opstart, with three a week: Wednesday noon with none yet, Friday morning with fewer than two. With another
# target the same number may still be lacking. Later: Thursday morning, when the average is below it.
CHECKS: dict[Check, _Moment] = {
    Check.WEDNESDAY: _Moment(2, time(12), average=False, may_lack=2),
    Check.THURSDAY: _Moment(3, time(10), average=True),
    Check.FRIDAY: _Moment(4, time(10), average=False, may_lack=1),
}


@dataclass(frozen=True)
class Walk:
    """What the target of one youth depends on. `off`: stretches in which the year was paused; both days count."""

    year: Year
    targets: Mapping[Phase, int] = field(default_factory=dict)
    """Where this youth has another target than the default."""
    off: Sequence[Days] = ()

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
        if day < self.year.start or self.is_off(day):
            return False
        phase = self.year.phase_on(day)
        return phase in DEFAULTS and (phase in ON_AVERAGE) is average


@dataclass(frozen=True)
class Progress:
    """Meetings against what is aimed for: in a week, or (`average`) over four of them."""

    met: int
    target: Fraction
    average: bool
    days: int = 7
    """Over how many days that count."""

    @property
    def met_a_week(self) -> Fraction:
        """What was met, for a week."""
        return Fraction(self.met * 7, self.days)

    @property
    def target_a_week(self) -> Fraction:
        """What is aimed for, in a week."""
        return self.target * 7 / self.days

    @property
    def reached(self) -> bool:
        """Whether there is nothing left to aim for."""
        return self.met >= self.target


def in_week(walk: Walk, met: Iterable[date], monday: date) -> Progress | None:
    """How the ISO week of that Monday goes in the opstart: its target is pro rata to its days, rounded up.

    None when no day of it belongs to the opstart, or all of them are off, or the target is none.
    """
    expected = [day for day in days(monday, monday + A_WEEK - A_DAY) if walk.counts(day, average=False)]
    target = ceil(Fraction(walk.per_week(Phase.OPSTART) * len(expected), 7))
    if not target:
        return None
    return Progress(_meetings(met, monday, monday + A_WEEK - A_DAY), Fraction(target), average=False)


def aimed_for(walk: Walk, monday: date) -> int | None:
    """How many meetings one aims for in that week, whatever its phases; None for none. Pro rata to its days, rounded
    up.
    """
    phases = [
        walk.year.phase_on(day)
        for day in days(monday, monday + A_WEEK - A_DAY)
        if walk.counts(day, average=False) or walk.counts(day, average=True)
    ]
    return ceil(sum((Fraction(walk.per_week(phase), 7) for phase in phases), Fraction(0))) or None


def on_average(walk: Walk, met: Iterable[date], today: date) -> Progress | None:
    """How the last four weeks went, today included: only the days of the phases counted on average, not those off.

    None when those are fewer than a week, or the target is none.
    """
    expected = [day for day in days(today - WEEKS * A_WEEK + A_DAY, today) if walk.counts(day, average=True)]
    target = sum((Fraction(walk.per_week(walk.year.phase_on(day)), 7) for day in expected), Fraction(0))
    if not target or len(expected) < DAYS_FOR_AN_AVERAGE:
        return None
    return Progress(_meetings(met, expected[0], today), target, average=True, days=len(expected))


def so_far(walk: Walk, met: Iterable[date], today: date) -> Progress | None:
    """How it goes on `today`, in the way of its phase; None where nothing is counted, or the day is off."""
    if not any(walk.counts(today, average=average) for average in (False, True)):
        return None
    if walk.counts(today, average=False):
        return in_week(walk, met, monday_of(today))
    return on_average(walk, met, today)


def slips(walk: Walk, met: Sequence[date], check: Check, day: date) -> Progress | None:
    """How it goes, when at this check of `day` the target has become unlikely; None when there is nothing to say."""
    moment = CHECKS[check]
    if not walk.counts(day, average=moment.average):
        return None
    if moment.average:
        progress = on_average(walk, met, day)
        return progress if progress is not None and not progress.reached else None
    went_by = [each for each in days(monday_of(day), day - A_DAY) if walk.counts(each, average=False)]
    progress = in_week(walk, met, monday_of(day))
    if progress is None or len(went_by) < DAYS_BEFORE_A_CHECK:
        return None
    return progress if progress.met < progress.target - moment.may_lack else None


def check_at(moment: datetime, zone: ZoneInfo) -> Check | None:
    """The check of that local day whose time has come, the last of them; None when there is none."""
    here = local(moment, zone)
    came = [
        (at, check) for check, day, at in _of_week(monday_of(here.date())) if day == here.date() and at <= here.time()
    ]
    return max(came)[1] if came else None


def next_check(after: datetime, zone: ZoneInfo) -> datetime:
    """The first moment later than `after`, in UTC, at which one looks. A check on a public holiday is on the working
    day before; one that would leave its week that way falls out."""
    monday = monday_of(local_day(after, zone))
    coming = (slot(day, at, zone) for week in range(4) for _, day, at in _of_week(monday + week * A_WEEK))
    return min(due for due in coming if due > after)


def monday_of(day: date) -> date:
    """The Monday of its ISO week."""
    return day - day.weekday() * A_DAY


def _of_week(monday: date) -> list[tuple[Check, date, time]]:
    found = [
        (check, working_day_until(monday + timedelta(days=moment.weekday)), moment.at)
        for check, moment in CHECKS.items()
    ]
    return [(check, day, at) for check, day, at in found if day >= monday]


def _meetings(met: Iterable[date], first: date, last: date) -> int:
    return sum(first <= day <= last for day in met)
