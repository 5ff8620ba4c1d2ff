"""A town that lives: the bot's own loops run, the clock runs, and a page can look on and wind it forward."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.application import Settled
from bot.clock import Clock
from bot.ending import CannotGoOn, Deaf
from bot.run import Run
from programme.calendar import local_day, slot
from programme.people import Role
from sandbox import continued, diary, outlook
from sandbox.cast import Ago, Cast
from sandbox.clock import RunningClock
from sandbox.model import Change, ChangeKind, User
from sandbox.outlook import Outlook
from sandbox.page_town import JournalLine, Part, Resident
from sandbox.past import play_past
from sandbox.to_the_end import to_the_end
from sandbox.town import Town
from sandbox.winding import Winder

OPENS_AT = time(9, 40)
#: The past begins before anybody came in.
BEGINNING = Ago(3, time(9))
ZONE = ZoneInfo("Europe/Brussels")

A_MINUTE = timedelta(minutes=1)

#: What happens without a trace on any phone (the nightly chores, a nudge that was not needed) is no reason to stop the
#: clock; nor is that a reason to wind it for ever.
TO_BE_SEEN = frozenset({ChangeKind.MESSAGE, ChangeKind.EDITED, ChangeKind.DELETED})
FAR_AHEAD = timedelta(days=30)

#: Before the clock is wound, the bot takes in what the phones just sent. When it does not within a second of real time
#: (and two calls of a slow Telegram), its Telegram is down, and what was sent waits there.
LOOKS = 100
LOOK_EVERY = 0.01


class House:
    """Opens at twenty to ten today, with what the cast went through in the days before.

    What was kept in `folder` goes on where it stopped: `key` opens it.
    """

    def __init__(self, folder: Path, cast: Cast, clock: Clock, *, key: str | None = None) -> None:
        self.zone = ZONE
        self._cast = cast
        self._today = local_day(clock.now(), ZONE)
        self._clock = RunningClock(clock, _moment(self._today, BEGINNING))
        self.town = Town(folder, clock=self._clock, key=key)
        self.telegram = self.town.telegram
        self._winder = Winder(self._clock, self._work)
        self._parts: dict[int, Part] = {}
        self.lives = False
        self._restarted: datetime | None = None
        self._hands, self._reading = asyncio.Lock(), asyncio.Lock()
        self._seen = 0
        self.telegram.feed.observe(self._look)
        self._residents = self._settle_in()

    async def open(self) -> None:
        """Bring it to this morning. The bot then stands still until `live`."""
        await self.town.open()
        if not await continued.go_on(self.town):
            await play_past(self.town, self._cast, self._today)
        await self.town.wind(to=max(self._clock.now(), _moment(self._today, Ago(0, OPENS_AT))))
        await self._look_up_parts()

    async def live(self) -> None:
        """The bot as a process, until cancelled; when it heard nothing for too long it is started again, as a
        supervisor does. Raises CannotGoOn when it ends by itself for another reason."""
        self.lives = True
        try:
            while True:
                with suppress(Deaf):
                    return await self._one_life()
                await self._start_again()
        finally:
            self.lives = False

    async def _one_life(self) -> None:
        run = Run(self.town.spoor, self.town.spoor.receive.run)
        life = asyncio.create_task(run.run())
        try:
            await asyncio.shield(life)
        finally:
            run.stop()
            await life

    async def _start_again(self) -> None:
        async with self._hands, self._reading:
            await self.town.close()
            await self.town.open()
            self._restarted = self.now()

    @asynccontextmanager
    async def living(self) -> AsyncIterator[None]:
        """The bot as a process in the meantime."""
        life = asyncio.create_task(self.live())
        try:
            yield
        finally:
            life.cancel()
            with suppress(asyncio.CancelledError, CannotGoOn):
                await life

    async def close(self) -> None:
        """Let go of everything. A page that still looks on sees that nothing happens any more."""
        async with self._reading:
            await self.town.close()

    def now(self) -> datetime:
        """The time in the sandbox, aware."""
        return self._clock.now()

    def residents(self) -> Sequence[Resident]:
        """Who has a phone. A newcomer who got a place plays a part from then on."""
        return tuple(
            Resident(one.person, self._parts.get(one.person.id, one.part), one.beside) for one in self._with_phones()
        )

    def new_phone(self, person: User) -> User:
        """Give somebody a new phone, with an account of its own."""
        return self.telegram.new_phone(person)

    async def settle(self) -> None:
        """Let the bot do all it can do now."""
        async with self._winding():
            await self._winder.settle()

    async def wind(self, by: timedelta) -> None:
        """Wind the clock forward and do, in order, all that falls due on the way."""
        async with self._winding():
            await self._winder.wind(self.now() + by)

    async def wind_to_next(self) -> bool:
        """Wind the clock until something is to be seen on a phone; whether it was, within `FAR_AHEAD`."""
        async with self._winding():
            await self._winder.settle()
            return await self._wind_until_seen()

    @asynccontextmanager
    async def _winding(self) -> AsyncIterator[None]:
        """What was done on the phones is taken in first. Meanwhile no new life begins, and nobody waits in real time
        for a slow Telegram."""
        async with self._hands:
            self.telegram.faults.hurried = True
            try:
                await self._taken_in()
                yield
            finally:
                self.telegram.faults.hurried = False

    async def _wind_until_seen(self) -> bool:
        seen, far = self._seen, self.now() + FAR_AHEAD
        while self._seen == seen and self.now() < far:
            if not await self._winder.wind_to_next():
                return False
            await self._rest_of_the_minute()
        return self._seen > seen

    async def _rest_of_the_minute(self) -> None:
        """What follows within the same minute is the same thing to whoever looks at the page's clock."""
        minute_ends = self.now().replace(second=0, microsecond=0) + A_MINUTE
        while (due := self._winder.next_due) and due < minute_ends:
            await self._winder.wind(due)

    def _look(self, change: Change) -> None:
        if change.by_bot and change.kind in TO_BE_SEEN:
            self._seen += 1

    async def journal_since(self, last_id: int) -> Sequence[JournalLine]:
        """The journal's lines after that one, oldest first."""
        return await to_the_end(self._journal_since(last_id))

    async def _journal_since(self, last_id: int) -> Sequence[JournalLine]:
        async with self._reading:
            if not self.town.is_open:
                return ()
            lines = await diary.lines_since(self.town.spoor.database, last_id)
            if lines:
                await self._look_up_parts()
        return lines

    async def outlook(self) -> Outlook:
        """What the bot is up to towards Telegram."""
        return await to_the_end(self._outlook())

    async def _outlook(self) -> Outlook:
        async with self._reading:
            if not self.town.is_open:
                return Outlook()
            spoor = self.town.spoor
            waiting = await outlook.waiting(spoor.database, self.now())
            return Outlook(waiting, outlook.ends_in(spoor) if self.lives else None, self._restarted)

    def _settle_in(self) -> tuple[Resident, ...]:
        """Everybody gets a phone, always in the same order: so the bot knows them again another time."""
        cast = self._cast
        colleagues = [Resident(self._phone_of(one.name), one.part, one.beside) for one in cast.colleagues]
        youths = [Resident(self._phone_of(one.name), Part.YOUTH, one.beside) for one in cast.youths]
        newcomers = [Resident(self._phone_of(one.name), Part.STRANGER, one.beside) for one in cast.newcomers]
        return (*youths, *colleagues, *newcomers)

    def _with_phones(self) -> tuple[Resident, ...]:
        """Everybody, and after them the phones that came later."""
        known = {one.person.id for one in self._residents}
        later = (person for person in self.telegram.people() if person.id not in known)
        return (*self._residents, *(Resident(person, Part.STRANGER, beside=True) for person in later))

    def _phone_of(self, name: str) -> User:
        return self.town.person(name).user

    async def _look_up_parts(self) -> None:
        for one in self._with_phones():
            if one.part is Part.STRANGER and one.person.id not in self._parts:
                role = await diary.role_of(self.town.spoor.database, one.person.id)
                if role is not None:
                    self._plays(one.person, role)

    def _plays(self, person: User, role: Role) -> None:
        self._parts[person.id] = Part(role.value)
        self.telegram.feed.tell(ChangeKind.PERSON, person.id)

    async def _work(self) -> Settled:
        """A bot that lives asks Telegram for itself what came in."""
        return await (self.town.spoor.settle() if self.lives else self.town.take_in_and_work())

    async def _taken_in(self) -> None:
        for _ in range(LOOKS + round(2 * self.telegram.faults.seconds / LOOK_EVERY)):
            if not (self.lives and self.telegram.updates.waiting):
                return
            await asyncio.sleep(LOOK_EVERY)


def _moment(today: date, ago: Ago) -> datetime:
    return slot(today - timedelta(days=ago.days), ago.at, ZONE)
