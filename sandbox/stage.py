"""A house as the stage of a story: the people of the story act on their phones, and look at them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.wholly import wholly
from sandbox.faults import Fault
from sandbox.house import House
from sandbox.model import Message
from sandbox.page_town import wind
from sandbox.phone import Person
from sandbox.telegram import Telegram
from sandbox.wishes import Step

LINK = re.compile(r"https://t\.me/\w+\?start=[\w-]+")

#: A bot that lives needs a moment of real time before what it does is to be seen: ten seconds are more than enough.
LOOKS = 200
LOOK_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Cue:
    """Somebody is about to do something: to tap the button `label`, or (None) anything else."""

    name: str
    label: str | None = None


async def at_once(_: Cue) -> None:
    """Nobody has to wait for anything."""


class Weather:
    """What people cannot help."""

    def __init__(self, telegram: Telegram) -> None:
        self._faults = telegram.faults

    async def telegram_goes(self, *, down: bool) -> None:
        """Telegram stops to answer the bot, or is there again."""
        if down:
            self._faults.switch_on(Fault.DOWN)
        else:
            self._faults.switch_off(Fault.DOWN)


class HouseStage(Weather):
    """Plays in a house that lives, or stands still until it is wound. `wait_for` comes before whatever anybody does."""

    def __init__(self, house: House, wait_for: Callable[[Cue], Awaitable[None]] = at_once) -> None:
        super().__init__(house.telegram)
        self._house = house
        self._wait_for = wait_for
        people = [resident.person for resident in house.residents()]
        self._people = {person.first_name: Person(person, house.telegram, house.settle) for person in people}

    async def says(self, name: str, text: str, *, reply_to: str | None = None) -> None:
        """Somebody writes, perhaps in reply to the newest message that contains `reply_to`."""
        await self._wait_for(Cue(name))
        answered = None if reply_to is None else self._newest(name, reply_to)
        await wholly(self._people[name].says(text, reply_to=answered))

    async def taps(self, name: str, label: str, *, on: str | None = None) -> None:
        """Somebody taps the newest button with this label, under a message that contains `on`."""
        await self._wait_for(Cue(name, label))
        await self._in_time(lambda: wholly(self._people[name].taps(label, on=on)))

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""
        await self._wait_for(Cue(name))
        await wholly(self._people[name].opens(self._newest_link(other)))

    async def expects(
        self, name: str, text: str, *, buttons: Sequence[str] | None = None, edited: bool | None = None
    ) -> None:
        """A message with this text is on somebody's phone; `buttons` names all of them, `edited` asks how it came."""

        async def look() -> None:
            self._people[name].expects(text, buttons=buttons, edited=edited)

        await self._in_time(look)

    async def expects_no_word(self, name: str, *words: str) -> None:
        """The bot never wrote any of these words on somebody's phone."""
        self._people[name].expects_no_word(*words)

    async def winds(self, step: Step, *, times: int = 1) -> None:
        """The clock goes on, by so many steps."""
        for _ in range(times):
            await wholly(wind(self._house, step))

    def expects_nothing(self) -> None:
        """No phone shows anything that was not expected."""
        for person in self._people.values():
            person.expects_nothing()

    async def _in_time(self, act: Callable[[], Awaitable[None]]) -> None:
        for _ in range(LOOKS if self._house.lives else 0):
            with suppress(AssertionError):
                return await act()
            await asyncio.sleep(LOOK_EVERY)
        return await act()

    def _newest(self, name: str, text: str) -> Message:
        for message in reversed(self._people[name].sees()):
            if text in message.plain:
                return message
        raise AssertionError(f"{name} has no message {text!r} to answer")

    def _newest_link(self, name: str) -> str:
        for message in reversed(self._people[name].sees()):
            if found := LINK.search(message.plain):
                return found.group()
        raise AssertionError(f"{name} has no link")
