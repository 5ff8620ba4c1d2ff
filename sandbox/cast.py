"""Who lives in a sandbox when it opens, and what happened there in the days before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from dateutil.relativedelta import relativedelta

from programme.people import Role
from sandbox.page_town import Part


@dataclass(frozen=True)
class Ago:
    """A local time of day, so many days before today."""

    days: int
    at: time


@dataclass(frozen=True)
class Colleague:
    """Somebody of the staff. `beside`: their phone lies on the desk from the start."""

    name: str
    role: Role
    came: Ago
    part: Part
    beside: bool = False


@dataclass(frozen=True)
class Youth:
    """A youth whose year started so long ago. `asked_at` is what they tapped for the time of the daily question."""

    name: str
    begeleider: str
    duo: str
    started: relativedelta
    came: Ago
    asked_at: str
    beside: bool = False


@dataclass(frozen=True)
class Newcomer:
    """Somebody with a phone and nothing else: no place in the programme yet."""

    name: str
    beside: bool = False


@dataclass(frozen=True)
class Tapped:
    """Somebody tapped a button, if it was there that day: not everybody is asked every day."""

    when: Ago
    name: str
    label: str


@dataclass(frozen=True)
class Cast:
    """Everybody with a phone, and what happened before today."""

    colleagues: tuple[Colleague, ...] = ()
    youths: tuple[Youth, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()
    past: tuple[Tapped, ...] = ()

    def only(self, *names: str) -> Cast:
        """Of everybody these alone, in the same order and with what they did."""
        return Cast(
            tuple(one for one in self.colleagues if one.name in names),
            tuple(one for one in self.youths if one.name in names),
            tuple(one for one in self.newcomers if one.name in names),
            tuple(one for one in self.past if one.name in names),
        )


OPENING = Ago(3, time(9, 10))

AN = Colleague("An", Role.COORDINATOR, OPENING, Part.COORDINATOR)

DEMO = Cast(
    colleagues=(
        AN,
        Colleague("Lotte", Role.BEGELEIDER, OPENING, Part.BEGELEIDER, beside=True),
        Colleague("Bram", Role.BEGELEIDER, OPENING, Part.DUO, beside=True),
        Colleague("Noor", Role.BEGELEIDER, OPENING, Part.BEGELEIDER),
    ),
    youths=(
        # Day 3, week 9, month 7, and the fifth week of nazorg.
        Youth("Sam", "Lotte", "Bram", relativedelta(days=2), Ago(2, time(14)), "10u", beside=True),
        Youth("Mo", "Lotte", "Noor", relativedelta(weeks=8, days=2), Ago(3, time(9, 25)), "17u30", beside=True),
        Youth("Yara", "Bram", "Lotte", relativedelta(months=6, days=9), Ago(3, time(9, 40)), "20u"),
        Youth("Jef", "Noor", "Bram", relativedelta(years=1, weeks=4, days=1), Ago(3, time(9, 50)), "13u"),
    ),
    newcomers=(Newcomer("Kobe"),),
    past=(
        Tapped(Ago(3, time(17, 42)), "Mo", "😐 Gaat wel"),
        Tapped(Ago(3, time(17, 43)), "Mo", "👍 Meer niet"),
        Tapped(Ago(3, time(20, 20)), "Yara", "🙂 Goed"),
        Tapped(Ago(2, time(18, 5)), "Mo", "3 keer per week"),
        Tapped(Ago(2, time(20, 34)), "Yara", "1 keer per week"),
        Tapped(Ago(1, time(10, 12)), "Sam", "🙂 Goed"),
        Tapped(Ago(1, time(10, 13)), "Sam", "👍 Meer niet"),
        Tapped(Ago(1, time(11, 30)), "Lotte", "❤️"),
        Tapped(Ago(1, time(17, 50)), "Mo", "😄 Heel goed"),
        Tapped(Ago(1, time(20, 31)), "Yara", "🙂 Goed"),
    ),
)

#: A house on its first morning: An is there, and two people with a new phone.
FIRST_DAY = Cast(
    colleagues=(replace(AN, beside=True),),
    newcomers=(Newcomer("Lotte", beside=True), Newcomer("Sam", beside=True)),
)
