"""Face-to-face targets: what a week asks, when it slips, and when one looks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.calendar import local, slot
from programme.phases import Phase, Year
from programme.targets import Walk, checks_on, in_opstart, monday_of, next_check, of_week, on_average, slips
from programme.workdays import Days, days, is_working_day
from tests.programme.moments import BRUSSELS, MOMENTS, utc

START = date(2026, 1, 5)  # a Monday; opstart until 16 February, the year until 5 January 2027
YEAR = Year(START)
A_DAY = timedelta(days=1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def met(*texts: str) -> list[date]:
    return [day(text) for text in texts]


# --- What a week asks ---


@pytest.mark.parametrize(
    ("walk", "monday", "target"),
    [
        pytest.param(Walk(YEAR), "2026-01-05", 3, id="a whole week of opstart"),
        pytest.param(Walk(Year(day("2026-01-07"))), "2026-01-05", 3, id="first week, from Wednesday: 15/7 up"),
        pytest.param(Walk(Year(day("2026-01-08"))), "2026-01-05", 2, id="first week, from Thursday: 12/7 up"),
        pytest.param(Walk(Year(day("2026-01-10"))), "2026-01-05", 1, id="first week, from Saturday"),
        pytest.param(Walk(Year(day("2026-01-11"))), "2026-01-05", 1, id="first week, its Sunday alone"),
        pytest.param(Walk(Year(day("2026-01-12"))), "2026-01-05", None, id="before the start"),
        pytest.param(Walk(YEAR), "2026-02-09", 3, id="last whole week"),
        pytest.param(Walk(YEAR), "2026-02-16", None, id="the opstart is over"),
        pytest.param(Walk(Year(day("2026-01-08"))), "2026-02-16", 2, id="last week, until Wednesday: 9/7 up"),
        pytest.param(Walk(Year(day("2026-01-06"))), "2026-02-16", 1, id="last week, its Monday alone"),
        pytest.param(Walk(YEAR, {Phase.OPSTART: 5}), "2026-01-05", 5, id="another target"),
        pytest.param(Walk(YEAR, {Phase.OPSTART: 0}), "2026-01-05", None, id="no target"),
        pytest.param(Walk(YEAR, {Phase.UITVOERING_1: 5}), "2026-01-05", 3, id="another target later is none now"),
        pytest.param(Walk(YEAR, off=[(day("2026-01-08"), day("2026-01-11"))]), "2026-01-05", 2, id="off from Thursday"),
        pytest.param(Walk(YEAR, off=[(day("2026-01-01"), date.max)]), "2026-01-05", None, id="off, nobody knows until"),
        pytest.param(
            Walk(YEAR, off=[(day("2026-01-05"), day("2026-01-06")), (day("2026-01-11"), day("2026-01-12"))]),
            "2026-01-05", 2, id="off twice: 12/7 up",
        ),
        pytest.param(Walk(YEAR, known_on=day("2026-01-14")), "2026-01-12", 3, id="known from Wednesday: 15/7 up"),
        pytest.param(Walk(YEAR, known_on=day("2026-01-17")), "2026-01-12", 1, id="known from Saturday"),
        pytest.param(Walk(YEAR, known_on=day("2026-01-19")), "2026-01-12", None, id="not known yet"),
        pytest.param(Walk(YEAR, known_on=day("2025-12-01")), "2026-01-05", 3, id="known before the start"),
        pytest.param(Walk(Year(START, stopped_on=day("2026-01-14"))), "2026-01-12", 1, id="stopped on Wednesday"),
        pytest.param(Walk(Year(START, stopped_on=day("2026-01-14"))), "2026-01-19", None, id="stopped"),
        pytest.param(Walk(Year(day("2026-03-09"))), "2026-03-23", 3, id="the clock goes forward"),
        pytest.param(Walk(Year(day("2026-10-05"))), "2026-10-19", 3, id="the clock goes back"),
        pytest.param(Walk(Year(day("2025-12-15"))), "2025-12-29", 3, id="over New Year"),
    ],
)  # fmt: skip
def test_the_target_of_a_week_in_the_opstart(walk: Walk, monday: str, target: int | None) -> None:
    progress = in_opstart(walk, [], day(monday))
    assert (None if progress is None else progress.target) == target


@pytest.mark.parametrize(
    ("walk", "monday", "target"),
    [
        pytest.param(Walk(YEAR), "2026-02-09", 3, id="opstart"),
        pytest.param(Walk(YEAR), "2026-02-16", 2, id="uitvoering"),
        pytest.param(Walk(Year(day("2026-01-08"))), "2026-02-16", 3, id="3 of opstart and 4 of uitvoering: 17/7 up"),
        pytest.param(Walk(YEAR, {Phase.UITVOERING_1: 0}), "2026-02-16", None, id="none agreed"),
        pytest.param(Walk(YEAR), "2027-01-04", 1, id="the last day of the year"),
        pytest.param(Walk(YEAR), "2027-01-11", None, id="nazorg has its own table"),
    ],
)
def test_the_target_of_a_week_to_show(walk: Walk, monday: str, target: int | None) -> None:
    progress = of_week(walk, [], day(monday))
    assert (None if progress is None else progress.target) == target


def test_meetings_count_from_monday_to_sunday_and_two_on_one_day_are_two() -> None:
    found = of_week(
        Walk(YEAR), met("2026-01-11", "2026-01-12", "2026-01-12", "2026-01-18", "2026-01-19"), day("2026-01-12")
    )
    assert found is not None
    assert (found.met, found.target, found.reached) == (3, 3, True)


# --- Averages ---

IN_UITVOERING = "2026-04-09"  # a Thursday; four weeks of uitvoering 1 are behind it


@pytest.mark.parametrize(
    ("walk", "on", "target"),
    [
        pytest.param(Walk(YEAR), IN_UITVOERING, 8, id="four weeks of two"),
        pytest.param(Walk(YEAR), "2026-02-21", None, id="six days of uitvoering say nothing"),
        pytest.param(Walk(YEAR), "2026-02-22", 2, id="a week of it does"),
        pytest.param(Walk(YEAR), "2026-02-26", 3, id="eleven days: 22/7 down"),
        pytest.param(Walk(YEAR, {Phase.UITVOERING_1: 3}), IN_UITVOERING, 12, id="another target"),
        pytest.param(Walk(YEAR, {Phase.UITVOERING_1: 0}), IN_UITVOERING, None, id="no target"),
        pytest.param(Walk(YEAR, {Phase.UITVOERING_2: 4}), "2026-05-29", 12, id="two weeks of two, two of four"),
        pytest.param(Walk(YEAR, off=[(day("2026-03-16"), day("2026-03-29"))]), IN_UITVOERING, 4, id="two weeks off"),
        pytest.param(
            Walk(YEAR, off=[(day("2026-03-01"), day("2026-04-03"))]), IN_UITVOERING, None, id="back for 6 days"
        ),
        pytest.param(Walk(YEAR, off=[(day("2026-03-01"), day("2026-04-02"))]), IN_UITVOERING, 2, id="back for a week"),
        pytest.param(Walk(YEAR, known_on=day("2026-03-31")), IN_UITVOERING, 2, id="known for ten days: 20/7 down"),
        pytest.param(Walk(YEAR, known_on=day("2026-04-04")), IN_UITVOERING, None, id="known for six days"),
        pytest.param(Walk(YEAR), "2026-01-20", None, id="in the opstart"),
        pytest.param(Walk(YEAR), "2027-01-07", 7, id="the days of the year still behind one: 25 of them"),
    ],
)
def test_the_target_of_four_weeks(walk: Walk, on: str, target: int | None) -> None:
    progress = on_average(walk, [], day(on))
    assert (None if progress is None else progress.target) == target


def test_what_was_before_the_phase_counts_for_nothing_and_what_was_in_a_pause_does() -> None:
    walk = Walk(YEAR, off=[(day("2026-02-24"), day("2026-02-25"))])
    found = on_average(walk, met("2026-02-15", "2026-02-16", "2026-02-24", "2026-03-05"), day("2026-03-05"))
    assert found is not None
    assert (found.met, found.target) == (3, 4)
    assert found.since == day("2026-02-16")


def test_four_whole_weeks_are_since_no_other_day() -> None:
    found = on_average(Walk(YEAR, off=[(day("2026-03-16"), day("2026-03-29"))]), [], day(IN_UITVOERING))
    assert found is not None
    assert found.since is None


# --- When one looks ---


@pytest.mark.parametrize(
    ("after", "due"),
    [
        pytest.param("2026-01-12 00:00", "2026-01-14 12:00", id="Wednesday noon"),
        pytest.param("2026-01-14 11:59", "2026-01-14 12:00", id="a minute before"),
        pytest.param("2026-01-14 12:00", "2026-01-15 10:00", id="Thursday at ten"),
        pytest.param("2026-01-15 10:00", "2026-01-16 10:00", id="Friday at ten"),
        pytest.param("2026-01-16 10:00", "2026-01-21 12:00", id="and over the weekend"),
        pytest.param("2026-11-09 00:00", "2026-11-10 12:00", id="Wednesday 11 November: on Tuesday"),
        pytest.param("2026-11-10 12:00", "2026-11-12 10:00", id="and not again on the day itself"),
        pytest.param("2026-12-23 12:00", "2026-12-24 10:00", id="Friday 25 December: with Thursday's"),
        pytest.param("2026-12-24 10:00", "2026-12-30 12:00", id="once"),
        pytest.param("2026-05-11 00:00", "2026-05-13 12:00", id="Ascension: with Wednesday's, at noon"),
        pytest.param("2026-05-13 12:00", "2026-05-15 10:00", id="and the Friday stays"),
        pytest.param("2026-03-27 10:00", "2026-04-01 12:00", id="over the change of March"),
        pytest.param("2026-10-23 10:00", "2026-10-28 12:00", id="over the change of October"),
    ],
)
def test_next_check(after: str, due: str) -> None:
    def moment(text: str) -> datetime:
        found = datetime.fromisoformat(text)
        return slot(found.date(), found.time(), BRUSSELS)

    assert next_check(moment(after), BRUSSELS) == moment(due)


@given(MOMENTS)
def test_one_looks_on_working_days_at_ten_or_at_noon_and_at_nothing_between(after: datetime) -> None:
    due = next_check(after, BRUSSELS)
    here = local(due, BRUSSELS)
    assert after < due
    assert is_working_day(here.date())
    assert here.time() in (time(10), time(12))
    assert checks_on(here.date())
    between = [each for each in days(local(after, BRUSSELS).date() + A_DAY, here.date() - A_DAY) if checks_on(each)]
    assert between == []


@given(st.dates(date(2020, 1, 6), date(2035, 1, 1)))
def test_each_check_of_a_week_is_once_or_falls_out_with_the_days_before_it(some: date) -> None:
    monday = monday_of(some)
    found = Counter(check for each in days(monday, monday + 6 * A_DAY) for check in checks_on(each))
    assert all(count == 1 for count in found.values())
    assert len(found) == 3 or not is_working_day(monday)


# --- When it slips ---


def agreed(per_week: int) -> Walk:
    return Walk(YEAR, {Phase.OPSTART: per_week})


def begun(start: str) -> Walk:
    return Walk(Year(day(start)))


def paused(first: str, last: str | None = None) -> Walk:
    return Walk(YEAR, off=[(day(first), date.max if last is None else day(last))])


@pytest.mark.parametrize(
    ("walk", "held", "on", "says"),
    [
        pytest.param(Walk(YEAR), [], "2026-01-14", (0, 3), id="Wednesday with none"),
        pytest.param(Walk(YEAR), ["2026-01-12"], "2026-01-14", None, id="Wednesday with one"),
        pytest.param(Walk(YEAR), ["2026-01-11"], "2026-01-14", (0, 3), id="last week's does not count"),
        pytest.param(Walk(YEAR), [], "2026-01-15", None, id="Thursday is for the averages"),
        pytest.param(Walk(YEAR), ["2026-01-12"], "2026-01-16", (1, 3), id="Friday with one"),
        pytest.param(Walk(YEAR), ["2026-01-12", "2026-01-13"], "2026-01-16", None, id="Friday with two"),
        pytest.param(Walk(YEAR), [], "2026-01-13", None, id="nobody looks on a Tuesday"),
        pytest.param(Walk(YEAR), [], "2026-01-17", None, id="nor on a Saturday"),
        pytest.param(Walk(YEAR), [], "2026-01-12", None, id="nor on a Monday"),
        # The first week and the last.
        pytest.param(begun("2026-01-12"), [], "2026-01-14", (0, 3), id="began on Monday"),
        pytest.param(begun("2026-01-13"), [], "2026-01-14", None, id="began on Tuesday: no time yet"),
        pytest.param(begun("2026-01-13"), [], "2026-01-16", (0, 3), id="began on Tuesday: on Friday there was"),
        pytest.param(begun("2026-01-15"), [], "2026-01-16", None, id="began on Thursday"),
        pytest.param(begun("2026-01-20"), [], "2026-01-14", None, id="not begun yet"),
        pytest.param(begun("2026-01-08"), [], "2026-02-18", (0, 2), id="the opstart ends on Wednesday: 9/7 up"),
        pytest.param(begun("2026-01-08"), [], "2026-02-20", None, id="on its Friday it is over"),
        pytest.param(begun("2026-01-08"), [], "2026-02-19", None, id="and the average too young"),
        # Other targets.
        pytest.param(agreed(1), [], "2026-01-14", None, id="one a week: not on Wednesday"),
        pytest.param(agreed(1), [], "2026-01-16", (0, 1), id="one a week: on Friday"),
        pytest.param(agreed(2), ["2026-01-12"], "2026-01-16", None, id="two a week: one by Friday"),
        pytest.param(agreed(5), ["2026-01-12"], "2026-01-14", (1, 5), id="five a week: two by Wednesday"),
        pytest.param(agreed(5), ["2026-01-12"] * 3, "2026-01-16", None, id="five a week: three by Friday"),
        pytest.param(agreed(7), ["2026-01-12"] * 2, "2026-01-14", None, id="each day: two by Wednesday"),
        pytest.param(agreed(0), [], "2026-01-14", None, id="none agreed"),
        # Pauses.
        pytest.param(paused("2026-01-14", "2026-01-14"), [], "2026-01-14", None, id="off today"),
        pytest.param(paused("2026-01-01", "2026-01-12"), [], "2026-01-14", None, id="back on Tuesday"),
        pytest.param(paused("2026-01-01", "2026-01-12"), [], "2026-01-16", (0, 3), id="back for Friday"),
        pytest.param(paused("2026-01-17"), [], "2026-01-16", (0, 3), id="off from tomorrow"),
        # Holidays on a day of a check.
        pytest.param(begun("2026-11-02"), [], "2026-11-10", (0, 3), id="Tuesday, for Wednesday 11 November"),
        pytest.param(begun("2026-11-10"), [], "2026-11-10", None, id="began that Tuesday"),
        pytest.param(begun("2026-11-02"), [], "2026-11-11", None, id="nothing on 11 November"),
        pytest.param(begun("2026-12-14"), ["2026-12-21"], "2026-12-24", (1, 3), id="Thursday, for 25 December"),
        pytest.param(begun("2026-12-14"), [], "2026-12-25", None, id="nothing on 25 December"),
        # On average.
        pytest.param(Walk(YEAR), ["2026-04-01"] * 7, "2026-04-09", (7, 8), id="below two"),
        pytest.param(Walk(YEAR), ["2026-04-01"] * 8, "2026-04-09", None, id="two"),
        pytest.param(Walk(YEAR), [], "2026-04-08", None, id="not on Wednesday"),
        pytest.param(Walk(YEAR), [], "2026-04-10", None, id="not on Friday"),
        pytest.param(Walk(YEAR), ["2026-03-12"] * 8, "2026-04-09", (0, 8), id="longer ago than four weeks"),
        pytest.param(Walk(YEAR), ["2026-03-13"] * 8, "2026-04-09", None, id="four weeks ago to the day"),
        pytest.param(Walk(YEAR), [], "2026-05-13", (0, 8), id="Wednesday, for Ascension"),
        pytest.param(Walk(YEAR), [], "2026-05-14", None, id="nothing on Ascension"),
        pytest.param(Walk(YEAR), [], "2027-01-07", None, id="in nazorg"),
        pytest.param(Walk(YEAR, {Phase.NAZORG: 3}), [], "2027-01-07", None, id="nazorg takes no target of this kind"),
        pytest.param(Walk(YEAR), ["2026-03-25"] * 7, "2026-04-02", (7, 8), id="the clock went forward"),
        pytest.param(Walk(YEAR), ["2026-10-25"] * 8, "2026-10-29", None, id="the clock went back"),
    ],
)
def test_slips(walk: Walk, held: list[str], on: str, says: tuple[int, int] | None) -> None:
    found = slips(walk, met(*held), day(on))
    assert (None if found is None else (found.met, found.target)) == says


# --- Over random years ---

STARTS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    start = draw(STARTS)
    stopped = draw(st.none() | st.integers(1, 400))
    targets = draw(st.dictionaries(st.sampled_from(Phase), st.integers(0, 7)))
    stretches = draw(st.lists(st.tuples(st.integers(-10, 400), st.integers(0, 40)), max_size=3))
    off: list[Days] = [(start + begin * A_DAY, start + (begin + length) * A_DAY) for begin, length in stretches]
    return Walk(Year(start, None if stopped is None else start + stopped * A_DAY), targets, off)


@st.composite
def lives(draw: st.DrawFn) -> tuple[Walk, list[date]]:
    walk = draw(walks())
    return walk, [walk.year.start + n * A_DAY for n in draw(st.lists(st.integers(-5, 420), max_size=200))]


def said(walk: Walk, held: list[date]) -> list[date]:
    """The days on which something is said, when one goes from check to check through a year and more."""
    found, now = [], slot(walk.year.start - 7 * A_DAY, time(0), BRUSSELS)
    while now < slot(walk.year.start + 420 * A_DAY, time(0), BRUSSELS):
        now = next_check(now, BRUSSELS)
        here = local(now, BRUSSELS)
        if slips(walk, held, here.date()):
            found.append(here.date())
    return found


@settings(max_examples=20)
@given(lives())
def test_a_target_that_is_met_is_never_spoken_of(life: tuple[Walk, list[date]]) -> None:
    walk, held = life
    for on in said(walk, held):
        week = in_opstart(walk, held, monday_of(on))
        four = on_average(walk, held, on)
        counted = four if walk.counts(on, average=True) else week
        assert counted is not None
        assert not counted.reached


@settings(max_examples=20)
@given(lives())
def test_what_is_missed_at_a_check_is_said_at_it_once(life: tuple[Walk, list[date]]) -> None:
    walk, held = life
    found = said(walk, held)
    assert len(found) == len(set(found))
    first, last = walk.year.start, walk.year.start + 400 * A_DAY
    assert [on for on in days(first, last) if _missed(walk, held, on)] == [on for on in found if first <= on <= last]


def _missed(walk: Walk, held: list[date], on: date) -> bool:
    """The rule in other words: by the weekday for which a check is, whichever day it is on."""
    for weekday, part in ((2, Fraction(1, 3)), (3, None), (4, Fraction(2, 3))):
        moved = monday_of(on) + weekday * A_DAY
        while not is_working_day(moved):
            moved -= A_DAY
        if moved == on and _misses(walk, held, on, part):
            return True
    return False


def _misses(walk: Walk, held: list[date], on: date, part: Fraction | None) -> bool:
    phase = walk.year.phase_on(on)
    if walk.is_off(on) or on < walk.year.start or phase not in (Phase.OPSTART, Phase.UITVOERING_1, Phase.UITVOERING_2):
        return False
    if (phase is Phase.OPSTART) is (part is None):
        return False
    monday = monday_of(on)
    if part is None:
        counted = [each for each in days(on - 27 * A_DAY, on) if walk.counts(each, average=True)]
        target = floor(sum(Fraction(walk.per_week(walk.year.phase_on(each)), 7) for each in counted))
        return len(counted) >= 7 and sum(counted[0] <= each <= on for each in held) < target
    counted = [each for each in days(monday, monday + 6 * A_DAY) if walk.counts(each, average=False)]
    target = ceil(Fraction(walk.per_week(Phase.OPSTART) * len(counted), 7))
    past = [each for each in counted if each < on]
    started_with_the_week = len(past) == on.weekday()
    enough = bool(past) and (started_with_the_week or len(past) >= 2)
    return enough and sum(monday <= each <= monday + 6 * A_DAY for each in held) < int(target * part + Fraction(1, 2))


@settings(max_examples=20)
@given(lives())
def test_nothing_is_said_in_a_pause_before_the_start_or_after_the_year(life: tuple[Walk, list[date]]) -> None:
    walk, held = life
    for on in said(walk, held):
        assert walk.year.start <= on < walk.year.ends
        assert not walk.is_off(on)
        assert is_working_day(on)


@settings(max_examples=10)
@given(lives(), st.integers(0, 400))
def test_one_more_meeting_never_makes_it_worse(life: tuple[Walk, list[date]], after: int) -> None:
    walk, held = life
    more = [*held, walk.year.start + after * A_DAY]
    assert set(said(walk, more)) <= set(said(walk, held))


def test_the_hours_are_local() -> None:
    assert next_check(utc(2026, 7, 1, 9, 59), BRUSSELS) == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert next_check(utc(2026, 1, 14, 9, 59), BRUSSELS) == datetime(2026, 1, 14, 11, tzinfo=UTC)
