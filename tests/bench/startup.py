"""Starting up with few and with many youths, beside one job of the library for each youth.

Until the first answer, to a tap that waits: a process that polls may still be busy with whoever there is.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.clock import SystemClock
from chat.screens.checkin import FaceTapped
from programme.checkin import Face
from tests.bench.lives import Begin, end, memory, ours, peer
from tests.bench.organisation import organisation
from tests.bench.report import Report
from tests.bench.strict import Strict, strict
from tests.bot.process import Place

ROUNDS, IDLE = 5, 3.0
SIZES = (100, 10_000, 100_000)
SHORT_SIZES = (100, 1_000)
TABLE = "CREATE TABLE youth (id INTEGER PRIMARY KEY, minute INTEGER)"


@dataclass(frozen=True)
class House:
    """Where so many youths are, for us and for the peer."""

    here: Place
    telegram: Strict


@dataclass(frozen=True)
class Start:
    """Seconds until the first answer, and MB a while after it."""

    answer: float
    memory: float


async def the_start_up(report: Report, *, short: bool) -> None:
    """Every size in turn, ours and the peer."""
    sizes = SHORT_SIZES if short else SIZES
    async with AsyncExitStack() as stack:
        houses = [await stack.enter_async_context(_house(size)) for size in sizes]
        mine, theirs = [], []
        for _ in range(1 if short else ROUNDS):
            mine.append([await _start(house, ours) for house in houses])
            theirs.append([await _start(house, jobs) for house in houses])
    for place, size in enumerate(sizes):
        bar = "≤ 1.2 ×" if size == max(SIZES) else ""
        for who, starts, reach in (("ours", mine, bar), ("a job of the library for each", theirs, "")):
            grows = median(each[place].answer / each[0].answer for each in starts)
            took, holds = (median(getattr(each[place], name) for each in starts) for name in ("answer", "memory"))
            what = f"start to first answer with {size:,} youths, beside {sizes[0]}: {who}"
            report.line(what, f"{grows:.2f} × ({took:.2f} s, {holds:.0f} MB)", reach)


@asynccontextmanager
async def _house(size: int) -> AsyncIterator[House]:
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            telegram.lenient = True
            here = Place(Path(folder), url)
            await organisation(here, size)
            with closing(sqlite3.connect(here.folder / "peer.db")) as database, database:
                database.execute(TABLE)
                rows = ((number, 600 + number % 720) for number in range(size))
                database.executemany("INSERT INTO youth VALUES (?, ?)", rows)
            yield House(here, telegram)


jobs = peer("tests.bench.jobs")


async def _start(house: House, begin: Begin) -> Start:
    telegram, clock = house.telegram, SystemClock()
    telegram.forget()
    telegram.tap(1, FaceTapped(1, Face.GOOD).data)
    began = perf_counter()
    process = await begin(house.here)
    while not telegram.answered:
        await clock.sleep(0.005)
    took = telegram.answered[0] - began
    await clock.sleep(IDLE)
    holds = memory(process.pid)
    await end(process)
    return Start(took, holds)
