"""A small fixed set of simulated days, and that a seed is a whole run: the same one gives the same, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.simulate.deeds import Plan, shares
from tests.simulate.life import Outcome
from tests.simulate.promises import Wrong
from tests.simulate.running import Run, runs
from tests.simulate.shrink import shrunk

FEW, DAYS, FAULTS = 4, 8, 90
IN_A_PROCESS_OF_ITS_OWN = f"""
from tests.simulate.deeds import shares
from tests.simulate.running import runs
with runs() as run:
    print(run(shares(3, {FEW}, 3, {FAULTS})[0]).digest)
"""


@pytest.fixture(scope="module")
def run() -> Iterator[Run]:
    """Everything that a run needs."""
    with runs() as ready:
        yield ready


@pytest.mark.parametrize("seed", [1, 2])
def test_some_days_with_faults(run: Run, seed: int) -> None:
    (plan,) = shares(seed, FEW, DAYS, FAULTS)
    outcome = run(plan)
    assert outcome.wrong is None, "\n".join([str(outcome.wrong), *outcome.story])
    assert outcome.happened["the bot is killed"] > 0
    assert outcome.happened["answers"] > 0
    assert outcome.messages > 0


def test_the_same_seed_gives_the_same_run_in_every_process(run: Run) -> None:
    here = run(shares(3, FEW, 3, FAULTS)[0])
    there = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN],
        env={**os.environ, "PYTHONHASHSEED": "5"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split()[-1] == here.digest


def test_the_shortest_story_is_found() -> None:
    (plan,) = shares(1, 20, 60, FAULTS)
    first, last = (deed for deed in plan.deeds if deed.who == "J003"), plan.deeds[-1]
    needed = {next(first), last}

    def tries(tried: Plan) -> Outcome:
        wrong = Wrong("calls", "nobody") if needed <= set(tried.deeds) else None
        return Outcome("", 0, 0, Counter(), wrong, (), last.at)

    shortest, found = shrunk(plan, tries(plan), tries, seconds=60)
    assert set(shortest.deeds) == needed
    assert len(shortest.youths) <= 2
    assert found.wrong is not None
