"""The morning message to a begeleider: when it comes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot
from programme.workdays import A_DAY, working_day_from

DEFAULT_AT = time(8, 30)

# Local times that a begeleider may choose. Both count.
EARLIEST, LATEST = time(7), time(12)
OFFERED = (time(7, 30), time(8), DEFAULT_AT, time(9))

# A morning message that could not leave (the machine was down) is still of use until the day's work ends.
LASTS_UNTIL = time(18)

# Lines in one message; what is more waits behind /agenda and /jongeren, or nobody would read any of it.
MOST_LINES = 10


def may_come_at(at: time) -> bool:
    """Whether a begeleider may choose this local time."""
    return EARLIEST <= at <= LATEST


def next_digest(after: datetime, at: time, zone: ZoneInfo) -> datetime:
    """The first moment later than `after`, in UTC, at which a working day's message comes at the local time `at`."""
    day = working_day_from(local_day(after, zone))
    due = slot(day, at, zone)
    return due if due > after else slot(working_day_from(day + A_DAY), at, zone)


def expires_at(due: datetime, zone: ZoneInfo) -> datetime:
    """Until when the message that was due then may still leave, in UTC."""
    return max(slot(local_day(due, zone), LASTS_UNTIL, zone), due + timedelta(hours=1))
