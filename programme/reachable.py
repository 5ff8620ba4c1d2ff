"""When staff read what is written to them and can call, and what it means that somebody is not there.

Reading: the programme names no hours, and honesty about them is part of being reliable. Each begeleider sets their own;
until they do, working days from 9u to 18u. Nobody is there on a public holiday, nor while they are away.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

from programme.calendar import local_day, read_time, slot
from programme.workdays import A_DAY, SATURDAY, Days, days, is_public_holiday, is_working_day, working_day_from

OPENS, CLOSES = time(9), time(18)

Block = tuple[time, time]
"""From when until when on one day, in local time; the second does not count any more."""
Hours = tuple[tuple[Block, ...], ...]
"""The blocks of each weekday, from Monday to Sunday, in their order."""

USUAL: Hours = tuple(((OPENS, CLOSES),) if weekday < SATURDAY else () for weekday in range(7))

# So many blocks on one day.
MOST_BLOCKS = 4
_BETWEEN_BLOCKS = re.compile(r"\s*(?:,|;|\+|\ben\b|\band\b)\s*")
_FROM_UNTIL = re.compile(r"\s*(?:-|–|\btot\b|\bto\b|\buntil\b)\s*")
_MIDNIGHT = re.compile(r"24 ?(?:u|uur|h|:00|u00)?")
_LAST_MINUTE = time(23, 59)

# Further back, and ahead, than somebody who works one day a week is gone because of holidays.
LOOKED_BACK, LOOKED_AHEAD = timedelta(weeks=4), timedelta(weeks=4)

# Longer, or further ahead, is no absence but another begeleider.
AT_MOST = timedelta(days=366)
# A year has no more holidays than fit on one page.
MOST_PLANNED = 8


class Missing(StrEnum):
    """What keeps a call from reaching somebody who walks with youths, or from going on to another."""

    NOT_JOINED = "not joined"
    BLOCKED = "blocked"
    NO_HOURS = "no hours"
    """They said nothing about when they are there: the usual hours count."""
    NO_DUO = "no duo"


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


def reach(now: datetime, zone: ZoneInfo, away: Away | None = None, hours: Hours = USUAL) -> Reach:
    """How things stand for somebody at this moment; `away` when they are. `hours` holds a block at least."""
    today = local_day(now, zone)
    stretches = _stretches(days(today - LOOKED_BACK, today), hours, zone)
    past = [moment for stretch in stretches for moment in stretch if moment <= now]
    since = max(past, default=now - LOOKED_BACK)
    if away is not None and today <= away.through:
        return Reach(reads=False, since=away.since, again_at=_opens_after(now, away.through + A_DAY, hours, zone))
    if any(opens <= now < closes for opens, closes in stretches):
        return Reach(reads=True, since=since, again_at=None)
    return Reach(reads=False, since=since, again_at=_opens_after(now, today, hours, zone))


def until(now: datetime, zone: ZoneInfo, hours: Hours = USUAL) -> datetime | None:
    """Until when somebody is there who is there now; None when they are not."""
    today = local_day(now, zone)
    open_now = (closes for opens, closes in _stretches([today], hours, zone) if opens <= now < closes)
    return next(open_now, None)


def last_of(day: date, zone: ZoneInfo, hours: Hours = USUAL) -> datetime | None:
    """When somebody's hours of that day end; None when there are none."""
    return max((closes for _, closes in _stretches([day], hours, zone)), default=None)


def read_hours(text: str) -> tuple[Block, ...] | None:
    """The blocks of one day as they are typed: 9u-12u30, 13u tot 18u. In their order.

    None when they cannot be read, are too many, end before they begin or overlap.
    """
    found: list[Block] = []
    for part in _BETWEEN_BLOCKS.split(text.strip().lower()):
        ends = [_read_end(each) for each in _FROM_UNTIL.split(part)]
        if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
            return None
        found.append((ends[0], ends[1]))
    found.sort()
    apart = all(one[1] <= other[0] for one, other in pairwise(found))
    return tuple(found) if apart and len(found) <= MOST_BLOCKS else None


def _read_end(text: str) -> time | None:
    return _LAST_MINUTE if _MIDNIGHT.fullmatch(text) else read_time(text)


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


def _opens_after(now: datetime, first: date, hours: Hours, zone: ZoneInfo) -> datetime | None:
    """When somebody is there next, from that day on."""
    stretches = _stretches(days(first, first + LOOKED_AHEAD), hours, zone)
    return next((opens for opens, _ in stretches if opens > now), None)


def _stretches(of: Iterable[date], hours: Hours, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    """The blocks of these days, in UTC."""
    return [
        (slot(day, opens, zone), slot(day, closes, zone))
        for day in of
        if not is_public_holiday(day)
        for opens, closes in hours[day.weekday()]
    ]
