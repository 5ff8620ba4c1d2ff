"""The way in by polling, when what comes is not as Telegram sends it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from telegram.error import TelegramError

from sandbox.town import Town
from sandbox.updates import Update
from store.tables import Inbox, InboxState
from tests.people import sam_with_lotte

pytestmark = pytest.mark.asyncio
AT_ONCE = timedelta(0)
# Telegram's numbers have 64 bits, and so has the database.
TOO_MUCH = 2**63
BEYOND = [TOO_MUCH, 2**64, 10**30]


def message(sender: int, **other: Any) -> dict[str, Any]:
    """Somebody asks for help."""
    chat, user = {"id": sender, "type": "private"}, {"id": sender, "is_bot": False, "first_name": "X"}
    return {"message": {"message_id": 9, "date": 1795500000, "chat": chat, "from": user, "text": "/hulp", **other}}


@pytest.mark.parametrize("number", BEYOND)
async def test_an_update_with_a_number_that_fits_nowhere_holds_up_nobody(town: Town, number: int) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.write(sam.user, "/hulp")
    town.telegram.inject({"update_id": number, **message(lotte.user.id)})
    await town.settle()
    sam.expects("112")
    assert town.telegram.updates.waiting == 0


async def test_alone_it_is_confirmed_too(town: Town) -> None:
    _, lotte = await sam_with_lotte(town)
    town.telegram.inject({"update_id": TOO_MUCH, **message(lotte.user.id)})
    await town.settle()
    assert town.telegram.updates.waiting == 0


@pytest.mark.parametrize("number", BEYOND)
async def test_numbers_in_an_update_that_fit_nowhere_hold_up_nobody(town: Town, number: int) -> None:
    sam, _ = await sam_with_lotte(town)
    odd = [message(number), message(sam.user.id, message_id=number), message(sam.user.id, chat={"id": number})]
    for update in odd:
        town.telegram.inject(update)
    town.telegram.write(sam.user, "/hulp")
    await town.settle()
    sam.expects("112")
    async with town.spoor.database.read() as session:
        states = set(await session.scalars(select(Inbox.state)))
    assert states == {InboxState.HANDLED}


@pytest.mark.parametrize("body", [{}, {"update_id": "x"}, {"update_id": -1}, {"update_id": True}])
async def test_what_can_never_be_confirmed_is_not_asked_for_without_a_pause(town: Town, body: dict[str, Any]) -> None:
    sam, _ = await sam_with_lotte(town)
    town.telegram.write(sam.user, "/hulp")
    town.telegram.updates._pending.append(Update(TOO_MUCH, town.now(), body))
    assert await town.spoor.receive.poll(AT_ONCE)
    with pytest.raises(TelegramError):
        await town.spoor.receive.poll(AT_ONCE)
    town.telegram.updates._pending.clear()
    await town.settle()
    sam.expects("112")
