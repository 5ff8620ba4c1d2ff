"""What was to be said, and what became of it: each planned moment, each answer, each thing people did has one end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.agenda import Duty
from store.outbox import TAKEN_BACK, TRIED_FOR, UNREACHABLE
from store.tables import Agenda, AgendaState, Inbox, InboxState, Outbox, OutboxState, Unsaid

# What is done at once is done within this, also after a restart.
GRACE = timedelta(minutes=10)

ANSWER = "answer"
"""What is said because somebody wrote or tapped."""
# Nobody is to hear of these.
CHORES = (Duty.NIGHT,)


class End(StrEnum):
    """What became of something that was to be said. There is no other."""

    SENT = "sent"
    EXPIRED = "expired"
    """Too late to be of use: a daily question does not come the day after."""
    UNKNOWN = "unknown"
    """It left, and Telegram never said whether it arrived."""
    BLOCKED = "blocked"
    """Whoever it was for cannot be reached."""
    CANCELLED = "cancelled"
    """No longer wanted, refused, or not needed by then."""


@dataclass(frozen=True)
class Slot:
    """Something that was to be said; `end` is empty while it has none, `why` says more."""

    kind: str
    end: End | None
    why: str = ""


# When a moment led to several messages, the first of these that any of them came to.
_RANK: tuple[End | None, ...] = (None, End.SENT, End.UNKNOWN, End.BLOCKED, End.EXPIRED, End.CANCELLED)


async def between(session: AsyncSession, since: datetime, until: datetime) -> Counter[Slot]:
    """What fell due, or was answered, from `since` until before `until` (UTC), counted by what became of it."""
    return Counter([*await _moments(session, since, until), *await _answers(session, since, until)])


async def _moments(session: AsyncSession, since: datetime, until: datetime) -> Iterable[Slot]:
    """The planned ones."""
    within = and_(Agenda.due_at >= since, Agenda.due_at < until, Agenda.kind.not_in(CHORES))
    rows = select(Agenda.id, Agenda.kind, Agenda.state, Agenda.unsaid).where(within)
    said: dict[int, list[Slot]] = defaultdict(list)
    of = select(Agenda.id, Agenda.kind, Outbox.state, Outbox.error).join(Outbox, Outbox.agenda_id == Agenda.id)
    for agenda_id, kind, state, error in await session.execute(of.where(within)):
        said[agenda_id].append(Slot(kind, *_of_message(state, error)))
    return [
        min(said[row.id], key=lambda slot: _RANK.index(slot.end))
        if row.id in said
        else Slot(row.kind, *_of_moment(row.state, row.unsaid))
        for row in await session.execute(rows)
    ]


def _of_moment(state: AgendaState, unsaid: Unsaid | None) -> tuple[End | None, str]:
    """Of one at which nothing was said."""
    match state:
        case AgendaState.WAITING:
            return None, "waits"
        case AgendaState.FAILED:
            return None, "set aside"
        case AgendaState.EXPIRED:
            return End.EXPIRED, "came too late"
        case AgendaState.CANCELLED:
            return End.CANCELLED, "not wanted any more"
        case AgendaState.DONE:
            end = End.BLOCKED if unsaid is Unsaid.BLOCKED else End.CANCELLED
            return end, str(unsaid or Unsaid.NOT_NEEDED)


def _of_message(state: OutboxState, error: str | None) -> tuple[End | None, str]:
    match state:
        case OutboxState.QUEUED | OutboxState.SENDING:
            return None, "on its way"
        case OutboxState.SENT:
            return End.SENT, ""
        case OutboxState.UNKNOWN:
            return End.UNKNOWN, "no answer from Telegram"
        case OutboxState.EXPIRED:
            return (End.CANCELLED, TAKEN_BACK) if error == TAKEN_BACK else (End.EXPIRED, "came too late")
        case OutboxState.FAILED:
            return (End.BLOCKED, UNREACHABLE) if error == UNREACHABLE else (End.CANCELLED, f"refused: {error}")


async def _answers(session: AsyncSession, since: datetime, until: datetime) -> Iterable[Slot]:
    """What people did, and what was said because of it."""
    within = and_(Outbox.created_at >= since, Outbox.created_at < until, Outbox.agenda_id.is_(None))
    said = await session.execute(select(Outbox.state, Outbox.error).where(within))
    unheard = select(Inbox.state).where(Inbox.received_at >= since, Inbox.received_at < until)
    not_yet = await session.scalars(unheard.where(Inbox.state != InboxState.HANDLED))
    waits = [Slot(ANSWER, None, "set aside" if state is InboxState.FAILED else "waits") for state in not_yet]
    return [*(Slot(ANSWER, *_of_message(state, error)) for state, error in said), *waits]


async def without_end(session: AsyncSession, now: datetime) -> list[str]:
    """What should have had an end by now, in words: nothing, while all is well."""
    late = now - GRACE
    moments = select(Agenda.kind).where(Agenda.state == AgendaState.WAITING, Agenda.due_at < late)
    too_late = or_(Outbox.expires_at < late, Outbox.created_at < late - TRIED_FOR)
    held = and_(Outbox.not_before.is_not(None), Outbox.not_before > late)
    open_ = Outbox.state.in_((OutboxState.QUEUED, OutboxState.SENDING))
    messages = select(Outbox.kind).where(open_, too_late, ~held)
    tried = or_(Inbox.try_after.is_(None), Inbox.try_after < late)
    updates = select(Inbox.update_id).where(Inbox.state == InboxState.NEW, Inbox.received_at < late, tried)
    return [
        *(f"planned: {kind}" for kind in await session.scalars(moments)),
        *(f"said: {kind}" for kind in await session.scalars(messages)),
        *(f"heard: update {update_id}" for update_id in await session.scalars(updates)),
    ]
