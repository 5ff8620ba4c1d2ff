from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import may_be_asked_at
from programme.joining import LOCKED_FOR, LOOK_BACK, OFFERED_TIMES, WRONG_CODES, is_locked_out, locked_until
from tests.programme.moments import utc

NOON = utc(2026, 11, 24, 12)


def at(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("wrong", "now", "until"),
    [
        pytest.param([], 0, None, id="none"),
        pytest.param([0, 1, 2, 3], 4, None, id="one short"),
        pytest.param([0, 1, 2, 3, 4], 4, 64, id="five"),
        pytest.param([4, 2, 0, 3, 1], 4, 64, id="in any order"),
        pytest.param([0, 0, 0, 0, 0], 0, 60, id="at once"),
        pytest.param([0, 1, 2, 3, 4], 63, 64, id="still locked"),
        pytest.param([0, 1, 2, 3, 4], 64, None, id="over"),
        pytest.param([0, 15, 30, 45, 60], 60, 120, id="just within an hour"),
        pytest.param([0, 15, 30, 45, 61], 61, None, id="spread over more than an hour"),
        pytest.param([0, 15, 30, 45, 61, 62], 62, 122, id="a later five within an hour"),
        pytest.param([0, 1, 2, 3, 4, 30, 63], 63, 64, id="tries during the lock do not lengthen it"),
        pytest.param([0, 1, 2, 3, 4, 30, 31, 32, 33, 34], 70, None, id="nor do five of them lock anew"),
        pytest.param([0, 1, 2, 3, 4, 64], 64, None, id="a clean start afterwards"),
        pytest.param([0, 0, 0, 0, 0, 60], 60, None, id="a clean start at the very end"),
        pytest.param([0, 1, 2, 3, 4, 64, 65, 66, 67, 68], 70, 128, id="locked again"),
    ],
)
def test_locked_until(wrong: list[int], now: int, until: int | None) -> None:
    expected = None if until is None else at(until)
    assert locked_until([at(minute) for minute in wrong], at(now), WRONG_CODES) == expected


@given(st.lists(st.integers(-100, 0), max_size=30), st.integers(1, 10))
def test_a_lock_ends_within_the_hour_and_takes_enough_wrong_codes(minutes: list[int], limit: int) -> None:
    until = locked_until([at(minute) for minute in minutes], NOON, limit)
    if until is not None:
        assert NOON < until <= NOON + LOCKED_FOR
        assert len(minutes) >= limit


@given(st.sets(st.integers(-600, 0), max_size=40))
def test_what_is_not_tried_during_locks_needs_no_longer_look_back(minutes: set[int]) -> None:
    kept: list[datetime] = []
    for moment in sorted(at(minute) for minute in minutes):
        if locked_until(kept, moment, WRONG_CODES) is None:
            kept.append(moment)
    recent = [moment for moment in kept if NOON - moment <= LOOK_BACK]
    assert locked_until(recent, NOON, WRONG_CODES) == locked_until(kept, NOON, WRONG_CODES)


@pytest.mark.parametrize(
    ("own", "everybodys", "locked"),
    [
        pytest.param([0], 99, False, id="one wrong, few guess"),
        pytest.param([0], 100, True, id="one wrong, many guess"),
        pytest.param([], 100, False, id="none wrong, many guess"),
        pytest.param([-60], 100, False, id="one wrong an hour ago, many guess"),
        pytest.param([-4, -3, -2, -1, 0], 5, True, id="five wrong"),
    ],
)
def test_many_who_guess_leave_one_wrong_code_to_each(own: list[int], everybodys: int, *, locked: bool) -> None:
    assert is_locked_out([at(minute) for minute in own], [NOON] * everybodys, NOON) is locked


def test_offered_times_may_be_chosen() -> None:
    assert all(may_be_asked_at(offered) for offered in OFFERED_TIMES)
