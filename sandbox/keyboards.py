"""Keyboards as a bot sends them, with what Telegram refuses about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from sandbox.model import Button, ForceReply, InlineKeyboard, Markup, RemoveKeyboard, ReplyKeyboard
from sandbox.refusals import bad_request
from sandbox.wire import Json

LONGEST_DATA = 64
"""In bytes of UTF-8."""
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8


def read_markup(source: Any) -> Markup | None:
    """The `reply_markup` of a call; raises RefusedError."""
    match source:
        case None | {} if not source:
            return None
        case {"inline_keyboard": list(rows)}:
            return _inline(rows)
        case {"keyboard": list(rows)}:
            return _reply(source, rows)
        case {"remove_keyboard": True}:
            return RemoveKeyboard()
        case {"force_reply": True}:
            return ForceReply(source.get("input_field_placeholder"))
        case _:
            raise bad_request("object expected as reply markup")


def read_inline(source: Any) -> InlineKeyboard | None:
    """The `reply_markup` of an edit, where only inline keyboards go."""
    markup = read_markup(source)
    if isinstance(markup, InlineKeyboard | None):
        return markup
    raise bad_request("inline keyboard expected")


def _inline(rows: Sequence[Sequence[Json]]) -> InlineKeyboard | None:
    keyboard = InlineKeyboard(tuple(tuple(_button(button) for button in row) for row in rows if row))
    if len(keyboard.buttons) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in keyboard.rows):
        raise bad_request("reply markup is too long")
    return keyboard if keyboard.rows else None


def _button(source: Json) -> Button:
    button = Button(str(source.get("text", "")).strip(), source.get("callback_data"), source.get("url"))
    if not button.text:
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    if button.url is None and button.data is None:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if button.data is not None and not 0 < len(button.data.encode()) <= LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.url is not None and not _leads_somewhere(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")
    return button


def _leads_somewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "tg" or (parts.scheme in {"http", "https"} and "." in parts.netloc)


def _reply(source: Json, rows: Sequence[Sequence[Json | str]]) -> ReplyKeyboard:
    labels = tuple(tuple(_label(button) for button in row) for row in rows if row)
    if not all(label for row in labels for label in row) or not labels:
        raise bad_request('can\'t parse keyboard button: Field "text" must be non-empty')
    placeholder = source.get("input_field_placeholder")
    return ReplyKeyboard(labels, bool(source.get("one_time_keyboard")), placeholder)


def _label(button: Json | str) -> str:
    return (button if isinstance(button, str) else str(button.get("text", ""))).strip()
