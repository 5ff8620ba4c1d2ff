"""A database full of people, for the real process to work on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from bot.application import Spoor, assemble
from bot.settings import Settings
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from programme.calendar import local_day
from programme.joining import CONSENT_VERSION
from programme.people import Role
from store import joining, night
from store.portion import EVERYBODY
from store.tables import Checkin, CheckinPlan, Lane, Person, ReachableBlock, Trajectory
from tests.bot.process import Place

BEGELEIDERS = 120
YOUTH, BEGELEIDER, CROWD = 1_000_000, 2_000_000, 3_000_000
"""The first account of each."""
DATABASE = "spoor.db"


def database_url(here: Place) -> str:
    """Where the process of this place keeps everything."""
    return f"sqlite:///{here.folder / DATABASE}"


@asynccontextmanager
async def opened(here: Place) -> AsyncIterator[Spoor]:
    """The bot of this place in this process, on the same database; nothing goes in or out by itself."""
    settings = Settings.model_validate(
        {
            "telegram_token": here.telegram.token,
            "telegram_api_url": here.api_url,
            "spoor_key": here.key,
            "database_url": database_url(here),
        }
    )
    spoor = assemble(settings)
    await spoor.open()
    try:
        yield spoor
    finally:
        await spoor.close()


async def fill(here: Place, *, youths: int, planned: int = 0, asked: bool = False) -> None:
    """Youths and begeleiders who are there day and night; a planned message to each of a crowd of others. `asked`: each
    youth was asked today's question, of which the id is their number from 1."""
    async with opened(here) as spoor:
        async with spoor.database.write() as session:
            await _people(spoor, session, youths, asked=asked)
        async with spoor.database.write() as session:
            await _crowd(spoor, session, planned)
            await session.flush()
            await night.heal(session, spoor.clock.now(), spoor.setting.zone, EVERYBODY)


async def _people(spoor: Spoor, session: AsyncSession, youths: int, *, asked: bool) -> None:
    now = spoor.clock.now()
    today = local_day(now, spoor.setting.zone)
    staff = [_person(Role.BEGELEIDER, BEGELEIDER + number, now) for number in range(BEGELEIDERS)]
    session.add_all(staff)
    await session.flush()
    session.add_all(
        ReachableBlock(person_id=person.id, weekday=weekday, opens=time(0), closes=time(23, 59))
        for person in staff
        for weekday in range(7)
    )
    they = [_person(Role.YOUTH, YOUTH + number, now) for number in range(youths)]
    session.add_all(they)
    await session.flush()
    for number, person in enumerate(they):
        guide = staff[number % BEGELEIDERS]
        session.add(Trajectory(youth_id=person.id, begeleider_id=guide.id, start_on=today))
        session.add(CheckinPlan(youth_id=person.id, at=time(10)))
        joining.consent(session, person, CONSENT_VERSION, now)
        if asked:
            session.add(Checkin(id=number + 1, youth_id=person.id, day=today, opener=0, asked_at=now))
    await session.flush()


def _person(role: Role, account: int, now: datetime) -> Person:
    return Person(role=role, name="Sam", telegram_id=account, language="nl", created_at=now, joined_at=now)


async def _crowd(spoor: Spoor, session: AsyncSession, planned: int) -> None:
    occasion = Occasion(session, spoor.clock.now(), spoor.setting)
    screen, manner = Screen(Verbatim("Hoe is 't vandaag?")), Manner(kind="bench", lane=Lane.PLANNED)
    for number in range(planned):
        person = _person(Role.YOUTH, CROWD + number, occasion.now)
        session.add(person)
        await session.flush()
        await occasion.say(screen, person, manner)
