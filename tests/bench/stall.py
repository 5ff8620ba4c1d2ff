"""How long the loop is held up while a picture or a paper is made: the largest gap between two beats of a heart.

Beside it the same loop when nothing happens, and when a text of one line goes out in place of the picture.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.application import Spoor
from bot.clock import SystemClock
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from store import people
from tests.bench.crowd import YOUTH, fill, opened
from tests.bench.pictures import PICTURES
from tests.bench.report import Report
from tests.bench.strict import Strict, strict
from tests.bot.process import Place

ROUNDS, SHORT_ROUNDS = 9, 2
BEAT = 0.001
QUIET = 0.5
SENT: dict[str, Screen | None] = {
    "nothing happens": None,
    "a text goes out": Screen(Verbatim("Hoe is 't vandaag?")),
    "a web is drawn": PICTURES[0],
    "a timeline is drawn": PICTURES[1],
    "a plan becomes a PDF": PICTURES[2],
}
DRAWN = tuple(SENT)[2:]


@dataclass
class Heart:
    """Milliseconds of the largest gap, beyond the beat itself."""

    gap: float = 0.0


async def the_stalls(report: Report, *, short: bool) -> None:
    """Whatever is sent, in turn. The first round is told apart: what draws is loaded in it."""
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            telegram.lenient = True
            here = Place(Path(folder), url)
            await fill(here, youths=len(SENT) * (1 + ROUNDS))  # to somebody else each time: no chat has to wait
            async with opened(here) as spoor:
                gc.freeze()  # as `spoor run` does
                rounds = range(1 + (SHORT_ROUNDS if short else ROUNDS))
                first, *others = [await _round(spoor, telegram, number) for number in rounds]
    idle, text = (median(each[what] for each in others) for what in tuple(SENT)[:2])
    for what in DRAWN:
        gap = median(each[what] for each in others)
        beside = f"idle {idle:.1f} ms, a text {text:.1f} ms; the first time {first[what]:.1f} ms"
        report.line(f"longest stall of the loop while {what}", f"{gap:.1f} ms ({beside})", "≤ 25 ms")


async def _round(spoor: Spoor, telegram: Strict, number: int) -> dict[str, float]:
    first = YOUTH + number * len(SENT)
    sent = enumerate(SENT.items(), first)
    return {what: await _gap(spoor, telegram, account, screen) for account, (what, screen) in sent}


async def _gap(spoor: Spoor, telegram: Strict, account: int, screen: Screen | None) -> float:
    """Milliseconds, while this is sent."""
    if screen is not None:
        await _say(spoor, account, screen)
    before = len(telegram.came)
    async with _beating() as heart:
        if screen is None:
            await spoor.clock.sleep(QUIET)
        while screen is not None and len(telegram.came) == before:
            await spoor.deliver.work()
            await spoor.deliver.landed()
            await spoor.clock.sleep(BEAT)
    return heart.gap


async def _say(spoor: Spoor, account: int, screen: Screen) -> None:
    async with spoor.database.write() as session:
        person = await people.by_telegram_id(session, account)
        if person is None:
            raise LookupError(account)
        await Occasion(session, spoor.clock.now(), spoor.setting).say(screen, person, Manner("bench"))


@asynccontextmanager
async def _beating() -> AsyncIterator[Heart]:
    heart, clock = Heart(), SystemClock()

    async def beat() -> None:
        last = perf_counter()
        while True:
            await clock.sleep(BEAT)
            now = perf_counter()
            heart.gap, last = max(heart.gap, (now - last - BEAT) * 1000), now

    task = asyncio.create_task(beat())
    try:
        yield heart
    finally:
        task.cancel()
