"""How fast a bot may go in the sandbox: never faster than on Telegram."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.clock import WoundClock
from sandbox.rates import BURST, OVERALL, Rates
from sandbox.refusals import RefusedError

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def accepted(rates: Rates, chat: int) -> int:
    """0 when a message passes, else the seconds to wait."""
    try:
        rates.count(chat)
    except RefusedError as refusal:
        return refusal.retry_after or 0
    return 0


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 12)), min_size=60, max_size=200))
def test_no_second_and_no_chat_gets_too_much(tries: list[tuple[int, int]]) -> None:
    clock = WoundClock(START)
    rates = Rates(clock)
    sent: list[datetime] = []
    chats: dict[int, list[datetime]] = defaultdict(list)
    for milliseconds, chat in tries:
        clock.wind(clock.now() + timedelta(milliseconds=milliseconds % 40))
        if accepted(rates, chat) == 0:
            sent.append(clock.now())
            chats[chat].append(clock.now())
    assert all(sent[at + OVERALL] - sent[at] >= SECOND for at in range(len(sent) - OVERALL))
    for moments in chats.values():
        assert all(later - moments[0] >= (n - BURST) * SECOND for n, later in enumerate(moments, 1))


@pytest.mark.parametrize("many", [1, BURST])
def test_waiting_as_told_is_enough(many: int) -> None:
    clock = WoundClock(START)
    rates = Rates(clock)
    for _ in range(many + BURST):
        wait = accepted(rates, 1)
        clock.wind(clock.now() + wait * SECOND)
        assert wait == 0 or accepted(rates, 1) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    clock = WoundClock(START)
    rates = Rates(clock)
    for _ in range(20):
        assert accepted(rates, -1) == 0
        clock.wind(clock.now() + SECOND)
    assert accepted(rates, -1) == 40
