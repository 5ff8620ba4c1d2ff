"""Whom the spinnenweb is offered to today, who is reminded of it, and from when a person brings it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.spiderweb import AT
from programme.spiderweb_offer import AHEAD, brought_up_from, hears_at, is_reminded, is_too_late_to_remind
from store import agenda, away, outbox, people
from store.agenda import Duty
from store.portion import Portion
from store.spiderweb_offer import SAID, Offered, in_place_of_earlier, is_current, is_due, make, still_open
from store.tables import MilestoneRow, MilestoneState, Outbox, Person, SpiderwebOffer


async def plan(session: AsyncSession, now: datetime, zone: ZoneInfo, whom: Portion) -> None:
    """Put on the agenda who of these youths hears of it today, once.

    What is planned looks at the facts again. Of a youth whom nothing reaches a person hears instead.
    """
    today = local_day(now, zone)
    await _forget_unheard(session, now, whom)
    for row in await _near(session, today, whom):
        if await is_due(session, row, today, zone):
            await _offer(session, row, now, zone)
    for offer, row in await _up_to_the_youth(session, whom):
        await _remind(session, offer, row.due_on, today, zone)


async def _offer(session: AsyncSession, row: MilestoneRow, now: datetime, zone: ZoneInfo) -> None:
    today = local_day(now, zone)
    if not await _can_be_reached(session, row.youth_id):
        offer = await make(session, row, now)
        offer.brought_up_on = brought_up_from(today, heard=False)
        await in_place_of_earlier(session, offer)
        return
    at, until = hears_at(today, zone)
    await agenda.plan(session, Duty.WEB_OFFER, row.id, at, key=f"{row.id}:{row.due_on}:{today}", expires_at=until)


async def _remind(session: AsyncSession, offer: SpiderwebOffer, due: date, today: date, zone: ZoneInfo) -> None:
    offered = local_day(offer.at, zone)
    remind = is_reminded(offered, due, today)
    if is_too_late_to_remind(offered, due, today) or (remind and not await _can_be_reached(session, offer.youth_id)):
        offer.brought_up_on = brought_up_from(today, heard=False)
    elif remind:
        at, until = hears_at(today, zone)
        await agenda.plan(session, Duty.WEB_REMINDER, offer.id, at, key=f"{offer.id}:{today}", expires_at=until)


async def _can_be_reached(session: AsyncSession, youth_id: int) -> bool:
    return away.can_be_reached(await people.nameless(session, youth_id))


async def _near(session: AsyncSession, today: date, whom: Portion) -> Sequence[MilestoneRow]:
    """The open milestones that ask for a web and whose day is near, of youths who have access."""
    near = (MilestoneRow.due_on.between(today, today + AHEAD), MilestoneRow.kind.in_(AT))
    query = select(MilestoneRow).join(Person, Person.id == MilestoneRow.youth_id).where(whom.holds(Person.id))
    query = query.where(MilestoneRow.state == MilestoneState.OPEN, *near, Person.ended_at.is_(None))
    return (await session.scalars(query.order_by(MilestoneRow.due_on, MilestoneRow.id))).all()


async def _up_to_the_youth(session: AsyncSession, whom: Portion) -> list[Offered]:
    """What nobody brings up yet."""
    query = still_open().join(Person, Person.id == SpiderwebOffer.youth_id).where(whom.holds(Person.id))
    query = query.where(SpiderwebOffer.brought_up_on.is_(None), Person.ended_at.is_(None))
    return [(offer, row) for offer, row in await session.execute(query) if is_current((offer, row))]


async def _forget_unheard(session: AsyncSession, now: datetime, whom: Portion) -> None:
    """An offer that came to nothing on its way was none."""
    said = and_(Outbox.kind == SAID, Outbox.about == SpiderwebOffer.id, Outbox.created_at == SpiderwebOffer.at)
    theirs = select(SpiderwebOffer).where(whom.holds(SpiderwebOffer.youth_id))
    query = theirs.join(Outbox, said).where(outbox.came_to_nothing(now))
    query = query.where(SpiderwebOffer.brought_up_on.is_(None), SpiderwebOffer.settled_at.is_(None))
    for offer in await session.scalars(query):
        await session.delete(offer)
    await session.flush()
