"""What can be a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.names import LONGEST_NAME, read_name

ROWS = [
    ("plain", "Sam", "Sam"),
    ("spaces around and between", "  Jan   Piet ", "Jan Piet"),
    ("another script", "سمير", "سمير"),
    ("an emoji of several parts", "Sam 👩‍🚀", "Sam 👩‍🚀"),
    ("signs that HTML knows", '<b>&"', '<b>&"'),
    ("the longest", "a" * LONGEST_NAME, "a" * LONGEST_NAME),
    ("a sign too long", "a" * (LONGEST_NAME + 1), None),
    ("empty", "", None),
    ("spaces only", "   ", None),
    ("nothing to see", "\u200b\u200d", None),
    ("two lines", "Sam\nMo", None),
    ("a separator of lines", "Sam\u2028Mo", None),
    ("text turned around", "Sam\u202emaS", None),
    ("a control character", "Sa\x00m", None),
]


@pytest.mark.parametrize(("label", "typed", "name"), ROWS, ids=[row[0] for row in ROWS])
def test_a_name(label: str, typed: str, name: str | None) -> None:
    assert read_name(typed) == name, label


@given(st.text())
def test_a_name_is_one_line_and_stays_itself(typed: str) -> None:
    name = read_name(typed)
    assert name is None or (read_name(name) == name and len(name.splitlines()) == 1)
