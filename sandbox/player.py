"""Plays a story on a page: step by step, at a pace at which one can read along, and with a button to pause."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sandbox.house import House
from sandbox.page_stream import BusyError, Streams
from sandbox.stage import Cue, HouseStage
from sandbox.stories.story import Scene, Story
from sandbox.wishes import Step

Json = dict[str, Any]

BUSY_FOR = 0.1


class State(StrEnum):
    """How it stands with the story."""

    PLAYING = "playing"
    PAUSED = "paused"
    DONE = "done"
    STUCK = "stuck"
    """What should have come did not: somebody played along, perhaps."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of real time: to read a letter of a caption, before an act, and after a step."""

    letter: float = 0.045
    act: float = 1.3
    rest: float = 1.2


class Player:
    """One performance of a story in a house that lives. `show` is told whenever something changed."""

    def __init__(self, story: Story, house: House, streams: Streams, show: Callable[[Json], None], pace: Pace) -> None:
        self._story = story
        self._house = house
        self._pace = pace
        self._show = show
        self._stage = _Slow(house, streams, self._before)
        self._ids = {resident.person.first_name: resident.person.id for resident in house.residents()}
        self._at = 0
        self._state = State.PLAYING
        self._alone = False
        self._touch: Json | None = None
        self._touches = 0
        self._may = asyncio.Event()
        self._may.set()
        self._hurry = asyncio.Event()

    async def perform(self) -> None:
        """From the first step to the last, or until one of them does not go as told."""
        try:
            for number, scene in enumerate(self._story.scenes):
                await self._begin(number, scene)
                await scene.play(self._stage)
                await self._finish()
        except AssertionError:
            self._become(State.STUCK)
        else:
            self._become(State.DONE)

    def pause(self) -> None:
        """Stop before whatever anybody does next."""
        if self._state is State.PLAYING:
            self._may.clear()
            self._become(State.PAUSED)

    def go_on(self) -> None:
        """Play on until the end."""
        self._alone = False
        self._release()

    def next(self) -> None:
        """Do not wait any longer in this step. Paused: play it, or the one after it, and pause again."""
        self._hurry.set()
        if self._state is State.PAUSED:
            self._alone = True
            self._release()

    def look(self) -> Json:
        """What the panel on the page shows."""
        scenes = self._story.scenes
        return {
            "name": self._story.name,
            "state": self._state,
            "at": self._at,
            "captions": [{"nl": scene.caption.nl, "en": scene.caption.en} for scene in scenes],
            "phones": [self._ids[name] for name in scenes[self._at].phones],
            "touch": self._touch,
        }

    def _release(self) -> None:
        if self._state is State.PAUSED:
            self._may.set()
            self._become(State.PLAYING)

    def _become(self, state: State) -> None:
        self._state = state
        self._show(self.look())

    async def _begin(self, number: int, scene: Scene) -> None:
        await self._may.wait()
        self._hurry.clear()
        self._at, self._touch = number, None
        self._show(self.look())
        if not self._alone:
            await self._linger(len(scene.caption.nl) * self._pace.letter)

    async def _finish(self) -> None:
        if self._alone:
            self._alone = False
            self.pause()
        else:
            await self._linger(self._pace.rest)

    async def _before(self, cue: Cue) -> None:
        """Point at what is about to be tapped, and give people the time to see it."""
        await self._linger(self._pace.act)
        if cue.label is not None:
            self._touches += 1
            self._touch = {"person": self._ids[cue.name], "label": cue.label, "number": self._touches}
            self._show(self.look())
            await self._linger(self._pace.act / 2)

    async def _linger(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._hurry.wait()
        except TimeoutError:
            pass
        await self._may.wait()


class _Slow(HouseStage):
    """A stage on which the clock, too, waits for its turn; and its winding is shown."""

    def __init__(self, house: House, streams: Streams, wait_for: Callable[[Cue], Any]) -> None:
        super().__init__(house, wait_for)
        self._streams = streams

    async def winds(self, step: Step, *, times: int = 1) -> None:
        """The clock goes on, after whoever is winding it by hand."""
        await self._wait_for(Cue(""))
        while True:
            try:
                with self._streams.winding():
                    return await super().winds(step, times=times)
            except BusyError:
                await asyncio.sleep(BUSY_FOR)
