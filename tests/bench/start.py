"""The process itself: from start to the first poll, its memory when idle, and how soon it ends."""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.report import Report
from tests.bot.process import Place, place, stopped

ROUNDS = 5
IDLE = 3.0
# What nobody can do without: the interpreter, and the libraries that talk and keep.
PEER = "import telegram, telegram.request, sqlalchemy.ext.asyncio"


@dataclass(frozen=True)
class Life:
    """Seconds and MB of one life."""

    first_poll: float
    memory: float
    end: float


async def _live(here: Place) -> Life:
    here.telegram.updates.asked.clear()
    begin = time.perf_counter()
    process = await here.start("run")
    await here.first_poll()
    first_poll = time.perf_counter() - begin
    await here.telegram.clock.sleep(IDLE)
    memory = _memory(process.pid)
    begin = time.perf_counter()
    await stopped(process)
    return Life(first_poll, memory, time.perf_counter() - begin)


def _memory(process_id: int) -> float:
    status = Path(f"/proc/{process_id}/status").read_text().split()
    return int(status[status.index("VmRSS:") + 1]) / 1024


def _peer() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", PEER], check=True)  # noqa: S603
    return time.perf_counter() - begin


async def lives(report: Report) -> None:
    """Some lives on the same database, the first left out: it makes the tables."""
    logging.disable()  # the last poll is cut off in the middle, and its server says so at length
    with tempfile.TemporaryDirectory() as folder:
        async with place(Path(folder)) as here:
            await _live(here)
            seen = [(await _live(here), _peer()) for _ in range(ROUNDS)]
    ratio = median(life.first_poll / peer for life, peer in seen)
    first_poll, memory, end = (median(values) for values in zip(*[_figures(life) for life, _ in seen], strict=True))
    report.line("start to first poll, beside importing its libraries", f"{ratio:.1f} × ({first_poll:.2f} s)")
    report.line("idle memory", f"{memory:.0f} MB", "< 120 MB")
    report.line("from SIGTERM to the end", f"{end:.2f} s")


def _figures(life: Life) -> tuple[float, float, float]:
    return life.first_poll, life.memory, life.end
