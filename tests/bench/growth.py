"""What the process holds after many updates, and after its first pictures."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.clock import SystemClock
from chat.screens.checkin import FaceTapped
from programme.checkin import Face
from tests.bench.crowd import YOUTH, fill
from tests.bench.lives import Begin, children, end, memory, ours, peer
from tests.bench.pictures import say_pictures
from tests.bench.report import Report
from tests.bench.strict import Strict, strict
from tests.bot.process import Place

YOUTHS = 500
UPDATES, SHORT_UPDATES = 20_000, 2_000
# At first all that is made once is made: connections, statements, what is known of languages.
WARM = 1_000
WAITING, IDLE = 100, 3.0
WORDS = ("/hulp", "/plan", "/instellingen", "Vandaag was een goede dag.")


async def the_memory(report: Report, *, short: bool) -> None:
    """Ours and the echo, each on a place of its own; and ours with pictures."""
    updates = SHORT_UPDATES if short else UPDATES
    for who, begin in (("ours", ours), ("the bare echo", peer("tests.bench.echo"))):
        before, after = await _grown(begin, updates)
        what = f"memory after {updates:,} updates, beside what it was after the first {WARM:,}: {who}"
        bar = "≤ 1.1 ×" if begin is ours else ""
        report.line(what, f"{after / before:.2f} × ({before:.0f} and {after:.0f} MB)", bar)
    idle, drawn = await _drawn()
    what = "memory after the first pictures (a web, a timeline and a plan as PDF), beside idle"
    parts = f"{idle.itself:.0f} MB, and {drawn.itself:.0f} + {drawn.pencil:.0f} MB in the process that draws"
    report.line(what, f"{(drawn.itself + drawn.pencil) / idle.itself:.2f} × ({parts})", "< 200 MB")


async def _grown(begin: Begin, updates: int) -> tuple[float, float]:
    """MB after the first updates, and after all of them."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            telegram.lenient = True
            here = Place(Path(folder), url)
            await fill(here, youths=YOUTHS, asked=True)
            process = await begin(here)
            await _send(telegram, 0, WARM)
            before = memory(process.pid)
            await _send(telegram, WARM, updates)
            after = memory(process.pid)
            await end(process)
    return before, after


async def _send(telegram: Strict, first: int, last: int) -> None:
    """Some at a time, as they are handled, until the last tap was answered, and a while. One in ten is words; of five
    taps on a question one says something new: each that does leads to three messages, and so many a second may go."""
    clock, tapped = SystemClock(), len(telegram.answered)
    for number in range(first, last):
        youth = number % YOUTHS
        if number % 10 == 9:
            telegram.write(YOUTH + youth, WORDS[number // 10 % len(WORDS)])
        else:
            tapped += 1
            telegram.tap(YOUTH + youth, FaceTapped(youth + 1, list(Face)[number // (5 * YOUTHS) % len(Face)]).data)
        while tapped - len(telegram.answered) > WAITING:
            await clock.sleep(0.01)
    while len(telegram.answered) < tapped:
        await clock.sleep(0.01)
    await clock.sleep(IDLE)


@dataclass(frozen=True)
class Held:
    """MB; `pencil` in the process that draws, for as long as it is there."""

    itself: float
    pencil: float


async def _drawn() -> tuple[Held, Held]:
    """When idle, and after the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            here = Place(Path(folder), url)
            await fill(here, youths=1)
            before = await _holds(here, telegram, files=0)
            files = await say_pictures(here, YOUTH)
            return before, await _holds(here, telegram, files=files)


async def _holds(here: Place, telegram: Strict, files: int) -> Held:
    """A while after so many files left."""
    telegram.forget()
    clock, process = SystemClock(), await ours(here)
    while telegram.first_poll is None or len(telegram.came) < files:
        await clock.sleep(0.01)
    await clock.sleep(IDLE)
    holds = Held(memory(process.pid), children(process.pid))
    await end(process)
    return holds
