"""Calls that were asked for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.call import SAME_CALL_WITHIN
from store.journal import Happened
from store.tables import Journal


async def last_asked(session: AsyncSession, youth_id: int, now: datetime) -> datetime | None:
    """When this youth last asked for a call, if that was a short while ago."""
    query = select(func.max(Journal.at)).where(
        Journal.at > now - SAME_CALL_WITHIN, Journal.actor_id == youth_id, Journal.kind == Happened.CALL_ASKED
    )
    return await session.scalar(query)
