"""The commands one after another, as somebody who looks after a bot gives them."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from tests.bot.process import Place, place, stopped


async def done(here: Place, *arguments: str) -> str:
    """What a command prints that succeeds."""
    end = await here.spoor(*arguments)
    assert (end.code, end.err) == (0, "")
    return end.out


def lose(folder: Path) -> None:
    """The disk breaks."""
    shutil.rmtree(folder)


def block(path: Path) -> Path:
    """A file where the folder should be, or a folder where the file should be."""
    if path.suffix:
        path.mkdir(parents=True)
    else:
        path.touch()
    path.chmod(0o755)
    return path


@pytest.mark.asyncio
async def test_look_back_up_lose_restore(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        assert "none at data/spoor.db yet" in await done(here, "check")
        await done(here, "invite", "coordinator", "An")
        bot = await here.start("run")
        await here.first_poll()
        assert "WRONG" not in await done(here, "check")
        await done(here, "backup", "kept")
        assert (await here.spoor("backup", "kept")).code == 1
        assert (await here.spoor("restore", "kept")).code == 1
        await stopped(bot)
        lose(tmp_path / "data")
        await done(here, "restore", "kept")
        assert "knows this bot as @spoor_bot" in await done(here, "check")


@pytest.mark.asyncio
async def test_something_wrong_is_an_error(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        end = await here.spoor("check", TELEGRAM_TOKEN="1000000002:" + "x" * 35)
        assert (end.code, end.err) == (1, "")
        assert [line.split()[1] for line in end.out.splitlines() if line.startswith("WRONG")] == ["telegram"]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("backup", "there"), id="nothing to back up"),
        pytest.param(("restore", "nowhere"), id="nothing to restore"),
        pytest.param(("invite", "youth", "Sam"), id="a youth"),
    ],
)
async def test_what_cannot_be_done_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    async with place(tmp_path) as here:
        end = await here.spoor(*arguments)
        assert (end.code, end.out, end.err.count("\n")) == (1, "", 1)


@pytest.mark.asyncio
async def test_a_database_in_a_place_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    async with place(tmp_path) as here:
        end = await here.spoor("check")
        assert (end.code, end.err) == (1, "")
        assert "DATABASE_URL" in end.out


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("in_the_way", "arguments"),
    [
        pytest.param("data", ("run",), id="no folder to run in"),
        pytest.param("data", ("invite", "coordinator", "An"), id="no folder to invite in"),
        pytest.param("data", ("restore", "kept"), id="no folder to restore in"),
        pytest.param("data/spoor.db", ("run",), id="no file to run on"),
        pytest.param("data/spoor.db", ("invite", "coordinator", "An"), id="no file to invite in"),
    ],
)
async def test_a_place_that_cannot_be_is_a_wrong_setting(
    tmp_path: Path, in_the_way: str, arguments: tuple[str, ...]
) -> None:
    wrong = block(tmp_path / in_the_way)
    async with place(tmp_path) as here:
        end = await here.spoor(*arguments)
        assert (end.code, end.out) == (2, "")
        assert end.err == (
            f"DATABASE_URL cannot be used: {tmp_path / 'data/spoor.db'} cannot be written, "
            "give a place that is yours to write.\n"
        )
    assert stat.S_IMODE(wrong.stat().st_mode) == 0o755
