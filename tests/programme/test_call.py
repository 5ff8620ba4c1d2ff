"""When the next people hear of a call that nobody took, and at which moments one can be promised."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import slot
from programme.call import (
    CALLS_FOR,
    KEPT_WITHIN,
    MOST_MOMENTS,
    USUAL,
    Step,
    Who,
    Wish,
    day_of,
    moments,
    next_people_at,
    outcome_due,
    read_escalation,
)
from programme.reachable import USUAL as USUAL_HOURS

ZONE = ZoneInfo("Europe/Brussels")
TUESDAY = date(2026, 11, 24)
SATURDAY = date(2026, 11, 28)
WEEKEND = ((), (), (), (), (), ((time(10), time(12)), (time(20), time(23))), ())


def at(hour: int, minute: int = 0, *, day: date = TUESDAY) -> datetime:
    return slot(day, time(hour, minute), ZONE)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_who_hears_of_it_one_after_the_other() -> None:
    heard = [(USUAL.step(number).who, USUAL.step(number).after // minutes(1)) for number in range(6)]
    assert heard == [
        (Who.FIRST, 0),
        (Who.TEAM, 15),
        (Who.LEADS, 30),
        (Who.EVERYBODY, 60),
        (Who.EVERYBODY, 60),
        (Who.EVERYBODY, 60),
    ]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        pytest.param("15 team, 30 leads, 60 everybody", USUAL.steps, id="as it is"),
        pytest.param("5 TEAM", (Step(Who.TEAM, minutes(5)),), id="one step, in capitals"),
        pytest.param(" 1 leads ,2 first", (Step(Who.LEADS, minutes(1)), Step(Who.FIRST, minutes(2))), id="spaces"),
        pytest.param("1440 everybody", (Step(Who.EVERYBODY, minutes(1440)),), id="a day"),
    ],
)
def test_steps_of_an_organisation(text: str, steps: tuple[Step, ...]) -> None:
    assert read_escalation(text).steps == steps


@pytest.mark.parametrize(
    "text",
    ["", "15", "team", "15,30,60", "0 team", "1441 team", "-5 team", "15 nobody", "15 team,", "5 team;6 leads"],
)
def test_what_is_no_escalation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a step"):
        read_escalation(text)


def test_an_escalation_has_so_many_steps_and_no_more() -> None:
    with pytest.raises(ValueError, match="too many"):
        read_escalation(",".join(["1 team"] * 11))


@pytest.mark.parametrize(
    ("wish", "told", "due"),
    [
        pytest.param(Wish.ASAP, at(9), at(9, 15), id="as soon as possible: a quarter of an hour"),
        pytest.param(Wish.TODAY, at(9), at(17), id="today: an hour before the hours end"),
        pytest.param(Wish.TODAY, at(16, 55), at(17, 10), id="today, late: never sooner than a quarter"),
        pytest.param(Wish.TODAY, at(17, 30), at(17, 45), id="today, in the last hour"),
        pytest.param(Wish.TOMORROW, at(9), at(17, day=date(2026, 11, 25)), id="tomorrow: likewise, tomorrow"),
    ],
)
def test_the_next_people_hear(wish: Wish, told: datetime, due: datetime) -> None:
    assert next_people_at(wish, TUESDAY, told, USUAL_HOURS, ZONE) == due


def test_asked_for_a_day_without_hours_it_does_not_wait() -> None:
    assert next_people_at(Wish.TODAY, SATURDAY, at(9, day=SATURDAY), USUAL_HOURS, ZONE) == at(9, 15, day=SATURDAY)


@pytest.mark.parametrize(
    ("wish", "now", "offered"),
    [
        pytest.param(Wish.ASAP, at(9, 10), ["9:30", "10:00", "10:30", "13:00", "15:30"], id="in the morning"),
        pytest.param(Wish.TODAY, at(17, 5), ["17:30"], id="the last half hour"),
        pytest.param(Wish.ASAP, at(19, 59), ["20:00", "20:30", "21:00", "21:30"], id="after hours: still up to them"),
        pytest.param(Wish.ASAP, at(22, 30), [], id="late at night: nothing is left of the day"),
        pytest.param(Wish.TOMORROW, at(9, 10), ["9:00", "9:30", "10:00", "12:30", "15:00", "17:30"], id="tomorrow"),
    ],
)
def test_moments_that_can_be_promised(wish: Wish, now: datetime, offered: list[str]) -> None:
    found = moments(wish, TUESDAY, now, USUAL_HOURS, ZONE)
    assert [f"{moment.astimezone(ZONE):%-H:%M}" for moment in found] == offered


def test_moments_within_several_blocks() -> None:
    found = moments(Wish.ASAP, SATURDAY, at(11, 10, day=SATURDAY), WEEKEND, ZONE)
    assert [f"{moment.astimezone(ZONE):%-H:%M}" for moment in found] == ["11:30", "20:00", "20:30", "21:00", "21:30"]


NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))  # noqa: DTZ001


@given(st.sampled_from(Wish), NOWS, st.integers(0, 3))
def test_moments_lie_ahead_on_the_day_that_was_asked_and_are_not_many(wish: Wish, now: datetime, days: int) -> None:
    asked_on = now.astimezone(ZONE).date() - timedelta(days=days)
    day = max(day_of(wish, asked_on), now.astimezone(ZONE).date())
    found = moments(wish, asked_on, now, USUAL_HOURS, ZONE)
    assert list(found) == sorted(set(found))
    assert len(found) <= MOST_MOMENTS
    assert all(moment > now and moment.astimezone(ZONE).date() == day for moment in found)
    assert all(moment.minute in (0, 30) and moment.second == 0 for moment in found)


@given(st.sampled_from(Wish), NOWS)
def test_somebody_else_hears_within_two_days_and_not_before_a_quarter(wish: Wish, now: datetime) -> None:
    due = next_people_at(wish, now.astimezone(ZONE).date(), now, USUAL_HOURS, ZONE)
    assert minutes(15) <= due - now <= timedelta(days=2)


@pytest.mark.parametrize(
    ("promised", "due"),
    [
        pytest.param(at(9), at(9) + CALLS_FOR, id="now: after half an hour"),
        pytest.param(at(11), at(11) + KEPT_WITHIN, id="later: a quarter after that"),
    ],
)
def test_when_something_should_have_come_of_it(promised: datetime, due: datetime) -> None:
    assert outcome_due(promised, at(9)) == due
