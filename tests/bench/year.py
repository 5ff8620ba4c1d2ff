"""How large the database is after a simulated year of 100 youths: four villages of 25, as `make simulate` has them.

Nothing breaks in them, and nobody judges after each deed. Beside it the same file as SQLite writes it anew: what is
larger than that is room that was let go of.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sandbox.town import DATABASE
from tests.bench.report import Report
from tests.faults.axe import Axe
from tests.simulate.deeds import SHARE, Plan, shares
from tests.simulate.people_do import DO
from tests.simulate.running import quiet, runs
from tests.simulate.village import Village

SEED = 1
YOUTHS, DAYS = 100, 365
SHORT_YOUTHS, SHORT_DAYS = SHARE, 20


@dataclass(frozen=True)
class Size:
    """MB of the file, as it is and as it is written anew; and how many messages went through it."""

    now: float
    anew: float
    messages: int


async def the_year(report: Report, *, short: bool) -> None:
    """The villages side by side, on all cores: they are counted, not timed."""
    youths, days = (SHORT_YOUTHS, SHORT_DAYS) if short else (YOUTHS, DAYS)
    with ProcessPoolExecutor(os.cpu_count(), initializer=quiet) as processes:
        sizes = list(processes.map(_lived, shares(SEED, youths, days, 0)))
    now, anew = sum(size.now for size in sizes), sum(size.anew for size in sizes)
    messages = sum(size.messages for size in sizes)
    what = f"database after {days} simulated days of {youths} youths, beside the same written anew"
    report.line(what, f"{now / anew:.2f} × ({now:.1f} and {anew:.1f} MB; {messages:,} messages)")


def _lived(plan: Plan) -> Size:
    with runs() as run:
        return run.of(plan, _size_after)


def _size_after(plan: Plan, empty: Path, axe: Axe) -> Size:
    with TemporaryDirectory() as folder:
        village = Village(plan, Path(folder), empty, axe)
        asyncio.run(_live(village))
        file = Path(folder) / DATABASE
        now = _megabytes(file)
        with closing(sqlite3.connect(file)) as database:
            database.execute("VACUUM")
        return Size(now, _megabytes(file), village.record.messages)


async def _live(village: Village) -> None:
    await village.open()
    for deed in village.plan.deeds:
        await village.town.wind(to=max(deed.at, village.town.now()))
        if deed.kind in DO and not village.is_cut_off(deed.who):
            await DO[deed.kind](village, deed.who, village.chance(deed.dice))
    await village.town.wind(to=max(village.plan.ends, village.town.now()))
    await village.town.spoor.database.fold()
    await village.town.close()


def _megabytes(file: Path) -> float:
    return sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*")) / 1e6
