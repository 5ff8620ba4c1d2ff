"""A Telegram that only answers, after a usual round trip: to see what the connections themselves can carry."""

from __future__ import annotations

import asyncio
import time

from telegram import Bot
from telegram.request import HTTPXRequest

CROWD = 256
REQUESTS = 1200
ROUND_TRIP = 0.08
ANSWER = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}'
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(ANSWER) + ANSWER


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
