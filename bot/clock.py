"""The only place where Spoor reads the time."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """A source of the time. Tests and the sandbox bring one that can be wound forward."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        ...

    def running(self) -> float:
        """Seconds of real time since some moment: for patience, not for dates. Winding a clock leaves it alone."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` of real time pass."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return datetime.now(UTC)

    def running(self) -> float:
        """Seconds of real time since some moment."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Let `seconds` of real time pass."""
        await asyncio.sleep(seconds)
