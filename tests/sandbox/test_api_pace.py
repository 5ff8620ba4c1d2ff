"""Going too fast."""

from __future__ import annotations

from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from tests.sandbox.front import front


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
