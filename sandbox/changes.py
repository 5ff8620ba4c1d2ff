"""What changed on the phones, for those who look on: tests at once, pages as a stream."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

from sandbox.model import Change, ChangeKind, Message, Toast

#: How many changes are kept for a page that comes back after a lost connection.
KEPT = 5_000

#: What is known of somebody wherever their phone is.
OF_THE_ACCOUNT = frozenset({ChangeKind.PERSON, ChangeKind.BLOCKED})

Observer = Callable[[Change], None]


class ChangeFeed:
    """Tells every observer what changed, in order."""

    def __init__(self) -> None:
        self.last = 0
        self._kept: deque[Change] = deque(maxlen=KEPT)
        self._observers: list[Observer] = []
        self._held: dict[int, list[Change]] = {}

    def tell(
        self,
        kind: ChangeKind,
        chat_id: int | None,
        message: Message | None = None,
        *,
        query: str | None = None,
        toast: Toast | None = None,
        by_bot: bool = False,
    ) -> None:
        """Pass a change on to everybody who looks on, unless its chat is held."""
        change = Change(0, kind, chat_id, message, query, toast, by_bot)
        if chat_id in self._held and kind not in OF_THE_ACCOUNT:
            self._held[chat_id].append(change)
        else:
            self.pass_on(change)

    def pass_on(self, change: Change) -> None:
        """Pass a change on with the next serial, held or not."""
        self.last += 1
        change = replace(change, serial=self.last)
        self._kept.append(change)
        for observer in tuple(self._observers):
            observer(change)

    def hold(self, chat_id: int) -> None:
        """From now on nobody hears what changes in this chat."""
        self._held.setdefault(chat_id, [])

    def let_go(self, chat_id: int) -> list[Change]:
        """Hold this chat no longer; what changed in it meanwhile is for the caller to pass on."""
        return self._held.pop(chat_id, [])

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call `observer` at every change from now on; returns what ends that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def has_all_since(self, serial: int) -> bool:
        """Whether every change after `serial` is still kept; if not, a page must load everything anew."""
        return serial <= self.last and (not self._kept or serial >= self._kept[0].serial - 1)

    async def watch(self, since: int | None = None) -> AsyncGenerator[Change]:
        """Changes as they come, for ever; first those kept after `since`, when given."""
        queue: asyncio.Queue[Change] = asyncio.Queue()
        stop = self.observe(queue.put_nowait)
        missed = [] if since is None else [change for change in self._kept if change.serial > since]
        try:
            for change in missed:
                yield change
            while True:
                yield await queue.get()
        finally:
            stop()
