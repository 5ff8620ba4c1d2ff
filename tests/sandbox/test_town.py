"""The assembled bot among phones."""

from __future__ import annotations

from pathlib import Path

import pytest

from sandbox.faults import Fault
from sandbox.town import START, Town


@pytest.mark.asyncio
async def test_a_stranger_is_answered(town: Town) -> None:
    stranger = town.person("Stranger")
    await stranger.says("hallo?")
    stranger.expects("1813")


@pytest.mark.asyncio
async def test_leaving_fails_on_what_nobody_expected(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nobody expected"):
        async with Town(tmp_path) as town:
            await town.person("Stranger").says("hallo?")


@pytest.mark.asyncio
async def test_a_failing_test_keeps_its_own_reason(tmp_path: Path) -> None:
    async def story() -> None:
        async with Town(tmp_path) as town:
            await town.person("Stranger").says("hallo?")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await story()


@pytest.mark.asyncio
async def test_what_was_written_while_the_bot_was_off_is_read_later(town: Town) -> None:
    stranger = town.person("Stranger")
    await town.close()
    await stranger.says("hallo?")
    stranger.expects_nothing()
    await town.open()
    await town.settle()
    stranger.expects("1813")
    await town.restart()
    stranger.expects_nothing()


@pytest.mark.asyncio
async def test_a_sick_telegram_is_waited_for(town: Town) -> None:
    stranger = town.person("Stranger")
    town.telegram.faults.switch_on(Fault.DOWN)
    await stranger.says("hallo?")
    stranger.expects_nothing()
    town.telegram.faults.switch_off()
    await town.wind(minutes=10)
    stranger.expects("1813")
    assert (town.now() - START).total_seconds() >= 600
