"""What somebody said came to nothing on its way out: that falls due at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from chat.screens.talk import TALK, WITHDRAW
from store import agenda
from store.agenda import Duty
from store.tables import Outbox, OutboxState

NOT_ARRIVED = (OutboxState.FAILED, OutboxState.UNKNOWN)


async def notice(session: AsyncSession, row: Outbox, now: datetime) -> None:
    """See that whoever said this hears when it did not arrive, or perhaps did not."""
    if row.kind in (TALK, WITHDRAW) and row.state in NOT_ARRIVED:
        await agenda.plan(session, Duty.UNDELIVERED, row.id, now, key=str(row.id))
