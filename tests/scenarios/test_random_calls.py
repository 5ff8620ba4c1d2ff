"""Random taps, times and failures: every request to be called ends called, withdrawn or is still going round, and the
youth is never told something untrue."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select

from sandbox.faults import Fault
from sandbox.model import Message
from sandbox.town import START, Town
from store import agenda, people, reachable
from store.agenda import Duty
from store.tables import Call, CallTold, Person, Region
from tests.people import Phone, row_of, sam_with_lotte, teamcoach
from tests.scenarios.test_push import hush

SEEDS, STEPS = range(1, 9), 40
# The days before the clocks change, and a day like any other.
BEGINS = (START, datetime(2027, 3, 26, 8, tzinfo=UTC), datetime(2027, 10, 29, 8, tzinfo=UTC))
SICK = (Fault.SILENT_BEFORE, Fault.SILENT_AFTER, Fault.TOO_MANY, Fault.INTERNAL, Fault.BAD_GATEWAY)
MESSAGES = ("sendMessage", "editMessageText")
MORE = [pytest.param(seed, marks=pytest.mark.fault) for seed in range(9, 101)]

OF_A_CALL = re.compile(
    r"Wanneer wil je dat er iemand belt|om je te bellen|belt je|er is niemand|Dan vraag ik het meteen|niet bereiken|"
    r"kreeg je niet te pakken|kan toch niet bellen|er belt niemand|telefoontje is afgerond|Prima. Typ"
)
ASKED, CALLS = re.compile(r"Ik heb (\w+) gevraagd om je te bellen"), re.compile(r"(\w+) belt je (zo|\w+)")
WAITS, PASSED = re.compile(r"(\w+) is er (\w+).* vanaf"), re.compile(r"(\w+) vroeg aan (\w+) om je te bellen")


class Life:
    """Sam, Lotte, duo Bram and teamcoach Tine, to whom anything may happen."""

    def __init__(self, town: Town, chance: Random) -> None:
        self.town, self.chance = town, chance
        self.phones: dict[str, Phone] = {}
        self.story: list[str] = []
        self.late = False
        """Whether what Sam read just now may have been said a while ago."""
        self.blocked: set[str] = set()

    def _there(self) -> list[str]:
        return sorted({"Lotte", "Bram", "Tine"} - self.blocked)

    async def open(self) -> None:
        await self.town.wind(to=self.chance.choice(BEGINS))
        sam, lotte = await sam_with_lotte(self.town, at=None, duo="Bram")
        self.phones = {"Sam": sam, "Lotte": lotte, "Bram": self.town.person("Bram"), "Tine": await teamcoach(self.town)}
        async with self.town.spoor.database.write() as session:
            region = Region(name="Kortrijk")
            session.add(region)
            await session.flush()
            for name in ("Lotte", "Tine"):
                (await session.get_one(Person, (await row_of(self.town, self.phones[name])).id)).region_id = region.id

    async def something(self) -> None:
        """Somebody taps, time goes by, or something breaks."""
        deed = self.chance.choices([self._sam, self._staff, self._time, self._breaks], weights=[3, 5, 6, 1])[0]
        await deed()

    async def _sam(self) -> None:
        sam = self.phones["Sam"]
        shown = (button.data or "" for message in sam.sees()[-3:] for button in message.buttons)
        if not any(data.startswith("call") for data in shown) or self.chance.random() < 0.3:
            self._tell("Sam: Bel me")
            await sam.says("📞 Bel me")
        else:
            await self._taps("Sam", self.chance.choice(sam.sees()[-3:]))

    async def _staff(self) -> None:
        name = self.chance.choice(self._there())
        seen = [message for message in self.phones[name].sees()[-4:] if message.buttons]
        if seen:
            await self._taps(name, self.chance.choice(seen))

    async def _taps(self, name: str, message: Message) -> None:
        buttons = [button for button in message.buttons if button.data]
        if buttons:
            button = self.chance.choice(buttons)
            self._tell(f"{name}: [{button.text}]")
            self.town.telegram.forge(self.phones[name].user, message, button.data or "")
            await self.town.settle()

    async def _time(self) -> None:
        minutes = self.chance.choice([1, 5, 16, 31, 61, 4 * 60, 13 * 60, 24 * 60])
        self._tell(f"{minutes} minutes")
        await self.town.wind(minutes=minutes)
        self.late = True

    async def _breaks(self) -> None:
        match self.chance.randrange(7):
            case 0:
                self._tell("restart")
                await self.town.restart()
            case 1:
                name = self.chance.choice(self._there())
                if len(self._there()) > 1:
                    self._tell(f"{name} blocks")
                    self.blocked.add(name)
                    await self.phones[name].blocks()
            case 2:
                self._tell("all unblock")
                for name in self.blocked:
                    await self.phones[name].unblocks()
                self.blocked = set()
            case 3:
                name = self.chance.choice(self._there())
                self._tell(f"{name} away")
                await self.phones[name].says("/afwezig")
                await self.phones[name].taps("Vandaag")
            case 4:
                self._tell("Telegram is down for a while")
                self.town.telegram.faults.switch_on(Fault.DOWN)
                await self.town.wind(minutes=self.chance.choice([2, 40]))
                self.town.telegram.faults.switch_off()
                await self.town.wind(minutes=6)
                self.late = True
            case 5:
                fault, calls = self.chance.choice(SICK), self.chance.choice([1, 2, 5])
                self._tell(f"Telegram answers {fault}, {calls} times")
                self.town.telegram.faults.switch_on(fault, *MESSAGES, calls=calls)
            case 6:
                self.town.telegram.faults.twice = not self.town.telegram.faults.twice
                self._tell("what people do comes twice, or no more")

    def _tell(self, what: str) -> None:
        self.story.append(f"{self.town.now():%a %H:%M} {what}")


async def judge(life: Life, told: list[str]) -> None:
    """What holds at every moment. `told`: what Sam read since the last time."""
    town = life.town
    async with town.spoor.database.read() as session:
        for row in await session.scalars(select(Call)):
            waits = await agenda.due_at(session, Duty.CALL, row.id)
            if row.ended_at is None:
                assert waits is not None, "an open request of which nobody will hear any more"
                assert waits > town.now() - timedelta(minutes=1), "it should have gone on by now"
            else:
                assert waits is None, "somebody would still hear of what is over"
                assert row.end is not None
        newest = (await session.scalars(select(Call).order_by(Call.id.desc()))).first()
        about = [words for words in told if OF_A_CALL.search(words)]
        if newest is not None and about and not life.late:
            await _is_true(life, newest, about[-1])


async def _is_true(life: Life, row: Call, words: str) -> None:
    town = life.town
    async with town.spoor.database.read() as session:
        names = {name: (await people.by_telegram_id(session, phone.user.id)) for name, phone in life.phones.items()}
        if found := ASKED.search(words):
            heard = await session.get(CallTold, (row.id, names[found[1]].id))  # type: ignore[union-attr]
            assert heard is not None, f"told that {found[1]} was asked"
        if (found := CALLS.search(words)) and "vroeg aan" not in words:
            assert row.taken_by == names[found[1]].id, f"told that {found[1]} calls"  # type: ignore[union-attr]
        if found := PASSED.search(words):
            heard = await session.get(CallTold, (row.id, names[found[2]].id))  # type: ignore[union-attr]
            assert heard is not None
        if found := WAITS.search(words):
            person = names[found[1]]
            assert person is not None
            reach = await reachable.reach_of(session, person.id, town.now(), town.spoor.setting.zone)
            due = await agenda.due_at(session, Duty.CALL, row.id)
            assert not reach.reads
            assert due == reach.again_at, "it will be asked at another moment than was told"
        if "er belt niemand" in words:
            assert row.ended_at is not None


@pytest.mark.parametrize("seed", [*SEEDS, *MORE])
@pytest.mark.asyncio
async def test_every_request_is_called_withdrawn_or_still_going_round(town: Town, seed: int) -> None:
    life = Life(town, Random(seed))
    await life.open()
    sam = life.phones["Sam"]
    try:
        for _ in range(STEPS):
            life.late = False
            await life.something()
            new = [arrival.message.plain for arrival in sam.unexpected()]
            hush(*life.phones.values())
            await judge(life, new)
    except AssertionError as found:
        raise AssertionError(f"seed {seed}: {found}\n" + "\n".join(life.story[-40:])) from found
    async with town.spoor.database.read() as session:
        assert (await session.scalars(select(Call))).first() is not None
