"""Changing and deleting messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sandbox.keyboards import read_inline
from sandbox.methods.sending import LONGEST_TEXT, read_caption, read_text, shown
from sandbox.model import ChatKind, InlineKeyboard, Media, Message
from sandbox.parameters import Parameters
from sandbox.plain import units
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.wire import Json

DELETABLE = timedelta(hours=48)


async def edit_text(telegram: Telegram, asked: Parameters) -> Json:
    """Another text; without `reply_markup` the buttons go."""
    text = read_text(asked.text("text"), asked.text("parse_mode"), asked.structure("entities"))
    if not text.plain:
        raise bad_request("message text is empty")
    if units(text.plain) > LONGEST_TEXT:
        raise bad_request("message is too long")
    message = _editable(telegram, asked)
    if message.attachment:
        raise bad_request("there is no text in the message to edit")
    return _edited(telegram, message, replace(message, text=text, markup=_buttons(asked)))


async def edit_caption(telegram: Telegram, asked: Parameters) -> Json:
    """Another caption; without `reply_markup` the buttons go."""
    caption = read_caption(asked.text("caption"), asked.text("parse_mode"), asked.structure("caption_entities"))
    message = _editable(telegram, asked)
    if not (isinstance(message.attachment, Media) and message.attachment.takes_words):
        raise bad_request("there is no caption in the message to edit")
    return _edited(telegram, message, replace(message, text=caption, markup=_buttons(asked)))


async def edit_reply_markup(telegram: Telegram, asked: Parameters) -> Json:
    """Other buttons, or none."""
    message = _editable(telegram, asked)
    return _edited(telegram, message, replace(message, markup=_buttons(asked)))


async def delete_message(telegram: Telegram, asked: Parameters) -> bool:
    """Take a message away, for 48 hours after it was written."""
    chat = telegram.accounts.visible(asked.chat())
    message = telegram.book.find(chat.id, asked.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if telegram.clock.now() - message.at > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    if chat.kind is not ChatKind.PRIVATE and not message.from_bot:
        raise bad_request("message can't be deleted")
    telegram.book.remove(message, by_bot=True)
    return True


async def delete_messages(telegram: Telegram, asked: Parameters) -> bool:
    """Take several away; those that cannot be are passed over."""
    chat = telegram.accounts.visible(asked.chat())
    for message_id in asked.messages():
        message = telegram.book.find(chat.id, message_id)
        if message and telegram.clock.now() - message.at <= DELETABLE:
            telegram.book.remove(message, by_bot=True)
    return True


def _editable(telegram: Telegram, asked: Parameters) -> Message:
    chat = telegram.accounts.reachable(asked.chat())
    message = telegram.book.find(chat.id, asked.number("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or not isinstance(message.markup, InlineKeyboard | None):
        raise bad_request("message can't be edited")
    return message


def _buttons(asked: Parameters) -> InlineKeyboard | None:
    return read_inline(asked.structure("reply_markup"))


def _edited(telegram: Telegram, was: Message, becomes: Message) -> Json:
    if becomes == was:
        raise bad_request(
            "message is not modified: specified new message content and reply markup "
            "are exactly the same as a current content and reply markup of the message"
        )
    # Telegram does not say whether edits count; counting them keeps the bot on the careful side.
    telegram.rates.count(was.chat.id)
    edited = replace(becomes, edited_at=telegram.now())
    return shown(telegram, telegram.book.replace(edited, by_bot=True))
