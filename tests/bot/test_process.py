"""The bot as a process: how it starts, what ends it, and in what time."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from sandbox.faults import Fault
from sandbox.model import Webhook
from tests.bot.process import PATIENCE, place, stopped


@pytest.mark.asyncio
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_in_time_when_asked(tmp_path: Path, how: signal.Signals) -> None:
    async with place(tmp_path) as here:
        bot = await here.start("run")
        await here.first_poll()
        asked = time.monotonic()
        end = await stopped(bot, how)
        assert (end.code, end.out) == (0, "")
        starts, *runs = end.err.splitlines()
        assert "Spoor starts" in starts
        assert f"database={tmp_path / 'data/spoor.db'}" in starts
        assert [line for line in runs if "Spoor runs" not in line] == []
        assert time.monotonic() - asked < 5


@pytest.mark.asyncio
async def test_it_ends_in_time_while_telegram_keeps_silent(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        bot = await here.start("run")
        await here.first_poll()
        stranger = here.telegram.meet("Kobe")
        here.telegram.faults.switch_on(Fault.SILENT_BEFORE, "sendMessage")
        here.telegram.write(stranger, "/start")
        await here.until(lambda: here.telegram.calls.of("sendMessage"))
        asked = time.monotonic()
        assert (await stopped(bot)).code == 0
        assert time.monotonic() - asked < 5


@pytest.mark.asyncio
async def test_it_ends_in_time_while_another_process_holds_the_database(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        bot = await here.start("run")
        await here.first_poll()
        await here.until(lambda: here.telegram.calls.of("getUpdates"))
        with closing(sqlite3.connect(tmp_path / "data/spoor.db", isolation_level=None)) as somebody:
            somebody.execute("BEGIN IMMEDIATE")
            polls = len(here.telegram.calls.of("getUpdates"))
            here.telegram.write(here.telegram.meet("Kobe"), "/start")
            await here.until(lambda: len(here.telegram.calls.of("getUpdates")) > polls)
            asked = time.monotonic()
            assert (await stopped(bot)).code == 0
            assert time.monotonic() - asked < 5


@pytest.mark.asyncio
async def test_an_address_left_over_is_taken_back_and_what_waited_there_is_handled(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        here.telegram.webhook = Webhook("https://bot.example.org/spoor", None)
        stranger = here.telegram.meet("Kobe")
        here.telegram.write(stranger, "/start")
        bot = await here.start("run")
        await here.until(lambda: len(here.telegram.messages(stranger.id)) > 1)
        assert here.telegram.webhook is None
        await stopped(bot)


@pytest.mark.asyncio
async def test_an_unknown_token(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        token = "1000000002:" + "x" * 35
        end = await here.spoor("run", TELEGRAM_TOKEN=token)
        assert end.code == 1
        assert end.err.endswith("Telegram does not know TELEGRAM_TOKEN: copy it again from @BotFather.\n")
        assert token not in end.err


@pytest.mark.asyncio
async def test_a_second_process_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    async with place(tmp_path / "a") as here:
        first = await here.start("run")
        await here.first_poll()
        here.telegram.updates.asked.clear()
        second = await here.start("run", DATABASE_URL=f"sqlite:///{tmp_path / 'b' / 'spoor.db'}")
        await here.first_poll()
        async with asyncio.timeout(PATIENCE):
            code = await first.wait()
        assert code == 1
        assert first.stderr is not None
        assert b"Another process uses this bot's token" in await first.stderr.read()
        await stopped(second)


@pytest.mark.asyncio
async def test_a_second_process_here(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        first = await here.start("run")
        await here.first_poll()
        second = await here.spoor("run")
        assert second.code == 1
        assert second.err.startswith("Spoor runs already on data/spoor.db")
        assert (await stopped(first)).code == 0


@pytest.mark.asyncio
async def test_without_a_network_it_keeps_trying_and_says_so_once(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        here.telegram.faults.switch_on(Fault.DOWN, "getMe", "deleteWebhook", calls=4)
        bot = await here.start("run")
        await here.first_poll()
        end = await stopped(bot)
        assert end.code == 0
        starts, *trouble = [line for line in end.err.splitlines() if "[bot." in line and "Spoor runs" not in line]
        assert "Spoor starts" in starts
        assert len(trouble) == 1
        assert "Telegram does not answer; trying on" in trouble[0]


@pytest.mark.asyncio
async def test_a_missing_setting(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        end = await here.spoor("run", SPOOR_KEY="")
        assert (end.code, end.out) == (2, "")
        assert end.err.startswith("SPOOR_KEY is missing: ")
        assert end.err.count("\n") == 1


@pytest.mark.asyncio
async def test_a_key_of_another_database(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        assert (await here.spoor("invite", "coordinator", "An")).code == 0
        here.key = here.key[:20] + here.key[20:43][::-1] + here.key[43:]
        end = await here.spoor("run")
        assert (end.code, end.err.count("\n")) == (2, 1)
        assert end.err.startswith("SPOOR_KEY does not open this database")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("arguments", "database"),
    [
        (("check",), "closed/spoor.db"),
        (("invite", "coordinator", "An"), "closed/spoor.db"),
        (("backup", "copy"), "closed/spoor.db"),
        (("restore", "copy"), "closed/spoor.db"),
        (("restore", "closed/copy"), "spoor.db"),
        (("run",), "closed/spoor.db"),
    ],
)
async def test_a_folder_that_may_not_be_entered(tmp_path: Path, arguments: tuple[str, ...], database: str) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0)
    async with place(tmp_path) as here:
        here.humble = True
        end = await here.spoor(*arguments, DATABASE_URL=f"sqlite:///{database}")
    closed.chmod(0o700)
    assert (end.code, end.err.count("\n")) == (2, 1)
    assert "closed/" in end.err


@pytest.mark.asyncio
async def test_a_colleague_is_invited_while_it_runs(tmp_path: Path) -> None:
    async with place(tmp_path) as here:
        bot = await here.start("run")
        await here.first_poll()
        end = await here.spoor("invite", "coordinator", "An")
        assert (end.code, end.err) == (0, "")
        an = here.telegram.meet("An")
        here.telegram.open_link(an, end.out.strip())
        await here.until(lambda: any("An" in message.plain for message in here.telegram.messages(an.id)[1:]))
        assert (await stopped(bot)).code == 0
