"""Youths who went quiet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.silence import duo_hears_at, going_quiet_after
from store import agenda, outbox
from store.agenda import Duty
from store.checkin import QUESTION
from store.tables import Checkin, CheckinPlan, Outbox, Silence


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
    query = select(Silence).where(Silence.youth_id == youth_id, Silence.settled_at.is_(None))
    return (await session.scalars(query)).all()


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
