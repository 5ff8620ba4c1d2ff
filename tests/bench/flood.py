"""Planned messages to a crowd, before a Telegram that counts, and people who tap meanwhile: the real process, and what
a builder would otherwise take."""

from __future__ import annotations

import asyncio
import logging
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.clock import SystemClock
from chat.screens.crisis import CallMeTapped
from tests.bench.crowd import BEGELEIDER, BEGELEIDERS, CROWD, YOUTH, database_url, fill
from tests.bench.report import Report
from tests.bench.strict import OVERALL, Strict, strict
from tests.bot.process import Place, stopped

PLANNED = 10_000
YOUTHS = 600
ROUNDS, SECONDS = 5, 10.0
# Seconds between two taps, at most.
APART = 0.6
ROUND_TRIPS = (0.0, 0.05, 0.15)

# What is looked at when it runs; once the first second is over.
SETTLED = 1.5


@dataclass(frozen=True)
class Flood:
    """What came of one round."""

    share: float
    """Of the allowance, used."""
    most: int
    """Messages in any one second."""
    refused: int
    answers: tuple[float, ...] = ()
    """Seconds from a tap to its answer, which left after a round trip."""
    alerts: tuple[float, ...] = ()
    """And to the begeleider's phone."""


async def the_flood(report: Report) -> None:
    """At each round trip: ours and two peers, in turn."""
    logging.getLogger("telegram.ext").setLevel(logging.CRITICAL)  # the peers tell of each refusal at length
    with tempfile.TemporaryDirectory() as folder:
        async with strict(0) as (telegram, url):
            here = Place(Path(folder), url)
            await fill(here, planned=PLANNED, youths=YOUTHS)
            youths = iter(range(YOUTHS))
            for round_trip in ROUND_TRIPS:
                telegram.round_trip = round_trip
                ours, peers = [], defaultdict(list)
                for number in range(ROUNDS):
                    ours.append(await _ours(here, telegram, youths, random.Random(number)))
                    for name, limiter in PEERS.items():
                        peers[name].append(await _peer(here, telegram, limiter()))
                _tell(report, round_trip, ours, peers)


# What python-telegram-bot brings along: as it comes, and never more than one in a thirtieth of a second.
PEERS: dict[str, Callable[[], AIORateLimiter]] = {
    "AIORateLimiter": AIORateLimiter,
    "AIORateLimiter, 1 per 1/30 s": lambda: AIORateLimiter(overall_max_rate=1, overall_time_period=1 / 30),
}


def _tell(report: Report, round_trip: float, ours: list[Flood], peers: dict[str, list[Flood]]) -> None:
    label = f"{round_trip * 1000:.0f} ms"
    for name, floods in {"Spoor": ours, **peers}.items():
        share, most = median(flood.share for flood in floods), max(flood.most for flood in floods)
        refused = sum(flood.refused for flood in floods)
        bar = "≥ 96 %, ≤ 30, 0" if name == "Spoor" else ""
        said = f"{share:.1%} of the allowance, at most {most} in a second, {refused} × 429"
        report.line(f"planned to {PLANNED:,} chats, round trip {label}: {name}", said, bar)
    for what, took in (
        ("a tap to its answer", [one for flood in ours for one in flood.answers]),
        ("Bel me to the begeleider's phone", [one for flood in ours for one in flood.alerts]),
    ):
        beyond = [one - round_trip for one in took]
        said = f"median {median(beyond) * 1000:.0f} ms, p99 {quantiles(beyond, n=100)[98] * 1000:.0f} ms"
        report.line(
            f"meanwhile, from {what}, beyond the round trip of {label}", f"{said} ({len(took)} ×)", "p99 < 100 ms"
        )


async def _ours(here: Place, telegram: Strict, youths: Iterator[int], chance: random.Random) -> Flood:
    """The first tap after a start is not counted: what is asked of the database is put into words then."""
    telegram.forget()
    process = await here.start("run", DATABASE_URL=database_url(here))
    clock, tapped = SystemClock(), dict[int, float]()
    while sum(chat >= CROWD for _, _, chat in telegram.came) < OVERALL:
        await clock.sleep(0.05)
    first = next(youths)
    telegram.tap(YOUTH + first, CallMeTapped().data)
    await clock.sleep(SETTLED)
    begin = perf_counter()
    while perf_counter() < begin + SECONDS:
        number = next(youths)
        tapped[number] = perf_counter()
        telegram.tap(YOUTH + number, CallMeTapped().data)
        await clock.sleep(chance.uniform(0, APART))
    share = telegram.share(begin, perf_counter())
    await clock.sleep(1.0 + telegram.round_trip)
    await stopped(process)
    came = {chat: moment for moment, _, chat in reversed(telegram.came)}
    alerts = _alerts(telegram, tapped, since=begin)
    answers = tuple(came[YOUTH + number] - moment for number, moment in tapped.items())
    return Flood(share, telegram.most_in_a_second, telegram.refused, answers, alerts)


def _alerts(telegram: Strict, tapped: dict[int, float], since: float) -> tuple[float, ...]:
    """Each begeleider is alerted once by each youth, in their order."""
    by_begeleider: dict[int, list[float]] = defaultdict(list)
    for number, moment in tapped.items():
        by_begeleider[BEGELEIDER + number % BEGELEIDERS].append(moment)
    took: list[float] = []
    for begeleider, moments in by_begeleider.items():
        came = [moment for moment, _, chat in telegram.came if chat == begeleider and moment >= since]
        took += [alert - tap for tap, alert in zip(moments, came, strict=True)]
    return tuple(took)


async def _peer(here: Place, telegram: Strict, limiter: AIORateLimiter) -> Flood:
    """Everything at once, and the library's limiter in between."""
    telegram.forget()
    request = HTTPXRequest(64, pool_timeout=600)
    bot = ExtBot(here.telegram.token, base_url=f"{here.api_url}/bot", request=request, rate_limiter=limiter)
    await bot.initialize()
    begin = perf_counter()
    sending = [asyncio.create_task(bot.send_message(CROWD + number, "?")) for number in range(int(SECONDS * 100))]
    await SystemClock().sleep(SECONDS)
    share = telegram.share(begin, perf_counter())
    for task in sending:
        task.cancel()
    await asyncio.gather(*sending, return_exceptions=True)
    await bot.shutdown()
    return Flood(share, telegram.most_in_a_second, telegram.refused)
