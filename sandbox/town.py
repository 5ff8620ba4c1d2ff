"""The assembled bot among people with phones."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import httpx
from pydantic import SecretStr
from telegram.error import NetworkError, RetryAfter

from bot.application import Settled, Spoor, assemble
from bot.clock import Clock
from bot.settings import Settings
from sandbox.api import bot_api
from sandbox.clock import WoundClock
from sandbox.phone import Person
from sandbox.telegram import Telegram
from sandbox.winding import Windable, Winder
from store.sealed import new_key

#: A Tuesday, nine in the morning in Brussels.
START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
DATABASE = "spoor.db"
ADDRESS = "http://telegram.sandbox"
AT_ONCE = timedelta(0)


class TownClock(Clock, Windable, Protocol):
    """A clock for the bot and for us."""


class Town:
    """`async with Town(folder) as town:` opens the bot on a database in `folder`; leaving closes it, and raises
    AssertionError when a phone shows something that nobody expected.

    Nothing sleeps: time passes by `wind` alone. Whatever a person does settles the town before it returns.
    `telegrams_clock`: Telegram's own, for a bot whose `clock` is wrong.
    """

    def __init__(
        self,
        folder: Path,
        *,
        start: datetime = START,
        seed: int = 7,
        clock: TownClock | None = None,
        telegrams_clock: Clock | None = None,
        key: str | None = None,
    ) -> None:
        self.clock = clock or WoundClock(start)
        self.telegram = Telegram(telegrams_clock or self.clock)
        self.settings = Settings(
            _env_file=None,
            telegram_token=SecretStr(self.telegram.token),
            telegram_api_url=ADDRESS,
            database_url=f"sqlite:///{folder / DATABASE}",
            spoor_key=SecretStr(key or new_key()),
            timezone="Europe/Brussels",
            language="nl",
        )
        self._chance = random.Random(seed)
        self._people: dict[str, Person] = {}
        self._winder = Winder(self.clock, self.take_in_and_work)
        self._spoor: Spoor | None = None

    async def __aenter__(self) -> Self:
        """Open the bot."""
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, and look whether anything was left unexpected; a failure of the test itself comes first."""
        await self.close()
        if error is None:
            self.expects_nothing()

    @property
    def is_open(self) -> bool:
        """Whether the bot is there."""
        return self._spoor is not None

    @property
    def spoor(self) -> Spoor:
        """The bot. Raises RuntimeError when it is closed."""
        if self._spoor is None:
            raise RuntimeError("the bot is closed")
        return self._spoor

    async def open(self) -> None:
        """Start the bot on the database that is there."""
        transport = httpx.ASGITransport(app=bot_api(self.telegram))
        self._spoor = assemble(self.settings, clock=self.clock, transport=transport, chance=self._chance)
        await self._spoor.open()
        if not self._spoor.setting.bot_name:
            await self._spoor.learn_name()

    async def close(self) -> None:
        """Stop the bot; phones and database stay."""
        spoor, self._spoor = self._spoor, None
        if spoor:
            await spoor.close()

    async def restart(self) -> None:
        """Stop the bot and start it again on the same database."""
        await self.close()
        await self.open()
        await self.settle()

    def person(self, name: str, *, language: str | None = "nl") -> Person:
        """The person of that name, with a phone; a new one when the name is new."""
        if name not in self._people:
            user = self.telegram.meet(name, language=language)
            self._people[name] = Person(user, self.telegram, self._after_an_act)
        return self._people[name]

    def now(self) -> datetime:
        """The time in the town, aware, in UTC."""
        return self.clock.now()

    @property
    def next_due(self) -> datetime | None:
        """When the bot next has something to do, as it said when it last settled."""
        return self._winder.next_due

    async def settle(self) -> None:
        """Let the bot do all it can do now."""
        await self._winder.settle()

    async def wind(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0, to: datetime | None = None
    ) -> None:
        """Wind the clock by this much, or `to` a moment, and let everything on the way happen at its own time."""
        by = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        await self._winder.wind(to or self.now() + by)

    async def wind_to_next(self) -> bool:
        """Wind the clock to the next thing that falls due, and let it happen. Whether there was any."""
        return await self._winder.wind_to_next()

    def expects_nothing(self) -> None:
        """No phone shows anything that was not expected."""
        left = [f"  {name}: {arrival}" for name, person in self._people.items() for arrival in person.unexpected()]
        if left:
            raise AssertionError("nobody expected:\n" + "\n".join(left) + "\n" + self.transcript())

    def transcript(self) -> str:
        """All phones, one after another."""
        return "\n".join(f"  {name}'s phone:\n{person.transcript()}" for name, person in self._people.items())

    async def _after_an_act(self) -> None:
        if self._spoor:
            await self.settle()

    async def take_in_and_work(self) -> Settled:
        """Ask Telegram what came in, and do all that can be done now."""
        await self._take_in()
        return await self.spoor.settle()

    async def _take_in(self) -> None:
        """Poll until nothing comes; the bot's own poller tries again later when Telegram is ill, and so do we. Once
        the bot said what it wants to hear of, a poll that could bring nothing is left out: it costs as much as any.
        """
        updates = self.telegram.updates
        try:
            while (updates.any_to_ask_for or not updates.asked.is_set()) and await self.spoor.receive.poll(AT_ONCE):
                pass
        except (NetworkError, RetryAfter):
            return
