"""The values of the sandbox's Telegram: who is there, what was written, what hangs under it.

How these look on the wire is told in `sandbox/wire.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class User:
    """An account on Telegram: of a person, or the bot's own."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "nl"
    is_bot: bool = False

    @property
    def name(self) -> str:
        """First and last name, as a phone shows them."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


class ChatKind(StrEnum):
    """The kinds of chat a bot meets."""

    PRIVATE = "private"
    GROUP = "group"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation. A private one has the id of the person in it."""

    id: int
    kind: ChatKind
    title: str | None = None
    person: User | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of a text that means something; `offset` and `length` count UTF-16 units."""

    kind: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What is written, with its formatting."""

    plain: str
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it calls the bot (`data`) or opens a link (`url`)."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class InlineKeyboard:
    """Buttons that hang under one message."""

    rows: tuple[tuple[Button, ...], ...]

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row after row."""
        return tuple(button for row in self.rows for button in row)


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Buttons in place of the keyboard of the phone; a tap writes their text."""

    rows: tuple[tuple[str, ...], ...]
    one_time: bool = False
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveKeyboard:
    """Takes the reply keyboard away."""


@dataclass(frozen=True, slots=True)
class ForceReply:
    """Makes the phone answer to this very message."""

    placeholder: str | None = None


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply


class MediaKind(StrEnum):
    """The kinds of file that travel in a message; the values are the wire's names."""

    PHOTO = "photo"
    VOICE = "voice"
    STICKER = "sticker"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class File:
    """A file as Telegram keeps it."""

    id: str
    content: bytes = field(repr=False)
    mime: str
    name: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, voice message, sticker or document.

    `seconds` is for voice, `emoji` for stickers. A `covered` picture shows when it is tapped (has_spoiler).
    """

    kind: MediaKind
    file: File
    width: int = 512
    height: int = 512
    seconds: int = 0
    emoji: str | None = None
    covered: bool = False

    @property
    def takes_words(self) -> bool:
        """Whether a caption may stand under it."""
        return self.kind is not MediaKind.STICKER


@dataclass(frozen=True, slots=True)
class Location:
    """A place on earth, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Contact:
    """A shared telephone number."""

    phone_number: str
    first_name: str


Attachment = Media | Location | Contact


@dataclass(frozen=True, slots=True)
class Message:
    """One message in one chat.

    `text` is the caption when there is an attachment. `reply_to` is the id of a message in the same chat. Moments are
    aware, in UTC, and cut to whole seconds as Telegram does. `sender` is None in a channel. An id below zero is the
    phone's own: that message was not sent yet.
    """

    id: int
    chat: Chat
    sender: User | None
    at: datetime
    text: Text = Text("")
    attachment: Attachment | None = None
    reply_to: int | None = None
    markup: Markup | None = None
    edited_at: datetime | None = None
    silent: bool = False
    album: str | None = None
    forwarded_from: User | None = None
    reactions: tuple[tuple[int, str], ...] = ()

    @property
    def from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.sender is not None and self.sender.is_bot

    @property
    def waiting(self) -> bool:
        """Whether it still waits on the phone for a connection."""
        return self.id < 0

    @property
    def plain(self) -> str:
        """The text or caption, without formatting."""
        return self.text.plain

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The inline buttons under it."""
        return self.markup.buttons if isinstance(self.markup, InlineKeyboard) else ()


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the bot's command menu."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A tap on an inline button that the bot may answer, for a while."""

    id: str
    person: User
    message: Message
    data: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Toast:
    """What a phone shows for a moment after a tap; an alert has to be closed by hand."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are pushed, and what went wrong there last."""

    url: str
    secret: str | None = None
    last_error: str | None = None


class ChangeKind(StrEnum):
    """What can change on a phone."""

    PERSON = "person"
    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    REACTED = "reacted"
    ANSWERED = "answered"
    TYPING = "typing"
    COMMANDS = "commands"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Change:
    """Something changed in a chat; `serial` counts up from 1, so that a page can ask for what it missed.

    `message` is the message as it was at that moment (also for DELETED). ANSWERED: the tap with id `query` was
    answered, with or without a `toast`. `by_bot` tells who did it. For COMMANDS `chat_id` is None: ask all menus again.
    """

    serial: int
    kind: ChangeKind
    chat_id: int | None
    message: Message | None = None
    query: str | None = None
    toast: Toast | None = None
    by_bot: bool = False
