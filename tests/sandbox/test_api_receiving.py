"""How a bot gets its updates."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from telegram.error import Conflict

from sandbox.model import Location, Message
from tests.sandbox.front import Front, front, refused


def newest(place: Front) -> Message:
    return place.telegram.messages(place.sam.id)[-1]


@pytest.mark.asyncio
async def test_a_person_writes_and_the_bot_reads_a_command() -> None:
    async with front() as place:
        place.telegram.write(place.sam, "  /start abc  ")
        (update,) = await place.bot.get_updates()
        assert update.message
        assert update.message.text == "/start abc"
        assert [entity.type for entity in update.message.entities] == ["bot_command"]
        assert update.message.from_user
        assert update.message.from_user.id == place.sam.id
        assert update.message.chat.type == "private"


@pytest.mark.asyncio
async def test_updates_stay_until_the_next_offset_confirms_them() -> None:
    async with front() as place:
        for text in ("one", "two", "three"):
            place.telegram.write(place.sam, text)
        first = await place.bot.get_updates(limit=2)
        again = await place.bot.get_updates()
        rest = await place.bot.get_updates(offset=first[-1].update_id + 1)
        assert [update.update_id for update in again][:2] == [update.update_id for update in first]
        assert [update.message and update.message.text for update in rest] == ["three"]
        place.telegram.repeat(first[0].update_id)
        assert [update.update_id for update in await place.bot.get_updates(offset=rest[0].update_id)] == [
            first[0].update_id,
            rest[0].update_id,
        ]


@pytest.mark.asyncio
async def test_old_updates_are_lost_after_a_day() -> None:
    async with front() as place:
        place.telegram.write(place.sam, "anybody there?")
        place.clock.wind(place.clock.now() + timedelta(hours=25))
        assert await place.bot.get_updates() == ()


@pytest.mark.asyncio
async def test_a_long_poll_wakes_when_something_comes() -> None:
    async with front() as place:
        poll = asyncio.create_task(place.bot.get_updates(timeout=20))
        await asyncio.sleep(0)
        place.telegram.write(place.sam, "hello")
        assert len(await poll) == 1


@pytest.mark.asyncio
async def test_a_second_poll_ends_the_first() -> None:
    async with front() as place, place.bot_with(place.telegram.token) as second:
        first = asyncio.create_task(place.bot.get_updates(timeout=20))
        await place.telegram.updates.asked.wait()
        assert await second.get_updates(timeout=0) == ()
        with refused(Conflict, "terminated by other getUpdates"):
            await first


@pytest.mark.asyncio
async def test_polling_is_refused_while_a_webhook_is_set() -> None:
    async with front() as place:
        await place.bot.set_webhook("https://bot.example/hook", secret_token="s")  # noqa: S106
        with refused(Conflict, "webhook is active"):
            await place.bot.get_updates()
        await place.bot.delete_webhook()
        assert await place.bot.get_updates() == ()


@pytest.mark.asyncio
async def test_groups_channels_edits_and_places_arrive_in_their_own_forms() -> None:
    async with front() as place:
        place.opened()
        said = place.telegram.write(place.sam, "Ik ben th", reply_to=newest(place).id)
        place.telegram.edit(place.sam, said.id, "Ik ben thuis")
        place.telegram.write(place.sam, "/start", chat=place.telegram.group("Team"))
        place.telegram.write(place.sam, "nieuws", chat=place.telegram.channel("Krant"))
        place.telegram.send(place.sam, Location(50.9, 3.2))
        updates = await place.bot.get_updates()
        assert updates[0].message
        assert updates[0].message.reply_to_message
        assert updates[1].edited_message
        assert updates[1].edited_message.text == "Ik ben thuis"
        assert updates[2].effective_chat
        assert updates[2].effective_chat.type == "group"
        assert updates[3].channel_post
        assert updates[3].effective_user is None
        assert updates[4].message
        assert updates[4].message.location


@pytest.mark.asyncio
async def test_after_a_quiet_week_the_numbers_start_anew() -> None:
    async with front() as place:
        place.telegram.write(place.sam, "before")
        (before,) = await place.bot.get_updates()
        place.clock.wind(place.clock.now() + timedelta(days=8))
        place.telegram.write(place.sam, "after")
        (after,) = await place.bot.get_updates()
        assert after.update_id < before.update_id
        assert await place.bot.get_updates(offset=before.update_id + 1) == ()
