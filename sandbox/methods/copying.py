"""Passing messages on: copied (nobody sees where it came from) or forwarded."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sandbox.methods.sending import Envelope, envelope, post, read_caption, shown
from sandbox.model import Media, Message, Text
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.wire import Json


async def copy_message(telegram: Telegram, asked: Parameters) -> Json:
    """A copy, with a caption of its own when one is given, be it empty. The buttons stay behind."""
    original = _original(telegram, asked, asked.number("message_id"), "copy")
    around = envelope(telegram, asked)
    text = original.text
    if _takes_words(original) and asked.has("caption"):
        text = read_caption(asked.text("caption"), asked.text("parse_mode"), asked.structure("caption_entities"))
    return {"message_id": post(telegram, around, text, original.attachment).id}


async def copy_messages(telegram: Telegram, asked: Parameters) -> list[Json]:
    """Copies of several; those that are gone are left out, and albums stay albums."""
    wanted = asked.messages()
    if any(one >= other for one, other in pairwise(wanted)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    source, around = telegram.accounts.visible(asked.chat("from_chat_id")), envelope(telegram, asked)
    found = [telegram.book.find(source.id, one) for one in wanted]
    originals = [message for message in found if message]
    if not originals:
        raise bad_request("there are no messages to copy")
    telegram.rates.count(around.chat.id)
    bare = asked.flag("remove_caption")
    return [{"message_id": _again(telegram, around, message, bare=bare).id} for message in originals]


async def forward_message(telegram: Telegram, asked: Parameters) -> Json:
    """The message itself, with its writer's name."""
    original = _original(telegram, asked, asked.number("message_id"), "forward")
    copied = post(telegram, envelope(telegram, asked), original.text, original.attachment)
    forwarded = replace(copied, forwarded_from=original.forwarded_from or original.sender)
    return shown(telegram, telegram.book.replace(forwarded, by_bot=True))


def _again(telegram: Telegram, around: Envelope, message: Message, *, bare: bool) -> Message:
    text = Text("") if bare and message.attachment else message.text
    return post(telegram, around, text, message.attachment, message.album, counted=False)


def _takes_words(message: Message) -> bool:
    return isinstance(message.attachment, Media) and message.attachment.takes_words


def _original(telegram: Telegram, asked: Parameters, message_id: int | None, purpose: str) -> Message:
    source = telegram.accounts.visible(asked.chat("from_chat_id"))
    message = telegram.book.find(source.id, message_id)
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
