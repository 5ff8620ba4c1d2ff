"""Whatever was changed about a year, one after the other, changed back from the last to the first it is as it was."""

from __future__ import annotations

import asyncio
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from chat.days import number_of
from chat.screens.year_home import HomeSet
from chat.screens.year_pause import Length, PauseChosen, Resumed
from chat.screens.year_start import StartSet
from chat.screens.year_stop import Reopened, StoppedAgain
from chat.screens.year_targets import PerWeek, TargetSet, now_in
from chat.taps import Tap
from programme.phases import Phase, StopReason
from sandbox.model import Message
from sandbox.town import Town
from store import youths
from store.youths import Youth
from tests.people import Phone, row_of, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.years import Facts, facts

NUMBERS = count(1)
WORDS = ("start", "end", "home", "target", "pause", "resume", "a day passes")
STEPS = st.lists(st.tuples(st.sampled_from(WORDS), st.integers(-60, 60)), min_size=1, max_size=6)


class Story:
    """A new youth of Lotte's in a town where others live already."""

    def __init__(self, town: Town, lotte: Phone, sam: Phone) -> None:
        self.town, self.lotte, self.sam = town, lotte, sam
        self.undo: list[str] = []
        self.days = 0

    async def now(self) -> Youth:
        """As Lotte sees them."""
        me, guide = await row_of(self.town, self.sam), await row_of(self.town, self.lotte)
        async with self.town.spoor.database.read() as session:
            found = await youths.one_seen_by(session, guide.id, me.id, self.town.now(), self.town.spoor.setting.zone)
        assert found is not None
        return found

    async def decided(self) -> Facts:
        """All that a change may change; the agenda too, as long as no question was asked meanwhile."""
        found = await facts(self.town, (await row_of(self.town, self.sam)).id)
        return {table: rows for table, rows in found.items() if table != "agenda" or not self.days}

    async def does(self, word: str, number: int, page: Message) -> None:
        """One change, and what undoes it."""
        if word == "a day passes":
            self.days += 1
            await self.town.wind(days=1)
            return
        before = await self.decided()
        await self.taps(self.tap(word, number, await self.now()).data, page)
        if await self.decided() != before:
            confirmed = next(message for message in self.lotte.sees() if message.id == page.id)
            self.undo.append(next(each.data for each in confirmed.buttons if each.text == "Ongedaan maken") or "")

    async def taps(self, data: str, page: Message) -> None:
        """Lotte taps, and everybody has seen what came."""
        await self.lotte.forges(data, on=page)
        hush(self.lotte, self.sam)

    def tap(self, word: str, number: int, youth: Youth) -> Tap:
        """A change that is possible now, most of the time."""
        me, year, now = youth.person.id, youth.year, today(self.town)
        match word:
            case "start":
                start = number_of(year.start)
                return StartSet(me, start, start + number)
            case "end" if year.stopped_on is not None:
                return Reopened(me, number_of(year.stopped_on))
            case "end":
                return StoppedAgain(me, number_of(now) + number, [*StopReason][number % len(StopReason)])
            case "home":
                to = 0 if number % 3 == 0 else number_of(now) + number
                return HomeSet(me, number_of(youth.trajectory.home_since), to)
            case "target":
                phase = [Phase.OPSTART, Phase.UITVOERING_1][number % 2]
                return TargetSet(me, phase, now_in(youth.walk, phase), PerWeek(abs(number) % 9 - 1))
            case "resume" if (pause := youth.walk.pause_on(now)) is not None:
                return Resumed(me, number_of(pause[1]))
            case _:
                pause = youth.walk.pause_on(now)
                was = 0 if pause is None else number_of(pause[1])
                return PauseChosen(me, was, [*Length][number % 4])


async def lives(town: Town, steps: list[tuple[str, int]]) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, f"Sam {next(NUMBERS)}", lotte, day=30, year=True)
    story = Story(town, lotte, sam)
    await lotte.says("/jongeren")
    page = lotte.sees()[-1]
    # The first change gives the year its milestones.
    start = number_of((await story.now()).year.start)
    me = (await row_of(town, sam)).id
    for was, to in ((start, start - 1), (start - 1, start)):
        await story.taps(StartSet(me, was, to).data, page)
    story.days = 1 if any(word == "a day passes" for word, _ in steps) else 0
    before = await story.decided()
    for word, number in steps:
        await story.does(word, number, page)
    for data in reversed(story.undo):
        await story.taps(data, page)
    assert await story.decided() == before
    async with town.spoor.database.write() as session:
        (await session.merge(await row_of(town, sam))).ended_at = town.now()


def test_all_that_was_changed_is_changed_back(prepared: Path) -> None:
    with asyncio.Runner() as runner:
        town = Town(prepared)
        runner.run(town.open())

        @settings(max_examples=10, deadline=None)
        @given(STEPS)
        def any_story(steps: list[tuple[str, int]]) -> None:
            runner.run(lives(town, steps))

        any_story()
        runner.run(town.close())
