"""A screen as a request to Telegram's Bot API, in the language of whoever gets it."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from typing import Any

from chat.language import Language, Text
from chat.screen import Button, Document, Original, Rows, Screen
from programme.talk import Kind

# Where the words of a message are: in a text of its own, or under a picture or file.
_WORDS = {"text", "caption"}


@dataclass(frozen=True)
class Outgoing:
    """A method of the Bot API and its parameters; `repeat_mark` goes before the text when it may arrive twice."""

    method: str
    parameters: dict[str, Any]
    repeat_mark: str = ""
    ahead: Outgoing | None = None
    """The mark as a message of its own, to be sent before it: for what has no words."""

    def write(self) -> str:
        """As text, for the outbox."""
        return json.dumps([self.parameters, self.repeat_mark])

    @staticmethod
    def read(method: str, payload: str, *, marked: bool) -> Outgoing:
        """Back from the outbox. `marked`: it may have arrived before, so say that."""
        parameters, mark = json.loads(payload)
        words = _WORDS & parameters.keys() if marked else set()
        for name in words:
            parameters[name] = mark + parameters[name]
        return Outgoing(method, parameters, mark, ahead=_apart(mark, parameters) if marked and not words else None)

    def unmarked(self) -> Outgoing:
        """The same, when it was said already that it may arrive twice."""
        return replace(self, repeat_mark="", ahead=None)

    def in_place_of(self, waiting: Outgoing) -> Outgoing:
        """The same, as a reply to the same message and with the same mark as what waited to be sent."""
        answers = {name: value for name, value in waiting.parameters.items() if name == "reply_parameters"}
        return replace(self, parameters={**self.parameters, **answers}, repeat_mark=waiting.repeat_mark)

    def to(self, chat_id: int) -> Outgoing | None:
        """The same in another chat; None for what only makes sense where it was, such as an edit."""
        if not self.method.startswith(("send", "copy")):
            return None
        elsewhere = {name: value for name, value in self.parameters.items() if name != "reply_parameters"}
        return replace(self, parameters={**elsewhere, "chat_id": chat_id})


def message(
    chat_id: int, screen: Screen, language: Language, repeat_mark: Text | None = None, *, answers: int | None = None
) -> Outgoing:
    """A new message. `answers`: the message in that chat to which it is a reply, if that is still there."""
    method, content = _content(screen, language)
    parameters: dict[str, Any] = {"chat_id": chat_id, **_markup(screen, language), **content}
    if screen.silent:
        parameters["disable_notification"] = True
    if answers is not None:
        parameters["reply_parameters"] = {"message_id": answers, "allow_sending_without_reply": True}
    mark = "" if repeat_mark is None else language.show(repeat_mark) + "\n"
    return Outgoing(method, parameters, mark)


def _apart(mark: str, parameters: dict[str, Any]) -> Outgoing | None:
    if not mark:
        return None
    same: dict[str, Any] = {
        name: parameters[name] for name in ("chat_id", "disable_notification") if name in parameters
    }
    return Outgoing("sendMessage", {**same, "text": mark.strip(), "parse_mode": "HTML"})


def _content(screen: Screen, language: Language) -> tuple[str, dict[str, Any]]:
    """The method, and what is in the message."""
    words = _words(screen, language)
    if screen.original is not None:
        return _copy(screen.original, words)
    if screen.picture is not None:
        return "sendPhoto", {"photo": _text_of(screen.picture), **words}
    if screen.drawing is not None:
        return "sendPhoto", {"photo": screen.drawing.write(), **words}
    if screen.document is not None:
        return "sendDocument", {"document": _file(screen.document), **words}
    if screen.paper is not None:
        return "sendDocument", {"document": {"name": screen.paper.name, **screen.paper.facts.write()}, **words}
    return "sendMessage", words


def _copy(original: Original, words: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    if original.veil is not None:
        file = {original.veil.kind.value: {"file_id": original.veil.file_id}, "has_spoiler": True}
        return _VEILED[original.veil.kind], {**file, **words}
    of = {"from_chat_id": original.chat_id, "message_id": original.message_id}
    return "copyMessage", {**of, **words} if original.takes_words else of


def _file(document: Document) -> dict[str, str]:
    return {"name": document.name, "content": _text_of(document.content)}


def _text_of(content: bytes) -> str:
    """Bytes as JSON can hold them."""
    return base64.b64encode(content).decode()


_VEILED = {Kind.PHOTO: "sendPhoto", Kind.VIDEO: "sendVideo", Kind.ANIMATION: "sendAnimation"}


def edit(chat_id: int, message_id: int, screen: Screen, language: Language) -> Outgoing:
    """Another text and other buttons on a message of ours. Raises ValueError for a screen that is more than that."""
    if screen.is_caption:
        raise ValueError("a text does not become a picture or a file")
    markup = {"reply_markup": {"inline_keyboard": _inline(screen.buttons, language)}}
    return Outgoing(
        "editMessageText", {"chat_id": chat_id, "message_id": message_id, **markup, **_words(screen, language)}
    )


def _words(screen: Screen, language: Language) -> dict[str, Any]:
    return {"caption" if screen.is_caption else "text": language.show(screen.text), "parse_mode": "HTML"}


def _markup(screen: Screen, language: Language) -> dict[str, Any]:
    if screen.buttons:
        return {"reply_markup": {"inline_keyboard": _inline(screen.buttons, language)}}
    if screen.keyboard:
        rows = [[{"text": language.plain(label)} for label in row] for row in screen.keyboard]
        return {"reply_markup": {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}}
    if screen.takes_keyboard:
        return {"reply_markup": {"remove_keyboard": True}}
    return {}


def _inline(rows: Rows, language: Language) -> list[list[dict[str, str]]]:
    return [[_button(button, language) for button in row] for row in rows]


def _button(button: Button, language: Language) -> dict[str, str]:
    label = {"text": language.plain(button.label)}
    if button.url is not None:
        return {**label, "url": button.url}
    if button.tap is None:
        raise ValueError("a button needs something to do")
    return {**label, "callback_data": button.tap.data}


def deletion(chat_id: int, message_id: int) -> Outgoing:
    """A message of ours, taken off somebody's phone."""
    return Outgoing("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
