"""Contacts between people: noted, corrected, looked back at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.contacts import ContactKind
from store.tables import Contact


async def note(
    session: AsyncSession,
    youth_id: int,
    kind: ContactKind,
    day: date,
    by_id: int,
    now: datetime,
    *,
    at: datetime | None,
) -> Contact:
    """A contact of that day; `at` when it was noted at once."""
    row = Contact(youth_id=youth_id, kind=kind, day=day, at=at, by_id=by_id, noted_at=now)
    session.add(row)
    await session.flush()
    return row


async def note_message(session: AsyncSession, youth_id: int, by_id: int, day: date, now: datetime) -> None:
    """Words of a begeleider reached this youth through the bot: one contact a day, however many they were."""
    known = _alive(youth_id).where(Contact.kind == ContactKind.MESSAGE, Contact.day == day)
    if (await session.scalars(known.limit(1))).first() is None:
        await note(session, youth_id, ContactKind.MESSAGE, day, by_id, now, at=now)


async def of_youth(session: AsyncSession, youth_id: int, since: date) -> Sequence[Contact]:
    """The contacts with or around this youth from that day on, oldest first; removed ones are not among them."""
    return (await session.scalars(_alive(youth_id).where(Contact.day >= since).order_by(Contact.day, Contact.id))).all()


async def meetings(session: AsyncSession, youth_id: int, since: date) -> Sequence[date]:
    """The days of the face-to-face contacts from that day on; a day with two of them twice."""
    found = await of_youth(session, youth_id, since)
    return [contact.day for contact in found if contact.kind is ContactKind.FACE_TO_FACE]


async def last_day(session: AsyncSession, youth_id: int, kinds: Iterable[ContactKind]) -> date | None:
    """The day of the newest contact of one of these kinds."""
    alive = (Contact.youth_id == youth_id, Contact.removed_at.is_(None), Contact.kind.in_(kinds))
    return await session.scalar(select(func.max(Contact.day)).where(*alive))


async def last_days(session: AsyncSession, youth_ids: Iterable[int], kinds: Iterable[ContactKind]) -> dict[int, date]:
    """For each of these youths with any, the day of the newest contact of one of these kinds."""
    alive = (Contact.youth_id.in_(list(youth_ids)), Contact.removed_at.is_(None), Contact.kind.in_(list(kinds)))
    query = select(Contact.youth_id, func.max(Contact.day)).where(*alive).group_by(Contact.youth_id)
    return dict((await session.execute(query)).all())


async def all_meetings(session: AsyncSession, youth_ids: Iterable[int], since: date) -> dict[int, list[date]]:
    """For each of these youths the days of the face-to-face contacts from that day on; a day with two of them twice."""
    alive = (Contact.youth_id.in_(list(youth_ids)), Contact.removed_at.is_(None), Contact.day >= since)
    query = select(Contact.youth_id, Contact.day).where(*alive, Contact.kind == ContactKind.FACE_TO_FACE)
    found: dict[int, list[date]] = defaultdict(list)
    for youth_id, day in await session.execute(query.order_by(Contact.day)):
        found[youth_id].append(day)
    return found


def _alive(youth_id: int) -> Select[Contact]:
    return select(Contact).where(Contact.youth_id == youth_id, Contact.removed_at.is_(None))
