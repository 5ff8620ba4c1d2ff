"""From a youth's tap to the begeleider's phone, while thousands of planned messages pour out: the real process, a
Telegram on a socket, and its round trip."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from datetime import datetime, time
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from sqlalchemy.ext.asyncio import AsyncSession

from bot.application import Spoor, assemble
from bot.clock import SystemClock
from bot.settings import Settings
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens.crisis import CallMeTapped
from programme.joining import CONSENT_VERSION
from programme.people import Role
from store import joining
from store.tables import Lane, Person, ReachableBlock, Trajectory
from tests.bench.strict import Strict, strict
from tests.bot.process import Place, stopped

PLANNED = 10_000
YOUTHS, BEGELEIDERS = 200, 50
# Seconds between two taps, at most.
APART = 0.5
ROUND_TRIP = 0.08

YOUTH, BEGELEIDER, CROWD = 1_000_000, 2_000_000, 3_000_000
"""The first account of each."""


async def from_tap_to_phone() -> None:
    """How long it takes, in milliseconds: the median, and the longest of a hundred."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(ROUND_TRIP) as (telegram, url):
            here = Place(Path(folder), url)
            await _fill(here)
            process = await here.start("run", DATABASE_URL=_database(here))
            took = await _taps(telegram)
            planned = sum(chat >= CROWD for _, _, chat in telegram.came)
            await stopped(process)
    print(f"Bel me, from the tap to the begeleider's phone while {PLANNED - planned} planned messages wait:", end=" ")
    print(f"median {median(took) * 1000:.0f} ms, p99 {quantiles(took, n=100)[98] * 1000:.0f} ms", end=" ")
    print(f"({len(took)} taps, a round trip of {ROUND_TRIP * 1000:.0f} ms is in it;", end=" ")
    print(f"{telegram.refused} times 429, at most {telegram.most_in_a_second} messages in a second)")


async def _taps(telegram: Strict) -> list[float]:
    """Youths tap one after the other, once the planned messages pour."""
    clock, chance = SystemClock(), random.Random(5)
    while sum(chat >= CROWD for _, _, chat in telegram.came) < 40:
        await clock.sleep(0.05)
    tapped: dict[int, list[float]] = defaultdict(list)
    for number in range(YOUTHS):
        tapped[BEGELEIDER + number % BEGELEIDERS].append(perf_counter())
        telegram.tap(YOUTH + number, CallMeTapped().data)
        await clock.sleep(chance.uniform(0, APART))
    await clock.sleep(3)
    took: list[float] = []
    for begeleider, moments in tapped.items():
        came = [moment for moment, _, chat in telegram.came if chat == begeleider]
        assert len(came) == len(moments), "each begeleider is alerted once by each youth"
        took += [alert - tap for tap, alert in zip(moments, came, strict=True)]
    return took


async def _fill(here: Place) -> None:
    """People, and what is planned for a crowd of others."""
    settings = Settings.model_validate(
        {
            "telegram_token": here.telegram.token,
            "telegram_api_url": here.api_url,
            "spoor_key": here.key,
            "database_url": _database(here),
        }
    )
    spoor = assemble(settings)
    await spoor.open()
    async with spoor.database.write() as session:
        await _people(session, spoor.clock.now())
    async with spoor.database.write() as session:
        await _crowd(spoor, session)
    await spoor.close()


def _database(here: Place) -> str:
    return f"sqlite:///{here.folder / 'spoor.db'}"


async def _people(session: AsyncSession, now: datetime) -> None:
    staff = [_person(Role.BEGELEIDER, BEGELEIDER + number, now) for number in range(BEGELEIDERS)]
    session.add_all(staff)
    await session.flush()
    session.add_all(
        ReachableBlock(person_id=person.id, weekday=weekday, opens=time(0), closes=time(23, 59))
        for person in staff
        for weekday in range(7)
    )
    for number in range(YOUTHS):
        person = _person(Role.YOUTH, YOUTH + number, now)
        session.add(person)
        await session.flush()
        session.add(Trajectory(youth_id=person.id, begeleider_id=staff[number % BEGELEIDERS].id, start_on=now.date()))
        joining.consent(session, person, CONSENT_VERSION, now)
    await session.flush()


def _person(role: Role, account: int, now: datetime) -> Person:
    return Person(role=role, name="Sam", telegram_id=account, language="nl", created_at=now, joined_at=now)


async def _crowd(spoor: Spoor, session: AsyncSession) -> None:
    occasion = Occasion(session, spoor.clock.now(), spoor.setting)
    screen, manner = Screen(Verbatim("Hoe is 't vandaag?")), Manner(kind="bench", lane=Lane.PLANNED)
    for number in range(PLANNED):
        person = _person(Role.YOUTH, CROWD + number, occasion.now)
        session.add(person)
        await session.flush()
        await occasion.say(screen, person, manner)
