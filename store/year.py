"""What people change about a youth's year: where it starts and ends, pauses, targets, a temporary home.

All of it are days and numbers, so that a change is undone by setting again what was before. Whoever changed something
about a year calls `replan` after it: what is counted from the year then follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.phases import Phase, StopReason, Year
from programme.targets import Walk
from store import checkin, heads_up, milestones, people, rhythm, year_ends
from store.portion import just
from store.tables import Person, Target, WeekOff, YearPause

UNTIL_FURTHER_NOTICE = date.max
"""The last day of a pause of which nobody knows the end yet."""


async def replan(session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo) -> None:
    """Bring all that is counted from this youth's year to the year as it is now; the one place where that happens."""
    await session.flush()
    await milestones.derive(session, youth_id)
    await heads_up.plan(session, now, zone, just(youth_id))
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


async def pause(session: AsyncSession, youth_id: int, since: date, through: date) -> YearPause:
    """A new pause, through this day; one that ends before it begins is none, until it is made longer."""
    row = YearPause(youth_id=youth_id, since=since)
    set_end(row, through)
    session.add(row)
    await session.flush()
    return row


async def pause_with_id(session: AsyncSession, pause_id: int) -> YearPause | None:
    """This pause, whosever it is."""
    return await session.get(YearPause, pause_id)


def end_of(row: YearPause) -> date:
    """The last day of a pause."""
    return row.through or UNTIL_FURTHER_NOTICE


def set_end(row: YearPause, through: date) -> None:
    """The pause lasts through this day."""
    row.through = None if through == UNTIL_FURTHER_NOTICE else through


async def walk_of(session: AsyncSession, youth_id: int, zone: ZoneInfo) -> Walk:
    """What the face-to-face target of this youth depends on."""
    return (await walks_of(session, {youth_id: await people.year_of(session, youth_id)}, zone))[youth_id]


async def walks_of(session: AsyncSession, years: Mapping[int, Year], zone: ZoneInfo) -> dict[int, Walk]:
    """The same of several youths at once, given their years."""
    targets: dict[int, dict[Phase, int]] = defaultdict(dict)
    for target in await session.scalars(select(Target).where(Target.youth_id.in_(years))):
        targets[target.youth_id][target.phase] = target.per_week
    off: dict[int, list[tuple[date, date]]] = defaultdict(list)
    for row in await _pauses(session, years):
        off[row.youth_id].append((row.since, end_of(row)))
    added = await session.execute(select(Person.id, Person.created_at).where(Person.id.in_(years)))
    known = {youth_id: local_day(at, zone) for youth_id, at in added}
    return {each: Walk(year, targets[each], off[each], known[each]) for each, year in years.items()}


async def pauses(session: AsyncSession, youth_id: int) -> Sequence[YearPause]:
    """Every pause of this year, oldest first."""
    return await _pauses(session, (youth_id,))


async def pause_on(session: AsyncSession, youth_id: int, day: date) -> YearPause | None:
    """The pause that holds on `day`."""
    holding = (row for row in await pauses(session, youth_id) if row.since <= day <= end_of(row))
    return next(holding, None)


async def is_week_off(session: AsyncSession, youth_id: int, monday: date) -> bool:
    """Whether nobody wants to hear of the target in the week of that Monday."""
    return await session.get(WeekOff, (youth_id, monday)) is not None


async def _pauses(session: AsyncSession, youth_ids: Iterable[int]) -> Sequence[YearPause]:
    lasts = or_(YearPause.through.is_(None), YearPause.through >= YearPause.since)
    query = select(YearPause).where(YearPause.youth_id.in_(list(youth_ids)), lasts)
    return (await session.scalars(query.order_by(YearPause.since))).all()


async def take_week_off(session: AsyncSession, youth_id: int, monday: date) -> None:
    """Nobody wants to hear of it in that week."""
    await session.merge(WeekOff(youth_id=youth_id, monday=monday))


async def take_week_on(session: AsyncSession, youth_id: int, monday: date) -> None:
    """They do."""
    await session.execute(delete(WeekOff).where(WeekOff.youth_id == youth_id, WeekOff.monday == monday))
