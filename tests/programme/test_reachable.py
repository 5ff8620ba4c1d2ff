from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local, local_day, slot
from programme.reachable import OPENS, Away, reach
from programme.workdays import is_working_day
from tests.programme.moments import BRUSSELS, MOMENTS

# A week in winter, and the two in which the clock changes on the Sunday.
TUE, WED, THU, FRI, SAT, SUN, MON = (date(2026, 11, 24) + timedelta(days=each) for each in range(7))
MARCH, OCTOBER = date(2026, 3, 29), date(2026, 10, 25)
DAY = timedelta(days=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return slot(day, time(hour, minute), BRUSSELS)


@pytest.mark.parametrize(
    ("now", "since"),
    [
        pytest.param(at(TUE, 9), at(TUE, 9), id="as the day opens"),
        pytest.param(at(TUE, 12), at(TUE, 9), id="at noon"),
        pytest.param(at(FRI, 18) - timedelta(microseconds=1), at(FRI, 9), id="just before Friday closes"),
        pytest.param(at(MARCH + DAY, 9), at(MARCH + DAY, 9), id="the Monday after March"),
        pytest.param(at(OCTOBER + DAY, 9), at(OCTOBER + DAY, 9), id="the Monday after October"),
    ],
)
def test_somebody_reads(now: datetime, since: datetime) -> None:
    there = reach(now, BRUSSELS)
    assert (there.reads, there.since, there.again_at) == (True, since, None)


@pytest.mark.parametrize(
    ("now", "since", "again_at"),
    [
        pytest.param(at(TUE, 8, 59), at(TUE - DAY, 18), at(TUE, 9), id="a minute early"),
        pytest.param(at(TUE, 18), at(TUE, 18), at(WED, 9), id="as the day closes"),
        pytest.param(at(TUE, 23, 59), at(TUE, 18), at(WED, 9), id="before midnight"),
        pytest.param(at(WED, 0), at(TUE, 18), at(WED, 9), id="at midnight"),
        pytest.param(at(FRI, 18), at(FRI, 18), at(MON, 9), id="Friday evening"),
        pytest.param(at(SAT, 0), at(FRI, 18), at(MON, 9), id="the midnight after it"),
        pytest.param(at(SAT, 12), at(FRI, 18), at(MON, 9), id="Saturday noon"),
        pytest.param(at(SUN, 23, 59), at(FRI, 18), at(MON, 9), id="Sunday night"),
        pytest.param(at(MON, 8), at(FRI, 18), at(MON, 9), id="Monday morning"),
        pytest.param(at(MARCH - DAY, 23), at(MARCH - 2 * DAY, 18), at(MARCH + DAY, 9), id="the night of March"),
        pytest.param(at(MARCH, 2, 30), at(MARCH - 2 * DAY, 18), at(MARCH + DAY, 9), id="in the hour that is skipped"),
        pytest.param(
            at(OCTOBER, 2, 30), at(OCTOBER - 2 * DAY, 18), at(OCTOBER + DAY, 9), id="in the one that is twice"
        ),
    ],
)
def test_nobody_reads(now: datetime, since: datetime, again_at: datetime) -> None:
    there = reach(now, BRUSSELS)
    assert (there.reads, there.since, there.again_at) == (False, since, again_at)


@pytest.mark.parametrize(
    ("left", "through", "now", "again_at"),
    [
        pytest.param(at(TUE, 10), TUE, at(TUE, 12), at(WED, 9), id="for today"),
        pytest.param(at(TUE, 10), TUE, at(TUE, 23, 59), at(WED, 9), id="to the end of today"),
        pytest.param(at(TUE, 23), WED, at(TUE, 23), at(THU, 9), id="set at night, through tomorrow"),
        pytest.param(at(WED, 0), WED, at(WED, 0), at(THU, 9), id="set at midnight, for the day that begins"),
        pytest.param(at(TUE, 10), THU, at(WED, 8), at(FRI, 9), id="before an hour on which they would read"),
        pytest.param(at(TUE, 10), FRI, at(WED, 12), at(MON, 9), id="through Friday"),
        pytest.param(at(TUE, 10), SAT, at(WED, 12), at(MON, 9), id="through Saturday"),
        pytest.param(at(TUE, 10), SUN, at(SUN, 12), at(MON, 9), id="through a Sunday"),
        pytest.param(at(SAT, 10), MON, at(SAT, 10), at(MON + DAY, 9), id="through Monday, set in the weekend"),
        pytest.param(at(TUE, 10), date(2027, 11, 24), at(WED, 12), at(date(2027, 11, 25), 9), id="for a year"),
        pytest.param(at(MARCH - DAY, 10), MARCH, at(MARCH, 4), at(MARCH + DAY, 9), id="through the Sunday of March"),
        pytest.param(
            at(OCTOBER - DAY, 10), OCTOBER, at(OCTOBER, 2, 30), at(OCTOBER + DAY, 9), id="through the Sunday of October"
        ),
    ],
)
def test_somebody_is_away(left: datetime, through: date, now: datetime, again_at: datetime) -> None:
    there = reach(now, BRUSSELS, Away(left, through))
    assert (there.reads, there.since, there.again_at) == (False, left, again_at)


@pytest.mark.parametrize(
    ("now", "reads"),
    [
        pytest.param(at(WED, 12), True, id="the day after, at noon"),
        pytest.param(at(WED, 0), False, id="the day after, at midnight"),
        pytest.param(at(WED, 9), True, id="the day after, as it opens"),
    ],
)
def test_whoever_was_away_is_there_again(now: datetime, reads: bool) -> None:  # noqa: FBT001 - a row
    there = reach(now, BRUSSELS, Away(at(TUE, 10), TUE))
    assert there.reads is reads
    assert there == reach(now, BRUSSELS)


@given(MOMENTS, st.integers(-3, 40))
def test_they_read_again_later_on_a_working_day_at_9_and_not_while_away(now: datetime, days: int) -> None:
    through = local_day(now, BRUSSELS) + timedelta(days=days)
    for away in (None, Away(now - timedelta(days=1), through)):
        there = reach(now, BRUSSELS, away)
        assert there.since <= now
        assert there.reads is (there.again_at is None)
        if there.again_at is not None:
            assert there.again_at > now
            shown = local(there.again_at, BRUSSELS)
            assert (shown.time(), is_working_day(shown.date())) == (OPENS, True)
            assert away is None or shown.date() > away.through
            assert reach(there.again_at, BRUSSELS, away).reads


@given(MOMENTS)
def test_in_between_nothing_changes(now: datetime) -> None:
    """Whoever was told once when somebody reads has been told what holds until then."""
    there = reach(now, BRUSSELS)
    if there.again_at is not None:
        just_before = there.again_at - timedelta(seconds=1)
        assert reach(just_before, BRUSSELS) == there
        assert reach(there.since, BRUSSELS) == there
