"""Long texts in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.pieces import ROOM, pieces


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(2, 50))
def test_every_piece_fits_and_no_word_is_lost(words: str, room: int) -> None:
    cut = pieces(words, room)
    assert all(0 < units(piece) <= room for piece in cut)
    assert "".join("".join(cut).split()) == "".join(words.split())


@pytest.mark.parametrize(
    ("words", "room", "wanted"),
    [
        pytest.param("", 5, (), id="nothing"),
        pytest.param("kort", 5, ("kort",), id="fits"),
        pytest.param("een twee drie", 9, ("een twee", "drie"), id="at a space"),
        pytest.param("een\ntwee drie", 9, ("een\ntwee", "drie"), id="a line too early is no better than a space"),
        pytest.param("eentwee\ndr ie", 10, ("eentwee", "dr ie"), id="at a line rather than at a space"),
        pytest.param("aaaaaaaa", 5, ("aaaaa", "aaa"), id="nowhere to cut"),
        pytest.param("😀😀😀", 5, ("😀😀", "😀"), id="never through the middle of an emoji"),
    ],
)
def test_where_it_is_cut(words: str, room: int, wanted: tuple[str, ...]) -> None:
    assert pieces(words, room) == wanted


def test_the_longest_message_takes_two() -> None:
    assert [len(piece) for piece in pieces("x" * 4096)] == [ROOM, 4096 - ROOM]
