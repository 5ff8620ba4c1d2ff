"""What will happen, drawn from a seed before anything does: so that a story can be told again with a part left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random

from sandbox.town import START

A_DAY = timedelta(days=1)
A_MONTH = 30

#: Youths of one begeleider, as in the programme; and of one share, a village of its own.
OF_ONE, SHARE = 4, 25
LEADS = ("Tine", "An")


class Kind(StrEnum):
    """What a deed is."""

    # A youth
    ANSWERS = "answers"
    TELLS = "tells"
    WRITES = "writes"
    CALLS = "asks for a call"
    WANDERS = "wanders"
    DIGS = "taps something old"
    PAUSES = "pauses"
    STOPS = "stops"
    RETURNS = "wants questions again"
    HINTS = "hints"
    # Anybody
    BLOCKS = "blocks"
    UNBLOCKS = "unblocks"
    MOVES = "takes another phone"
    LEAVES = "has no connection"
    # Staff
    LOOKS_IN = "looks in"
    COMMANDS = "asks for a page"
    REPLIES = "replies"
    NOTES = "notes a contact"
    # What breaks
    SICK = "Telegram is sick"
    DARK = "Telegram is dark"
    TWICE = "an update comes again"
    CRASHES = "the bot is killed"
    SLEEPS = "the bot is off"
    CLOCK = "the clock jumps"


#: How often each, beside the others.
OF_A_YOUTH = {
    Kind.ANSWERS: 60,
    Kind.TELLS: 5,
    Kind.WRITES: 6,
    Kind.CALLS: 4,
    Kind.WANDERS: 12,
    Kind.DIGS: 3,
    Kind.PAUSES: 2,
    Kind.STOPS: 1,
    Kind.RETURNS: 4,
    Kind.HINTS: 0.4,
    Kind.BLOCKS: 0.6,
    Kind.UNBLOCKS: 3,
    Kind.MOVES: 0.5,
    Kind.LEAVES: 2,
}
OF_STAFF = {
    Kind.LOOKS_IN: 60,
    Kind.COMMANDS: 20,
    Kind.REPLIES: 12,
    Kind.NOTES: 12,
    Kind.BLOCKS: 0.3,
    Kind.UNBLOCKS: 3,
    Kind.MOVES: 0.4,
    Kind.LEAVES: 1,
}
OF_CHANCE = {Kind.SICK: 8, Kind.DARK: 2, Kind.TWICE: 6, Kind.CRASHES: 8, Kind.SLEEPS: 1, Kind.CLOCK: 1}

#: What a youth is like in a stretch of some weeks: deeds a day.
MOODS = (0.0, 0.05, 0.15, 0.3, 0.7)
STAFF_A_DAY = 0.3
#: How many days the year of a youth has lasted when the story begins; below zero it is still to come.
BEGUN = (-200, -90, -20, -3, 0, 1, 5, 20, 38, 41, 45, 75, 120, 180, 250, 330, 355, 364, 380)
ASKED_AT = (None, time(9), time(10), time(13), time(17, 30), time(20), time(21, 30))


@dataclass(frozen=True, order=True)
class Deed:
    """Something that somebody does, or that breaks, at a moment by the true clock; `dice` decides the rest of it."""

    at: datetime
    kind: Kind
    who: str
    dice: int

    def __str__(self) -> str:
        """On one line."""
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.who} {self.kind} ({self.dice})"


@dataclass(frozen=True)
class Youth:
    """A youth, who walks along, how many days ago their year began, and when they want to be asked."""

    name: str
    begeleider: str
    duo: str
    day: int
    at: time | None


@dataclass(frozen=True)
class Plan:
    """A village and all that will happen there."""

    seed: str
    ends: datetime
    youths: tuple[Youth, ...]
    deeds: tuple[Deed, ...]

    @property
    def staff(self) -> tuple[str, ...]:
        """Who works there, in order."""
        return (*dict.fromkeys(name for one in self.youths for name in (one.begeleider, one.duo)), *LEADS)


def shares(seed: int, youths: int, days: int, faults: float) -> tuple[Plan, ...]:
    """The villages of so many youths. `faults`: so many a month break something in each."""
    numbers = range(youths)
    parts = [numbers[first : first + SHARE] for first in range(0, youths, SHARE)]
    return tuple(_village(f"{seed}/{number}", part, days, faults) for number, part in enumerate(parts))


def _village(seed: str, numbers: range, days: int, faults: float) -> Plan:
    chance = Random(seed)
    guides = [f"B{numbers[0] // OF_ONE + each:03}" for each in range(max(2, -(-len(numbers) // OF_ONE)))]
    youths = tuple(
        Youth(
            f"J{number:03}",
            guides[place // OF_ONE],
            guides[(place // OF_ONE + 1) % len(guides)],
            chance.choice(BEGUN),
            chance.choice(ASKED_AT),
        )
        for place, number in enumerate(numbers)
    )
    found = [deed for one in youths for deed in _of_youth(chance, one.name, days)]
    found += [deed for name in (*guides, "Tine") for deed in _deeds(chance, name, days, STAFF_A_DAY, OF_STAFF, (7, 21))]
    found += _deeds(chance, "", days, faults / A_MONTH, OF_CHANCE, (0, 24))
    return Plan(seed, START + days * A_DAY, youths, tuple(sorted(found)))


def _of_youth(chance: Random, name: str, days: int) -> Iterator[Deed]:
    first = 0
    while first < days:
        stretch = min(chance.randint(5, 40), days - first)
        yield from _deeds(chance, name, stretch, chance.choice(MOODS), OF_A_YOUTH, (7, 24), first)
        first += stretch


def _deeds(
    chance: Random,
    who: str,
    days: int,
    a_day: float,
    kinds: Mapping[Kind, float],
    hours: tuple[int, int],
    first: int = 0,
) -> Iterator[Deed]:
    """So many a day, at any second of these hours (UTC, nearly)."""
    for _ in range(round(days * a_day)):
        at = START.replace(hour=0) + (first + chance.randrange(days)) * A_DAY
        at += timedelta(seconds=chance.randrange(hours[0] * 3600, hours[1] * 3600))
        kind = chance.choices(list(kinds), weights=list(kinds.values()))[0]
        if at > START:
            yield Deed(at, kind, who, chance.randrange(10**6))
