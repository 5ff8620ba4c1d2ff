"""Questions that a begeleider wrote and that wait for their day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Exists, delete, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.question import WAITS, may_still_be_asked
from store.tables import Checkin, Person, Question


async def waiting(session: AsyncSession, youth_id: int, today: date) -> Question | None:
    """The question that this youth will be asked next; None when the bot asks its own."""
    query = (
        select(Question)
        .where(Question.youth_id == youth_id, Question.day >= today - WAITS, ~_asked())
        .order_by(Question.day)
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def for_today(session: AsyncSession, youth_id: int, today: date) -> Question | None:
    """The question to ask this youth today in place of the bot's own."""
    found = await waiting(session, youth_id, today)
    return found if found is not None and may_still_be_asked(found.day, today) else None


@dataclass(frozen=True)
class Written:
    """A question in somebody's own words."""

    author: str
    words: str


async def asked_with(session: AsyncSession, checkin: Checkin) -> Written | None:
    """The words with which this question was asked; None when they were the bot's own."""
    if checkin.question_id is None:
        return None
    question = await session.get_one(Question, checkin.question_id)
    return Written((await session.get_one(Person, question.author_id)).name, question.words)


async def keep(session: AsyncSession, youth_id: int, author_id: int, day: date, words: str) -> Question:
    """Let this be the one question that waits for this youth."""
    await withdraw(session, youth_id)
    question = Question(youth_id=youth_id, author_id=author_id, day=day, words=words)
    session.add(question)
    await session.flush()
    return question


async def withdraw(session: AsyncSession, youth_id: int) -> bool:
    """Forget what waits for this youth. False when nothing did."""
    gone = await session.execute(
        delete(Question).where(Question.youth_id == youth_id, ~_asked()).returning(Question.id)
    )
    return gone.first() is not None


async def withdraw_all_by(session: AsyncSession, author_id: int) -> None:
    """Forget what this person wrote and nobody was asked yet."""
    await session.execute(delete(Question).where(Question.author_id == author_id, ~_asked()))


def _asked() -> Exists:
    return exists().where(Checkin.question_id == Question.id)
