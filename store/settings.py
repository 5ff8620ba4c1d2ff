"""What people choose for themselves."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from store import checkin, rhythm
from store.tables import CheckinPlan, Preference, PushChoice


async def ask_at(session: AsyncSession, youth_id: int, at: time, now: datetime, zone: ZoneInfo) -> CheckinPlan:
    """Ask this youth at this local time from now on, and plan what is to come."""
    plan = await checkin.plan_of(session, youth_id)
    if plan is None:
        plan = CheckinPlan(youth_id=youth_id, at=at)
        session.add(plan)
    plan.at = at
    await session.flush()
    await checkin.plan_next(session, plan, now, zone)
    await rhythm.plan_question(session, plan, now, zone)
    return plan


async def choose_answers(session: AsyncSession, staff_id: int, answers: PushChoice) -> None:
    """Tell them of these answers from now on."""
    await session.merge(Preference(person_id=staff_id, answers=answers))
