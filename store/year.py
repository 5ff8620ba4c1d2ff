"""What people changed about a youth's year: pauses and targets. Its days are in people.year_of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.targets import Walk
from store import people
from store.tables import Target, WeekOff, YearPause


async def walk_of(session: AsyncSession, youth_id: int) -> Walk:
    """What the face-to-face target of this youth depends on."""
    targets = await session.scalars(select(Target).where(Target.youth_id == youth_id))
    off = [(pause.since, pause.through or date.max) for pause in await pauses(session, youth_id)]
    return Walk(await people.year_of(session, youth_id), {row.phase: row.per_week for row in targets}, off)


async def pauses(session: AsyncSession, youth_id: int) -> Sequence[YearPause]:
    """Every pause of this year, oldest first."""
    query = select(YearPause).where(YearPause.youth_id == youth_id)
    return (await session.scalars(query.order_by(YearPause.since))).all()


async def pause_on(session: AsyncSession, youth_id: int, day: date) -> YearPause | None:
    """The pause that holds on `day`."""
    holding = (pause for pause in await pauses(session, youth_id) if pause.since <= day <= (pause.through or date.max))
    return next(holding, None)


async def is_week_off(session: AsyncSession, youth_id: int, monday: date) -> bool:
    """Whether nobody wants to hear of the target in the week of that Monday."""
    return await session.get(WeekOff, (youth_id, monday)) is not None


async def take_week_off(session: AsyncSession, youth_id: int, monday: date) -> None:
    """Nobody wants to hear of it in that week."""
    await session.merge(WeekOff(youth_id=youth_id, monday=monday))


async def take_week_on(session: AsyncSession, youth_id: int, monday: date) -> None:
    """They do."""
    await session.execute(delete(WeekOff).where(WeekOff.youth_id == youth_id, WeekOff.monday == monday))
