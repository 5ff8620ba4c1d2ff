"""What a tick costs with a thousand rows due, out of an agenda that is short, long and very long.

What falls due are nudges of which the question was answered meanwhile: each is taken, its facts are looked at, and
nothing is said. So little else is measured beside the agenda. All other rows are check-ins of later days.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from datetime import datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from programme.checkin import Face
from sandbox.town import Town
from store import agenda
from store.agenda import Duty
from store.tables import Checkin
from tests import people
from tests.bench.report import Report

DUE, ROUNDS = 1_000, 5
SIZES = (10_000, 100_000, 1_000_000)
SHORT_SIZES = (1_000, 10_000, 100_000)
PUT = "INSERT INTO agenda (key, kind, about, due_at, expires_at, state, tries) VALUES (?, ?, ?, ?, NULL, 'waiting', 0)"


async def the_tick(report: Report, *, short: bool) -> None:
    """The agendas in turn, each on a database of its own."""
    sizes = SHORT_SIZES if short else SIZES
    async with AsyncExitStack() as stack:
        towns = [await stack.enter_async_context(_agenda_of(size)) for size in sizes]
        took = [[await _tick(town) for town in towns] for _ in range(ROUNDS)]
    for place, size in enumerate(sizes):
        ratio = median(each[place] / each[0] for each in took)
        cost = median(each[place] for each in took) / DUE * 1000
        what = f"a tick with {DUE:,} rows due out of {size:,}, beside one out of {sizes[0]:,}"
        report.line(what, f"{ratio:.2f} × ({cost:.2f} ms a row)", "≤ 1.3 ×" if place == len(sizes) - 1 else "")


@asynccontextmanager
async def _agenda_of(size: int) -> AsyncIterator[Town]:
    """A town with one youth, who answered today, and so many rows on the agenda for later."""
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder))
        await town.open()
        sam, _ = await people.sam_with_lotte(town, at=time(20))
        person = (await people.row_of(town, sam)).id
        async with town.spoor.database.write() as session:
            session.add(Checkin(youth_id=person, day=people.today(town), asked_at=town.now(), face=Face.GOOD))
        _put(town, Duty.CHECKIN, size, town.now() + timedelta(days=1))
        await town.spoor.tick.work()
        yield town
        await town.close()


def _put(town: Town, duty: Duty, count: int, first: datetime, about: int | None = None) -> None:
    """Rows a second apart, straight into the file: planned one by one, a million would take an hour."""
    moments = ((number, first + timedelta(seconds=number)) for number in range(count))
    rows = (
        (f"{duty}:{first} {number}", duty, about or number, moment.isoformat(timespec="microseconds"))
        for number, moment in moments
    )
    with closing(sqlite3.connect(str(town.spoor.database.path))) as database, database:
        database.executemany(PUT, rows)


async def _tick(town: Town) -> float:
    """Seconds, for all that is due."""
    person = (await people.row_of(town, town.person("Sam"))).id
    await town.wind(seconds=DUE)
    _put(town, Duty.NUDGE, DUE, town.now() - timedelta(seconds=DUE), person)
    begin = perf_counter()
    await town.spoor.tick.work()
    took = perf_counter() - begin
    async with town.spoor.database.read() as session:
        if await agenda.is_waiting(session, Duty.NUDGE, person):
            raise AssertionError("something that was due is still waiting")
    return took
