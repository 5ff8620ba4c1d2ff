"""News of a youth on somebody's screen: what changes soon after changes that message."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Outbox, OutboxState

KIND = "news"


async def latest(session: AsyncSession, kind: str, youth_id: int, reader_id: int, since: datetime) -> Outbox | None:
    """The newest news of this kind about this youth to this reader, from `since` on, that is or will be on a screen."""
    query = select(Outbox).where(Outbox.kind == kind, Outbox.about == youth_id, Outbox.person_id == reader_id)
    alive = Outbox.state.in_((OutboxState.QUEUED, OutboxState.SENT))
    return (await session.scalars(query.where(alive, Outbox.created_at >= since).order_by(Outbox.id.desc()))).first()
