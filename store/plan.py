"""The plan of each youth: what is said about its parts, and the papers that were made of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.spiderweb import Domain, WebMoment
from store.tables import PlanPaper, PlanWords

# --- In words ---


async def words_of(session: AsyncSession, youth_id: int) -> dict[Domain | None, PlanWords]:
    """What is said now about each part. What was taken away is left out."""
    query = select(PlanWords).where(PlanWords.youth_id == youth_id).order_by(PlanWords.id)
    newest = {row.domain: row for row in await session.scalars(query)}
    return {domain: row for domain, row in newest.items() if row.words is not None}


async def newest(session: AsyncSession, youth_id: int, domain: Domain | None) -> PlanWords | None:
    """What was done last about this part, taking away too; None while nothing was."""
    query = select(PlanWords).where(PlanWords.youth_id == youth_id, PlanWords.domain.is_not_distinct_from(domain))
    return (await session.scalars(query.order_by(PlanWords.id.desc()).limit(1))).first()


async def write(
    session: AsyncSession, youth_id: int, domain: Domain | None, words: str | None, by_id: int, now: datetime
) -> PlanWords:
    """Say this about a part from now on; None: nothing any more."""
    row = PlanWords(youth_id=youth_id, domain=domain, words=words, by_id=by_id, at=now)
    session.add(row)
    await session.flush()
    return row


# --- On paper ---


async def papers_of(session: AsyncSession, youth_id: int) -> Sequence[PlanPaper]:
    """All papers of this youth, the newest first."""
    query = select(PlanPaper).where(PlanPaper.youth_id == youth_id)
    return (await session.scalars(query.order_by(PlanPaper.id.desc()))).all()


async def keep(
    session: AsyncSession, youth_id: int, moment: WebMoment, version: int, by_id: int, now: datetime, facts: str
) -> PlanPaper:
    """A paper, as it was made. Raises IntegrityError when there is one of that version."""
    row = PlanPaper(youth_id=youth_id, moment=moment, version=version, by_id=by_id, at=now, facts=facts)
    session.add(row)
    await session.flush()
    return row


async def facts_of(session: AsyncSession, paper_id: int) -> str:
    """All that is on it. Raises NoResultFound for a paper that is not there."""
    return (await session.scalars(select(PlanPaper.facts).where(PlanPaper.id == paper_id))).one()
