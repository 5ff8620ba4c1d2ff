"""When staff read what is written to them and can call, and what it means that somebody is not there.

Reading: the programme names no hours, and honesty about them is part of being reliable. Each begeleider sets their own;
until they do, working days from 9u to 18u. Nobody is there on a public holiday, nor while they are away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot
from programme.workdays import A_DAY, SATURDAY, Days, days, is_public_holiday, is_working_day, working_day_from

OPENS, CLOSES = time(9), time(18)

Block = tuple[time, time]
"""From when until when on one day, in local time; the second does not count any more."""
Hours = tuple[tuple[Block, ...], ...]
"""The blocks of each weekday, from Monday to Sunday, in their order."""

USUAL: Hours = tuple(((OPENS, CLOSES),) if weekday < SATURDAY else () for weekday in range(7))

# Further back, and ahead, than somebody who works one day a week is gone because of holidays.
LOOKED_BACK, LOOKED_AHEAD = timedelta(weeks=4), timedelta(weeks=4)

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
