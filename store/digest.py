"""The messages that gather what asks for something, what was on them, and when the next are due."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.digest import DEFAULT_AT, expires_at, next_digest
from programme.people import Role
from programme.targets import next_check
from store import agenda, people
from store.agenda import Duty
from store.asks import Asked
from store.portion import EVERYBODY, Portion
from store.tables import Agenda, AgendaState, Bundle, Digest, DigestItem, Person, Preference, PushChoice, Trajectory

KEPT_FOR = timedelta(days=60)
DUTIES = (Duty.DIGEST, Duty.TARGETS)


# --- What was on them ---


async def add(session: AsyncSession, person_id: int, day: date, bundle: Bundle, asked: Iterable[Asked]) -> Digest:
    """A message of that day, with a line for each thing."""
    row = Digest(person_id=person_id, day=day, bundle=bundle)
    session.add(row)
    await session.flush()
    for each in asked:
        line = DigestItem(
            digest_id=row.id, ask=each.ask, subject=each.subject, youth_id=each.youth_id, due_on=each.due_on
        )
        session.add(line)
        await session.flush()  # one by one: the lines stand in the order of their numbers
    return row


async def of_day(session: AsyncSession, person_id: int, day: date, bundle: Bundle) -> Digest | None:
    """The message of that day to this person."""
    query = select(Digest).where(Digest.person_id == person_id, Digest.day == day, Digest.bundle == bundle)
    return (await session.scalars(query)).first()


async def about(session: AsyncSession, youth_id: int, day: date) -> Sequence[Digest]:
    """The messages of that day to whoever walks with this youth, or with a line about them."""
    team = [person.id for person in await people.team_of(session, youth_id)]
    line = exists().where(DigestItem.digest_id == Digest.id, DigestItem.youth_id == youth_id)
    query = select(Digest).where(Digest.day == day, or_(Digest.person_id.in_(team), line))
    return (await session.scalars(query.order_by(Digest.id))).all()


async def items(session: AsyncSession, digest_id: int) -> Sequence[DigestItem]:
    """Its lines, in their order."""
    query = select(DigestItem).where(DigestItem.digest_id == digest_id)
    return (await session.scalars(query.order_by(DigestItem.id))).all()


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of the messages of two months ago."""
    old = select(Digest.id).where(Digest.day < (now - KEPT_FOR).date())
    await session.execute(delete(DigestItem).where(DigestItem.digest_id.in_(old)))
    await session.execute(delete(Digest).where(Digest.id.in_(old)))


# --- When they come ---


async def time_of(session: AsyncSession, person_id: int) -> time:
    """The local time of the morning message of this person."""
    row = await session.get(Preference, person_id)
    return DEFAULT_AT if row is None or row.digest_at is None else row.digest_at


async def choose_time(session: AsyncSession, person_id: int, at: time, now: datetime, zone: ZoneInfo) -> None:
    """At this local time from now on."""
    row = await session.get(Preference, person_id)
    if row is None:
        row = Preference(person_id=person_id, answers=PushChoice.ALL)
        session.add(row)
    row.digest_at = at
    await session.flush()
    if await agenda.is_waiting(session, Duty.DIGEST, person_id):
        await agenda.drop(session, Duty.DIGEST, person_id)
        await plan_digest(session, person_id, now, zone)


async def plan_digest(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo) -> None:
    """The next morning message."""
    due = next_digest(now, await time_of(session, person_id), zone)
    key = f"{person_id}:{due.isoformat()}"
    await agenda.plan(session, Duty.DIGEST, person_id, due, key=key, expires_at=expires_at(due, zone))


async def plan_targets(session: AsyncSession, person_id: int, now: datetime, zone: ZoneInfo) -> None:
    """The next look at the face-to-face targets. What was not looked at on its day is not looked at later."""
    due = next_check(now, zone)
    key = f"{person_id}:{due.isoformat()}"
    await agenda.plan(session, Duty.TARGETS, person_id, due, key=key, expires_at=expires_at(due, zone))


async def plan_for(session: AsyncSession, person: Person, now: datetime, zone: ZoneInfo) -> None:
    """Both, for who came in and walks with youths, when they are not planned yet."""
    if person.joined_at is None or person.ended_at is not None or not await people.youths_of(session, person.id):
        return
    for duty, plan in zip(DUTIES, (plan_digest, plan_targets), strict=True):
        if not await agenda.is_waiting(session, duty, person.id):
            await plan(session, person.id, now, zone)


async def drop_for(session: AsyncSession, person_id: int) -> None:
    """None any more."""
    for duty in DUTIES:
        await agenda.drop(session, duty, person_id)


async def heal(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion = EVERYBODY) -> None:
    """See that everybody of these who came in and walks with youths has both on the agenda."""
    for duty, plan in zip(DUTIES, (plan_digest, plan_targets), strict=True):
        for person_id in await _without(session, duty, whom):
            await plan(session, person_id, now, zone)


async def _without(session: AsyncSession, duty: Duty, whom: Portion) -> Sequence[int]:
    waiting = exists().where(Agenda.kind == duty, Agenda.about == Person.id, Agenda.state == AgendaState.WAITING)
    mine = or_(Trajectory.begeleider_id == Person.id, Trajectory.duo_id == Person.id)
    youths = select(Person.id).where(Person.role == Role.YOUTH, Person.ended_at.is_(None))
    walks = exists().where(mine, Trajectory.youth_id.in_(youths))
    there = (Person.role == Role.BEGELEIDER, Person.joined_at.is_not(None), Person.ended_at.is_(None))
    query = select(Person.id).where(whom.holds(Person.id), *there, walks, ~waiting)
    return (await session.scalars(query.order_by(Person.id))).all()
