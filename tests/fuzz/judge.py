"""Whether somebody saw or changed what is not theirs."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store import people
from store.tables import Base, Scoring
from tests.fuzz.cast import OUTSIDERS, Cast
from tests.fuzz.door import Door
from tests.fuzz.story import WORDS
from tests.people import Phone

# What anybody may leave behind: what was said to them, and that they were there.
LEFT_BEHIND = {"outbox", "inbox", "journal", "agenda", "own", "wrong_code", "call_told", "alarm_told"}
# And, in the rows that are their own, where they are and what they chose.
THEIR_OWN = {
    "person": "id",
    "flow": "person_id",
    "preference": "person_id",
    "away": "person_id",
    "reachable_block": "person_id",
    "checkin_plan": "youth_id",
    "scoring": "by_id",
    "action": "youth_id",
    "call": "youth_id",
    "talk": "youth_id",
    "alarm": "youth_id",
}
# And what hangs on a web of their own.
OF_A_WEB = {"score", "first_basket"}

Kept = dict[str, list[tuple[object, ...]]]


async def everything(session: AsyncSession, who: Phone) -> Kept:
    """All that is kept of other people."""
    me = await people.by_telegram_id(session, who.user.id)
    kept: Kept = {}
    for name, table in Base.metadata.tables.items():
        rows = select(table)
        if name in THEIR_OWN and me is not None:
            rows = rows.where(table.c[THEIR_OWN[name]] != me.id)
        if name in OF_A_WEB and me is not None:
            rows = rows.where(table.c.scoring_id.not_in(select(Scoring.id).where(Scoring.by_id == me.id)))
        if name not in LEFT_BEHIND:
            kept[name] = [tuple(row) for row in await session.execute(rows)]
    return kept


class Judge:
    """Watches what one of the cast does at the door, from before they begin."""

    def __init__(self, cast: Cast, name: str) -> None:
        self._cast = cast
        self._name = name
        self._before: Kept = {}

    @property
    def _who(self) -> Phone:
        return self._cast.phones[self._name]

    async def begins(self, door: Door) -> None:
        """Look at how things are."""
        if self._name in OUTSIDERS:
            self._before = await everything(door.session, self._who)

    async def complaints(self, door: Door) -> list[str]:
        """What happened since that should not have."""
        found = [f"{self._name} read {word!r}" for word in await self._read(door)]
        if self._name not in OUTSIDERS:
            return found
        found += [f"{self._name} made the bot speak to {name}" for name in await self._reached(door)]
        after = await everything(door.session, self._who)
        return found + [f"{self._name} changed {table}" for table in after if after[table] != self._before[table]]

    async def _read(self, door: Door) -> set[str]:
        """Words that are not for them, in what was said to them."""
        forbidden = FORBIDDEN[self._name]
        said = [one.written for one in await door.said() if one.chat_id in (None, self._who.user.id)]
        return {word for word in forbidden if any(word in written for written in said)}

    async def _reached(self, door: Door) -> set[str]:
        """Whom of Sam and Lotte anything was said to."""
        chats = {self._cast.phones[name].user.id: name for name in ("Sam", "Lotte")}
        return {chats[one.chat_id] for one in await door.said() if one.chat_id in chats}


SAMS = ("Sam", "Lotte", WORDS, "🙁")
FORBIDDEN = {
    "Stranger": (*SAMS, "Mo", "Noor"),
    "Mo": SAMS,
    "Noor": SAMS,
    "Tine": SAMS,
    "An": (WORDS, "🙁"),  # a coördinator knows who is there, and nothing of what a youth says
    "Sam": ("Noor",),
    "Lotte": (),
}
