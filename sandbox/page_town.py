"""What the page needs of the town it shows, and the values it gets from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from sandbox.model import User
from sandbox.outlook import Outlook
from sandbox.wishes import STEPS, Step


class Part(StrEnum):
    """The part somebody plays; the page has a word for each in its own languages."""

    YOUTH = "youth"
    BEGELEIDER = "begeleider"
    DUO = "duo"
    TEAMCOACH = "teamcoach"
    COORDINATOR = "coordinator"
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody with a phone. `beside`: it lies on the desk from the start; the others wait in the menu."""

    person: User
    part: Part
    beside: bool = False


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One line of the bot's journal: who, what kind (in Dutch and in English), when (aware). Ids grow; no content."""

    id: int
    at: datetime
    who: str
    kind: str
    english: str


class PageTown(Protocol):
    """A town that can be looked at and wound forward."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the page tells the time."""
        ...

    def now(self) -> datetime:
        """The time in the sandbox, aware."""
        ...

    def residents(self) -> Sequence[Resident]:
        """Who has a phone, in the order in which the page lays them out."""
        ...

    async def wind(self, by: timedelta) -> None:
        """Wind the clock forward and do, in order, all that falls due on the way; nothing = what is due now."""
        ...

    async def wind_to_next(self) -> bool:
        """Wind the clock to the next thing that falls due, and do it; whether there was any."""
        ...

    def new_phone(self, person: User) -> User:
        """Give somebody a new phone, with an account of its own."""
        ...

    async def outlook(self) -> Outlook:
        """What the bot is up to towards Telegram."""
        ...

    async def journal_since(self, last_id: int) -> Sequence[JournalLine]:
        """The journal's lines after that one, oldest first."""
        ...


async def wind(town: PageTown, step: Step) -> bool:
    """Wind the clock by a step; whether there was anything to wind to."""
    if step is Step.NEXT:
        return await town.wind_to_next()
    await town.wind(STEPS[step])
    return True
