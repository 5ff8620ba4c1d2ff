"""Which weeks of a year are looked at together."""

from __future__ import annotations

from datetime import date

from programme.phases import Year
from programme.targets import monday_of
from programme.workdays import A_WEEK

# What comes is shown as far as /agenda does; what was as far as a whole year goes with it.
AHEAD = 8 * A_WEEK
MOST_WEEKS = 60


def weeks_shown(year: Year, today: date) -> tuple[date, ...]:
    """The Mondays of these weeks, in order: from the start of the year to eight weeks ahead, the last sixty of them."""
    last = monday_of(max(today, year.start) + AHEAD)
    first = max(monday_of(year.start), last - (MOST_WEEKS - 1) * A_WEEK)
    return tuple(first + number * A_WEEK for number in range((last - first) // A_WEEK + 1))
