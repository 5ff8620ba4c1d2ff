"""Quiet: a youth who paused or stopped. One place knows what that means for what we send."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from programme.joining import TIME_UNTIL_CHOSEN
from programme.pause import Pause, is_paused, paused_until
from store import agenda, checkin, crisis, journal, outbox, rhythm
from store.agenda import Duty
from store.journal import SAID_BY_YOUTH, Happened
from store.tables import CheckinPlan


def holds(plan: CheckinPlan, now: datetime) -> bool:
    """Whether a pause is going on."""
    return is_paused(plan.paused_at is not None, plan.paused_until, now)


async def keeps_quiet(session: AsyncSession, youth_id: int, now: datetime) -> bool:
    """Whether nothing planned may reach this youth: they paused, or stopped, or words of theirs hinted at suicide and
    nobody is in touch with them yet."""
    if await crisis.holds(session, youth_id):
        return True
    plan = await checkin.plan_of(session, youth_id)
    return plan is not None and wants_quiet(plan, now)


def wants_quiet(plan: CheckinPlan, now: datetime) -> bool:
    """Whether this youth paused or stopped the questions."""
    return plan.stopped_at is not None or holds(plan, now)


async def may_be_answered(session: AsyncSession, youth_id: int) -> bool:
    """Whether a person's words may reach this youth. After a stop they may, once the youth said something again."""
    plan = await checkin.plan_of(session, youth_id)
    if plan is None or plan.stopped_at is None:
        return True
    said = await journal.last(session, youth_id, SAID_BY_YOUTH)
    return said > await journal.last(session, youth_id, (Happened.STOPPED,))


async def plan_for(session: AsyncSession, youth_id: int) -> CheckinPlan:
    """Their plan. Who pauses or stops before choosing a time gets one, so that the wish is kept."""
    plan = await checkin.plan_of(session, youth_id)
    if plan is None:
        plan = CheckinPlan(youth_id=youth_id, at=TIME_UNTIL_CHOSEN)
        session.add(plan)
        await session.flush()
    return plan


async def begin(session: AsyncSession, plan: CheckinPlan, pause: Pause, now: datetime, zone: ZoneInfo) -> bool:
    """Pause, or pause for another length. False when it is so already. The agenda stays: a duty looks at the facts."""
    until = paused_until(pause, now, zone)
    if holds(plan, now) and plan.paused_until == until:
        return False
    plan.paused_at, plan.paused_until = now, until
    await outbox.take_back_planned(session, plan.youth_id, now)
    return True


async def stop(session: AsyncSession, plan: CheckinPlan, now: datetime) -> bool:
    """No question any more. False when it was so already."""
    if plan.stopped_at is not None:
        return False
    plan.stopped_at = now
    for duty in (Duty.CHECKIN, Duty.NUDGE, Duty.RHYTHM):
        await agenda.drop(session, duty, plan.youth_id)
    await outbox.take_back_planned(session, plan.youth_id, now)
    return True


async def resume(session: AsyncSession, plan: CheckinPlan, now: datetime, zone: ZoneInfo) -> bool:
    """Ask again, after a pause or a stop. False when nothing held it back."""
    was_quiet = plan.stopped_at is not None or holds(plan, now)
    plan.stopped_at = plan.paused_at = plan.paused_until = None
    if was_quiet:
        await checkin.plan_next(session, plan, now, zone)
        await rhythm.plan_question(session, plan, now, zone)
    return was_quiet
