"""Flags at milestones: each word can be read, and one sees of which mark it is."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.charts.flags import Flag, Label, hang

RIGHT, ROWS = 1000.0, 4

labels = st.lists(
    st.builds(
        lambda at, width: Label(at, (width, width / 2)),
        st.floats(0, RIGHT),
        st.floats(20, 300),
    ),
    max_size=40,
)


def span(label: Label, flag: Flag) -> tuple[float, float]:
    """Where the word begins and ends."""
    return (label.at - flag.width, label.at) if flag.to_the_left else (label.at, label.at + flag.width)


@given(labels)
def test_no_word_covers_another_and_no_pole_runs_through_one(labels: list[Label]) -> None:
    flags = hang(labels, right=RIGHT, rows=ROWS)
    for number, flag in flags.items():
        left, right = span(labels[number], flag)
        assert 0 <= left < right <= RIGHT
        assert 0 <= flag.row < ROWS
        crossing = [other for i, other in flags.items() if left < labels[i].at < right]
        assert all(other.row < flag.row for other in crossing)
    for (i, one), (j, other) in combinations(flags.items(), 2):
        (a, b), (c, d) = span(labels[i], one), span(labels[j], other)
        assert one.row != other.row or b <= c or d <= a


@given(labels)
def test_the_first_always_gets_one(labels: list[Label]) -> None:
    assert not labels or 0 in hang(labels, right=RIGHT, rows=ROWS)


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        pytest.param([Label(100, (50,)), Label(300, (50,))], [0, 0], id="beside each other"),
        pytest.param([Label(100, (50,)), Label(120, (50,))], [1, 0], id="over the next"),
        pytest.param([Label(980, (50,))], [0], id="at the edge, to the left"),
        pytest.param([Label(100, (2000, 50))], [0], id="cut to what fits"),
        pytest.param([Label(500, (50,))] * 2, [0, 1], id="two of one day, one above the other"),
        pytest.param([Label(500, (2000,))], [], id="no room at all"),
    ],
)
def test_where_they_hang(labels: list[Label], rows: list[int]) -> None:
    assert [flag.row for flag in hang(labels, right=RIGHT, rows=ROWS).values()] == rows
