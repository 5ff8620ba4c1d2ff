"""When each of the staff is there."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.reachable import USUAL, Hours, Reach, reach
from store import away
from store.tables import ReachableBlock


async def set_hours(session: AsyncSession, person_id: int) -> Hours | None:
    """The hours that this person set; None when they set none."""
    query = select(ReachableBlock).where(ReachableBlock.person_id == person_id).order_by(ReachableBlock.opens)
    rows = (await session.scalars(query)).all()
    if not rows:
        return None
    return tuple(tuple((row.opens, row.closes) for row in rows if row.weekday == weekday) for weekday in range(7))


async def hours_of(session: AsyncSession, person_id: int) -> Hours:
    """When this person is there; the usual hours when they set none."""
    return await set_hours(session, person_id) or USUAL


async def reach_of(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo) -> Reach:
    """How things stand for this person at this moment."""
    absent = await away.away_of(session, person_id, local_day(now, zone))
    return reach(now, zone, absent, await hours_of(session, person_id))
