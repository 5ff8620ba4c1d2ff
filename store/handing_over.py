"""A youth goes from one begeleider to another, with all that is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store import agenda, people, promises, question, talk, team
from store.agenda import Duty
from store.away import can_be_reached
from store.tables import HandOver, Person


async def candidates(session: AsyncSession, youth_id: int, leaver: Person) -> Sequence[Person]:
    """Every other begeleider: the duo first, then the leaver's own region."""
    others = await team.begeleiders(session, near=leaver.region_id, without=[leaver.id])
    duo_id = (await people.trajectory_of(session, youth_id)).duo_id
    return sorted(others, key=lambda other: other.id != duo_id)


async def coming(session: AsyncSession, youth_id: int) -> HandOver | None:
    """The hand-over of this youth that was decided and is still to be heard."""
    return (await session.scalars(select(HandOver).where(HandOver.youth_id == youth_id))).first()


async def decide(
    session: AsyncSession, youth: Person, leaver: Person, to: Person, words: str, due: datetime, *, becomes_duo: bool
) -> HandOver:
    """From `due` on, `to` walks with this youth; in place of what was decided before."""
    await call_off(session, youth.id)
    row = HandOver(youth_id=youth.id, from_id=leaver.id, to_id=to.id, becomes_duo=becomes_duo, words=words)
    session.add(row)
    await session.flush()
    await agenda.plan(session, Duty.HAND_OVER, row.id, due, key=f"{row.id}:{youth.id}:{due}")
    return row


async def call_off(session: AsyncSession, youth_id: int) -> None:
    """Nothing of it is to come any more: undone, or done."""
    row = await coming(session, youth_id)
    if row is not None:
        await agenda.drop(session, Duty.HAND_OVER, row.id)
        await session.delete(row)
        await session.flush()


async def still_holds(session: AsyncSession, row: HandOver) -> bool:
    """Whether it can be done as it was decided."""
    youth, to = await session.get_one(Person, row.youth_id), await session.get_one(Person, row.to_id)
    leads = (await people.trajectory_of(session, row.youth_id)).begeleider_id == row.from_id
    return leads and youth.ended_at is None and can_be_reached(to)


async def move(session: AsyncSession, youth_id: int, leaver: Person, to: Person, *, becomes_duo: bool = False) -> None:
    """`to` walks with this youth from now on, and takes over what was promised; the year itself stays as it is."""
    await call_off(session, youth_id)
    await team.hand_over(session, youth_id, to)
    if becomes_duo:
        (await people.trajectory_of(session, youth_id)).duo_id = leaver.id
    await promises.hand_over(session, youth_id, leaver.id, to.id)


@dataclass(frozen=True)
class Waits:
    """What comes along with a youth."""

    messages: int
    """That nobody answered yet."""
    promised: bool
    """Whether somebody said that they would get in touch."""
    question: bool
    """Whether a question that the leaver wrote is still to be asked."""


async def waits(session: AsyncSession, youth_id: int, leaver: Person, to: Person, today: date) -> Waits:
    """What the new begeleider finds."""
    messages = [row for row in await talk.unanswered(session, to.id) if row.youth_id == youth_id]
    promised = any(row.by_id == to.id for row in await promises.open_about(session, youth_id))
    coming_question = await question.waiting(session, youth_id, today)
    return Waits(len(messages), promised, coming_question is not None and coming_question.author_id == leaver.id)
