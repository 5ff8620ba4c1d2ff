"""The command menus and the menu button."""

from __future__ import annotations

import re
from typing import Any

from sandbox.menus import Scope
from sandbox.model import ChangeKind, Command
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.telegram import Telegram
from sandbox.wire import Json, commands_json

SCOPES = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)
MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256


async def set_my_commands(telegram: Telegram, asked: Parameters) -> bool:
    """Put a menu in place."""
    commands = tuple(_command(one) for one in asked.structure("commands") or ())
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return _set(telegram, asked, commands)


async def delete_my_commands(telegram: Telegram, asked: Parameters) -> bool:
    """Take a menu away, so that a wider one shows."""
    return _set(telegram, asked, ())


async def get_my_commands(telegram: Telegram, asked: Parameters) -> list[Json]:
    """A menu as it was set."""
    return commands_json(telegram.menus.get(_scope(telegram, asked), _language(asked)))


async def set_chat_menu_button(telegram: Telegram, asked: Parameters) -> bool:
    """What the button beside the text field does."""
    button = asked.structure("menu_button") or {"type": "default"}
    telegram.menus.set_button(asked.number("chat_id"), str(button.get("type")))
    telegram.feed.tell(ChangeKind.COMMANDS, None, by_bot=True)
    return True


async def get_chat_menu_button(telegram: Telegram, asked: Parameters) -> Json:
    """What the button beside the text field does now."""
    return {"type": telegram.menus.button(asked.number("chat_id"))}


def _set(telegram: Telegram, asked: Parameters, commands: tuple[Command, ...]) -> bool:
    telegram.menus.set(_scope(telegram, asked), _language(asked), commands)
    telegram.feed.tell(ChangeKind.COMMANDS, None, by_bot=True)
    return True


def _scope(telegram: Telegram, asked: Parameters) -> Scope:
    source: Any = asked.structure("scope") or {"type": "default"}
    if source.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat_id = source.get("chat_id")
    if chat_id is not None:
        telegram.accounts.visible(int(chat_id))
    return Scope(source["type"], None if chat_id is None else int(chat_id), source.get("user_id"))


def _language(asked: Parameters) -> str:
    language = asked.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return language


def _command(source: Json) -> Command:
    command = Command(str(source.get("command", "")).removeprefix("/"), str(source.get("description", "")).strip())
    if not re.fullmatch("[a-z0-9_]{1,32}", command.name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(command.description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return command
