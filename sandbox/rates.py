"""How fast a bot may go. Telegram publishes 30 a second, about one a second per chat, 20 a minute per group."""

from __future__ import annotations

import math
from collections import deque
from datetime import datetime, timedelta

from bot.clock import Clock
from sandbox.refusals import too_many

OVERALL = 30
#: Telegram allows short bursts in one chat without saying how long; we stay on the careful side.
BURST = 5
A_GROUP = 20


class Rates:
    """Counts messages by the sandbox's clock and refuses what is too fast."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._overall: deque[datetime] = deque()
        self._groups: dict[int, deque[datetime]] = {}
        self._chats: dict[int, tuple[datetime, float]] = {}

    def count(self, chat_id: int) -> None:
        """A message to this chat. Raises RefusedError (429) when it comes too soon; then it does not count."""
        now = self._clock.now()
        group = self._groups.setdefault(chat_id, deque()) if chat_id < 0 else deque[datetime]()
        burst = self._left(chat_id, now)
        wait = max(
            _wait(self._overall, OVERALL, timedelta(seconds=1), now),
            _wait(group, A_GROUP, timedelta(minutes=1), now),
            1 - burst,
        )
        if wait > 0:
            raise too_many(math.ceil(wait))
        self._chats[chat_id] = now, burst - 1
        self._overall.append(now)
        group.append(now)

    def _left(self, chat_id: int, now: datetime) -> float:
        then, left = self._chats.get(chat_id, (now, float(BURST)))
        return min(float(BURST), left + (now - then).total_seconds())


def _wait(sent: deque[datetime], most: int, span: timedelta, now: datetime) -> float:
    while sent and sent[0] <= now - span:
        sent.popleft()
    return (sent[0] + span - now).total_seconds() if len(sent) >= most else 0.0
