"""All that ever stood on a phone, judged once and remembered as a digest: two runs of one seed show the same."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sandbox.model import Change, ChangeKind, Message
from tests.simulate.wrong_clock import WrongClock

SHOWN = frozenset({ChangeKind.MESSAGE, ChangeKind.EDITED})
#: So many lines of the story are told when something went wrong.
TOLD = 60


@dataclass(frozen=True)
class Came:
    """What the bot showed on a phone, and what its clock said when it did."""

    at: datetime
    chat: int
    message: Message
    edited: bool


class Record:
    """Looks on at every phone."""

    def __init__(self, clock: WrongClock) -> None:
        self._clock = clock
        self._digest = sha256()
        self.story: deque[str] = deque(maxlen=TOLD)
        self.fresh: list[Came] = []
        self.messages = 0

    def notice(self, change: Change) -> None:
        """Something changed on a phone."""
        message = change.message
        toast = change.toast.text if change.toast else ""
        plain = message.plain if message else ""
        buttons = " ".join(f"[{one.text}|{one.data}]" for one in message.buttons) if message else ""
        self.tell(f"{change.chat_id} {'<' if change.by_bot else '>'} {change.kind} {plain!r} {toast} {buttons}")
        if change.by_bot and message is not None and change.chat_id is not None and change.kind in SHOWN:
            self.messages += 1
            edited = change.kind is ChangeKind.EDITED
            at = self._clock.now() if edited else self._clock.showed(message.at)
            self.fresh.append(Came(at, change.chat_id, message, edited))

    def tell(self, line: str) -> None:
        """One line of the story."""
        line = f"{self._clock.true.now():%Y-%m-%d %H:%M:%S} {line}"
        self._digest.update(line.encode() + b"\n")
        self.story.append(line)

    def take(self) -> list[Came]:
        """What came since the last time."""
        fresh, self.fresh = self.fresh, []
        return fresh

    @property
    def digest(self) -> str:
        """Of all that was told."""
        return self._digest.hexdigest()
