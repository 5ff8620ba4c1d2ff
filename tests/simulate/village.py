"""Some youths and whoever walks with them, with phones, a bot that can be killed and a Telegram that can be sick."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path
from random import Random

from sandbox.clock import WoundClock
from sandbox.model import Button, Message
from sandbox.town import DATABASE, START, Town
from store import digest, joining
from store.tables import Person, Region
from tests import people
from tests.faults.axe import Axe, Killed
from tests.people import Phone, row_of
from tests.simulate.deeds import Plan, Youth
from tests.simulate.record import Record
from tests.simulate.wrong_clock import WrongClock

NAME = re.compile(r"\bJ\d{3,}\b")
#: What follows from a deed follows within this: the bot minds its pace.
SOON = timedelta(minutes=1)
#: However the clock jumps, what is noted before something else was not later by this much.
LONG_AGO = timedelta(days=3)
BOT = "https://t.me/spoor_bot?start="


@dataclass
class Known:
    """What the people know, beside what the bot knows."""

    faces: dict[int, int] = field(default_factory=dict)
    """What was tapped last, by the question."""
    said: dict[str, str] = field(default_factory=dict)
    """Who said a word."""
    away: set[str] = field(default_factory=set)
    """Who has no connection."""
    passed: set[tuple[int, int]] = field(default_factory=set)
    """Which call somebody passed on to which colleague: that may be anybody."""
    acted: list[datetime] = field(default_factory=list)
    """When anybody did anything, by the clock of the bot."""

    def has_acted(self, moment: datetime) -> bool:
        """Whether what the bot did then may have been because of somebody."""
        lately = takewhile(lambda one: one > moment - LONG_AGO, reversed(self.acted))
        return any(timedelta(0) <= moment - one < SOON for one in lately)


class Village:
    """`async with Village(plan, folder, empty, axe)`: everybody has joined. `empty` is a database with no rows."""

    def __init__(self, plan: Plan, folder: Path, empty: Path, axe: Axe) -> None:
        self.plan, self.axe = plan, axe
        shutil.copy(empty, folder / DATABASE)
        self.clock = WrongClock(WoundClock(START))
        self.town = Town(folder, clock=self.clock, telegrams_clock=self.clock.true)
        self.telegram = self.town.telegram
        self.record = Record(self.clock)
        self.phones: dict[str, Phone] = {}
        self.ids: dict[str, int] = {}
        self.known = Known()
        self.opens_at: datetime | None = None
        """While the bot is off: until when, by the true clock."""
        self.happened: Counter[str] = Counter()

    async def open(self) -> None:
        """Everybody moves in."""
        town = self.town
        await town.open()
        for name in self.plan.staff:
            put = {"Tine": people.teamcoach, "An": people.coordinator}.get(name, people.staff)
            await self._joined(name, await put(town, name))
        for one in self.plan.youths:
            await self._moves_in(one)
        async with town.spoor.database.write() as session:
            region = Region(name="Kortrijk")
            session.add(region)
            await session.flush()
            for name in self.plan.staff:
                (await session.get_one(Person, self.ids[name])).region_id = region.id
            await digest.heal(session, town.now(), town.spoor.setting.zone)
        self.telegram.feed.observe(self.record.notice)
        await town.settle()

    async def _moves_in(self, one: Youth) -> None:
        guide, duo = self.phones[one.begeleider], self.phones[one.duo]
        new = one.day in (0, 1)
        phone = await people.youth(
            self.town, one.name, guide, duo=duo, day=one.day + 1, at=one.at, aimed=True, year=new or one.day < 0
        )
        await self._joined(one.name, phone)

    async def _joined(self, name: str, phone: Phone) -> None:
        self.phones[name], self.ids[name] = phone, (await row_of(self.town, phone)).id

    def chance(self, dice: int) -> Random:
        """What decides the rest of a deed."""
        return Random(f"{self.plan.seed}:{dice}")

    def buttons(self, name: str, kinds: set[str] | None = None, newest: int = 6) -> list[tuple[Message, Button]]:
        """What can be tapped on the newest messages of somebody's phone, the newest first."""
        shown = [one for one in self.phones[name].sees() if one.from_bot][-newest:]
        pairs = ((message, button) for message in reversed(shown) for button in message.buttons if button.data)
        return [pair for pair in pairs if kinds is None or kind_of(pair[1]) in kinds]

    def is_cut_off(self, name: str) -> bool:
        """Whether this person's phone does nothing at the moment."""
        user = self.phones[name].user
        return self.telegram.has_blocked(user) or name in self.known.away

    async def new_link(self, name: str) -> str:
        """A personal link, as a colleague would give it."""
        async with self.town.spoor.database.write() as session:
            person = await session.get_one(Person, self.ids[name])
            return BOT + await joining.invite(session, person, None, self.town.now())

    # --- The bot's lives ---

    async def lives(self, going_on: Callable[[], Awaitable[object]]) -> bool:
        """Let something go on, unless the axe falls meanwhile. Whether it went on to its end."""
        with suppress(Killed):
            await going_on()
        if not self.axe.fell_at:
            return True
        self.record.tell(f"killed {self.axe.fell_at}")
        self.happened[f"killed {self.axe.fell_at}"] += 1
        if self.town.is_open:
            await self.town.spoor.deliver.let_go()
            await self.town.close()
        self.axe.lower()
        return False


def kind_of(button: Button) -> str:
    """Which kind of tap it is."""
    return (button.data or "").split(":")[0]
