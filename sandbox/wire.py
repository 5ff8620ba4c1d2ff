"""How the values of the sandbox look in the Bot API's JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.book import Book
from sandbox.model import (
    Attachment,
    Button,
    Chat,
    ChatKind,
    Command,
    Contact,
    Entity,
    InlineKeyboard,
    Location,
    Media,
    MediaKind,
    Message,
    Query,
    User,
)

Json = dict[str, Any]


def user_json(user: User) -> Json:
    """A User object."""
    optional = {"last_name": user.last_name, "username": user.username, "language_code": user.language_code}
    return {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name} | _given(optional)


def bot_json(bot: User) -> Json:
    """The User object of getMe."""
    return user_json(bot) | {
        "can_join_groups": False,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def chat_json(chat: Chat) -> Json:
    """A Chat object."""
    who = {} if chat.person is None else user_json(chat.person)
    optional = {
        "title": chat.title,
        **{key: who.get(key) for key in ("first_name", "last_name", "username")},
    }
    return {"id": chat.id, "type": chat.kind.value} | _given(optional)


def message_json(message: Message, book: Book, *, depth: int = 1) -> Json:
    """A Message object; the message replied to is in it one level deep."""
    body: Json = {"message_id": message.id, "date": int(message.at.timestamp()), "chat": chat_json(message.chat)}
    if message.chat.kind is ChatKind.CHANNEL:
        body["sender_chat"] = chat_json(message.chat)
    elif message.sender:
        body["from"] = user_json(message.sender)
    body |= _content(message) | _circumstances(message)
    answered = book.find(message.chat.id, message.reply_to)
    if answered and depth:
        body["reply_to_message"] = message_json(answered, book, depth=depth - 1)
    return body


def _content(message: Message) -> Json:
    words, marks = ("caption", "caption_entities") if message.attachment else ("text", "entities")
    entities = [entity_json(entity) for entity in message.text.entities]
    body = {} if message.attachment is None else attachment_json(message.attachment)
    if isinstance(message.attachment, Media) and message.attachment.covered:
        body["has_media_spoiler"] = True
    return body | _given({words: message.plain or None, marks: entities or None})


def _circumstances(message: Message) -> Json:
    origin = message.forwarded_from
    return _given(
        {
            "edit_date": None if message.edited_at is None else int(message.edited_at.timestamp()),
            "media_group_id": message.album,
            "reply_markup": markup_json(message.markup) if isinstance(message.markup, InlineKeyboard) else None,
            "forward_origin": origin
            and {"type": "user", "date": int(message.at.timestamp()), "sender_user": user_json(origin)},
        }
    )


def entity_json(entity: Entity) -> Json:
    """A MessageEntity object."""
    optional = {"url": entity.url, "language": entity.language}
    return {"type": entity.kind, "offset": entity.offset, "length": entity.length} | _given(optional)


def attachment_json(attachment: Attachment) -> Json:
    """What a message carries, under the wire's own key."""
    match attachment:
        case Location(latitude, longitude):
            return {"location": {"latitude": latitude, "longitude": longitude}}
        case Contact(phone_number, first_name):
            return {"contact": {"phone_number": phone_number, "first_name": first_name}}
        case Media():
            return {attachment.kind.value: _media(attachment)}


def _media(media: Media) -> Json | list[Json]:
    size = {"width": media.width, "height": media.height}
    body = file_json(media)
    match media.kind:
        case MediaKind.PHOTO:
            return [body | size]
        case MediaKind.VOICE:
            return body | {"duration": media.seconds, "mime_type": media.file.mime}
        case MediaKind.STICKER:
            kind = {"type": "regular", "is_animated": False, "is_video": False}
            return body | size | kind | _given({"emoji": media.emoji})
        case MediaKind.DOCUMENT:
            return body | {"file_name": media.file.name, "mime_type": media.file.mime}


def file_json(media: Media) -> Json:
    """The fields every file has."""
    return {
        "file_id": media.file.id,
        "file_unique_id": media.file.id[-12:],
        "file_size": len(media.file.content),
    }


def markup_json(keyboard: InlineKeyboard) -> Json:
    """An InlineKeyboardMarkup object."""
    return {"inline_keyboard": [[_button(button) for button in row] for row in keyboard.rows]}


def _button(button: Button) -> Json:
    return {"text": button.text} | _given({"callback_data": button.data, "url": button.url})


def query_json(query: Query, book: Book) -> Json:
    """A CallbackQuery object."""
    return {
        "id": query.id,
        "from": user_json(query.person),
        "message": message_json(query.message, book),
        "chat_instance": str(query.message.chat.id * 7919),
        "data": query.data,
    }


def commands_json(commands: Sequence[Command]) -> list[Json]:
    """BotCommand objects."""
    return [{"command": command.name, "description": command.description} for command in commands]


def membership_json(person: User, bot: User, at: int, *, was: str, became: str) -> Json:
    """A ChatMemberUpdated object for the bot's own place in a private chat."""
    return {
        "chat": chat_json(Chat(person.id, ChatKind.PRIVATE, person=person)),
        "from": user_json(person),
        "date": at,
        "old_chat_member": _member(bot, was),
        "new_chat_member": _member(bot, became),
    }


def _member(bot: User, status: str) -> Json:
    return {"user": user_json(bot), "status": status} | ({"until_date": 0} if status == "kicked" else {})


def reaction_json(message: Message, person: User, at: int, *, was: str | None, became: str | None) -> Json:
    """A MessageReactionUpdated object."""
    return {
        "chat": chat_json(message.chat),
        "message_id": message.id,
        "user": user_json(person),
        "date": at,
        "old_reaction": _emoji(was),
        "new_reaction": _emoji(became),
    }


def _emoji(emoji: str | None) -> list[Json]:
    return [] if emoji is None else [{"type": "emoji", "emoji": emoji}]


def _given(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value is not None}
