"""The page of the demo: one's own house, or for as long as a story plays a new one, which is gone after it."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.clock import SystemClock
from sandbox.clock import RunningClock
from sandbox.control import Answer, guarded
from sandbox.house import House
from sandbox.page import page_on
from sandbox.page_stream import Streams
from sandbox.player import Json, Pace, Player
from sandbox.stories import STORIES
from sandbox.stories.story import Story
from sandbox.town import START
from sandbox.wishes import Direct, Doing

#: The list in the panel, in the words of the page's two languages.
BILL = [{"name": story.name, "nl": story.title.nl, "en": story.title.en} for story in STORIES.values()]


@dataclass(frozen=True, slots=True)
class _Page:
    app: Starlette
    streams: Streams


class Playhouse:
    """An ASGI app. `run` names this run of the sandbox; `pulse` and `pace` are in real seconds."""

    def __init__(self, own: House, *, run: str, pulse: float = 1.0, pace: Pace | None = None) -> None:
        self._run = run
        self._pulse = pulse
        self._pace = pace or Pace()
        self._shows = 0
        self._own = self._page = self._page_of(own, run)
        self._own.streams.show(_theatre(None))
        self._changing = asyncio.Lock()
        self._show: asyncio.Task[None] | None = None
        self._player: Player | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers as the page that is on now."""
        await self._page.app(scope, receive, send)

    async def play(self, name: str) -> None:
        """Begin this story in a house of its own (LookupError: there is no such story)."""
        if name not in STORIES:
            raise LookupError("there is no such story")
        async with self._changing:
            await self._end()
            begun = asyncio.Event()
            self._show = asyncio.create_task(self._perform(STORIES[name], begun))
            self._show.add_done_callback(lambda _: begun.set())
            await begun.wait()
            if self._show.done():
                await self._show  # it could not even begin, and says why

    async def stop(self) -> None:
        """Go back to one's own house; nothing is left of the story's."""
        async with self._changing:
            await self._end()

    async def _end(self) -> None:
        show, self._show = self._show, None
        if show:
            show.cancel()
            with suppress(asyncio.CancelledError):
                await show

    async def _perform(self, story: Story, begun: asyncio.Event) -> None:
        self._shows += 1
        async with _house_of(story) as house:
            page = self._page_of(house, f"{self._run}-{self._shows}")
            player = Player(story, house, page.streams, lambda look: page.streams.show(_theatre(look)), self._pace)
            page.streams.show(_theatre(player.look()))
            try:
                self._turn_to(page)
                self._player = player
                begun.set()
                await player.perform()
                await asyncio.Event().wait()  # the last scene stays, until somebody asks for something else
            finally:
                self._player = None
                self._turn_to(self._own)

    def _turn_to(self, page: _Page) -> None:
        before, self._page = self._page, page
        before.streams.move()

    def _page_of(self, house: House, run: str) -> _Page:
        streams = Streams(house.telegram, house, run=run, pulse=self._pulse)
        theatre = Route("/page/theatre", guarded(self._direct), methods=["POST"])
        return _Page(page_on(house.telegram, house, streams, more=[theatre]), streams)

    async def _direct(self, request: Request) -> Answer:
        wish = Direct.model_validate_json(await request.body())
        player = self._player
        match wish.do:
            case Doing.PLAY:
                await self.play(wish.story or "")
            case Doing.STOP:
                await self.stop()
            case Doing.PAUSE if player:
                player.pause()
            case Doing.GO_ON if player:
                player.go_on()
            case Doing.NEXT if player:
                player.next()
            case _:
                raise LookupError("no story plays")
        return {}


def _theatre(look: Json | None) -> Json:
    return {"stories": BILL, "show": look}


@asynccontextmanager
async def _house_of(story: Story) -> AsyncIterator[House]:
    """Always on the same Tuesday: then a story goes as it is told, whatever day it is."""
    with tempfile.TemporaryDirectory(prefix="spoor-story-") as folder:
        house = House(Path(folder), story.cast, RunningClock(SystemClock(), START))
        try:
            await house.open()
            async with house.living():
                yield house
        finally:
            await house.close()
