"""A row that does not open, or that leads nowhere: it is set aside, and everybody else goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from sandbox.town import Town
from store import agenda
from store.agenda import Duty
from store.tables import Agenda, AgendaState, Inbox, InboxState, Lane, Outbox, OutboxState, Person
from tests.people import Phone, row_of, sam_with_lotte, staff
from tests.scenarios.test_joining import new_link

pytestmark = pytest.mark.asyncio
FACES = ["😣", "🙁", "😐", "🙂", "😄"]


async def say(town: Town, who: Phone, words: str, manner: Manner | None = None) -> int:
    """Queue a message, and its row."""
    async with town.spoor.database.write() as session:
        occasion, person = Occasion(session, town.now(), town.spoor.setting), await row_of(town, who)
        return await occasion.say(Screen(Verbatim(words)), person, manner or Manner("test")) or 0


async def damage(town: Town, table: str, column: str, where: str) -> None:
    """Bytes that no key opens."""
    async with town.spoor.database.write() as session:
        await session.execute(text(f"UPDATE {table} SET {column} = x'00010203' WHERE {where}"))  # noqa: S608 - ours


async def state_of(town: Town, row_id: int) -> OutboxState:
    """What became of a message."""
    async with town.spoor.database.read() as session:
        return (await session.get_one(Outbox, row_id)).state


async def test_a_message_that_does_not_open_holds_up_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    lost = await say(town, sam, "onleesbaar")
    await say(town, sam, "wat erna komt")
    await say(town, lotte, "voor iemand anders")
    await damage(town, "outbox", "payload", f"id = {lost}")
    await town.restart()
    sam.expects("wat erna komt")
    lotte.expects("voor iemand anders")
    assert await state_of(town, lost) is OutboxState.FAILED


async def test_a_message_on_its_way_that_does_not_open_lets_the_bot_start(town: Town) -> None:
    sam, _ = await sam_with_lotte(town)
    lost = await say(town, sam, "onleesbaar", Manner("test", expires_at=town.now() + timedelta(hours=1)))
    async with town.spoor.database.write() as session:
        (await session.get_one(Outbox, lost)).state = OutboxState.SENDING
    await damage(town, "outbox", "payload", f"id = {lost}")
    await town.restart()
    await say(town, sam, "wat erna komt")
    await town.settle()
    sam.expects("wat erna komt")


async def test_what_does_not_open_does_not_keep_anybody_on_the_old_phone(town: Town) -> None:
    lotte, new = await staff(town, "Lotte"), town.person("Lotte's new phone")
    held = Manner("held", Lane.PLANNED, not_before=town.now() + timedelta(hours=1))
    lost, kept = await say(town, lotte, "onleesbaar", held), await say(town, lotte, "wat nog onderweg was", held)
    await damage(town, "outbox", "payload", f"id = {lost}")
    await new.opens(await new_link(town, lotte))
    new.expects("daar ben je weer")
    lotte.expects("Hier stopt het")
    await town.wind(hours=2)
    new.expects("wat nog onderweg was")
    assert [await state_of(town, row) for row in (lost, kept)] == [OutboxState.EXPIRED, OutboxState.SENT]


async def inbox_states(town: Town) -> list[InboxState]:
    """Where all that came in stands."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Inbox.state).order_by(Inbox.update_id)))


async def test_an_update_that_does_not_open_holds_up_nobody_and_is_told(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    town.telegram.write(sam.user, "/hulp")
    town.telegram.write(lotte.user, "/hulp")
    await town.spoor.receive.poll(timedelta(0))
    await damage(town, "inbox", "payload", f"sender_id = {sam.user.id}")
    await town.restart()
    lotte.expects("112")
    await town.wind(minutes=1)
    sam.expects("Dat lukte niet")
    assert await inbox_states(town) == [InboxState.FAILED, InboxState.HANDLED]


async def test_a_person_whose_name_does_not_open_holds_up_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await damage(town, "person", "name", f"telegram_id = {sam.user.id}")
    await sam.says("/hulp")
    await lotte.says("/hulp")
    lotte.expects("112")
    await town.wind(minutes=1)
    assert await inbox_states(town) == [InboxState.FAILED, InboxState.HANDLED]


async def test_a_person_who_blocks_and_whose_name_does_not_open_stops_nobody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    person = await row_of(town, sam)
    lost = await say(town, sam, "voor wie weg is")
    await damage(town, "person", "name", f"telegram_id = {sam.user.id}")
    await sam.blocks()
    await say(town, lotte, "wat erna komt")
    await town.settle()
    lotte.expects("wat erna komt")
    assert await state_of(town, lost) is OutboxState.FAILED
    async with town.spoor.database.read() as session:
        assert await session.scalar(select(Person.blocked_at).where(Person.id == person.id)) is not None


async def test_of_a_strangers_update_that_fails_nothing_stays(town: Town) -> None:
    stranger = town.person("Stranger")
    town.telegram.write(stranger.user, "hallo")
    await town.spoor.receive.poll(timedelta(0))
    await damage(town, "inbox", "payload", f"sender_id = {stranger.user.id}")
    await town.wind(minutes=1)
    async with town.spoor.database.read() as session:
        row = (await session.scalars(select(Inbox))).one()
        left = await session.scalar(text("SELECT payload FROM inbox"))
    assert (row.state, row.sender_id, left) == (InboxState.FAILED, None, None)


# The chores are about nobody, and a date, a step or a hand-over may be taken back before it comes to it.
CHORES = (Duty.NIGHT, Duty.HEAL, Duty.WRONG_CODES)
MAY_BE_ABOUT_NOBODY = (*CHORES, Duty.HEADS_UP, Duty.HAND_OVER, Duty.ACTION, Duty.CALL, Duty.CRISIS)


async def test_a_duty_about_somebody_who_is_not_there_is_set_aside(town: Town) -> None:
    sam, _ = await sam_with_lotte(town)
    async with town.spoor.database.write() as session:
        for duty in Duty:
            if duty not in MAY_BE_ABOUT_NOBODY:
                await agenda.plan(session, duty, 999, town.now(), key="nobody")
        session.add(
            Agenda(key="old", kind="a duty of yesterday", due_at=town.now(), state=AgendaState.WAITING, tries=0)
        )
    await town.wind(hours=2)
    sam.expects("", buttons=FACES)
    async with town.spoor.database.read() as session:
        failed = await agenda.count_failed(session)
    assert failed == len(Duty) - len(MAY_BE_ABOUT_NOBODY) + 1


async def test_a_duty_that_fails_and_was_dropped_meanwhile_is_no_trouble(town: Town) -> None:
    async with town.spoor.database.write() as session:
        await agenda.push_forward(session, 999, town.now())
