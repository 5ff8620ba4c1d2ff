"""What the bot is up to while Telegram is ill: what waits, when it tries again, how long it will bear silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from bot.application import Spoor
from bot.receive import POLL
from bot.watch import DEAF_AFTER
from store.database import Database
from store.outbox import OPEN
from store.tables import Lane, Outbox, OutboxState

#: Seconds. A poll is held open about this long, so a shorter silence says nothing.
QUIET = POLL.total_seconds() + 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is in the outbox: how many messages per lane, how many of all those are on their way at this moment, and
    when the first of those that are held back may go (aware; None: nothing is held back)."""

    lanes: Mapping[Lane, int] = field(default_factory=dict)
    under_way: int = 0
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """`ends_in`: after so many seconds of real time without a word the process ends (None: it hears enough).
    `restarted`: when it last ended so and was started again."""

    waiting: Waiting = Waiting()
    ends_in: float | None = None
    restarted: datetime | None = None


async def waiting(database: Database, now: datetime) -> Waiting:
    """What is in the outbox now."""
    query = select(Outbox.lane, Outbox.state, func.count(), func.min(Outbox.not_before)).where(Outbox.state.in_(OPEN))
    async with database.read() as session:
        rows = (await session.execute(query.group_by(Outbox.lane, Outbox.state))).all()
    lanes = {lane: sum(count for other, _, count, _ in rows if other is lane) for lane in Lane}
    under_way = sum(count for _, state, count, _ in rows if state is OutboxState.SENDING)
    held = [moment for _, state, _, moment in rows if state is OutboxState.QUEUED and moment and moment > now]
    return Waiting(lanes, under_way, min(held, default=None))


def ends_in(spoor: Spoor) -> float | None:
    """In how many seconds of real time the process ends, if Telegram stays silent; None while it hears enough."""
    heard = spoor.receive.last_success
    silent = 0.0 if heard is None else spoor.clock.running() - heard
    return None if silent < QUIET else max(DEAF_AFTER - silent, 0.0)
