"""`spoor backup` and `spoor restore`: all of it comes back, and nothing is said twice."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import time, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from bot.application import assemble
from bot.backup import back_up, restore
from bot.ending import CannotGoOn
from bot.lock import alone_on
from sandbox.faults import Fault
from sandbox.town import Town
from store.sealed import new_key
from store.tables import Person
from tests.people import staff, youth

DIARY = "Dear diary" * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where backups go."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "spoor.backup"


def modes_in(folder: Path) -> dict[str, int]:
    """The files there, and who may do what with them."""
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}


def database_of(town: Town) -> Path:
    """The town's own file."""
    assert town.spoor.database.path is not None
    return town.spoor.database.path


async def lose(town: Town) -> None:
    """The disk breaks."""
    path = database_of(town)
    await town.close()
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


async def bring_back(town: Town, file: Path) -> None:
    """What `spoor restore` does, and then the bot starts."""
    spoor = assemble(town.settings, clock=town.clock)
    await restore(spoor, file)
    await spoor.close()
    await town.open()
    await town.settle()


async def names(town: Town) -> list[str]:
    """Everybody the database knows."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Person.name).order_by(Person.id)))


@pytest.mark.asyncio
async def test_it_comes_back_as_it_was(town: Town, file: Path) -> None:
    lotte = await staff(town, "Lotte")
    await youth(town, "Sam", lotte)
    back_up(town.spoor, file)
    await staff(town, "Bram")
    await lose(town)
    await bring_back(town, file)
    assert await names(town) == ["Lotte", "Sam"]


@pytest.mark.asyncio
async def test_a_backup_is_one_private_file_of_one_moment(town: Town, file: Path) -> None:
    async with town.spoor.database.write() as session:
        session.add(Person(role="begeleider", name="Half", created_at=town.now()))
        await session.flush()
        back_up(town.spoor, file)
    assert modes_in(file.parent) == {file.name: 0o600}
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("SELECT count(*) FROM person").fetchone() == (0,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.asyncio
async def test_what_was_still_to_be_said_is_not_said_again(town: Town, file: Path) -> None:
    lotte = await staff(town, "Lotte")
    await youth(town, "Sam", lotte, at=time(9, 30))
    town.telegram.faults.switch_on(Fault.DOWN, "sendMessage")
    await town.wind(minutes=31)
    assert town.telegram.calls.of("sendMessage")
    back_up(town.spoor, file)
    await lose(town)
    town.telegram.faults.switch_off()
    await bring_back(town, file)
    await town.wind(hours=1)
    town.expects_nothing()


@pytest.mark.asyncio
async def test_what_fell_due_since_is_past_and_what_comes_next_comes(town: Town, file: Path) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, at=time(17, 30))
    back_up(town.spoor, file)
    await lose(town)
    town.clock.wind(town.now().replace(hour=18))
    await bring_back(town, file)
    town.expects_nothing()
    await town.wind(hours=23)
    sam.expects("")


@pytest.mark.asyncio
async def test_what_came_in_and_was_not_handled_still_is(town: Town, file: Path) -> None:
    lotte = await staff(town, "Lotte")
    sam = await youth(town, "Sam", lotte, at=None)
    town.telegram.write(sam.user, "/hulp")
    assert await town.spoor.receive.poll(timedelta(0))
    back_up(town.spoor, file)
    await lose(town)
    await bring_back(town, file)
    sam.expects("1813")


@pytest.mark.asyncio
async def test_nothing_is_overwritten(town: Town, file: Path) -> None:
    other(file)
    with pytest.raises(CannotGoOn, match="exists"):
        back_up(town.spoor, file)
    assert is_other(file)
    with pytest.raises(CannotGoOn, match="There is a database"):
        await restore(town.spoor, file)


@pytest.mark.asyncio
async def test_a_folder_is_no_backup(town: Town, file: Path) -> None:
    await lose(town)
    with pytest.raises(CannotGoOn) as caught:
        await bring_back(town, file.parent)
    assert str(caught.value) == f"{file.parent} is a folder, not a backup."
    await town.open()


@pytest.mark.asyncio
async def test_not_while_the_bot_runs(town: Town, file: Path) -> None:
    back_up(town.spoor, file)
    with alone_on(database_of(town)), pytest.raises(CannotGoOn, match="runs already"):
        await restore(town.spoor, file)


def cut(file: Path) -> None:
    """Half of it."""
    file.write_bytes(file.read_bytes()[:40_000])


def scribble(file: Path) -> None:
    """A page is spoiled."""
    content = bytearray(file.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    file.write_bytes(content)


def empty(file: Path) -> None:
    """Nothing in it."""
    file.write_bytes(b"")


def other(file: Path) -> None:
    """Something else."""
    file.write_text(DIARY)


def is_other(file: Path) -> bool:
    """Whether that still stands there."""
    return file.read_text() == DIARY


@pytest.mark.asyncio
@pytest.mark.parametrize("damage", [cut, scribble, other, empty, Path.unlink])
async def test_what_is_no_whole_backup_leaves_nothing_behind(
    town: Town, file: Path, damage: Callable[[Path], None]
) -> None:
    back_up(town.spoor, file)
    path = database_of(town)
    await lose(town)
    damage(file)
    with pytest.raises(CannotGoOn):
        await bring_back(town, file)
    assert [left.name for left in path.parent.glob(f"{path.name}*")] == [f"{path.name}.lock"]
    await town.open()


@pytest.mark.asyncio
async def test_another_key(town: Town, file: Path) -> None:
    back_up(town.spoor, file)
    await lose(town)
    stranger = assemble(town.settings.model_copy(update={"spoor_key": SecretStr(new_key())}), clock=town.clock)
    with pytest.raises(CannotGoOn, match="SPOOR_KEY does not open"):
        await restore(stranger, file)
    await stranger.close()
    await town.open()
    assert await names(town) == []
