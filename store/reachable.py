"""When each of the staff is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.reachable import USUAL, Block, Hours, Reach, reach
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


async def set_day(session: AsyncSession, person_id: int, weekday: int, blocks: Sequence[Block]) -> None:
    """These are their hours on that weekday. The first time, the other days keep the usual ones."""
    hours = list(await hours_of(session, person_id))
    hours[weekday] = tuple(blocks)
    await _write(session, person_id, hours)


async def set_usual(session: AsyncSession, person_id: int) -> None:
    """They say that the usual hours are theirs."""
    await _write(session, person_id, USUAL)


async def _write(session: AsyncSession, person_id: int, hours: Sequence[Sequence[Block]]) -> None:
    await session.execute(delete(ReachableBlock).where(ReachableBlock.person_id == person_id))
    session.add_all(
        ReachableBlock(person_id=person_id, weekday=weekday, opens=opens, closes=closes)
        for weekday, blocks in enumerate(hours)
        for opens, closes in blocks
    )
    await session.flush()


async def reach_of(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo) -> Reach:
    """How things stand for this person at this moment."""
    absent = await away.away_of(session, person_id, local_day(now, zone))
    return reach(now, zone, absent, await hours_of(session, person_id))
