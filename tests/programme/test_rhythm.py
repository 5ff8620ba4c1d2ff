from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import may_be_asked_at
from programme.phases import Year
from programme.rhythm import (
    Rhythm,
    asks_on,
    may_ask_how_to_go_on,
    next_day,
    rhythm_on,
    rhythm_question_at,
    rhythm_question_on,
)

START = date(2026, 1, 5)  # a Monday; opstart until 16 February, the year until 5 January 2027
YEAR = Year(START)
WEEK = [date(2026, 3, 2) + timedelta(days=n) for n in range(7)]  # Monday to Sunday, in the uitvoering


@pytest.mark.parametrize(
    ("day", "chosen", "chosen_on", "rhythm"),
    [
        pytest.param(date(2026, 1, 5), None, None, Rhythm.DAILY, id="opstart"),
        pytest.param(date(2026, 2, 15), None, None, Rhythm.DAILY, id="last of opstart"),
        pytest.param(date(2026, 2, 16), None, None, Rhythm.THREE_A_WEEK, id="uitvoering 1"),
        pytest.param(date(2026, 9, 1), None, None, Rhythm.THREE_A_WEEK, id="uitvoering 2"),
        pytest.param(date(2027, 1, 5), None, None, Rhythm.NONE, id="nazorg"),
        pytest.param(date(2029, 1, 5), None, None, Rhythm.NONE, id="daarna"),
        pytest.param(date(2026, 1, 20), Rhythm.WEEKLY, date(2026, 1, 20), Rhythm.WEEKLY, id="same day"),
        pytest.param(date(2026, 1, 19), Rhythm.WEEKLY, date(2026, 1, 20), Rhythm.DAILY, id="not made yet"),
        pytest.param(date(2026, 9, 1), Rhythm.DAILY, date(2026, 1, 20), Rhythm.DAILY, id="carries over phases"),
        pytest.param(date(2026, 9, 1), Rhythm.NONE, date(2026, 2, 20), Rhythm.NONE, id="not at all"),
        pytest.param(date(2027, 1, 4), Rhythm.DAILY, date(2026, 2, 20), Rhythm.DAILY, id="last of the year"),
        pytest.param(date(2027, 1, 5), Rhythm.DAILY, date(2027, 1, 4), Rhythm.NONE, id="not into nazorg"),
        pytest.param(date(2029, 1, 5), Rhythm.DAILY, date(2026, 2, 20), Rhythm.NONE, id="nor after it"),
        pytest.param(date(2027, 1, 5), Rhythm.WEEKLY, date(2027, 1, 5), Rhythm.WEEKLY, id="asked for in nazorg"),
        pytest.param(date(2029, 1, 5), Rhythm.WEEKLY, date(2027, 3, 5), Rhythm.WEEKLY, id="stays after nazorg"),
    ],
)
def test_rhythm_on(day: date, chosen: Rhythm | None, chosen_on: date | None, rhythm: Rhythm) -> None:
    assert rhythm_on(day, year=YEAR, chosen=chosen, chosen_on=chosen_on) is rhythm


@pytest.mark.parametrize(("chosen", "chosen_on"), [(Rhythm.NONE, None), (None, START)])
def test_half_a_choice_is_refused(chosen: Rhythm | None, chosen_on: date | None) -> None:
    with pytest.raises(ValueError, match="belong together"):
        rhythm_on(START, year=YEAR, chosen=chosen, chosen_on=chosen_on)


@pytest.mark.parametrize(
    ("chosen", "weekdays"),
    [
        (Rhythm.DAILY, "Mon Tue Wed Thu Fri Sat Sun"),
        (Rhythm.THREE_A_WEEK, "Mon Wed Fri"),
        (Rhythm.WEEKLY, "Wed"),
        (Rhythm.NONE, ""),
    ],
)
def test_weekdays(chosen: Rhythm, weekdays: str) -> None:
    asked = [day for day in WEEK if asks_on(day, year=YEAR, chosen=chosen, chosen_on=START)]
    assert " ".join(day.strftime("%a") for day in asked) == weekdays


