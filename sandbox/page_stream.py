"""The stream that keeps a page up to date, and picks up where a lost connection broke off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from sse_starlette import JSONServerSentEvent

from sandbox import page_view, page_weather
from sandbox.model import Change, ChangeKind, Message
from sandbox.page_town import PageTown, Resident
from sandbox.page_view import Json, View, everybody
from sandbox.telegram import Telegram

#: So many of the journal's lines a page gets when it opens.
JOURNAL_LINES = 500


class BusyError(Exception):
    """The clock is being wound already."""


class Moved:
    """What the pages looked at went on elsewhere: they have to ask anew."""


_Queue = asyncio.Queue[Change | Moved | None]


class Streams:
    """What all open pages get to hear.

    `run` names this run of the sandbox: a page that knew another run loads everything anew. Every `pulse` seconds of
    real time the clock and the journal are looked at, which have no changes of their own to tell.
    """

    def __init__(self, telegram: Telegram, town: PageTown, *, run: str, pulse: float = 1.0) -> None:
        self._telegram = telegram
        self._town = town
        self._run = run
        self._pulse = pulse
        self._busy = False
        self._queues: set[_Queue] = set()
        #: The stories there are and the one that plays, for the panel beside the phones.
        self.theatre: Json | None = None

    @contextmanager
    def winding(self) -> Iterator[None]:
        """Shows on every page that the clock is being wound (BusyError: it is already)."""
        if self._busy:
            raise BusyError
        self._show_busy(busy=True)
        try:
            yield
        finally:
            self._show_busy(busy=False)

    def _show_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.look()

    def look(self) -> None:
        """Something changed that has no change of its own to tell: every page looks at once."""
        self._tell_all(None)

    def show(self, theatre: Json) -> None:
        """Show on every page how it stands with the stories."""
        self.theatre = theatre
        self.look()

    def move(self) -> None:
        """Let all open pages ask anew for everything, and end their streams."""
        self._tell_all(Moved())

    def _tell_all(self, news: Moved | None) -> None:
        for queue in self._queues:
            queue.put_nowait(news)

    async def events(self, last_id: str | None) -> AsyncIterator[JSONServerSentEvent]:
        """Everything there is, or what came after `last_id`; then every change as it comes."""
        page = _Page(self._telegram, self._town)
        since = self._resumable(last_id)
        if since is None:
            yield await self._snapshot(page)
            since = page.serial
        queue: _Queue = asyncio.Queue()
        pump = asyncio.create_task(self._pump(queue, since))
        self._queues.add(queue)
        try:
            async for event in self._live(page, queue):
                yield event
        finally:
            self._queues.discard(queue)
            pump.cancel()

    async def _live(self, page: _Page, queue: _Queue) -> AsyncIterator[JSONServerSentEvent]:
        while True:
            if queue.empty():
                async for event in page.pulse(busy=self._busy, theatre=self.theatre):
                    yield event
            news = await self._next(queue)
            if isinstance(news, Moved):
                yield JSONServerSentEvent({}, event="moved")
                return
            for event in self._told(page, news):
                yield event

    async def _next(self, queue: _Queue) -> Change | Moved | None:
        try:
            return await asyncio.wait_for(queue.get(), self._pulse)
        except TimeoutError:
            return None

    async def _pump(self, queue: _Queue, since: int) -> None:
        async for change in self._telegram.watch(since):
            queue.put_nowait(change)

    def _told(self, page: _Page, change: Change | None) -> Iterator[JSONServerSentEvent]:
        if change is None or not page_view.concerns_phone(change):
            return
        for kind, news in page.told(change):
            yield JSONServerSentEvent(news, event=kind, id=f"{self._run}:{change.serial}")

    async def _snapshot(self, page: _Page) -> JSONServerSentEvent:
        everything = await page.everything(busy=self._busy, theatre=self.theatre)
        return JSONServerSentEvent({**everything, "run": self._run}, event="snapshot", id=f"{self._run}:{page.serial}")

    def _resumable(self, last_id: str | None) -> int | None:
        run, _, serial = (last_id or "").rpartition(":")
        if run != self._run or not serial.isdecimal():
            return None
        return int(serial) if self._telegram.feed.has_all_since(int(serial)) else None


class _Page:
    """What one open page has been told."""

    def __init__(self, telegram: Telegram, town: PageTown) -> None:
        self._telegram = telegram
        self._town = town
        self._view = View(telegram)
        self._line = 0
        self._clock: Json = {}
        self._theatre: Json | None = None
        self._weather: Json = {}
        self.serial = 0

    async def everything(self, *, busy: bool, theatre: Json | None) -> Json:
        """All there is; nothing may change between reading the phones and noting how far they were read."""
        lines = (await self._town.journal_since(0))[-JOURNAL_LINES:]
        self._line = lines[-1].id if lines else 0
        self.serial = self._telegram.feed.last
        self._theatre = theatre
        return {
            "bot": page_view.bot(self._telegram.bot),
            "zone": self._town.zone.key,
            **page_view.clock(self._town.now(), busy=busy),
            "people": [self._view.phone(resident) for resident in self._residents()],
            "journal": page_view.journal(lines),
            "weather": await self._look_out(),
            "theatre": theatre,
        }

    async def pulse(self, *, busy: bool, theatre: Json | None) -> AsyncIterator[JSONServerSentEvent]:
        """The clock, the theatre and the weather when they show something else, and the journal's new lines."""
        clock = page_view.clock(self._town.now().replace(second=0, microsecond=0), busy=busy)
        if clock != self._clock:
            self._clock = clock
            yield JSONServerSentEvent(clock, event="clock")
        if theatre != self._theatre:
            self._theatre = theatre
            yield JSONServerSentEvent(theatre, event="theatre")
        before = self._weather
        if await self._look_out() != before:
            yield JSONServerSentEvent(self._weather, event="weather")
        if lines := (await self._town.journal_since(self._line))[-JOURNAL_LINES:]:
            self._line = lines[-1].id
            yield JSONServerSentEvent({"rows": page_view.journal(lines)}, event="journal")

    async def _look_out(self) -> Json:
        self._weather = page_weather.weather(self._telegram, await self._town.outlook())
        return self._weather

    def told(self, change: Change) -> Iterator[tuple[str, Json]]:
        """The news in one change."""
        match change.kind, change.message:
            case ChangeKind.DELETED, Message(id=gone):
                yield "gone", {"person": change.chat_id, "id": gone}
            case ChangeKind.ANSWERED, _:
                yield "answered", page_view.answered(change)
            case _, Message() as message:
                yield "message", {"person": change.chat_id, "message": self._view.message(message)}
            case ChangeKind.TYPING, _:
                yield "typing", {"person": change.chat_id}
            case _:
                yield from (("person", self._view.person(one)) for one in self._about(change))

    def _about(self, change: Change) -> Iterator[Resident]:
        return (one for one in self._residents() if change.chat_id in {None, one.person.id})

    def _residents(self) -> tuple[Resident, ...]:
        return everybody(self._telegram, self._town.residents())
