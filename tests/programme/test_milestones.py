"""The days of a year's milestones, and when each is brought up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import within_hours
from programme.milestones import (
    AHEAD_OF,
    Milestone,
    done_on,
    due_dates,
    is_said_on,
    may_be_birthday,
    may_be_moved_to,
    may_come_back,
    next_yearly,
    still_matters,
    youth_hears_at,
    youth_hears_of,
)
from programme.phases import Year
from programme.workdays import is_working_day, reminder_day, working_day_until

M = Milestone
BRUSSELS = ZoneInfo("Europe/Brussels")
DAYS = st.dates(date(2022, 1, 1), date(2034, 12, 31))
KINDS = st.sampled_from(M)
DERIVED = [kind for kind in M if kind not in {M.TIJDELIJKE_WONING, M.BIRTHDAY, M.OWN_DATE}]


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(
            date(2026, 1, 5),
            {
                M.FIRST_SPIDERWEB: date(2026, 1, 18),
                M.ONDERSTEUNINGSPLAN: date(2026, 2, 16),
                M.NETWERKWANDELING: date(2026, 4, 4),
                M.LEVENSLIJN: date(2026, 4, 4),
                M.EVALUATIE_1: date(2026, 5, 16),
                M.EVALUATIE_2: date(2026, 8, 16),
                M.EVALUATIE_3: date(2026, 11, 24),
                M.AFRONDING: date(2027, 1, 5),
                M.RELATIEGEBAAR: date(2027, 1, 5),
            },
            id="an ordinary year",
        ),
        pytest.param(
            date(2024, 2, 29),
            {M.EVALUATIE_3: date(2025, 1, 17), M.AFRONDING: date(2025, 2, 28), M.NETWERKWANDELING: date(2024, 5, 28)},
            id="from 29 February: until the 28th",
        ),
        pytest.param(date(2027, 3, 1), {M.AFRONDING: date(2028, 3, 1)}, id="over 29 February: still the same date"),
        pytest.param(
            date(2026, 8, 31), {M.LEVENSLIJN: date(2026, 11, 29), M.AFRONDING: date(2027, 8, 31)}, id="31 August"
        ),
        pytest.param(
            date(2026, 10, 19),
            {
                M.ONDERSTEUNINGSPLAN: date(2026, 11, 30),
                M.EVALUATIE_1: date(2027, 2, 28),
                M.EVALUATIE_2: date(2027, 5, 28),
            },
            id="a plan on the 30th: the evaluation on the last of February",
        ),
        pytest.param(
            date(2026, 11, 30),
            {M.NETWERKWANDELING: date(2027, 2, 27), M.EVALUATIE_1: date(2027, 4, 11)},
            id="three months clamp to the last of February, the day before it is the 27th",
        ),
    ],
)
def test_due_dates_follow_from_the_start(start: date, expected: Mapping[Milestone, date]) -> None:
    found = due_dates(Year(start), {}, None)
    assert {kind: found[kind] for kind in expected} == expected
    assert set(found) == set(DERIVED)


START = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("moved", "expected"),
    [
        pytest.param(
            {M.ONDERSTEUNINGSPLAN: date(2026, 3, 2)},
            {M.EVALUATIE_1: date(2026, 6, 2), M.EVALUATIE_2: date(2026, 9, 2), M.EVALUATIE_3: date(2026, 11, 24)},
            id="a moved plan moves two evaluations",
        ),
        pytest.param(
            {M.EVALUATIE_1: date(2026, 5, 31)},
            {M.ONDERSTEUNINGSPLAN: date(2026, 2, 16), M.EVALUATIE_2: date(2026, 8, 31)},
            id="a moved evaluation moves the next",
        ),
        pytest.param(
            {M.ONDERSTEUNINGSPLAN: date(2026, 3, 2), M.EVALUATIE_1: date(2026, 5, 20)},
            {M.EVALUATIE_1: date(2026, 5, 20), M.EVALUATIE_2: date(2026, 8, 20)},
            id="one that was chosen stays when the plan moves",
        ),
        pytest.param(
            {M.EVALUATIE_2: date(2026, 8, 1)}, {M.EVALUATIE_2: date(2026, 8, 1)}, id="the second moves nothing"
        ),
        pytest.param(
            {M.LEVENSLIJN: date(2026, 2, 1), M.TIJDELIJKE_WONING: date(2026, 2, 1)},
            {M.LEVENSLIJN: date(2026, 2, 1), M.NETWERKWANDELING: date(2026, 4, 4)},
            id="what is not there cannot be moved",
        ),
    ],
)
def test_what_people_chose_counts(moved: Mapping[Milestone, date], expected: Mapping[Milestone, date]) -> None:
    found = due_dates(Year(START), moved, None)
    assert {kind: found[kind] for kind in expected} == expected
    assert set(found) == set(DERIVED)


def test_a_year_that_is_ended_early_is_closed_then_and_the_rest_matters_no_more() -> None:
    year = Year(START, stopped_on=date(2026, 6, 1))
    found = due_dates(year, {}, None)
    assert found[M.AFRONDING] == found[M.RELATIEGEBAAR] == date(2026, 6, 1)
    assert found[M.EVALUATIE_3] == date(2026, 11, 24)
    left = {kind for kind, due in found.items() if still_matters(kind, due, year)}
    assert left == set(DERIVED) - {M.EVALUATIE_2, M.EVALUATIE_3}


@pytest.mark.parametrize(
    ("kind", "due", "matters"),
    [
        pytest.param(M.EVALUATIE_1, date(2026, 5, 31), True, id="the day before the end"),
        pytest.param(M.EVALUATIE_1, date(2026, 6, 1), False, id="the first day that is not of the year"),
        pytest.param(M.AFRONDING, date(2026, 7, 1), True, id="closing, later than the end"),
        pytest.param(M.RELATIEGEBAAR, date(2026, 8, 1), True, id="the relatiegebaar"),
        pytest.param(M.TIJDELIJKE_WONING, date(2026, 8, 1), True, id="a home"),
        pytest.param(M.BIRTHDAY, date(2027, 8, 1), True, id="a birthday"),
        pytest.param(M.OWN_DATE, date(2028, 8, 1), True, id="an own date"),
    ],
)
def test_still_matters(kind: Milestone, due: date, *, matters: bool) -> None:
    assert still_matters(kind, due, Year(START, stopped_on=date(2026, 6, 1))) is matters


@pytest.mark.parametrize(
    ("since", "ends"),
    [
        pytest.param(date(2026, 3, 15), date(2026, 7, 15), id="four months"),
        pytest.param(date(2026, 10, 31), date(2027, 2, 28), id="the last of February"),
        pytest.param(date(2027, 10, 31), date(2028, 2, 29), id="in a leap year"),
    ],
)
def test_a_temporary_home_ends(since: date, ends: date) -> None:
    assert due_dates(Year(START), {}, since)[M.TIJDELIJKE_WONING] == ends


@pytest.mark.parametrize(
    ("kind", "due", "day", "said"),
    [
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 10), True, id="two weeks ahead"),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 9), False, id="a day more"),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 12), False, id="between"),
        pytest.param(
            M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 20), True, id="two days ahead, before a weekend"
        ),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 23), False, id="the day before"),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 24), True, id="the day itself"),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2026, 11, 25), True, id="late"),
        pytest.param(M.EVALUATIE_1, date(2026, 11, 24), date(2027, 3, 1), True, id="months late"),
        pytest.param(M.LEVENSLIJN, date(2026, 11, 28), date(2026, 11, 27), True, id="Saturday: said on Friday"),
        pytest.param(M.LEVENSLIJN, date(2026, 11, 28), date(2026, 11, 30), True, id="and again on Monday"),
        pytest.param(M.LEVENSLIJN, date(2026, 11, 11), date(2026, 11, 10), True, id="11 November: the day before"),
        pytest.param(M.LEVENSLIJN, date(2026, 12, 30), date(2026, 12, 18), True, id="before the kerstvakantie"),
        pytest.param(M.LEVENSLIJN, date(2026, 12, 30), date(2026, 12, 22), False, id="not in it"),
        pytest.param(M.LEVENSLIJN, date(2026, 12, 30), date(2026, 12, 30), True, id="but on its own day"),
        pytest.param(M.LEVENSLIJN, date(2026, 12, 30), date(2026, 12, 16), True, id="and two weeks ahead"),
        pytest.param(M.LEVENSLIJN, date(2026, 7, 15), date(2026, 7, 1), True, id="in summer nothing moves"),
        pytest.param(M.TIJDELIJKE_WONING, date(2026, 7, 15), date(2026, 6, 3), True, id="a home: six weeks ahead"),
        pytest.param(M.TIJDELIJKE_WONING, date(2026, 7, 15), date(2026, 7, 1), True, id="and two weeks"),
        pytest.param(M.TIJDELIJKE_WONING, date(2026, 7, 15), date(2026, 7, 13), False, id="not two days"),
        pytest.param(M.BIRTHDAY, date(2026, 11, 26), date(2026, 11, 24), True, id="a birthday: two days ahead"),
        pytest.param(M.BIRTHDAY, date(2026, 11, 26), date(2026, 11, 12), False, id="not two weeks"),
    ],
)
def test_is_said_on(kind: Milestone, due: date, day: date, *, said: bool) -> None:
    assert is_said_on(kind, due, day) is said


@given(KINDS, DAYS, st.integers(-80, 80))
def test_what_was_to_be_said_on_a_free_day_is_said_on_the_working_day_before(
    kind: Milestone, due: date, away: int
) -> None:
    day = due + timedelta(days=away)
    if is_working_day(day) and day < due and is_said_on(kind, due, day):
        meant = [due - ahead for ahead in (*AHEAD_OF.get(kind, (timedelta(14), timedelta(2))), timedelta(0))]
        assert day in {reminder_day(each) for each in meant}


@given(KINDS, DAYS)
def test_each_is_said_on_its_day_or_the_working_day_before_and_on_each_one_after(kind: Milestone, due: date) -> None:
    assert is_said_on(kind, due, reminder_day(due))
    if not any(is_said_on(kind, due, due - timedelta(days=ahead)) for ahead in range(3)):
        assert not is_working_day(due)
        assert reminder_day(due) < working_day_until(due)  # a school holiday is in the way
    later = (due + timedelta(days=ahead) for ahead in range(1, 30))
    assert all(is_said_on(kind, due, day) for day in later if is_working_day(day))


@given(KINDS, DAYS)
def test_ahead_of_its_day_it_is_said_three_times_at_the_most(kind: Milestone, due: date) -> None:
    days = (due - timedelta(days=ahead) for ahead in range(1, 100))
    said = [day for day in days if is_working_day(day) and is_said_on(kind, due, day)]
    assert len(said) <= 3
    assert all(is_working_day(day) for day in said)


@given(DAYS, st.one_of(st.none(), DAYS), st.dictionaries(st.sampled_from(DERIVED), DAYS, max_size=4))
def test_what_follows_from_chosen_days_changes_nothing_when_it_is_chosen_too(
    start: date, home: date | None, moved: dict[Milestone, date]
) -> None:
    once = due_dates(Year(start), moved, home)
    assert due_dates(Year(start), once, home) == once
    assert {kind: once[kind] for kind in moved} == moved


@given(DAYS)
def test_the_milestones_of_a_year_lie_in_it_and_in_order(start: date) -> None:
    found = due_dates(Year(start), {}, None)
    order = [M.FIRST_SPIDERWEB, M.ONDERSTEUNINGSPLAN, M.LEVENSLIJN, M.EVALUATIE_1, M.EVALUATIE_2, M.EVALUATIE_3]
    days = [start, *(found[kind] for kind in order), found[M.AFRONDING]]
    assert days == sorted(set(days))


@pytest.mark.parametrize(
    ("due", "tapped", "counts"),
    [
        pytest.param(date(2026, 2, 16), date(2026, 2, 16), date(2026, 2, 16), id="on its day"),
        pytest.param(date(2026, 2, 16), date(2026, 2, 23), date(2026, 2, 16), id="a week late: as good as on time"),
        pytest.param(date(2026, 2, 16), date(2026, 2, 24), date(2026, 2, 24), id="later"),
        pytest.param(date(2026, 2, 16), date(2026, 2, 9), date(2026, 2, 16), id="a week early"),
        pytest.param(date(2026, 2, 16), date(2026, 2, 8), date(2026, 2, 8), id="earlier"),
    ],
)
def test_done_on(due: date, tapped: date, counts: date) -> None:
    assert done_on(due, tapped) == counts


@pytest.mark.parametrize(
    ("day", "after", "comes"),
    [
        pytest.param(date(2008, 3, 5), date(2026, 11, 24), date(2027, 3, 5), id="next year"),
        pytest.param(date(2008, 12, 5), date(2026, 11, 24), date(2026, 12, 5), id="this year"),
        pytest.param(date(2008, 11, 24), date(2026, 11, 24), date(2027, 11, 24), id="strictly later"),
        pytest.param(date(2008, 11, 24), date(2026, 11, 23), date(2026, 11, 24), id="tomorrow"),
        pytest.param(date(2008, 2, 29), date(2026, 11, 24), date(2027, 2, 28), id="29 February in a common year"),
        pytest.param(date(2008, 2, 29), date(2027, 2, 28), date(2028, 2, 29), id="and in a leap year again"),
        pytest.param(date(2008, 2, 29), date(2028, 2, 28), date(2028, 2, 29), id="the day before it"),
        pytest.param(date(2028, 2, 29), date(2026, 11, 24), date(2028, 2, 29), id="one that is still to come"),
        pytest.param(date(2008, 12, 31), date(2026, 12, 31), date(2027, 12, 31), id="the last of the year"),
        pytest.param(date(2008, 1, 1), date(2026, 12, 31), date(2027, 1, 1), id="New Year"),
    ],
)
def test_next_yearly(day: date, after: date, comes: date) -> None:
    assert next_yearly(day, after) == comes


@given(st.dates(date(1990, 1, 1), date(2021, 12, 31)), DAYS)
def test_a_yearly_day_comes_within_a_year_and_is_the_same_day(day: date, after: date) -> None:
    comes = next_yearly(day, after)
    assert timedelta(0) < comes - after <= timedelta(days=366)
    assert (comes.month, comes.day) in {(day.month, day.day), (2, 28)}


@pytest.mark.parametrize("kind", M)
def test_whom_a_youth_hears_of(kind: Milestone) -> None:
    always = {M.ONDERSTEUNINGSPLAN, M.EVALUATIE_1, M.EVALUATIE_2, M.EVALUATIE_3, M.AFRONDING}
    once_chosen = {M.FIRST_SPIDERWEB, M.NETWERKWANDELING, M.LEVENSLIJN}
    assert youth_hears_of(kind, chosen=False) is (kind in always)
    assert youth_hears_of(kind, chosen=True) is (kind in always | once_chosen)


@pytest.mark.parametrize(
    ("due", "at"),
    [
        pytest.param(date(2026, 11, 25), datetime(2026, 11, 24, 15, tzinfo=UTC), id="in winter"),
        pytest.param(date(2026, 7, 15), datetime(2026, 7, 14, 14, tzinfo=UTC), id="in summer"),
        pytest.param(date(2026, 3, 30), datetime(2026, 3, 29, 14, tzinfo=UTC), id="on the day the clock goes forward"),
    ],
)
def test_youth_hears_at(due: date, at: datetime) -> None:
    assert youth_hears_at(due, BRUSSELS)[0] == at


@given(DAYS)
def test_a_youth_hears_of_it_the_day_before_at_a_good_hour(due: date) -> None:
    for moment in youth_hears_at(due, BRUSSELS):
        assert within_hours(moment, BRUSSELS)
        assert moment.astimezone(BRUSSELS).date() == due - timedelta(days=1)


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "moved", "back", "born"),
    [
        pytest.param(TODAY, True, False, False, id="today"),
        pytest.param(date(2026, 11, 23), False, True, False, id="yesterday"),
        pytest.param(date(2029, 11, 24), True, False, False, id="three years ahead"),
        pytest.param(date(2029, 11, 25), False, False, False, id="a day more"),
        pytest.param(date(1926, 11, 24), False, True, False, id="a hundred years ago"),
        pytest.param(date(1926, 11, 23), False, False, False, id="longer"),
        pytest.param(date(2014, 11, 24), False, True, True, id="twelve today"),
        pytest.param(date(2014, 11, 25), False, True, False, id="eleven"),
        pytest.param(date(1986, 11, 24), False, True, True, id="forty today"),
        pytest.param(date(1986, 11, 23), False, True, False, id="older"),
    ],
)
def test_which_days_may_be_typed(day: date, *, moved: bool, back: bool, born: bool) -> None:
    assert (may_be_moved_to(day, TODAY), may_come_back(day, TODAY), may_be_birthday(day, TODAY)) == (moved, back, born)
