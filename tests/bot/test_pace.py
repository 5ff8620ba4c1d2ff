"""The pace: never over what Telegram allows, never a tap behind a crowd."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import BURST, MOST, SOON, Pace
from store.tables import Lane

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
SECOND = timedelta(seconds=1)
TELEGRAMS_LIMIT = 30

wishes = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(Lane), st.integers(0, 400)), max_size=300)


def send_all(wished: Iterable[tuple[int, Lane, int]]) -> list[tuple[int, datetime]]:
    """Send everything, one after another, each as soon as it may: to whom and when."""
    pace, now, sent = Pace(), NOW, []
    for chat, lane, later in wished:
        now += timedelta(milliseconds=later)
        while (wait := pace.wait(chat, lane, now)) > timedelta(0):
            now += wait
        pace.took(chat, lane, now)
        sent.append((chat, now))
    return sent


@given(wishes)
def test_never_more_than_telegram_allows_in_any_second(wished: list[tuple[int, Lane, int]]) -> None:
    moments = [moment for _, moment in send_all(wished)]
    for start in moments:
        assert sum(start <= moment <= start + SECOND for moment in moments) <= TELEGRAMS_LIMIT


@given(wishes)
def test_a_chat_gets_a_short_burst_and_then_one_a_second(wished: list[tuple[int, Lane, int]]) -> None:
    sent = send_all(wished)
    for chat in {chat for chat, _ in sent}:
        moments = [moment for to, moment in sent if to == chat]
        for first, later in zip(moments, moments[BURST:], strict=False):
            assert later - first >= SECOND


@pytest.mark.parametrize(
    ("crowd", "next_one"), [(Lane.PLANNED, Lane.ANSWER), (Lane.ANSWER, Lane.URGENT), (Lane.PLANNED, Lane.URGENT)]
)
def test_whatever_matters_more_has_a_place_soon(crowd: Lane, next_one: Lane) -> None:
    """At no moment of three seconds in which the crowd takes every place it may."""
    pace, waited = Pace(), []
    for step in range(3000):
        now = NOW + step * timedelta(milliseconds=1)
        waited.append(pace.wait(10**6, next_one, now))
        while pace.wait(step, crowd, now) == timedelta(0):
            pace.took(step, crowd, now)
    assert max(waited) <= SOON


@pytest.mark.parametrize(("next_one", "at_most"), [(Lane.ANSWER, 35), (Lane.URGENT, 0)])
def test_a_crowd_of_planned_messages_always_leaves_a_place(next_one: Lane, at_most: int) -> None:
    """`at_most`: milliseconds."""
    pace = Pace()
    for step in range(3000):
        now = NOW + step * timedelta(milliseconds=1)
        while pace.wait(step, Lane.PLANNED, now) == timedelta(0):
            pace.took(step, Lane.PLANNED, now)
        assert pace.wait(10**6, next_one, now) <= timedelta(milliseconds=at_most)


def test_a_crowd_of_planned_messages_uses_nearly_all_that_telegram_takes() -> None:
    pace, now, sent = Pace(), NOW, 0
    while now < NOW + 60 * SECOND:
        now += max(pace.wait(sent, Lane.PLANNED, now), timedelta(milliseconds=1))
        if pace.wait(sent, Lane.PLANNED, now) == timedelta(0):
            pace.took(sent, Lane.PLANNED, now)
            sent += 1
    assert sent >= 0.96 * 60 * TELEGRAMS_LIMIT


def test_the_answer_to_a_tap_is_no_message_and_never_waits() -> None:
    pace = Pace()
    for chat in range(MOST):
        pace.took(chat, Lane.PLANNED, NOW)
    assert pace.wait(None, Lane.ANSWER, NOW) == timedelta(0)


def test_it_forgets_chats_that_are_quiet_again() -> None:
    pace = Pace()
    for number in range(5000):
        pace.took(number, Lane.ANSWER, NOW + number * SECOND)
    assert len(pace._chats) < 100


def test_a_chat_that_telegram_wants_quiet_is_quiet_in_every_lane() -> None:
    pace = Pace()
    pace.hold(1, NOW + 9 * SECOND)
    assert pace.wait(1, Lane.URGENT, NOW) == 9 * SECOND
    assert pace.wait(2, Lane.PLANNED, NOW) == timedelta(0)
    assert pace.wait(1, Lane.PLANNED, NOW + 9 * SECOND) == timedelta(0)


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    pace, back = Pace(), NOW - timedelta(hours=1)
    for chat in range(MOST):
        pace.wait(chat, Lane.PLANNED, NOW)
        pace.took(chat, Lane.PLANNED, NOW)
    for _ in range(BURST):
        pace.took(999, Lane.ANSWER, NOW)
    assert timedelta(0) < pace.wait(0, Lane.PLANNED, back) < 2 * SECOND
    assert pace.wait(999, Lane.PLANNED, back) < 2 * SECOND
    assert pace.wait(0, Lane.PLANNED, back + 2 * SECOND) == timedelta(0)


@given(wishes)
def test_a_small_step_back_is_no_licence(wished: list[tuple[int, Lane, int]]) -> None:
    pace, now, sent = Pace(), NOW, 0
    for chat, lane, _ in wished:
        now -= timedelta(milliseconds=1)
        if pace.wait(chat, lane, now) == timedelta(0):
            pace.took(chat, lane, now)
            sent += 1
    assert sent <= TELEGRAMS_LIMIT
