"""Simulated years: python -m tests.simulate --seed 1 --youths 100 --days 730 --faults 10."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from time import perf_counter

from tests.simulate.deeds import Plan, shares
from tests.simulate.life import Outcome
from tests.simulate.running import quiet, runs
from tests.simulate.shrink import shrunk

SHRINKS_FOR = 120.0
"""Seconds in which a shorter story is looked for."""


def main() -> int:
    """Run what was asked for. Non-zero when something is wrong."""
    asked = _asked()
    began, failed = perf_counter(), 0
    with ProcessPoolExecutor(asked.processes, initializer=quiet) as processes:
        for seed in range(asked.seed, asked.seed + asked.seeds):
            plans = shares(seed, asked.youths, asked.days, asked.faults)
            told = list(processes.map(partial(told_of, seconds=asked.shrink), plans))
            failed += _tell(seed, told)
    print(f"{perf_counter() - began:.0f} seconds, {failed} of {asked.seeds} seeds went wrong")
    return 1 if failed else 0


def told_of(plan: Plan, seconds: float) -> tuple[Outcome, str]:
    """What came of a plan; and the story when it went wrong, as short as could be found in so many seconds."""
    with runs() as run:
        found = run(plan)
        if found.wrong is None:
            return found, ""
        shorter, last = shrunk(plan, found, run, seconds)
    return found, "\n".join(_story(shorter, last))


def _story(plan: Plan, found: Outcome) -> Iterator[str]:
    yield f"village {plan.seed}: {found.wrong}"
    yield f"{len(plan.youths)} youths, {len(plan.deeds)} deeds; the last that was seen:"
    yield from (f"  {one}" for one in plan.youths)
    yield from (f"  {line}" for line in found.story)


def _tell(seed: int, told: list[tuple[Outcome, str]]) -> bool:
    """One line, and the stories of what went wrong. Whether anything did."""
    outcomes = [outcome for outcome, _ in told]
    digest = sha256("".join(one.digest for one in outcomes).encode()).hexdigest()
    deeds, messages = sum(one.deeds for one in outcomes), sum(one.messages for one in outcomes)
    wrong = any(one.wrong for one in outcomes)
    print(f"seed {seed}: {'WRONG' if wrong else 'fine'}, {deeds} deeds, {messages} messages, {digest[:16]}", flush=True)
    if wrong:
        print("\n".join(story for _, story in told if story), flush=True)
    else:
        happened = sum((one.happened for one in outcomes), Counter())
        print("  " + ", ".join(f"{count} {what}" for what, count in sorted(happened.items())), flush=True)
    return wrong


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.simulate", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="where all chance comes from")
    parser.add_argument("--seeds", type=int, default=1, help="so many seeds from there on")
    parser.add_argument("--youths", type=int, default=100)
    parser.add_argument("--days", type=int, default=730)
    parser.add_argument("--faults", type=float, default=10, help="a month, in each village of 25 youths")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--shrink", type=float, default=SHRINKS_FOR, help="seconds to look for a shorter story")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
