"""When staff read what is written to them.

Reading: the programme names no hours, and honesty about them is part of being reliable. Working days from 9u to 18u,
unless somebody is away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot

OPENS, CLOSES = time(9), time(18)

MONDAY, FRIDAY = 0, 4
WORKING_DAYS = range(MONDAY, FRIDAY + 1)

# Further back than any night or weekend.
LOOKED_BACK = 7


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
    hours = [_hours(day, zone) for day in _days(today - timedelta(days=LOOKED_BACK), today) if _works(day)]
    past = [opens for opens, _ in hours if opens <= now] + [closes for _, closes in hours if closes <= now]
    reads = any(opens <= now < closes for opens, closes in hours)
    if away is not None and today <= away.through:
        return Reach(reads=False, since=away.since, again_at=_opens_after(away.through, zone))
    if reads:
        return Reach(reads=True, since=max(past), again_at=None)
    before_today = _works(today) and now < slot(today, OPENS, zone)
    return Reach(reads=False, since=max(past), again_at=_opens_after(today - timedelta(days=before_today), zone))


def _opens_after(day: date, zone: ZoneInfo) -> datetime:
    """When the first working day after this one begins."""
    following = _days(day + timedelta(days=1), day + timedelta(days=LOOKED_BACK))
    return slot(next(each for each in following if _works(each)), OPENS, zone)


def _works(day: date) -> bool:
    return day.weekday() in WORKING_DAYS


def _hours(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return slot(day, OPENS, zone), slot(day, CLOSES, zone)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
