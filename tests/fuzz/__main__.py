"""Bad input at volume, on all cores: `make fuzz`. Ends with 1 when anything was wrong.

The same seed gives the same input; each stretch and each life can be had again by its number (`--first`).
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from tests.fuzz.runs import a_life, stretches
from tests.fuzz.stretch import STRETCH

# As much as one process does at a time, with a bot of its own: so many updates, so many stretches of payloads.
A_LIFE = 1_000
STRETCHES = 40


@dataclass(frozen=True)
class Piece:
    """A part of the work, for one process."""

    of_what: str
    work: Callable[..., Sequence[str]]
    facts: tuple[int, ...]
    size: int


def pieces(arguments: argparse.Namespace) -> Iterator[Piece]:
    """All the work: lives of updates, then stretches of payloads."""
    seed, first = arguments.seed, arguments.first
    for number, begin in enumerate(range(0, arguments.updates, A_LIFE), first):
        size = min(A_LIFE, arguments.updates - begin)
        yield Piece("updates", a_life, (seed, number, size), size)
    whole = -(-arguments.payloads // STRETCH)
    for begin in range(0, whole, STRETCHES):
        count = min(STRETCHES, whole - begin)
        yield Piece("payloads", stretches, (seed, first + begin, count), count * STRETCH)


def main() -> None:
    """Do it all, say how far it is, and what was wrong."""
    arguments = asked()
    todo, done, found, begun = list(pieces(arguments)), {"updates": 0, "payloads": 0}, 0, time.perf_counter()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(arguments.processes, mp_context=spawn) as pool:
        running = {pool.submit(piece.work, *piece.facts): piece for piece in todo}
        for ended in as_completed(running):
            piece = running[ended]
            done[piece.of_what] += piece.size
            for complaint in ended.result():
                found += 1
                print(f"\n{complaint}", file=sys.stderr)
            minutes = (time.perf_counter() - begun) / 60
            print(
                f"\r{done['updates']:,} updates, {done['payloads']:,} payloads, {found} wrong, {minutes:.1f} min",
                end="",
            )
    print(f"\nseed {arguments.seed}")
    sys.exit(1 if found else 0)


def asked() -> argparse.Namespace:
    """How much of what."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--updates", type=int, default=100_000)
    parser.add_argument("--payloads", type=int, default=1_000_000, help="what buttons carry, and what follows /start")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first life and of the first stretch")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    return parser.parse_args()


if __name__ == "__main__":
    main()
