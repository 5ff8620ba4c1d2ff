"""Kills the bot between any two of its steps, without a process: what it had not committed is gone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from telegram.request import HTTPXRequest

from sandbox.town import Town
from store.database import Database
from store.tables import Outbox, OutboxState


def between_steps(put: Callable[[Any, str, Any], None], step: Callable[[str], None]) -> None:
    """Have `step` called before and after each commit and each request, with its name; `put` sets an attribute."""
    write, request = Database.write, HTTPXRequest.do_request

    @asynccontextmanager
    async def written(database: Database) -> AsyncIterator[AsyncSession]:
        async with write(database) as session:
            yield session
            step("before a commit")
        step("after a commit")

    async def asked(http: HTTPXRequest, url: str, *args: Any, **named: Any) -> tuple[int, bytes]:
        method = url.rpartition("/")[2]
        step(f"before {method}")
        answer = await request(http, url, *args, **named)
        step(f"after {method}")
        return answer

    put(Database, "write", written)
    put(HTTPXRequest, "do_request", asked)


class Killed(BaseException):
    """No goodbye, and nothing finished: nobody may catch this."""


class Axe:
    """Falls before or after one of the commits and requests to come. After that the bot does nothing any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fell_at = ""
        """The step, when it fell."""
        self._left: int | None = None
        between_steps(monkeypatch.setattr, self._step)

    def raise_over(self, steps: int) -> None:
        """Let so many steps pass."""
        self._left = steps

    def lower(self) -> None:
        """Let everything pass."""
        self._left, self.fell_at = None, ""

    def _step(self, name: str) -> None:
        if self.fell_at:
            raise Killed
        if self._left == 0:
            self.fell_at = name
            raise Killed
        if self._left is not None:
            self._left -= 1


@dataclass(frozen=True)
class Death:
    """Where the bot was killed, and the chats with a message that had left and of which no answer was written down."""

    step: str
    in_doubt: frozenset[int | None]


async def dies(town: Town, axe: Axe, steps: int, at: Callable[[], Awaitable[None]]) -> Death | None:
    """Do something with the town (settle, restart), with the axe over it. When it fell, the bot is left as it was at
    that moment; otherwise it lives on."""
    axe.raise_over(steps)
    with suppress(Killed):
        await at()
    if not axe.fell_at:
        axe.lower()
        return None
    await town.spoor.deliver.let_go()
    async with town.spoor.database.read() as session:
        sending = await session.scalars(select(Outbox.chat_id).where(Outbox.state == OutboxState.SENDING))
        death = Death(axe.fell_at, frozenset(sending))
    await town.close()
    axe.lower()
    return death
