"""The process itself beside the bare echo: from start to the first poll, its memory when idle, and how soon it ends."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.clock import SystemClock
from tests.bench.lives import Begin, end, memory, ours, peer
from tests.bench.report import Report
from tests.bench.strict import Strict, strict
from tests.bot.process import Place

ROUNDS, SHORT_ROUNDS = 7, 2
IDLE = 3.0


@dataclass(frozen=True)
class Life:
    """Seconds and MB of one life."""

    first_poll: float
    memory: float
    end: float


FIGURES: tuple[tuple[str, str, Callable[[Life], float], str], ...] = (
    ("start to first poll, beside the bare echo", "s", lambda life: life.first_poll, "≤ 1.5 ×"),
    ("idle memory, beside the bare echo", "MB", lambda life: life.memory, "< 120 MB"),
    ("from SIGTERM to the end, beside the bare echo", "s", lambda life: life.end, ""),
)


async def lives(report: Report, *, short: bool) -> None:
    """Some lives on the same database, in turn with those of the echo; the first left out, as it makes the tables."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            here = Place(Path(folder), url)
            await _live(here, telegram, ours)
            rounds = range(SHORT_ROUNDS if short else ROUNDS)
            seen = [(await _live(here, telegram, ours), await _live(here, telegram, echo)) for _ in rounds]
    for what, unit, figure, bar in FIGURES:
        ratio = median(figure(mine) / figure(its) for mine, its in seen)
        mine, its = (median(figure(pair[side]) for pair in seen) for side in (0, 1))
        report.line(what, f"{ratio:.2f} × ({mine:.2f} and {its:.2f} {unit})", bar)


echo = peer("tests.bench.echo")


async def _live(here: Place, telegram: Strict, begin: Begin) -> Life:
    telegram.forget()
    clock, began = SystemClock(), perf_counter()
    process = await begin(here)
    while telegram.first_poll is None:
        await clock.sleep(0.005)
    first_poll = telegram.first_poll - began
    await clock.sleep(IDLE)
    holds, began = memory(process.pid), perf_counter()
    await end(process)
    return Life(first_poll, holds, perf_counter() - began)
