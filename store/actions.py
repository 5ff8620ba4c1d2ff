"""The steps of each youth: added, changed, settled, asked after on their day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.actions import ActionState, asked_at
from programme.calendar import local_day
from programme.spiderweb import Domain
from store import agenda, spiderweb
from store.agenda import Duty
from store.tables import Action, FirstBasket

ASKED = "action asked"
"""The kind of the messages that ask how it stands with a step; they are about an action."""
TOLD = "actions changed"
"""The kind of the messages that tell a youth that their steps changed; they are about the youth."""


async def add(
    session: AsyncSession,
    youth_id: int,
    domain: Domain,
    step: str,
    by_id: int,
    now: datetime,
    *,
    scoring_id: int | None = None,
) -> Action:
    """A step; by when is not chosen yet. `scoring_id`: the web of which it is a first step."""
    row = Action(youth_id=youth_id, domain=domain, scoring_id=scoring_id, step=step, added_by=by_id, added_at=now)
    row.state = ActionState.OPEN
    session.add(row)
    await session.flush()
    return row


async def of_youth(session: AsyncSession, youth_id: int) -> Sequence[Action]:
    """All of them, in the order in which they were added."""
    query = select(Action).where(Action.youth_id == youth_id, Action.removed_at.is_(None)).order_by(Action.id)
    return (await session.scalars(query)).all()


async def open_of(session: AsyncSession, youth_id: int) -> list[Action]:
    """Those that are still to be done, the soonest first; those without a day last."""
    rows = [row for row in await of_youth(session, youth_id) if row.state is ActionState.OPEN]
    return sorted(rows, key=lambda row: (row.by_on is None, row.by_on or date.max, row.id))


def settle(row: Action, state: ActionState, by_id: int, now: datetime) -> None:
    """What became of it; or it is open again."""
    still_open = state is ActionState.OPEN
    row.state, row.settled_at, row.settled_by = state, None if still_open else now, None if still_open else by_id


# --- By when ---


async def set_day(session: AsyncSession, row: Action, by: date | None, now: datetime, zone: ZoneInfo) -> None:
    """By that day, on which the youth is asked how it stands; None for no day."""
    row.by_on = by
    await session.flush()
    await agenda.drop(session, Duty.ACTION, row.id)
    if by is not None:
        await ask_later(session, row, by, now, zone)


async def ask_later(session: AsyncSession, row: Action, by: date, now: datetime, zone: ZoneInfo) -> None:
    """Ask after it on that day, or on the first one on which that can still be done."""
    at, until = asked_at(by, now, zone)
    # A day that was chosen, left and chosen again is asked about once more: the moment of choosing tells them apart.
    key = f"{row.id}:{local_day(at, zone)}:{now.isoformat()}"
    await agenda.plan(session, Duty.ACTION, row.id, at, key=key, expires_at=until)


async def was_asked_today(session: AsyncSession, youth_id: int, today: date) -> bool:
    """Whether the youth was asked after a step already: one question a day is enough."""
    query = select(Action.id).where(Action.youth_id == youth_id, Action.asked_on == today)
    return (await session.scalar(query.limit(1))) is not None


# --- First steps ---


async def without_step(session: AsyncSession, scoring_id: int) -> list[Domain]:
    """What the youth put in the first basket of this web, named no first step for, and did not skip."""
    skipped = select(FirstBasket.domain)
    skipped = skipped.where(FirstBasket.scoring_id == scoring_id, FirstBasket.skipped_at.is_not(None))
    past = {*await session.scalars(_named(scoring_id)), *await session.scalars(skipped)}
    return [domain for domain in await spiderweb.first_basket(session, scoring_id) if domain not in past]


async def has_step(session: AsyncSession, scoring_id: int, domain: Domain) -> bool:
    """Whether the youth named a first step for this domain of this web."""
    return domain in set(await session.scalars(_named(scoring_id)))


def _named(scoring_id: int) -> Select[Domain]:
    return select(Action.domain).where(Action.scoring_id == scoring_id, Action.removed_at.is_(None))


async def skip(session: AsyncSession, scoring_id: int, domain: Domain, now: datetime) -> None:
    """No first step for this one, for now."""
    row = await session.get(FirstBasket, (scoring_id, domain))
    if row is not None and row.skipped_at is None:
        row.skipped_at = now
        await session.flush()
