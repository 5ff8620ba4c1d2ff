"""When the morning message comes, and which day says what."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local, slot
from programme.digest import (
    EARLIEST,
    LATEST,
    OFFERED,
    expires_at,
    looks_back,
    may_come_at,
    next_digest,
)
from programme.workdays import days, is_working_day
from tests.programme.moments import BRUSSELS, MOMENTS

A_DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return slot(found.date(), found.time(), BRUSSELS)


@pytest.mark.parametrize(
    ("after", "at", "due"),
    [
        pytest.param("2026-11-24 08:29", time(8, 30), "2026-11-24 08:30", id="today"),
        pytest.param("2026-11-24 08:30", time(8, 30), "2026-11-25 08:30", id="tomorrow"),
        pytest.param("2026-11-27 09:00", time(8, 30), "2026-11-30 08:30", id="over the weekend"),
        pytest.param("2026-11-28 07:00", time(8, 30), "2026-11-30 08:30", id="from a Saturday"),
        pytest.param("2026-11-10 09:00", time(8, 30), "2026-11-12 08:30", id="over 11 November"),
        pytest.param("2026-12-24 09:00", time(8, 30), "2026-12-28 08:30", id="over Christmas"),
        pytest.param("2026-12-31 09:00", time(7), "2027-01-04 07:00", id="over New Year"),
        pytest.param("2027-03-26 09:00", time(8, 30), "2027-03-30 08:30", id="over Easter and the change of March"),
        pytest.param("2026-10-23 09:00", time(12), "2026-10-23 12:00", id="at noon"),
        pytest.param("2026-10-23 13:00", time(8, 30), "2026-10-26 08:30", id="over the change of October"),
    ],
)
def test_next_digest(after: str, at: time, due: str) -> None:
    assert next_digest(moment(after), at, BRUSSELS) == moment(due)


@given(MOMENTS, st.times(EARLIEST, LATEST).map(lambda at: at.replace(second=0, microsecond=0)))
def test_it_is_the_first_working_morning_that_comes(after: datetime, at: time) -> None:
    due = next_digest(after, at, BRUSSELS)
    here = local(due, BRUSSELS)
    assert due > after
    assert here.time() == at
    assert is_working_day(here.date())
    today = local(after, BRUSSELS).date()
    assert not any(slot(day, at, BRUSSELS) > after for day in days(today, here.date() - A_DAY) if is_working_day(day))
    assert due < expires_at(due, BRUSSELS) < due + timedelta(hours=12)


@pytest.mark.parametrize(
    ("at", "may"), [(time(7), True), (time(6, 59), False), (time(12), True), (time(12, 1), False), (time(0), False)]
)
def test_may_come_at(at: time, may: bool) -> None:  # noqa: FBT001 - a row of the table
    assert may_come_at(at) is may
    assert all(may_come_at(each) for each in OFFERED)


@pytest.mark.parametrize(
    ("day", "does"),
    [
        pytest.param("2026-11-23", True, id="Monday"),
        pytest.param("2026-11-24", False, id="Tuesday"),
        pytest.param("2027-03-29", False, id="Easter Monday"),
        pytest.param("2027-03-30", True, id="the Tuesday after it"),
        pytest.param("2026-11-22", False, id="Sunday"),
    ],
)
def test_looks_back(day: str, does: bool) -> None:  # noqa: FBT001 - a row of the table
    assert looks_back(date.fromisoformat(day)) is does


@given(DAYS)
def test_one_day_of_a_week_looks_back(some: date) -> None:
    monday = some - some.weekday() * A_DAY
    found = [day for day in days(monday, monday + 6 * A_DAY) if looks_back(day)]
    assert len(found) <= 1
    assert bool(found) is any(is_working_day(day) for day in days(monday, monday + 6 * A_DAY))
    assert all(is_working_day(day) for day in found)
