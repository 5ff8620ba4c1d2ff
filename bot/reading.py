"""Reads an update: of all that Telegram sends only the parts we use, and those only in the form we know.

A part that is otherwise (Telegram changes, apps are tampered with) is as if it was not there, so that it never stands
in the way of somebody's words.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

Json = dict[str, Any]
Check = Callable[[Any], Any]
"""The value as we use it; None when it has not the form."""

# Telegram's moments, in seconds: up to the year 2106.
_MOMENTS = range(2**32)


def number(value: Any) -> int | None:
    """An id, as it fits in the database."""
    return value if type(value) is int and -(2**63) <= value < 2**63 else None


def _moment(value: Any) -> int | None:
    return value if type(value) is int and value in _MOMENTS else None


def _yes_or_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _words(value: Any) -> str | None:
    """A text, with a sign in place of half a letter: that cannot be kept nor sent."""
    if not isinstance(value, str) or value.isascii():
        return value if isinstance(value, str) else None
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _some(value: Any) -> Json | None:
    """A place, a contact: something with anything in it."""
    return value if isinstance(value, dict) and value else None


def _file(value: Any) -> Json | None:
    return value if isinstance(value, dict) and _words(value.get("file_id")) else None


def _picture(value: Any) -> list[Json] | None:
    """In one or more sizes."""
    return value if isinstance(value, list) and value and all(map(_file, value)) else None


def _forwarded(value: Any) -> Json | None:
    """From whom is not for us: only that it was passed on."""
    return None if value is None else {"type": "hidden_user", "date": 0, "sender_user_name": ""}


@dataclass(frozen=True)
class Form:
    """What something must hold to be read, and what it may hold."""

    needs: Mapping[str, Check]
    may: Mapping[str, Check] = field(default_factory=dict)

    def __call__(self, value: Any) -> Json | None:
        """The parts that have this form; None when one is missing that it needs."""
        if not isinstance(value, dict):
            return None
        checks = {**self.needs, **self.may}
        read = {name: check(value[name]) for name, check in checks.items() if name in value}
        found = {name: part for name, part in read.items() if part is not None}
        return found if self.needs.keys() <= found.keys() else None


_FILES: Mapping[str, Check] = {
    "photo": _picture,
    **dict.fromkeys(("animation", "video", "voice", "audio", "document", "sticker", "video_note"), _file),
    **dict.fromkeys(("venue", "location", "contact", "dice"), _some),
}
_CHAT = Form({"id": number, "type": _words})
_USER = Form({"id": number, "is_bot": _yes_or_no, "first_name": _words}, {"language_code": _words})
_PLACE: Mapping[str, Check] = {"message_id": number, "date": _moment, "chat": _CHAT}
_TEXTS: Mapping[str, Check] = {"from": _USER, "text": _words, "caption": _words}
_OURS = Form(_PLACE, {**_TEXTS, "photo": _picture, "document": _file})
_MESSAGE = Form(
    _PLACE,
    {**_TEXTS, **_FILES, "media_group_id": _words, "forward_origin": _forwarded, "reply_to_message": _OURS},
)
_TAP = Form({"id": _words, "from": _USER, "chat_instance": _words}, {"data": _words, "message": _OURS})
_STANDING = Form({"user": _USER, "status": _words})


def _member(value: Any) -> Json | None:
    """How the bot stands with somebody: in a private chat it is there, or blocked."""
    found = _STANDING(value)
    return {**found, "until_date": 0} if found and found["status"] in ("member", "left", "kicked") else None


_MEMBERSHIP = Form(
    {"chat": _CHAT, "from": _USER, "date": _moment, "old_chat_member": _member, "new_chat_member": _member}
)

# The kinds of update that can make something happen. The others are not even read.
HANDLED = {"message": _MESSAGE, "edited_message": _MESSAGE, "callback_query": _TAP, "my_chat_member": _MEMBERSHIP}


def read(written: str) -> Update | None:
    """An update as the inbox keeps it; None when nothing can be read in it that could make something happen."""
    raw = json.loads(written)
    parts = {kind: form(raw[kind]) for kind, form in HANDLED.items() if kind in raw}
    known = {kind: part for kind, part in parts.items() if part is not None}
    if not known:
        return None
    update = {"update_id": raw["update_id"], **known}
    try:
        return Update.de_json(update, None)
    except Exception:  # whatever the library stumbles over in a place or a file; of that there is nothing to pass on
        return Update.de_json(
            {"update_id": raw["update_id"], **{kind: _bare(part) for kind, part in known.items()}}, None
        )


def _bare(part: Json) -> Json:
    """Without files, also under what it is about."""
    kept = {name: value for name, value in part.items() if name not in _FILES}
    return {name: _bare(value) if name in ("message", "reply_to_message") else value for name, value in kept.items()}
