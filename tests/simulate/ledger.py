"""Whether every slot that is past has an end: what `spoor check` says, and what only the simulation can know."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store import ledger
from store.tables import Agenda, AgendaState, Inbox, InboxState, Outbox, OutboxState
from store.types import written

A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)


async def as_checked(session: AsyncSession, now: datetime, longest: timedelta) -> Sequence[str]:
    """What `spoor check` would complain of, and what was to be said on a day that ended longer than `longest` ago and
    came to no end."""
    counted = await ledger.between(session, now - longest - A_DAY, now - longest)
    endless = [f"{slot.kind}: {slot.why}, {count} times" for slot, count in counted.items() if slot.end is None]
    return [*await ledger.without_end(session, now), *endless]


async def without_end(session: AsyncSession, now: datetime, longest: timedelta) -> Sequence[str]:
    """What should have ended by now, of a bot that did all it can do at this moment: duties that fell due, messages
    that are on their way, past their expiry or older than `longest`, updates that nobody handled, and whatever was set
    aside because something of ours broke.

    The store's own reading, above, forgives ten minutes and a second try: it is asked while the bot works.
    """
    moments = {"now": now, "late": now - A_MINUTE, "long_ago": now - longest}
    found: list[Any] = []
    for query in (_DUTIES, _MESSAGES, _UPDATES):
        found += await session.execute(query, moments)
    return [" ".join(str(value) for value in row) for row in found]


def _moment(name: str) -> BindParameter[datetime]:
    return bindparam(name, type_=Agenda.due_at.type)


_WAITS = and_(Agenda.state == written(AgendaState.WAITING), Agenda.due_at < _moment("late"))
_DUTIES = select(Agenda.id, Agenda.kind, Agenda.state, Agenda.due_at).where(
    or_(_WAITS, Agenda.state == written(AgendaState.FAILED))
)
_HELD_UNTIL = func.max(func.coalesce(Outbox.not_before, Outbox.created_at), Outbox.created_at)
_LATE = or_(
    Outbox.state == written(OutboxState.SENDING),
    Outbox.expires_at < _moment("now"),
    _moment("long_ago") > _HELD_UNTIL,
)
_MESSAGES = select(Outbox.id, Outbox.kind, Outbox.state, Outbox.created_at, Outbox.not_before, Outbox.expires_at).where(
    Outbox.state.in_((written(OutboxState.QUEUED), written(OutboxState.SENDING))), _LATE
)
_NEW = and_(Inbox.state == written(InboxState.NEW), Inbox.received_at < _moment("late"))
_UPDATES = select(Inbox.update_id, Inbox.state, Inbox.tries, Inbox.received_at).where(
    or_(_NEW, Inbox.state == written(InboxState.FAILED), Inbox.tries > 0)
)
