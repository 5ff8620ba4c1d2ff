"""The loops side by side: what wakes them, and what happens when one breaks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from apscheduler.events import EVENT_JOB_MAX_INSTANCES, EVENT_JOB_SUBMITTED
from sqlalchemy import select

from bot import receive
from bot import ticking as bot_ticking
from bot.clock import SystemClock
from bot.ending import CannotGoOn
from bot.run import Run
from bot.ticking import Ticking
from bot.wake import AT_LATEST, Wake
from sandbox.faults import Fault
from sandbox.town import Town
from store.own import Fact, remember
from store.tables import Inbox, InboxState
from tests.bot.process import PATIENCE

# As many updates as Telegram gives at once.
A_POLL = 100


async def broken(*_: object) -> None:
    """Nothing of what was said is in the sentence that ends the process."""
    raise RuntimeError("Sam zegt: laat mij gerust")


@asynccontextmanager
async def running(town: Town) -> AsyncIterator[asyncio.Task[None]]:
    """The bot as a process would run it, for as long as it does."""
    run = Run(town.spoor, town.spoor.receive.run)
    task = asyncio.create_task(run.run())
    async with asyncio.timeout(PATIENCE):
        await town.telegram.updates.asked.wait()
    yield task
    run.stop()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.asyncio
async def test_what_comes_in_is_answered_at_once(town: Town) -> None:
    kobe = town.telegram.meet("Kobe")
    async with running(town):
        town.telegram.write(kobe, "/start")
        async with asyncio.timeout(AT_LATEST - 1):
            while len(town.telegram.messages(kobe.id)) < 2:  # noqa: ASYNC110 - the sandbox has no event for it
                await asyncio.sleep(0.01)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda town: setattr(town.spoor.tick, "work", broken), id="the tick"),
        pytest.param(lambda town: setattr(town.spoor.handle, "work", broken), id="handling"),
        pytest.param(lambda town: setattr(town.spoor.deliver, "work", broken), id="delivering"),
        pytest.param(lambda town: setattr(town.spoor.deliver, "_arrived", broken), id="writing an outcome down"),
        pytest.param(lambda town: setattr(town.spoor.receive, "_ask", broken), id="polling"),
    ],
)
async def test_when_one_loop_breaks_the_process_ends(town: Town, break_it: Callable[[Town], None]) -> None:
    break_it(town)
    town.telegram.write(town.telegram.meet("Kobe"), "/start")
    with pytest.raises(CannotGoOn, match=r"^Something in Spoor broke \(RuntimeError\)") as caught:
        async with asyncio.timeout(PATIENCE):
            await Run(town.spoor, town.spoor.receive.run).run()
    assert caught.value.code == 1


class Slow:
    """Work that takes until it may end, or break."""

    def __init__(self, then: Exception | None = None) -> None:
        self.begun, self.may_end, self.ended = asyncio.Event(), asyncio.Event(), False
        self._then = then

    async def __call__(self, *_: object) -> None:
        """Once at a time."""
        self.begun.set()
        await self.may_end.wait()
        if self._then is not None:
            raise self._then
        self.ended = True


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "put",
    [
        pytest.param(lambda town, work: setattr(town.spoor.tick, "work", work), id="the tick"),
        pytest.param(lambda _, work: setattr(receive, "store", work), id="storing what came in"),
        pytest.param(lambda town, work: setattr(town.spoor.handle, "work", work), id="handling"),
    ],
)
async def test_what_is_at_hand_is_not_cut_off(
    town: Town, put: Callable[[Town, Slow], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive, "store", receive.store)  # to have it back afterwards
    put(town, work := Slow())
    town.telegram.write(town.telegram.meet("Kobe"), "/start")
    run = Run(town.spoor, town.spoor.receive.run)
    task = asyncio.create_task(run.run())
    async with asyncio.timeout(PATIENCE):
        await work.begun.wait()
        run.stop()
        for _ in range(10):
            await asyncio.sleep(0)
        work.may_end.set()
        await task
    assert work.ended


@pytest.mark.asyncio
async def test_what_breaks_while_it_ends_is_in_the_log(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    town.spoor.tick.work = work = Slow(RuntimeError("Sam zegt: laat mij gerust"))  # type: ignore[method-assign]
    run = Run(town.spoor, town.spoor.receive.run)
    task = asyncio.create_task(run.run())
    async with asyncio.timeout(PATIENCE):
        await work.begun.wait()
        run.stop()
        work.may_end.set()
        await task
    assert "broken while ending" in capsys.readouterr().out


@pytest.mark.asyncio
async def test_two_outcomes_that_cannot_be_written_down_end_it_as_one_does(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = Slow(RuntimeError("one")), Slow(RuntimeError("the other"))
    outcomes = iter((one,))
    landed = town.spoor.deliver.landed

    async def land() -> bool:
        other.may_end.set()
        return await landed()

    monkeypatch.setattr(town.spoor.deliver, "_arrived", lambda *_: next(outcomes, other)())
    monkeypatch.setattr(town.spoor.deliver, "landed", land)
    for name in ("Kobe", "Sam"):
        town.telegram.write(town.telegram.meet(name), "/start")
    run = Run(town.spoor, town.spoor.receive.run)
    task = asyncio.create_task(run.run())
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(one.begun.wait(), other.begun.wait())
        one.may_end.set()
        with pytest.raises(CannotGoOn, match="RuntimeError"):
            await task


@pytest.mark.asyncio
async def test_a_way_in_that_cannot_go_on_says_why(town: Town) -> None:
    async def closed(_: object) -> None:
        raise CannotGoOn("Port 8080 is taken.")

    with pytest.raises(CannotGoOn, match="Port 8080"):
        await Run(town.spoor, closed).run()


@asynccontextmanager
async def waking(wake: Wake, then: datetime | None) -> AsyncIterator[asyncio.Queue[None]]:
    """A loop whose work asks to be woken at `then`. Something is in the queue for every time it was done."""
    done: asyncio.Queue[None] = asyncio.Queue()

    async def work() -> datetime | None:
        done.put_nowait(None)
        return then

    task = asyncio.create_task(wake.work(work, asyncio.Event()))
    async with asyncio.timeout(AT_LATEST - 1):
        await done.get()
        yield done
    task.cancel()


@pytest.mark.asyncio
async def test_a_commit_wakes_who_waits(town: Town) -> None:
    async with waking(Wake(town.spoor.database, SystemClock(), Inbox), None) as done:
        async with town.spoor.database.write() as session:
            await remember(session, Fact.BOT_NAME, "another")
        await done.get()


@pytest.mark.asyncio
@pytest.mark.parametrize("by", [timedelta(milliseconds=60), timedelta(hours=-1)], ids=["soon", "long ago"])
async def test_a_moment_wakes_who_waits(town: Town, by: timedelta) -> None:
    async with waking(Wake(town.spoor.database, town.clock, Inbox), town.now() + by) as done:
        await done.get()
        assert done.empty()


@pytest.mark.asyncio
async def test_what_waited_at_telegram_goes_before_what_fell_due(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    kobe, ticked = town.telegram.meet("Kobe"), asyncio.Event()
    handled: list[InboxState] = []

    async def tick() -> None:
        async with town.spoor.database.read() as session:
            handled.extend(await session.scalars(select(Inbox.state)))
        ticked.set()

    monkeypatch.setattr(town.spoor.tick, "work", tick)
    for _ in range(A_POLL + 5):
        town.telegram.write(kobe, "/start")
    async with running(town), asyncio.timeout(PATIENCE):
        await ticked.wait()
    assert handled == [InboxState.HANDLED] * (A_POLL + 5)


@pytest.mark.asyncio
async def test_nothing_falls_due_before_telegram_was_heard(town: Town) -> None:
    town.telegram.faults.switch_on(Fault.DOWN, "getUpdates", calls=3)
    run = Run(town.spoor, town.spoor.receive.run)
    task = asyncio.create_task(run.run())
    async with asyncio.timeout(PATIENCE):
        while len(town.telegram.calls.of("getUpdates")) < 3:
            assert not run._ticking.runs
            await asyncio.sleep(0)
        while not run._ticking.runs:  # noqa: ASYNC110 - nor has this
            await asyncio.sleep(0)
    run.stop()
    await task


@pytest.mark.asyncio
async def test_it_ticks_on_when_the_clock_is_set_back() -> None:
    ticks: asyncio.Queue[None] = asyncio.Queue()

    async def tick() -> None:
        ticks.put_nowait(None)

    ticking = Ticking(tick, lambda _: None)
    ticking.start()
    job = ticking._scheduler.get_job("tick")
    job.modify(next_run_time=job.next_run_time + timedelta(hours=1))
    minding = asyncio.create_task(ticking.mind(Hurried()))
    async with asyncio.timeout(AT_LATEST):
        await ticks.get()
        await ticks.get()
    minding.cancel()
    ticking.stop()


class Hurried(SystemClock):
    """Does not let as much time pass as it is asked to."""

    async def sleep(self, seconds: float) -> None:
        """A hundredth of it."""
        await super().sleep(seconds / 100)


@pytest.mark.asyncio
async def test_it_stops_without_a_word_also_in_the_middle_of_a_tick(caplog: pytest.LogCaptureFixture) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def tick() -> None:
        begun.set()
        await may_end.wait()

    ticking = Ticking(tick, lambda _: None)
    ticking.start()
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        ticking.stop()
        may_end.set()
        await ticking.rest()
    await asyncio.sleep(0)
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.asyncio
async def test_a_tick_that_takes_long_is_not_begun_twice_and_fills_no_log(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_ticking, "TICK", timedelta(seconds=0.02))
    begun, may_end, looks = [], asyncio.Event(), asyncio.Queue[object]()

    async def tick() -> None:
        begun.append(1)
        await may_end.wait()

    ticking = Ticking(tick, lambda _: None)
    ticking._scheduler.add_listener(looks.put_nowait, EVENT_JOB_SUBMITTED | EVENT_JOB_MAX_INSTANCES)
    ticking.start()
    async with asyncio.timeout(PATIENCE):
        for _ in range(3):
            await looks.get()
    assert begun == [1]
    ticking.stop()
    may_end.set()
    await ticking.rest()
    assert caplog.records == []
