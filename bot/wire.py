"""The last step before the network: what was paced well may have waited on a busy machine, and then leaves bunched."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from telegram.request import HTTPXRequest

from bot.clock import Clock
from bot.pace import MOST

SECOND = 1.0
# Requests that Telegram counts as messages.
COUNTED = ("send", "copy", "edit", "forward", "delete")


class PacedRequest(HTTPXRequest):
    """Never lets more messages out within one second than we ever send, whatever held them up before."""

    def __init__(self, clock: Clock, connections: int, **options: Any) -> None:
        super().__init__(connections, **options)
        self._clock = clock
        self._left: deque[float] = deque(maxlen=MOST)
        self._one_by_one = asyncio.Lock()

    async def do_request(self, url: str, *args: Any, **named: Any) -> tuple[int, bytes]:
        """Wait for a place if need be, then ask."""
        if url.rpartition("/")[2].startswith(COUNTED):
            async with self._one_by_one:
                await self._place()
        return await super().do_request(url, *args, **named)

    async def _place(self) -> None:
        if len(self._left) == MOST and (wait := self._left[0] + SECOND - self._clock.running()) > 0:
            await self._clock.sleep(wait)
        self._left.append(self._clock.running())
