"""A question that a begeleider writes for one youth."""

from __future__ import annotations

from datetime import date, timedelta

# It is read on a phone, between other things.
LONGEST_QUESTION = 300

# A question that could not be asked on its day waits for the next one, but not until nobody knows what it was about.
WAITS = timedelta(days=7)


def may_still_be_asked(day: date, today: date) -> bool:
    """Whether the question meant for `day` can go out `today`."""
    return day <= today <= day + WAITS
