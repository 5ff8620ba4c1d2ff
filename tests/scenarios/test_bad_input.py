"""Whatever comes in: a clear answer or silence, never a failure, never somebody else's name."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import and_, func, or_, select

from handlers import TABLE
from sandbox.clock import WoundClock
from sandbox.phone import Person as Phone
from sandbox.telegram import Telegram
from sandbox.town import START, Town
from store.tables import Agenda, Inbox, InboxState, Outbox, OutboxState
from tests import people
from tests.database import stay_in_this_thread
from tests.scenarios.updates import Json, update

assert TABLE  # importing it declares every kind of button

# A copy of something that they sent, or a glance at it.
THEIRS = or_(Outbox.kind == "glance", and_(Outbox.kind == "talk", Outbox.method != "sendMessage"))

# Telegram numbers accounts as it likes; the sandbox in the order in which they are met, the same in every town.
CAST = ("Lotte", "Noor", "An", "Tine", "Sam", "Mo", "Stranger")


async def cast(town: Town) -> dict[str, Phone]:
    """Two youths with a begeleider each, a coördinator, a teamcoach, and somebody without a place."""
    lotte, noor = await people.staff(town, "Lotte"), await people.staff(town, "Noor")
    await people.coordinator(town)
    await people.teamcoach(town)
    await people.youth(town, "Sam", lotte)
    await people.youth(town, "Mo", noor)
    phones = {name: town.person(name) for name in CAST}
    town.telegram.accounts.change(phones["Stranger"].user.id, opened=True)
    return phones


async def count(town: Town, *where: object) -> int:
    """How many rows."""
    async with town.spoor.database.read() as session:
        table = where[0]
        return await session.scalar(select(func.count()).select_from(table).where(*where[1:])) or 0  # type: ignore[arg-type]


async def live_through(updates: list[Json], hours: int, fresh_database: Path) -> None:
    """All of it, and some time after it."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(fresh_database, folder)
        town = Town(Path(folder))
        await town.open()
        try:
            phones = await cast(town)
            assert [phone.user.id for phone in phones.values()] == SENDERS
            for one in updates:
                town.telegram.inject(one)
                await town.settle()
            await town.wind(hours=hours)
            await nothing_failed(town)
            nobody_saw_another(phones)
        finally:
            await town.close()


async def nothing_failed(town: Town) -> None:
    """Not even once, to be mended by another try."""
    assert await count(town, Inbox, Inbox.state != InboxState.HANDLED) == 0, "something is left"
    assert await count(town, Inbox, Inbox.tries > 0) == 0, "a handler failed"
    assert await count(town, Agenda, Agenda.tries > 0) == 0, "a duty failed"
    # What is done with a message of theirs, or under which they tapped, may be refused: it does not exist.
    refused = Outbox.state == OutboxState.FAILED, Outbox.method != "editMessageText", ~THEIRS
    assert await count(town, Outbox, *refused) == 0, "Telegram refused a message, or it could not be written"


def nobody_saw_another(phones: dict[str, Phone]) -> None:
    """Youths and strangers read of themselves alone, a begeleider of their own youths."""
    others = {"Stranger": ("Sam", "Mo", "Lotte"), "Sam": ("Mo", "Noor"), "Mo": ("Sam", "Lotte"), "Noor": ("Sam",)}
    for who, names in others.items():
        for message in phones[who].sees():
            assert not any(name in message.text.plain.split() for name in names), f"{who} sees {message.text.plain}"


def accounts() -> list[int]:
    """Those of the cast, in any town."""
    telegram = Telegram(WoundClock(START))
    return [telegram.meet(name).id for name in CAST]


SENDERS = accounts()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(update(SENDERS), min_size=1, max_size=12), st.sampled_from([0, 5, 30]))
def test_random_updates_do_no_harm(fresh_database: Path, updates: list[Json], hours: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stay_in_this_thread(patch)
        asyncio.run(live_through(updates, hours, fresh_database))


@pytest.mark.asyncio
async def test_what_is_said_in_anothers_name_is_not_heard(town: Town) -> None:
    phones = await cast(town)
    sam, mo = phones["Sam"].user.id, phones["Mo"].user.id
    chat, sender = {"id": mo, "type": "private"}, {"id": sam, "is_bot": False, "first_name": "Sam"}
    town.telegram.inject(
        {"message": {"message_id": 9, "date": 1795500000, "chat": chat, "from": sender, "text": "/stop"}}
    )
    await town.settle()
    for phone in phones.values():
        phone.expects_nothing()
