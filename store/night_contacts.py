"""Whom the organisation has for the night."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store import away
from store.tables import NightContact, Person


async def there(session: AsyncSession, now: datetime, zone: ZoneInfo) -> list[Person]:
    """Who is called when it cannot wait for the morning: nobody who blocked the bot, left or is away."""
    today = now.astimezone(zone).date()
    query = select(Person).join(NightContact, NightContact.person_id == Person.id).order_by(Person.id)
    return [person for person in await session.scalars(query) if await away.is_there(session, person, today)]


async def is_one(session: AsyncSession, person_id: int) -> bool:
    """Whether this colleague is called at night."""
    return await session.get(NightContact, person_id) is not None


async def choose(session: AsyncSession, person_id: int, now: datetime, *, on: bool) -> bool:
    """From now on they are, or are not. False when it was so already."""
    row = await session.get(NightContact, person_id)
    if (row is not None) == on:
        return False
    if row is None:
        session.add(NightContact(person_id=person_id, since=now))
    else:
        await session.delete(row)
    await session.flush()
    return True
