"""What the bot asked of Telegram, and how that ended: for tests of pace and for the curious."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from bot.clock import Clock

#: Enough for the longest test, little enough for a demo that runs for days.
KEPT = 100_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API. `status` is the HTTP status; None when no answer was given."""

    at: datetime
    method: str
    chat_id: int | None
    status: int | None
    description: str | None = None


class CallLog:
    """The latest calls, oldest first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: deque[Call] = deque(maxlen=KEPT)

    def add(self, method: str, chat_id: int | None, status: int | None, description: str | None) -> None:
        """Write a call down."""
        self._calls.append(Call(self._clock.now(), method, chat_id, status, description))

    def latest(self, count: int) -> tuple[Call, ...]:
        """So many of the latest calls, the newest first."""
        return tuple(islice(reversed(self._calls), count))

    def of(self, *methods: str) -> tuple[Call, ...]:
        """The calls of these methods, or all."""
        return tuple(call for call in self._calls if not methods or call.method in methods)
