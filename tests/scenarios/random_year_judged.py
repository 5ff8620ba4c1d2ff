"""Whether what came on the phones in a random life is what should have come."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time

from programme.workdays import is_working_day
from tests.scenarios.random_year import FACES, Came, Life
from tests.scenarios.year_as_written import Missed, Young, days, looks_at, missed, monday

YOUTHS_FROM, YOUTHS_UNTIL = time(9), time(21, 30)
STAFF_FROM, STAFF_UNTIL = time(8), time(20)
NUDGED_UNTIL = time(21)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

OPSTART = re.compile(r"Nog (?P<lacks>\d+) keer samen met (?P<name>\w+) deze week om aan (?P<target>\d+) te komen\.")
AVERAGE = re.compile(r"Nog (?P<lacks>\d+) keer samen met (?P<name>\w+) deze week voor gemiddeld (?P<per_week>\d+)\.")
SO_MANY = re.compile(
    r"(?P<name>\w+): (?P<met>\d+) keer samen (?:in vier weken|sinds (?P<since>.+))\. "
    r"We mikken op (?P<per_week>\d+) per week\."
)


class Judge:
    """Looks at what came since it last looked."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.seen = 0
        self.looked = 0
        self.today: Counter[tuple[date, str, str]] = Counter()

    async def waits(self, until: datetime) -> None:
        """Time passes; each check on the way is looked at with what is known before it."""
        life = self.life
        since = life.now
        due = {
            (moment, who, name): found
            for day in days(since.date(), until.date())
            if (at := looks_at(day)) and since < (moment := datetime.combine(day, at)) <= until
            for name, young in life.youths.items()
            if (who := life.hears(young, day)) and (found := self._due(young, moment))
        }
        await life.winds(until)
        self._compares(due)
        self.judges()

    def _due(self, young: Young, moment: datetime) -> Missed | None:
        """What is to be said of this youth then."""
        self.looked += 1
        day = moment.date()
        if young.is_quiet(moment) or monday(day) in young.weeks_off:
            return None
        return missed(young, day)

    def _compares(self, due: dict[tuple[datetime, str, str], Missed]) -> None:
        """Each line of each reminder, and each that was due, once."""
        found: Counter[tuple[datetime, str, str]] = Counter()
        messages = [one for one in self.life.came[self.seen :] if one.is_target]
        assert len({(one.at.date(), one.to) for one in messages}) == len(messages), "two reminders on one day"
        for one in messages:
            for line in one.text.split("\n"):
                if match := OPSTART.search(line) or AVERAGE.search(line) or SO_MANY.search(line):
                    key = (one.at.replace(second=0, microsecond=0), one.to, match["name"])
                    found[key] += 1
                    assert key in due, f"nothing slips: {one}"
                    _says(match.groupdict(), due[key], one)
                else:
                    assert line == "Samen deze week", f"no such line: {one}"
        assert found == Counter(due.keys()), f"due: {due}, came: {dict(found)}"

    def judges(self) -> None:
        """All that came, whatever it is."""
        fresh, self.seen = self.life.came[self.seen :], len(self.life.came)
        for one in fresh:
            self._about_theirs(one)
            if not one.edited and one.by != one.to:
                self._at_a_good_hour(one)
                self._once(one)

    def _about_theirs(self, one: Came) -> None:
        """Nobody reads a name that is not for them. Whoever leads hears for whom nobody stands in."""
        named = [self.life.youths[word] for word in re.findall(r"\w+", one.text) if word in self.life.youths]
        if one.to in self.life.youths:
            assert all(young.name == one.to for young in named), f"about another youth: {one}"
        elif one.to != "An":
            assert all(one.to in young.team for young in named), f"about a youth of others: {one}"

    def _at_a_good_hour(self, one: Came) -> None:
        at = one.at.time().replace(second=0, microsecond=0)
        if young := self.life.youths.get(one.to):
            assert YOUTHS_FROM <= at <= YOUTHS_UNTIL, f"at this hour: {one}"
            assert not young.is_quiet(one.at), f"wants quiet: {one}"
            if one.by is None and any(FACES[0] in button.text for button in one.message.buttons):
                asked = at == (young.asked_at or at)
                assert asked or at <= NUDGED_UNTIL, f"not when they chose: {one}"
            return
        if young := self.life.youths.get(one.by or ""):
            assert one.to in young.team, f"of a youth of others: {one}"
            return
        earliest = min(STAFF_FROM, self.life.morning.get(one.to, STAFF_FROM))
        assert one.message.silent or earliest <= at <= STAFF_UNTIL, f"at this hour: {one}"
        if one.is_target or one.text.startswith(f"Dag {one.to}."):
            assert is_working_day(one.at.date()), f"on a day off: {one}"
            assert one.at.date() not in self.life.away[one.to], f"while away: {one}"
            assert one.is_target or at == self.life.morning[one.to], f"not when they chose: {one}"

    def _once(self, one: Came) -> None:
        """What time brings comes once on a day."""
        if one.by is None:
            what = "morning" if one.text.startswith(f"Dag {one.to}. ") and one.to in self.life.away else one.text
            self.today[one.at.date(), one.to, what] += 1
            assert self.today[one.at.date(), one.to, what] == 1, f"twice: {one}"


def _says(found: dict[str, str], due: Missed, one: Came) -> None:
    """What a line says is so."""
    right = {
        "lacks": str(due.target - due.met),
        "target": str(due.target),
        "met": str(due.met),
        "per_week": str(due.per_week),
        "since": _spoken(due.since),
    }
    wrong = {key: (said, right[key]) for key, said in found.items() if key in right and said != right[key]}
    assert not wrong, f"{wrong}: {one}"


def _spoken(day: date | None) -> str | None:
    return None if day is None else f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
