"""Contacts between people: noted, corrected, looked back at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day, slot
from programme.contacts import SPOKEN, WITH_THE_YOUTH, ContactKind
from programme.workdays import A_DAY
from store import talk
from store.tables import Contact, Talk


@dataclass(frozen=True)
class Entry:
    """A contact in a list. `has_note`: there are words beside it, which are not read here."""

    id: int
    kind: ContactKind
    day: date
    by_id: int
    has_note: bool


async def note(
    session: AsyncSession,
    youth_id: int,
    kind: ContactKind,
    day: date,
    by_id: int,
    now: datetime,
    *,
    at: datetime | None,
    message_id: int | None = None,
    through_bot: bool = False,
) -> Contact:
    """A contact of that day; `at` when it was noted at once."""
    row = Contact(
        youth_id=youth_id, kind=kind, day=day, at=at, by_id=by_id, noted_at=now,
        message_id=message_id, through_bot=through_bot,
    )  # fmt: skip
    session.add(row)
    await session.flush()
    return row


async def noted_under(session: AsyncSession, by_id: int, youth_id: int, message_id: int | None) -> Contact | None:
    """What this person noted about this youth under this message of ours, removed or not."""
    query = select(Contact).where(Contact.by_id == by_id, Contact.youth_id == youth_id)
    query = query.where(Contact.message_id == message_id).order_by(Contact.id.desc())
    return (await session.scalars(query.limit(1))).first()


# --- Words through the bot ---


async def note_message(session: AsyncSession, youth_id: int, by_id: int, day: date, now: datetime) -> Contact:
    """Words of a begeleider reached this youth through the bot: one contact a day, however many they were."""
    known = await _words_of(session, youth_id, day)
    if known is None:
        return await note(session, youth_id, ContactKind.MESSAGE, day, by_id, now, at=now, through_bot=True)
    known.noted_at = known.at = now
    return known


async def words_gone(session: AsyncSession, said: Talk, now: datetime, zone: ZoneInfo) -> Contact | None:
    """These words of a begeleider are none any more. The contact of their day, if any, goes with the last of them."""
    day = local_day(said.at, zone)
    known = await _words_of(session, said.youth_id, day)
    if known is None:
        return None
    left = await talk.last_words_to(session, said.youth_id, slot(day, time(0), zone), slot(day + A_DAY, time(0), zone))
    if left is None:
        remove(known, now)
    else:
        known.by_id, known.noted_at, known.at = left.author_id, left.at, left.at
    await session.flush()
    return known


async def _words_of(session: AsyncSession, youth_id: int, day: date) -> Contact | None:
    query = _alive(youth_id).where(Contact.through_bot, Contact.day == day)
    return (await session.scalars(query.limit(1))).first()


# --- Corrected ---


def move(row: Contact, day: date, at: datetime | None) -> None:
    """It was on another day; `at` when it is now."""
    row.day, row.at = day, at


def remove(row: Contact, now: datetime) -> None:
    """It was no contact. The row stays, so that it can be put back."""
    row.removed_at = now


def put_back(row: Contact, kind: ContactKind) -> None:
    """It was one after all, of this kind."""
    row.kind, row.removed_at = kind, None


# --- Looked back at ---


async def of_youth(session: AsyncSession, youth_id: int, since: date) -> Sequence[Contact]:
    """The contacts with or around this youth from that day on, oldest first; removed ones are not among them."""
    return (await session.scalars(_alive(youth_id).where(Contact.day >= since).order_by(Contact.day, Contact.id))).all()


async def newest(session: AsyncSession, youth_id: int) -> Sequence[Entry]:
    """All contacts with or around this youth, the newest first."""
    alive = _alive(youth_id).order_by(Contact.day.desc(), Contact.id.desc())
    fields = (Contact.id, Contact.kind, Contact.day, Contact.by_id, Contact.note.is_not(None))
    return [Entry(*row) for row in await session.execute(alive.with_only_columns(*fields))]


async def notes_of(session: AsyncSession, contact_ids: Iterable[int]) -> Mapping[int, str]:
    """The words beside these contacts. Raises store.sealed.CannotUnseal."""
    query = select(Contact.id, Contact.note).where(Contact.id.in_(contact_ids), Contact.note.is_not(None))
    return {contact_id: words or "" for contact_id, words in await session.execute(query)}


async def last_day(session: AsyncSession, youth_id: int, kinds: Iterable[ContactKind]) -> date | None:
    """The day of the newest contact of one of these kinds."""
    alive = (Contact.youth_id == youth_id, Contact.removed_at.is_(None), Contact.kind.in_(kinds))
    return await session.scalar(select(func.max(Contact.day)).where(*alive))


async def last_days(session: AsyncSession, youth_ids: Iterable[int], kinds: Iterable[ContactKind]) -> dict[int, date]:
    """For each of these youths with any, the day of the newest contact of one of these kinds."""
    alive = (Contact.youth_id.in_(list(youth_ids)), Contact.removed_at.is_(None), Contact.kind.in_(list(kinds)))
    query = select(Contact.youth_id, func.max(Contact.day)).where(*alive).group_by(Contact.youth_id)
    return dict((await session.execute(query)).all())


async def meetings(session: AsyncSession, youth_ids: Iterable[int], since: date) -> dict[int, list[date]]:
    """For each of these youths the days of the face-to-face contacts from that day on; a day with two of them twice."""
    alive = (Contact.youth_id.in_(list(youth_ids)), Contact.removed_at.is_(None), Contact.day >= since)
    query = select(Contact.youth_id, Contact.day).where(*alive, Contact.kind == ContactKind.FACE_TO_FACE)
    found: dict[int, list[date]] = defaultdict(list)
    for youth_id, day in await session.execute(query.order_by(Contact.day)):
        found[youth_id].append(day)
    return found


# --- What waits for one ---


async def first_since(session: AsyncSession, youth_id: int, day: date, moment: datetime) -> Contact | None:
    """The first contact with this youth, of that day or later, that was noted since that moment."""
    query = _alive(youth_id).where(Contact.kind.in_(WITH_THE_YOUTH), Contact.day >= day, Contact.noted_at >= moment)
    return (await session.scalars(query.order_by(Contact.id).limit(1))).first()


async def last_spoken(session: AsyncSession, youth_id: int) -> Contact | None:
    """The newest contact in which they spoke at the moment when it was noted."""
    query = _alive(youth_id).where(Contact.kind.in_(SPOKEN), Contact.at.is_not(None), Contact.through_bot.is_(False))
    return (await session.scalars(query.order_by(Contact.at.desc()).limit(1))).first()


def _alive(youth_id: int) -> Select[Contact]:
    return select(Contact).where(Contact.youth_id == youth_id, Contact.removed_at.is_(None))
