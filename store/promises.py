"""Who said that they will get in touch with whom, and whether something came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store import contacts
from store.tables import Contact, Promise


async def make(
    session: AsyncSession, youth_id: int, by_id: int, now: datetime, today: date, *, because: datetime | None = None
) -> bool:
    """They will get in touch. False when they had promised that before: it stays the one promise.

    `because`: of something that happened then. A promise of before that does not count for it, and keeps its own day.
    """
    mine = [row for row in await open_about(session, youth_id) if row.by_id == by_id]
    if any(because is None or row.at > because for row in mine):
        return False
    session.add(Promise(youth_id=youth_id, by_id=by_id, at=now, day=today))
    await session.flush()
    return True


async def weigh(session: AsyncSession, contact: Contact, now: datetime) -> Sequence[Promise]:
    """This contact was noted, changed, removed or put back: which promises about the youth are kept with that, whoever
    made them, and which are not any more. Those that are kept now and were not before."""
    touched = or_(Promise.kept_at.is_(None), Promise.kept_with == contact.id)
    rows = await session.scalars(select(Promise).where(Promise.youth_id == contact.youth_id, touched))
    return [row for row in rows.all() if await _is_kept_now(session, row, now)]


async def _is_kept_now(session: AsyncSession, row: Promise, now: datetime) -> bool:
    """Whether it became so just now."""
    before = row.kept_at
    kept = await contacts.first_since(session, row.youth_id, row.day, row.at)
    row.kept_at = None if kept is None else before or now
    row.kept_with = None if kept is None else kept.id
    await session.flush()
    return before is None and kept is not None


async def drop(session: AsyncSession, row: Promise, now: datetime) -> bool:
    """It is not needed any more. False when it was settled before."""
    if row.kept_at is not None:
        return False
    row.kept_at = now
    await session.flush()
    return True


async def open_about(session: AsyncSession, youth_id: int) -> Sequence[Promise]:
    """What is still to come about this youth, oldest first."""
    return (await session.scalars(_OPEN_ABOUT, {"youth": youth_id})).all()


# Made once: it is asked about each youth every morning, and making it costs more than the answer.
_OPEN_ABOUT = select(Promise).where(Promise.youth_id == bindparam("youth"), Promise.kept_at.is_(None))
_OPEN_ABOUT = _OPEN_ABOUT.order_by(Promise.id)


async def covering(session: AsyncSession, youth_id: int, said: datetime) -> Promise | None:
    """The promise that somebody made about this youth since that moment, and which is still to be kept."""
    return next((row for row in await open_about(session, youth_id) if row.at > said), None)


async def hand_over(session: AsyncSession, youth_id: int, leaver_id: int, to_id: int) -> None:
    """What the leaver promised about this youth is to be done by another; one promise of theirs is enough."""
    theirs = [row for row in await open_about(session, youth_id) if row.by_id in (leaver_id, to_id)]
    for row in theirs:
        row.by_id = to_id
    for row in theirs[1:]:
        row.kept_at = row.at
