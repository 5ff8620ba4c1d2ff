"""Messages of the bot: sent, changed, tapped, refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from sandbox.model import Message
from tests.sandbox.front import Front, front, refused


def keyboard(data: str = "a") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Goed", callback_data=data)]])


def newest(place: Front) -> Message:
    return place.telegram.messages(place.sam.id)[-1]


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
