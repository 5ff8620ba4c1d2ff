"""How a youth and a begeleider keep in touch after the year, and when about."""

from __future__ import annotations

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from programme.contacts import ContactKind
from programme.nazorg import COUNTS_AS, PLANNED, Nazorg, due_on
from store import contacts, people
from store.tables import NazorgPlan


async def plan_of(session: AsyncSession, youth_id: int) -> NazorgPlan | None:
    """What was agreed; None before the year is over."""
    return await session.get(NazorgPlan, youth_id)


async def next_due(session: AsyncSession, youth_id: int) -> dict[ContactKind, date]:
    """The day about which the next call and the next meeting are due; empty when nothing is planned."""
    plan = await plan_of(session, youth_id)
    if plan is None or plan.mode is Nazorg.SOEPEL:
        return {}
    year = await people.year_of(session, youth_id)
    chosen = {ContactKind.PHONE: plan.call_on, ContactKind.FACE_TO_FACE: plan.meeting_on}
    found: dict[ContactKind, date] = {}
    for kind in PLANNED:
        last = await contacts.last_day(session, youth_id, COUNTS_AS[kind])
        if due := chosen[kind] or due_on(kind, year, last):
            found[kind] = due
    return found
