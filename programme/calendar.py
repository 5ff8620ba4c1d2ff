"""Days and hours as people live them: local dates, local times, and how they are typed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# Nothing planned reaches a youth outside these local times. Both count, the whole minute of 21u30 too.
EARLIEST = time(9)
LATEST = time(21, 30)

_DAY = re.compile(r"([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4}|[0-9]{2})")

_TIMES = (
    re.compile(r"([0-9]{1,2}) ?(?:uur|u|h)?"),  # 17, 17u, 17 uur
    re.compile(r"([0-9]{1,2}) ?(?:uur|[uh:.]) ?([0-9]{2}) ?(?:uur|u)?"),  # 17u30, 17:30, 17.30 uur
    re.compile(r"([0-9]{1,2})([0-9]{2})"),  # 1730, 930
)


def slot(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which a clock on the wall in `zone` shows `at` on `day`.

    On the night the clock goes forward, a time that is skipped moves on by the gap (02:30 becomes 03:30).
    On the night it goes back, a time that comes twice means the first one.
    """
    # fold=0 reads a skipped time with the offset before the gap, which is what moves it forward.
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """The same moment on the clock of `zone`. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return moment.astimezone(zone)


def local_day(now: datetime, zone: ZoneInfo) -> date:
    """The date in `zone` at that moment."""
    return local(now, zone).date()


def local_minute(moment: datetime, zone: ZoneInfo) -> time:
    """What a clock without a second hand shows in `zone` at that moment."""
    return _to_minute(local(moment, zone).time())


def within_hours(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a planned message may reach a youth then: from `EARLIEST` to `LATEST`, both included."""
    return may_be_asked_at(local_minute(moment, zone))


def next_within_hours(moment: datetime, zone: ZoneInfo) -> datetime:
    """The first moment, from `moment` on, at which a planned message may reach a youth."""
    if within_hours(moment, zone):
        return moment
    today = local_day(moment, zone)
    return slot(today if local_minute(moment, zone) < EARLIEST else today + timedelta(days=1), EARLIEST, zone)


def may_be_asked_at(at: time) -> bool:
    """Whether a youth may choose this local time for the daily question."""
    return EARLIEST <= _to_minute(at) <= LATEST


def read_day(text: str, today: date) -> date | None:
    """A typed date, day first: 24/11/2026, 4-3-26, 04.03.2026. None when there is no such day.

    A year of two digits is the one nearest to `today`.
    """
    typed = _DAY.fullmatch(_tidy(text))
    if typed is None:
        return None
    day, _, month, year = typed.groups()
    try:
        return date(_whole_year(year, today), int(month), int(day))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """A typed local time: 17u30, 17u, 17:30, 17.30, 1730 or 17. None when it is no time of day."""
    for form in _TIMES:
        if typed := form.fullmatch(_tidy(text)):
            return _time_of_day(*(int(part) for part in typed.groups()))
    return None


def _to_minute(at: time) -> time:
    return at.replace(second=0, microsecond=0, tzinfo=None, fold=0)


def _tidy(text: str) -> str:
    return " ".join(text.lower().split())


def _whole_year(year: str, today: date) -> int:
    if len(year) == 4:
        return int(year)
    this_century = today.year - today.year % 100 + int(year)
    return min((this_century + shift for shift in (0, -100, 100)), key=lambda near: abs(near - today.year))


def _time_of_day(hour: int, minute: int = 0) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None
