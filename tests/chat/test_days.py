"""Days as people call them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chat.days import change_of, day_of, number_of, read_change, spoken, when
from chat.language import _, language

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        (-7, "dinsdag 17 november", "Tuesday 17 November"),
        (-6, "woensdag", "Wednesday"),
        (-2, "zondag", "Sunday"),
        (-1, "gisteren", "yesterday"),
        (0, "vandaag", "today"),
        (1, "morgen", "tomorrow"),
        (2, "donderdag", "Thursday"),
        (6, "maandag", "Monday"),
        (7, "dinsdag 1 december", "Tuesday 1 December"),
    ],
)
def test_what_a_day_is_called(days: int, dutch: str, english: str) -> None:
    text = _("That was the question of {day}.", day=spoken(TUESDAY + timedelta(days=days), TUESDAY))
    assert language("nl").plain(text) == f"Dat was de vraag van {dutch}."
    assert language("en").plain(text) == f"That was the question of {english}."


@pytest.mark.parametrize(
    ("days", "dutch"),
    [
        pytest.param(-400, "was maandag 20 oktober 2025", id="over a year ago: with its year"),
        pytest.param(-30, "was zondag 25 oktober", id="a month ago"),
        pytest.param(-7, "was dinsdag 17 november", id="a week ago"),
        pytest.param(-4, "was vrijdag", id="some days ago"),
        pytest.param(-1, "was gisteren", id="yesterday"),
        pytest.param(0, "vandaag", id="today"),
        pytest.param(1, "morgen", id="tomorrow"),
        pytest.param(6, "maandag", id="by its name alone"),
        pytest.param(7, "dinsdag 1 december, over 7 dagen", id="in days"),
        pytest.param(27, "maandag 21 december, over 27 dagen", id="in days, the last"),
        pytest.param(28, "dinsdag 22 december, over 4 weken", id="in weeks"),
        pytest.param(280, "dinsdag 31 augustus, over 40 weken", id="in weeks, the last"),
        pytest.param(281, "woensdag 1 september 2027", id="with its year"),
    ],
)
def test_how_far_off_a_day_is(days: int, dutch: str) -> None:
    assert language("nl").plain(when(TUESDAY + timedelta(days=days), TUESDAY)) == dutch


@pytest.mark.parametrize("day", [None, TUESDAY, date.min, date.max])
def test_a_day_fits_in_a_button_and_comes_back(day: date | None) -> None:
    assert day_of(number_of(day)) == day
    assert read_change(change_of(day, TUESDAY)) == (day, TUESDAY)


@pytest.mark.parametrize("text", ["", "1", "1.2.3", "a.b", "-1.2", "1.", "123456789.1", "١.٢"])
def test_what_is_no_change_reads_as_none(text: str) -> None:
    assert read_change(text) is None


@pytest.mark.parametrize("number", [-1, 0, 10**8, 10**18])
def test_what_is_no_day_reads_as_none(number: int) -> None:
    assert day_of(number) is None
