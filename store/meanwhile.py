"""What happened with a youth while their begeleider was away: facts, and nothing that anybody said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.checkin import Face
from programme.contacts import ContactKind
from programme.milestones import Milestone
from store import checkin, talk
from store.journal import Happened
from store.tables import Checkin, Contact, Journal, MilestoneRow, MilestoneState, Person, Silence, Talk


@dataclass(frozen=True)
class Quiet:
    """A silence that was told of meanwhile, or that goes on."""

    since: date
    taken_up_by: str | None
    """Who got in touch; None when nobody did."""
    heard_again: bool


@dataclass(frozen=True)
class Meanwhile:
    """What is to be known of one youth."""

    youth_id: int
    name: str
    contacts: dict[str, Counter[ContactKind]]
    """Noted by others, by the name of whoever noted them."""
    faces: tuple[Face, ...]
    """Of the answers, oldest first."""
    waiting: int
    """Messages that nobody answered yet."""
    calls: int
    silences: tuple[Quiet, ...]
    milestones: tuple[Milestone, ...]
    """Settled as done, by others."""
    wants_quiet: bool
    """Whether they paused or stopped the questions meanwhile."""


async def of_youth(
    session: AsyncSession, youth: Person, begeleider_id: int, since: datetime, zone: ZoneInfo
) -> Meanwhile:
    """What happened with this youth since that moment."""
    return Meanwhile(
        youth_id=youth.id,
        name=youth.name,
        contacts=await _contacts(session, youth.id, begeleider_id, since),
        faces=await _faces(session, youth.id, since),
        waiting=await _waiting(session, youth.id, begeleider_id),
        calls=await _calls(session, youth.id, since),
        silences=await _silences(session, youth.id, since, zone),
        milestones=await _milestones(session, youth.id, begeleider_id, since),
        wants_quiet=await _wants_quiet(session, youth.id, since),
    )


async def _contacts(
    session: AsyncSession, youth_id: int, begeleider_id: int, since: datetime
) -> dict[str, Counter[ContactKind]]:
    theirs = (Contact.youth_id == youth_id, Contact.by_id != begeleider_id, Contact.noted_at >= since)
    query = select(Contact, Person).join(Person, Person.id == Contact.by_id)
    found: dict[str, Counter[ContactKind]] = {}
    for contact, by in await session.execute(query.where(*theirs, Contact.removed_at.is_(None)).order_by(Contact.id)):
        found.setdefault(by.name, Counter())[contact.kind] += 1
    return found


async def _faces(session: AsyncSession, youth_id: int, since: datetime) -> tuple[Face, ...]:
    answered = select(Checkin.face).where(Checkin.youth_id == youth_id, Checkin.answered_at >= since)
    faces = await session.scalars(answered.where(Checkin.face.is_not(None)).order_by(Checkin.day))
    return tuple(Face(face) for face in faces if face is not None)


async def _waiting(session: AsyncSession, youth_id: int, begeleider_id: int) -> int:
    rows: list[Talk] = [row for row in await talk.unanswered(session, begeleider_id) if row.youth_id == youth_id]
    return len(rows)


async def _calls(session: AsyncSession, youth_id: int, since: datetime) -> int:
    asked = (Journal.actor_id == youth_id, Journal.kind == Happened.CALL_ASKED, Journal.at >= since)
    return await session.scalar(select(func.count()).select_from(Journal).where(*asked)) or 0


async def _silences(session: AsyncSession, youth_id: int, since: datetime, zone: ZoneInfo) -> tuple[Quiet, ...]:
    goes_on = or_(Silence.begeleider_told_at >= since, Silence.settled_at.is_(None))
    told = select(Silence).where(Silence.youth_id == youth_id, goes_on)
    return tuple([await _quiet(session, row, zone) for row in await session.scalars(told.order_by(Silence.id))])


async def _quiet(session: AsyncSession, row: Silence, zone: ZoneInfo) -> Quiet:
    by = None if row.settled_by is None else (await session.get_one(Person, row.settled_by)).name
    return Quiet(local_day(row.since, zone), by, heard_again=row.settled_at is not None and by is None)


async def _milestones(
    session: AsyncSession, youth_id: int, begeleider_id: int, since: datetime
) -> tuple[Milestone, ...]:
    done = (MilestoneRow.youth_id == youth_id, MilestoneRow.state == MilestoneState.DONE)
    by_others = (MilestoneRow.settled_at >= since, MilestoneRow.settled_by != begeleider_id)
    query = select(MilestoneRow.kind).where(*done, *by_others).order_by(MilestoneRow.settled_at, MilestoneRow.id)
    return tuple(await session.scalars(query))


async def _wants_quiet(session: AsyncSession, youth_id: int, since: datetime) -> bool:
    plan = await checkin.plan_of(session, youth_id)
    if plan is None:
        return False
    return any(at is not None and at >= since for at in (plan.stopped_at, plan.paused_at))
