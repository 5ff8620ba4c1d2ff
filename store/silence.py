"""Youths who went quiet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.silence import duo_hears_at, going_quiet_after
from store import agenda, contacts, outbox
from store.agenda import Duty
from store.checkin import QUESTION
from store.tables import Checkin, CheckinPlan, Contact, Outbox, Silence


async def first_unanswered(session: AsyncSession, plan: CheckinPlan, now: datetime) -> Checkin | None:
    """The first question since which this youth gave no sign of life at all; not one that never reached them."""
    unheard = exists().where(Outbox.kind == QUESTION, Outbox.about == Checkin.id, outbox.came_to_nothing(now))
    unanswered = select(Checkin).where(Checkin.youth_id == plan.youth_id, Checkin.answered_at.is_(None), ~unheard)
    if plan.sign_at is not None:
        unanswered = unanswered.where(Checkin.asked_at > plan.sign_at)
    return (await session.scalars(unanswered.order_by(Checkin.asked_at).limit(1))).first()


async def watch_from(session: AsyncSession, checkin: Checkin) -> None:
    """Look in two days whether this youth, asked just now, gave a sign of life."""
    due = going_quiet_after(checkin.asked_at)
    await agenda.plan(session, Duty.SILENCE, checkin.youth_id, due, key=str(checkin.id))


async def begun_by(session: AsyncSession, youth_id: int, since: datetime) -> Silence | None:
    """The silence that began with the question of that moment, if anybody was told of it."""
    return (await session.scalars(select(Silence).where(Silence.youth_id == youth_id, Silence.since == since))).first()


async def not_settled(session: AsyncSession, youth_id: int) -> Sequence[Silence]:
    """The silences of this youth that staff heard of and nobody took up."""
    return (await session.scalars(_NOT_SETTLED, {"youth": youth_id})).all()


# Made once: it is asked for all that a youth sends, and making it costs as much as the answer.
_NOT_SETTLED = select(Silence).where(Silence.youth_id == bindparam("youth"), Silence.settled_at.is_(None))


async def settle(session: AsyncSession, silence: Silence, by: int | None, now: datetime) -> None:
    """Somebody takes it up (`by`), or the youth is heard again (None): nobody else needs to hear."""
    silence.settled_at, silence.settled_by = now, by
    await agenda.drop(session, Duty.SILENCE_DUO, silence.id)


async def open_again(session: AsyncSession, silence: Silence, now: datetime) -> None:
    """Nobody takes it up after all: the duo hears of it when they would have."""
    silence.settled_at = silence.settled_by = None
    if silence.duo_told_at is None:
        due = max(now, duo_hears_at(silence.begeleider_told_at))
        await agenda.plan(session, Duty.SILENCE_DUO, silence.id, due, key=f"{silence.id}:{now.isoformat()}")


async def touched_by(session: AsyncSession, contact: Contact) -> Sequence[Silence]:
    """The silences of this youth to which this contact may make a difference: those nobody took up, and the one that
    it ended."""
    touched = or_(Silence.settled_at.is_(None), Silence.id == contact.silence_id)
    return (await session.scalars(select(Silence).where(Silence.youth_id == contact.youth_id, touched))).all()


async def ended_with(session: AsyncSession, silence: Silence) -> Contact | None:
    """The contact that ended it; None when it was taken up before there was one, or the youth was heard."""
    return (await session.scalars(select(Contact).where(Contact.silence_id == silence.id).limit(1))).first()


async def weigh(session: AsyncSession, silence: Silence, contact: Contact, day: date, now: datetime) -> bool:
    """A contact changed: see whether there was contact since this silence began (on the date `day`), noted since the
    begeleider heard of it, and end or reopen it with that. Whether anything is different now."""
    ends = await contacts.first_since(session, silence.youth_id, day, silence.begeleider_told_at)
    ended_it = contact.silence_id == silence.id
    if ends is None and not ended_it:
        return False
    if ends is contact and ended_it:
        return False
    contact.silence_id = None if ended_it else contact.silence_id
    if ends is None:
        await _reopen(session, silence, now)
    else:
        await settle(session, silence, ends.by_id, silence.settled_at or now)
        ends.silence_id = silence.id
    await session.flush()
    return True


async def _reopen(session: AsyncSession, silence: Silence, now: datetime) -> None:
    """There was no contact after all. When the youth was heard in between, it stays ended, with that."""
    silence.settled_by = None
    plan = await session.get(CheckinPlan, silence.youth_id)
    if plan is not None and plan.sign_at is not None and plan.sign_at > silence.since:
        return
    await open_again(session, silence, now)
