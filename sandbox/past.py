"""Plays what happened before a sandbox opens: people come in by their links and tap, and the bot does the rest."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chat.link import link
from programme.calendar import slot
from programme.people import Role
from sandbox.cast import Ago, Cast, Colleague, Tapped, Youth
from sandbox.town import Town
from store import joining, milestones, people
from store.journal import Happened, note
from store.tables import Person, Trajectory

AGREE = "Ik doe mee"


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
        return colleagues + youths + [_Scene(self._moment(tap.when), self._tapping(tap)) for tap in self._cast.past]

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

    def _tapping(self, tapped: Tapped) -> Callable[[], Awaitable[None]]:
        async def tap() -> None:
            phone = self._town.person(tapped.name)
            if any(tapped.label in button.text for message in phone.sees() for button in message.buttons):
                await phone.taps(tapped.label)

        return tap

    async def _come_in(self, name: str, role: Role, youth: Youth | None = None) -> None:
        """Invite somebody as the bot's own commands do, and let them open the link."""
        spoor, now = self._town.spoor, self._town.now()
        async with spoor.database.write() as session:
            person = Person(role=role, name=name, language="nl", created_at=now)
            session.add(person)
            await session.flush()
            if youth is not None:
                guide, duo = [await self._id_of(other) for other in (youth.begeleider, youth.duo)]
                start = self._today - youth.started
                session.add(Trajectory(youth_id=person.id, begeleider_id=guide, duo_id=duo, start_on=start))
                await session.flush()
                await milestones.derive(session, person.id)
            code = await joining.invite(session, person, None, now)
            note(session, Happened.INVITED, now, subject=person.id)
        await self._town.person(name).opens(link(spoor.setting.bot_name, code))

    async def _id_of(self, name: str) -> int:
        async with self._town.spoor.database.read() as session:
            person = await people.by_telegram_id(session, self._town.person(name).user.id)
        if person is None:
            raise LookupError(f"{name} did not come in yet")
        return person.id
