"""A Telegram that only answers, after a usual round trip: to see what the connections themselves can carry."""

from __future__ import annotations

import asyncio
import time
from statistics import median

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.deliver import IN_FLIGHT
from bot.pace import MOST
from tests.bench.report import Report

CROWD = 256
REQUESTS, ROUNDS = 1200, 5
ROUND_TRIP = 0.08
ANSWER = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}'
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(ANSWER) + ANSWER


async def the_wire(report: Report) -> None:
    """Requests in flight: enough to carry the allowance over a real round trip, few enough to stay quick."""
    rounds = [(await rate(IN_FLIGHT), await rate(CROWD)) for _ in range(ROUNDS)]
    ours = median(one for one, _ in rounds)
    round_trip = f"at {ROUND_TRIP * 1000:.0f} ms a round trip"
    report.line(f"{IN_FLIGHT} requests in flight {round_trip}, beside our allowance", f"{ours / MOST:.1f} ×")
    report.line(f"and beside {CROWD} in flight", f"{median(one / other for one, other in rounds):.2f} ×")


async def rate(in_flight: int) -> float:
    """Messages a second through the library, with so many requests in flight."""
    server = await asyncio.start_server(_answer, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot"
    request = HTTPXRequest(in_flight, pool_timeout=60)
    await request.initialize()
    bot, places = Bot("1:" + "a" * 35, base_url=address, request=request), asyncio.Semaphore(in_flight)
    begin = time.perf_counter()
    await asyncio.gather(*(_send(bot, places) for _ in range(REQUESTS)))
    took = time.perf_counter() - begin
    await request.shutdown()
    server.close()
    return REQUESTS / took


async def _send(bot: Bot, places: asyncio.Semaphore) -> None:
    async with places:
        await bot.send_message(1, "x")


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while head := await _head(reader):
        await reader.readexactly(_length(head))
        await asyncio.sleep(ROUND_TRIP)
        writer.write(RESPONSE)
    writer.close()


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.CancelledError):  # the bench is over
        return b""


def _length(head: bytes) -> int:
    named = (line.partition(b":") for line in head.split(b"\r\n"))
    return next(int(value) for name, _, value in named if name.lower() == b"content-length")
