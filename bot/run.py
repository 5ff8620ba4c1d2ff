"""The bot as a process: everything runs side by side until it is asked to stop, or something breaks."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog
from sqlalchemy.exc import DatabaseError

from bot.application import Spoor
from bot.ending import CannotGoOn
from bot.lock import alone_on
from bot.logs import catch_in
from bot.out_of_use import out_of_use
from bot.patience import Patience
from bot.ticking import Ticking
from bot.wake import Wake
from bot.watch import watch
from bot.wholly import wholly
from store.tables import Inbox, Outbox

log = structlog.get_logger()

WayIn = Callable[[Patience], Coroutine[Any, Any, None]]

# Seconds in which what is at hand may be finished once asked to stop. The next start decides about the rest. Within
# five the process is to be gone, and on a busy machine letting go of everything takes its time too.
FINISH_WITHIN = 2.0

# Seconds after which it is gone, whatever is not finished: who holds the database may keep us for half a minute.
GONE_WITHIN = 4.5


class Run:
    """One life of the process."""

    def __init__(self, spoor: Spoor, way_in: WayIn, lives: Coroutine[Any, Any, None] | None = None) -> None:
        self._spoor = spoor
        self._way_in = way_in
        self._lives = lives
        self._patience = Patience(spoor.clock)
        self._wakes = [Wake(spoor.database, spoor.clock, table) for table in (Inbox, Outbox)]
        self._stopping = asyncio.Event()
        self._broken = asyncio.get_running_loop().create_future()
        self._ticking = Ticking(spoor.tick.work, self._break)

    async def run(self) -> None:
        """Until `stop` is called. Raises CannotGoOn when the process should end by itself, saying why."""
        await self._open()
        database = self._spoor.database
        log.info("Spoor starts", database=database.path.absolute() if database.path else database.url)
        working = [self._start(work) for work in self._working()]
        asking = [self._start(ask) for ask in self._asking()]
        try:
            await self._until_stopped()
        finally:
            await self._finish(working, asking)

    async def _open(self) -> None:
        try:
            await self._spoor.open()
        except DatabaseError as error:
            raise _why(error) from None

    def stop(self) -> None:
        """Begin nothing more, finish what is at hand."""
        self._stopping.set()
        for wake in self._wakes:
            wake.now()

    def _working(self) -> tuple[Coroutine[Any, Any, None], ...]:
        spoor = self._spoor
        works = (spoor.handle.work, spoor.deliver.work)
        return tuple(wake.work(work, self._stopping) for wake, work in zip(self._wakes, works, strict=True))

    def _asking(self) -> tuple[Coroutine[Any, Any, None], ...]:
        spoor = self._spoor
        return (
            self._way_in(self._patience),
            self._introduce(),
            watch(spoor.receive, spoor.clock),
            self._tick(),
            *([] if self._lives is None else [self._lives]),
        )

    async def _introduce(self) -> None:
        await self._patience.until_done(self._spoor.learn_name)
        log.info("Spoor runs", bot=f"@{self._spoor.setting.bot_name}")

    async def _tick(self) -> None:
        """What waited for us goes before what fell due: an answer, before the nudge that it makes needless."""
        await self._spoor.receive.caught_up.wait()
        await wholly(self._spoor.handle.work())
        self._ticking.start()
        await self._ticking.mind(self._spoor.clock)

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            self._break(error)

    def _break(self, error: BaseException) -> None:
        if self._stopping.is_set():
            log.error("broken while ending", exc_info=error)
        elif not self._broken.done():
            self._broken.set_exception(error)

    async def _until_stopped(self) -> None:
        stopped = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({stopped, self._broken}, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if self._broken.done():
            raise _why(self._broken.exception())

    async def _finish(self, working: list[asyncio.Task[None]], asking: list[asyncio.Task[None]]) -> None:
        self.stop()
        self._ticking.stop()
        for task in asking:
            task.cancel()
        with suppress(TimeoutError):
            async with asyncio.timeout(FINISH_WITHIN):
                await asyncio.gather(*asking, *working, self._ticking.rest(), return_exceptions=True)
                await asyncio.gather(self._spoor.deliver.landed(), return_exceptions=True)
        await self._spoor.deliver.let_go()


def _why(error: BaseException | None) -> CannotGoOn:
    if isinstance(error, CannotGoOn):
        return error
    if (reason := out_of_use(error)) is not None:
        return reason
    log.error("broken", exc_info=error)
    return CannotGoOn(
        f"Something in Spoor broke ({type(error).__name__}): start it again, and report what the log says."
    )


def _stop(life: Run) -> None:
    life.stop()
    asyncio.get_running_loop().call_later(GONE_WITHIN, _be_gone)


def _be_gone() -> None:
    """As if killed, which costs nothing: what was committed stands, and the next start decides about the rest."""
    log.warning("gone before all was finished")
    os._exit(0)


async def run(spoor: Spoor, way_in: WayIn | None = None, lives: Coroutine[Any, Any, None] | None = None) -> None:
    """Run until SIGTERM or SIGINT. Updates come in by polling, or by `way_in`; `lives` says elsewhere that we live.
    Raises CannotGoOn."""
    life = Run(spoor, way_in or spoor.receive.run, lives)
    if way_in is not None:
        spoor.receive.caught_up.set()  # Telegram pushes, and says nowhere when that was all
    loop = asyncio.get_running_loop()
    catch_in(loop)
    for signal_ in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_, _stop, life)
    try:
        with alone_on(spoor.database.path):
            await life.run()
    finally:
        await spoor.close()
