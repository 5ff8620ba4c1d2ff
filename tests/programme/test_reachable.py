from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local, local_day, slot
from programme.reachable import (
    OPENS,
    Away,
    Reach,
    back_at,
    is_one_absence,
    last_of,
    reach,
    read_hours,
    stands_in_for,
    until,
    youths_hear_of,
)
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


CHRISTMAS = date(2026, 12, 25)  # a Friday
EASTER = date(2027, 3, 28)


@pytest.mark.parametrize(
    ("now", "again_at"),
    [
        pytest.param(at(CHRISTMAS, 10), at(CHRISTMAS + 3 * DAY, 9), id="Christmas Day, a Friday"),
        pytest.param(at(CHRISTMAS - DAY, 18), at(CHRISTMAS + 3 * DAY, 9), id="the evening before it"),
        pytest.param(at(EASTER + DAY, 10), at(EASTER + 2 * DAY, 9), id="Easter Monday, the day after a clock change"),
    ],
)
def test_nobody_reads_on_a_holiday(now: datetime, again_at: datetime) -> None:
    there = reach(now, BRUSSELS)
    assert (there.reads, there.again_at) == (False, again_at)


@pytest.mark.parametrize(
    ("first", "through", "ahead", "told"),
    [
        pytest.param(TUE, TUE, False, False, id="the rest of today"),
        pytest.param(TUE, TUE, True, True, id="a day that was planned"),
        pytest.param(TUE, WED, False, True, id="today and tomorrow"),
        pytest.param(FRI, SUN, False, False, id="the rest of Friday and the weekend"),
        pytest.param(FRI, MON, False, True, id="through Monday"),
        pytest.param(SAT, SUN, True, False, id="a weekend that was planned"),
        pytest.param(CHRISTMAS, CHRISTMAS + 2 * DAY, True, False, id="Christmas and the weekend after it"),
        pytest.param(CHRISTMAS - DAY, CHRISTMAS, True, True, id="the day before Christmas too"),
    ],
)
def test_youths_hear_of_an_absence_in_which_somebody_is_missed(
    first: date,
    through: date,
    ahead: bool,  # noqa: FBT001 - a row
    told: bool,  # noqa: FBT001 - a row
) -> None:
    assert youths_hear_of(first, through, ahead=ahead) is told


@pytest.mark.parametrize(
    ("away", "there"),
    [
        pytest.param([], True, id="never away"),
        pytest.param([(MON, MON + 9 * DAY)], True, id="away after it"),
        pytest.param([(SAT, SUN)], True, id="away in its weekend"),
        pytest.param([(FRI, FRI)], False, id="away for one day of it"),
        pytest.param([(TUE - 9 * DAY, TUE)], False, id="away on its first day"),
        pytest.param([(SAT, SUN), (WED, THU)], False, id="away twice"),
    ],
)
def test_somebody_stands_in_on_each_working_day_or_not(away: list[tuple[date, date]], there: bool) -> None:  # noqa: FBT001 - a row
    assert stands_in_for((TUE, SUN), away) is there


def test_in_a_weekend_nobody_needs_to_stand_in() -> None:
    assert stands_in_for((SAT, SUN), [(SAT, SUN)])


@pytest.mark.parametrize(
    ("other", "one"),
    [
        pytest.param((MON, MON), True, id="the day after"),
        pytest.param((MON + DAY, MON + DAY), False, id="a day in between"),
        pytest.param((TUE - DAY, TUE - DAY), True, id="the day before"),
        pytest.param((THU, FRI), True, id="within"),
        pytest.param((TUE - 9 * DAY, MON + 9 * DAY), True, id="around"),
    ],
)
def test_what_follows_at_once_is_one_absence(other: tuple[date, date], one: bool) -> None:  # noqa: FBT001 - a row
    assert is_one_absence((TUE, SUN), other) is one
    assert is_one_absence(other, (TUE, SUN)) is one


@pytest.mark.parametrize(
    ("through", "back"),
    [
        pytest.param(TUE, at(WED, 8, 30), id="through a Tuesday"),
        pytest.param(FRI, at(MON, 8, 30), id="through a Friday"),
        pytest.param(CHRISTMAS - DAY, at(CHRISTMAS + 3 * DAY, 8, 30), id="through the day before Christmas"),
        pytest.param(OCTOBER, at(OCTOBER + DAY, 8, 30), id="through the Sunday of October"),
        pytest.param(MARCH - 2 * DAY, at(MARCH + DAY, 8, 30), id="through the Friday before the Sunday of March"),
    ],
)
def test_back_on_the_first_working_day_after_it(through: date, back: datetime) -> None:
    assert back_at(through, time(8, 30), BRUSSELS) == back


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("9u-18u", ((time(9), time(18)),)),
        ("9u-12u30, 13u tot 18u", ((time(9), time(12, 30)), (time(13), time(18)))),
        ("13-18 en 9-12", ((time(9), time(12)), (time(13), time(18)))),
        ("20u – 24u", ((time(20), time(23, 59)),)),
        ("9:00-12:00;12:00-13:00", ((time(9), time(12)), (time(12), time(13)))),
        ("18u-9u", None),
        ("9u-12u, 11u-13u", None),
        ("9u", None),
        ("9u-12u-13u", None),
        ("", None),
        ("1-2,3-4,5-6,7-8,9-10", None),
        ("altijd", None),
    ],
)
def test_hours_as_they_are_typed(typed: str, blocks: object) -> None:
    assert read_hours(typed) == blocks


def test_with_hours_of_their_own() -> None:
    hours = (((time(13), time(15)), (time(18), time(21))), (), (), (), (), ((time(10), time(12)),), ())
    assert reach(at(MON, 14), BRUSSELS, hours=hours).reads
    assert reach(at(MON, 16), BRUSSELS, hours=hours) == Reach(reads=False, since=at(MON, 15), again_at=at(MON, 18))
    assert reach(at(TUE, 12), BRUSSELS, hours=hours).again_at == at(SAT, 10)
    assert reach(at(SAT, 11), BRUSSELS, Away(at(FRI, 9), SUN), hours).again_at == at(MON, 13)
    assert (until(at(MON, 14), BRUSSELS, hours), until(at(MON, 16), BRUSSELS, hours)) == (at(MON, 15), None)
    assert (last_of(MON, BRUSSELS, hours), last_of(TUE, BRUSSELS, hours)) == (at(MON, 21), None)
