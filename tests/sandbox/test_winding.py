"""Winding the clock does what falls due, each at its own time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.application import Settled
from sandbox.clock import RunningClock, WoundClock
from sandbox.winding import Winder

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


class Diary:
    """A bot whose whole work is to note when it did what was due."""

    def __init__(self, clock: WoundClock, *minutes: float) -> None:
        self._clock = clock
        self._due = [START + timedelta(minutes=minute) for minute in minutes]
        self.done: list[float] = []

    async def settle(self) -> Settled:
        while self._due and self._due[0] <= self._clock.now():
            self._due.pop(0)
            self.done.append((self._clock.now() - START).total_seconds() / 60)
        return Settled(self._due[0] if self._due else None)


@pytest.mark.asyncio
async def test_everything_happens_at_its_own_time() -> None:
    clock = WoundClock(START)
    diary = Diary(clock, 0, 5, 5, 60, 61)
    await Winder(clock, diary.settle).wind(START + timedelta(hours=1))
    assert diary.done == [0, 5, 5, 60]
    assert clock.now() == START + timedelta(hours=1)


@pytest.mark.asyncio
async def test_what_is_due_a_second_later_stays_undone() -> None:
    clock = WoundClock(START)
    diary = Diary(clock, 60)
    await Winder(clock, diary.settle).wind(START + timedelta(minutes=59, seconds=59))
    assert diary.done == []


@pytest.mark.asyncio
async def test_winding_to_the_next_thing() -> None:
    clock = WoundClock(START)
    winder = Winder(clock, Diary(clock, 7).settle)
    assert await winder.wind_to_next()
    assert clock.now() == START + timedelta(minutes=7)
    assert not await winder.wind_to_next()


@pytest.mark.asyncio
async def test_a_short_wait_for_the_pace_passes_by_itself() -> None:
    clock = WoundClock(START)
    ready = START + timedelta(seconds=3)

    async def settle() -> Settled:
        return Settled(ready, ready) if clock.now() < ready else Settled(None)

    await Winder(clock, settle).settle()
    assert clock.now() == ready


@pytest.mark.asyncio
async def test_a_bot_that_never_does_what_is_due_is_found_out() -> None:
    clock = WoundClock(START)

    async def settle() -> Settled:
        return Settled(START)

    with pytest.raises(RuntimeError, match="does not do it"):
        await Winder(clock, settle).wind(START + timedelta(hours=1))


@pytest.mark.asyncio
async def test_a_wound_clock_never_sleeps_nor_goes_back() -> None:
    clock = WoundClock(START)
    await clock.sleep(3600)
    assert clock.now() == START
    with pytest.raises(ValueError, match="cannot go back"):
        clock.wind(START - timedelta(seconds=1))


def test_a_running_clock_runs_with_its_source() -> None:
    source = WoundClock(datetime(2030, 1, 1, tzinfo=UTC))
    clock = RunningClock(source, START)
    clock.wind(START + timedelta(days=1))
    source.wind(source.now() + timedelta(minutes=2))
    clock.wind(START)
    assert clock.now() == START + timedelta(days=1, minutes=2)
