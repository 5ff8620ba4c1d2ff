from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.contacts import NOTED_WITHIN, DayRefused, When, day_refused, may_be_noted_on, when

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        pytest.param(TODAY, None, id="today"),
        pytest.param(date(2026, 11, 23), None, id="yesterday"),
        pytest.param(date(2026, 9, 25), None, id="sixty days ago"),
        pytest.param(date(2026, 9, 24), DayRefused.TOO_LONG_AGO, id="sixty-one days ago"),
        pytest.param(date(1, 1, 1), DayRefused.TOO_LONG_AGO, id="the year one"),
        pytest.param(date(2026, 11, 25), DayRefused.TO_COME, id="tomorrow"),
        pytest.param(date(9999, 12, 31), DayRefused.TO_COME, id="the last day there is"),
    ],
)
def test_what_can_be_noted(day: date, refused: DayRefused | None) -> None:
    assert day_refused(day, TODAY) is refused
    assert may_be_noted_on(day, TODAY) is (refused is None)


@pytest.mark.parametrize(
    ("day", "at_once", "said"),
    [
        pytest.param(TODAY, True, When.NOW, id="just now"),
        pytest.param(TODAY, False, When.EARLIER, id="earlier today"),
        pytest.param(date(2026, 11, 23), False, When.YESTERDAY, id="yesterday"),
        pytest.param(date(2026, 11, 23), True, When.YESTERDAY, id="noted at once, yesterday"),
        pytest.param(date(2026, 11, 22), False, When.OTHER, id="the day before"),
        pytest.param(date(2026, 11, 22), True, When.OTHER, id="noted at once, the day before"),
    ],
)
def test_what_one_calls_it(day: date, said: When, *, at_once: bool) -> None:
    assert when(day, TODAY, at_once=at_once) is said


@given(DAYS, DAYS, st.booleans())
def test_every_day_has_one_name_and_the_stretch_one_length(day: date, today: date, at_once: bool) -> None:  # noqa: FBT001
    assert (when(day, today, at_once=at_once) in {When.NOW, When.EARLIER}) is (day == today)
    back = today - day
    assert may_be_noted_on(day, today) is (timedelta(0) <= back <= NOTED_WITHIN)
