from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given

from programme.calendar import local_minute, slot
from programme.silence import (
    STAFF_EARLIEST,
    STAFF_LATEST,
    duo_hears_at,
    going_quiet_after,
    reasonable_for_staff,
)
from tests.programme.moments import BRUSSELS, MOMENTS, utc


def test_two_days_and_two_more() -> None:
    asked = utc(2026, 3, 28, 16, 30)  # the clock changes in between: elapsed time counts
    told = going_quiet_after(asked)
    assert told == utc(2026, 3, 30, 16, 30)
    assert duo_hears_at(told) == utc(2026, 4, 1, 16, 30)


@pytest.mark.parametrize(
    ("day", "at", "moved"),
    [
        pytest.param(date(2026, 11, 24), time(8), (date(2026, 11, 24), time(8)), id="8u"),
        pytest.param(date(2026, 11, 24), time(20), (date(2026, 11, 24), time(20)), id="20u"),
        pytest.param(date(2026, 11, 24), time(7, 59), (date(2026, 11, 24), time(8)), id="early"),
        pytest.param(date(2026, 11, 24), time(0), (date(2026, 11, 24), time(8)), id="midnight"),
        pytest.param(date(2026, 11, 24), time(20, 1), (date(2026, 11, 25), time(8)), id="late"),
        pytest.param(date(2026, 3, 28), time(23), (date(2026, 3, 29), time(8)), id="over the March change"),
        pytest.param(date(2026, 10, 24), time(23), (date(2026, 10, 25), time(8)), id="over the October change"),
        pytest.param(date(2028, 2, 28), time(23), (date(2028, 2, 29), time(8)), id="to the leap day"),
        pytest.param(date(2026, 12, 31), time(23), (date(2027, 1, 1), time(8)), id="to the new year"),
    ],
)
def test_reasonable_for_staff(day: date, at: time, moved: tuple[date, time]) -> None:
    assert reasonable_for_staff(slot(day, at, BRUSSELS), BRUSSELS) == slot(*moved, BRUSSELS)


@given(MOMENTS)
def test_a_push_waits_at_most_a_night(moment: datetime) -> None:
    moved = reasonable_for_staff(moment, BRUSSELS)
    assert timedelta(0) <= moved - moment <= timedelta(hours=13)
    assert STAFF_EARLIEST <= local_minute(moved, BRUSSELS) <= STAFF_LATEST
    assert reasonable_for_staff(moved, BRUSSELS) == moved
