"""The morning message to a begeleider: when it comes, and what is in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot
from programme.workdays import A_DAY, A_WEEK, working_day_from

DEFAULT_AT = time(8, 30)

# Local times that a begeleider may choose. Both count.
EARLIEST, LATEST = time(7), time(12)
OFFERED = (time(7, 30), time(8), DEFAULT_AT, time(9))

# A morning message that could not leave (the machine was down) is still of use until the day's work ends.
LASTS_UNTIL = time(18)

# Lines in one message, or nobody would read any of it; what is more moves up as these get done.
MOST_LINES = 10


class Ask(StrEnum):
    """What a line is about, in the order in which they stand: first the youths who wait for a person."""

    MESSAGES = "messages"
    """What a youth said and nobody answered, up to the talk that the line is about."""
    SILENCE = "silence"
    PROMISE = "promise"
    """Somebody said that they would get in touch."""
    YEAR_OVER = "year over"
    """News, about the youth: their year is over, nazorg begins."""
    CALL = "call"
    MEETING = "meeting"
    """The two of nazorg; they are about the youth."""
    MILESTONE = "milestone"
    WEB = "web"
    """The spinnenweb that was offered to a youth, and that they did not fill in."""
    TARGET = "target"
    """A face-to-face target that slips; about the youth, in a message of its own."""


def may_come_at(at: time) -> bool:
    """Whether a begeleider may choose this local time."""
    return EARLIEST <= at <= LATEST


def next_digest(after: datetime, at: time, zone: ZoneInfo) -> datetime:
    """The first moment later than `after`, in UTC, at which a working day's message comes at the local time `at`."""
    day = working_day_from(local_day(after, zone))
    due = slot(day, at, zone)
    return due if due > after else slot(working_day_from(day + A_DAY), at, zone)


def looks_back(day: date) -> bool:
    """Whether the message of that day tells how last week was: that of the first working day of a week does."""
    monday = day - day.weekday() * A_DAY
    return working_day_from(monday) == day < monday + A_WEEK


def expires_at(due: datetime, zone: ZoneInfo) -> datetime:
    """Until when the message that was due then may still leave, in UTC."""
    return max(slot(local_day(due, zone), LASTS_UNTIL, zone), due + timedelta(hours=1))
