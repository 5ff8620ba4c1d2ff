"""Facts about the bot, chats and files."""

from __future__ import annotations

from sandbox.parameters import Parameters
from sandbox.profile import Field
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.wire import Json, bot_json, chat_json, file_json


async def get_me(telegram: Telegram, _: Parameters) -> Json:
    """The bot's own account."""
    return bot_json(telegram.bot)


async def get_chat(telegram: Telegram, asked: Parameters) -> Json:
    """A chat the bot has met."""
    chat = telegram.accounts.visible(asked.chat())
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return chat_json(chat) | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


async def get_file(telegram: Telegram, asked: Parameters) -> Json:
    """Where a file can be fetched."""
    media = telegram.files.find(asked.text("file_id"))
    if media is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return file_json(media) | {"file_path": media.file.id}


async def set_my_name(telegram: Telegram, asked: Parameters) -> bool:
    """Change the bot's name."""
    return _set(telegram, asked, Field.NAME)


async def get_my_name(telegram: Telegram, asked: Parameters) -> Json:
    """The bot's name."""
    return _get(telegram, asked, Field.NAME)


async def set_my_description(telegram: Telegram, asked: Parameters) -> bool:
    """Change what an empty chat shows."""
    return _set(telegram, asked, Field.DESCRIPTION)


async def get_my_description(telegram: Telegram, asked: Parameters) -> Json:
    """What an empty chat shows."""
    return _get(telegram, asked, Field.DESCRIPTION)


async def set_my_short_description(telegram: Telegram, asked: Parameters) -> bool:
    """Change what stands on the bot's profile."""
    return _set(telegram, asked, Field.SHORT_DESCRIPTION)


async def get_my_short_description(telegram: Telegram, asked: Parameters) -> Json:
    """What stands on the bot's profile."""
    return _get(telegram, asked, Field.SHORT_DESCRIPTION)


def _set(telegram: Telegram, asked: Parameters, field: Field) -> bool:
    telegram.profile.set(field, asked.text("language_code"), asked.text(field.value))
    return True


def _get(telegram: Telegram, asked: Parameters, field: Field) -> Json:
    return {field.value: telegram.profile.get(field, asked.text("language_code"))}
