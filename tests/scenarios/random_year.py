"""A few weeks of a begeleider and their youths, at random: what they do, through their phones, and what came on them.

What the people know is written down beside it as it happens (year_as_written.py), so that what came can be judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random

from programme.calendar import local, slot
from programme.phases import Phase
from sandbox.model import Change, ChangeKind, Message
from sandbox.town import Town
from store import digest, year
from tests.people import Phone, coordinator, row_of, staff, youth
from tests.scenarios.morning import begins, planned
from tests.scenarios.year_as_written import A_DAY, FIRST, OPSTART, SECOND, Young, monday

NAMES = ("Ayla", "Quin", "Zeno", "Yde")
#: Where time itself is odd: the clock changes, months end, there is a leap day, holidays move what one looks at.
ODD_DAYS = ("2027-03-22", "2027-10-25", "2028-02-22", "2026-12-14", "2027-04-28", "2028-10-23", "2037-11-02")
#: How long ago a year began: before it, its first days, around the end of each phase, and after it.
AGO = (-3, 0, 1, 2, 5, 9, 20, 30, 38, 41, 42, 45, 60, 75, 100, 120, 128, 134, 140, 180, 250, 340, 355, 362, 365, 420)
PHASES = {OPSTART: Phase.OPSTART, FIRST: Phase.UITVOERING_1, SECOND: Phase.UITVOERING_2}
NOT_THIS_WEEK = "Niet deze week"
FACES = ("😄", "🙂", "😐", "🙁", "😣")


@dataclass(frozen=True)
class Came:
    """Something that the bot showed on a phone. `by`: who did something just then; None when only time passed."""

    at: datetime
    to: str
    message: Message
    edited: bool
    by: str | None

    @property
    def text(self) -> str:
        """As it is read."""
        return self.message.plain

    @property
    def is_target(self) -> bool:
        """Whether it is a new reminder that targets slip."""
        return not self.edited and any(NOT_THIS_WEEK in button.text for button in self.message.buttons)

    def __str__(self) -> str:
        """On one line."""
        words = self.text.replace("\n", " / ")
        return f"{self.at:%a %d/%m %H:%M} {self.to} {'sees changed' if self.edited else 'gets'}: {words[:160]}"


@dataclass
class Life:
    """Who is there, what they did and what came."""

    town: Town
    chance: Random
    phones: dict[str, Phone] = field(default_factory=dict)
    youths: dict[str, Young] = field(default_factory=dict)
    away: dict[str, set[date]] = field(default_factory=dict)
    morning: dict[str, time] = field(default_factory=dict)
    came: list[Came] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    noted: list[tuple[Young, date, str, int]] = field(default_factory=list)
    """Meetings that were noted: of whom, the day, by whom, and under which message."""
    acting: str | None = None

    @property
    def now(self) -> datetime:
        """On the clock on the wall, without a zone."""
        return local(self.town.now(), self.town.spoor.setting.zone).replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The date there."""
        return self.now.date()

    def hears(self, young: Young, day: date) -> str | None:
        """Who hears of this youth that day."""
        there = [one for one in (young.begeleider, young.duo) if one and day not in self.away[one]]
        return there[0] if there else None

    # --- Who is there ---

    async def open(self, day: str) -> None:
        """Everybody joined, on that day."""
        begins(self.town, day)
        for name in ("Lotte", "Bram"):
            self.phones[name] = await staff(self.town, name)
            self.away[name] = set()
            self.morning[name] = self.chance.choice([time(8, 30), time(7), time(9), time(12)])
            await self._mornings_at(name)
        self.phones["An"] = await coordinator(self.town, "An")
        for name in NAMES[: self.chance.randint(1, len(NAMES))]:
            await self._add(name)
        await planned(self.town)
        self.town.telegram.feed.observe(self._notice)
        await self.town.settle()

    async def _mornings_at(self, name: str) -> None:
        person, now, zone = await row_of(self.town, self.phones[name]), self.town.now(), self.town.spoor.setting.zone
        async with self.town.spoor.database.write() as session:
            await digest.choose_time(session, person.id, self.morning[name], now, zone)

    async def _add(self, name: str) -> None:
        chance = self.chance
        first, second = chance.choice([("Lotte", "Bram"), ("Lotte", "Bram"), ("Lotte", None), ("Bram", "Lotte")])
        ago, at = chance.choice(AGO), chance.choice([None, time(9), time(13, 30), time(21, 30)])
        new = chance.random() < 0.25
        duo = self.phones[second] if second else None
        phone = await youth(self.town, name, self.phones[first], duo=duo, day=ago + 1, at=at, aimed=True, year=new)
        self.phones[name], start = phone, self.today - ago * A_DAY
        row, known = await row_of(self.town, phone), self.today if new else min(start, self.today)
        self.youths[name] = Young(name, row.id, first, second, start, known, at, new)
        self.story.append(f"{name}: day {ago + 1}, of {first}{f' and {second}' if second else ''}, new here: {new}")
        for phase in chance.sample(list(PHASES), chance.choice([0, 0, 1, 3])):
            await self.agree(self.youths[name], phase, chance.randint(0, 7))

    # --- What comes ---

    def _notice(self, change: Change) -> None:
        name = next((name for name, phone in self.phones.items() if phone.user.id == change.chat_id), None)
        if name and change.by_bot and change.message and change.kind in {ChangeKind.MESSAGE, ChangeKind.EDITED}:
            self.came.append(Came(self.now, name, change.message, change.kind is ChangeKind.EDITED, self.acting))
            self.story.append(str(self.came[-1]))

    # --- What people do ---

    def by(self, name: str, what: str) -> Phone:
        """The phone of whoever does this now."""
        self.acting = name
        self.story.append(f"{self.now:%a %d/%m %H:%M} {name} {what}")
        return self.phones[name]

    def any_youth(self) -> Young:
        """One of them."""
        return self.chance.choice(list(self.youths.values()))

    def reminders(self) -> list[Came]:
        """Those of this week."""
        return [one for one in self.came if one.is_target and monday(one.at.date()) == monday(self.today)]

    async def agree(self, young: Young, phase: str, per_week: int) -> None:
        """This one."""
        self.story.append(f"{young.name}: {per_week} a week in {phase}")
        async with self.town.spoor.database.write() as session:
            await year.set_target(session, young.id, PHASES[phase], per_week)
        young.per_week[phase] = per_week

    async def winds(self, to: datetime) -> None:
        """Until that moment on the clock on the wall."""
        await self.town.wind(to=slot(to.date(), to.time(), self.town.spoor.setting.zone))
