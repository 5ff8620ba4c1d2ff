"""The bot's front door, for many updates in one transaction that is never committed."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.receive import sender_of
from sandbox.town import Town
from store import inbox
from store.tables import Inbox, Outbox

Json = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What the bot is about to send: to which chat, about whom or of whom, and the request as it is written."""

    chat_id: int | None
    person_id: int | None
    written: str


class Door:
    """Takes updates in, one by one, as the bot does once they are stored.

    What is left out is the same for every update, and slow: the row of the inbox, a transaction for each, the disk, and
    the delivery. An error comes out to whoever brought the update.
    """

    def __init__(self, town: Town, session: AsyncSession) -> None:
        self.session = session
        self._town = town
        self._coming = ""
        self._said_before = 0

    async def opens(self) -> None:
        """From now on."""
        self._said_before = await self.session.scalar(select(func.max(Outbox.id))) or 0

    async def take_in(self, update: Json) -> None:
        """Handle one update. Raises whatever goes wrong."""
        self._coming = json.dumps(update)
        row = Inbox(update_id=0, sender_id=sender_of(update))
        await self._town.spoor.handle._handle(self.session, row, self._town.now())
        await self.session.flush()
        self.session.expunge_all()  # the next one sees what is in the database, and nothing else

    @asynccontextmanager
    async def trial(self) -> AsyncIterator[None]:
        """What happens until the end is undone, and only that."""
        within = await self.session.begin_nested()
        yield
        await within.rollback()
        self.session.expunge_all()

    async def said(self) -> list[Said]:
        """What it said since it opened."""
        columns = select(Outbox.chat_id, Outbox.person_id, Outbox.method, Outbox.payload)
        rows = await self.session.execute(columns.where(Outbox.id > self._said_before))
        return [Said(row.chat_id, row.person_id, f"{row.method} {_legible(row.payload)}") for row in rows]

    async def contents(self, _session: AsyncSession, _update_id: int) -> str:
        """What the inbox would hold."""
        return self._coming


def _legible(written: str | None) -> str:
    """A request with its letters as they are read."""
    return json.dumps(json.loads(written or "null"), ensure_ascii=False)


@asynccontextmanager
async def front_door(town: Town, *, keep: bool = False) -> AsyncIterator[Door]:
    """The door, until everything that happened there is undone, or with `keep` committed."""
    async with town.spoor.database.write() as session:
        door = Door(town, session)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(inbox, "contents", door.contents)
            await door.opens()
            yield door
        if not keep:
            await session.rollback()
