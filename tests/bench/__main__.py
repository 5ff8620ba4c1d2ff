"""`make bench`: each line says beside what it was measured. It is printed, and written to bench.md.

`python -m tests.bench PART ... [--short]` measures some of it; the short form only shows that it works.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench import crowded, flood, growth, stall, start, startup, taps, tick, wire, year
from tests.bench.report import Report

Part = Callable[[Report, bool], Awaitable[None]]

PARTS: dict[str, Part] = {
    "tick": lambda report, short: tick.the_tick(report, short=short),
    "startup": lambda report, short: startup.the_start_up(report, short=short),
    "start": lambda report, short: start.lives(report, short=short),
    "memory": lambda report, short: growth.the_memory(report, short=short),
    "stall": lambda report, short: stall.the_stalls(report, short=short),
    "year": lambda report, short: year.the_year(report, short=short),
    "crowded": lambda report, _: crowded.a_tap_in_a_crowd(report),
    "taps": lambda report, _: taps.the_taps(report),
    "flood": lambda report, _: flood.the_flood(report),
    "wire": lambda report, _: wire.the_wire(report),
}


async def main() -> None:
    """What was asked for. Only the whole table is written."""
    asked = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    asked.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all of them when none is named")
    asked.add_argument("--short", action="store_true")
    what, report = asked.parse_args(), Report()
    for name in what.parts or PARTS:
        await PARTS[name](report, what.short)
    if not what.parts and not what.short:
        report.write(Path("bench.md"))


if __name__ == "__main__":
    asyncio.run(main())
