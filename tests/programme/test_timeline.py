"""Which weeks of a year are looked at together, and what is aimed for in each."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.phases import Phase, Year
from programme.targets import Walk, aimed_for, in_opstart, monday_of
from programme.timeline import AHEAD, MOST_WEEKS, weeks_shown
from programme.workdays import A_WEEK

START = date(2026, 11, 26)  # a Thursday
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


@given(start=DAYS, after=st.integers(-60, 1500))
def test_the_weeks_follow_each_other_and_hold_today_and_what_comes(start: date, after: int) -> None:
    today = start + timedelta(days=after)
    weeks = weeks_shown(Year(start), today)
    assert 8 < len(weeks) <= MOST_WEEKS
    assert all(later - earlier == A_WEEK for earlier, later in pairwise(weeks))
    assert weeks[-1] <= max(today, start) + AHEAD < weeks[-1] + A_WEEK
    assert weeks[0] == monday_of(start) or len(weeks) == MOST_WEEKS


@pytest.mark.parametrize(
    ("label", "walk", "weeks", "aim"),
    [
        ("four days of the first week", Walk(Year(START)), 0, 2),
        ("a whole week of the opstart", Walk(Year(START)), 1, 3),
        ("three days of each phase", Walk(Year(START)), 6, 3),
        ("a whole week after it", Walk(Year(START)), 7, 2),
        ("before the year", Walk(Year(START)), -1, None),
        ("after the year", Walk(Year(START)), 54, None),
        ("another target", Walk(Year(START), {Phase.UITVOERING_1: 5}), 7, 5),
        ("no target", Walk(Year(START), {Phase.UITVOERING_1: 0}), 7, None),
        ("on pause", Walk(Year(START), off=[(MONDAY, date.max)]), 7, None),
        ("half on pause", Walk(Year(START), off=[(MONDAY + 7 * A_WEEK, MONDAY + 7 * A_WEEK + A_WEEK / 7 * 3)]), 7, 1),
        ("stopped on Monday", Walk(Year(START, stopped_on=MONDAY + A_WEEK)), 1, None),
    ],
)
def test_what_is_aimed_for_in_a_week(label: str, walk: Walk, weeks: int, aim: int | None) -> None:
    assert aimed_for(walk, MONDAY + weeks * A_WEEK) == aim, label


@given(start=DAYS, week=st.integers(0, 5), target=st.integers(0, 7))
def test_in_the_opstart_it_is_the_target_of_the_week(start: date, week: int, target: int) -> None:
    walk, monday = Walk(Year(start), {Phase.OPSTART: target}), monday_of(start) + week * A_WEEK
    progress = in_opstart(walk, (), monday)
    assert aimed_for(walk, monday) == (None if progress is None else progress.target)
