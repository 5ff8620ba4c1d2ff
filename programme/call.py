"""Bel me: a youth asks to be called. It ends with a person who called, or with the youth who needs it no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.calendar import local, local_day
from programme.reachable import Hours, last_of
from programme.workdays import A_DAY


class Wish(StrEnum):
    """When a youth wants to be called."""

    ASAP = "asap"
    TODAY = "today"
    TOMORROW = "tomorrow"


class CallEnd(StrEnum):
    """How a request ended. There is no third way."""

    SPOKEN = "spoken"
    WITHDRAWN = "withdrawn"


class Who(StrEnum):
    """Who hears of a request that nobody took."""

    FIRST = "first"
    """Whoever looks after the youth: the begeleider, or the duo while that one is not there."""
    TEAM = "team"
    """Begeleider and duo."""
    LEADS = "leads"
    """The teamcoaches of the region; where there are none, the coördinators."""
    EVERYBODY = "everybody"


@dataclass(frozen=True)
class Step:
    """Who hears of it, and how long after the step before."""

    who: Who
    after: timedelta


@dataclass(frozen=True)
class Escalation:
    """Who hears of a request that lies with nobody, after the first, who heard at once. An organisation can set it."""

    steps: tuple[Step, ...]
    """One or more; the last one repeats itself."""

    def step(self, number: int) -> Step:
        """The step with this number; 0 is the first. It has no end."""
        return self.steps[min(number, len(self.steps)) - 1] if number else Step(Who.FIRST, timedelta(0))

    @property
    def last(self) -> int:
        """The number of the step that repeats itself."""
        return len(self.steps)

    @property
    def taken_within(self) -> timedelta:
        """How long it may lie with the first."""
        return self.steps[0].after

    @property
    def again(self) -> timedelta:
        """How long until the last step repeats itself."""
        return self.steps[-1].after


USUAL = Escalation(
    (
        Step(Who.TEAM, timedelta(minutes=15)),
        Step(Who.LEADS, timedelta(minutes=30)),
        Step(Who.EVERYBODY, timedelta(hours=1)),
    )
)
_LONGEST = timedelta(days=1)
_MOST_STEPS = 10
_STEP = re.compile(rf"\s*(\d{{1,4}})\s+({'|'.join(Who)})\s*")


def read_escalation(text: str) -> Escalation:
    """What an organisation set: minutes and who, as in 15 team, 30 leads. Raises ValueError for anything else."""
    steps = tuple(_step(part) for part in text.lower().split(","))
    if len(steps) > _MOST_STEPS:
        raise ValueError("too many steps")
    return Escalation(steps)


def _step(text: str) -> Step:
    found = _STEP.fullmatch(text)
    after = timedelta(minutes=int(found[1])) if found else timedelta(0)
    if found is None or not timedelta(0) < after <= _LONGEST:
        raise ValueError("not a step: minutes and who")
    return Step(Who(found[2]), after)


# Somebody whose phone dies after the first tap is called all the same. Reading: who does not choose within this time
# meant "as soon as you can", and hears that.
CHOSEN_WITHIN = timedelta(minutes=3)

# Reading: who asked for today or tomorrow is called before the last hour of whoever has it, so that another still can.
LEFT_FOR_ANOTHER = timedelta(hours=1)

# Reading: a call that somebody makes now has an outcome after this time; one for a moment, after that moment and this.
CALLS_FOR = timedelta(minutes=30)
KEPT_WITHIN = timedelta(minutes=15)

# Moments at which a call can be promised: whole and half hours, so many of them.
EVERY = timedelta(minutes=30)
MOST_MOMENTS = 6

# Reading: what a youth writes so soon after asking is what the call is about.
WORDS_WITHIN = timedelta(hours=1)
LONGEST_WORDS = 500


def day_of(wish: Wish, asked_on: date) -> date:
    """The day for which a call was asked."""
    return asked_on + A_DAY if wish is Wish.TOMORROW else asked_on


def next_people_at(
    wish: Wish, asked_on: date, told_at: datetime, hours: Hours, zone: ZoneInfo, within: Escalation = USUAL
) -> datetime:
    """When the next people hear of a request that the first heard of at `told_at`, in UTC.

    As soon as possible means a quarter of an hour. For today or tomorrow it is an hour before the hours of the first
    end that day, so that somebody else can still call; never sooner than that quarter.
    """
    soonest = told_at + within.taken_within
    if wish is Wish.ASAP:
        return soonest
    ends = last_of(day_of(wish, asked_on), zone, hours)
    return soonest if ends is None else max(soonest, ends - LEFT_FOR_ANOTHER)


def moments(wish: Wish, asked_on: date, now: datetime, hours: Hours, zone: ZoneInfo) -> tuple[datetime, ...]:
    """When a call can be promised, within what was asked: whole and half hours, the soonest first, in UTC.

    `hours` are those of who promises. On a day on which these are over it is still up to them: then until the day ends.
    """
    day = max(day_of(wish, asked_on), local_day(now, zone))
    found = [moment for moment in _halves(day, now, zone) if _within(moment, hours, zone)]
    if not found:
        found = list(_halves(day, now, zone))
    return _spread(found)


def _halves(day: date, now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    moment = now.replace(minute=now.minute // 30 * 30, second=0, microsecond=0) + EVERY
    end = moment + 2 * timedelta(days=1)
    while moment < end:
        there = local(moment, zone)
        if there.date() == day and 8 <= there.hour < 22:
            yield moment
        moment += EVERY


def _within(moment: datetime, hours: Hours, zone: ZoneInfo) -> bool:
    there = local(moment, zone)
    return any(opens <= there.time() < closes for opens, closes in hours[there.weekday()])


def _spread(found: list[datetime]) -> tuple[datetime, ...]:
    """The soonest ones, and some of the rest of the day."""
    if len(found) <= MOST_MOMENTS:
        return tuple(found)
    near, rest = found[:3], found[3:]
    stride = -(-len(rest) // (MOST_MOMENTS - len(near)))
    return (*near, *rest[stride - 1 :: stride])


def outcome_due(promised_at: datetime, taken_at: datetime) -> datetime:
    """When something came of a call that was taken at `taken_at` and promised for `promised_at`, in UTC."""
    return taken_at + CALLS_FOR if promised_at <= taken_at else promised_at + KEPT_WITHIN
