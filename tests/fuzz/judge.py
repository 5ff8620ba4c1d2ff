"""Whether somebody saw or changed what is not theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.ext.asyncio import AsyncSession

from store import people
from store.tables import Base, Checkin, Person, Scoring
from tests.fuzz.cast import OUTSIDERS, Cast
from tests.fuzz.door import Door
from tests.fuzz.story import WORDS
from tests.people import Phone

# What anybody may leave behind: what was said, that they were there, who was told; what becomes of it in time.
LEFT_BEHIND = {"outbox", "inbox", "journal", "agenda", "own", "wrong_code", "call_told", "alarm_told"}
# Whose a row is: the first of these columns that its table has. A table with none of them is nobody's.
WHOSE = ("youth_id", "person_id")
# Tables of which the rows are whose another row is: that row, by the column.
THROUGH: dict[str, tuple[str, type[Base]]] = {
    "score": ("scoring_id", Scoring),
    "first_basket": ("scoring_id", Scoring),
    "checkin_words": ("checkin_id", Checkin),
}
# Who may add a youth: whatever is of people who were not there before is theirs.
MAY_ADD = {"Noor"}
# Whose rows each of them has a hand in.
CIRCLES = {"Mo": ("Mo",), "Noor": ("Noor", "Mo"), "Tine": ("Tine",), "Stranger": ()}

Kept = dict[str, list[tuple[object, ...]]]


async def everything(session: AsyncSession, circle: Sequence[int]) -> Kept:
    """All that is kept, but for the rows of these people."""
    kept: Kept = {}
    for name, table in Base.metadata.tables.items():
        if name not in LEFT_BEHIND:
            rows = select(table)
            if (whose := _whose(table)) is not None:
                rows = rows.where(whose.not_in(circle))
            kept[name] = [tuple(row) for row in await session.execute(rows)]
    return kept


def _whose(table: Table) -> ColumnElement[int] | None:
    if table is Person.__table__:
        return table.c.id
    if table.name in THROUGH:
        column, other = THROUGH[table.name]
        parent = other.__table__
        return select(parent.c.youth_id).where(parent.c.id == table.c[column]).scalar_subquery()
    return next((table.c[name] for name in WHOSE if name in table.c), None)


class Judge:
    """Watches what one of the cast does at the door, from before they begin."""

    def __init__(self, cast: Cast, name: str) -> None:
        self._cast = cast
        self._name = name
        self._before: Kept = {}
        self._known: set[int] = set()

    @property
    def _who(self) -> Phone:
        return self._cast.phones[self._name]

    async def begins(self, door: Door) -> None:
        """Look at how things are."""
        if self._name in OUTSIDERS:
            self._known = await _people(door)
            self._before = await everything(door.session, await self._circle(door))

    async def _circle(self, door: Door) -> list[int]:
        accounts = [self._cast.phones[name].user.id for name in CIRCLES[self._name]]
        found = [await people.by_telegram_id(door.session, account) for account in accounts]
        added = await _people(door) - self._known if self._name in MAY_ADD else set()
        return [*(person.id for person in found if person is not None), *added]

    async def complaints(self, door: Door) -> list[str]:
        """What happened since that should not have."""
        found = [f"{self._name} read {word!r}" for word in await self._read(door)]
        if self._name not in OUTSIDERS:
            return found
        found += [f"{self._name} made the bot speak to {name}" for name in await self._reached(door)]
        after = await everything(door.session, await self._circle(door))
        return found + [f"{self._name} changed {table}" for table in after if after[table] != self._before[table]]

    async def _read(self, door: Door) -> set[str]:
        """Words that are not for them, in what was said to them."""
        forbidden = FORBIDDEN[self._name]
        said = [one.written for one in await door.said() if one.chat_id in (None, self._who.user.id)]
        return {word for word in forbidden if any(_has(word, written) for written in said)}

    async def _reached(self, door: Door) -> set[str]:
        """Whom of Sam and Lotte anything was said to. A colleague may hear from Noor, but not about Sam."""
        sam, lotte = (self._cast.phones[name].user.id for name in ("Sam", "Lotte"))
        said = await door.said()
        about_sam = [one for one in said if self._name != "Noor" or _has("Sam", one.written)]
        to_lotte = {"Lotte" for one in about_sam if one.chat_id == lotte}
        return to_lotte | {"Sam" for one in said if one.chat_id == sam}


async def _people(door: Door) -> set[int]:
    return set(await door.session.scalars(select(Person.id)))


def _has(word: str, written: str) -> bool:
    """Whether it stands there as a word of its own."""
    return re.search(rf"(?<!\w){word}(?!\w)", written) is not None


SAMS = ("Sam", "Lotte", WORDS, "🙁")
FORBIDDEN = {
    "Stranger": (*SAMS, "Mo", "Noor"),
    "Mo": SAMS,
    "Noor": ("Sam", WORDS, "🙁"),  # of a colleague she may read
    "Tine": SAMS,
    "An": (WORDS, "🙁"),  # a coördinator knows who is there, and nothing of what a youth says
    "Sam": ("Noor",),
    "Lotte": (),
    "Bram": (),
}
