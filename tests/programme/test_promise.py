from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.promise import comes_back_on, duo_sees_from
from programme.workdays import is_working_day


@pytest.mark.parametrize(
    ("promised", "back"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 11, 25), id="Monday, back on Wednesday"),
        pytest.param(date(2026, 11, 26), date(2026, 11, 30), id="Thursday, back on Monday"),
        pytest.param(date(2026, 11, 27), date(2026, 12, 1), id="Friday, back on Tuesday"),
        pytest.param(date(2026, 11, 28), date(2026, 12, 1), id="Saturday, back on Tuesday"),
        pytest.param(date(2026, 11, 29), date(2026, 12, 1), id="Sunday, back on Tuesday"),
        pytest.param(date(2026, 12, 24), date(2026, 12, 29), id="Christmas Eve, over Christmas and a weekend"),
        pytest.param(date(2026, 10, 23), date(2026, 10, 27), id="over the October change of the clock"),
    ],
)
def test_when_it_comes_back(promised: date, back: date) -> None:
    assert comes_back_on(promised) == back


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_it_comes_back_on_a_working_day_after_a_working_day_to_do_it(promised: date) -> None:
    back = comes_back_on(promised)
    assert is_working_day(back)
    assert duo_sees_from(promised) == back
    between = [date.fromordinal(day) for day in range(promised.toordinal() + 1, back.toordinal())]
    assert sum(is_working_day(day) for day in between) == 1
