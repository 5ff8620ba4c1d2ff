from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import EARLIEST, local, slot, within_hours
from programme.checkin import NUDGE_AFTER, NUDGE_LATEST, Face, choose_opener, expires_at, is_low, nudge_at
from tests.programme.moments import BRUSSELS, MOMENTS, utc


def test_only_the_two_lowest_are_low() -> None:
    assert [face for face in Face if is_low(face)] == [Face.VERY_BAD, Face.BAD]
    assert sorted(Face) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("asked", "nudged"),
    [
        pytest.param(time(10), time(13), id="morning"),
        pytest.param(time(17, 30), time(20, 30), id="17u30"),
        pytest.param(time(18), time(21), id="exactly 21u"),
        pytest.param(time(18, 0, 40), time(21, 0, 40), id="the minute of 21u counts whole"),
        pytest.param(time(18, 1), None, id="after 21u"),
        pytest.param(time(20), None, id="20u"),
        pytest.param(time(21, 30), None, id="would be past midnight"),
        pytest.param(time(5, 59), None, id="before the hours"),
        pytest.param(time(6), time(9), id="at the first hour"),
    ],
)
@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 3, 29), date(2026, 10, 25)])
def test_nudge_at(day: date, asked: time, nudged: time | None) -> None:
    expected = None if nudged is None else slot(day, nudged, BRUSSELS)
    assert nudge_at(slot(day, asked, BRUSSELS), BRUSSELS) == expected


@given(MOMENTS)
def test_a_nudge_is_three_hours_on_and_never_late(asked: datetime) -> None:
    nudge = nudge_at(asked, BRUSSELS)
    if nudge is not None:
        shown = local(nudge, BRUSSELS)
        assert nudge - asked == NUDGE_AFTER
        assert EARLIEST <= shown.time().replace(second=0, microsecond=0) <= NUDGE_LATEST


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        pytest.param(date(2026, 11, 24), utc(2026, 11, 24, 20, 31), id="winter"),
        pytest.param(date(2026, 3, 29), utc(2026, 3, 29, 19, 31), id="March change"),
        pytest.param(date(2026, 10, 25), utc(2026, 10, 25, 20, 31), id="October change"),
    ],
)
def test_expires_as_the_hours_end(day: date, moment: datetime) -> None:
    assert expires_at(day, BRUSSELS) == moment
    assert not within_hours(moment, BRUSSELS)
    assert within_hours(moment - timedelta(microseconds=1), BRUSSELS)


@given(st.randoms(use_true_random=False), st.integers(2, 30), st.data())
def test_an_opener_never_repeats(chance: Random, count: int, data: st.DataObject) -> None:
    previous = data.draw(st.none() | st.integers(0, count + 5))
    chosen = choose_opener(chance, previous, count)
    assert chosen in range(count)
    assert chosen != previous


def test_every_other_opener_gets_its_turn() -> None:
    chance = Random(1)
    assert {choose_opener(chance, 3, 14) for _ in range(1000)} == set(range(14)) - {3}


@pytest.mark.parametrize("count", [-1, 0, 1])
def test_too_few_openers(count: int) -> None:
    with pytest.raises(ValueError, match="two openers"):
        choose_opener(Random(1), None, count)
