"""Phones: what a test may expect, and how it fails."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update

from sandbox.model import ChangeKind
from sandbox.phone import Person
from tests.sandbox.front import Front, front


async def answer(place: Front, update: Update) -> None:
    """A bot that asks, edits and toasts."""
    if query := update.callback_query:
        await query.answer(f"toast {query.data}")
        await query.edit_message_text(f"chose {query.data}")
    elif update.message and update.message.text == "keys":
        keys = ReplyKeyboardMarkup([["17u30", "20u"]])
        await place.bot.send_message(place.sam.id, "When?", reply_markup=keys)
    elif update.message:
        buttons = [
            [InlineKeyboardButton("🙂 Goed", callback_data="4"), InlineKeyboardButton("Site", url="https://x.be")]
        ]
        await place.bot.send_message(
            place.sam.id,
            f"heard {update.message.text}",
            reply_markup=InlineKeyboardMarkup(buttons),
            disable_notification=True,
        )


@asynccontextmanager
async def sams() -> AsyncIterator[tuple[Person, Front]]:
    async with front() as place:

        async def settle() -> None:
            for update in await place.bot.get_updates():
                await answer(place, update)
            place.telegram.updates.clear()

        yield Person(place.sam, place.telegram, settle), place


@pytest.mark.asyncio
async def test_each_arrival_is_expected_once() -> None:
    async with sams() as (sam, _):
        await sam.says("hi")
        message = sam.expects("heard hi", buttons=["Goed", "Site"], silent=True, photo=False, edited=False)
        assert message.plain == "heard hi"
        sam.expects_nothing()
        with pytest.raises(AssertionError, match="heard hi"):
            sam.expects("heard hi")


@pytest.mark.asyncio
async def test_an_edit_is_an_arrival_and_a_toast_may_be_expected() -> None:
    async with sams() as (sam, _):
        await sam.says("hi")
        await sam.taps("Goed")
        with pytest.raises(AssertionError, match="expected nothing more"):
            sam.expects_nothing()
        sam.expects(re.compile("^chose 4$"), buttons=[], edited=True)
        sam.expects("heard", edited=False)
        assert sam.expects_toast("toast") == "toast 4"
        sam.expects_nothing()
        assert [message.plain for message in sam.sees()] == ["hi", "chose 4"]


@pytest.mark.asyncio
async def test_an_older_message_can_be_tapped_and_twice() -> None:
    async with sams() as (sam, place):
        await sam.says("one")
        await sam.says("two")
        taps: list[str] = []
        place.telegram.feed.observe(lambda change: taps.append(change.kind) if change.query else None)
        with pytest.raises(Exception, match="not modified"):
            await sam.taps("Goed", on="one", times=2)
        assert taps == [ChangeKind.ANSWERED] * 2
        assert [message.plain for message in sam.sees()] == ["one", "chose 4", "two", "heard two"]


@pytest.mark.asyncio
async def test_reply_keyboards_write_their_text() -> None:
    async with sams() as (sam, _):
        await sam.says("keys")
        await sam.taps("17u")
        sam.expects("heard 17u30")


@pytest.mark.asyncio
@pytest.mark.parametrize("label", ["Slecht", "Site"], ids=["no such button", "a link"])
async def test_what_cannot_be_tapped(label: str) -> None:
    async with sams() as (sam, _):
        await sam.says("hi")
        with pytest.raises(AssertionError, match=label):
            await sam.taps(label)


@pytest.mark.asyncio
async def test_a_failure_shows_the_phone() -> None:
    async with sams() as (sam, _):
        await sam.says("hi <b>")
        await sam.taps("Goed")
        with pytest.raises(AssertionError) as failure:
            sam.expects("dag", buttons=["Ja"])
        report = str(failure.value)
        for piece in (
            "Sam: expected 'dag' with buttons=['Ja']",
            "24/11 09:00:00  Sam: hi <b>",
            "[🙂 Goed]",
            "(toast: toast 4)",
        ):
            assert piece in report


@pytest.mark.asyncio
async def test_those_who_watch_see_what_they_missed() -> None:
    async with sams() as (sam, place):
        await sam.says("hi")
        missed = place.telegram.watch(since=1)
        kinds = [(await anext(missed)).kind for _ in range(2)]
        assert kinds == [ChangeKind.MESSAGE, ChangeKind.MESSAGE]
        waiting = asyncio.ensure_future(anext(missed))
        await asyncio.sleep(0)
        place.telegram.block(place.sam)
        assert (await waiting).kind is ChangeKind.BLOCKED
        await missed.aclose()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("link", "heard"),
    [
        ("https://t.me/spoor_bot?start=aB-_9", "/start aB-_9"),
        ("https://t.me/spoor_bot?start=a%20b", "/start"),
        ("https://t.me/spoor_bot?start=" + "x" * 65, "/start"),
        ("https://t.me/spoor_bot", "/start"),
    ],
    ids=["a code", "a code with a space", "a code too long", "no code"],
)
async def test_a_link_carries_a_code(link: str, heard: str) -> None:
    async with sams() as (sam, _):
        await sam.blocks()
        await sam.opens(link)
        sam.expects(re.compile(f"^heard {heard}$"))


@pytest.mark.asyncio
async def test_a_link_to_elsewhere_is_not_opened() -> None:
    async with sams() as (sam, _):
        with pytest.raises(ValueError, match="does not lead"):
            await sam.opens("https://t.me/?start=abc")
