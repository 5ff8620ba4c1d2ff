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
    """A youth whose year started so long ago. `asked_at` is what they tapped for the time of the daily question.

    `met`: so many days ago they and their begeleider met; known here from the day the youth came in.
    """

    name: str
    begeleider: str
    duo: str
    started: relativedelta
    came: Ago
    asked_at: str
    beside: bool = False
    met: tuple[int, ...] = ()


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
class Wrote:
    """Somebody wrote this to the bot."""

    when: Ago
    name: str
    text: str


@dataclass(frozen=True)
class Noted:
    """Somebody noted a contact with a youth, by the button of its kind."""

    when: Ago
    name: str
    youth: str
    kind: str


Deed = Tapped | Wrote | Noted


@dataclass(frozen=True)
class Cast:
    """Everybody with a phone, and what happened before today."""

    colleagues: tuple[Colleague, ...] = ()
    youths: tuple[Youth, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()
    past: tuple[Deed, ...] = ()

    def only(self, *names: str) -> Cast:
        """Of everybody these alone, in the same order and with what they did."""
        return Cast(
            tuple(one for one in self.colleagues if one.name in names),
            tuple(one for one in self.youths if one.name in names),
            tuple(one for one in self.newcomers if one.name in names),
            tuple(one for one in self.past if _in_it(one) <= set(names)),
        )


def _in_it(deed: Deed) -> set[str]:
    return {deed.name, deed.youth} if isinstance(deed, Noted) else {deed.name}


OPENING = Ago(3, time(9, 10))

AN = Colleague("An", Role.COORDINATOR, OPENING, Part.COORDINATOR)

#: The opstart of Mo and the weeks after it; about twice a week with Yara; with Jef once since the year ended.
MET_MO = (57, 55, 53, 50, 48, 45, 43, 41, 38, 36, 31, 29, 24, 20, 15, 13, 8, 6)
MET_YARA = (62, 57, 52, 48, 43, 37, 34, 29, 27, 20, 16, 13, 9, 6)
MET_JEF = (40, 33, 19)

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
        Youth(
            "Mo", "Lotte", "Noor", relativedelta(weeks=8, days=2), Ago(3, time(9, 25)), "17u30", beside=True, met=MET_MO
        ),
        Youth("Yara", "Bram", "Lotte", relativedelta(months=6, days=9), Ago(3, time(9, 40)), "20u", met=MET_YARA),
        Youth("Jef", "Noor", "Bram", relativedelta(years=1, weeks=4, days=1), Ago(3, time(9, 50)), "13u", met=MET_JEF),
    ),
    newcomers=(Newcomer("Kobe"),),
    past=(
        Noted(Ago(3, time(11, 20)), "Noor", "Jef", "📞 Gebeld"),
        Noted(Ago(3, time(16, 10)), "Lotte", "Mo", "🤝 Samen"),
        Tapped(Ago(3, time(17, 42)), "Mo", "😐 Gaat wel"),
        Tapped(Ago(3, time(17, 43)), "Mo", "👍 Meer niet"),
        Tapped(Ago(3, time(20, 20)), "Yara", "🙂 Goed"),
        Noted(Ago(2, time(14, 30)), "Lotte", "Mo", "👥 Netwerk"),
        Tapped(Ago(2, time(18, 5)), "Mo", "3 keer per week"),
        Tapped(Ago(2, time(20, 34)), "Yara", "1 keer per week"),
        Tapped(Ago(1, time(10, 12)), "Sam", "🙂 Goed"),
        Tapped(Ago(1, time(10, 13)), "Sam", "👍 Meer niet"),
        Tapped(Ago(1, time(11, 30)), "Lotte", "❤️"),
        Noted(Ago(1, time(14, 15)), "Bram", "Yara", "🤝 Samen"),
        Noted(Ago(1, time(16, 5)), "Lotte", "Sam", "🤝 Samen"),
        Tapped(Ago(1, time(17, 50)), "Mo", "😄 Heel goed"),
        Wrote(Ago(1, time(18, 20)), "Mo", "Mag ik donderdag een uur later komen?"),
        Tapped(Ago(1, time(20, 31)), "Yara", "🙂 Goed"),
    ),
)

#: A house on its first morning: An is there, and two people with a new phone.
FIRST_DAY = Cast(
    colleagues=(replace(AN, beside=True),),
    newcomers=(Newcomer("Lotte", beside=True), Newcomer("Sam", beside=True)),
)
