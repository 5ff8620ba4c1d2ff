"""Updates waiting for the bot, with Telegram's way of confirming them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from sandbox.refusals import conflict
from sandbox.wire import Json

#: Telegram keeps an update no longer than this.
KEPT_FOR = timedelta(hours=24)
#: Sent only to a bot that asks for them by name.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
QUIET = timedelta(days=7)
#: How many delivered updates can still be repeated.
REPEATABLE = 1_000
FIRST_ID = 100_000_001
#: Numbers left free below the first, since a quiet week makes us number on from below.
ROOM = 50_000_000


@dataclass(frozen=True, slots=True)
class Update:
    """One update as it goes over the wire."""

    id: int
    at: datetime
    body: Json


class UpdateQueue:
    """What the bot has not confirmed yet."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pending: list[Update] = []
        self._again: list[Update] = []
        self._given: deque[Update] = deque(maxlen=REPEATABLE)
        self._first_id = self._next_id = FIRST_ID
        self._quiet_since: datetime | None = None
        self._came = asyncio.Event()
        self._poll: object | None = None
        #: Set once the bot has asked for updates.
        self.asked = asyncio.Event()
        self.allowed: frozenset[str] | None = None

    def number_after(self, update_id: int) -> None:
        """Count on well beyond there: a bot may remember updates of which nothing is left here."""
        while self._first_id <= update_id + ROOM:
            self._first_id += ROOM
        self._next_id = self._first_id

    def add(self, kind: str, payload: Json) -> int | None:
        """Queue an update, unless the bot does not ask for this kind; returns its id."""
        wanted = kind in self.allowed if self.allowed else kind not in ON_REQUEST
        return self.inject({kind: payload}) if wanted else None

    def inject(self, body: Json) -> int:
        """Queue an update of any form whatever; without an `update_id` it gets the next one."""
        self._renumber()
        update_id = int(body.get("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id + 1)
        self._pending.append(Update(update_id, self._clock.now(), {**body, "update_id": update_id}))
        self._came.set()
        return update_id

    def _renumber(self) -> None:
        """After a quiet week Telegram numbers on from anywhere; here from below, which is what catches bots out."""
        now = self._clock.now()
        if now - (self._quiet_since or now) > QUIET:
            self._first_id -= 1_000_000
            self._next_id = self._first_id
        self._quiet_since = now

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more, even when it was confirmed (LookupError: not seen lately, or too old)."""
        since = self._clock.now() - KEPT_FOR
        known = {update.id: update for update in (*self._given, *self._pending) if update.at >= since}
        self._again.append(known[update_id])
        self._came.set()

    @property
    def any_to_ask_for(self) -> bool:
        """Whether asking would bring or confirm anything."""
        return bool(self._again or self._fresh())

    @property
    def waiting(self) -> int:
        """How many updates are not confirmed."""
        return len(self._fresh())

    @property
    def last_id(self) -> int:
        """The id of the newest update."""
        return self._next_id - 1

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps only that many from the end."""
        first = self._pending[offset:][0].id if offset < 0 and self._pending[offset:] else offset
        self._pending = [update for update in self._pending if update.id >= first]

    def take(self, limit: int = 100) -> Sequence[Update]:
        """The oldest updates; they stay until confirmed. Repeated ones come first, and once."""
        again, self._again = self._again, []
        taken = (again + self._fresh())[:limit]
        self._given.extend(taken)
        return taken

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending, self._again = [], []

    async def poll(self, limit: int, seconds: float) -> Sequence[Update]:
        """What waits, or what comes within `seconds` of real time. A newer poll ends this one (409)."""
        self._poll = mine = object()
        self.asked.set()
        self._came.set()
        deadline = asyncio.get_running_loop().time() + seconds
        while not (taken := self.take(limit)) and seconds and await self._comes_before(deadline):
            if self._poll is not mine:
                raise conflict(
                    "terminated by other getUpdates request; make sure that only one bot instance is running"
                )
        return taken

    async def _comes_before(self, deadline: float) -> bool:
        self._came.clear()
        try:
            async with asyncio.timeout_at(deadline):
                return await self._came.wait()
        except TimeoutError:
            return False

    def _fresh(self) -> list[Update]:
        since = self._clock.now() - KEPT_FOR
        return [update for update in self._pending if update.at >= since]
