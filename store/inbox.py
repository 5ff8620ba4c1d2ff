"""What came in from Telegram: stored first, handled after, in the order in which each person sent it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import Select, bindparam, delete, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from store.once import add_once
from store.tables import Inbox, InboxState
from store.types import written

# After the first try: three more, further and further apart. Then somebody has to look.
PAUSES = (timedelta(seconds=1), timedelta(seconds=5), timedelta(seconds=25))

# Telegram keeps an unconfirmed update for a day, so after that none of these can come again.
KEPT_FOR = timedelta(days=3)

# What was set aside holds somebody's words: `spoor check` shows it for a month, and then it is too late to help.
SET_ASIDE_FOR = timedelta(days=30)


async def put(session: AsyncSession, update_id: int, sender_id: int | None, payload: str, now: datetime) -> bool:
    """Store an update as it came. False when it was here already."""
    added = await add_once(
        session,
        Inbox,
        update_id=update_id,
        sender_id=sender_id,
        payload=payload,
        state=InboxState.NEW,
        received_at=now,
        tries=0,
    )
    return added is not None


async def any_new(session: AsyncSession) -> bool:
    """Whether anything is still to be handled."""
    return await session.scalar(_ANY_NEW) is not None


_ANY_NEW = select(Inbox.update_id).where(Inbox.state == written(InboxState.NEW)).limit(1)


async def next_one(session: AsyncSession, now: datetime) -> Inbox | None:
    """The oldest update to handle now. While one of a person's waits for another try, so do their later ones."""
    return (await session.scalars(_next_one(), {"now": now})).first()


@cache
def _next_one() -> Select[Inbox]:
    """Made once: it is asked all day long, and making it costs more than the answer."""
    earlier = aliased(Inbox)
    new = written(InboxState.NEW)
    held_up = exists().where(
        earlier.state == new, earlier.sender_id == Inbox.sender_id, earlier.update_id < Inbox.update_id
    )
    may_be_tried = or_(Inbox.try_after.is_(None), Inbox.try_after <= bindparam("now"))
    query = select(Inbox).where(Inbox.state == new, may_be_tried, ~held_up)
    return query.order_by(Inbox.update_id).limit(1)


async def next_moment(session: AsyncSession) -> datetime | None:
    """When the next waiting update may be tried; None when none waits for a moment."""
    return await session.scalar(select(func.min(Inbox.try_after)).where(Inbox.state == InboxState.NEW))


async def contents(session: AsyncSession, update_id: int) -> str:
    """An update as it came. Raises store.sealed.CannotUnseal."""
    return await session.scalar(_CONTENTS, {"update": update_id}) or "{}"


_CONTENTS = select(Inbox.payload).where(Inbox.update_id == bindparam("update"))


def handled(row: Inbox, now: datetime) -> None:
    """Done with: wipe what was in it and whose it was."""
    row.state, row.handled_at, row.try_after = InboxState.HANDLED, now, None
    wipe(row)


def wipe(row: Inbox) -> None:
    """Keep that it was there, and no more: of somebody without a place nothing stays."""
    row.payload = row.sender_id = None


def try_again(row: Inbox, now: datetime) -> bool:
    """After a failure: later, or set aside with its contents kept. Whether there will be another try."""
    row.tries += 1
    if row.tries > len(PAUSES):
        row.state, row.handled_at, row.try_after = InboxState.FAILED, now, None
        return False
    row.try_after = now + PAUSES[row.tries - 1]
    return True


async def count_failed(session: AsyncSession) -> int:
    """How many updates were set aside."""
    query = select(func.count()).select_from(Inbox).where(Inbox.state == InboxState.FAILED)
    return await session.scalar(query) or 0


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of what was handled days ago, and of what nobody took up in a month."""
    for state, kept in ((InboxState.HANDLED, KEPT_FOR), (InboxState.FAILED, SET_ASIDE_FOR)):
        await session.execute(delete(Inbox).where(Inbox.state == state, Inbox.handled_at < now - kept))
