"""The last step before the network: what was paced well may have waited on a busy machine, and then leaves bunched."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

import httpx
from telegram.request import HTTPXRequest

from bot.clock import Clock
from bot.pace import MOST

# In which Telegram takes so many, and a little: what leaves later may be there sooner.
SECOND = 1.004
# Requests that Telegram counts as messages.
COUNTED = ("send", "copy", "edit", "forward", "delete")


class PacedRequest(HTTPXRequest):
    """Never lets more messages out within one second than we ever send, whatever held them up before."""

    def __init__(self, clock: Clock, connections: int, httpx_kwargs: dict[str, Any] | None = None, **options: Any):
        hooks = {"event_hooks": {"request": [self._pace]}}
        super().__init__(connections, httpx_kwargs={**(httpx_kwargs or {}), **hooks}, **options)
        self._door = Door(clock)

    async def _pace(self, request: httpx.Request) -> None:
        if request.url.path.rpartition("/")[2].startswith(COUNTED) and isinstance(
            request.stream, httpx.AsyncByteStream
        ):
            request.stream = Paced(request.stream, self._door)


class Door:
    """Through which messages leave: so many in a second, in the order in which they came."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._left: deque[float] = deque(maxlen=MOST)
        self._one_by_one = asyncio.Lock()

    async def passes(self) -> None:
        """Wait for a place if need be, and take it."""
        async with self._one_by_one:
            if len(self._left) == MOST and (wait := self._left[0] + SECOND - self._clock.running()) > 0:
                await self._clock.sleep(wait)
            self._left.append(self._clock.running())


class Paced(httpx.AsyncByteStream):
    """What is in a request. Telegram counts a message when all of it is there, so this is asked for a place at the very
    end: with a connection, when the head of the request has left."""

    def __init__(self, contents: httpx.AsyncByteStream, door: Door) -> None:
        self._contents = contents
        self._door = door

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """The same, once there is a place."""
        await self._door.passes()
        async for part in self._contents:
            yield part

    async def aclose(self) -> None:
        """Done with."""
        await self._contents.aclose()
