"""Taps by the thousand, and a hundred a second: the real process beside a bare echo with one durable row a tap."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import sys
import tempfile
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TypeVar

from bot.clock import SystemClock
from chat.screens.checkin import FaceTapped
from programme.checkin import Face
from tests.bench.crowd import DATABASE, YOUTH, database_url, fill
from tests.bench.report import Report
from tests.bench.strict import Strict, strict
from tests.bot.process import Place

Begin = Callable[[Place], Awaitable[Process]]
Handled = Callable[[], int]
Result = TypeVar("Result")

BACKLOG, ROUNDS = 1500, 5
A_SECOND, SECONDS = 100, 8


@dataclass(frozen=True)
class Steady:
    """How it goes at a steady stream of taps."""

    took: tuple[float, ...]
    """Seconds from a tap to its answer."""
    cpu: float
    """Of one core."""


async def the_taps(report: Report) -> None:
    """Ours and the echo, in turn."""
    rates: list[tuple[float, ...]] = []
    steadies: list[tuple[Steady, ...]] = []
    with tempfile.TemporaryDirectory() as folder:
        asked = Place(Path(folder), "http://nowhere")
        await fill(asked, youths=BACKLOG, asked=True)
        for _ in range(ROUNDS):
            rates.append(tuple([await _on_a_new_place(asked, _backlog, begin) for begin in (_ours, _echo)]))
            steadies.append(tuple([await _on_a_new_place(asked, _steady, begin) for begin in (_ours, _echo)]))
    ours, echo = (median(side) for side in zip(*rates, strict=True))
    report.line(
        "taps handled a second from a backlog, stored three times as much, beside a bare echo",
        f"{median(one / other for one, other in rates):.2f} × ({ours:.0f} and {echo:.0f} a second)",
        "≥ 0.5 ×, aim for 0.7",
    )
    for what, bar, figure in FIGURES:
        sides = [[figure(each) for each in side] for side in zip(*steadies, strict=True)]
        ratio = median(one / other for one, other in zip(*sides, strict=True))
        said = f"{ratio:.1f} × ({median(sides[0]):.2f} and {median(sides[1]):.2f})"
        report.line(f"at {A_SECOND} taps a second, beside the echo: {what}", said, bar)


Figure = Callable[[Steady], float]
FIGURES: tuple[tuple[str, str, Figure], ...] = (
    ("tap to answer, median (ms)", "≤ 3 ×", lambda steady: median(steady.took) * 1000),
    ("tap to answer, p99 (ms)", "≤ 5 ×", lambda steady: quantiles(steady.took, n=100)[98] * 1000),
    ("CPU (of one core)", "≤ 2.5 ×", lambda steady: steady.cpu),
)


async def _on_a_new_place(
    asked: Place, work: Callable[[Place, Strict, Begin], Awaitable[Result]], begin: Begin
) -> Result:
    """With the same people, who were all asked, each time."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            telegram.lenient = True
            here = Place(Path(folder), url, key=asked.key)
            shutil.copy(asked.folder / DATABASE, here.folder)
            return await work(here, telegram, begin)


async def _ours(here: Place) -> Process:
    return await here.start("run", DATABASE_URL=database_url(here))


async def _echo(here: Place) -> Process:
    words = ("-m", "tests.bench.echo", here.telegram.token, here.api_url, str(here.folder / "echo.db"))
    return await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=here.folder, env=here.environment(), stdout=DEVNULL, stderr=DEVNULL
    )


async def _backlog(here: Place, telegram: Strict, begin: Begin) -> float:
    """Taps a second, from the first poll to the last that was handled."""
    telegram.forget()
    for number in range(BACKLOG):
        telegram.tap(YOUTH + number, FaceTapped(number + 1, Face.GOOD).data)
    process, clock = await begin(here), SystemClock()
    while telegram.first_poll is None:
        await clock.sleep(0.01)
    handled: Handled = _handled(here) if begin is _ours else lambda: len(telegram.answered)
    while handled() < BACKLOG:
        await clock.sleep(0.02)
    took = perf_counter() - telegram.first_poll
    await _end(process)
    return BACKLOG / took


async def _steady(here: Place, telegram: Strict, begin: Begin) -> Steady:
    """A tap every hundredth of a second, by somebody else each time."""
    telegram.forget()
    process, clock = await begin(here), SystemClock()
    while telegram.first_poll is None:
        await clock.sleep(0.01)
    await clock.sleep(2)
    start, used, tapped = perf_counter(), _cpu(process.pid), list[float]()
    for number in range(A_SECOND * SECONDS):
        await clock.sleep(max(0.0, start + number / A_SECOND - perf_counter()))
        tapped.append(perf_counter())
        telegram.tap(YOUTH + number, FaceTapped(number + 1, Face.BAD).data)
    while len(telegram.answered) < len(tapped):
        await clock.sleep(0.02)
    cpu = (_cpu(process.pid) - used) / (perf_counter() - start)
    await _end(process)
    return Steady(tuple(came - tap for tap, came in zip(tapped, sorted(telegram.answered), strict=True)), cpu)


def _handled(here: Place) -> Handled:
    """How many updates are handled: what came of each is stored then."""

    def count() -> int:
        with closing(sqlite3.connect(here.folder / DATABASE)) as database:
            (found,) = database.execute("SELECT count(*) FROM inbox WHERE state = 'handled'").fetchone()
        return int(found)

    return count


def _cpu(process_id: int) -> float:
    """Seconds that it worked."""
    used = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


async def _end(process: Process) -> None:
    process.terminate()
    await process.communicate()
