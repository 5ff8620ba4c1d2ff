"""What people change about a youth's year: where it starts and ends, pauses, targets, a temporary home.

Each change says what was before, and is undone by changing it back to that. Whoever changed something about the year
calls `replan` after it: what is counted from the year then follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.phases import Phase, StopReason, Year
from programme.targets import Walk
from programme.workdays import A_DAY
from store import checkin, milestones, people, rhythm, year_ends
from store.tables import Target, WeekOff, YearPause

UNTIL_FURTHER_NOTICE = date.max
"""The last day of a pause of which nobody knows the end yet."""


async def replan(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Bring all that is counted from this youth's year to the year as it is now; the one place where that happens."""
    await session.flush()
    await milestones.derive(session, youth_id)
    plan = await checkin.plan_of(session, youth_id)
    if plan is not None:
        await checkin.plan_next(session, plan, now, zone)
        await rhythm.plan_question(session, plan, now, zone)
    await year_ends.follow(session, youth_id, now, zone)


async def move_start(session: AsyncSession, youth_id: int, day: date) -> None:
    """The year starts on this day."""
    (await people.trajectory_of(session, youth_id)).start_on = day


async def stop(session: AsyncSession, youth_id: int, on: date, why: StopReason) -> None:
    """The year ends early: `on` is the first day that is no longer of it."""
    trajectory = await people.trajectory_of(session, youth_id)
    trajectory.stopped_on, trajectory.stopped_why = on, why


async def reopen(session: AsyncSession, youth_id: int) -> None:
    """The year is not ended early after all."""
    trajectory = await people.trajectory_of(session, youth_id)
    trajectory.stopped_on = trajectory.stopped_why = None


async def set_home(session: AsyncSession, youth_id: int, since: date | None) -> None:
    """In a temporary home since this day, or in none (any more)."""
    (await people.trajectory_of(session, youth_id)).home_since = since


async def target_of(session: AsyncSession, youth_id: int, phase: Phase) -> int | None:
    """The target people chose for this youth in this phase; None for the default."""
    row = await session.get(Target, (youth_id, phase))
    return None if row is None else row.per_week


async def set_target(session: AsyncSession, youth_id: int, phase: Phase, per_week: int | None) -> None:
    """Another target for this youth in this phase; None for the default."""
    row = await session.get(Target, (youth_id, phase))
    if per_week is None:
        if row is not None:
            await session.delete(row)
    elif row is None:
        session.add(Target(youth_id=youth_id, phase=phase, per_week=per_week))
    else:
        row.per_week = per_week
    await session.flush()


async def pause_from(session: AsyncSession, youth_id: int, since: date) -> date | None:
    """The last day of the pause that begins on `since`; None when there is none."""
    row = await _pause_row(session, youth_id, since)
    return None if row is None else row.through or UNTIL_FURTHER_NOTICE


async def set_pause(session: AsyncSession, youth_id: int, since: date, through: date | None) -> None:
    """The pause that begins on `since` lasts through this day; None: there is no such pause."""
    row = await _pause_row(session, youth_id, since)
    if through is None:
        if row is not None:
            await session.delete(row)
    else:
        known_end = None if through == UNTIL_FURTHER_NOTICE else through
        if row is None:
            session.add(YearPause(youth_id=youth_id, since=since, through=known_end))
        else:
            row.through = known_end
    await session.flush()


def ended_on(since: date, today: date) -> date | None:
    """What the last day of a pause becomes when it ends today; None when nothing of it is left."""
    return today - A_DAY if since < today else None


async def walk_of(session: AsyncSession, youth_id: int) -> Walk:
    """What the face-to-face target of this youth depends on."""
    return (await walks_of(session, {youth_id: await people.year_of(session, youth_id)}))[youth_id]


async def walks_of(session: AsyncSession, years: Mapping[int, Year]) -> dict[int, Walk]:
    """The same of several youths at once, given their years."""
    targets: dict[int, dict[Phase, int]] = defaultdict(dict)
    for row in await session.scalars(select(Target).where(Target.youth_id.in_(years))):
        targets[row.youth_id][row.phase] = row.per_week
    off: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for pause in await _pauses(session, years):
        off[pause.youth_id].append((pause.since, pause.through or UNTIL_FURTHER_NOTICE))
    return {youth_id: Walk(year, targets[youth_id], off[youth_id]) for youth_id, year in years.items()}


async def pauses(session: AsyncSession, youth_id: int) -> Sequence[YearPause]:
    """Every pause of this year, oldest first."""
    return await _pauses(session, (youth_id,))


async def pause_on(session: AsyncSession, youth_id: int, day: date) -> YearPause | None:
    """The pause that holds on `day`."""
    holding = (pause for pause in await pauses(session, youth_id) if pause.since <= day <= (pause.through or date.max))
    return next(holding, None)


async def is_week_off(session: AsyncSession, youth_id: int, monday: date) -> bool:
    """Whether nobody wants to hear of the target in the week of that Monday."""
    return await session.get(WeekOff, (youth_id, monday)) is not None


async def _pauses(session: AsyncSession, youth_ids: Iterable[int]) -> Sequence[YearPause]:
    query = select(YearPause).where(YearPause.youth_id.in_(list(youth_ids)))
    return (await session.scalars(query.order_by(YearPause.since))).all()


async def _pause_row(session: AsyncSession, youth_id: int, since: date) -> YearPause | None:
    query = select(YearPause).where(YearPause.youth_id == youth_id, YearPause.since == since)
    return (await session.scalars(query)).first()


async def take_week_off(session: AsyncSession, youth_id: int, monday: date) -> None:
    """Nobody wants to hear of it in that week."""
    await session.merge(WeekOff(youth_id=youth_id, monday=monday))


async def take_week_on(session: AsyncSession, youth_id: int, monday: date) -> None:
    """They do."""
    await session.execute(delete(WeekOff).where(WeekOff.youth_id == youth_id, WeekOff.monday == monday))
