from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given

from programme.calendar import slot, within_hours
from programme.handing_over import TIME_TO_UNDO, heard_at
from tests.programme.moments import BRUSSELS, MOMENTS

TUE = date(2026, 11, 24)


def at(hour: int, minute: int, day: date = TUE) -> datetime:
    return slot(day, time(hour, minute), BRUSSELS)


@pytest.mark.parametrize(
    ("now", "heard"),
    [
        pytest.param(at(10, 0), at(10, 2), id="by day"),
        pytest.param(at(21, 28), at(21, 30), id="the last minute"),
        pytest.param(at(21, 29), at(9, 0, TUE + timedelta(days=1)), id="just too late"),
        pytest.param(at(3, 0), at(9, 0), id="at night"),
        pytest.param(at(8, 59), at(9, 1), id="it can be undone in the morning too"),
    ],
)
def test_a_youth_hears_it_at_a_good_hour(now: datetime, heard: datetime) -> None:
    assert heard_at(now, BRUSSELS) == heard


@given(MOMENTS)
def test_it_can_always_be_undone_and_comes_at_no_wrong_hour(now: datetime) -> None:
    heard = heard_at(now, BRUSSELS)
    assert now + TIME_TO_UNDO <= heard <= now + timedelta(hours=13)
    assert within_hours(heard, BRUSSELS)
