"""Clocks that can be wound forward."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import Clock


class WoundClock:
    """Stands still until it is wound: for tests."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The time it shows, aware, in UTC."""
        return self._now

    def running(self) -> float:
        """No real time passes either."""
        return 0.0

    async def sleep(self, seconds: float) -> None:  # noqa: ARG002 - the protocol's
        """Let others go first; no time passes."""
        await asyncio.sleep(0)

    def wind(self, to: datetime) -> None:
        """Show `to`. Raises ValueError when that lies in the past."""
        if to < self._now:
            raise ValueError(f"the clock shows {self._now}, it cannot go back to {to}")
        self._now = to.astimezone(UTC)


class RunningClock:
    """Runs as `source` does, from `start` on, and can be wound forward: for the demo."""

    def __init__(self, source: Clock, start: datetime) -> None:
        self._source = source
        self._ahead = start - source.now()

    def now(self) -> datetime:
        """The time it shows, aware, in UTC."""
        return self._source.now() + self._ahead

    def running(self) -> float:
        """Seconds of real time, as the source counts them."""
        return self._source.running()

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` of real time pass."""
        await self._source.sleep(seconds)

    def wind(self, to: datetime) -> None:
        """Show `to` and run on from there; nothing happens when it is already later."""
        self._ahead += max(to - self.now(), timedelta(0))
