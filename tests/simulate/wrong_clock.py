"""The clock of the bot, which may be wrong; Telegram and the people have the true one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sandbox.clock import WoundClock


class WrongClock:
    """Shows the true time, and so much more or less."""

    def __init__(self, true: WoundClock) -> None:
        self.true = true
        self._off: list[tuple[datetime, timedelta]] = [(true.now(), timedelta(0))]

    @property
    def off(self) -> timedelta:
        """How wrong it is."""
        return self._off[-1][1]

    @property
    def jumped_lately(self) -> bool:
        """Whether it jumped within two days."""
        return len(self._off) > 1 and self.true.now() - self._off[-1][0] < timedelta(days=2)

    def jump(self, by: timedelta) -> None:
        """Be wrong by so much from now on, beside how wrong it was."""
        self._off.append((self.true.now(), self.off + by))

    def showed(self, moment: datetime) -> datetime:
        """What it showed at this true moment."""
        return moment + next((off for since, off in reversed(self._off) if since <= moment), self._off[0][1])

    def now(self) -> datetime:
        """The time it shows, aware, in UTC."""
        return self.true.now() + self.off

    def running(self) -> float:
        """No real time passes."""
        return self.true.running()

    async def sleep(self, seconds: float) -> None:
        """Let others go first; no time passes."""
        await self.true.sleep(seconds)

    def wind(self, to: datetime) -> None:
        """Show `to`; the true clock goes along. Raises ValueError when that lies in the past."""
        self.true.wind(to - self.off)
