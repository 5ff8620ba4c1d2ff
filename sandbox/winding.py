"""Winds the clock of a sandbox forward, from one thing that falls due to the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot.application import Settled

#: Waits as short as this are only the bot minding its pace; they are wound by without asking.
SHORT = timedelta(seconds=5)
#: After so many rounds in which the time hardly moved, the bot is going in circles.
TOO_OFTEN = 1_000
PATIENCE = 3


Settle = Callable[[], Awaitable[Settled]]


class Windable(Protocol):
    """A clock that can be wound forward."""

    def now(self) -> datetime:
        """The time it shows, aware, in UTC."""
        ...

    def wind(self, to: datetime) -> None:
        """Show `to`."""
        ...


class Winder:
    """Moves a clock while a bot does its work. `settle` does all that can be done now and tells when there is more."""

    def __init__(self, clock: Windable, settle: Settle) -> None:
        self._clock = clock
        self._settle = settle
        self.next_due: datetime | None = None
        self._stuck = 0

    async def settle(self) -> None:
        """Do all that can be done now, and what the bot holds back for a few seconds."""
        for _ in range(TOO_OFTEN):
            due = await self._settle()
            self.next_due = due.anything
            if due.sending is None or due.sending - self._clock.now() > SHORT:
                return
            self._step(due.sending)
        raise RuntimeError(f"the bot does not settle; it wants to go on at {self.next_due}")

    async def wind(self, to: datetime) -> None:
        """Show `to`, after doing, at its own time, everything that falls due before or at it."""
        await self.settle()
        while self.next_due and self.next_due <= to:
            await self._at(self.next_due)
        self._step(to)
        await self.settle()

    async def wind_to_next(self) -> bool:
        """Do the next thing that falls due, at its own time. Whether there was any."""
        await self.settle()
        if self.next_due is None:
            return False
        await self._at(self.next_due)
        return True

    async def _at(self, moment: datetime) -> None:
        self._step(moment)
        await self.settle()
        self._stuck = self._stuck + 1 if self.next_due == moment else 0
        if self._stuck > PATIENCE:
            raise RuntimeError(f"the bot has something to do at {moment} and does not do it")

    def _step(self, to: datetime) -> None:
        self._clock.wind(max(to, self._clock.now()))
