"""`spoor demo --story NAME --text`: a story as a text, for places without a browser."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import takewhile
from pathlib import Path

import typer

from bot.ending import CannotGoOn
from programme.calendar import local_day
from sandbox.clock import WoundClock
from sandbox.house import House
from sandbox.model import Change, ChangeKind, Message
from sandbox.stage import Cue, HouseStage
from sandbox.stories import STORIES
from sandbox.stories.story import Scene, Story
from sandbox.town import START
from sandbox.transcript import attached, keys

WIDTH = 110
PHONE = 8
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
TOLD = {ChangeKind.MESSAGE: "", ChangeKind.EDITED: " (verandert)", ChangeKind.DELETED: " (weg)"}
#: So many lines that stay the same at the top of a changed message are left out.
MANY = 3
LIST = "Verhalen: spoor demo --story NAAM, en met --text erbij zonder browser.\n"


class UnknownStory(CannotGoOn):
    """There is no story of that name."""

    code = 2

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no story {name!r}, but there are these: {', '.join(STORIES)}.")


def story_named(name: str) -> Story:
    """The story of that name. Raises UnknownStory."""
    if name not in STORIES:
        raise UnknownStory(name)
    return STORIES[name]


def tell(name: str | None) -> None:
    """Play the story of that name and print what happens; without a name, print which there are."""
    if name is None:
        typer.echo("\n".join([LIST, *(f"  {x.name:<14}{x.title.nl} ({x.title.en})" for x in STORIES.values())]))
        return
    story = story_named(name)
    with tempfile.TemporaryDirectory(prefix="spoor-story-") as folder, _until_nobody_reads():
        asyncio.run(_tell(story, Path(folder)))


@contextmanager
def _until_nobody_reads() -> Iterator[None]:
    """Who reads it a page at a time may leave before the end."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left is not said at the exit either


async def _tell(story: Story, folder: Path) -> None:
    house = House(folder, story.cast, WoundClock(START))
    await house.open()
    try:
        with _Teller(house).listening() as teller:
            await teller.tell(story)
    finally:
        await house.close()


class _Teller:
    """Prints, a scene at a time, whatever happens on a phone."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._names = {resident.person.id: resident.person.first_name for resident in house.residents()}
        self._day: date | None = None
        self._before: dict[tuple[int, int], list[str]] = {}
        self._heard: list[str] = []

    @contextmanager
    def listening(self) -> Iterator[_Teller]:
        """Hears of everything in the meantime."""
        stop = self._house.telegram.feed.observe(self._hear)
        try:
            yield self
        finally:
            stop()

    async def tell(self, story: Story) -> None:
        """From beginning to end."""
        stage = HouseStage(self._house, self._announce)
        typer.echo(f"{story.title.nl} ({story.title.en})")
        for number, scene in enumerate(story.scenes, 1):
            self._head(number, scene)
            await scene.play(stage)
            # Not from within what happens on a phone: nothing there breaks when nobody reads this any more.
            for line in self._heard:
                typer.echo(line)
            self._heard.clear()

    def _head(self, number: int, scene: Scene) -> None:
        typer.echo()
        typer.echo(_wrapped(scene.caption.nl, f"{number}. "))
        typer.echo(_wrapped(scene.caption.en, "   "))
        typer.echo()

    async def _announce(self, cue: Cue) -> None:
        if cue.label is not None:
            self._line(cue.name, f"{cue.name} tikt op: {cue.label}")

    def _hear(self, change: Change) -> None:
        name = self._names.get(change.chat_id or 0)
        if name is None or change.kind not in TOLD or change.message is None:
            return
        self._line(name, f"{_writer(change.message)}{TOLD[change.kind]}: {self._news(change.message)}")
        if change.kind is not ChangeKind.DELETED and (buttons := keys(change.message)):
            self._line("", buttons, clock=False)

    def _news(self, message: Message) -> str:
        """What a message says, without the beginning that stood there before."""
        place, lines = (message.chat.id, message.id), _words(message).split("\n")
        before = self._before.get(place, [])
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, lines, strict=False)))
        self._before[place] = lines
        return "\n".join(["…", *lines[same:]] if same >= MANY else lines)

    def _line(self, phone: str, text: str, *, clock: bool = True) -> None:
        local = self._house.now().astimezone(self._house.zone)
        today = local_day(self._house.now(), self._house.zone)
        if clock and today != self._day:
            self._day = today
            self._heard.append(f"   {DAYS[today.weekday()]} {today.day}/{today.month}")
        at = f"{local.hour}u{local.minute:02}" if clock else ""
        self._heard.append(_wrapped(text, f"   {at:<7}{phone:<{PHONE}}"))


def _writer(message: Message) -> str:
    return message.sender.first_name if message.sender else "—"


def _words(message: Message) -> str:
    """What was said; the code in a link that was opened says nothing to a reader."""
    if not message.from_bot and message.plain.startswith("/start "):
        return "opent de link"
    return " ".join(part for part in (attached(message), message.plain) if part)


def _wrapped(text: str, before: str) -> str:
    """The text behind `before`, with every further line under the first."""
    lines = [part for line in text.split("\n") for part in textwrap.wrap(line, WIDTH - len(before)) or [""]]
    indent = " " * len(before)
    return "\n".join(f"{before if not number else indent}{line}".rstrip() for number, line in enumerate(lines))
