"""A clock on which time passes by sleeping alone."""

from __future__ import annotations

from sandbox.clock import WoundClock
from sandbox.town import START


class PassingClock(WoundClock):
    """Time passes by sleeping, at once."""

    def __init__(self) -> None:
        super().__init__(START)
        self.passed = 0.0

    def running(self) -> float:
        """Seconds slept so far."""
        return self.passed

    async def sleep(self, seconds: float) -> None:
        """Sleeps no longer than it takes to count."""
        await super().sleep(seconds)
        self.passed += seconds
