"""When the spinnenweb is offered, once more, and brought up by a person."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from programme.milestones import due_dates
from programme.phases import Year
from programme.spiderweb import AT, COUNTS_BEFORE
from programme.spiderweb_offer import (
    belongs_to,
    brought_up_from,
    hears_at,
    is_offered,
    is_reminded,
    is_too_late_to_remind,
    reminded_on,
    still_holds,
)

DUE = date(2026, 12, 1)
FRIDAY, SATURDAY = date(2026, 12, 4), date(2026, 12, 5)


def days(before: int) -> date:
    """So many days before the milestone; a negative number is after it."""
    return DUE - timedelta(days=before)


@pytest.mark.parametrize(
    ("today", "offered", "finished", "is_it"),
    [
        pytest.param(8, None, None, False, id="more than a week ahead"),
        pytest.param(7, None, None, True, id="a week ahead"),
        pytest.param(0, None, None, True, id="on the day"),
        pytest.param(-1, None, None, False, id="too late"),
        pytest.param(7, None, 22, True, id="finished one too long ago to count"),
        pytest.param(7, None, 21, False, id="finished one three weeks before"),
        pytest.param(7, None, 7, False, id="finished one today"),
        pytest.param(6, 7, None, False, id="offered yesterday"),
        pytest.param(5, 18, None, False, id="moved a little: offered 13 days ago"),
        pytest.param(5, 19, None, True, id="moved further: offered two weeks ago"),
    ],
)
def test_whether_it_is_offered(today: int, offered: int | None, finished: int | None, *, is_it: bool) -> None:
    when = {
        "offered": None if offered is None else days(offered),
        "finished": None if finished is None else days(finished),
    }
    assert is_offered(DUE, days(today), **when) is is_it


@pytest.mark.parametrize(
    ("offered", "today", "reminded", "too_late"),
    [
        pytest.param(7, 5, False, False, id="two days later"),
        pytest.param(7, 4, True, False, id="three days later"),
        pytest.param(7, 0, True, False, id="later still, the youth wanted quiet"),
        pytest.param(7, -1, False, True, id="the milestone is over"),
        pytest.param(2, 0, False, False, id="offered two days before: not yet"),
        pytest.param(2, -1, False, False, id="no reminder, but three days to answer"),
        pytest.param(2, -2, False, True, id="they are over"),
    ],
)
def test_whether_there_is_a_reminder(offered: int, today: int, *, reminded: bool, too_late: bool) -> None:
    assert is_reminded(days(offered), DUE, days(today)) is reminded
    assert is_too_late_to_remind(days(offered), DUE, days(today)) is too_late


@pytest.mark.parametrize(("moved", "holds"), [(0, True), (13, True), (14, False), (-13, True), (-14, False)])
def test_whether_an_offer_holds_for_a_milestone_that_moved(moved: int, *, holds: bool) -> None:
    assert still_holds(DUE, days(moved)) is holds


@pytest.mark.parametrize(("offered", "on"), [(7, 4), (3, 0), (2, None), (0, None)])
def test_what_can_be_said_of_the_day_of_the_reminder(offered: int, on: int | None) -> None:
    assert reminded_on(days(offered), DUE) == (None if on is None else days(on))


def test_a_person_brings_it_up_on_a_working_day() -> None:
    assert brought_up_from(FRIDAY, heard=True) == date(2026, 12, 7)
    assert brought_up_from(FRIDAY, heard=False) == FRIDAY
    assert brought_up_from(SATURDAY, heard=False) == date(2026, 12, 7)


@pytest.mark.parametrize(("ahead", "does"), [(21, True), (22, False), (-21, True), (-22, False)])
def test_what_begins_from_an_offer_is_for_its_milestone(ahead: int, *, does: bool) -> None:
    assert belongs_to(DUE, days(ahead)) is does


@pytest.mark.parametrize(
    ("day", "at", "until"),
    [
        (date(2026, 11, 24), datetime(2026, 11, 24, 15, tzinfo=UTC), datetime(2026, 11, 24, 20, 30, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 14, tzinfo=UTC), datetime(2027, 3, 28, 19, 30, tzinfo=UTC)),
    ],
)
def test_at_four_whatever_the_clock_does(day: date, at: datetime, until: datetime) -> None:
    assert hears_at(day, ZoneInfo("Europe/Brussels")) == (at, until)


@pytest.mark.parametrize("start", [date(2026, 11, 24), date(2027, 8, 31), date(2028, 2, 29)])
def test_in_a_year_as_usual_each_is_offered_whenever_the_one_before_was_filled_in_by_its_day(start: date) -> None:
    dates = sorted(day for kind, day in due_dates(Year(start), {}, None).items() if kind in AT)
    assert len(dates) == len(AT)
    for before, due in pairwise(dates):
        assert before < due - COUNTS_BEFORE
        assert is_offered(due, due - timedelta(weeks=1), offered=None, finished=before)
