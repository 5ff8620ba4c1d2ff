"""An organisation of any size, in which nothing needs to be put right: a hundred youths, and copies of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.application import Spoor
from programme.calendar import local_day
from programme.joining import CONSENT_VERSION
from programme.people import Role
from store import joining, milestones
from store.tables import CheckinPlan, MilestoneRow, MilestoneState, Person, Trajectory
from tests.bench.crowd import opened
from tests.bot.process import Place

TEAM, EACH = 5, 20
HUNDRED = TEAM * EACH

# How far the numbers of a copy lie from those of the copy before it.
STRIDE = 10_000

# What is copied, in the order in which rows lean on each other, and which of its columns are numbers that move along.
COPIED = {
    "person": ("id", "telegram_id"),
    "trajectory": ("youth_id", "begeleider_id"),
    "checkin_plan": ("youth_id",),
    "consent": ("id", "person_id"),
    "milestone": ("id", "youth_id"),
    "spiderweb_offer": ("id", "milestone_id", "youth_id"),
    "agenda": ("id", "about"),
}
# A key begins with the duty and what it is about.
KEY = "kind || ':' || (about + :shift) || substr(key, length(kind || ':' || about) + 1)"


async def organisation(here: Place, youths: int) -> None:
    """Some hundreds of youths at all points of their year, each with all that waits for them on the agenda."""
    async with opened(here) as spoor:
        async with spoor.database.write() as session:
            await _hundred(spoor, session)
        await spoor.open()  # what is missing on the agenda is looked for
        await spoor.tick.work()
        with closing(sqlite3.connect(str(spoor.database.path))) as database, database:
            for number in range(1, youths // HUNDRED):
                _copy(database, number * STRIDE)
        await spoor.database.fold()


async def _hundred(spoor: Spoor, session: AsyncSession) -> None:
    now = spoor.clock.now()
    today = local_day(now, spoor.setting.zone)
    for _ in range(TEAM):
        guide = _person(Role.BEGELEIDER, now)
        session.add(guide)
        await session.flush()
        for number in range(EACH):
            await _youth(session, guide, today - timedelta(days=number * 365 // EACH), now)
    # Whatever came before today was done.
    done = update(MilestoneRow).where(MilestoneRow.due_on < today)
    await session.execute(done.values(state=MilestoneState.DONE, settled_at=now))
    await session.execute(update(Person).values(telegram_id=Person.id))


async def _youth(session: AsyncSession, guide: Person, start: date, now: datetime) -> None:
    youth = _person(Role.YOUTH, now)
    session.add(youth)
    await session.flush()
    session.add(Trajectory(youth_id=youth.id, begeleider_id=guide.id, start_on=start))
    session.add(CheckinPlan(youth_id=youth.id, at=time(10 + youth.id % 12, youth.id % 60)))
    joining.consent(session, youth, CONSENT_VERSION, now)
    await session.flush()
    await milestones.derive(session, youth.id)


def _person(role: Role, now: datetime) -> Person:
    return Person(role=role, name="Sam", language="nl", created_at=now, joined_at=now)


def _copy(database: sqlite3.Connection, shift: int) -> None:
    for table, moving in COPIED.items():
        columns = [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")]
        values = (KEY if name == "key" else f"{name} + :shift" if name in moving else name for name in columns)
        which = f"{moving[-1]} < {STRIDE}"  # of the first copy; and nothing that is about nobody
        insert = f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE {which}"  # noqa: S608 - all of it stands above
        database.execute(insert, {"shift": shift})
