"""How fast we may speak, so that Telegram listens and a tap is never kept waiting.

Telegram allows about 30 messages in any second overall, and one a second in a chat with short bursts. Planned messages
leave one by one, evenly, and always leave a place: whoever taps or cries for help finds it, and when it was just taken
the next comes free within a few hundredths of a second, however many thousands are planned.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime, timedelta

from store.tables import Lane

# So many messages in any stretch this long, all chats together: a little longer than Telegram's second, for what
# arrives sooner than it left. Planned messages use all places but one, which is 96 % of what Telegram takes.
MOST = 30
STRETCH = timedelta(seconds=1.005)

# Planned messages keep this far apart: a little shorter than their share of the stretch, so that they are evenly spread
# over it, and at no moment in it nothing comes free for long. One that leaves late is made up for, up to so much.
APART = timedelta(milliseconds=34)
MADE_UP = APART

# Answers leave a place to what is urgent: free, or about to be.
SOON = timedelta(milliseconds=70)

# Messages that may follow each other at once in one chat, and the time after which one more may.
BURST = 3
ONE_MORE_AFTER = timedelta(seconds=1)


NOBODY = 0
"""No chat has this id."""
LONG_AGO = datetime(1970, 1, 2, tzinfo=UTC)


class Pace:
    """Remembers what was sent in the last seconds."""

    def __init__(self) -> None:
        self._sent: deque[datetime] = deque()
        self._chats: dict[int, datetime] = {}
        """For each chat, when its burst is whole again."""
        self._looked_at: datetime | None = None
        self._planned_from = LONG_AGO
        """When the next planned message may leave."""

    def wait(self, chat_id: int | None, lane: Lane, now: datetime) -> timedelta:
        """How long a message has to wait; zero when it may go. Without a chat it is no message and may always go."""
        if chat_id is None:
            return timedelta(0)
        self._look(now)
        return max(self._wait_for_all(lane, now), self._wait_for_chat(chat_id, now), timedelta(0))

    def has_place(self, lane: Lane, now: datetime) -> bool:
        """Whether a message of this lane may go, to a chat that had nothing lately."""
        return self.wait(NOBODY, lane, now) <= timedelta(0)

    def took(self, chat_id: int | None, lane: Lane, now: datetime) -> None:
        """A message goes."""
        if chat_id is None:
            return
        if lane is Lane.PLANNED:
            self._planned_from = max(self._planned_from, now - MADE_UP) + APART
        self._sent.append(now)
        self._chats[chat_id] = max(self._chats.get(chat_id, now), now) + ONE_MORE_AFTER
        if len(self._chats) > 2 * MOST:
            self._chats = {chat: whole for chat, whole in self._chats.items() if whole > now}

    def hold(self, chat_id: int, until: datetime) -> None:
        """Telegram wants nothing more in this chat before `until`."""
        whole = until + (BURST - 1) * ONE_MORE_AFTER
        self._chats[chat_id] = max(self._chats.get(chat_id, whole), whole)

    def _look(self, now: datetime) -> None:
        """After a clock was set back, what it showed before counts as just now: nobody waits for it to come again."""
        if self._looked_at is not None and now < self._looked_at:
            self._sent = deque(min(moment, now) for moment in self._sent)
            self._planned_from = min(self._planned_from, now + APART)
            self._chats = {chat: min(whole, now + BURST * ONE_MORE_AFTER) for chat, whole in self._chats.items()}
        self._looked_at = now

    def _wait_for_all(self, lane: Lane, now: datetime) -> timedelta:
        while self._sent and self._sent[0] + STRETCH < now:
            self._sent.popleft()
        match lane:
            case Lane.URGENT:
                at = self._wait_for_place(MOST)
            case Lane.ANSWER:
                at = max(self._wait_for_place(MOST), self._wait_for_place(MOST - 1) - SOON)
            case Lane.PLANNED:
                at = max(self._wait_for_place(MOST - 1), self._planned_from)
        return at - now

    def _wait_for_place(self, places: int) -> datetime:
        """When fewer than so many are within the stretch; long ago when they are now."""
        too_many = len(self._sent) - places
        return LONG_AGO if too_many < 0 else self._sent[too_many] + STRETCH + timedelta(milliseconds=1)

    def _wait_for_chat(self, chat_id: int, now: datetime) -> timedelta:
        whole = self._chats.get(chat_id, now)
        return whole - now - (BURST - 1) * ONE_MORE_AFTER
