"""Telegram pushing updates to the bot's address."""

from __future__ import annotations

import httpx

from sandbox.model import Webhook
from sandbox.telegram import Telegram
from sandbox.updates import Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
#: Seconds between tries, growing; the last one goes on.
PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)


class Pusher:
    """Carries updates to the bot's address, one after another, until each was answered with 200."""

    def __init__(self, telegram: Telegram, client: httpx.AsyncClient) -> None:
        self._telegram = telegram
        self._client = client
        self._failed = 0

    async def push(self) -> bool:
        """Push what waits; True when all of it was accepted, False as soon as something was not."""
        while self._telegram.webhook and (taken := self._telegram.updates.take(1)):
            if not await self._accepted(self._telegram.webhook, taken[0]):
                self._failed += 1
                return False
            self._failed = 0
            self._telegram.updates.confirm(taken[0].id + 1)
        return True

    async def run(self) -> None:
        """Push for ever, with a growing pause after each refusal."""
        while True:
            pause = 0.1 if await self.push() else PAUSES[min(self._failed, len(PAUSES)) - 1]
            await self._telegram.clock.sleep(pause)

    async def _accepted(self, webhook: Webhook, update: Update) -> bool:
        headers = {SECRET_HEADER: webhook.secret} if webhook.secret else {}
        try:
            answer = await self._client.post(webhook.url, json=update.body, headers=headers)
        except httpx.TransportError as error:
            return self._refused(webhook, f"Connection failed: {type(error).__name__}")
        if answer.status_code == httpx.codes.OK:
            return True
        return self._refused(webhook, f"Wrong response from the webhook: {answer.status_code}")

    def _refused(self, webhook: Webhook, why: str) -> bool:
        self._telegram.webhook = Webhook(webhook.url, webhook.secret, why)
        return False
