"""A whole year and a nazorg year of one youth, beside three others of the same begeleider.

Every message that anybody gets is in `told/a_year.txt`, with its moment: one that is not there, or is there and does
not come, fails the test. After looking at what changed, `A_YEAR=write` before pytest writes it anew.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from programme.calendar import local, local_day, slot
from programme.contacts import ContactKind
from programme.phases import Phase, Year
from programme.workdays import is_working_day
from sandbox.screen import Arrival
from sandbox.town import Town
from store import contacts, digest
from tests.people import Phone, row_of, staff, today, youth

TOLD = Path(__file__).parent / "told" / "a_year.txt"
#: How the morning message begins, until all is done; and how its lines say that their day has come.
MORNING, DUE = ("Dag Lotte.", "Dat was", "Alles"), ("vandaag", "was op", "was gisteren")
FACES = ("🙂", "😐", "😄")
#: What Lotte does with a line when its day has come. The first that stands there is tapped.
SETTLES = ("Gedaan", "Gezien", "Gebeld")
MOST_A_DAY = 3
#: Of a message that changes, so much is written down.
AS_FAR = 60


@dataclass
class Life:
    """Who is there, and what came so far."""

    town: Town
    sam: Phone
    lotte: Phone
    bram: Phone
    others: tuple[Phone, ...]
    told: list[str]
    to_lotte: Counter[date]

    @property
    def year(self) -> Year:
        """Sam's."""
        return Year(START)

    def everybody(self) -> Iterator[Phone]:
        """All phones."""
        yield from (self.sam, self.lotte, self.bram, *self.others)

    def take_down(self) -> None:
        """Write down what arrived, and count what the bot itself had to say to Lotte."""
        zone = self.town.spoor.setting.zone
        for phone in self.everybody():
            for arrival in phone.unexpected():
                arrival.expected = True
                self.told.append(_line(phone, arrival, local(self.town.now(), zone)))
                if phone is self.lotte and not arrival.edited and not _is_of_a_youth(arrival):
                    self.to_lotte[today(self.town)] += 1


START = date(2026, 11, 24)


def _line(phone: Phone, arrival: Arrival, at: datetime) -> str:
    """Whole when it is new; of a message that changes its beginning."""
    words = arrival.message.plain.replace("\n", " ⏎ ")
    told = f"(verandert) {words[:AS_FAR]}" if arrival.edited else words
    return f"{at:%Y-%m-%d %H:%M} {phone.user.first_name}: {told}".rstrip()


def _is_of_a_youth(arrival: Arrival) -> bool:
    """Whether it is what a youth sent, or what Lotte's own tap showed."""
    return arrival.message.plain.startswith(("Sam: ", "Genoteerd"))


async def begin(town: Town) -> Life:
    """Four youths of Lotte's, in four phases; Sam on the first day."""
    lotte, bram = await staff(town, "Lotte"), await staff(town, "Bram")
    sam = await youth(town, "Sam", lotte, duo=bram, day=1, year=True, aimed=True)
    others = [
        await youth(town, name, lotte, duo=bram, day=day, at=None, year=True, aimed=True)
        for name, day in (("Mo", 60), ("Yara", 200), ("Jo", 330))
    ]
    async with town.spoor.database.write() as session:
        await digest.heal(session, town.now(), town.spoor.setting.zone)
    return Life(town, sam, lotte, bram, tuple(others), [], Counter())


async def meets(life: Life) -> None:
    """What Lotte noted about this day: Sam three times a week in the opstart and twice after it, the others twice."""
    day = today(life.town)
    phase = life.year.phase_on(day)
    weekdays = {0, 2, 4} if phase is Phase.OPSTART else {1, 3} if phase is not Phase.NAZORG else set()
    # One week in the opstart she is ill, and meets nobody.
    if day.isocalendar().week == 51 and day.year == 2026:
        return
    if day.weekday() in weekdays:
        await _note(life, life.sam, day)
    for number, other in enumerate(life.others):
        if day.weekday() in {1, 3} and number < 2 and day < START + timedelta(days=150):
            await _note(life, other, day)


async def _note(life: Life, who: Phone, day: date) -> None:
    young, guide = await row_of(life.town, who), await row_of(life.town, life.lotte)
    async with life.town.spoor.database.write() as session:
        now = life.town.now()
        await contacts.note(session, young.id, ContactKind.FACE_TO_FACE, day, guide.id, now, at=now)


async def reacts(life: Life) -> None:
    """Sam answers in the opstart and then wants no questions; Lotte settles what is due, on its day."""
    for message in [arrival.message for arrival in life.sam.unexpected() if not arrival.edited]:
        labels = [button.text for button in message.buttons]
        if any("😣" in label for label in labels):
            await life.sam.taps(FACES[today(life.town).day % len(FACES)])
        elif any("Niet meer" in label for label in labels):
            await life.sam.taps("Niet meer")
        elif any("Zo is het goed" in label for label in labels):
            await life.sam.taps("Zo is het goed")
    if any(_is_morning(arrival) for arrival in life.lotte.unexpected()):
        await _settles_the_morning(life)


def _is_morning(arrival: Arrival) -> bool:
    return not arrival.edited and arrival.message.plain.startswith("Dag Lotte.")


async def _settles_the_morning(life: Life) -> None:
    for _ in range(12):
        message = next(
            one for one in reversed(life.lotte.sees()) if one.plain.startswith(("Dag Lotte.", "Dat was", "Alles"))
        )
        due = [
            line
            for line in message.plain.split("\n")
            if "vandaag" in line or "was op" in line or "was gisteren" in line
        ]
        numbers = [line.split(".")[0] if line[0].isdigit() else "" for line in due if not line.startswith("✓")]
        labels = [button.text for button in message.buttons]
        wanted = [f"{number} {label}".strip() for number in numbers for label in SETTLES]
        tapped = next((label for label in wanted if label in labels), None)
        if tapped is None:
            return
        await life.lotte.taps(tapped, on=message.plain.split("\n")[0])


@pytest.mark.fault  # two years take minutes; it is run by name in CI
@pytest.mark.timeout(1200)
@pytest.mark.asyncio
async def test_a_year_and_the_year_after_it(town: Town) -> None:
    life = await begin(town)
    await town.settle()
    zone, end = town.spoor.setting.zone, START + timedelta(days=365 + 366)
    acted = START - timedelta(days=1)
    while today(town) < end:
        evening = slot(acted + timedelta(days=1), time(18), zone)
        if town.next_due is None or town.next_due >= evening:
            await town.wind(to=evening)
            acted = local_day(town.now(), zone)
            await meets(life)
        else:
            await town.wind_to_next()
        await reacts(life)
        life.take_down()
    if os.environ.get("A_YEAR") == "write":
        TOLD.write_text("\n".join(life.told) + "\n")
    assert life.told == TOLD.read_text().rstrip("\n").split("\n")
    busiest = {day: count for day, count in life.to_lotte.items() if count > MOST_A_DAY and is_working_day(day)}
    assert busiest == {}
