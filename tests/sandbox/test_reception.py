"""A phone without a connection: it shows nothing new, and what is done on it goes when it is back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox.model import Change, ChangeKind
from tests.sandbox.front import Front, front

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("🙂 Goed", callback_data="4")]])


def shown(place: Front) -> list[str]:
    """What stands on Sam's phone."""
    return [message.plain for message in place.telegram.messages(place.sam.id)]


def waiting(place: Front) -> list[str]:
    """What the bot has yet to hear, by kind and words."""
    return [
        update.body["message"]["text"] if "message" in update.body else next(iter(update.body))
        for update in place.telegram.updates.take()
    ]


def noted(place: Front) -> list[Change]:
    """What those who look on hear from now on."""
    changes: list[Change] = []
    place.telegram.feed.observe(changes.append)
    return changes


@pytest.mark.asyncio
async def test_nothing_new_shows_until_it_is_back() -> None:
    async with front() as place:
        place.opened()
        place.telegram.go_offline(place.sam)
        changes = noted(place)
        await place.bot.send_message(place.sam.id, "Hey Sam")
        assert shown(place) == ["/start"]
        assert changes == []
        place.telegram.come_online(place.sam)
        assert shown(place) == ["/start", "Hey Sam"]
        assert [(change.kind, change.by_bot) for change in changes] == [
            (ChangeKind.MESSAGE, True),
            (ChangeKind.PERSON, False),
        ]
        assert [change.serial for change in changes] == list(range(changes[0].serial, place.telegram.feed.last + 1))


@pytest.mark.asyncio
async def test_what_is_written_waits_and_goes_in_order_with_the_date_of_its_arrival() -> None:
    async with front() as place:
        place.opened()
        place.telegram.go_offline(place.sam)
        one, two, three = (place.telegram.write(place.sam, text) for text in ("een", "twee", "drie"))
        assert shown(place) == ["/start", "een", "twee", "drie"]
        assert one.waiting
        assert place.telegram.updates.waiting == 0
        place.telegram.delete(place.sam, two.id)
        later = place.clock.now().replace(hour=12)
        place.clock.wind(later)
        await place.bot.send_message(place.sam.id, "intussen")
        place.telegram.come_online(place.sam)
        assert waiting(place) == ["een", "drie"]
        there = place.telegram.messages(place.sam.id)
        assert [message.plain for message in there] == ["/start", "intussen", "een", "drie"]
        assert [message.at for message in there[1:]] == [later] * 3
        ids = [message.id for message in there]
        assert ids == sorted(ids)
        assert not {one.id, three.id} & set(ids)


@pytest.mark.asyncio
async def test_a_tap_waits_too_and_is_lost_only_with_its_button() -> None:
    async with front() as place:
        place.opened()
        asked = await place.bot.send_message(place.sam.id, "Hoe gaat het?", reply_markup=KEYS)
        old = await place.bot.send_message(place.sam.id, "Van gisteren", reply_markup=KEYS)
        place.telegram.go_offline(place.sam)
        for message in (asked, old):
            place.telegram.tap(place.sam, message.message_id, "4")
        assert waiting(place) == []
        await place.bot.edit_message_text("Van gisteren", place.sam.id, old.message_id)
        place.telegram.come_online(place.sam)
        assert waiting(place) == ["callback_query"]
        query = place.telegram.updates.take()[0].body["callback_query"]
        assert query["message"]["message_id"] == asked.message_id
        assert await place.bot.answer_callback_query(query["id"], "Merci!")


@pytest.mark.asyncio
async def test_a_phone_that_is_back_hears_each_message_once_as_it_is_by_now() -> None:
    async with front() as place:
        place.opened()
        known, gone = [await place.bot.send_message(place.sam.id, text) for text in ("bekend", "weg")]
        place.telegram.go_offline(place.sam)
        changes = noted(place)
        place.clock.wind(place.clock.now() + timedelta(minutes=1))
        fresh = await place.bot.send_message(place.sam.id, "nieuw")
        passing = await place.bot.send_message(place.sam.id, "even")
        await place.bot.edit_message_text("nieuw, verbeterd", place.sam.id, fresh.message_id)
        await place.bot.edit_message_text("bekend, verbeterd", place.sam.id, known.message_id)
        await place.bot.set_message_reaction(place.sam.id, known.message_id, "👀")
        for message in (passing, gone):
            await place.bot.delete_message(place.sam.id, message.message_id)
        await place.bot.send_chat_action(place.sam.id, "typing")
        assert changes == []
        place.telegram.come_online(place.sam)
        assert [(c.kind, c.message.plain) for c in changes if c.message] == [
            (ChangeKind.MESSAGE, "nieuw, verbeterd"),
            (ChangeKind.EDITED, "bekend, verbeterd"),
            (ChangeKind.DELETED, "weg"),
        ]
        assert changes[1].message
        assert changes[1].message.reactions


@pytest.mark.asyncio
async def test_what_needs_a_connection_is_refused() -> None:
    async with front() as place:
        place.opened()
        said = place.telegram.write(place.sam, "hoi")
        place.telegram.go_offline(place.sam)
        for act in (
            lambda: place.telegram.edit(place.sam, said.id, "hallo"),
            lambda: place.telegram.delete(place.sam, said.id),
            lambda: place.telegram.react(place.sam, said.id, "❤"),
            lambda: place.telegram.block(place.sam),
        ):
            with pytest.raises(ValueError, match="no connection"):
                act()
        assert shown(place) == ["/start", "hoi"]
        assert not place.telegram.has_blocked(place.sam)


@pytest.mark.asyncio
async def test_other_phones_go_on() -> None:
    async with front() as place:
        lotte = place.telegram.meet("Lotte")
        place.telegram.go_offline(place.sam)
        place.telegram.write(lotte, "hallo")
        assert waiting(place) == ["hallo"]


def test_a_new_phone_is_another_account_of_the_same_person() -> None:
    place = Front()
    place.opened()
    second = place.telegram.new_phone(place.sam)
    third = place.telegram.new_phone(place.sam)
    assert (second.name, second.language_code) == ("Sam", "nl")
    assert place.telegram.phones(place.sam) == place.telegram.phones(third) == (place.sam.id, second.id, third.id)
    assert place.telegram.messages(second.id) == ()
    assert shown(place) == ["/start"]
