"""What a person sees: a text, buttons under it, perhaps a picture."""

from __future__ import annotations

from dataclasses import dataclass

from chat.language import Text
from chat.taps import Tap


@dataclass(frozen=True)
class Button:
    """A short answer that a person would say. It is tapped, or it opens a link."""

    label: Text
    tap: Tap | None = None
    url: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Screen:
    """One message. `keyboard` stays at the bottom of the chat, in place of the letters; its buttons type their text."""

    text: Text
    buttons: Rows = ()
    picture: bytes | None = None
    """A PNG, with the text as its caption."""
    silent: bool = False
    keyboard: tuple[tuple[Text, ...], ...] = ()
    takes_keyboard: bool = False
    """Whether the letters come back at the bottom of the chat."""


def column(*buttons: Button | None) -> Rows:
    """One button a row; None is left out."""
    return tuple((button,) for button in buttons if button is not None)
