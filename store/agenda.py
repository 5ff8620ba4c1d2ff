"""What will happen at a moment. Time is a row: planned once, looked at again when it is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningUpdate

from store.once import add_once
from store.tables import Agenda, AgendaState, Unsaid
from store.types import written

# A duty that fails is pushed forward, not tried in a hot loop; after the last pause somebody has to look.
PAUSES = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10))
KEPT_FOR = timedelta(days=60)


class Duty(StrEnum):
    """What can fall due. Each has a file in scheduler/."""

    CHECKIN = "checkin"
    NUDGE = "nudge"
    RHYTHM = "rhythm"
    SILENCE = "silence"
    SILENCE_DUO = "silence duo"
    UNREACHABLE = "unreachable"
    UNDELIVERED = "undelivered"
    WRONG_CODES = "wrong codes"
    DIGEST = "digest"
    TARGETS = "targets"
    HEADS_UP = "heads-up"
    CALL = "call"
    WEB_OFFER = "spiderweb offer"
    WEB_REMINDER = "spiderweb reminder"
    CRISIS = "crisis"
    YEAR_ENDS = "year ends"
    ACTION = "action"
    AWAY_BEGINS = "away begins"
    AWAY_ENDS = "away ends"
    HAND_OVER = "hand over"
    NIGHT = "night"
    HEAL = "heal"


async def plan(
    session: AsyncSession,
    duty: Duty,
    about: int | None,
    due_at: datetime,
    *,
    key: str,
    expires_at: datetime | None = None,
) -> bool:
    """Plan a duty once. False when one with this key was planned before, and not dropped."""
    values = {"about": about, "due_at": due_at, "expires_at": expires_at, "state": AgendaState.WAITING, "tries": 0}
    whole = f"{duty}:{key}"
    if await add_once(session, Agenda, key=whole, kind=duty, **values) is not None:
        return True
    again = update(Agenda).where(Agenda.key == whole, Agenda.state == AgendaState.CANCELLED)
    return (await session.execute(again.values(done_at=None, **values).returning(Agenda.id))).first() is not None


async def drop(session: AsyncSession, duty: Duty, about: int) -> None:
    """What waits of this duty about this subject is not wanted any more, so that it can be planned anew."""
    await session.execute(_DROP, {"duty": duty, "subject": about})


# Made once: it is said at all that a youth sends, and making it costs as much as saying it.
_DROP = (
    update(Agenda)
    .where(Agenda.kind == bindparam("duty"), Agenda.about == bindparam("subject"))
    .where(Agenda.state == AgendaState.WAITING)
    .values(state=AgendaState.CANCELLED, done_at=Agenda.due_at)
)


async def drop_all(session: AsyncSession, duty: Duty) -> None:
    """What waits of this duty, whatever it is about, is not wanted any more."""
    waiting = update(Agenda).where(Agenda.kind == duty, Agenda.state == AgendaState.WAITING)
    await session.execute(waiting.values(state=AgendaState.CANCELLED, done_at=Agenda.due_at))


async def plan_anew(session: AsyncSession, duty: Duty, about: int, due_at: datetime) -> None:
    """Plan a duty that comes back again and again, in place of its moment that was still to come."""
    await drop(session, duty, about)
    # Two moments that are the same are two all the same: the one before it is done.
    query = select(func.count()).select_from(Agenda).where(Agenda.kind == duty, Agenda.about == about)
    number = await session.scalar(query)
    await plan(session, duty, about, due_at, key=f"{about}:{number}:{due_at.isoformat()}")


async def is_waiting(session: AsyncSession, duty: Duty, about: int) -> bool:
    """Whether this duty about this subject is still to come."""
    query = select(Agenda.id).where(Agenda.kind == duty, Agenda.about == about, Agenda.state == AgendaState.WAITING)
    return (await session.scalar(query.limit(1))) is not None


async def due_at(session: AsyncSession, duty: Duty, about: int) -> datetime | None:
    """When this duty about this subject falls due; None when it is not waiting."""
    query = select(Agenda.due_at).where(Agenda.kind == duty, Agenda.about == about)
    return await session.scalar(query.where(Agenda.state == AgendaState.WAITING).order_by(Agenda.due_at).limit(1))


async def first(session: AsyncSession) -> Agenda | None:
    """The row that falls due first, or did already; None when nothing waits."""
    return (await session.scalars(_FIRST)).first()


# Made once: it is asked all day long, and making it costs more than the answer.
_FIRST = select(Agenda).where(Agenda.state == written(AgendaState.WAITING)).order_by(Agenda.due_at, Agenda.id).limit(1)


async def take(session: AsyncSession, row: Agenda, now: datetime) -> bool:
    """Take a due row, as done or as expired. False when it expired or somebody else has it."""
    fresh = row.expires_at is None or row.expires_at >= now
    becomes = AgendaState.DONE if fresh else AgendaState.EXPIRED
    taken = await session.execute(_take(), {"row_id": row.id, "becomes": becomes, "now": now})
    return taken.first() is not None and fresh


@cache
def _take() -> ReturningUpdate[int]:
    return (
        update(Agenda)
        .where(Agenda.id == bindparam("row_id"), Agenda.state == AgendaState.WAITING)
        .values(state=bindparam("becomes"), done_at=bindparam("now"))
        .returning(Agenda.id)
    )


async def said_nothing(session: AsyncSession, row_id: int, why: Unsaid) -> None:
    """It is done, and this is why nothing was said."""
    await session.execute(update(Agenda).where(Agenda.id == row_id).values(unsaid=why))


async def push_forward(session: AsyncSession, row_id: int, now: datetime) -> None:
    """After a failure: later, or set aside; unless it was dropped meanwhile."""
    row = await session.get(Agenda, row_id)
    if row is None:
        return
    if row.tries < len(PAUSES):
        row.due_at = now + PAUSES[row.tries]
    else:
        row.state, row.done_at = AgendaState.FAILED, now
    row.tries += 1


async def count_failed(session: AsyncSession) -> int:
    """How many duties were set aside."""
    query = select(func.count()).select_from(Agenda).where(Agenda.state == AgendaState.FAILED)
    return await session.scalar(query) or 0


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of what happened two months ago."""
    past = Agenda.state != AgendaState.WAITING
    await session.execute(delete(Agenda).where(past, Agenda.done_at < now - KEPT_FOR))
