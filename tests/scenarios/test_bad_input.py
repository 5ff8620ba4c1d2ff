"""What is said in somebody else's name."""

from __future__ import annotations

import pytest

from sandbox.town import Town
from tests.fuzz.cast import gather


@pytest.mark.asyncio
async def test_what_is_said_in_anothers_name_is_not_heard(town: Town) -> None:
    phones = (await gather(town)).phones
    sam, mo = phones["Sam"].user.id, phones["Mo"].user.id
    chat, sender = {"id": mo, "type": "private"}, {"id": sam, "is_bot": False, "first_name": "Sam"}
    message = {"message_id": 9, "date": 1795500000, "chat": chat, "from": sender, "text": "/stop"}
    town.telegram.inject({"message": message})
    await town.settle()
    for phone in phones.values():
        phone.expects_nothing()
