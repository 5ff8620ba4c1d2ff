"""What a handler gets when somebody writes or taps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from telegram import Message, Update

from chat.language import LANGUAGES, Language, Text, language
from chat.occasion import Manner, Occasion
from chat.outgoing import Outgoing, edit
from chat.screen import Screen
from chat.sent import Sent
from programme.talk import Kind
from store.flow import Position
from store.tables import Doubt, Lane, Person

# A tap's spinner stops by itself soon after; a later answer to it is refused.
TAP_WAITS = timedelta(seconds=15)
REPLY = Manner(kind="reply")

# A message is of the first of these kinds that it holds: an animation is a document too, a venue a location.
_KINDS = (
    Kind.ANIMATION,
    Kind.VENUE,
    Kind.PHOTO,
    Kind.VIDEO,
    Kind.VOICE,
    Kind.AUDIO,
    Kind.DOCUMENT,
    Kind.STICKER,
    Kind.VIDEO_NOTE,
    Kind.LOCATION,
    Kind.CONTACT,
    Kind.DICE,
)


@dataclass(frozen=True)
class Ours:
    """A message of ours as it stands in somebody's chat: its words, and when Telegram says that it came."""

    words: str
    at: datetime


@dataclass(frozen=True)
class Heard:
    """What somebody wrote or tapped, in one private chat."""

    chat_id: int
    message_id: int | None = None
    """The message they wrote, or the message of ours under which they tapped."""
    tap_id: str | None = None
    tapped: str | None = None
    under_file: bool = False
    """Whether that message of ours is a picture or a file, of which the text cannot be changed."""
    text: str | None = None
    sent: Sent | None = None
    """What they sent, when it can be passed on."""
    edited: bool = False
    """Whether it is an earlier message of theirs, changed."""
    reply_to: int | None = None
    """The message to which theirs is a reply."""
    ours: Ours | None = None
    """That message, when it is one of ours."""
    language: str | None = None
    """What their Telegram speaks."""


def hear(update: Update) -> Heard | None:
    """What a person did; None for all that is not somebody writing or tapping in a private chat."""
    speaks = update.effective_user.language_code if update.effective_user else None
    if update.callback_query is not None:
        query = update.callback_query
        under = query.message
        if under is None or under.chat.type != "private" or under.chat.id != query.from_user.id:
            return None
        file = isinstance(under, Message) and bool(under.photo or under.document)
        return Heard(under.chat.id, under.message_id, query.id, query.data or "", file, language=speaks)
    written = update.message or update.edited_message
    if written is None or written.chat.type != "private" or written.from_user is None or written.from_user.is_bot:
        return None
    if written.chat.id != written.from_user.id:
        return None
    answered = written.reply_to_message
    return Heard(
        written.chat.id,
        written.message_id,
        text=(written.text or "").strip() or None,
        sent=_sent_in(written),
        edited=update.message is None,
        reply_to=None if answered is None else answered.message_id,
        ours=None if answered is None else _ours(answered),
        language=speaks,
    )


def _ours(answered: Message) -> Ours | None:
    if answered.from_user is None or not answered.from_user.is_bot:
        return None
    return Ours(answered.text or answered.caption or "", answered.date)


def _sent_in(message: Message) -> Sent | None:
    """What is in this message; None for a kind that we do not pass on (a poll, a game, a payment)."""
    words = (message.text or message.caption or "").strip()
    forwarded = message.forward_origin is not None
    if message.text is not None:
        return Sent(Kind.TEXT, words, forwarded=forwarded) if words else None
    kind = next((kind for kind in _KINDS if getattr(message, kind.value.replace(" ", "_"))), None)
    return None if kind is None else Sent(kind, words, _file_id(message, kind), message.media_group_id, forwarded)


def _file_id(message: Message, kind: Kind) -> str | None:
    match kind:
        case Kind.PHOTO:
            return message.photo[-1].file_id
        case Kind.VIDEO | Kind.ANIMATION:
            file = message.video if kind is Kind.VIDEO else message.animation
            return None if file is None else file.file_id
        case _:
            return None


@dataclass(frozen=True)
class Knock(Occasion):
    """Somebody at the door: a Telegram account, and no more. Nothing of them is kept."""

    heard: Heard

    @property
    def language(self) -> Language:
        """The language to answer in."""
        theirs = (self.heard.language or "")[:2]
        return language(theirs if theirs in LANGUAGES else self.setting.language)

    def speaking(self, code: str) -> Self:
        """The same, in the language they read until now."""
        return replace(self, heard=replace(self.heard, language=code))

    @property
    def _person_id(self) -> int | None:
        return None

    async def reply(self, screen: Screen, manner: Manner = REPLY) -> int | None:
        """Answer in this chat."""
        return await self.tell(self.heard.chat_id, screen, self.language, manner, person_id=self._person_id)

    async def show(self, screen: Screen) -> None:
        """Change the message under which they tapped; without one, or when a picture or file comes or was there, a new
        message."""
        if self.heard.tap_id is None or self.heard.message_id is None or self.heard.under_file or screen.is_caption:
            await self.reply(screen)
            return
        await self.edit(self.heard.message_id, screen)

    async def edit(self, message_id: int, screen: Screen) -> None:
        """Change a message of ours in this chat."""
        outgoing = edit(self.heard.chat_id, message_id, screen, self.language)
        manner = Manner(kind="edit", doubt=Doubt.REPEAT)
        await self.send(outgoing, manner, chat_id=self.heard.chat_id, person_id=self._person_id)

    async def stop_spinner(self, notice: Text | None = None) -> None:
        """Answer the tap itself, with a short notice on top of the chat if there is one."""
        if self.heard.tap_id is None:
            return
        words = {} if notice is None else {"text": self.language.plain(notice)[:200]}
        outgoing = Outgoing("answerCallbackQuery", {"callback_query_id": self.heard.tap_id, **words})
        # The first answer counts: one with a notice is not followed by one without. No such key for a stranger, of whom
        # nothing may stay: Telegram makes a tap's number from the account's.
        once = None if self._person_id is None else f"tap:{self.heard.tap_id}"
        manner = Manner("tap", Lane.URGENT, Doubt.REPEAT, key=once, expires_at=self.now + TAP_WAITS)
        await self.send(outgoing, manner, chat_id=None, person_id=self._person_id)


@dataclass(frozen=True)
class Turn(Knock):
    """A person with a place in the programme writes or taps."""

    me: Person
    position: Position | None = None
    answered: bool = False
    """Whether they have an answer already: who reads it is not said on top of that."""

    @property
    def language(self) -> Language:
        """The language they chose."""
        return language(self.me.language)

    @property
    def _person_id(self) -> int | None:
        return self.me.id

    @property
    def text(self) -> str:
        """What they wrote; empty when it was no text."""
        return self.heard.text or ""

    def about(self, subject: int | None) -> Manner:
        """An answer in this chat that is about something."""
        return replace(REPLY, about=subject)
