"""How a youth and a begeleider keep in touch after the year, and when about."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import nazorg
from programme.contacts import ContactKind
from programme.nazorg import COUNTS_AS, PLANNED, Chosen, Nazorg
from programme.phases import Phase
from store import contacts, people
from store.tables import Contact, NazorgDay, NazorgPlan


async def plan_of(session: AsyncSession, youth_id: int) -> NazorgPlan | None:
    """What was agreed; None before the year is over."""
    return await session.get(NazorgPlan, youth_id)


async def next_due(session: AsyncSession, youth_id: int, today: date) -> dict[ContactKind, date]:
    """The day about which the next call and the next meeting are due, or were; empty when nothing is planned."""
    plan = await plan_of(session, youth_id)
    if plan is None or plan.mode is Nazorg.SOEPEL:
        return {}
    year = await people.year_of(session, youth_id)
    if year.phase_on(today) is not Phase.NAZORG:
        return {}
    found: dict[ContactKind, date] = {}
    for kind in PLANNED:
        last = await contacts.last_day(session, youth_id, COUNTS_AS[kind])
        chosen = await chosen_day(session, youth_id, kind)
        if due := nazorg.planned_on(kind, year, last, plan.since, chosen):
            found[kind] = due
    return found


async def said_today(session: AsyncSession, youth_id: int, today: date) -> dict[ContactKind, date]:
    """What has to be brought up with whoever is in charge today, and when it is about due.

    A day that was chosen today was said today.
    """
    said: dict[ContactKind, date] = {}
    for kind, due in (await next_due(session, youth_id, today)).items():
        chosen = await chosen_day(session, youth_id, kind)
        if nazorg.is_said_on(due, today) and (chosen is None or chosen.on < today):
            said[kind] = due
    return said


async def overdue(session: AsyncSession, youth_id: int, today: date) -> dict[ContactKind, date]:
    """What was due before today and did not happen yet; on some days it is brought up too (`said_today`)."""
    return {kind: due for kind, due in (await next_due(session, youth_id, today)).items() if due < today}


async def begins_today(session: AsyncSession, youth_id: int, today: date) -> bool:
    """Whether staff hear this morning that nazorg began: on the day the year is over, or the working day after it."""
    return nazorg.begins_on_day_of(await people.year_of(session, youth_id), today)


async def switch(session: AsyncSession, youth_id: int, mode: Nazorg, since: date) -> bool:
    """Vast or soepel, from that day on. False when it was so already, or when there is no plan."""
    plan = await plan_of(session, youth_id)
    if plan is None or plan.mode is mode:
        return False
    plan.mode, plan.since = mode, since
    await session.flush()
    return True


async def chosen_day(session: AsyncSession, youth_id: int, kind: ContactKind) -> Chosen | None:
    """The day people chose for the next contact of this kind; None once there was one, whoever noted it."""
    row = await session.get(NazorgDay, (youth_id, kind))
    if row is None:
        return None
    since = (Contact.youth_id == youth_id, Contact.noted_at > row.chosen_at, Contact.removed_at.is_(None))
    query = select(Contact.id).where(*since, Contact.kind.in_(COUNTS_AS[kind])).limit(1)
    return None if await session.scalar(query) is not None else Chosen(row.day, row.chosen_on)


async def choose_day(
    session: AsyncSession, youth_id: int, kind: ContactKind, day: date, now: datetime, today: date
) -> None:
    """The next contact of this kind is about then, whatever the table says."""
    chosen = await chosen_day(session, youth_id, kind)
    before = None if chosen is None else chosen.day
    row = NazorgDay(youth_id=youth_id, kind=kind, day=day, chosen_on=today, chosen_at=now, before=before)
    await session.merge(row)
    await session.flush()


async def undo_day(session: AsyncSession, youth_id: int, kind: ContactKind, day: date) -> bool:
    """Not that day, but what it was before. False when it is not that day any more."""
    chosen, row = await chosen_day(session, youth_id, kind), await session.get(NazorgDay, (youth_id, kind))
    if chosen is None or row is None or chosen.day != day:
        return False
    if row.before is None:
        await session.delete(row)
    else:
        row.day, row.before = row.before, None
    await session.flush()
    return True


async def noted_on(session: AsyncSession, youth_id: int, kind: ContactKind, day: date, by_id: int) -> Contact | None:
    """What this person noted of this kind and that day."""
    found = await contacts.of_youth(session, youth_id, day)
    mine = (row for row in found if row.day == day and row.kind is kind and row.by_id == by_id)
    return next(mine, None)
