"""The letters on a sheet: which there are, and what fits."""

from __future__ import annotations

import pytest

from chat.charts.letters import drawable, fitting, in_two, width_of
from tests.chat.sheets import NAMES


def test_letters_that_there_are_none_of_are_left_out() -> None:
    assert drawable("👩‍👩‍👧‍👧 Sam \n小明\ufe0f van") == "Sam van"
    assert drawable("⚖️ Uit de problemen ❤️, ⚖ 1️⃣") == "Uit de problemen , ⚖ 1"  # those that are to be shown as emoji
    assert drawable("Aure\u0301lie") == "Aurélie"


@pytest.mark.parametrize(
    ("words", "room", "shown"), [("Sam", 500, "Sam"), ("Sam van Damme", 150, "Sam van…"), ("Sam", 5, "")]
)
def test_words_are_cut_to_what_fits(words: str, room: float, shown: str) -> None:
    assert fitting(words, room) == shown


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("Lijf", 150, ["Lijf"]),
        ("Geld & papieren", 300, ["Geld & papieren"]),
        ("Geld & papieren", 150, ["Geld &", "papieren"]),
        ("weer bij mijn kleine broer", 240, ["weer bij mijn", "kleine broer"]),
        ("weer wat meer bij mijn kleine broer wonen", 240, ["weer wat meer", "bij mijn kleine…"]),
        ("zelfstandigheidsgevoel en zo", 150, ["zelfstan…"]),
        ("", 150, [""]),
    ],
)
def test_words_stand_on_two_lines_where_one_is_too_short(words: str, room: float, lines: list[str]) -> None:
    assert in_two(words, room) == lines


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("room", [60, 150, 400])
def test_no_line_is_wider_than_its_room(name: str, room: float) -> None:
    assert max(width_of(line) for line in in_two(name, room)) <= room
