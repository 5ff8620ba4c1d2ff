"""What a person sees: a text, buttons under it, perhaps a picture, a file or a copy of somebody's message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.drawing import Drawing
from chat.language import Text
from chat.taps import Tap
from programme.talk import Kind


@dataclass(frozen=True)
class Button:
    """A short answer that a person would say. It is tapped, or it opens a link."""

    label: Text
    tap: Tap | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Veil:
    """A picture or film that shows nothing on a lock screen, and only shows itself when it is tapped."""

    kind: Kind
    file_id: str


@dataclass(frozen=True)
class Original:
    """Somebody's message of which Telegram makes a copy: what is in it does not pass through us."""

    chat_id: int
    message_id: int
    takes_words: bool
    """Whether the text of the screen can stand under it."""
    veil: Veil | None = None


@dataclass(frozen=True)
class Document:
    """A file to keep or to open elsewhere. The end of its name tells a phone what it is."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Paper:
    """A PDF that is made of these facts when it is sent (chat/papers). Its name ends in .pdf."""

    name: str
    facts: Drawing


@dataclass(frozen=True)
class Screen:
    """One message. `keyboard` stays at the bottom of the chat, in place of the letters; its buttons type their text."""

    text: Text
    buttons: Rows = ()
    picture: bytes | None = None
    """A PNG, with the text as its caption."""
    drawing: Drawing | None = None
    """A picture that is drawn when it is sent, with the text as its caption."""
    document: Document | None = None
    """A file, with the text as its caption."""
    paper: Paper | None = None
    """A file to print, with the text as its caption."""
    original: Original | None = None
    silent: bool = False
    keyboard: tuple[tuple[Text, ...], ...] = ()
    takes_keyboard: bool = False
    """Whether the letters come back at the bottom of the chat."""

    @property
    def is_caption(self) -> bool:
        """Whether the text stands under something, where Telegram takes 1,024 characters of it instead of 4,096."""
        parts = (self.original, self.picture, self.drawing, self.document, self.paper)
        return any(part is not None for part in parts)


def two_by_two(buttons: Sequence[Button]) -> Rows:
    """Two buttons a row, for short labels."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def column(*buttons: Button | None) -> Rows:
    """One button a row; None is left out."""
    return tuple((button,) for button in buttons if button is not None)
