"""Nazorg: when a call and a meeting are about due, and on which days that is brought up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local, within_hours
from programme.contacts import ContactKind
from programme.nazorg import (
    COUNTS_AS,
    PLANNED,
    SAID_AHEAD,
    Chosen,
    Nazorg,
    begins_as,
    begins_on_day_of,
    due_on,
    end_may_be_said,
    end_said_at,
    is_said_on,
    may_move_to,
    offered_days,
    planned_on,
    tried_again_on,
)
from programme.phases import Year, week_of
from programme.workdays import A_DAY, is_working_day, working_day_from, working_day_until
from tests.programme.moments import BRUSSELS, MOMENTS

CALL, MEETING = ContactKind.PHONE, ContactKind.FACE_TO_FACE
# Over on Tuesday 1 December 2026; week 1 of nazorg begins that day.
ENDS = date(2026, 12, 1)
YEAR = Year(date(2025, 12, 1))

DAYS = st.dates(date(2020, 1, 1), date(2036, 12, 31))
YEARS = st.builds(Year, DAYS, st.none() | DAYS)
KINDS = st.sampled_from(PLANNED)
IN_NAZORG = st.integers(-400, 380)


def in_week(week: int, day: int = 1) -> date:
    """A day of a week of nazorg; the first day is 1."""
    return ENDS + timedelta(weeks=week - 1, days=day - 1)


@pytest.mark.parametrize(
    ("last", "call", "meeting"),
    [
        pytest.param(None, date(2026, 12, 15), date(2027, 1, 1), id="no contact: from the end of the year"),
        pytest.param(
            date(2026, 11, 30), date(2026, 12, 15), date(2027, 1, 1), id="one before the end counts as the end"
        ),
        pytest.param(in_week(1), date(2026, 12, 15), date(2027, 1, 1), id="week 1, first day"),
        pytest.param(in_week(1, 7), date(2026, 12, 21), date(2027, 1, 7), id="week 1, last day"),
        pytest.param(in_week(8), date(2027, 2, 2), date(2027, 2, 19), id="week 8"),
        pytest.param(in_week(8, 7), date(2027, 2, 8), date(2027, 2, 25), id="week 8, last day"),
        pytest.param(in_week(9), date(2027, 2, 26), date(2027, 3, 26), id="week 9"),
        pytest.param(in_week(18, 7), date(2027, 5, 5), date(2027, 6, 5), id="week 18, last day"),
        pytest.param(in_week(19), date(2027, 6, 6), date(2027, 7, 6), id="week 19"),
        pytest.param(in_week(43), date(2027, 11, 21), None, id="week 43: the next meeting would be after nazorg"),
        pytest.param(in_week(52), None, None, id="week 52"),
        pytest.param(in_week(52, 7), None, None, id="the last day of nazorg"),
        pytest.param(in_week(53), None, None, id="week 53"),
        pytest.param(in_week(80), None, None, id="long after"),
    ],
)
def test_the_table(last: date | None, call: date | None, meeting: date | None) -> None:
    assert due_on(CALL, YEAR, last) == call
    assert due_on(MEETING, YEAR, last) == meeting


@pytest.mark.parametrize(
    ("start", "last", "call", "meeting"),
    [
        pytest.param(
            date(2026, 1, 31), None, date(2027, 2, 14), date(2027, 2, 28), id="over on the 31st, then February"
        ),
        pytest.param(date(2027, 1, 31), None, date(2028, 2, 14), date(2028, 2, 29), id="then February of a leap year"),
        pytest.param(
            date(2024, 2, 29), None, date(2025, 3, 14), date(2025, 3, 28), id="from 29 February, over on the 28th"
        ),
        pytest.param(
            date(2027, 1, 1), date(2028, 2, 29), date(2028, 3, 29), date(2028, 4, 29), id="a contact on 29 February"
        ),
        pytest.param(
            date(2026, 8, 1), date(2027, 12, 31), date(2028, 2, 29), date(2028, 3, 31), id="two months on: the 29th"
        ),
        pytest.param(date(2026, 10, 1), date(2027, 10, 31), date(2027, 11, 14), date(2027, 11, 30), id="to the 30th"),
    ],
)
def test_months_clamp(start: date, last: date | None, call: date, meeting: date) -> None:
    assert (due_on(CALL, Year(start), last), due_on(MEETING, Year(start), last)) == (call, meeting)


def test_a_meeting_counts_as_a_call_and_a_call_as_no_meeting() -> None:
    assert COUNTS_AS[CALL] == {CALL, MEETING}
    assert COUNTS_AS[MEETING] == {MEETING}


def test_a_message_is_not_planned() -> None:
    with pytest.raises(KeyError):
        due_on(ContactKind.MESSAGE, YEAR, None)


def test_after_a_year_that_was_ended_early_nothing_is_planned() -> None:
    assert begins_as(Year(date(2026, 1, 5))) is Nazorg.VAST
    assert begins_as(Year(date(2026, 1, 5), date(2026, 6, 1))) is Nazorg.SOEPEL
    assert begins_as(Year(date(2026, 1, 5), date(2027, 1, 5))) is Nazorg.VAST  # that is no earlier
    early = Year(date(2026, 1, 5), date(2026, 6, 1))
    assert due_on(CALL, early, None) == date(2026, 6, 15)  # once somebody wants it: counted from that end


SINCE = in_week(20, 3)


@pytest.mark.parametrize(
    ("last", "since", "chosen", "call"),
    [
        pytest.param(None, ENDS, None, date(2026, 12, 15), id="vast from the first day: the table"),
        pytest.param(None, SINCE, None, SINCE + timedelta(7), id="vast again: within a week, not months ago"),
        pytest.param(in_week(3), SINCE, None, SINCE + timedelta(7), id="missed while soepel: within a week"),
        pytest.param(in_week(19), SINCE, None, date(2027, 6, 6), id="not missed: the table"),
        pytest.param(SINCE, SINCE, None, date(2027, 6, 15), id="called on the day it was chosen"),
        pytest.param(None, ENDS, Chosen(date(2027, 2, 1), ENDS), date(2027, 2, 1), id="a chosen day, later"),
        pytest.param(None, ENDS, Chosen(date(2026, 12, 3), ENDS), date(2026, 12, 3), id="a chosen day, sooner"),
        pytest.param(in_week(52), ENDS, Chosen(in_week(52, 7), ENDS), in_week(52, 7), id="chosen on the last day"),
        pytest.param(None, ENDS, Chosen(in_week(53), ENDS), None, id="chosen after nazorg: nothing is planned there"),
        pytest.param(in_week(3), in_week(52), None, None, id="vast again in the last week"),
        pytest.param(in_week(3), date.max - timedelta(7), None, None, id="at the end of time"),
    ],
)
def test_what_is_planned(last: date | None, since: date, chosen: Chosen | None, call: date | None) -> None:
    assert planned_on(CALL, YEAR, last, since, chosen) == call


@pytest.mark.parametrize(
    ("due", "said"),
    [
        pytest.param(date(2027, 3, 3), ["2027-02-26", "2027-03-03", "2027-03-10", "2027-03-17"], id="a Wednesday"),
        pytest.param(date(2027, 3, 5), ["2027-03-02", "2027-03-05", "2027-03-12", "2027-03-19"], id="a Friday"),
        pytest.param(date(2027, 3, 6), ["2027-03-03", "2027-03-05", "2027-03-15", "2027-03-22"], id="a Saturday"),
        pytest.param(date(2027, 3, 7), ["2027-03-04", "2027-03-05", "2027-03-15", "2027-03-22"], id="a Sunday"),
        pytest.param(date(2027, 3, 8), ["2027-03-05", "2027-03-08", "2027-03-15", "2027-03-22"], id="a Monday"),
        pytest.param(
            date(2027, 3, 9), ["2027-03-05", "2027-03-09", "2027-03-16", "2027-03-23"], id="ahead: a Saturday"
        ),
        pytest.param(
            date(2027, 3, 22), ["2027-03-19", "2027-03-22", "2027-03-30", "2027-04-05"], id="again: Easter Monday"
        ),
        pytest.param(
            date(2027, 3, 29), ["2027-03-26", "2027-04-05", "2027-04-12"], id="on Easter Monday: once, before it"
        ),
        pytest.param(date(2026, 12, 25), ["2026-12-22", "2026-12-24", "2027-01-04", "2027-01-08"], id="Christmas"),
    ],
)
def test_the_days_on_which_it_is_said(due: date, said: list[str]) -> None:
    days = (due + timedelta(days) for days in range(-30, 60))
    assert [str(day) for day in days if is_said_on(due, day)][: len(said)] == said


@given(DAYS, st.integers(-40, 400))
def test_nothing_is_said_on_a_day_that_is_not_worked(due: date, days: int) -> None:
    day = due + timedelta(days)
    assert is_working_day(day) or not is_said_on(due, day)


@given(DAYS, st.integers(0, 60))
def test_a_missed_contact_is_said_exactly_as_the_rule_gives(due: date, weeks: int) -> None:
    """Ahead, on the day and each week: no more and no less, each on its own working day."""
    until = due + timedelta(weeks=weeks)
    expected = {working_day_until(due - SAID_AHEAD), working_day_until(due)}
    expected |= {working_day_from(due + timedelta(weeks=each)) for each in range(1, weeks + 1)}
    last = working_day_from(until)
    days = (due - timedelta(20) + timedelta(each) for each in range((last - due).days + 21))
    found = {day for day in days if is_said_on(due, day)}
    assert found == {day for day in expected if day <= last}


@given(YEARS, KINDS, IN_NAZORG, st.integers(0, 200))
def test_a_later_contact_never_brings_a_day_nearer(year: Year, kind: ContactKind, days: int, more: int) -> None:
    earlier, later = (year.ends + timedelta(each) for each in (days, days + more))
    first, second = due_on(kind, year, earlier), due_on(kind, year, later)
    assert second is None or (first is not None and first <= second)


@given(YEARS, KINDS, IN_NAZORG, st.integers(0, 380))
def test_nothing_is_due_after_week_52(year: Year, kind: ContactKind, days: int, since: int) -> None:
    due = planned_on(kind, year, year.ends + timedelta(days), year.ends + timedelta(since), None)
    assert due is None or week_of(year.ends, due) <= 52


@given(YEARS, KINDS, IN_NAZORG, st.integers(0, 360), st.integers(-20, 40))
def test_a_contact_on_the_day_it_is_due_always_moves_it(
    year: Year, kind: ContactKind, days: int, since: int, late: int
) -> None:
    """Also when it comes late; and whatever was chosen before."""
    began = year.ends + timedelta(since)
    due = planned_on(kind, year, year.ends + timedelta(days), began, None)
    if due is not None:
        contact = max(due + timedelta(late), began)
        after = planned_on(kind, year, contact, began, None)
        assert after is None or after > contact
        assert late < 0 or after is None or after > due


@given(YEARS, KINDS, IN_NAZORG)
def test_whoever_keeps_to_the_days_meets_each_of_them_and_comes_to_an_end(
    year: Year, kind: ContactKind, days: int
) -> None:
    due, count = due_on(kind, year, year.ends + timedelta(days)), 0
    while due is not None:
        due, count = due_on(kind, year, due), count + 1
    assert count <= 12


def test_a_whole_year_of_calls_and_meetings_on_their_days() -> None:
    found: dict[ContactKind, list[int]] = {}
    for kind in PLANNED:
        due = due_on(kind, YEAR, None)
        while due is not None:
            found.setdefault(kind, []).append(week_of(ENDS, due))
            due = due_on(kind, YEAR, due)
    assert found == {CALL: [3, 5, 7, 9, 13, 17, 21, 30, 39, 48], MEETING: [5, 9, 18, 27, 40]}


@pytest.mark.parametrize(
    ("year", "now", "due"),
    [
        pytest.param(YEAR, "2026-06-01T08:00", "2026-12-01T11:00", id="months ahead"),
        pytest.param(YEAR, "2026-12-01T11:00", "2026-12-01T11:00", id="at the very moment"),
        pytest.param(YEAR, "2026-12-01T11:01", "2026-12-02T11:00", id="just missed"),
        pytest.param(
            Year(date(2025, 12, 25)), "2026-06-01T08:00", "2026-12-25T11:00", id="Christmas: on the day itself"
        ),
        pytest.param(Year(date(2025, 3, 28)), "2026-01-01T08:00", "2026-03-28T11:00", id="a Saturday"),
        pytest.param(
            Year(date(2025, 3, 29)), "2026-01-01T08:00", "2026-03-29T11:00", id="the day the clock goes forward"
        ),
        pytest.param(Year(date(2025, 10, 25)), "2026-01-01T08:00", "2026-10-25T11:00", id="the day it goes back"),
        pytest.param(Year(date(2024, 2, 29)), "2025-01-01T08:00", "2025-02-28T11:00", id="from 29 February"),
        pytest.param(
            Year(date(2026, 1, 5), date(2026, 6, 1)), "2026-06-01T09:30", "2026-06-01T11:00", id="ended early: that day"
        ),
        pytest.param(
            Year(date(2026, 1, 5), date(2026, 6, 1)), "2026-06-01T10:01", "2026-06-02T11:00", id="time to mend a slip"
        ),
        pytest.param(
            Year(date(2026, 1, 5), date(2026, 6, 1)), "2026-06-01T23:30", "2026-06-02T11:00", id="ended late at night"
        ),
        pytest.param(
            Year(date(2026, 1, 5), date(2026, 6, 9)), "2026-06-01T15:00", "2026-06-09T11:00", id="ended a week ahead"
        ),
    ],
)
def test_when_the_end_is_said(year: Year, now: str, due: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=BRUSSELS).astimezone(UTC)
    assert local(end_said_at(year, at, BRUSSELS), BRUSSELS).isoformat()[:16] == due


@given(YEARS, MOMENTS)
def test_the_end_is_never_said_too_early_nor_at_a_bad_hour(year: Year, now: datetime) -> None:
    due = end_said_at(year, now, BRUSSELS)
    assert due >= now
    assert within_hours(due, BRUSSELS)
    assert local(due, BRUSSELS).date() >= year.ends


@pytest.mark.parametrize(
    ("joined", "today", "news"),
    [
        pytest.param(date(2026, 1, 1), ENDS - A_DAY, False, id="not over yet"),
        pytest.param(date(2026, 1, 1), ENDS, True, id="on the day"),
        pytest.param(date(2026, 1, 1), ENDS + timedelta(7), True, id="a week later"),
        pytest.param(date(2026, 1, 1), ENDS + timedelta(8), False, id="longer ago"),
        pytest.param(ENDS - A_DAY, ENDS, True, id="came in the day before"),
        pytest.param(ENDS, ENDS, False, id="came in when it was over"),
        pytest.param(ENDS + A_DAY, ENDS + A_DAY, False, id="came in after it"),
    ],
)
def test_for_whom_the_end_is_news(joined: date, today: date, *, news: bool) -> None:
    assert end_may_be_said(YEAR, joined, today) is news


def test_staff_hear_of_it_on_a_working_day() -> None:
    sunday = Year(date(2026, 2, 28))  # over on Sunday 28 February 2027
    days = (sunday.ends + timedelta(each) for each in range(-3, 10))
    assert [day for day in days if begins_on_day_of(sunday, day)] == [date(2027, 3, 1)]
    assert begins_on_day_of(YEAR, ENDS)
    early = Year(date(2026, 1, 5), date(2026, 6, 1))
    assert not any(begins_on_day_of(early, early.ends + timedelta(each)) for each in range(10))


@pytest.mark.parametrize(
    ("today", "again"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 11, 26), id="Tuesday"),
        pytest.param(date(2026, 11, 26), date(2026, 11, 30), id="Thursday: Monday"),
        pytest.param(date(2026, 11, 27), date(2026, 11, 30), id="Friday: Monday"),
        pytest.param(date(2026, 12, 23), date(2026, 12, 28), id="before Christmas"),
        pytest.param(date(2027, 2, 27), date(2027, 3, 1), id="Saturday"),
        pytest.param(date(2028, 2, 27), date(2028, 2, 29), id="to 29 February"),
    ],
)
def test_tried_again(today: date, again: date) -> None:
    assert tried_again_on(today) == again


def test_what_is_offered_and_what_may_be_chosen() -> None:
    assert [str(day) for day in offered_days(date(2026, 11, 27))] == [
        "2026-11-30",
        "2026-12-04",
        "2026-12-11",
        "2026-12-28",
    ]
    assert may_move_to(ENDS, YEAR, ENDS)
    assert may_move_to(in_week(52, 7), YEAR, ENDS)
    assert not may_move_to(in_week(53), YEAR, ENDS)
    assert not may_move_to(ENDS - A_DAY, YEAR, ENDS)


@given(DAYS)
def test_offered_days_are_worked_and_differ(today: date) -> None:
    days = offered_days(today)
    assert all(is_working_day(day) and day > today for day in days)
    assert len(set(days)) == len(days)
