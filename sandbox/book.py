"""All messages of all chats."""

from __future__ import annotations

from sandbox.changes import ChangeFeed
from sandbox.model import ChangeKind, Message


class Book:
    """Messages in order of writing. Ids are counted over all chats together, as a bot sees them."""

    def __init__(self, feed: ChangeFeed) -> None:
        self._feed = feed
        self._chats: dict[int, dict[int, Message]] = {}
        self._hidden: set[int] = set()
        self._last_id = 0

    def next_id(self) -> int:
        """The id for the next message."""
        self._last_id += 1
        return self._last_id

    def number_after(self, message_id: int) -> None:
        """Count on from there: a bot may remember messages of which nothing is left here."""
        self._last_id = max(self._last_id, message_id)

    def of(self, chat_id: int) -> tuple[Message, ...]:
        """What a chat shows, oldest first."""
        return tuple(one for one in self._chats.get(chat_id, {}).values() if one.id not in self._hidden)

    def shows(self, message: Message) -> bool:
        """Whether it is to be seen: it exists, and was not deleted on the phone alone."""
        return message.id in self._chats.get(message.chat.id, {}) and message.id not in self._hidden

    def find(self, chat_id: int, message_id: int | None) -> Message | None:
        """A message that (still) exists."""
        return None if message_id is None else self._chats.get(chat_id, {}).get(message_id)

    def add(self, message: Message) -> Message:
        """Show a new message."""
        self._chats.setdefault(message.chat.id, {})[message.id] = message
        self._feed.tell(ChangeKind.MESSAGE, message.chat.id, message, by_bot=message.from_bot)
        return message

    def replace(self, message: Message, kind: ChangeKind = ChangeKind.EDITED, *, by_bot: bool) -> Message:
        """Show a message in its new form."""
        self._chats[message.chat.id][message.id] = message
        if self.shows(message):
            self._feed.tell(kind, message.chat.id, message, by_bot=by_bot)
        return message

    def hide(self, message: Message) -> None:
        """Take a message from the phone alone: the bot still has it, and sees no difference."""
        self._hidden.add(message.id)
        self._feed.tell(ChangeKind.DELETED, message.chat.id, message)

    def remove(self, message: Message, *, by_bot: bool) -> None:
        """Take a message away from the phones."""
        shown = self.shows(message)
        del self._chats[message.chat.id][message.id]
        if shown:
            self._feed.tell(ChangeKind.DELETED, message.chat.id, message, by_bot=by_bot)
