"""An hour in which two people talk with ten youths, at random: who says what to whom, and what each may see of it.

What somebody says carries a word of its own. What it was meant for is judged by what their screen showed, never by what
the bot knows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from sandbox.model import Button, Media, MediaKind, Message
from sandbox.screen import Arrival
from sandbox.town import Town
from tests.people import Phone, staff, youth

LOTTES = ("Aad", "Bas", "Cem", "Dina", "Elif")
BRAMS = ("Fons", "Gijs", "Hana", "Ines", "Jef")
WORD = re.compile(r"woord\d{4}")
PICKER, NOBODY = "Voor wie is dit?", "naar niemand"
SENT, PROMPT = re.compile(r"Verstuurd naar (\w+)\."), re.compile(r"Wat wil je tegen (\w+) zeggen\?")

# What staff tap: everything that is about talking.
TAPPED = {"write", "dontwrite", "unsay", "spoken", "sayto", "open", "close", "heart", "msgs", "msganswer", "msgdone"}
TAPPED |= {"begin", "opening", "openother", "opensend"}
YOUTHS_TAP = {"face", "tell", "nomore", "another"}


@dataclass
class Said:
    """What somebody said: by whom, to which youths it may go (a youth's own: that youth), and what became of it."""

    by: str
    may: set[str] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)
    """Staff who may see it."""
    sent: bool = False
    """Whether the bot said that it was sent."""
    with_answer: bool = False
    """Whether it may have been kept with an answer, to be opened."""
    corrects: bool = False
    corrected: bool = False


@dataclass
class Desk:
    """What the screen of a member of staff says about the words to come."""

    prompted: str | None = None
    """To whom they go, as it was asked last."""
    waits: dict[int, list[str]] = field(default_factory=dict)
    """What waits for a tap, by the message that asks."""
    seen: int = 0


