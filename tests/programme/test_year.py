"""To which days a year may be changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.phases import Year
from programme.year import Refused, home_refused, new_start_refused, pause_refused, stop_refused

TODAY = date(2026, 11, 24)
YEAR = Year(date(2026, 3, 1))
STOPPED = Year(date(2026, 3, 1), stopped_on=date(2026, 10, 1))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("label", "day", "year", "why"),
    [
        ("today", TODAY, YEAR, None),
        ("a year ago", date(2025, 11, 24), YEAR, None),
        ("a day more", date(2025, 11, 23), YEAR, Refused.TOO_LONG_AGO),
        ("60 days ahead", date(2027, 1, 23), YEAR, None),
        ("61 days ahead", date(2027, 1, 24), YEAR, Refused.TOO_FAR_AHEAD),
        ("on the day it was stopped", date(2026, 10, 1), STOPPED, None),
        ("after it was stopped", date(2026, 10, 2), STOPPED, Refused.AFTER_THE_STOP),
    ],
)
def test_a_new_start(label: str, day: date, year: Year, why: Refused | None) -> None:
    assert new_start_refused(day, year, TODAY) is why, label


@pytest.mark.parametrize(
    ("label", "day", "why"),
    [
        ("the first day", date(2026, 3, 1), None),
        ("the day before", date(2026, 2, 28), Refused.BEFORE_THE_START),
        ("the last day", date(2027, 2, 28), None),
        ("the day it is over", date(2027, 3, 1), Refused.AFTER_THE_YEAR),
    ],
)
def test_an_early_end(label: str, day: date, why: Refused | None) -> None:
    assert stop_refused(day, YEAR) is why, label
    assert stop_refused(day, STOPPED) is why, f"{label}, of a year that was stopped before"


@pytest.mark.parametrize(
    ("label", "through", "why"),
    [
        ("yesterday", date(2026, 11, 23), Refused.PAST),
        ("today", TODAY, None),
        ("366 days ahead", date(2027, 11, 25), None),
        ("367 days ahead", date(2027, 11, 26), Refused.TOO_LONG),
    ],
)
def test_a_pause(label: str, through: date, why: Refused | None) -> None:
    assert pause_refused(through, TODAY) is why, label


@pytest.mark.parametrize(
    ("label", "day", "why"),
    [
        ("a year ago", date(2025, 11, 24), None),
        ("a day more", date(2025, 11, 23), Refused.TOO_LONG_AGO),
        ("60 days ahead", date(2027, 1, 23), None),
        ("61 days ahead", date(2027, 1, 24), Refused.TOO_FAR_AHEAD),
    ],
)
def test_a_home(label: str, day: date, why: Refused | None) -> None:
    assert home_refused(day, TODAY) is why, label


@given(start=DAYS, stop=DAYS)
def test_a_year_that_may_be_stopped_has_its_end_there_and_its_start_before_it(start: date, stop: date) -> None:
    year = Year(start)
    if stop_refused(stop, year) is None:
        stopped = Year(start, stopped_on=stop)
        assert start <= stopped.ends == stop < year.full


@given(start=DAYS, days=st.integers(0, 400), moved=DAYS, today=DAYS)
def test_no_year_ends_before_it_starts(start: date, days: int, moved: date, today: date) -> None:
    stop = start + timedelta(days=days)
    year = Year(start, stopped_on=stop)
    if stop_refused(stop, Year(start)) is None and new_start_refused(moved, year, today) is None:
        assert moved <= Year(moved, stopped_on=stop).ends
