"""How fast we may speak, so that Telegram listens and a tap is never kept waiting.

Telegram allows about 30 messages in any second overall, and one a second in a chat with short bursts. We stay just
under that, since what leaves us evenly may arrive bunched. Each lane stops earlier than the one above it, so that
thousands of planned messages never use the room that an answer or a cry for help needs.
"""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta

from store.tables import Lane

SECOND = timedelta(seconds=1)

# Messages in any one second, all chats together.
ALLOWANCE = {Lane.URGENT: 28, Lane.ANSWER: 26, Lane.PLANNED: 20}

# Messages that may follow each other at once in one chat, and the time after which one more may.
BURST = 3
ONE_MORE_AFTER = timedelta(seconds=1)


class Pace:
    """Remembers what was sent in the last seconds."""

    def __init__(self) -> None:
        self._sent: deque[datetime] = deque()
        self._chats: dict[int, datetime] = {}
        """For each chat, when its burst is whole again."""
        self._looked_at: datetime | None = None

    def wait(self, chat_id: int | None, lane: Lane, now: datetime) -> timedelta:
        """How long a message has to wait; zero when it may go. Without a chat it is no message and may always go."""
        if chat_id is None:
            return timedelta(0)
        self._look(now)
        return max(self._wait_for_all(lane, now), self._wait_for_chat(chat_id, now), timedelta(0))

    def took(self, chat_id: int | None, now: datetime) -> None:
        """A message goes."""
        if chat_id is None:
            return
        self._sent.append(now)
        self._chats[chat_id] = max(self._chats.get(chat_id, now), now) + ONE_MORE_AFTER
        if len(self._chats) > 2 * ALLOWANCE[Lane.URGENT]:
            self._chats = {chat: whole for chat, whole in self._chats.items() if whole > now}

    def hold(self, chat_id: int, until: datetime) -> None:
        """Telegram wants nothing more in this chat before `until`."""
        whole = until + (BURST - 1) * ONE_MORE_AFTER
        self._chats[chat_id] = max(self._chats.get(chat_id, whole), whole)

    def _look(self, now: datetime) -> None:
        """After a clock was set back, what it showed before counts as just now: nobody waits for it to come again."""
        if self._looked_at is not None and now < self._looked_at:
            self._sent = deque(min(moment, now) for moment in self._sent)
            self._chats = {chat: min(whole, now + BURST * ONE_MORE_AFTER) for chat, whole in self._chats.items()}
        self._looked_at = now

    def _wait_for_all(self, lane: Lane, now: datetime) -> timedelta:
        while self._sent and self._sent[0] + SECOND < now:
            self._sent.popleft()
        too_many = len(self._sent) - ALLOWANCE[lane]
        if too_many < 0:
            return timedelta(0)
        return self._sent[too_many] + SECOND - now + timedelta(milliseconds=1)

    def _wait_for_chat(self, chat_id: int, now: datetime) -> timedelta:
        whole = self._chats.get(chat_id, now)
        return whole - now - (BURST - 1) * ONE_MORE_AFTER
