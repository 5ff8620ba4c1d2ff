from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import slot
from programme.checkin import Face
from programme.talk import SEEN_AT_A_GLANCE, WITH_ROOM_FOR_WORDS, Kind, holds_back, is_same_talk, may_be_withdrawn
from tests.programme.moments import BRUSSELS, MOMENTS, utc

NOON = utc(2026, 11, 24, 12)
# The nights on which an hour is skipped, and comes twice.
MARCH, OCTOBER = date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("last", "now", "same"),
    [
        pytest.param(None, NOON, False, id="nothing was said before"),
        pytest.param(NOON, NOON, True, id="at once"),
        pytest.param(NOON, NOON + timedelta(minutes=29, seconds=59), True, id="almost half an hour"),
        pytest.param(NOON, NOON + timedelta(minutes=30), False, id="half an hour"),
        pytest.param(utc(2026, 11, 24, 22, 50), utc(2026, 11, 24, 23, 10), True, id="over midnight"),
        pytest.param(slot(MARCH, time(1, 50), BRUSSELS), slot(MARCH, time(3, 5), BRUSSELS), True, id="March"),
        pytest.param(slot(OCTOBER, time(2, 50), BRUSSELS), utc(2026, 10, 25, 1, 5), True, id="October"),
        pytest.param(slot(OCTOBER, time(2, 50), BRUSSELS), utc(2026, 10, 25, 1, 50), False, id="October, an hour on"),
    ],
)
def test_is_same_talk(last: datetime | None, now: datetime, same: bool) -> None:  # noqa: FBT001 - a row
    assert is_same_talk(last, now) is same


@pytest.mark.parametrize(
    ("after", "may"),
    [
        pytest.param(timedelta(0), True, id="at once"),
        pytest.param(timedelta(hours=47, minutes=59), True, id="almost two days"),
        pytest.param(timedelta(hours=48), False, id="two days"),
        pytest.param(timedelta(days=9), False, id="long ago"),
    ],
)
@pytest.mark.parametrize("said", [NOON, utc(2026, 3, 28, 12), utc(2026, 10, 24, 12)], ids=["plain", "March", "October"])
def test_may_be_withdrawn(said: datetime, after: timedelta, may: bool) -> None:  # noqa: FBT001 - a row
    assert may_be_withdrawn(said, said + after) is may


@pytest.mark.parametrize(
    ("faces", "youth", "staff", "quiet"),
    [
        pytest.param(set(), False, False, False, id="nothing happened"),
        pytest.param(set(), True, False, False, id="nobody answered them"),
        pytest.param(set(), False, True, False, id="only a begeleider spoke"),
        pytest.param(set(), True, True, True, id="they talk"),
        pytest.param({Face.VERY_BAD}, False, False, True, id="very bad"),
        pytest.param({Face.VERY_BAD, Face.GOOD}, False, False, True, id="very bad at one moment of the day"),
        pytest.param({Face.BAD}, False, False, False, id="not well"),
        pytest.param({Face.BAD}, True, False, False, id="not well, and nobody answered"),
        pytest.param(set(Face) - {Face.VERY_BAD}, False, False, False, id="everything but very bad"),
    ],
)
def test_holds_back(faces: set[Face], youth: bool, staff: bool, quiet: bool) -> None:  # noqa: FBT001 - a row
    assert holds_back(faces, youth_spoke=youth, staff_spoke=staff) is quiet


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_a_talk_ends_before_its_words_can_no_longer_be_withdrawn(said: datetime, after: timedelta) -> None:
    assert may_be_withdrawn(said, said + after) or not is_same_talk(said, said + after)


def test_what_shows_at_a_glance_has_room_for_a_name() -> None:
    """It goes out under the name of whoever sent it, never after a line that says it."""
    assert SEEN_AT_A_GLANCE < WITH_ROOM_FOR_WORDS
    assert {Kind.STICKER, Kind.VIDEO_NOTE, Kind.LOCATION, Kind.CONTACT}.isdisjoint(WITH_ROOM_FOR_WORDS)
