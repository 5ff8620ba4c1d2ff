"""The steps of each youth: added, changed, settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.actions import ActionState
from programme.spiderweb import Domain
from store.tables import Action


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
    query = select(Action).where(Action.youth_id == youth_id).order_by(Action.id)
    return (await session.scalars(query)).all()


async def open_of(session: AsyncSession, youth_id: int) -> list[Action]:
    """Those that are still to be done, the soonest first; those without a day last."""
    rows = [row for row in await of_youth(session, youth_id) if row.state is ActionState.OPEN]
    return sorted(rows, key=lambda row: (row.by_on is None, row.by_on or date.max, row.id))


def settle(row: Action, state: ActionState, by_id: int, now: datetime) -> None:
    """What became of it; or it is open again."""
    still_open = state is ActionState.OPEN
    row.state, row.settled_at, row.settled_by = state, None if still_open else now, None if still_open else by_id
