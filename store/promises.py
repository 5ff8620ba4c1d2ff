"""Who said that they will get in touch with whom, and whether something came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Promise


async def make(session: AsyncSession, youth_id: int, by_id: int, now: datetime) -> Promise:
    """They will get in touch. What they promised before about this youth stays the one promise."""
    mine = select(Promise).where(Promise.youth_id == youth_id, Promise.by_id == by_id, Promise.kept_at.is_(None))
    known = (await session.scalars(mine.limit(1))).first()
    if known is not None:
        return known
    row = Promise(youth_id=youth_id, by_id=by_id, at=now)
    session.add(row)
    await session.flush()
    return row


async def keep(session: AsyncSession, youth_id: int, now: datetime) -> None:
    """There was contact with this youth: whatever was promised about it is settled, whoever it was."""
    await session.execute(
        update(Promise).where(Promise.youth_id == youth_id, Promise.kept_at.is_(None)).values(kept_at=now)
    )


async def open_about(session: AsyncSession, youth_id: int) -> Sequence[Promise]:
    """What is still to come about this youth, oldest first."""
    query = select(Promise).where(Promise.youth_id == youth_id, Promise.kept_at.is_(None))
    return (await session.scalars(query.order_by(Promise.id))).all()


async def hand_over(session: AsyncSession, youth_id: int, leaver_id: int, to_id: int) -> None:
    """What the leaver promised about this youth is to be done by another; one promise of theirs is enough."""
    theirs = [row for row in await open_about(session, youth_id) if row.by_id in (leaver_id, to_id)]
    for row in theirs:
        row.by_id = to_id
    for row in theirs[1:]:
        row.kept_at = row.at
