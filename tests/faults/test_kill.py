"""A day of fifty youths, in which the process is killed at random moments, again and again.

`make kills` does it a thousand times, on days that go on side by side; KILLS sets another number, SPOOR_FAULT_SEED
makes other days of them.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from store.tables import Checkin, CheckinWords, Inbox, InboxState, Outbox, OutboxState
from tests.faults.promises import MARK
from tests.faults.street import YOUTHS, Street
from tests.people import row_of

KILLS = int(os.environ.get("KILLS", "100"))
IN_A_DAY = 50
DAYS = [min(IN_A_DAY, KILLS - before) for before in range(0, KILLS, IN_A_DAY)]
EVENING = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
SEED = int(os.environ.get("SPOOR_FAULT_SEED", "1"))


async def live_and_die(street: Street, wind: timedelta) -> None:
    """One life: half of them are cut short at any moment from their first on, half when they had caught up with what
    the lives before them left."""
    began = street.clock.now()
    await street.start()
    if street.chance.random() < 0.5:
        await street.caught_up(began)
    await street.live(street.chance.uniform(0.0, 0.4), wind)
    await street.kill()


async def rest(street: Street) -> None:
    """The last life is left in peace until all is done."""
    await street.start()
    await street.live(2, timedelta(minutes=1))
    street.chance = random.Random(0)
    async with asyncio.timeout(90):
        while street.telegram.updates.waiting or await unfinished(street):  # noqa: ASYNC110
            await asyncio.sleep(0.3)
    await street.kill()


async def unfinished(street: Street) -> bool:
    """Whether the bot still has something to do now."""
    async with street.town.spoor.database.read() as session:
        new = await session.scalar(select(Inbox.update_id).where(Inbox.state == InboxState.NEW).limit(1))
        open_ = Outbox.state.in_([OutboxState.QUEUED, OutboxState.SENDING])
        return new is not None or await session.scalar(select(Outbox.id).where(open_).limit(1)) is not None


async def rows(street: Street, table: type) -> Sequence[object]:
    """All of a table."""
    async with street.town.spoor.database.read() as session:
        return (await session.scalars(select(table))).all()


@pytest.mark.fault
@pytest.mark.timeout(1800)
@pytest.mark.asyncio
@pytest.mark.parametrize(("day", "kills"), [pytest.param(*day, id=f"day {day[0]}") for day in enumerate(DAYS)])
async def test_killed_again_and_again_in_a_day_it_loses_nothing_and_repeats_nothing(
    tmp_path: Path, day: int, kills: int
) -> None:
    street = Street(tmp_path, random.Random(f"{SEED} {day}"))
    await street.open()
    try:
        for _ in range(kills):
            await live_and_die(street, (EVENING - street.clock.now()) / kills * 2)
        street.wind(max(EVENING, street.clock.now()))
        await street.town.open()
        await rest(street)
        await judge(street)
    finally:
        await street.close()


def said(street: Street, word: str, *, kept: bool) -> int:
    """How often a begeleider got this word, unmarked, as one that is not kept: it came too long after the one before it
    to be of the same story."""
    if kept:
        return 0
    shown = [message.plain for guide in street.guides for message in guide.sees() if word in message.plain]
    return sum(MARK not in text for text in shown)


async def judge(street: Street) -> None:
    """What the phones show, and what the database says."""
    checkins = {row.youth_id: row for row in await rows(street, Checkin) if isinstance(row, Checkin)}
    words = Counter(row.words for row in await rows(street, CheckinWords) if isinstance(row, CheckinWords))
    outbox = [row for row in await rows(street, Outbox) if isinstance(row, Outbox)]
    assert all(row.state is InboxState.HANDLED for row in await rows(street, Inbox) if isinstance(row, Inbox))

    for youth in street.youths:
        me = await row_of(street.town, youth)
        asked = list(street.faces_of(youth))
        nudged = [row for row in outbox if row.person_id == me.id and row.kind == "nudge"]
        assert me.id in checkins, "somebody was not asked"
        doubtful = any(row.state is OutboxState.UNKNOWN for row in outbox if row.person_id == me.id)
        assert len(asked) <= 1 + len(nudged), "a question was sent twice"
        assert asked or doubtful, "a question was lost, and nobody knows"
        if face := street.tapped.get(youth.user.id):
            assert checkins[me.id].face == face, "an answer was lost"
        for word in street.wrote.get(youth.user.id, []):
            assert words[word] + said(street, word, kept=word in words) == 1, "a word was lost, or kept twice"

    arrived = sum(bool(list(street.faces_of(youth))) for youth in street.youths)
    print(f"of {YOUTHS}: asked {arrived}, answered {len(street.tapped)}, wrote {len(street.wrote)}")  # noqa: T201
    print("outcomes:", Counter(row.state.value for row in outbox))  # noqa: T201
    assert arrived > YOUTHS * 0.8
    assert len(street.tapped) > YOUTHS * 0.7
    assert street.wrote
