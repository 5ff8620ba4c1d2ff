"""The named cast: people who have joined already, put straight into the store, with their phones.

Begeleiders Lotte, Bram and Noor, coördinator An, teamcoach Tine; youths Sam, Mo, Yara, Jo. Nothing is said while they
are put there: their phones are empty, their chat with the bot is open.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from programme.calendar import local_day, slot
from programme.joining import CONSENT_VERSION
from programme.people import Role
from programme.rhythm import Rhythm
from programme.targets import monday_of
from sandbox import phone
from sandbox.town import Town
from store import checkin, joining, milestones, people
from store.tables import CheckinPlan, MilestoneState, Person, Trajectory, WeekOff

Phone = phone.Person

WEEKS_LOOKED_AT = 60


def today(town: Town) -> date:
    """The date in the town."""
    return local_day(town.now(), town.spoor.setting.zone)


async def row_of(town: Town, who: Phone) -> Person:
    """The person in the store who has this phone. Raises LookupError when nobody has."""
    async with town.spoor.database.read() as session:
        person = await people.by_telegram_id(session, who.user.id)
    if person is None:
        raise LookupError(who.user.first_name)
    return person


async def staff(town: Town, name: str, role: Role = Role.BEGELEIDER) -> Phone:
    """A colleague who joined; a second call gives the same one."""
    who = town.person(name)
    async with town.spoor.database.write() as session:
        if await people.by_telegram_id(session, who.user.id) is None:
            session.add(_joined(town, who, role))
    return who


async def coordinator(town: Town, name: str = "An") -> Phone:
    """A coördinator who joined."""
    return await staff(town, name, Role.COORDINATOR)


async def teamcoach(town: Town, name: str = "Tine") -> Phone:
    """A teamcoach who joined."""
    return await staff(town, name, Role.TEAMCOACH)


async def youth(
    town: Town,
    name: str,
    begeleider: Phone,
    *,
    duo: Phone | None = None,
    day: int = 3,
    at: time | None = time(10),
    rhythm: Rhythm | None = None,
    aimed: bool = False,
    year: bool = False,
) -> Phone:
    """A youth who agreed, on this day of their year (the first is day 1), with the time of the question chosen.

    `at=None`: the time is still to be chosen. `rhythm` was chosen today. `aimed`: the begeleider hears when the target
    of meetings slips; otherwise they said "not this week" for every week in which a test may look. `year`: they were
    added today, and what the year still asks for is to be done; otherwise they have been known here since the start,
    and of every milestone somebody said that it does not fit.
    """
    who, start = town.person(name), today(town) - timedelta(days=day - 1)
    guide = await row_of(town, begeleider)
    second = None if duo is None else (await row_of(town, duo)).id
    async with town.spoor.database.write() as session:
        person = _joined(town, who, Role.YOUTH)
        session.add(person)
        await session.flush()
        session.add(Trajectory(youth_id=person.id, begeleider_id=guide.id, duo_id=second, start_on=start))
        await session.flush()
        await milestones.derive(session, person.id)
        for row in () if year else await milestones.of_youth(session, person.id):
            milestones.settle(row, MilestoneState.DROPPED, guide.id, town.now())
        if not year:
            person.created_at = min(town.now(), slot(start, time(9), town.spoor.setting.zone))
        joining.consent(session, person, CONSENT_VERSION, town.now())
        weeks = () if aimed else (monday_of(today(town)) + timedelta(weeks=ahead) for ahead in range(WEEKS_LOOKED_AT))
        session.add_all(WeekOff(youth_id=person.id, monday=monday) for monday in weeks)
        if at is not None:
            plan = CheckinPlan(youth_id=person.id, at=at, rhythm=rhythm, rhythm_on=rhythm and today(town))
            session.add(plan)
            await session.flush()
            await checkin.plan_next(session, plan, town.now(), town.spoor.setting.zone)
    return who


async def sam_with_lotte(
    town: Town, *, day: int = 3, at: time | None = time(10), duo: str | None = None, year: bool = False
) -> tuple[Phone, Phone]:
    """Sam, on this day of the year, and begeleider Lotte; the duo too, who is then `town.person(duo)`."""
    lotte = await staff(town, "Lotte")
    second = None if duo is None else await staff(town, duo)
    return await youth(town, "Sam", lotte, duo=second, day=day, at=at, year=year), lotte


async def guessed_by_many(town: Town, times: int) -> None:
    """So many wrong codes just now, each of another sender."""
    async with town.spoor.database.write() as session:
        for number in range(times):
            await joining.wrong_code(session, number.to_bytes(16), town.now())


def _joined(town: Town, who: Phone, role: Role) -> Person:
    town.telegram.accounts.change(who.user.id, opened=True)
    name, now = who.user.first_name, town.now()
    return Person(role=role, name=name, telegram_id=who.user.id, language="nl", created_at=now, joined_at=now)
