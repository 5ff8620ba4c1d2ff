"""One request to the Bot API, from the row that holds it."""

from __future__ import annotations

import base64
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardMarkup,
    InputFile,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from bot.pencil import paper_of, picture_of
from chat.outgoing import Outgoing


async def call(bot: Bot, outgoing: Outgoing) -> object:
    """Make the request. Raises telegram.error.TelegramError, KeyError for a method we never use, and whatever keeps a
    drawing or paper from being made."""
    parameters = {name: await _typed(name, value, bot) for name, value in outgoing.parameters.items()}
    return await _METHODS[outgoing.method](bot, **parameters)


_METHODS: dict[str, Any] = {
    "sendMessage": Bot.send_message,
    "sendPhoto": Bot.send_photo,
    "sendDocument": Bot.send_document,
    "sendVideo": Bot.send_video,
    "sendAnimation": Bot.send_animation,
    "copyMessage": Bot.copy_message,
    "deleteMessage": Bot.delete_message,
    "editMessageText": Bot.edit_message_text,
    "answerCallbackQuery": Bot.answer_callback_query,
    "setMyCommands": Bot.set_my_commands,
    "deleteMyCommands": Bot.delete_my_commands,
    "setMessageReaction": Bot.set_message_reaction,
    "setChatMenuButton": Bot.set_chat_menu_button,
}


async def _typed(name: str, value: Any, bot: Bot) -> Any:
    """Values that the library wants as its own types."""
    match name:
        case "reply_markup" if "inline_keyboard" in value:
            return InlineKeyboardMarkup.de_json(value, bot)
        case "reply_markup" if "remove_keyboard" in value:
            return ReplyKeyboardRemove()
        case "reply_markup":
            return ReplyKeyboardMarkup(**value)
        case "photo" if isinstance(value, str):
            return base64.b64decode(value)
        case "photo" if "drawing" in value:
            return await picture_of(value)
        case "document" if "drawing" in value:
            return InputFile(await paper_of(value), filename=value["name"])
        case "document":
            return InputFile(base64.b64decode(value["content"]), filename=value["name"])
        case "photo" | "video" | "animation":
            return value["file_id"]
        case "reply_parameters":
            return ReplyParameters.de_json(value, bot)
        case "commands":
            return [BotCommand.de_json(command, bot) for command in value]
        case "scope":
            return BotCommandScopeChat.de_json(value, bot)
        case _:
            return value
