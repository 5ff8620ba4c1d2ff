"""Each thing that goes wrong, made for real, and mended again."""

from __future__ import annotations

import asyncio
import resource
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta

from sandbox import faults
from tests.faults.home import Home
from tests.faults.promises import Fault

LOCKED_FOR = 20.0
WATCHED_FOR = 90.0
NEW_TOKEN = "1000000001:another-one-that-only-this-bot-has-now"  # noqa: S105 - a made-up one


@asynccontextmanager
async def disk_full(home: Home) -> AsyncIterator[None]:
    """No file of the bot's may grow any more; a start in the meantime fares no better."""
    log = home.database.with_name(f"{home.database.name}-wal")
    size = log.stat().st_size
    resource.prlimit(home.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    yield
    before = len(home.log())
    assert await (await home.begin(replace(home.life, file_size=size))).ended() == 1
    assert home.log()[before:].count("\n") == 1


@asynccontextmanager
async def read_only(home: Home) -> AsyncIterator[None]:
    """Where it stands, nobody may write any more."""
    await home.stop()
    home.folder.chmod(0o500)
    home.process = await home.begin(replace(home.life, humble=True))
    yield
    home.folder.chmod(0o700)


@asynccontextmanager
async def locked(home: Home) -> AsyncIterator[None]:
    """Somebody looks into it with a tool of their own, and leaves a transaction open."""
    with closing(sqlite3.connect(home.database, isolation_level=None)) as somebody:
        somebody.execute("BEGIN IMMEDIATE")
        over = asyncio.create_task(asyncio.sleep(LOCKED_FOR))
        yield
        await over
        assert not home.shown(home.sam, "Wanneer")
        somebody.execute("ROLLBACK")


@asynccontextmanager
async def second_here(home: Home) -> AsyncIterator[None]:
    """Somebody started it already."""
    second = await home.begin(home.life)
    assert await second.ended() == 1
    assert f"Spoor runs already on {home.database}" in home.log()
    yield


@asynccontextmanager
async def second_elsewhere(home: Home) -> AsyncIterator[None]:
    """A copy runs on another machine, until somebody finds out."""
    other = {**home.life.settings, "DATABASE_URL": f"sqlite:///{home.folder / 'elsewhere.db'}"}
    second = await home.begin(replace(home.life, settings=other))
    await home.process.ended()
    await second.kill()
    yield


@asynccontextmanager
async def revoked(home: Home) -> AsyncIterator[None]:
    """/revoke at @BotFather; the new one gets into the settings later."""
    home.telegram.token = NEW_TOKEN
    yield
    home.set(TELEGRAM_TOKEN=NEW_TOKEN)


@asynccontextmanager
async def silent(home: Home) -> AsyncIterator[None]:
    """Whatever is asked from now on gets no answer, and is not done."""
    home.telegram.faults.switch_on(faults.Fault.SILENT_BEFORE)
    home.process.patience = WATCHED_FOR + 30
    yield
    home.telegram.faults.switch_off()


@asynccontextmanager
async def clock_back(home: Home) -> AsyncIterator[None]:
    """Of this machine alone, when Mo was asked already; and then it comes to that hour again."""
    home.wind(home.clock.now() + timedelta(minutes=10))
    await home.until(home.questions)
    home.clock.wind(home.clock.now() - timedelta(hours=1))
    yield
    home.clock.wind(home.clock.now() + timedelta(hours=1))


BREAKING: Mapping[Fault, Callable[[Home], AbstractAsyncContextManager[None]]] = {
    Fault.DISK_FULL: disk_full,
    Fault.READ_ONLY: read_only,
    Fault.LOCKED: locked,
    Fault.SECOND_HERE: second_here,
    Fault.SECOND_ELSEWHERE: second_elsewhere,
    Fault.REVOKED: revoked,
    Fault.SILENT: silent,
    Fault.CLOCK_BACK: clock_back,
}
