"""The spinnenweb, offered to a youth because a milestone is near, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme.calendar import local_day
from programme.milestones import still_matters
from programme.spiderweb_offer import is_offered, still_holds
from store import outbox, people, spiderweb, year
from store.tables import MilestoneRow, MilestoneState, SpiderwebOffer

SAID = "spiderweb offer"
REMINDED = "spiderweb reminder"
TOGETHER = "spiderweb together"
"""The kinds of these messages; they are about a row of this table."""

Offered = tuple[SpiderwebOffer, MilestoneRow]
"""An offer, and the milestone because of which it was made."""


# --- Whether ---


async def is_due(session: AsyncSession, row: MilestoneRow, today: date, zone: ZoneInfo) -> bool:
    """Whether the youth is offered it today because of this milestone."""
    if row.state is not MilestoneState.OPEN or not await year_asks(session, row.youth_id, today):
        return False
    last = select(SpiderwebOffer.at).where(SpiderwebOffer.youth_id == row.youth_id)
    offered = await session.scalar(last.order_by(SpiderwebOffer.id.desc()).limit(1))
    finished = await last_finished(session, row.youth_id)
    return is_offered(
        row.due_on,
        today,
        offered=None if offered is None else local_day(offered, zone),
        finished=None if finished is None else local_day(finished, zone),
    )


async def year_asks(session: AsyncSession, youth_id: int, today: date) -> bool:
    """Whether the year of this youth was not ended early, and is not on hold."""
    theirs = await people.year_of(session, youth_id)
    return theirs.stopped_on is None and await year.pause_on(session, youth_id, today) is None


async def last_finished(session: AsyncSession, youth_id: int) -> datetime | None:
    """When the youth finished a web last."""
    finished = await spiderweb.finished(session, youth_id)
    return finished[0].finished_at if finished else None


# --- What became of it ---


async def make(session: AsyncSession, row: MilestoneRow, now: datetime) -> SpiderwebOffer:
    """It is offered because of this milestone."""
    offer = SpiderwebOffer(youth_id=row.youth_id, milestone_id=row.id, due_on=row.due_on, at=now)
    session.add(offer)
    await session.flush()
    return offer


async def in_place_of_earlier(session: AsyncSession, offer: SpiderwebOffer) -> None:
    """What was offered before for this milestone is over."""
    same = (SpiderwebOffer.milestone_id == offer.milestone_id, SpiderwebOffer.id != offer.id)
    earlier = update(SpiderwebOffer).where(*same, SpiderwebOffer.settled_at.is_(None))
    await session.execute(earlier.values(settled_at=offer.at))


async def newest(session: AsyncSession, youth_id: int, offer_id: int) -> Offered | None:
    """The newest offer for the milestone of this one; None when it is none of this youth."""
    found = await of_youth(session, youth_id, offer_id)
    if found is None:
        return None
    same = select(SpiderwebOffer).where(SpiderwebOffer.milestone_id == found[1].id)
    return (await session.scalars(same.order_by(SpiderwebOffer.id.desc()).limit(1))).one(), found[1]


async def of_youth(session: AsyncSession, youth_id: int, offer_id: int) -> Offered | None:
    """This offer; None when it is none of this youth, or of nobody any more."""
    offer = await session.get(SpiderwebOffer, offer_id)
    if offer is None or offer.youth_id != youth_id:
        return None
    return offer, await session.get_one(MilestoneRow, offer.milestone_id)


async def filled_in(session: AsyncSession, youth_id: int, now: datetime) -> None:
    """The youth finished a web: nobody offers it or brings it up any more."""
    query = select(SpiderwebOffer).where(SpiderwebOffer.youth_id == youth_id, SpiderwebOffer.settled_at.is_(None))
    for offer in await session.scalars(query):
        offer.settled_at, offer.settled_by = now, youth_id
        await outbox.take_back(session, TOGETHER, offer.id, now)
    await session.flush()


# --- What a person brings up ---


async def to_bring_up(session: AsyncSession, youth_ids: Iterable[int], today: date) -> list[Offered]:
    """What a person brings up today with these youths."""
    query = still_open().where(SpiderwebOffer.youth_id.in_(list(youth_ids)), SpiderwebOffer.brought_up_on <= today)
    found = [(offer, row) for offer, row in await session.execute(query)]
    return [each for each in found if await still_waits(session, each)]


def still_open() -> Select[SpiderwebOffer, MilestoneRow]:
    """Those that nobody settled, and of which the milestone is open."""
    query = select(SpiderwebOffer, MilestoneRow).join(MilestoneRow, MilestoneRow.id == SpiderwebOffer.milestone_id)
    query = query.where(SpiderwebOffer.settled_at.is_(None), MilestoneRow.state == MilestoneState.OPEN)
    return query.order_by(SpiderwebOffer.id)


async def still_waits(session: AsyncSession, offered: Offered) -> bool:
    """Whether it is not settled, and its milestone is open, matters and was not moved far away."""
    offer, row = offered
    if offer.settled_at is not None or not is_current(offered):
        return False
    return still_matters(row.kind, row.due_on, await people.year_of(session, row.youth_id))


def is_current(offered: Offered) -> bool:
    """Whether its milestone is still to be done, on about the day that it had then."""
    offer, row = offered
    return row.state is MilestoneState.OPEN and still_holds(offer.due_on, row.due_on)
