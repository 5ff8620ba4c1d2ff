"""How people and messages look in the JSON that the page reads. The page makes text of it, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sandbox.model import (
    Attachment,
    Change,
    ChangeKind,
    ChatKind,
    Contact,
    Entity,
    InlineKeyboard,
    Location,
    Media,
    Message,
    RemoveKeyboard,
    ReplyKeyboard,
    User,
)
from sandbox.page_town import JournalLine, Part, Resident
from sandbox.plain import masked
from sandbox.telegram import Telegram

Json = dict[str, Any]

#: So much of an answered message shows in the quote above the answer.
QUOTE = 120


class View:
    """Reads a Telegram for the page."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def person(self, resident: Resident) -> Json:
        """Somebody's phone without its messages."""
        person = resident.person
        commands = self._telegram.menu(person)
        phones = self._telegram.phones(person)
        return {
            "id": person.id,
            "name": _numbered(person.name, phones.index(person.id) + 1),
            "part": resident.part,
            "beside": resident.beside,
            "blocked": self._telegram.has_blocked(person),
            "offline": self._telegram.is_offline(person),
            "old": person.id != phones[-1],
            "commands": [{"command": c.name, "description": c.description} for c in commands],
        }

    def phone(self, resident: Resident) -> Json:
        """Somebody's phone with all its messages."""
        messages = [self.message(message) for message in self._telegram.messages(resident.person.id)]
        return {**self.person(resident), "messages": messages}

    def message(self, message: Message) -> Json:
        """One message."""
        return {
            "id": message.id,
            "mine": not message.from_bot,
            "waiting": message.waiting,
            "at": message.at.isoformat(),
            "text": _written(message),
            "entities": [_entity(entity) for entity in message.text.entities],
            "edited": message.edited_at is not None,
            "silent": message.silent,
            "quote": self._quote(message),
            "media": _attachment(message.attachment),
            "buttons": _buttons(message.markup),
            "keys": _keys(message.markup),
            "reactions": [{"emoji": emoji, "mine": who == message.chat.id} for who, emoji in message.reactions],
        }

    def _quote(self, message: Message) -> Json | None:
        there = {m.id: m for m in self._telegram.messages(message.chat.id)} if message.reply_to else {}
        quoted = there.get(message.reply_to or 0)
        if quoted is None:
            return None
        media = _attachment(quoted.attachment)
        return {
            "id": quoted.id,
            "mine": not quoted.from_bot,
            "text": masked(replace(quoted.text, plain=_written(quoted)))[:QUOTE],
            "kind": media and media["kind"],
        }


def everybody(telegram: Telegram, residents: Sequence[Resident]) -> tuple[Resident, ...]:
    """The residents, and after them whoever else got an account."""
    known = {resident.person.id for resident in residents}
    strangers = (Resident(person, Part.STRANGER) for person in telegram.people() if person.id not in known)
    return (*residents, *strangers)


def bot(user: User) -> Json:
    """Whom the phones talk to."""
    return {"name": user.name, "username": user.username}


def clock(now: datetime, *, busy: bool) -> Json:
    """The clock of the sandbox, and whether it is being wound."""
    return {"now": now.isoformat(), "busy": busy}


def journal(lines: Sequence[JournalLine]) -> list[Json]:
    """Lines of the journal."""
    return [{"id": x.id, "at": x.at.isoformat(), "who": x.who, "nl": x.kind, "en": x.english} for x in lines]


def answered(change: Change) -> Json:
    """A tap was answered."""
    toast = change.toast
    return {
        "person": change.chat_id,
        "query": change.query,
        "text": toast.text if toast else "",
        "alert": toast.alert if toast else False,
    }


def concerns_phone(change: Change) -> bool:
    """Whether it happened on a phone that the page shows, and not in a group or channel."""
    if change.message is not None:
        return change.message.chat.kind is ChatKind.PRIVATE
    return change.kind is ChangeKind.COMMANDS or (change.chat_id or 0) > 0


def _numbered(name: str, phone: int) -> str:
    """A name for each phone of the same person."""
    return name if phone == 1 else f"{name} {phone}"


def _written(message: Message) -> str:
    """What the phone shows of it: the code of a link that was opened goes to the bot, and stays out of sight."""
    opened = not message.from_bot and message.plain.startswith("/start ")
    return "/start" if opened else message.plain


def _entity(entity: Entity) -> Json:
    return {"kind": entity.kind, "offset": entity.offset, "length": entity.length, "url": entity.url}


def _attachment(attachment: Attachment | None) -> Json | None:
    match attachment:
        case Media(kind=kind, file=file):
            return {
                "kind": kind,
                "url": f"/page/files/{file.id}",
                "name": file.name,
                "mime": file.mime,
                "size": len(file.content),
                "width": attachment.width,
                "height": attachment.height,
                "seconds": attachment.seconds,
                "emoji": attachment.emoji,
                "covered": attachment.covered,
            }
        case Location(latitude=latitude, longitude=longitude):
            return {"kind": "location", "url": _on_a_map(latitude, longitude), "name": _degrees(latitude, longitude)}
        case Contact(phone_number=number, first_name=name):
            return {"kind": "contact", "name": name, "number": number}
        case None:
            return None


def _degrees(latitude: float, longitude: float) -> str:
    return f"{latitude:.5f}, {longitude:.5f}"


def _on_a_map(latitude: float, longitude: float) -> str:
    """Where somebody who wants to see the place can look; nothing is fetched from there."""
    return (
        f"https://www.openstreetmap.org/?mlat={latitude:.5f}&mlon={longitude:.5f}#map=17/{latitude:.5f}/{longitude:.5f}"
    )


def _buttons(markup: object) -> list[list[Json]]:
    if not isinstance(markup, InlineKeyboard):
        return []
    return [[{"text": button.text, "url": button.url} for button in row] for row in markup.rows]


def _keys(markup: object) -> Json | None:
    match markup:
        case ReplyKeyboard(rows=rows, one_time=once, placeholder=placeholder):
            return {"rows": rows, "once": once, "placeholder": placeholder}
        case RemoveKeyboard():
            return {"rows": [], "once": False, "placeholder": None}
        case _:
            return None
