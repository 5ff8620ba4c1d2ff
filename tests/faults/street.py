"""Youths, some begeleiders, and a bot in a process of its own that can be killed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

from programme.checkin import Face
from sandbox.model import Message
from sandbox.phone import Person as Phone
from tests import people
from tests.faults.house import House

YOUTHS = 50
BEGELEIDERS = 5


class Street(House):
    """The people, and what they do all day."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        super().__init__(folder)
        self.chance = chance
        self.guides: list[Phone] = []
        self.youths: list[Phone] = []
        self.tapped: dict[int, Face] = {}
        self.wrote: dict[int, list[str]] = {}

    async def move_in(self) -> None:
        """Everybody."""
        self.guides = [await people.staff(self.town, f"Begeleider{number}") for number in range(BEGELEIDERS)]
        for number in range(YOUTHS):
            at = time(9 + number % 9, 15 * (number % 4))
            guide = self.guides[number % BEGELEIDERS]
            self.youths.append(await people.youth(self.town, f"Jongere{number}", guide, at=at))

    async def live(self, seconds: float, wind: timedelta) -> None:
        """So much real time, in which the clock is wound by `wind` and people do what people do."""
        loop = asyncio.get_running_loop()
        until, steps = loop.time() + seconds, max(int(seconds / 0.05), 1)
        for _ in range(steps):
            self.wind(self.clock.now() + wind / steps)
            self._somebody_acts()
            await asyncio.sleep(0.05)
        await asyncio.sleep(max(until - loop.time(), 0))

    def _somebody_acts(self) -> None:
        for youth in self.chance.sample(self.youths, 4):
            for message in self.faces_of(youth):
                self._act(youth, message)

    def _act(self, youth: Phone, message: Message) -> None:
        """Answer, answer otherwise, or add a word; each now and then."""
        faces = [button.data for button in message.buttons if (button.data or "").startswith("face:")]
        tells = [button.data for button in message.buttons if (button.data or "").startswith("tell:")]
        dice, me = self.chance.random(), youth.user.id
        if faces and dice < 0.5:
            data = self.chance.choice(faces) or ""
            self.telegram.tap(youth.user, message.id, data)
            self.tapped[me] = Face(int(data.split(":")[2]))
        elif tells and dice < 0.3 and me not in self.wrote:
            self.telegram.tap(youth.user, message.id, tells[0] or "")
            words = [f"woord {self.chance.randrange(10**9)}" for _ in range(self.chance.randint(1, 3))]
            for word in words:
                self.telegram.write(youth.user, word)
            self.wrote[me] = words

    def faces_of(self, youth: Phone) -> Iterator[Message]:
        """The check-ins on this phone, answered or not."""
        for message in self.telegram.messages(youth.user.id):
            if message.from_bot and any(
                (button.data or "").startswith(("face:", "tell:")) for button in message.buttons
            ):
                yield message
