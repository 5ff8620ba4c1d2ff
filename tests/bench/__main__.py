"""`make bench`: each line says beside what it was measured. It is printed, and written to bench.md."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from bot.deliver import IN_FLIGHT
from bot.pace import MOST
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from sandbox.town import Town
from store import agenda
from store.agenda import Duty
from store.tables import Lane
from tests import people
from tests.bench import flood, start, taps, wire
from tests.bench.report import Report

ROUNDS = 9
FEW, MANY = 100, 20_000
CROWD = 300


async def timed(work: Callable[[], Awaitable[object]]) -> float:
    """Seconds, the median of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        await work()
        rounds.append(time.perf_counter() - begin)
    return median(rounds)


async def tick_with(town: Town, waiting: int) -> float:
    """What a tick costs when this many duties wait for later and none is due."""
    async with town.spoor.database.write() as session:
        for number in range(waiting):
            due = town.now() + timedelta(days=1, seconds=number)
            await agenda.plan(session, Duty.NUDGE, number, due, key=f"bench {waiting} {number}")
    return await timed(town.spoor.tick.work)


async def the_tick(town: Town, report: Report) -> None:
    """A tick costs what is due, not who exists."""
    few = await tick_with(town, FEW)
    many = await tick_with(town, MANY)
    report.line(f"a tick with {FEW + MANY} duties waiting, beside one with {FEW}", f"{many / few:.2f} ×")


async def a_tap_in_a_crowd(town: Town, report: Report) -> None:
    """A tap is answered while planned messages pour out: how many of them went before its answer."""
    lotte = await people.staff(town, "Lotte")
    crowd = [await people.youth(town, f"Jongere{number}", lotte) for number in range(CROWD)]
    async with town.spoor.database.write() as session:
        for number, phone in enumerate(crowd):
            person = await people.row_of(town, phone)
            occasion = Occasion(session, town.now(), town.spoor.setting)
            await occasion.say(Screen(Verbatim("?")), person, Manner(kind=f"bench {number}", lane=Lane.PLANNED))
    before = len(town.telegram.calls.of("sendMessage"))
    await town.spoor.deliver.work()
    town.telegram.write(lotte.user, "/hulp")
    await town.spoor.receive.poll(timedelta(0))
    await town.spoor.handle.work()
    while not any(message.from_bot for message in town.telegram.messages(lotte.user.id)):
        await town.spoor.deliver.work()
        await town.spoor.deliver.landed()
    sent = len(town.telegram.calls.of("sendMessage")) - before
    report.line(f"of {CROWD} planned messages that were there first, sent before a tap is answered", str(sent))


async def the_wire(report: Report) -> None:
    """Requests in flight: enough to carry the allowance over a real round trip, few enough to stay quick."""
    ours, crowd = await wire.rate(IN_FLIGHT), await wire.rate(wire.CROWD)
    round_trip = f"at {wire.ROUND_TRIP * 1000:.0f} ms a round trip"
    report.line(f"{IN_FLIGHT} requests in flight {round_trip}, beside our allowance", f"{ours / MOST:.1f} ×")
    report.line(f"and beside {wire.CROWD} in flight", f"{ours / crowd:.2f} ×")


async def main() -> None:
    """All of them."""
    report = Report()
    for bench in (the_tick, a_tap_in_a_crowd):
        with tempfile.TemporaryDirectory() as folder:
            town = Town(Path(folder))
            await town.open()
            await bench(town, report)
            await town.close()
    await taps.the_taps(report)
    await flood.the_flood(report)
    await the_wire(report)
    await start.lives(report)
    report.write(Path("bench.md"))


if __name__ == "__main__":
    asyncio.run(main())
