"""What a call of the Bot API may look like."""

from __future__ import annotations

import httpx
import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
)
from telegram.error import BadRequest, InvalidToken

from tests.sandbox.front import ADDRESS, front, refused


@pytest.mark.asyncio
async def test_wrong_tokens_and_methods() -> None:
    async with front() as place, httpx.AsyncClient(transport=place.transport, base_url=ADDRESS) as client:
        stranger = place.bot_with("123:" + "x" * 35)
        with pytest.raises(InvalidToken):
            await stranger.initialize()
        await stranger.shutdown()
        wrong = await client.get("/bot1:short/getMe")
        assert (wrong.status_code, wrong.json()["description"]) == (404, "Not Found")
        unknown = await client.post(f"/bot{place.telegram.token}/makeCoffee")
        assert unknown.status_code == 404


@pytest.mark.asyncio
async def test_json_and_addresses_are_understood_as_well_as_forms() -> None:
    async with front() as place, httpx.AsyncClient(transport=place.transport, base_url=ADDRESS) as client:
        place.opened()
        base = f"/bot{place.telegram.token}/sendMessage"
        await client.post(base, json={"chat_id": place.sam.id, "text": "json", "reply_markup": {"force_reply": True}})
        await client.get(base, params={"chat_id": place.sam.id, "text": "address"})
        await client.post(base, files={"chat_id": (None, str(place.sam.id)), "text": (None, "é & ü")})
        assert [message.plain for message in place.telegram.messages(place.sam.id)][1:] == ["json", "address", "é & ü"]


@pytest.mark.asyncio
async def test_menus_differ_per_person_and_language() -> None:
    async with front() as place:
        place.opened()
        await place.bot.set_my_commands([BotCommand("start", "Begin")])
        await place.bot.set_my_commands([BotCommand("start", "Begin!")], language_code="nl")
        scope = BotCommandScopeChat(place.sam.id)
        noor = place.telegram.meet("Noor", language="en")
        await place.bot.set_my_commands([BotCommand("pauze", "Even stil")], scope=scope)
        assert [command.name for command in place.telegram.menu(place.sam)] == ["pauze"]
        assert [command.description for command in place.telegram.menu(noor)] == ["Begin"]
        await place.bot.delete_my_commands(scope=scope)
        assert [command.description for command in place.telegram.menu(place.sam)] == ["Begin!"]
        with refused(BadRequest, "BOT_COMMAND_INVALID"):
            await place.bot.set_my_commands([BotCommand("Néé", "x")])


@pytest.mark.asyncio
async def test_the_chat_and_the_profile() -> None:
    async with front() as place:
        place.opened()
        chat = await place.bot.get_chat(place.sam.id)
        assert chat.first_name == "Sam"
        await place.bot.set_my_short_description("Een spoor")
        assert (await place.bot.get_my_short_description()).short_description == "Een spoor"
        await place.bot.send_chat_action(place.sam.id, "typing")
        with refused(BadRequest, "wrong parameter action"):
            await place.bot.send_chat_action(place.sam.id, "dancing")