@pytest.mark.parametrize(
    ("after", "chosen", "chosen_on", "day"),
    [
        pytest.param(date(2026, 1, 5), None, None, date(2026, 1, 6), id="tomorrow"),
        pytest.param(date(2025, 12, 1), None, None, START, id="never before the start"),
        pytest.param(date(2025, 12, 1), Rhythm.WEEKLY, date(2025, 12, 1), date(2026, 1, 7), id="chosen ahead"),
        pytest.param(date(2026, 2, 14), None, None, date(2026, 2, 15), id="last of opstart, a Sunday"),
        pytest.param(date(2026, 2, 16), None, None, date(2026, 2, 18), id="three a week now"),
        pytest.param(date(2026, 2, 20), None, None, date(2026, 2, 23), id="over the weekend"),
        pytest.param(date(2026, 3, 28), Rhythm.DAILY, START, date(2026, 3, 29), id="March change"),
        pytest.param(date(2026, 10, 24), Rhythm.DAILY, START, date(2026, 10, 25), id="October change"),
        pytest.param(date(2028, 2, 28), Rhythm.DAILY, date(2027, 2, 1), date(2028, 2, 29), id="leap day"),
        pytest.param(date(2026, 3, 1), Rhythm.NONE, date(2026, 2, 20), None, id="nothing more"),
        pytest.param(date(2027, 1, 4), Rhythm.DAILY, START, None, id="nazorg, nothing asked for"),
        pytest.param(date(2027, 1, 4), Rhythm.DAILY, date(2027, 1, 5), date(2027, 1, 5), id="asked in nazorg"),
        pytest.param(date(2024, 1, 1), None, None, None, id="a start over a year off is out of reach"),
    ],
)
def test_next_day(after: date, chosen: Rhythm | None, chosen_on: date | None, day: date | None) -> None:
    assert next_day(after, year=YEAR, chosen=chosen, chosen_on=chosen_on) == day


@given(
    st.integers(-100, 1000),
    st.none() | st.tuples(st.sampled_from(Rhythm), st.integers(-60, 900)),
)
def test_the_next_day_is_later_asked_and_the_first(offset: int, choice: tuple[Rhythm, int] | None) -> None:
    after = START + timedelta(days=offset)
    chosen, chosen_on = (choice[0], START + timedelta(days=choice[1])) if choice else (None, None)
    found = next_day(after, year=YEAR, chosen=chosen, chosen_on=chosen_on)
    last = found or after + timedelta(days=366)
    between = [after + timedelta(days=n) for n in range(1, (last - after).days + 1)]
    asked = [day for day in between if asks_on(day, year=YEAR, chosen=chosen, chosen_on=chosen_on)]
    assert asked == ([found] if found else [])


@pytest.mark.parametrize(
    ("start", "day"),
    [
        pytest.param(START, date(2026, 2, 16), id="six weeks on"),
        pytest.param(date(2024, 2, 29), date(2024, 4, 11), id="leap start"),
    ],
)
def test_rhythm_question_comes_the_day_after_opstart(start: date, day: date) -> None:
    assert rhythm_question_on(Year(start)) == day
    assert rhythm_on(day - timedelta(days=1), year=Year(start), chosen=None, chosen_on=None) is Rhythm.DAILY
    assert rhythm_on(day, year=Year(start), chosen=None, chosen_on=None) is Rhythm.THREE_A_WEEK


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        pytest.param(date(2026, 2, 15), False, id="last of opstart"),
        pytest.param(date(2026, 2, 16), True, id="first after it"),
        pytest.param(date(2027, 1, 4), True, id="last of the year"),
        pytest.param(date(2027, 1, 5), False, id="nazorg"),
    ],
)
def test_may_ask_how_to_go_on(day: date, asked: bool) -> None:  # noqa: FBT001 - a row of the table
    assert may_ask_how_to_go_on(day, year=YEAR) is asked


@pytest.mark.parametrize(
    ("at", "question_at"),
    [
        (time(9), time(9, 30)),
        (time(17, 45), time(18, 15)),
        (time(21), time(21, 30)),
        (time(21, 1), time(20, 31)),
        (time(21, 30), time(21)),
    ],
)
def test_rhythm_question_at(at: time, question_at: time) -> None:
    assert rhythm_question_at(at) == question_at


@given(st.times(time(9), time(21, 30)))
def test_the_two_questions_stay_apart_and_within_the_hours(at: time) -> None:
    other = rhythm_question_at(at)
    minutes = abs((other.hour - at.hour) * 60 + other.minute - at.minute)
    assert minutes == 30
    assert may_be_asked_at(other)
