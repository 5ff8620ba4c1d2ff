"""The spinnenweb: who scored what when, and what comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.spiderweb import Domain, WebMoment, domains, goes_on
from store.tables import FirstBasket, Score, Scoring, Spiderweb

Answers = Mapping[Domain, int | None]
"""The answer of each domain that has one; None where it was skipped."""


# --- What is particular to one youth ---


async def of_youth(session: AsyncSession, youth_id: int) -> Spiderweb:
    """What is particular to this youth; made when nothing was yet."""
    row = await session.get(Spiderweb, youth_id)
    if row is None:
        row = Spiderweb(youth_id=youth_id, justice=False)
        session.add(row)
        await session.flush()
    return row


async def asked(session: AsyncSession, youth_id: int) -> tuple[Domain, ...]:
    """The domains that are asked of this youth, in order."""
    row = await session.get(Spiderweb, youth_id)
    return domains(justice=row is not None and row.justice)


async def asked_in(session: AsyncSession, scoring: Scoring) -> tuple[Domain, ...]:
    """The domains that are asked in a scoring, in order. Only the youth names the own theme: somebody else is asked
    about it once it has a name."""
    every = await asked(session, scoring.youth_id)
    if scoring.by_id == scoring.youth_id or await own_theme(session, scoring.youth_id) is not None:
        return every
    return tuple(domain for domain in every if domain is not Domain.OWN)


async def choices(session: AsyncSession, youth_id: int) -> list[Domain]:
    """What something can be said of: what is asked of this youth, their own theme once it has a name."""
    own = await own_theme(session, youth_id)
    return [domain for domain in await asked(session, youth_id) if domain is not Domain.OWN or own]


async def own_theme(session: AsyncSession, youth_id: int) -> str | None:
    """What the youth calls their own theme; None while they did not name one."""
    row = await session.get(Spiderweb, youth_id)
    return None if row is None else row.own


# --- Scoring ---


async def open_of(session: AsyncSession, youth_id: int, now: datetime, *, by_id: int | None = None) -> Scoring | None:
    """What the youth goes on with; or somebody else (`by_id`) who scores this youth's life. One that was begun too long
    ago is left: its numbers were of another time."""
    query = select(Scoring).where(Scoring.youth_id == youth_id, Scoring.by_id == (by_id or youth_id))
    row = (await session.scalars(query.where(Scoring.finished_at.is_(None), Scoring.left_at.is_(None)))).first()
    if row is not None and not goes_on(row.begun_at, now):
        row.left_at = now
        await session.flush()
        return None
    return row


async def begin(
    session: AsyncSession, youth_id: int, moment: WebMoment, now: datetime, *, by_id: int | None = None
) -> Scoring:
    """A new one, of the youth or of somebody else (`by_id`); or the one that is open: there is never more than one."""
    known = await open_of(session, youth_id, now, by_id=by_id)
    if known is not None:
        return known
    row = Scoring(youth_id=youth_id, by_id=by_id or youth_id, moment=moment, begun_at=now)
    session.add(row)
    await session.flush()
    return row


async def of_scorer(session: AsyncSession, person_id: int, scoring_id: int) -> Scoring | None:
    """This scoring, when it is of this person; None otherwise."""
    row = await session.get(Scoring, scoring_id)
    return row if row is not None and row.by_id == person_id else None


async def answer(session: AsyncSession, scoring: Scoring, domain: Domain, value: int | None, now: datetime) -> None:
    """The answer about a domain, in place of an earlier one; the same once more changes nothing. None: skipped."""
    known = await session.get(Score, (scoring.id, domain))
    if known is not None and known.value == value:
        return
    await session.merge(Score(scoring_id=scoring.id, domain=domain, value=value, at=now))
    await session.flush()


async def answers(session: AsyncSession, scoring_id: int) -> Answers:
    """What was answered so far."""
    rows = await session.scalars(select(Score).where(Score.scoring_id == scoring_id))
    return {row.domain: row.value for row in rows}


async def last_answered(session: AsyncSession, scoring_id: int) -> datetime | None:
    """When an answer changed last; None while there is none."""
    return (await session.scalars(select(func.max(Score.at)).where(Score.scoring_id == scoring_id))).one()


async def finished(session: AsyncSession, youth_id: int) -> Sequence[Scoring]:
    """Every scoring that the youth finished, the newest first."""
    query = select(Scoring).where(Scoring.youth_id == youth_id, Scoring.by_id == youth_id)
    query = query.where(Scoring.finished_at.is_not(None)).order_by(Scoring.finished_at.desc(), Scoring.id.desc())
    return (await session.scalars(query)).all()


async def visible(session: AsyncSession, youth_id: int) -> Sequence[Scoring]:
    """Every scoring of the youth that those who walk with them can see, finished or shared; the newest first."""
    query = select(Scoring).where(Scoring.youth_id == youth_id, Scoring.by_id == youth_id)
    query = query.where(or_(Scoring.finished_at.is_not(None), Scoring.shared_at.is_not(None)))
    return (await session.scalars(query.order_by(Scoring.id.desc()))).all()


# --- The first basket ---


async def first_basket(session: AsyncSession, scoring_id: int) -> tuple[Domain, ...]:
    """What the youth wants to do something about now, in the order in which it is asked."""
    query = select(FirstBasket.domain).where(FirstBasket.scoring_id == scoring_id)
    chosen = set(await session.scalars(query))
    return tuple(domain for domain in Domain if domain in chosen)


async def put_first(session: AsyncSession, scoring_id: int, domain: Domain, now: datetime) -> None:
    """Into the first basket."""
    await session.merge(FirstBasket(scoring_id=scoring_id, domain=domain, chosen_at=now))
    await session.flush()


async def take_out(session: AsyncSession, scoring_id: int, domain: Domain) -> None:
    """Out of the first basket."""
    await session.execute(delete(FirstBasket).where(FirstBasket.scoring_id == scoring_id, FirstBasket.domain == domain))