class Hour:
    """Who is there, and what was said."""

    def __init__(self, town: Town, chance: Random) -> None:
        self.town, self.chance = town, chance
        self.said: dict[str, Said] = {}
        self.phones: dict[str, Phone] = {}
        self.desks = {"Lotte": Desk(), "Bram": Desk()}
        self.away = False
        self.told: set[str] = set()
        """Youths who tapped that they want to tell something with their answer."""

    async def open(self) -> None:
        """Everybody has joined."""
        lotte, bram = await staff(self.town, "Lotte"), await staff(self.town, "Bram")
        self.phones = {"Lotte": lotte, "Bram": bram}
        for names, first, second in ((LOTTES, lotte, bram), (BRAMS, bram, lotte)):
            for name in names:
                self.phones[name] = await youth(self.town, name, first, duo=second)

    async def pass_(self) -> None:
        """All of it."""
        end = self.town.now() + timedelta(hours=1)
        leaves, returns = end - timedelta(minutes=40), end - timedelta(minutes=20)
        while (now := self.town.now()) < end:
            if not self.away and leaves <= now < returns:
                await self._lotte("Vandaag", away=True)
            elif self.away and now >= returns:
                await self._lotte("Ik ben er weer", away=False)
                await self.town.restart()
            await self._round()

    async def _lotte(self, label: str, *, away: bool) -> None:
        lotte = self.phones["Lotte"]
        await lotte.says("/instellingen")
        await lotte.taps("🌴")
        await lotte.taps(label)
        self._look("Lotte", None)
        self.away = away

    async def _round(self) -> None:
        """Some people act before the bot hears any of them."""
        acting = self.chance.sample(sorted(self.phones), self.chance.randint(1, 4))
        if not self.desks.keys() & set(acting):
            acting.append(self.chance.choice(sorted(self.desks)))
        words = {name: self._act(name) for name in acting}
        await self.town.wind(seconds=self.chance.randint(10, 70))
        for name in self.desks:
            self._look(name, words.get(name))

    # What people do.

    def _act(self, name: str) -> str | None:
        """Say, answer, change or tap something. The word in what they said."""
        dice, phone = self.chance.random(), self.phones[name]
        if dice < 0.35 and self._tap(name):
            return None
        if dice < 0.45 and (mine := self._mine(phone)):
            self._edit(name, self.chance.choice(mine))
            return None
        if dice < 0.5 and name in self.desks:
            self.town.telegram.write(phone.user, self.chance.choice(["/berichten", "/jongeren"]))
            return None
        there = phone.sees()
        answered = self.chance.choice(there[-12:] if dice < 0.8 else there) if there and dice < 0.85 else None
        return self._say(name, answered)

    def _say(self, name: str, answered: Message | None) -> str:
        word, phone, telegram = self._word(name), self.phones[name], self.town.telegram
        reply_to = None if answered is None else answered.id
        if answered is not None and name in self.desks:
            self.said[word].may = youths_in(answered) if answered.from_bot else set()
        if self.chance.random() < 0.2:
            voice = telegram.files.keep(MediaKind.VOICE, word.encode(), name="v", mime="audio/ogg", seconds=2)
            telegram.send(phone.user, voice, reply_to=reply_to)
        else:
            telegram.write(phone.user, f"{word} <&>", reply_to=reply_to)
        return word

    def _word(self, name: str) -> str:
        """A new one, that so far nobody but its author may see."""
        word = f"woord{len(self.said):04}"
        self.said[word] = Said(name)
        if name not in self.desks:
            guide, duo = ("Lotte", "Bram") if name in LOTTES else ("Bram", "Lotte")
            stands_in = {duo} if self.away and guide == "Lotte" else set()
            self.said[word].may, self.said[word].readers = {name}, {guide, *stands_in}
            self.said[word].with_answer = name in self.told
        return word

    def _mine(self, phone: Phone) -> list[Message]:
        return [one for one in phone.sees() if not one.from_bot and WORD.match(one.plain)]

    def _edit(self, name: str, message: Message) -> None:
        before = self.said[WORD.findall(message.plain)[0]]
        word = self._word(name)
        now, before.corrected = self.said[word], True
        now.may, now.with_answer, now.corrects = before.may, before.with_answer, True
        now.readers |= before.readers  # who has the old words gets the new ones
        self.town.telegram.edit(self.phones[name].user, message.id, f"{word} <&>")
        for desk in self.desks.values():
            for waiting in desk.waits.values():
                waiting[:] = [word if self.said[one] is before else one for one in waiting]

    def _tap(self, name: str) -> bool:
        kinds = TAPPED if name in self.desks else YOUTHS_TAP
        there = [(message, one) for message, one in buttons(self.phones[name]) if data(one).split(":")[0] in kinds]
        if not there:
            return False
        message, button = self.chance.choice(there[-15:] if self.chance.random() < 0.7 else there)
        if name in self.desks and message.id in self.desks[name].waits:
            for word in self.desks[name].waits[message.id]:
                self.said[word].may = {button.text} & {*LOTTES, *BRAMS}
        if data(button).startswith("tell:"):
            self.told.add(name)
        self.town.telegram.tap(self.phones[name].user, message.id, data(button))
        return True

    # What staff see of it.

    def _look(self, name: str, word: str | None) -> None:
        """What the screen now says of what was just said, and of what is to come."""
        desk, arrivals = self.desks[name], self.phones[name].unexpected()
        fresh, desk.seen = arrivals[desk.seen :], len(arrivals)
        for arrival in fresh:
            text = arrival.message.plain
            sent, prompt = SENT.match(text), PROMPT.match(text)
            if sent and arrival.edited:
                for waiting in desk.waits.pop(arrival.message.id, []):
                    assert self.said[waiting].may == {sent[1]}, "the tap was for somebody else"
                    self.said[waiting].sent = True
            elif sent and word is not None:
                self._was_sent(self.said[word], sent[1], desk)
            elif PICKER in text and not arrival.edited:
                desk.waits[arrival.message.id] = []
            if prompt:
                desk.prompted = prompt[1]
        self._waits_for_a_tap(desk, word, fresh)

    def _was_sent(self, said: Said, to: str, desk: Desk) -> None:
        assert to in said.may if said.may else to == desk.prompted, f"it says that it went to {to}"
        said.may, said.sent = {to}, True

    def _waits_for_a_tap(self, desk: Desk, word: str | None, fresh: tuple[Arrival, ...]) -> None:
        """What was said to nobody in particular waits under the question that was asked last."""
        if word is None or self.said[word].sent or any(NOBODY in arrival.message.plain for arrival in fresh):
            return
        assert desk.waits, "nothing was said about it"
        desk.waits[max(desk.waits)].append(word)


def buttons(phone: Phone) -> list[tuple[Message, Button]]:
    """All that can be tapped on a phone."""
    return [(message, one) for message in phone.sees() if message.from_bot for one in message.buttons if one.data]


def data(button: Button) -> str:
    """What it says to the bot."""
    return button.data or ""


def youths_in(message: Message) -> set[str]:
    """The youths whom a message names."""
    return set(re.findall(r"\w+", message.plain)) & {*LOTTES, *BRAMS}


def words_in(message: Message) -> Iterator[str]:
    """Whatever of what was said stands in a message, or is heard in it."""
    yield from WORD.findall(message.plain)
    if isinstance(message.attachment, Media):
        yield from WORD.findall(message.attachment.file.content.decode("latin-1"))


def shown_on(phone: Phone) -> tuple[set[str], Counter[str]]:
    """The words that ever stood on a phone in what the bot wrote there, and how often each came as a new message."""
    ever: set[str] = set()
    came: Counter[str] = Counter()
    for arrival in phone.unexpected():
        there = set(words_in(arrival.message))
        ever |= there
        came.update(() if arrival.edited else there)
    return ever, came
