"""Youths and begeleiders talk, and the process is killed forty times at random moments."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from sandbox.phone import Person as Phone
from store.tables import Inbox, InboxState, Outbox
from tests.faults.promises import MARK
from tests.faults.street import Street
from tests.faults.test_kill import SEED, live_and_die, rest, rows

KILLS = 40
WORD = re.compile(r"woord \d+\.")


class Talking(Street):
    """Nobody answers a question here: they talk."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        super().__init__(folder, chance)
        self.said: dict[str, Phone] = {}
        """Each word, and on whose phone it has to come."""

    def _somebody_acts(self) -> None:
        dice, word = self.chance.random(), f"woord {len(self.said)}."
        if dice < 0.3:
            number = self.chance.randrange(len(self.youths))
            self.telegram.write(self.youths[number].user, word)
            self.said[word] = self.guides[number % len(self.guides)]
        elif dice < 0.45:
            self._reply(self.chance.choice(self.guides), word)

    def _reply(self, guide: Phone, word: str) -> None:
        """Answer the newest message of a youth's."""
        for message in reversed(guide.sees()):
            heard = WORD.search(message.plain) if message.from_bot else None
            if heard:
                self.telegram.write(guide.user, word, reply_to=message.id)
                name = message.plain.removeprefix(MARK).strip().partition(":")[0]
                self.said[word] = self.town.person(name)
                return


@pytest.mark.fault
@pytest.mark.timeout(900)
@pytest.mark.asyncio
async def test_killed_forty_times_while_people_talk_every_word_arrives(tmp_path: Path) -> None:
    street = Talking(tmp_path, random.Random(SEED))
    await street.open()
    try:
        for _ in range(KILLS):
            await live_and_die(street, timedelta(minutes=10))
        await street.town.open()
        await rest(street)
        await judge(street)
    finally:
        await street.close()


async def judge(street: Talking) -> None:
    """Each word came where it was to come, once; again only when it says so, and nowhere else."""
    assert all(row.state is InboxState.HANDLED for row in await rows(street, Inbox) if isinstance(row, Inbox))
    came: dict[tuple[int, str], list[str]] = {}
    for phone in (*street.guides, *street.youths):
        for message in phone.sees():
            for word in WORD.findall(message.plain) if message.from_bot else ():
                came.setdefault((phone.user.id, word), []).append(message.plain)
    assert came.keys() == {(phone.user.id, word) for word, phone in street.said.items()}
    assert all(MARK in text for texts in came.values() for text in texts[1:])
    twice = sum(len(texts) - 1 for texts in came.values())
    repeated = sum(row.repeated for row in await rows(street, Outbox) if isinstance(row, Outbox) and row.kind == "talk")
    assert twice <= repeated
    print(f"{KILLS} kills; {len(came)} words came, {twice} of them twice", Counter(map(len, came.values())))  # noqa: T201
    assert len(came) > KILLS
