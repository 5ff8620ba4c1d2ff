"""Hours later there is still no answer: one soft nudge."""

from __future__ import annotations

from datetime import datetime

from chat.occasion import Manner, Occasion
from chat.screens import checkin as screens
from programme.checkin import expires_at, nudge_at
from scheduler.checkin import key_of
from store import agenda, checkin, outbox, talk
from store.agenda import Duty
from store.journal import Happened
from store.tables import Checkin, Doubt, Lane, OutboxState, Person

ARRIVED = (OutboxState.SENT, OutboxState.UNKNOWN)


async def nudge(occasion: Occasion, youth_id: int | None) -> None:
    """Nudge, unless there was an answer or a wish for quiet meanwhile."""
    youth = await occasion.session.get_one(Person, youth_id)
    row = await checkin.on_day(occasion.session, youth.id, occasion.today)
    if row is None or row.face is not None or row.nudged_at is not None or not await _is_still_asked(occasion, row):
        return
    if await talk.asks_nothing_more(occasion.session, youth.id, occasion.day_began):
        occasion.note(Happened.HELD_BACK, subject=youth)
        return
    due = await _due(occasion, row)
    if due is None or due > occasion.now:
        await _later(occasion, row, due)
        return
    screen = screens.nudge(row.id, await checkin.number_of(occasion.session, row))
    if await occasion.say(screen, youth, _manner(occasion, row)) is not None:
        row.nudged_at = occasion.now
        occasion.note(Happened.NUDGED, subject=youth)


async def _is_still_asked(occasion: Occasion, row: Checkin) -> bool:
    """Whether this day still is one with a question: the year may have ended, or the rhythm changed, since."""
    plan = await checkin.plan_of(occasion.session, row.youth_id)
    return plan is not None and await checkin.is_asked_on(occasion.session, plan, row.day)


async def _due(occasion: Occasion, row: Checkin) -> datetime | None:
    """Counted from when the question reached the youth, which may be later than planned; None when it did not."""
    sent = await outbox.with_key(occasion.session, key_of(row))
    if sent is None or sent.state not in ARRIVED or sent.done_at is None:
        return None
    return nudge_at(sent.done_at, occasion.setting.zone)


async def _later(occasion: Occasion, row: Checkin, due: datetime | None) -> None:
    if due is not None:
        key, end = f"{row.id}:{due.isoformat()}", expires_at(row.day, occasion.setting.zone)
        await agenda.plan(occasion.session, Duty.NUDGE, row.youth_id, due, key=key, expires_at=end)


def _manner(occasion: Occasion, row: Checkin) -> Manner:
    return Manner(
        kind=screens.NUDGE,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=row.id,
        key=f"nudge:{row.id}",
        expires_at=expires_at(row.day, occasion.setting.zone),
    )
