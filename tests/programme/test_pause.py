from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local
from programme.pause import Pause, is_paused, paused_until
from tests.programme.moments import BRUSSELS, MOMENTS, utc

NOW = utc(2026, 11, 24, 12)
BEFORE = utc(2026, 11, 24, 11, 59)
AFTER = utc(2026, 11, 24, 12, 1)


@pytest.mark.parametrize(
    ("pause", "now", "until"),
    [
        pytest.param(Pause.TODAY, NOW, utc(2026, 11, 24, 23), id="today"),
        pytest.param(Pause.TODAY, utc(2026, 11, 24, 23), utc(2026, 11, 25, 23), id="at midnight"),
        pytest.param(Pause.THREE_DAYS, NOW, utc(2026, 11, 26, 23), id="three days"),
        pytest.param(Pause.WEEK, NOW, utc(2026, 11, 30, 23), id="a week"),
        pytest.param(Pause.TODAY, utc(2026, 3, 29, 8), utc(2026, 3, 29, 22), id="March, 23-hour day"),
        pytest.param(Pause.THREE_DAYS, utc(2026, 10, 24, 8), utc(2026, 10, 26, 23), id="over October"),
        pytest.param(Pause.THREE_DAYS, utc(2028, 2, 27, 8), utc(2028, 2, 29, 23), id="leap day"),
        pytest.param(Pause.WEEK, utc(2026, 12, 28, 8), utc(2027, 1, 3, 23), id="new year"),
    ],
)
def test_paused_until(pause: Pause, now: datetime, until: datetime) -> None:
    assert paused_until(pause, now, BRUSSELS) == until


def test_until_i_say_is_open() -> None:
    assert paused_until(Pause.UNTIL_I_SAY, NOW, BRUSSELS) is None


@given(
    st.sampled_from([Pause.TODAY, Pause.THREE_DAYS, Pause.WEEK]),
    MOMENTS,
)
def test_a_pause_ends_later_and_at_local_midnight(pause: Pause, now: datetime) -> None:
    until = paused_until(pause, now, BRUSSELS)
    assert until is not None
    assert is_paused(True, until, now)  # noqa: FBT003 - a stored fact
    assert local(until, BRUSSELS).time() == time(0)


@pytest.mark.parametrize(
    ("paused", "until", "quiet"),
    [
        pytest.param(False, None, False, id="not paused"),
        pytest.param(False, AFTER, False, id="undone early"),
        pytest.param(True, None, True, id="open"),
        pytest.param(True, AFTER, True, id="still on"),
        pytest.param(True, NOW, False, id="ends now"),
        pytest.param(True, BEFORE, False, id="ended"),
    ],
)
def test_is_paused(paused: bool, until: datetime | None, quiet: bool) -> None:  # noqa: FBT001 - columns of the table
    assert is_paused(paused, until, NOW) is quiet
