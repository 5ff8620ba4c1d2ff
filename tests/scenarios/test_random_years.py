"""Random weeks of random years, lived through the phones: somebody hears, once, of each target that is missed and of
none that is met; and nothing reaches anybody at a wrong hour, twice, or about a youth who is not theirs.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

import pytest

from sandbox.town import Town
from tests.scenarios.random_deeds import something
from tests.scenarios.random_year import ODD_DAYS, Life
from tests.scenarios.random_year_judged import Judge
from tests.scenarios.test_push import hush

SEEDS, WEEKS = (1, 6, 14), 3
MORE = [pytest.param(seed, marks=pytest.mark.fault) for seed in range(1, 101) if seed not in SEEDS]
DAYS = 4 * 366
TOLD = 60
"""So many lines of the story stand in what a failure says."""


@pytest.mark.parametrize("seed", [*SEEDS, *MORE])
@pytest.mark.asyncio
async def test_some_weeks_of_a_year(town: Town, seed: int) -> None:
    life = Life(town, Random(seed))
    judge = Judge(life)
    try:
        await lives(life, judge)
    except AssertionError as found:
        raise AssertionError(f"seed {seed}: {found}\n" + "\n".join(life.story[-TOLD:])) from found
    assert judge.looked > 0
    hush(*life.phones.values())


async def lives(life: Life, judge: Judge) -> None:
    """Some things happen every day, at odd minutes of any hour."""
    chance = life.chance
    odd, any_day = date.fromisoformat(chance.choice(ODD_DAYS)), date(2026, 12, 1) + timedelta(chance.randrange(DAYS))
    await life.open(chance.choice([odd, any_day]).isoformat())
    for day in range(7 * WEEKS):
        minutes = sorted(chance.sample(range(7, 24 * 60, 10), chance.choice([0, 1, 2, 4])))
        midnight = datetime.combine(life.today + timedelta(days=day and 1), time(0))
        for moment in (*(midnight + timedelta(minutes=each) for each in minutes), midnight + timedelta(minutes=1439)):
            if moment > life.now:
                await judge.waits(moment)
                await something(life)
                judge.judges()
