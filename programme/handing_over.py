"""A youth goes to another begeleider: when they hear it, and with how many words."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import next_within_hours

# Long enough to see that it was the wrong name, short enough to be done with it.
TIME_TO_UNDO = timedelta(minutes=2)

# A few sentences. What takes more is said face to face.
LONGEST_WORDS = 1000


def heard_at(now: datetime, zone: ZoneInfo) -> datetime:
    """When the youth hears what was decided `now`, and it is so: at an hour fair to them, and not before it can be
    undone."""
    return next_within_hours(now + TIME_TO_UNDO, zone)
