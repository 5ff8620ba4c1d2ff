"""Working days, Belgian holidays and Flemish school holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.workdays import (
    after_working_days,
    is_public_holiday,
    is_working_day,
    reminder_day,
    school_holidays,
    working_day_from,
    working_day_until,
)

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))

# As the Flemish government published them (onderwijs.vlaanderen.be). Easter Monday may come right after them; it is a
# public holiday.
PUBLISHED = {
    2024: ["02-12 02-18", "04-01 04-14", "10-28 11-03", "12-23 01-05"],
    2025: ["03-03 03-09", "04-07 04-20", "10-27 11-02", "12-22 01-04"],
    2026: ["02-16 02-22", "04-06 04-19", "11-02 11-08", "12-21 01-03"],
    2027: ["02-08 02-14", "03-29 04-11", "11-01 11-07", "12-27 01-09"],
    2028: ["02-28 03-05", "04-03 04-16", "10-30 11-05", "12-25 01-07"],
    2029: ["02-12 02-18", "04-02 04-15"],
}


def published(year: int, stretch: str) -> tuple[date, date]:
    first, last = (date.fromisoformat(f"{year}-{day}") for day in stretch.split())
    return first, last if last > first else last.replace(year=year + 1)


@pytest.mark.parametrize("year", PUBLISHED)
def test_school_holidays_are_the_published_ones(year: int) -> None:
    ours = school_holidays(year)
    assert [published(year, stretch) for stretch in PUBLISHED[year]] == list(ours[: len(PUBLISHED[year])])


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 1, 1), id="New Year"),
        pytest.param(date(2026, 4, 6), id="Easter Monday"),
        pytest.param(date(2026, 5, 1), id="1 May"),
        pytest.param(date(2026, 5, 14), id="Ascension"),
        pytest.param(date(2026, 5, 25), id="Whit Monday"),
        pytest.param(date(2026, 7, 21), id="the national day"),
        pytest.param(date(2026, 8, 15), id="15 August"),
        pytest.param(date(2026, 11, 1), id="All Saints"),
        pytest.param(date(2026, 11, 11), id="11 November"),
        pytest.param(date(2026, 12, 25), id="Christmas"),
    ],
)
def test_public_holidays(day: date) -> None:
    assert is_public_holiday(day)
    assert not is_working_day(day)


def test_the_feast_of_flanders_is_worked() -> None:
    assert is_working_day(date(2028, 7, 11))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 11, 24), id="a Tuesday"),
        pytest.param(date(2026, 11, 28), date(2026, 11, 27), id="Saturday: Friday"),
        pytest.param(date(2026, 11, 29), date(2026, 11, 27), id="Sunday: Friday"),
        pytest.param(date(2026, 11, 11), date(2026, 11, 10), id="11 November: the day before"),
        pytest.param(date(2026, 5, 14), date(2026, 5, 13), id="Ascension: Wednesday"),
        pytest.param(date(2026, 5, 15), date(2026, 5, 15), id="the bridge day is worked"),
        pytest.param(date(2026, 5, 25), date(2026, 5, 22), id="Whit Monday: Friday"),
        pytest.param(date(2026, 11, 4), date(2026, 10, 30), id="herfstvakantie: the Friday before"),
        pytest.param(date(2026, 12, 31), date(2026, 12, 18), id="kerstvakantie: the Friday before"),
        pytest.param(date(2027, 1, 1), date(2026, 12, 18), id="its second week too, in the next year"),
        pytest.param(date(2027, 1, 3), date(2026, 12, 18), id="its last Sunday"),
        pytest.param(date(2027, 1, 4), date(2027, 1, 4), id="the Monday after"),
        pytest.param(date(2026, 2, 18), date(2026, 2, 13), id="krokusvakantie"),
        pytest.param(date(2026, 4, 19), date(2026, 4, 3), id="paasvakantie: over Easter Monday to Friday"),
        pytest.param(date(2028, 4, 17), date(2028, 3, 31), id="Easter Monday right after it"),
        pytest.param(date(2026, 7, 15), date(2026, 7, 15), id="summer: as it is"),
        pytest.param(date(2026, 7, 21), date(2026, 7, 20), id="the national day in summer"),
        pytest.param(date(2026, 8, 15), date(2026, 8, 14), id="15 August on a Saturday"),
    ],
)
def test_reminder_day(day: date, said: date) -> None:
    assert reminder_day(day) == said


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        pytest.param(date(2026, 11, 27), 1, date(2026, 11, 30), id="Friday"),
        pytest.param(date(2026, 11, 28), 1, date(2026, 11, 30), id="Saturday"),
        pytest.param(date(2026, 11, 10), 1, date(2026, 11, 12), id="over 11 November"),
        pytest.param(date(2026, 12, 24), 2, date(2026, 12, 29), id="over Christmas and a weekend"),
        pytest.param(date(2026, 11, 24), 0, date(2026, 11, 24), id="none"),
    ],
)
def test_after_working_days(day: date, count: int, then: date) -> None:
    assert after_working_days(day, count) == then


@given(DAYS)
def test_what_is_said_is_said_on_a_working_day_not_later_and_within_three_weeks(day: date) -> None:
    said = reminder_day(day)
    assert is_working_day(said)
    assert timedelta(0) <= day - said < timedelta(weeks=3)
    assert reminder_day(said) == said


@given(DAYS)
def test_working_days_before_and_after_are_the_nearest(day: date) -> None:
    before, after = working_day_until(day), working_day_from(day)
    assert before <= day <= after
    assert (before == day) == (after == day) == is_working_day(day)
    between = (before + timedelta(days=n) for n in range(1, (after - before).days))
    assert not any(is_working_day(each) for each in between)
