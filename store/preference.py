"""What members of staff chose for themselves."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from programme.checkin import Face, is_low
from store.tables import Preference, PushChoice


async def answers_for(session: AsyncSession, staff_id: int) -> PushChoice:
    """Which answers this person is told of; all until they choose."""
    row = await session.get(Preference, staff_id)
    return PushChoice.ALL if row is None else row.answers


async def wants(session: AsyncSession, staff_id: int, face: Face) -> bool:
    """Whether this person is told of such an answer."""
    return is_low(face) or await answers_for(session, staff_id) is PushChoice.ALL
