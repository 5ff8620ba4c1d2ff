"""When staff read what is written to them, and what it means that somebody is not there.

Reading: the programme names no hours, and honesty about them is part of being reliable. Working days from 9u to 18u,
unless somebody is away.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot
from programme.workdays import A_DAY, Days, days, is_working_day, working_day_from

OPENS, CLOSES = time(9), time(18)

# Further back than any weekend with holidays around it.
LOOKED_BACK = 10

# Longer, or further ahead, is no absence but another begeleider.
AT_MOST = timedelta(days=366)
# A year has no more holidays than fit on one page.
MOST_PLANNED = 8


@dataclass(frozen=True)
class Away:
    """Somebody who is not there, since a moment, through a day (which counts)."""

    since: datetime
    through: date


@dataclass(frozen=True)
class Reach:
    """Whether somebody reads now, since when that is so, and when they read again (None while they do). UTC."""

    reads: bool
    since: datetime
    again_at: datetime | None


def reach(now: datetime, zone: ZoneInfo, away: Away | None = None) -> Reach:
    """How things stand for somebody at this moment; `away` when they are."""
    today = local_day(now, zone)
    looked_at = days(today - timedelta(days=LOOKED_BACK), today)
    hours = [_hours(day, zone) for day in looked_at if is_working_day(day)]
    past = [opens for opens, _ in hours if opens <= now] + [closes for _, closes in hours if closes <= now]
    reads = any(opens <= now < closes for opens, closes in hours)
    if away is not None and today <= away.through:
        return Reach(reads=False, since=away.since, again_at=_opens_after(away.through, zone))
    if reads:
        return Reach(reads=True, since=max(past), again_at=None)
    before_today = is_working_day(today) and now < slot(today, OPENS, zone)
    return Reach(reads=False, since=max(past), again_at=_opens_after(today - timedelta(days=before_today), zone))


def back_at(through: date, at: time, zone: ZoneInfo) -> datetime:
    """When somebody who is away through that day works again, in UTC: the first working day after it, at `at`."""
    return slot(working_day_from(through + A_DAY), at, zone)


def youths_hear_of(first: date, through: date, *, ahead: bool) -> bool:
    """Whether youths are told of an absence when it begins. `ahead`: it was planned before its first day.

    Reading: only when somebody is missed who would have read. Weekends and holidays alone are none of that, nor is the
    rest of a day: whoever writes on it hears then who reads it.
    """
    return any(is_working_day(day) for day in days(first if ahead else first + A_DAY, through))


def stands_in_for(absence: Days, away: Collection[Days]) -> bool:
    """Whether somebody who is away on the stretches `away` is there on each working day of the `absence`."""
    missed = (day for day in days(*absence) if is_working_day(day))
    return not any(first <= day <= last for day in missed for first, last in away)


def is_one_absence(one: Days, other: Days) -> bool:
    """Whether two stretches overlap, or follow each other without a day in between."""
    return one[0] <= other[1] + A_DAY and other[0] <= one[1] + A_DAY


def _opens_after(day: date, zone: ZoneInfo) -> datetime:
    """When the first working day after this one begins."""
    return back_at(day, OPENS, zone)


def _hours(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return slot(day, OPENS, zone), slot(day, CLOSES, zone)
