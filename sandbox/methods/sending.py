"""Messages of the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox.keyboards import read_markup
from sandbox.markup import read_html
from sandbox.model import Attachment, ChangeKind, Chat, Contact, Entity, Location, Markup, Message, Text
from sandbox.parameters import Parameters
from sandbox.plain import clean, trimmed, units, with_links
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.wire import Json, message_json

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
ACTIONS = frozenset(
    {"typing", "choose_sticker", "find_location", "upload_document", "upload_photo"}
    | {f"{doing}_{what}" for doing in ("record", "upload") for what in ("video", "voice", "video_note")}
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every message of the bot has, whatever is in it."""

    chat: Chat
    reply_to: int | None
    markup: Markup | None
    silent: bool


async def send_message(telegram: Telegram, asked: Parameters) -> Json:
    """A text."""
    text = read_text(asked.text("text"), asked.text("parse_mode"), asked.structure("entities"))
    if not text.plain:
        raise bad_request("message text is empty")
    if units(text.plain) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return shown(telegram, post(telegram, envelope(telegram, asked), text))


async def send_location(telegram: Telegram, asked: Parameters) -> Json:
    """A place."""
    place = Location(asked.decimal("latitude"), asked.decimal("longitude"))
    return shown(telegram, post(telegram, envelope(telegram, asked), Text(""), place))


async def send_contact(telegram: Telegram, asked: Parameters) -> Json:
    """A telephone number."""
    contact = Contact(asked.text("phone_number"), asked.text("first_name"))
    return shown(telegram, post(telegram, envelope(telegram, asked), Text(""), contact))


async def send_chat_action(telegram: Telegram, asked: Parameters) -> bool:
    """Show that the bot is busy."""
    if asked.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = telegram.accounts.reachable(asked.chat())
    telegram.feed.tell(ChangeKind.TYPING, chat.id, by_bot=True)
    return True


def read_text(source: str, mode: str, entities: Any = None) -> Text:
    """Text with formatting as the bot sends it. Of the parse modes only HTML is known here."""
    match mode.lower():
        case "html":
            text = read_html(source)
        case "":
            text = Text(clean(source), tuple(_entity(entity) for entity in entities or ()))
        case _:
            raise bad_request("unsupported parse_mode")
    return with_links(trimmed(text))


def _entity(source: Json) -> Entity:
    return Entity(
        str(source["type"]),
        int(source["offset"]),
        int(source["length"]),
        source.get("url"),
        source.get("language"),
    )


def read_caption(source: str, mode: str, entities: Any = None) -> Text:
    """What stands under a picture or file."""
    caption = read_text(source, mode, entities)
    if units(caption.plain) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return caption


def envelope(telegram: Telegram, asked: Parameters) -> Envelope:
    """To whom, in answer to what, with which buttons; raises RefusedError."""
    markup = read_markup(asked.structure("reply_markup"))
    chat = telegram.accounts.reachable(asked.chat())
    return Envelope(chat, _reply_to(telegram, chat, asked), markup, asked.flag("disable_notification"))


def _reply_to(telegram: Telegram, chat: Chat, asked: Parameters) -> int | None:
    wanted = asked.structure("reply_parameters") or {
        "message_id": asked.number("reply_to_message_id"),
        "allow_sending_without_reply": asked.flag("allow_sending_without_reply"),
    }
    message_id = wanted.get("message_id")
    if message_id is None or telegram.book.find(chat.id, int(message_id)):
        return None if message_id is None else int(message_id)
    if wanted.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def post(
    telegram: Telegram,
    around: Envelope,
    text: Text,
    attachment: Attachment | None = None,
    album: str | None = None,
    *,
    counted: bool = True,
) -> Message:
    """Show a message of the bot; raises RefusedError (429) when it comes too fast."""
    if counted:
        telegram.rates.count(around.chat.id)
    message = Message(
        id=telegram.book.next_id(),
        chat=around.chat,
        sender=telegram.bot,
        at=telegram.now(),
        text=text,
        attachment=attachment,
        reply_to=around.reply_to,
        markup=around.markup,
        silent=around.silent,
        album=album,
    )
    return telegram.book.add(message)


def shown(telegram: Telegram, message: Message) -> Json:
    """The message as the bot gets it back."""
    return message_json(message, telegram.book)
