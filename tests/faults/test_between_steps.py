"""The real process, killed once just before and just after each commit and each request of a story."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from tests.faults.forge import forge
from tests.faults.home import Home
from tests.faults.promises import MARK
from tests.faults.test_promises import TOLD, WHEN
from tests.scenarios.test_call import ASKS

TAKES, TAKEN, HEARS = "Ik bel nu", "Jij belt Sam nu", "Lotte belt je zo"

# Every so many steps are one test, so that they go side by side.
SHARES = 4

# It has more steps than this.
A_STORY = 40


async def story(home: Home) -> None:
    """Mo is asked how it is; Sam wants to be called, and Lotte takes it."""
    home.wind(home.clock.now() + timedelta(minutes=10))
    home.telegram.write(home.sam.user, "📞 Bel me")
    await home.until(lambda: home.shown(home.sam, WHEN))
    await home.sam.taps("Zo snel mogelijk")
    await home.until(lambda: home.shown(home.lotte, ASKS))
    await home.lotte.taps(TAKES)
    await home.until(lambda: home.shown(home.lotte, TAKEN) and home.shown(home.sam, HEARS))


async def live_through(home: Home, kill_at: int) -> None:
    """The story, in which the process is killed at this step, and started again."""
    home.process = await home.begin(replace(home.life, killed_at=kill_at))
    home.restarts_when_killed()
    await story(home)
    await home.caught_up(home.clock.now())
    await home.kill()


@pytest.mark.fault
@pytest.mark.timeout(1800)
@pytest.mark.asyncio
@pytest.mark.parametrize("share", range(SHARES))
async def test_killed_at_each_boundary_everybody_hears_what_they_should(
    tmp_path: Path, fresh_database: Path, share: int
) -> None:
    async with forge() as maker:
        for step in count(share, SHARES):
            home = Home(fresh_folder(tmp_path, fresh_database, step), maker)
            await home.open()
            try:
                await live_through(home, step)
                judge(home)
            finally:
                await home.close()
            if not home.was_killed:
                assert step > A_STORY
                print(f"killed at each of {step} steps, every {SHARES}th")  # noqa: T201
                return


def fresh_folder(within: Path, database: Path, step: int) -> Path:
    """With a database in it that nobody uses yet."""
    folder = within / str(step)
    folder.mkdir()
    shutil.copy(database, folder)
    return folder


def judge(home: Home) -> None:
    """Each thing stands there once, or again with the mark that says so; the question once at most."""
    told = (home.shown(home.sam, TOLD), home.shown(home.lotte, TAKEN), home.shown(home.sam, HEARS))
    for texts in told:
        assert texts
        assert [MARK in text for text in texts].count(False) <= 1, texts
    assert home.questions() == 1 or (home.questions() == 0 and home.was_killed)
