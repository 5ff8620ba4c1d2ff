"""The Bot API of the sandbox, asked by a bot library that knows the real one."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import httpx
import pytest
from telegram import (
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from sandbox.model import Location, MediaKind, Message
from tests.sandbox.front import ADDRESS, Front, front, refused

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (320).to_bytes(4, "big") + (240).to_bytes(4, "big") + b"\r\n\r\0--x"


def keyboard(data: str = "a") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Goed", callback_data=data)]])


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
async def test_html_buttons_silence_and_replies_arrive() -> None:
    async with front() as place:
        place.opened()
        first = newest(place)
        sent = await place.bot.send_message(
            place.sam.id,
            "Hey <b>Sam</b> &amp; co 😄 <i>ja</i>",
            parse_mode="HTML",
            reply_markup=keyboard(),
            disable_notification=True,
            reply_parameters=ReplyParameters(first.id),
        )
        shown = newest(place)
        assert sent.text == shown.plain == "Hey Sam & co 😄 ja"
        assert sent.text_html == "Hey <b>Sam</b> &amp; co 😄 <i>ja</i>"
        assert shown.silent
        assert shown.reply_to == first.id
        assert [button.text for button in shown.buttons] == ["Goed"]
        assert sent.reply_to_message
        assert sent.reply_to_message.text == "/start"


@pytest.mark.asyncio
async def test_a_tap_is_answered_once_and_not_too_late() -> None:
    async with front() as place:
        place.opened()
        sent = await place.bot.send_message(place.sam.id, "How?", reply_markup=keyboard("face:4"))
        place.telegram.tap(place.sam, sent.message_id, "face:4")
        place.telegram.tap(place.sam, sent.message_id, "face:4")
        queries = [update.callback_query for update in await place.bot.get_updates()]
        assert queries[0]
        assert queries[1]
        assert queries[0].data == "face:4"
        assert queries[0].message
        assert queries[0].message.message_id == sent.message_id
        await queries[0].answer("Merci")
        with refused(BadRequest, "query is too old"):
            await queries[0].answer()
        place.clock.wind(place.clock.now() + timedelta(minutes=1))
        with refused(BadRequest, "query ID is invalid"):
            await queries[1].answer()


@pytest.mark.asyncio
async def test_edits_change_the_bubble_in_place() -> None:
    async with front() as place:
        place.opened()
        sent = await place.bot.send_message(place.sam.id, "How?", reply_markup=keyboard())
        await sent.edit_text("Good", reply_markup=keyboard("b"))
        assert (newest(place).plain, newest(place).buttons[0].data) == ("Good", "b")
        with refused(BadRequest, "message is not modified: specified new"):
            await sent.edit_text("Good", reply_markup=keyboard("b"))
        await sent.edit_reply_markup(None)
        assert newest(place).buttons == ()
        assert newest(place).edited_at == place.telegram.now()
        await sent.delete()
        with refused(BadRequest, "message to edit not found"):
            await sent.edit_text("Gone")
        with refused(BadRequest, "message to delete not found"):
            await sent.delete()


@pytest.mark.asyncio
async def test_what_cannot_be_edited_or_deleted() -> None:
    async with front() as place:
        place.opened()
        with refused(BadRequest, "message can't be edited"):
            await place.bot.edit_message_text("x", place.sam.id, newest(place).id)
        answers = ReplyKeyboardMarkup([["17u30", "20u"]])
        sent = await place.bot.send_message(place.sam.id, "When?", reply_markup=answers)
        assert place.telegram.keyboard(place.sam.id) is not None
        with refused(BadRequest, "message can't be edited"):
            await sent.edit_text("Later?")
        place.clock.wind(place.clock.now() + timedelta(hours=49))
        with refused(BadRequest, "can't be deleted for everyone"):
            await sent.delete()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "message text is empty"),
        (" \n ", "message text is empty"),
        ("<b> </b>", "message text is empty"),
        ("x" * 4097, "message is too long"),
        ("😄" * 2049, "message is too long"),
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a <3 b", 'Unsupported start tag "3" at byte offset 2'),
        ("é <Sam> hier", 'Unsupported start tag "sam" at byte offset 3'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
    ],
)
async def test_texts_that_are_refused(text: str, why: str) -> None:
    async with front() as place:
        place.opened()
        with refused(BadRequest, why):
            await place.bot.send_message(place.sam.id, text, parse_mode="HTML")


@pytest.mark.asyncio
async def test_the_length_counts_after_formatting() -> None:
    async with front() as place:
        place.opened()
        await place.bot.send_message(place.sam.id, "<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
        assert len(newest(place).plain) == 4096


@pytest.mark.asyncio
async def test_buttons_that_are_refused() -> None:
    async with front() as place:
        place.opened()
        await place.bot.send_message(place.sam.id, "fits", reply_markup=keyboard("x" * 64))
        for data in ("x" * 65, "é" * 33):
            with refused(BadRequest, "BUTTON_DATA_INVALID"):
                await place.bot.send_message(place.sam.id, "x", reply_markup=keyboard(data))
        idle = InlineKeyboardMarkup([[InlineKeyboardButton("Niets")]])
        with refused(BadRequest, "Text buttons are unallowed"):
            await place.bot.send_message(place.sam.id, "x", reply_markup=idle)


@pytest.mark.asyncio
async def test_who_can_be_written_to() -> None:
    async with front() as place:
        with refused(BadRequest, "chat not found"):
            await place.bot.send_message(place.sam.id, "You do not know me")
        place.opened()
        with refused(BadRequest, "message to be replied not found"):
            await place.bot.send_message(place.sam.id, "x", reply_parameters=ReplyParameters(999))
        place.telegram.block(place.sam)
        (update,) = await place.bot.get_updates()
        assert update.my_chat_member
        assert update.my_chat_member.new_chat_member.status == "kicked"
        with refused(Forbidden, "bot was blocked by the user"):
            await place.bot.send_message(place.sam.id, "x")
        place.telegram.unblock(place.sam)
        await place.bot.send_message(place.sam.id, "Welcome back")
        place.telegram.deactivate(place.sam)
        with refused(Forbidden, "user is deactivated"):
            await place.bot.send_message(place.sam.id, "x")


@pytest.mark.asyncio
async def test_a_burst_in_one_chat_is_stopped_and_recovers() -> None:
    async with front() as place:
        place.opened()
        for number in range(5):
            await place.bot.send_message(place.sam.id, f"{number}")
        with pytest.raises(RetryAfter) as refusal:
            await place.bot.send_message(place.sam.id, "six")
        assert refusal.value._retry_after == timedelta(seconds=1)
        place.clock.wind(place.clock.now() + timedelta(seconds=1))
        await place.bot.send_message(place.sam.id, "six")
        with pytest.raises(RetryAfter):
            await place.bot.send_message(place.sam.id, "seven")


@pytest.mark.asyncio
async def test_thirty_a_second_over_all_chats() -> None:
    async with front() as place:
        people = [place.telegram.meet(f"P{number}") for number in range(31)]
        for person in people:
            place.telegram.write(person, "/start")
        for person in people[:30]:
            await place.bot.send_message(person.id, "x")
        with pytest.raises(RetryAfter):
            await place.bot.send_message(people[30].id, "x")
        place.clock.wind(place.clock.now() + timedelta(seconds=1))
        await place.bot.send_message(people[30].id, "x")
        assert len(place.telegram.calls.of("sendMessage")) == 32


@pytest.mark.asyncio
async def test_pictures_and_voices_keep_every_byte() -> None:
    async with front() as place:
        place.opened()
        sent = await place.bot.send_photo(place.sam.id, PNG, caption="<b>QR</b>", parse_mode="HTML")
        assert (sent.photo[0].width, sent.photo[0].height) == (320, 240)
        assert sent.caption == "QR"
        file = await place.bot.get_file(sent.photo[0].file_id)
        assert bytes(await file.download_as_bytearray()) == PNG
        again = await place.bot.send_photo(place.sam.id, sent.photo[0].file_id)
        assert again.photo == sent.photo
        await place.bot.send_voice(place.sam.id, b"OggS\r\n\0\xff", duration=3)
        with refused(BadRequest, "caption is too long"):
            await place.bot.send_photo(place.sam.id, PNG, caption="x" * 1025)
        with refused(BadRequest, "IMAGE_PROCESS_FAILED"):
            await place.bot.send_photo(place.sam.id, b"not a picture")


@pytest.mark.asyncio
async def test_albums_copies_and_forwards() -> None:
    async with front() as place:
        place.opened()
        lotte = place.telegram.meet("Lotte")
        place.telegram.write(lotte, "/start")
        album = await place.bot.send_media_group(lotte.id, [InputMediaPhoto(PNG, caption="een"), InputMediaPhoto(PNG)])
        assert len({message.media_group_id for message in album}) == 1
        voice = place.telegram.files.keep(MediaKind.VOICE, b"OggS", name="v.ogg", mime="audio/ogg", seconds=4)
        said = place.telegram.send(place.sam, voice, "hoor")
        await place.bot.copy_message(lotte.id, place.sam.id, said.id)
        copied = place.telegram.messages(lotte.id)[-1]
        assert (copied.attachment, copied.plain, copied.sender) == (voice, "hoor", place.telegram.bot)
        forwarded = await place.bot.forward_message(lotte.id, place.sam.id, said.id)
        assert forwarded.forward_origin
        assert forwarded.voice
        with refused(BadRequest, "message to copy not found"):
            await place.bot.copy_message(lotte.id, place.sam.id, 999)


@pytest.mark.asyncio
async def test_reactions_both_ways() -> None:
    async with front() as place:
        place.opened()
        await place.bot.set_message_reaction(place.sam.id, newest(place).id, "👀")
        assert newest(place).reactions == ((place.telegram.bot.id, "👀"),)
        with refused(BadRequest, "REACTION_INVALID"):
            await place.bot.set_message_reaction(place.sam.id, newest(place).id, "❤️")
        await place.bot.get_updates(allowed_updates=["message", "message_reaction"])
        place.telegram.react(place.sam, newest(place).id, "❤")
        (update,) = await place.bot.get_updates()
        assert update.message_reaction
        assert len(newest(place).reactions) == 2


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


@pytest.mark.asyncio
async def test_several_messages_are_copied_and_deleted_together() -> None:
    async with front() as place:
        place.opened()
        lotte = place.telegram.meet("Lotte")
        place.telegram.write(lotte, "/start")
        said = [place.telegram.write(place.sam, text).id for text in ("een", "twee")]
        copies = await place.bot.copy_messages(lotte.id, place.sam.id, [*said, 999])
        assert [message.plain for message in place.telegram.messages(lotte.id)][1:] == ["een", "twee"]
        await place.bot.delete_messages(lotte.id, [copy.message_id for copy in copies])
        assert len(place.telegram.messages(lotte.id)) == 1
