"""Actions: a first step that a youth takes in a domain of their life, with a day by which (the SMART action).

They are the youth's own. Nothing here is late: a day that passed is a reason to ask how it stands, kindly.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from programme.calendar import LATEST, local_day, slot
from programme.words import one_line, says_something
from programme.workdays import A_DAY

# A step has so many characters: a few sentences.
LONGEST_STEP = 500

# Reading: in the afternoon, when school and work are nearly over and the begeleider can still be reached.
ASKED_AT = time(16)
# Reading: so long after that it still is asked, should the machine have been down.
ASKED_UNTIL = timedelta(days=2)

# Reading: further off than that is a slip of the finger.
FURTHEST = relativedelta(years=1)
# Reading: with fewer days left than this, a week or a month is the next one.
FEWEST_OF_A_WEEK = 2
FEWEST_OF_A_MONTH = 7

# Reading: what a begeleider changes about the steps of a youth is told in one message, so long after the first of it.
TOLD_AFTER = timedelta(minutes=15)
# Reading: a step that was settled is still shown for so long.
SHOWN_AFTER = timedelta(days=30)


class ActionState(StrEnum):
    """What became of a step."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Refused(StrEnum):
    """Why what was typed is no step."""

    TOO_LONG = "too long"
    NO_WORDS = "no words"
    """Only signs: nobody would know later what was meant."""


class By(StrEnum):
    """By when, as it is offered."""

    THIS_WEEK = "this week"
    NEXT_WEEK = "next week"
    TWO_WEEKS = "two weeks"
    THIS_MONTH = "this month"
    NEXT_MONTH = "next month"


@dataclass(frozen=True)
class Offered:
    """A day by which, and what it is called."""

    by: By
    day: date


def read_step(text: str) -> str | Refused:
    """The step in what was typed, as one paragraph; or why it is none."""
    step = one_line(text)
    if not says_something(step):
        return Refused.NO_WORDS
    return step if len(step) <= LONGEST_STEP else Refused.TOO_LONG


def offered(today: date) -> tuple[Offered, ...]:
    """By when it could be, soonest first: the end of the week, two weeks, the end of the month."""
    days = (_week(today), Offered(By.TWO_WEEKS, today + timedelta(weeks=2)), _month(today))
    return tuple(sorted(days, key=lambda each: each.day))


def _week(today: date) -> Offered:
    sunday = today + (6 - today.weekday()) * A_DAY
    if (sunday - today).days < FEWEST_OF_A_WEEK:
        return Offered(By.NEXT_WEEK, sunday + timedelta(weeks=1))
    return Offered(By.THIS_WEEK, sunday)


def _month(today: date) -> Offered:
    last = today + relativedelta(day=31)
    if (last - today).days < FEWEST_OF_A_MONTH:
        return Offered(By.NEXT_MONTH, last + A_DAY + relativedelta(day=31))
    return Offered(By.THIS_MONTH, last)


def may_be_by(day: date, today: date) -> bool:
    """Whether a step can be for that day: from today on, up to a year ahead."""
    return today <= day <= today + FURTHEST


def asked_at(by: date, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when, in UTC, the youth may be asked how it stands with a step for that day: on the day itself,
    or on the first one on which that moment is still to come."""
    day = max(by, local_day(now, zone))
    if slot(day, ASKED_AT, zone) <= now:
        day += A_DAY
    return slot(day, ASKED_AT, zone), slot(day + ASKED_UNTIL, LATEST, zone)
