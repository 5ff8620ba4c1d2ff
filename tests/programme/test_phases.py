from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.phases import Phase, StartRefused, Year, start_refused, week_of

DAYS = st.dates(date(2000, 1, 1), date(2037, 12, 31))
START = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        pytest.param(date(2025, 12, 1), Phase.OPSTART, id="before the start"),
        pytest.param(date(2026, 1, 5), Phase.OPSTART, id="first day"),
        pytest.param(date(2026, 2, 15), Phase.OPSTART, id="last of opstart"),
        pytest.param(date(2026, 2, 16), Phase.UITVOERING_1, id="plan"),
        pytest.param(date(2026, 5, 15), Phase.UITVOERING_1, id="last before the evaluation"),
        pytest.param(date(2026, 5, 16), Phase.UITVOERING_2, id="first evaluation"),
        pytest.param(date(2027, 1, 4), Phase.UITVOERING_2, id="last of the year"),
        pytest.param(date(2027, 1, 5), Phase.NAZORG, id="the year is over"),
        pytest.param(date(2028, 1, 3), Phase.NAZORG, id="last of nazorg"),
        pytest.param(date(2028, 1, 4), Phase.DAARNA, id="nazorg is over"),
        pytest.param(date(2040, 1, 1), Phase.DAARNA, id="long after"),
    ],
)
def test_phase_on(day: date, phase: Phase) -> None:
    assert Year(START).phase_on(day) is phase


@pytest.mark.parametrize(
    ("start", "plan", "evaluation", "year", "nazorg"),
    [
        pytest.param(
            date(2024, 2, 29), date(2024, 4, 11), date(2024, 7, 11), date(2025, 2, 28), date(2026, 2, 27), id="leap"
        ),
        pytest.param(
            date(2027, 2, 28), date(2027, 4, 11), date(2027, 7, 11), date(2028, 2, 28), date(2029, 2, 26), id="to leap"
        ),
        pytest.param(
            date(2026, 10, 19),
            date(2026, 11, 30),
            date(2027, 2, 28),
            date(2027, 10, 19),
            date(2028, 10, 17),
            id="clamp",
        ),
        pytest.param(
            date(2027, 10, 19),
            date(2027, 11, 30),
            date(2028, 2, 29),
            date(2028, 10, 19),
            date(2029, 10, 18),
            id="to 29",
        ),
        pytest.param(
            date(2026, 12, 31), date(2027, 2, 11), date(2027, 5, 11), date(2027, 12, 31), date(2028, 12, 29), id="eve"
        ),
    ],
)
def test_ends(start: date, plan: date, evaluation: date, year: date, nazorg: date) -> None:
    found = Year(start)
    assert (found.opstart_ends, found.first_evaluation, found.ends, found.nazorg_ends) == (
        plan,
        evaluation,
        year,
        nazorg,
    )


@given(DAYS, st.integers(0, 1000))
def test_phases_come_in_order(start: date, days: int) -> None:
    order = list(Phase)
    today, tomorrow = start + timedelta(days), start + timedelta(days + 1)
    step = order.index(Year(start).phase_on(tomorrow)) - order.index(Year(start).phase_on(today))
    assert step in (0, 1)


@pytest.mark.parametrize(("days", "week"), [(0, 1), (6, 1), (7, 2), (41, 6), (42, 7), (-1, 0), (-7, 0), (-8, -1)])
def test_week_of(days: int, week: int) -> None:
    assert week_of(START, START + timedelta(days)) == week


@pytest.mark.parametrize(
    ("start", "today", "refused"),
    [
        pytest.param(date(2026, 11, 24), date(2026, 11, 24), None, id="today"),
        pytest.param(date(2025, 11, 24), date(2026, 11, 24), None, id="exactly a year ago"),
        pytest.param(date(2025, 11, 23), date(2026, 11, 24), StartRefused.TOO_LONG_AGO, id="a day over a year"),
        pytest.param(date(2027, 1, 23), date(2026, 11, 24), None, id="60 days ahead"),
        pytest.param(date(2027, 1, 24), date(2026, 11, 24), StartRefused.TOO_FAR_AHEAD, id="61 days ahead"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), None, id="leap start, its last day"),
        pytest.param(date(2024, 2, 29), date(2025, 3, 1), StartRefused.TOO_LONG_AGO, id="leap start, a day on"),
        pytest.param(date(2027, 2, 28), date(2028, 2, 29), None, id="on a leap day the year clamps"),
        pytest.param(date(2027, 2, 27), date(2028, 2, 29), StartRefused.TOO_LONG_AGO, id="leap day, too long"),
        pytest.param(date.min, date(2026, 11, 24), StartRefused.TOO_LONG_AGO, id="year 1"),
        pytest.param(date.max, date(2026, 11, 24), StartRefused.TOO_FAR_AHEAD, id="year 9999"),
    ],
)
def test_start_refused(start: date, today: date, refused: StartRefused | None) -> None:
    assert start_refused(start, today) is refused
