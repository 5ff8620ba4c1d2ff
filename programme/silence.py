"""Silence is a sign for the begeleider, never something the youth hears about."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local_day, local_minute, slot

# Elapsed time, so a night on which the clock changes does not count more or less.
QUIET_AFTER = timedelta(days=2)
DUO_AFTER = timedelta(days=2)

# Staff have no office hours, but a push that can wait does wait for the morning. Local, both included.
STAFF_EARLIEST = time(8)
STAFF_LATEST = time(20)


def going_quiet_after(first_unanswered: datetime) -> datetime:
    """When the begeleider hears of it, counted from the first question that stayed unanswered."""
    return first_unanswered + QUIET_AFTER


def duo_hears_at(told_begeleider: datetime) -> datetime:
    """When the duo hears too, unless the begeleider has settled it since."""
    return told_begeleider + DUO_AFTER


def reasonable_for_staff(moment: datetime, zone: ZoneInfo) -> datetime:
    """`moment` itself between 8u and 20u local, else the next 8u; in UTC when it moved.

    Raises ValueError for a moment without a time zone. Not for what is urgent: that goes at once.
    """
    shown = local_minute(moment, zone)
    if STAFF_EARLIEST <= shown <= STAFF_LATEST:
        return moment
    day = local_day(moment, zone)
    return slot(day if shown < STAFF_EARLIEST else day + timedelta(days=1), STAFF_EARLIEST, zone)
