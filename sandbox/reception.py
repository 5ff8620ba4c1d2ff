"""Phones without a connection: they show what they showed, and what is done on them waits until they are back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from sandbox.book import Book
from sandbox.changes import ChangeFeed
from sandbox.model import Change, ChangeKind, Message

OF_A_MESSAGE = frozenset({ChangeKind.MESSAGE, ChangeKind.EDITED, ChangeKind.REACTED, ChangeKind.DELETED})

Go = Callable[[], object]


@dataclass(frozen=True)
class _Waiting:
    """Something done without a connection: how it goes out, and the message that shows until then."""

    go: Go
    message: Message | None = None


@dataclass
class _Away:
    """A phone that lost its connection: what it showed then, and what was done on it since, in order."""

    showed: tuple[Message, ...]
    waiting: list[_Waiting] = field(default_factory=list)

    @property
    def written(self) -> tuple[Message, ...]:
        """The messages that wait."""
        return tuple(one.message for one in self.waiting if one.message is not None)


class Reception:
    """Which phones have no connection. A private chat has the id of the person whose phone it is on."""

    def __init__(self, book: Book, feed: ChangeFeed) -> None:
        self._book = book
        self._feed = feed
        self._away: dict[int, _Away] = {}
        self._last_id = 0

    def is_away(self, chat_id: int) -> bool:
        """Whether this phone has no connection."""
        return chat_id in self._away

    def lose(self, chat_id: int) -> None:
        """No connection from now on."""
        if not self.is_away(chat_id):
            self._away[chat_id] = _Away(self._book.of(chat_id))
            self._feed.hold(chat_id)

    def regain(self, chat_id: int) -> None:
        """The phone hears what happened meanwhile; then what waited on it goes out, in order."""
        away = self._away.pop(chat_id, None)
        for change in as_news(self._feed.let_go(chat_id)):
            self._feed.pass_on(change)
        for one in away.waiting if away else ():
            if one.message is not None:
                self._feed.tell(ChangeKind.DELETED, chat_id, one.message)
            one.go()

    def shows(self, chat_id: int) -> tuple[Message, ...]:
        """What the phone shows: with a connection, what there is."""
        away = self._away.get(chat_id)
        return self._book.of(chat_id) if away is None else away.showed + away.written

    def keep(self, message: Message, go: Go) -> Message:
        """A message waits on the phone, with a number of the phone's own; `go` sends it."""
        self._last_id -= 1
        waiting = replace(message, id=self._last_id)
        self._away[message.chat.id].waiting.append(_Waiting(go, waiting))
        self._feed.pass_on(Change(0, ChangeKind.MESSAGE, message.chat.id, waiting))
        return waiting

    def put_off(self, chat_id: int, go: Go) -> None:
        """Something that is no message waits."""
        self._away[chat_id].waiting.append(_Waiting(go))

    def tear_up(self, chat_id: int, message_id: int) -> bool:
        """Whether such a message waited, which is not sent after all."""
        away = self._away.get(chat_id)
        for one in away.waiting if away else ():
            if away and one.message and one.message.id == message_id:
                away.waiting.remove(one)
                self._feed.pass_on(Change(0, ChangeKind.DELETED, chat_id, one.message))
                return True
        return False


def as_news(held: Iterable[Change]) -> list[Change]:
    """As a phone hears it that comes back: each message once, as it is by now; what came and went, not at all."""
    news: dict[int, Change] = {}
    for change in held:
        if change.kind not in OF_A_MESSAGE or change.message is None:
            continue
        before = news.get(change.message.id)
        if before is None or (change.kind is ChangeKind.DELETED and before.kind is not ChangeKind.MESSAGE):
            news[change.message.id] = change
        elif change.kind is ChangeKind.DELETED:
            del news[change.message.id]
        else:
            news[change.message.id] = _later(before, change)
    return list(news.values())


def _later(before: Change, change: Change) -> Change:
    """What changed once more: still new when it was new, still an edit when it was one."""
    kind = change.kind if before.kind is ChangeKind.REACTED else before.kind
    by_bot = change.by_bot if before.kind is ChangeKind.REACTED else before.by_bot
    return replace(change, kind=kind, by_bot=by_bot)
