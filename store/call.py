"""Calls that youths asked for: who heard of each, who took it, how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme.call import CallEnd, Who, Wish
from store import agenda, away, people, reachable, standing_in
from store.agenda import Duty
from store.tables import Agenda, AgendaState, Call, CallTold, Person


async def open_of(session: AsyncSession, youth_id: int) -> Call | None:
    """What this youth asked for and is still to be done; there is never more than one."""
    query = select(Call).where(Call.youth_id == youth_id, Call.ended_at.is_(None))
    return (await session.scalars(query)).first()


async def ask(session: AsyncSession, youth_id: int, now: datetime) -> Call:
    """A request; the youth did not choose yet when."""
    row = Call(youth_id=youth_id, asked_at=now, wish=Wish.ASAP, step=0, reminded=0)
    session.add(row)
    await session.flush()
    return row


async def of_youth(session: AsyncSession, youth_id: int, call_id: int) -> Call | None:
    """This request, when it is of this youth."""
    row = await session.get(Call, call_id)
    return row if row is not None and row.youth_id == youth_id else None


async def seen_by(session: AsyncSession, person_id: int, call_id: int) -> Call | None:
    """This request, when this member of the staff heard of it, or walks with the youth."""
    row = await session.get(Call, call_id)
    if row is None:
        return None
    told = await session.get(CallTold, (call_id, person_id))
    theirs = person_id in {person.id for person in await people.team_of(session, row.youth_id)}
    return row if told is not None or theirs else None


async def listed_for(session: AsyncSession, person_id: int, since: datetime) -> Sequence[Call]:
    """What this member of the staff heard of: all that is open, and what ended since that moment; the oldest first."""
    told = select(CallTold.call_id).where(CallTold.person_id == person_id)
    query = select(Call).where(Call.id.in_(told), or_(Call.ended_at.is_(None), Call.ended_at >= since))
    return (await session.scalars(query.order_by(Call.id))).all()


async def open_with(session: AsyncSession, person_id: int) -> Sequence[Call]:
    """What is open and this member of the staff heard of."""
    told = select(CallTold.call_id).where(CallTold.person_id == person_id)
    query = select(Call).where(Call.id.in_(told), Call.ended_at.is_(None))
    return (await session.scalars(query.order_by(Call.id))).all()


# --- Who hears of it ---


async def told(session: AsyncSession, call_id: int, person_id: int, now: datetime) -> bool:
    """This person hears of it now. Whether they had heard of it before."""
    before = await session.get(CallTold, (call_id, person_id))
    if before is None:
        session.add(CallTold(call_id=call_id, person_id=person_id, at=now))
    else:
        before.at = now
    await session.flush()
    return before is not None


async def who_heard(session: AsyncSession, call_id: int) -> Sequence[Person]:
    """Everybody who heard of it, in the order in which people came in."""
    query = select(Person).join(CallTold, CallTold.person_id == Person.id).where(CallTold.call_id == call_id)
    return (await session.scalars(query.order_by(Person.id))).all()


async def group(session: AsyncSession, youth_id: int, who: Who, now: datetime, zone: ZoneInfo) -> list[Person]:
    """Whom a step of the escalation reaches: nobody who blocked the bot, left or is away."""
    today = now.astimezone(zone).date()
    return [
        person for person in await meant(session, youth_id, who, now, zone) if await _counts(session, person, today)
    ]


async def _counts(session: AsyncSession, person: Person, today: date) -> bool:
    return await away.is_there(session, person, today)


async def meant(session: AsyncSession, youth_id: int, who: Who, now: datetime, zone: ZoneInfo) -> list[Person]:
    """Whom a step of the escalation is for, whether or not a message reaches them."""
    today = now.astimezone(zone).date()
    team = list(await people.team_of(session, youth_id))
    match who:
        case Who.FIRST:
            there = [person for person in team if await _counts(session, person, today)]
            now_there = [person for person in there if (await reachable.reach_of(session, person.id, now, zone)).reads]
            return (now_there or there)[:1]
        case Who.TEAM:
            return team
        case Who.LEADS:
            return list(await standing_in.leads_of(session, team[0], today))
        case Who.EVERYBODY:
            leads = await standing_in.leads_of(session, team[0], today)
            return [*team, *(person for person in leads if person not in team)]


async def first_to_come(
    session: AsyncSession, youth_id: int, now: datetime, zone: ZoneInfo
) -> tuple[Person, datetime] | None:
    """Who is there first of all who could hear of it, and when; None when no message reaches any of them."""
    found: list[tuple[datetime, int, Person]] = []
    for person in await meant(session, youth_id, Who.EVERYBODY, now, zone):
        again_at = (await reachable.reach_of(session, person.id, now, zone)).again_at
        if away.can_be_reached(person) and again_at is not None:
            found.append((again_at, len(found), person))
    if not found:
        return None
    at, _, person = min(found)
    return person, at


# --- What becomes of it ---


async def take(session: AsyncSession, row: Call, person_id: int, now: datetime, promised_at: datetime) -> bool:
    """This person calls, then. False when another has it, or it ended: of two at the same moment one gets it."""
    free = or_(Call.taken_by.is_(None), Call.taken_by == person_id)
    claimed = update(Call).where(Call.id == row.id, Call.ended_at.is_(None), free)
    values = {"taken_by": person_id, "taken_at": now, "promised_at": promised_at, "reminded": 0, "not_reached_at": None}
    result = await session.execute(claimed.values(values).returning(Call.id))
    taken = result.first() is not None
    await session.refresh(row)
    return taken


async def let_go(session: AsyncSession, row: Call) -> None:
    """Nobody has it."""
    row.taken_by = row.taken_at = row.promised_at = row.not_reached_at = None
    row.reminded = 0
    await session.flush()


async def end(session: AsyncSession, row: Call, how: CallEnd, by_id: int, now: datetime) -> bool:
    """It is over. False when it was before."""
    if row.ended_at is not None:
        return False
    row.ended_at, row.ended_by, row.end = now, by_id, how
    await agenda.drop(session, Duty.CALL, row.id)
    await session.flush()
    return True


async def look_at(session: AsyncSession, row: Call, at: datetime) -> None:
    """Look at it again then, in place of any other moment."""
    await agenda.plan_anew(session, Duty.CALL, row.id, at)


async def heal(session: AsyncSession, now: datetime) -> None:
    """Nothing that is open is forgotten: what nobody looks at any more is looked at now."""
    waiting = exists().where(Agenda.kind == Duty.CALL, Agenda.about == Call.id, Agenda.state == AgendaState.WAITING)
    for row in await session.scalars(select(Call).where(Call.ended_at.is_(None), ~waiting)):
        await look_at(session, row, now)
