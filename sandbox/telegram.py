"""The sandbox's Telegram in people's hands: what they do on their phones.

The bot's side of it is the Bot API in `sandbox/api.py`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from sandbox.model import (
    Attachment,
    ChangeKind,
    Chat,
    ChatKind,
    Media,
    Message,
    Query,
    Text,
    User,
)
from sandbox.network import Network
from sandbox.plain import typed
from sandbox.wire import membership_json, message_json, query_json, reaction_json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
_CODE = re.compile(r"[\w-]{1,64}", re.ASCII)


class Telegram(Network):
    """People's actions queue updates; nothing here waits for the bot."""

    def meet(
        self,
        name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language: str | None = "nl",
    ) -> User:
        """A new account."""
        person = self.accounts.add_person(name, last_name, username, language)
        self.feed.tell(ChangeKind.PERSON, person.id)
        return person

    def new_phone(self, person: User) -> User:
        """A new account of the same person, whose chat is empty; the old one stays as it is, on the old phone."""
        fresh = self.accounts.add_phone(person)
        for account in self.phones(fresh):
            self.feed.tell(ChangeKind.PERSON, account)
        return fresh

    def group(self, title: str) -> Chat:
        """A group with the bot in it."""
        return self.accounts.add_chat(ChatKind.GROUP, title)

    def channel(self, title: str) -> Chat:
        """A channel with the bot in it."""
        return self.accounts.add_chat(ChatKind.CHANNEL, title)

    def write(self, person: User, text: str, *, reply_to: int | None = None, chat: Chat | None = None) -> Message:
        """Write a message. Raises ValueError for one that a phone would not send."""
        words = typed(text)
        if not words.plain or len(words.plain) > LONGEST_TEXT:
            raise ValueError("a phone sends between 1 and 4096 characters")
        return self._arrive(self._draft(person, chat, words, reply_to))

    def send(
        self,
        person: User,
        attachment: Attachment,
        caption: str = "",
        *,
        reply_to: int | None = None,
        album: str | None = None,
    ) -> Message:
        """Send a picture, voice message, sticker, document, place or contact (ValueError: too long a caption)."""
        if len(caption) > LONGEST_CAPTION:
            raise ValueError("a phone sends at most 1024 characters with a file")
        draft = self._draft(person, None, typed(caption), reply_to)
        return self._arrive(replace(draft, attachment=attachment, album=album))

    def forward(self, person: User, message: Message) -> Message:
        """Pass on what somebody else wrote, wherever that was; it carries the writer's name."""
        draft = self._draft(person, None, message.text, None)
        writer = message.forwarded_from or message.sender
        return self._arrive(replace(draft, attachment=message.attachment, forwarded_from=writer))

    def edit(self, person: User, message_id: int, text: str) -> Message:
        """Change one's own text or caption (LookupError: not there, not one's own; ValueError: none a phone sends)."""
        self._require_connection(person)
        was, becomes = self._own(person, message_id), typed(text)
        if not _fits(becomes.plain, was.attachment):
            raise ValueError("a phone cannot make that of this message")
        message = replace(was, text=becomes, edited_at=self.now())
        self.book.replace(message, by_bot=False)
        self._queue("edited_message", message_json(message, self.book))
        return message

    def delete(self, person: User, message_id: int) -> None:
        """Delete a message in one's own chat for both; the bot is not told. One that waits is not sent after all."""
        if self.reception.tear_up(person.id, message_id):
            return
        self._require_connection(person)
        self.book.remove(self._seen(person, message_id), by_bot=False)

    def hide(self, person: User, message_id: int) -> None:
        """Delete a message on one's own phone alone; the bot is not told, and can still change it unseen."""
        self.book.hide(self._seen(person, message_id))

    def tap(self, person: User, message_id: int, data: str) -> Query:
        """Tap an inline button (LookupError: no such message or button)."""
        message = self._seen(person, message_id)
        if not any(button.data == data for button in message.buttons):
            raise LookupError(f"no button with {data!r} under message {message_id}")
        return self.forge(person, message, data)

    def forge(self, person: User, message: Message, data: str) -> Query:
        """A tap with data of any kind, as a tampered app can send."""
        self._require_unblocked(person)
        if self.is_offline(person):
            self.reception.put_off(person.id, lambda: self._tap_late(person, message.id, data))
            return Query(f"{message.id}/{data}", person, message, data, self.clock.now())
        query = self.queries.open(person, message, data)
        self._queue("callback_query", query_json(query, self.book))
        return query

    def open_link(self, person: User, link: str) -> Message:
        """Follow a link to the bot and press Start; a blocked bot is unblocked by that.

        Raises ValueError for a link to elsewhere. A code that Telegram does not carry
        (1-64 letters, digits, _ and -) is lost.
        """
        parts = urlsplit(link)
        if parts.path.strip("/") != self.bot.username:
            raise ValueError(f"{link} does not lead to @{self.bot.username}")
        found = parse_qs(parts.query).get("start", [""])[0]
        code = found if _CODE.fullmatch(found) else ""
        if self.has_blocked(person):
            self.unblock(person)
        return self.write(person, f"/start {code}")

    def react(self, person: User, message_id: int, emoji: str | None) -> Message:
        """Put an emoji under a message, or take it away."""
        self._require_connection(person)
        message = self._seen(person, message_id)
        was = dict(message.reactions).get(person.id)
        reacted = self.place_reaction(message, person, emoji)
        at = int(self.now().timestamp())
        self._queue("message_reaction", reaction_json(message, person, at, was=was, became=emoji))
        return reacted

    def block(self, person: User) -> None:
        """Block the bot (ValueError: not without a connection)."""
        self._change_standing(person, blocked=True)

    def unblock(self, person: User) -> None:
        """Unblock the bot (ValueError: not without a connection)."""
        self._change_standing(person, blocked=False)

    def go_offline(self, person: User) -> None:
        """Lose the connection: the phone shows nothing new, and what is written on it waits. So do taps."""
        self.reception.lose(person.id)
        self.feed.tell(ChangeKind.PERSON, person.id)

    def come_online(self, person: User) -> None:
        """Be back: the phone shows what it missed, and what waited goes out."""
        self.reception.regain(person.id)
        self.feed.tell(ChangeKind.PERSON, person.id)

    def deactivate(self, person: User) -> None:
        """Leave Telegram; bots are not told."""
        self.accounts.change(person.id, deactivated=True)

    def _draft(self, person: User, chat: Chat | None, text: Text, reply_to: int | None) -> Message:
        where = chat or self.accounts.chats[person.id]
        sender = None if where.kind is ChatKind.CHANNEL else person
        return Message(self.book.next_id(), where, sender, self.now(), text, reply_to=reply_to)

    def _arrive(self, message: Message) -> Message:
        if message.chat.person:
            self._require_unblocked(message.chat.person)
            if self.is_offline(message.chat.person):
                return self.reception.keep(message, lambda: self._arrive(self._redated(message)))
            self.accounts.change(message.chat.person.id, opened=True)
        self.book.add(message)
        kind = "channel_post" if message.chat.kind is ChatKind.CHANNEL else "message"
        self._queue(kind, message_json(message, self.book))
        return message

    def _redated(self, message: Message) -> Message:
        """Telegram numbers and dates a message when it comes in, however long it waited on the phone."""
        return replace(message, id=self.book.next_id(), at=self.now())

    def _tap_late(self, person: User, message_id: int, data: str) -> None:
        """A tap that waited for a connection; the button may be gone by now."""
        message = self.book.find(person.id, message_id)
        if message and any(button.data == data for button in message.buttons):
            self.forge(person, message, data)

    def _seen(self, person: User, message_id: int) -> Message:
        message = self.book.find(person.id, message_id)
        if message is None or not self.book.shows(message):
            raise LookupError(f"{person.first_name} has no message {message_id}")
        return message

    def _own(self, person: User, message_id: int) -> Message:
        message = self._seen(person, message_id)
        if message.sender != person:
            raise LookupError(f"message {message_id} is not {person.first_name}'s own")
        return message

    def _require_unblocked(self, person: User) -> None:
        if self.has_blocked(person):
            raise ValueError(f"{person.first_name} blocked the bot and cannot write to it")

    def _require_connection(self, person: User) -> None:
        if self.is_offline(person):
            raise ValueError(f"the phone of {person.first_name} has no connection")

    def _change_standing(self, person: User, *, blocked: bool) -> None:
        self._require_connection(person)
        if self.has_blocked(person) is blocked:
            return
        self.accounts.change(person.id, blocked=blocked)
        was, became = ("member", "kicked") if blocked else ("kicked", "member")
        at = int(self.now().timestamp())
        self._queue("my_chat_member", membership_json(person, self.bot, at, was=was, became=became))
        self.feed.tell(ChangeKind.BLOCKED, person.id)


def _fits(text: str, attachment: Attachment | None) -> bool:
    if attachment is None:
        return 0 < len(text) <= LONGEST_TEXT
    return isinstance(attachment, Media) and attachment.takes_words and len(text) <= LONGEST_CAPTION
