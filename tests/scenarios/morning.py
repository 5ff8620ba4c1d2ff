"""What the stories of a begeleider's morning begin with, put straight into the store."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from programme.calendar import slot
from programme.contacts import ContactKind
from programme.milestones import Milestone
from programme.nazorg import Nazorg
from programme.phases import Phase
from programme.spiderweb import WebMoment
from programme.talk import Kind
from sandbox.town import Town
from store import away, contacts, digest, milestones, promises, spiderweb, talk
from store import nazorg as store_nazorg
from store.tables import (
    MilestoneRow,
    MilestoneState,
    NazorgPlan,
    Outbox,
    OutboxState,
    Person,
    Silence,
    Target,
    Trajectory,
    YearPause,
)
from tests.people import Phone, row_of, today

GATHERED = ("digest", "targets")


def begins(town: Town, day: str) -> None:
    """The town begins on another day, at nine, before anybody is there."""
    town.clock.wind(slot(date.fromisoformat(day), time(9), town.spoor.setting.zone))


def mornings(*phones: Phone) -> None:
    """The morning messages that came were expected; whatever else came was not."""
    for phone in phones:
        for arrival in phone.unexpected():
            arrival.expected = arrival.message.plain.startswith(f"Dag {phone.user.first_name}. ")


async def planned(town: Town) -> None:
    """What the night would see to: everybody's morning messages and reminders are on the agenda."""
    async with town.spoor.database.write() as session:
        await digest.heal(session, town.now(), town.spoor.setting.zone)


async def until(town: Town, when: str) -> None:
    """Wind to this local moment: a date and an hour, or an hour of today."""
    day, _, at = when.rpartition(" ")
    moment = datetime.fromisoformat(f"{day or today(town)} {at}")
    await town.wind(to=slot(moment.date(), moment.time(), town.spoor.setting.zone))


async def milestone(town: Town, who: Phone, kind: Milestone, due: str, name: str | None = None) -> int:
    """A milestone of this youth that is due then."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        known = (row for row in await milestones.of_youth(session, youth.id) if row.kind is kind and row.number == 0)
        row = next(known, None) or MilestoneRow(youth_id=youth.id, kind=kind, number=0)
        row.due_on, row.chosen, row.state, row.name = date.fromisoformat(due), True, MilestoneState.OPEN, name
        row.settled_at = row.settled_by = None
        session.add(row)
        await session.flush()
        return row.id


async def met(town: Town, who: Phone, by: Phone, *days: str, kind: ContactKind = ContactKind.FACE_TO_FACE) -> None:
    """They met on these days."""
    youth, staff = await row_of(town, who), await row_of(town, by)
    async with town.spoor.database.write() as session:
        for day in days:
            on = date.fromisoformat(day)
            await contacts.note(session, youth.id, kind, on, staff.id, town.now(), at=None)


async def quiet(town: Town, who: Phone, days: int = 3) -> None:
    """This youth has been silent for so many days, and the begeleider heard it."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        since = town.now() - timedelta(days=days)
        session.add(Silence(youth_id=youth.id, since=since, begeleider_told_at=town.now()))


async def promised(town: Town, who: Phone, by: Phone, days_ago: int) -> None:
    """Somebody said so many days ago that they would get in touch."""
    youth, staff = await row_of(town, who), await row_of(town, by)
    async with town.spoor.database.write() as session:
        ago = timedelta(days=days_ago)
        await promises.make(session, youth.id, staff.id, town.now() - ago, today(town) - ago)


async def wrote(town: Town, who: Phone, days_ago: float = 0) -> None:
    """This youth said something then that nobody answered."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        await talk.add(session, youth.id, youth.id, Kind.TEXT, town.now() - timedelta(days=days_ago), message_id=None)


async def scored(town: Town, who: Phone) -> None:
    """This youth finished a spinnenweb just now: for three weeks none is offered."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        row = await spiderweb.begin(session, youth.id, WebMoment.ANY, town.now())
        row.finished_at = town.now()


async def nazorg(
    town: Town, who: Phone, mode: Nazorg = Nazorg.VAST, *, call: str | None = None, meeting: str | None = None
) -> None:
    """This youth is in nazorg, with these days for the next contacts."""
    youth = await row_of(town, who)
    began, now = today(town) - timedelta(days=60), town.now() - timedelta(days=1)
    days = {ContactKind.PHONE: call, ContactKind.FACE_TO_FACE: meeting}
    async with town.spoor.database.write() as session:
        await session.merge(NazorgPlan(youth_id=youth.id, mode=mode, since=began))  # the night may have made one
        for kind, day in days.items():
            if day is not None:
                chosen_on = today(town) - timedelta(days=1)
                await store_nazorg.choose_day(session, youth.id, kind, date.fromisoformat(day), now, chosen_on)


async def year_paused(town: Town, who: Phone) -> None:
    """The year of this youth is on hold from today on."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        session.add(YearPause(youth_id=youth.id, since=today(town)))


async def known_since(town: Town, who: Phone, day: str) -> None:
    """This youth was added on that day."""
    async with town.spoor.database.write() as session:
        youth = await session.get_one(Person, (await row_of(town, who)).id)
        youth.created_at = slot(date.fromisoformat(day), time(9), town.spoor.setting.zone)


async def agreed(town: Town, who: Phone, phase: Phase, per_week: int) -> None:
    """Another target for this youth."""
    youth = await row_of(town, who)
    async with town.spoor.database.write() as session:
        session.add(Target(youth_id=youth.id, phase=phase, per_week=per_week))


async def gone(town: Town, who: Phone, days: int = 6) -> None:
    """This colleague is away from now on, for so many days more."""
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        await away.go(session, person.id, today(town) + timedelta(days=days), town.now(), today(town))


async def handed_over(town: Town, who: Phone, to: Phone) -> None:
    """Somebody else walks with this youth."""
    youth, begeleider = await row_of(town, who), await row_of(town, to)
    async with town.spoor.database.write() as session:
        (await session.get_one(Trajectory, youth.id)).begeleider_id = begeleider.id


async def gathered(town: Town, who: Phone, *kinds: str) -> int:
    """How many morning messages and reminders reached this person."""
    person = await row_of(town, who)
    query = select(func.count()).select_from(Outbox).where(Outbox.person_id == person.id)
    query = query.where(Outbox.kind.in_(kinds or GATHERED), Outbox.state == OutboxState.SENT)
    async with town.spoor.database.read() as session:
        return await session.scalar(query) or 0
