"""A Telegram that counts: it answers after a round trip, refuses what comes too fast, and remembers when what came."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import parse_qs

from bot.clock import SystemClock

# Messages that Telegram takes in any one second, and in one chat: one a second, after a short burst.
OVERALL, BURST = 30, 3
# What it says in a second is enough for the library: who the bot is, and that all went well.
ME = {"id": 1, "is_bot": True, "first_name": "Spoor", "username": "spoor_bot"}
SENDS = ("sendMessage", "sendPhoto", "sendDocument", "copyMessage", "editMessageText")


@dataclass
class Strict:
    """What came, on the clock of `time.perf_counter`; and what the bot is to hear."""

    round_trip: float
    came: list[tuple[float, str, int]] = field(default_factory=list)
    """When, what, and in which chat: messages that were taken."""
    refused: int = 0
    lenient: bool = False
    """Whether it takes whatever comes."""
    first_poll: float | None = None
    answered: list[float] = field(default_factory=list)
    """When taps were answered."""
    _clock: SystemClock = field(default_factory=SystemClock)
    _waiting: deque[dict[str, Any]] = field(default_factory=deque)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _number: int = 0
    _whole: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    _second: deque[float] = field(default_factory=deque)

    def tap(self, person: int, data: str) -> None:
        """Somebody taps."""
        chat = {"id": person, "type": "private", "first_name": "A"}
        who = {"id": person, "is_bot": False, "first_name": "A"}
        under = {"message_id": 1, "date": 1, "chat": chat, "from": ME, "text": "?"}
        query = {"id": str(self._number), "from": who, "chat_instance": "1", "message": under, "data": data}
        self._hear({"callback_query": query})

    def write(self, person: int, words: str) -> None:
        """Somebody writes."""
        chat = {"id": person, "type": "private", "first_name": "A"}
        who = {"id": person, "is_bot": False, "first_name": "A"}
        command = [{"type": "bot_command", "offset": 0, "length": len(words)}] if words.startswith("/") else []
        message = {"message_id": self._number + 2, "date": 1, "chat": chat, "from": who, "text": words}
        self._hear({"message": {**message, "entities": command}})

    def _hear(self, update: dict[str, Any]) -> None:
        self._number += 1
        self._waiting.append({"update_id": self._number, **update})
        self._news.set()

    async def answer(self, method: str, asked: dict[str, str]) -> tuple[int, Any]:
        """A status and a result."""
        if method == "getUpdates":
            return 200, await self._updates(asked)
        begin = perf_counter()
        status, result = self._take(method, asked, begin)
        await self._clock.sleep(max(0.0, self.round_trip - (perf_counter() - begin)))
        return status, result

    async def _updates(self, asked: dict[str, str]) -> list[dict[str, Any]]:
        self.first_poll = self.first_poll or perf_counter()
        confirmed = int(asked.get("offset", 0))
        while self._waiting and self._waiting[0]["update_id"] < confirmed:
            self._waiting.popleft()
        if not self._waiting:
            self._news.clear()
            try:
                async with asyncio.timeout(float(asked.get("timeout", 0)) or 0.01):
                    await self._news.wait()
            except TimeoutError:
                return []
        await self._clock.sleep(self.round_trip)
        return list(self._waiting)[:100]

    def _take(self, method: str, asked: dict[str, str], now: float) -> tuple[int, Any]:
        if method == "getMe":
            return 200, ME
        if method == "answerCallbackQuery":
            self.answered.append(now)
        if method not in SENDS:
            return 200, True
        chat = int(asked["chat_id"])
        while self._second and self._second[0] <= now - 1:
            self._second.popleft()
        if not self.lenient and (len(self._second) >= OVERALL or self._whole[chat] - now > BURST - 1):
            self.refused += 1
            return 429, 1
        self._second.append(now)
        self._whole[chat] = max(self._whole[chat], now) + 1
        self.came.append((now, method, chat))
        self._number += 1
        return 200, {"message_id": self._number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": "x"}

    def forget(self) -> None:
        """A new round."""
        self.came, self.refused, self.answered, self.first_poll = [], 0, [], None

    def share(self, since: float, until: float) -> float:
        """Of the allowance, how much was used between these moments."""
        return sum(since <= moment < until for moment, _, _ in self.came) / (OVERALL * (until - since))

    @property
    def most_in_a_second(self) -> int:
        """Messages that came within one second."""
        most, window = 0, deque[float]()
        for moment, _, _ in self.came:
            window.append(moment)
            while window[0] <= moment - 1:
                window.popleft()
            most = max(most, len(window))
        return most


@asynccontextmanager
async def strict(round_trip: float) -> AsyncIterator[tuple[Strict, str]]:
    """One that answers, and its address."""
    telegram = Strict(round_trip)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                asked = _asked(head, await reader.readexactly(_length(head)))
                method = head.split(" ", 2)[1].rpartition("/")[2]
                status, result = await telegram.answer(method, asked)
                writer.write(_response(status, result))
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass  # the bot, or the bench, is over
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield telegram, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


def _asked(head: str, body: bytes) -> dict[str, str]:
    """What was asked; of a request with a file only where it goes."""
    if "multipart/form-data" in head:
        found = re.search(rb'name="chat_id"\r\n(?:[^\r\n]+\r\n)*\r\n(-?\d+)', body)
        return {} if found is None else {"chat_id": found[1].decode()}
    return {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}


def _length(head: str) -> int:
    named = (line.partition(":") for line in head.split("\r\n"))
    return next((int(value) for name, _, value in named if name.lower() == "content-length"), 0)


def _response(status: int, result: Any) -> bytes:
    if status == 429:
        told = {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests",
            "parameters": {"retry_after": result},
        }
    else:
        told = {"ok": True, "result": result}
    body = json.dumps(told).encode()
    kind = "application/json"
    return f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
