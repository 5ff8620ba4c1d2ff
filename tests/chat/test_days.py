"""Days as people call them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chat.days import day_of, number_of, spoken
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


@pytest.mark.parametrize("day", [None, date.min, TUESDAY, date.max])
def test_a_day_fits_in_a_button_and_comes_back(day: date | None) -> None:
    assert day_of(number_of(day)) == day


@pytest.mark.parametrize("number", [0, -1, -(10**18), date.max.toordinal() + 1, 10**18])
def test_what_is_no_day_is_none(number: int) -> None:
    assert day_of(number) is None
