"""First steps: what can be one, and by when."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.actions import LONGEST_STEP, By, Refused, asked_at, may_be_by, offered, read_step


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("Bellen naar de huisbaas", "Bellen naar de huisbaas"),
        ("  Eerst dit\n\nen dan dat ", "Eerst dit en dan dat"),
        ("💪 sporten", "💪 sporten"),
        ("1", "1"),
        ("x" * LONGEST_STEP, "x" * LONGEST_STEP),
        ("x" * (LONGEST_STEP + 1), Refused.TOO_LONG),
        ("💪🏽👨‍👩‍👧", Refused.NO_WORDS),
        ("...", Refused.NO_WORDS),
        ("", Refused.NO_WORDS),
        ("\u202eredro ni", "redro ni"),
        ("Опять 日本", "Опять 日本"),
    ],
)
def test_what_is_a_step(typed: str, step: str | Refused) -> None:
    assert read_step(typed) == step


@pytest.mark.parametrize(
    ("label", "today", "expected"),
    [
        ("a Tuesday", date(2026, 11, 10), [(By.THIS_WEEK, 15), (By.TWO_WEEKS, 24), (By.THIS_MONTH, 30)]),
        ("a Friday", date(2026, 11, 13), [(By.THIS_WEEK, 15), (By.TWO_WEEKS, 27), (By.THIS_MONTH, 30)]),
        ("a Saturday", date(2026, 11, 14), [(By.NEXT_WEEK, 22), (By.TWO_WEEKS, 28), (By.THIS_MONTH, 30)]),
        ("a month that ends soon", date(2026, 11, 17), [(By.THIS_WEEK, 22), (By.THIS_MONTH, 30), (By.TWO_WEEKS, 31)]),
        ("a month that is over", date(2026, 11, 24), [(By.THIS_WEEK, 29), (By.TWO_WEEKS, 38), (By.NEXT_MONTH, 61)]),
    ],
)  # fmt: skip
def test_by_when(label: str, today: date, expected: list[tuple[By, int]]) -> None:
    first = today.replace(day=1)
    assert [(each.by, (each.day - first).days + 1) for each in offered(today)] == expected, label


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_what_is_offered_can_be_chosen_and_no_two_are_the_same_day_by_another_name(today: date) -> None:
    days = offered(today)
    assert len({each.by for each in days}) == len(days) == 3
    assert [each.day for each in days] == sorted(each.day for each in days)
    assert all(today < each.day <= today + timedelta(days=37) and may_be_by(each.day, today) for each in days)


@pytest.mark.parametrize(
    ("day", "may"),
    [(date(2026, 11, 9), False), (date(2026, 11, 10), True), (date(2027, 11, 10), True), (date(2027, 11, 11), False)],
)
def test_from_today_up_to_a_year(day: date, *, may: bool) -> None:
    assert may_be_by(day, date(2026, 11, 10)) is may


@pytest.mark.parametrize(
    ("label", "by", "now", "at"),
    [
        ("ahead", "2026-11-15", "2026-11-10T12:00+01:00", "2026-11-15T16:00+01:00"),
        ("today, still to come", "2026-11-10", "2026-11-10T12:00+01:00", "2026-11-10T16:00+01:00"),
        ("today, that time is past", "2026-11-10", "2026-11-10T16:00+01:00", "2026-11-11T16:00+01:00"),
        ("it was for last week", "2026-11-03", "2026-11-10T12:00+01:00", "2026-11-10T16:00+01:00"),
        ("it was for last week, late", "2026-11-03", "2026-11-10T23:30+01:00", "2026-11-11T16:00+01:00"),
    ],
)
def test_when_it_is_asked_how_it_stands(label: str, by: str, now: str, at: str) -> None:
    zone = ZoneInfo("Europe/Brussels")
    asked, _ = asked_at(date.fromisoformat(by), datetime.fromisoformat(now), zone)
    assert asked == datetime.fromisoformat(at), label


def test_it_is_asked_two_days_on_at_most_also_when_the_clock_goes_back() -> None:
    now, zone = datetime(2026, 10, 1, tzinfo=UTC), ZoneInfo("Europe/Brussels")
    at, until = asked_at(date(2026, 10, 24), now, zone)
    assert (at.isoformat(), until.isoformat()) == ("2026-10-24T14:00:00+00:00", "2026-10-26T20:30:00+00:00")
