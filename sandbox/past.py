"""Plays what happened before a sandbox opens: people come in by their links and tap, and the bot does the rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from chat.link import link
from programme.calendar import slot
from programme.contacts import ContactKind
from programme.people import Role
from sandbox.cast import Ago, Cast, Colleague, Deed, Noted, Tapped, Wrote, Youth
from sandbox.town import Town
from store import contacts, digest, joining, milestones, people, year_ends, youths
from store.journal import Happened, note
from store.tables import MilestoneState, Person

AGREE = "Ik doe mee"
SOMEBODY_ELSE = "Iemand anders"


@dataclass(frozen=True)
class _Scene:
    at: datetime
    play: Callable[[], Awaitable[None]]


async def play_past(town: Town, cast: Cast, today: date) -> None:
    """Everything that happened, each at its own time. The clock of the town must show an earlier one."""
    for scene in sorted(_Past(town, cast, today).scenes(), key=lambda scene: scene.at):
        await town.wind(to=scene.at)
        await scene.play()


class _Past:
    def __init__(self, town: Town, cast: Cast, today: date) -> None:
        self._town = town
        self._cast = cast
        self._today = today

    def scenes(self) -> list[_Scene]:
        """What happened; those at the same moment in the order of the cast."""
        colleagues = [_Scene(self._moment(one.came), self._coming(one)) for one in self._cast.colleagues]
        youths = [_Scene(self._moment(one.came), self._agreeing(one)) for one in self._cast.youths]
        return colleagues + youths + [_Scene(self._moment(deed.when), self._doing(deed)) for deed in self._cast.past]

    def _moment(self, ago: Ago) -> datetime:
        return slot(self._today - timedelta(days=ago.days), ago.at, self._town.spoor.setting.zone)

    def _coming(self, one: Colleague) -> Callable[[], Awaitable[None]]:
        async def come() -> None:
            await self._come_in(one.name, one.role)

        return come

    def _agreeing(self, youth: Youth) -> Callable[[], Awaitable[None]]:
        async def agree() -> None:
            await self._come_in(youth.name, Role.YOUTH, youth)
            phone = self._town.person(youth.name)
            await phone.taps(AGREE)
            await phone.taps(youth.asked_at)

        return agree

    def _doing(self, deed: Deed) -> Callable[[], Awaitable[None]]:
        async def do() -> None:
            match deed:
                case Tapped():
                    await self._tap(deed)
                case Wrote():
                    await self._town.person(deed.name).says(deed.text)
                case Noted():
                    await self._note(deed)

        return do

    async def _tap(self, tapped: Tapped) -> None:
        phone = self._town.person(tapped.name)
        if any(tapped.label in button.text for message in phone.sees() for button in message.buttons):
            await phone.taps(tapped.label)

    async def _note(self, noted: Noted) -> None:
        """The question is about whom they had in hand last, or asks with whom it was."""
        phone = self._town.person(noted.name)
        await phone.says("/contact")
        question = phone.sees()[-1]
        if noted.youth not in question.plain:
            if any(SOMEBODY_ELSE in button.text for button in question.buttons):
                await phone.taps(SOMEBODY_ELSE)
            await phone.taps(noted.youth)
        await phone.taps(noted.kind)

    async def _come_in(self, name: str, role: Role, youth: Youth | None = None) -> None:
        """Invite somebody as the bot's own commands do, and let them open the link."""
        spoor, now = self._town.spoor, self._town.now()
        async with spoor.database.write() as session:
            if youth is None:
                person = Person(role=role, name=name, language="nl", created_at=now)
                session.add(person)
                await session.flush()
            else:
                person = await self._add(session, youth)
            code = await joining.invite(session, person, None, now)
            note(session, Happened.INVITED, now, subject=person.id)
        await self._town.person(name).opens(link(spoor.setting.bot_name, code))

    async def _add(self, session: AsyncSession, youth: Youth) -> Person:
        """A youth whose whole year is planned, and whose begeleider and duo hear in the morning what it asks."""
        zone, now = self._town.spoor.setting.zone, self._town.now()
        guide, duo = [await self._colleague(session, name) for name in (youth.begeleider, youth.duo)]
        person = await youths.add(session, youth.name, self._today - youth.started, guide, duo, now)
        for ago in youth.met:
            day = self._today - timedelta(days=ago)
            await contacts.note(session, person.id, ContactKind.FACE_TO_FACE, day, guide.id, now, at=None)
        if youth.met:
            await self._known_before(session, person, guide, self._today - timedelta(days=max(youth.met)))
        await year_ends.follow(session, person.id, now, zone)
        for colleague in (guide, duo):
            await digest.plan_for(session, colleague, now, zone)
        return person

    async def _known_before(self, session: AsyncSession, person: Person, guide: Person, day: date) -> None:
        """They have been known here since that day, and what was due in between was done."""
        zone = self._town.spoor.setting.zone
        person.created_at = slot(day, time(9), zone)
        for row in await milestones.of_youth(session, person.id):
            if row.state is MilestoneState.BEFORE and row.due_on >= day:
                milestones.settle(row, MilestoneState.DONE, guide.id, slot(row.due_on, time(17), zone))

    async def _colleague(self, session: AsyncSession, name: str) -> Person:
        person = await people.by_telegram_id(session, self._town.person(name).user.id)
        if person is None:
            raise LookupError(f"{name} did not come in yet")
        return person
