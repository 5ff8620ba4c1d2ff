"""A message came twice, as Telegram's answer was lost. Only the second one's number is known; both can be answered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sandbox.faults import Fault
from sandbox.model import Message, Text
from sandbox.town import Town
from tests.people import Phone, sam_with_lotte, youth
from tests.scenarios.test_push import hush

AGAIN = "(misschien voor de tweede keer)\n"


def first_on(phone: Phone, words: str) -> Message:
    """The oldest message with these words."""
    return next(message for message in phone.sees() if words in message.plain)


async def twice(town: Town, phone: Phone, words: str) -> None:
    """Somebody writes this, and it comes twice."""
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=1)
    await phone.says(words)
    await town.wind(minutes=1)


@pytest.mark.asyncio
async def test_a_reply_to_the_first_goes_where_one_to_the_second_goes(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await youth(town, "Mo", lotte)
    await twice(town, sam, "ben je er?")
    lotte.expects(f"{AGAIN}Sam: ben je er?")
    await lotte.says("ja hoor", reply_to=first_on(lotte, "Sam: ben je er?"))
    sam.expects("Lotte: ja hoor")
    hush(sam)
    hush(lotte)


@pytest.mark.asyncio
async def test_two_of_the_same_youth_make_no_difference(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await youth(town, "Mo", lotte)
    await twice(town, sam, "een")
    await twice(town, sam, "twee")
    await lotte.says("ja hoor", reply_to=first_on(lotte, "Sam: twee"))
    sam.expects("Lotte: ja hoor")
    hush(sam)
    hush(lotte)


@pytest.mark.asyncio
async def test_of_two_youths_at_the_same_time_it_goes_to_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    mo = await youth(town, "Mo", lotte)
    await twice(town, sam, "een")
    await twice(town, mo, "twee")
    await lotte.says("ja hoor", reply_to=first_on(lotte, "Sam: een"))
    lotte.expects("ging naar niemand")
    for phone in (sam, mo):
        phone.expects_no_word("ja hoor")
    for phone in (sam, mo, lotte):
        hush(phone)


@pytest.mark.asyncio
async def test_a_message_that_does_not_name_the_youth_is_not_taken_for_theirs(town: Town) -> None:
    """As after a backup was put back: what came since then, the bot knows nothing of."""
    sam, lotte = await sam_with_lotte(town)
    await twice(town, sam, "een")
    unknown = replace(first_on(lotte, "Sam: een"), id=9_999, text=Text("Mo: twee"))
    town.telegram.book.add(unknown)
    await lotte.says("ja hoor", reply_to=unknown)
    lotte.expects("ging naar niemand")
    sam.expects_no_word("ja hoor")
    for phone in (sam, lotte):
        hush(phone)


@pytest.mark.asyncio
async def test_a_youths_reply_to_the_first_hangs_under_what_it_answers(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendMessage", calls=2)  # for her, and for Sam
    mine = await lotte.says("hey", reply_to=copy)
    await town.wind(minutes=1)
    await sam.says("alles goed", reply_to=first_on(sam, "Lotte: hey"))
    assert lotte.expects("Sam: alles goed").reply_to == mine.id
    hush(sam)
    hush(lotte)
