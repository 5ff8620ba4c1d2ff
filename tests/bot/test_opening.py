"""Opening a database that was closed for a while, that another key sealed, or that another Spoor made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import time, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.application import Spoor, assemble
from bot.ending import CannotGoOn
from sandbox.town import Town
from store.sealed import new_key
from tests.people import staff, youth


def with_keys(town: Town, *keys: str) -> Spoor:
    """The same bot with this list of keys."""
    return assemble(town.settings.model_copy(update={"spoor_key": SecretStr(",".join(keys))}), clock=town.clock)


def key_of(town: Town) -> str:
    """The key the town began with."""
    return town.settings.spoor_key.get_secret_value()


async def opens(spoor: Spoor) -> bool:
    """Whether it does."""
    try:
        await spoor.open()
    except CannotGoOn:
        return False
    finally:
        await spoor.close()
    return True


@pytest.mark.asyncio
@pytest.mark.parametrize("days", [1, 2, 9])
async def test_after_an_absence_nothing_is_late_and_the_next_question_comes(town: Town, days: int) -> None:
    sam = await youth(town, "Sam", await staff(town, "Lotte"), at=time(17, 30))
    await town.close()
    town.clock.wind(town.now() + timedelta(days=days))
    await town.open()
    await town.settle()
    town.expects_nothing()
    await town.wind(to=town.now().replace(hour=16, minute=31))
    sam.expects("")


@pytest.mark.asyncio
async def test_a_key_is_changed_by_putting_a_new_one_before_it(town: Town) -> None:
    old, new = key_of(town), new_key()
    assert await opens(with_keys(town, new, old))
    assert await opens(with_keys(town, old))
    assert not await opens(with_keys(town, new))


@pytest.mark.asyncio
async def test_the_first_key_stays_needed(town: Town) -> None:
    assert not await opens(with_keys(town, new_key(), new_key()))


def break_database(path: Path, damage: str) -> None:
    """Behind the bot's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(damage)
        connection.commit()


@pytest.mark.asyncio
async def test_a_newer_database_is_left_alone(town: Town) -> None:
    assert town.spoor.database.path is not None
    break_database(town.spoor.database.path, "UPDATE alembic_version SET version_num = '9999'")
    spoor = with_keys(town, key_of(town))
    with pytest.raises(CannotGoOn, match="newer Spoor"):
        await spoor.open()
    await spoor.close()


@pytest.mark.asyncio
async def test_strangers_are_offered_their_commands_once(town: Town) -> None:
    await town.settle()
    asked = len(town.telegram.calls.of("setMyCommands"))
    await town.restart()
    assert len(town.telegram.calls.of("setMyCommands")) == asked > 0


@pytest.mark.asyncio
async def test_the_name_is_remembered(town: Town) -> None:
    spoor = with_keys(town, key_of(town))
    await spoor.prepare()
    await spoor.close()
    assert spoor.setting.bot_name == spoor.handle.setting.bot_name == spoor.tick.setting.bot_name == "spoor_bot"
