"""Button data: whatever comes in reads to a button of ours or to nothing; whatever goes out fits."""

from __future__ import annotations

from enum import Enum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import handlers  # noqa: F401 - so that every kind of button is there
from chat import taps
from chat.screens.checkin import FaceTapped
from chat.screens.consent import ConsentGiven
from chat.taps import LIMIT_BYTES, Tap
from programme.checkin import Face

# The largest a row's id gets, and the longest text: the code of an invitation.
LARGEST = 10**15
LONGEST = "A" * 22


def largest(type_: type) -> Any:
    """A value of this type that takes most room."""
    if issubclass(type_, Enum):
        return max(type_, key=lambda member: len(str(member.value)))
    return -LARGEST if issubclass(type_, int) else LONGEST


def values(type_: type) -> st.SearchStrategy[Any]:
    """Values of this type as they occur."""
    if issubclass(type_, Enum):
        return st.sampled_from(type_)
    if issubclass(type_, int):
        return st.integers(-LARGEST, LARGEST)
    return st.text(st.characters(codec="ascii", exclude_characters=":"), max_size=22)


@pytest.mark.parametrize("name", sorted(Tap.kinds))
def test_every_kind_fits_with_its_largest_values(name: str) -> None:
    kind = Tap.kinds[name]
    tap = kind(*(largest(type_) for type_ in kind.types))
    assert len(tap.data.encode()) <= LIMIT_BYTES
    assert taps.read(tap.data) == tap


@given(st.data())
def test_every_button_reads_back_as_itself(data: st.DataObject) -> None:
    kind = Tap.kinds[data.draw(st.sampled_from(sorted(Tap.kinds)))]
    tap = kind(*(data.draw(values(type_)) for type_ in kind.types))
    assert taps.read(tap.data) == tap
    assert type(taps.read(tap.data)) is kind


@given(
    st.one_of(
        st.text(max_size=LIMIT_BYTES),
        st.builds(
            ":".join,
            st.lists(st.one_of(st.sampled_from(sorted(Tap.kinds)), st.integers().map(str), st.text()), max_size=5),
        ),
    )
)
@example("")
@example("face")
@example("face:1:6")
@example("face:1:3:3")
@example("face:١:3")
@example("face:1e3:3")
@example("face: 1:3")
@example("face:" + "9" * 19 + ":3")
@example("face:1:\ud800")
def test_any_data_is_a_button_of_ours_or_nothing(data: str) -> None:
    tap = taps.read(data)
    if tap is not None and len(data.encode(errors="replace")) <= LIMIT_BYTES:
        assert taps.read(tap.data) == tap


@pytest.mark.parametrize(
    "data", ["face:1:0", "face:1:6", "face:1:x", "face:x:1", "face:1", "face", "feces:1:1", ":", "FACE:1:1"]
)
def test_what_is_none_of_ours(data: str) -> None:
    assert taps.read(data) is None


def test_what_no_button_can_carry_is_none_of_ours() -> None:
    code = "A" * (LIMIT_BYTES - len("notnow::nl"))
    assert taps.read(f"notnow:{code}:nl") is not None
    assert taps.read(f"notnow:{code}A:nl") is None


def test_what_is_ours() -> None:
    assert taps.read("face:12:5") == FaceTapped(12, Face.VERY_GOOD)
    assert FaceTapped(12, Face.VERY_GOOD).data == "face:12:5"


def test_a_name_is_given_once() -> None:
    with pytest.raises(ValueError, match="called face"):
        type("Another", (Tap,), {}, name="face")


@pytest.mark.parametrize("word", ["a" * 61, "é" * 31, "a:b"])
def test_what_does_not_fit_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match="button"):
        _ = ConsentGiven(word, "nl").data
