"""Each fault of the table: what the people notice, and what the process does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.faults.breaking import BREAKING
from tests.faults.home import Home
from tests.faults.ledger import see_that_it_is_sound, without_end
from tests.faults.promises import MARK, PROMISES, Fault, Notice, Promise
from tests.scenarios.test_call import ASKS

WHEN, TOLD = "Wanneer wil je", "Ik heb Lotte gevraagd"

# In which the moment of a question passes.
MEANWHILE = timedelta(minutes=10)

# Seconds.
AT_ONCE = 5.0


@pytest.mark.fault
@pytest.mark.asyncio
@pytest.mark.parametrize("fault", BREAKING, ids=lambda fault: fault.name.lower())
async def test_what_goes_wrong_and_what_is_noticed_of_it(tmp_path: Path, fault: Fault) -> None:
    home, promise = Home(tmp_path), PROMISES[fault]
    await home.open()
    try:
        await home.start()
        await home.polled()
        async with BREAKING[fault](home):
            await _it_goes_wrong(home, promise)
        await _it_is_right_again(home, promise)
    finally:
        await home.close()


async def _it_goes_wrong(home: Home, promise: Promise) -> None:
    home.wind(home.clock.now() + MEANWHILE)
    home.telegram.write(home.sam.user, "📞 Bel me")
    if promise.people is Notice.NOTHING:
        await home.until(lambda: home.shown(home.sam, WHEN), AT_ONCE)
    if promise.ends is not None:
        assert await home.process.ended() == promise.ends
        said = home.log().splitlines()[-1]
        assert all(part in said for part in promise.says.split("…")), said


async def _it_is_right_again(home: Home, promise: Promise) -> None:
    """The answer is there once, what was asked for is done once, and nothing is left over."""
    if promise.ends is not None:
        await home.start()
    await home.until(lambda: home.shown(home.sam, WHEN))
    assert [MARK in answer for answer in home.shown(home.sam, WHEN)] == [promise.people is Notice.REPEAT]
    await home.sam.taps("Zo snel mogelijk")
    await home.until(lambda: home.shown(home.lotte, ASKS))
    await home.until(lambda: home.questions() >= promise.asked)
    await home.caught_up(home.clock.now())
    assert await home.stop() == 0
    see_that_it_is_sound(home.database)
    assert without_end(home.database, home.clock.now()) == []
    assert (len(home.shown(home.sam, TOLD)), home.shown(home.sam, WHEN)) == (1, [])
    assert len(home.shown(home.lotte, ASKS)) == 1
    assert home.questions() == promise.asked
