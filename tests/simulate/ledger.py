"""Whether every slot that is past has an end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.outbox import OPEN
from store.tables import Agenda, AgendaState, Inbox, InboxState, Outbox, OutboxState

A_MINUTE = timedelta(minutes=1)


async def without_end(session: AsyncSession, now: datetime, longest: timedelta) -> Sequence[str]:
    """What should have ended by now, of a bot that did all it can do at this moment: duties that fell due, messages
    that are on their way, past their expiry or older than `longest`, updates that nobody handled, and whatever was set
    aside because something of ours broke."""
    held_until = func.coalesce(Outbox.not_before, Outbox.created_at)
    sending = Outbox.state == OutboxState.SENDING
    late = or_(sending, Outbox.expires_at < now, func.max(held_until, Outbox.created_at) < now - longest)
    broken = Agenda.state == AgendaState.FAILED
    due = (Agenda.state == AgendaState.WAITING) & (Agenda.due_at < now - A_MINUTE)
    waits = (Inbox.state == InboxState.NEW) & (Inbox.received_at < now - A_MINUTE)
    lost = or_(waits, Inbox.state == InboxState.FAILED, Inbox.tries > 0)
    outbox = select(Outbox.id, Outbox.kind, Outbox.state, Outbox.created_at, Outbox.not_before, Outbox.expires_at)
    found = [
        *(await session.execute(select(Agenda.id, Agenda.kind, Agenda.state, Agenda.due_at).where(or_(due, broken)))),
        *(await session.execute(outbox.where(Outbox.state.in_(OPEN), late))),
        *(await session.execute(select(Inbox.update_id, Inbox.state, Inbox.tries, Inbox.received_at).where(lost))),
    ]
    return [" ".join(str(value) for value in row) for row in found]
