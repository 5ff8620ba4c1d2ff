"""After words that hint at suicide: what is open, who heard of it, who is in touch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningUpdate

from store import agenda, people
from store.agenda import Duty
from store.tables import Alarm, AlarmTold, Person


async def open_of(session: AsyncSession, youth_id: int) -> Alarm | None:
    """What nobody took up yet for this youth; there is never more than one."""
    return (await session.scalars(_OPEN, {"youth": youth_id})).first()


# Made once: it is asked for all that a youth says, and making it costs as much as the answer.
_OPEN = select(Alarm).where(Alarm.youth_id == bindparam("youth"), Alarm.taken_up_at.is_(None))


async def holds(session: AsyncSession, youth_id: int) -> bool:
    """Whether nothing planned reaches this youth because of it. Once they meant something else it does again."""
    row = await open_of(session, youth_id)
    return row is not None and row.meant_otherwise_at is None


async def begin(session: AsyncSession, youth_id: int, now: datetime) -> Alarm:
    """Their words hint at it."""
    row = Alarm(youth_id=youth_id, at=now, step=0)
    session.add(row)
    await session.flush()
    return row


async def of_youth(session: AsyncSession, youth_id: int, alarm_id: int) -> Alarm | None:
    """This one, when it is about this youth."""
    row = await session.get(Alarm, alarm_id)
    return row if row is not None and row.youth_id == youth_id else None


async def seen_by(session: AsyncSession, person_id: int, alarm_id: int) -> Alarm | None:
    """This one, when this member of the staff heard of it, or walks with the youth."""
    row = await session.get(Alarm, alarm_id)
    if row is None:
        return None
    heard = await session.get(AlarmTold, (alarm_id, person_id))
    theirs = person_id in {person.id for person in await people.team_of(session, row.youth_id)}
    return row if heard is not None or theirs else None


async def open_with(session: AsyncSession, person_id: int) -> Sequence[Alarm]:
    """What is open and this member of the staff heard of."""
    heard = select(AlarmTold.alarm_id).where(AlarmTold.person_id == person_id)
    query = select(Alarm).where(Alarm.id.in_(heard), Alarm.taken_up_at.is_(None))
    return (await session.scalars(query.order_by(Alarm.id))).all()


# --- Who hears of it ---


async def told(session: AsyncSession, alarm_id: int, person_id: int, now: datetime) -> bool:
    """This person hears of it now. Whether they had heard of it before."""
    before = await session.get(AlarmTold, (alarm_id, person_id))
    if before is None:
        session.add(AlarmTold(alarm_id=alarm_id, person_id=person_id, at=now))
    else:
        before.at = now
    await session.flush()
    return before is not None


async def who_heard(session: AsyncSession, alarm_id: int) -> Sequence[Person]:
    """Everybody who heard of it, in the order in which people came in."""
    query = select(Person).join(AlarmTold, AlarmTold.person_id == Person.id).where(AlarmTold.alarm_id == alarm_id)
    return (await session.scalars(query.order_by(Person.id))).all()


async def last_told(session: AsyncSession, alarm_id: int) -> datetime | None:
    """When somebody last heard of it; None when nobody did."""
    return await session.scalar(select(func.max(AlarmTold.at)).where(AlarmTold.alarm_id == alarm_id))


# --- What becomes of it ---


async def calls(session: AsyncSession, row: Alarm, person_id: int, now: datetime) -> bool:
    """This person calls now. False when somebody else does, or it was taken up: of two at once one gets it."""
    free = or_(Alarm.calling_by.is_(None), Alarm.calling_by == person_id)
    claimed = update(Alarm).where(Alarm.id == row.id, Alarm.taken_up_at.is_(None), free)
    return await _claim(session, row, claimed.values(calling_by=person_id, calling_at=now).returning(Alarm.id))


async def take_up(session: AsyncSession, row: Alarm, person_id: int, now: datetime) -> bool:
    """This person is in touch, and it is over. False when another was before: of two at once one gets it."""
    claimed = update(Alarm).where(Alarm.id == row.id, Alarm.taken_up_at.is_(None))
    taken = await _claim(session, row, claimed.values(taken_up_by=person_id, taken_up_at=now).returning(Alarm.id))
    await agenda.drop(session, Duty.CRISIS, row.id)
    return taken


async def _claim(session: AsyncSession, row: Alarm, claimed: ReturningUpdate[int]) -> bool:
    taken = (await session.execute(claimed)).first() is not None
    await session.refresh(row)
    return taken


async def look_at(session: AsyncSession, row: Alarm, at: datetime) -> None:
    """Look at it again then, in place of any other moment."""
    await agenda.plan_anew(session, Duty.CRISIS, row.id, at)
