"""What happened on a phone, line by line, for people who read a failed test or a story."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sandbox.model import (
    Button,
    Change,
    ChangeKind,
    Contact,
    ForceReply,
    InlineKeyboard,
    Location,
    Media,
    Message,
    RemoveKeyboard,
    ReplyKeyboard,
)

ZONE = ZoneInfo("Europe/Brussels")
TOLD = frozenset({ChangeKind.MESSAGE, ChangeKind.EDITED, ChangeKind.DELETED, ChangeKind.REACTED})


def line(change: Change, at: datetime, zone: ZoneInfo = ZONE) -> str | None:
    """One change on a phone; None for those that are not worth a line."""
    clock = f"{at.astimezone(zone):%d/%m %H:%M:%S}"
    if change.toast:
        return f"{clock}  (toast: {change.toast.text})"
    if change.message is None or change.kind not in TOLD:
        return None
    return f"{clock}  {_happened(change.kind, change.message)}"


def _happened(kind: ChangeKind, message: Message) -> str:
    match kind:
        case ChangeKind.DELETED if message.waiting:
            return f"(waits no longer: {shown(message)})"
        case ChangeKind.DELETED:
            return f"(gone: {shown(message)})"
        case ChangeKind.REACTED:
            return f"({' '.join(emoji for _, emoji in message.reactions) or 'no reaction'} under: {shown(message)})"
        case ChangeKind.EDITED:
            return f"{_writer(message)} (edited): {shown(message)}"
        case _:
            return f"{_writer(message)}{' (waits)' if message.waiting else ''}: {shown(message)}"


def _writer(message: Message) -> str:
    return message.sender.first_name if message.sender else "—"


def shown(message: Message) -> str:
    """A message with what hangs on it, on one line."""
    parts = (attached(message), message.plain.replace("\n", " ⏎ "), keys(message), "🔕" if message.silent else "")
    return " ".join(part for part in parts if part)


def attached(message: Message) -> str:
    """What is not text in a message; empty when all of it is."""
    match message.attachment:
        case Media(kind=kind):
            return f"<{kind.value}>"
        case Location():
            return "<location>"
        case Contact(phone_number=number):
            return f"<contact {number}>"
        case None:
            return ""


def keys(message: Message) -> str:
    """The buttons of a message, row after row; empty when there are none."""
    match message.markup:
        case InlineKeyboard(rows):
            return " / ".join(" ".join(f"[{_label(button)}]" for button in row) for row in rows)
        case ReplyKeyboard(labels):
            return " / ".join(" ".join(f"⌨[{label}]" for label in row) for row in labels)
        case RemoveKeyboard():
            return "⌨[]"
        case ForceReply() | None:
            return ""


def _label(button: Button) -> str:
    return f"{button.text} → {button.url}" if button.url else button.text
