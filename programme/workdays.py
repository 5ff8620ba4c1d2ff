"""Days on which staff work, and days on which much of the country does not.

Reading: staff work from Monday to Friday, not on Belgian public holidays. In a short school holiday they work too, but
schools, services and families are away: what has to be prepared with them is said before it begins. Summer lasts two
months, which is no time to say it ahead, so nothing moves for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays
from dateutil.easter import easter
from dateutil.relativedelta import MO, relativedelta

SATURDAY = 5
A_DAY = timedelta(days=1)
A_WEEK = timedelta(weeks=1)

Days = tuple[date, date]
"""The first and the last day of a stretch; both count."""


def is_working_day(day: date) -> bool:
    """Whether staff work on `day`."""
    return day.weekday() < SATURDAY and not is_public_holiday(day)


def is_public_holiday(day: date) -> bool:
    """Whether `day` is a public holiday in Belgium."""
    return day in _belgium()


def working_day_until(day: date) -> date:
    """`day` itself when it is worked, else the last working day before it."""
    while not is_working_day(day):
        day -= A_DAY
    return day


def working_day_from(day: date) -> date:
    """`day` itself when it is worked, else the first working day after it."""
    while not is_working_day(day):
        day += A_DAY
    return day


def after_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days after `day`: after one, Friday and Saturday both become Monday."""
    for _ in range(count):
        day = working_day_from(day + A_DAY)
    return day


def reminder_day(day: date) -> date:
    """When to say what was meant to be said on `day`: that day, or the last working day before what is in the way.

    In the way are weekends, Belgian public holidays, and Flemish school holidays of one or two weeks.
    """
    while (moved := _before_what_is_in_the_way(day)) != day:
        day = moved
    return day


def school_holidays(year: int) -> tuple[Days, ...]:
    """The short school holidays of Flanders that begin in this calendar year, from Monday to Sunday.

    The rules are the Flemish government's own, in force since 2018 at the latest: the week of All Saints, two weeks
    with Christmas, the week of the seventh Monday before Easter, and two weeks around Easter.
    """
    return (_carnival(year), _spring(year), _autumn(year), _christmas(year))


def _before_what_is_in_the_way(day: date) -> date:
    for first, last in (*school_holidays(day.year - 1), *school_holidays(day.year)):
        if first <= day <= last:
            return working_day_until(first - A_DAY)
    return working_day_until(day)


def _weeks(monday: date, count: int) -> Days:
    return monday, monday + count * A_WEEK - A_DAY


def _monday_of(day: date) -> date:
    return day - day.weekday() * A_DAY


def _carnival(year: int) -> Days:
    return _weeks(easter(year) - 48 * A_DAY, 1)


def _spring(year: int) -> Days:
    """From the first Monday of April; when Easter is in March the Monday after it, when late the second before it."""
    sunday = easter(year)
    if sunday.month == 3:
        return _weeks(sunday + A_DAY, 2)
    if sunday > date(year, 4, 15):
        return _weeks(sunday - 13 * A_DAY, 2)
    return _weeks(date(year, 4, 1) + relativedelta(weekday=MO(1)), 2)


def _autumn(year: int) -> Days:
    """The week of 1 November; when that is a Sunday, the week after."""
    all_saints = date(year, 11, 1)
    return _weeks(_monday_of(all_saints + A_DAY) if all_saints.weekday() > SATURDAY else _monday_of(all_saints), 1)


def _christmas(year: int) -> Days:
    """From the Monday of the week of 25 December; when that is a Saturday or Sunday, the Monday after."""
    christmas = date(year, 12, 25)
    monday = _monday_of(christmas)
    return _weeks(monday + A_WEEK if christmas.weekday() >= SATURDAY else monday, 2)


@cache
def _belgium() -> holidays.HolidayBase:
    return holidays.country_holidays("BE")


def days(first: date, last: date) -> Iterator[date]:
    """Each day from `first` to `last`; both count."""
    return (first + ahead * A_DAY for ahead in range((last - first).days + 1))
