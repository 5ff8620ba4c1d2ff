"""A sign of life every minute in which the bot could hear, and did what fell due.

Somebody elsewhere notices when it cannot: a watch service (healthchecks.io, or another) raises the alarm once the signs
stop.
"""

from __future__ import annotations

from collections.abc import Callable

import httpx
import structlog

from bot.clock import Clock

log = structlog.get_logger()

# Seconds.
EVERY = 60.0
ANSWER_WITHIN = 10.0

Success = Callable[[], float | None]
"""When something last went well, on the clock's `running`; None before the first time."""


class Ping:
    """Calls an address. What it says, and whether it answers at all, changes nothing here."""

    def __init__(self, url: str, clock: Clock, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        self._clock = clock
        self._transport = transport

    async def run(self, *successes: Success) -> None:
        """For ever, as long as each of these went well within the minute."""
        async with httpx.AsyncClient(transport=self._transport, timeout=ANSWER_WITHIN) as client:
            while True:
                await self._clock.sleep(EVERY)
                since = self._clock.running() - EVERY
                if all((last := success()) is not None and last >= since for success in successes):
                    await self._call(client)

    async def _call(self, client: httpx.AsyncClient) -> None:
        """The address is as good as a password: it stands in no log."""
        try:
            answer = await client.get(self._url)
        except httpx.HTTPError as error:
            log.warning("HEALTH_PING_URL does not answer", error=type(error).__name__)
        else:
            if answer.is_error:
                log.warning("HEALTH_PING_URL answers with an error", status=answer.status_code)
