"""Somebody moves to another phone, or leaves, while a message to the old one is on its way."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from handlers import access
from sandbox.faults import Fault
from sandbox.model import Location
from sandbox.town import Town
from store.tables import Doubt, Lane, Outbox, OutboxState, Person
from tests.people import Phone, coordinator, row_of, sam_with_lotte, staff

pytestmark = pytest.mark.asyncio
FAREWELL = Screen(Verbatim("tot ziens"))


@dataclass
class Gate:
    """Every call waits here, as on a slow line."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def wait(self, _seconds: float) -> None:
        """Until it opens."""
        self.arrived.set()
        await self.open.wait()


def slow_line(town: Town, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Whatever leaves from now on waits on its way."""
    gate = Gate()
    monkeypatch.setattr(town.clock, "sleep", gate.wait)
    town.telegram.faults.seconds = 1
    return gate


async def send_off(town: Town, monkeypatch: pytest.MonkeyPatch, who: Phone, manner: Manner) -> tuple[Gate, int]:
    """A message that has left, and has no outcome yet."""
    gate = slow_line(town, monkeypatch)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        row_id = await occasion.say(Screen(Verbatim("onderweg")), await row_of(town, who), manner)
    await town.spoor.deliver.work()
    await gate.arrived.wait()
    return gate, row_id or 0


async def land(town: Town, gate: Gate) -> None:
    """The line gets through."""
    gate.open.set()
    town.telegram.faults.seconds = 0
    await town.settle()
    await town.wind(minutes=1)


async def move(town: Town, who: Phone, to: Phone) -> None:
    """This person is reached elsewhere from now on."""
    person = await row_of(town, who)
    town.telegram.accounts.change(to.user.id, opened=True)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        await access.give(occasion, await session.get_one(Person, person.id), to.user.id, FAREWELL)


async def outcome(town: Town, row_id: int) -> OutboxState:
    """What became of it."""
    async with town.spoor.database.read() as session:
        return (await session.get_one(Outbox, row_id)).state


AGAIN = Manner("test", doubt=Doubt.REPEAT_MARKED)
ONCE = Manner("test", Lane.PLANNED, Doubt.LEAVE)


@pytest.mark.parametrize("manner", [AGAIN, ONCE], ids=["an alert", "a question"])
async def test_an_old_phone_that_blocks_says_nothing_of_the_new_one(
    town: Town, monkeypatch: pytest.MonkeyPatch, manner: Manner
) -> None:
    lotte, new = await staff(town, "Lotte"), town.person("New")
    await coordinator(town)
    gate, _ = await send_off(town, monkeypatch, lotte, manner)
    await move(town, lotte, new)
    town.telegram.block(lotte.user)
    await land(town, gate)
    new.expects("onderweg")
    assert (await row_of(town, new)).blocked_at is None


async def test_what_is_tried_again_goes_to_the_new_phone(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    lotte, new = await staff(town, "Lotte"), town.person("New")
    town.telegram.faults.switch_on(Fault.INTERNAL, "sendMessage", calls=1)
    gate, row_id = await send_off(town, monkeypatch, lotte, AGAIN)
    await move(town, lotte, new)
    await land(town, gate)
    new.expects("onderweg")
    lotte.expects("tot ziens")
    assert await outcome(town, row_id) is OutboxState.SENT


async def test_a_copy_of_which_it_was_said_that_it_may_be_a_repeat_goes_to_the_new_phone(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    sam, lotte = await sam_with_lotte(town)
    new = town.person("New")
    town.telegram.faults.switch_on(Fault.SILENT_BEFORE, "copyMessage", calls=1)
    town.telegram.send(sam.user, Location(51.2, 3.2))
    await town.take_in_and_work()
    gate = slow_line(town, monkeypatch)
    town.clock.wind(town.now() + timedelta(seconds=3))
    await town.spoor.deliver.work()
    await gate.arrived.wait()
    await move(town, lotte, new)
    await land(town, gate)
    sam.expects("Lotte")
    lotte.expects("Sam stuurt je dit")
    lotte.expects("tweede keer")
    lotte.expects("tot ziens")
    new.expects("tweede keer")
    assert new.expects("").attachment == Location(51.2, 3.2)


async def test_what_arrived_on_the_old_phone_is_no_message_of_the_new_chat(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    lotte, new = await staff(town, "Lotte"), town.person("New")
    gate, row_id = await send_off(town, monkeypatch, lotte, AGAIN)
    await move(town, lotte, new)
    await land(town, gate)
    lotte.expects("onderweg")
    lotte.expects("tot ziens")
    async with town.spoor.database.read() as session:
        row = await session.get_one(Outbox, row_id)
    assert (row.state, row.message_id) == (OutboxState.SENT, None)


@pytest.mark.parametrize("fault", [Fault.INTERNAL, Fault.SILENT_BEFORE, Fault.TOO_MANY])
async def test_whoever_left_gets_nothing_a_second_time(
    town: Town, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    lotte, an = await staff(town, "Lotte"), await coordinator(town)
    town.telegram.faults.switch_on(fault, "sendMessage", calls=1)
    gate, row_id = await send_off(town, monkeypatch, lotte, AGAIN)
    person, by = await row_of(town, lotte), await row_of(town, an)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        await access.end(occasion, await session.get_one(Person, person.id), FAREWELL, by=by)
    town.clock.wind(town.now().replace(microsecond=1))
    await land(town, gate)
    lotte.expects("tot ziens")
    assert await outcome(town, row_id) is OutboxState.EXPIRED


async def test_whoever_left_and_blocks_is_nobodys_news(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    lotte, an = await staff(town, "Lotte"), await coordinator(town)
    gate, _ = await send_off(town, monkeypatch, lotte, AGAIN)
    person, by = await row_of(town, lotte), await row_of(town, an)
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        await access.end(occasion, await session.get_one(Person, person.id), FAREWELL, by=by)
    town.telegram.block(lotte.user)
    await land(town, gate)
    an.expects_nothing()
