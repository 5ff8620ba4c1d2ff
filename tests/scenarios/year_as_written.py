"""What the programme says of a year, written down once more and as literally as can be, for random lives to be held
against. Nothing here asks the product for a decision; it only shares the table of public holidays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from programme.workdays import is_working_day

A_DAY = timedelta(days=1)
OPSTART, FIRST, SECOND = "opstart", "uitvoering 1", "uitvoering 2"
THREE_AND_TWO = {OPSTART: 3, FIRST: 2, SECOND: 2}
WEDNESDAY, THURSDAY, FRIDAY = 2, 3, 4
NOON, TEN = time(12), time(10)

# With three a week: below one by Wednesday noon, below two by Friday morning. Another target: that part of it, rounded.
BY = {
    WEDNESDAY: {1: 0, 2: 1, 3: 1, 4: 1, 5: 2, 6: 2, 7: 2},
    FRIDAY: {1: 1, 2: 1, 3: 2, 4: 3, 5: 3, 6: 4, 7: 5},
}


@dataclass
class Young:
    """A youth, as the people around them know them."""

    name: str
    id: int
    begeleider: str
    duo: str | None
    start: date
    known: date
    asked_at: time | None
    is_new: bool
    """Whether they were added today, and the milestones of their year are still to come."""
    per_week: dict[str, int] = field(default_factory=dict)
    stopped_on: date = date.max
    on_hold: list[tuple[date, date]] = field(default_factory=list)
    met: list[date] = field(default_factory=list)
    weeks_off: set[date] = field(default_factory=set)
    quiet_until: datetime | None = None
    stopped: bool = False

    @property
    def team(self) -> set[str]:
        """Whoever walks with them."""
        return {self.begeleider} | ({self.duo} if self.duo else set())

    def is_quiet(self, now: datetime) -> bool:
        """Whether they asked for quiet, and that lasts."""
        return self.stopped or (self.quiet_until is not None and now < self.quiet_until)

    def phase(self, day: date) -> str | None:
        """The one in which meetings are aimed for; None before it, after it, and on hold."""
        if day < self.start or day < self.known or any(first <= day <= last for first, last in self.on_hold):
            return None
        if day >= min(self.stopped_on, self.start + relativedelta(years=1)):
            return None
        plan = self.start + timedelta(weeks=6)
        if day < plan:
            return OPSTART
        return FIRST if day < plan + relativedelta(months=3) else SECOND

    def aims(self, day: date) -> int:
        """How many times a week one aims to meet, on that day."""
        phase = self.phase(day)
        return 0 if phase is None else self.per_week.get(phase, THREE_AND_TWO[phase])


@dataclass(frozen=True)
class Missed:
    """What a reminder has to say: so many meetings of so many; `since` when, for an average."""

    met: int
    target: int
    per_week: int
    since: date | None = None


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - day.weekday() * A_DAY


def days(first: date, last: date) -> Iterator[date]:
    """Both count."""
    return (first + ahead * A_DAY for ahead in range((last - first).days + 1))


def looks(day: date) -> set[int]:
    """For which weekdays one looks on that day: one that is a holiday is looked at on the working day before it."""
    found = set()
    for weekday in (WEDNESDAY, THURSDAY, FRIDAY):
        on = monday(day) + weekday * A_DAY
        while not is_working_day(on):
            on -= A_DAY
        found |= {weekday} if on == day else set()
    return found


def looks_at(day: date) -> time | None:
    """When, on the clock on the wall."""
    weekdays = looks(day)
    return None if not weekdays else NOON if WEDNESDAY in weekdays else TEN


def missed(young: Young, day: date) -> Missed | None:
    """What one finds that slips on that day."""
    phase = young.phase(day)
    if phase is None:
        return None
    if phase != OPSTART:
        return _average(young, day) if THURSDAY in looks(day) else None
    found = [_storming(young, day, weekday) for weekday in looks(day) - {THURSDAY}]
    return next((each for each in found if each is not None), None)


def _storming(young: Young, day: date, weekday: int) -> Missed | None:
    week = list(days(monday(day), monday(day) + 6 * A_DAY))
    counts = [each for each in week if young.phase(each) == OPSTART]
    per_week = young.aims(day)
    target = -(-per_week * len(counts) // 7)
    gone = [each for each in counts if each < day]
    if not gone or (len(gone) < 2 and len(gone) < day.weekday()):
        return None  # they came, or came back, in this week
    held = sum(each in week for each in young.met)
    return Missed(held, target, per_week) if target and held < BY[weekday][target] else None


def _average(young: Young, day: date) -> Missed | None:
    counts = [each for each in days(day - 27 * A_DAY, day) if young.phase(each) in (FIRST, SECOND)]
    target = sum(young.aims(each) for each in counts) // 7
    if len(counts) < 7 or not target:
        return None
    held = sum(counts[0] <= each <= day for each in young.met)
    since = counts[0] if counts[0] > day - 27 * A_DAY else None
    return Missed(held, target, young.aims(day), since) if held < target else None
