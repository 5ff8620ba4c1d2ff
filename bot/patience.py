"""Asking Telegram until it answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

import structlog
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.ending import CannotGoOn

log = structlog.get_logger()
T = TypeVar("T")

# Seconds after a request that failed, so that a network that is down is not hammered.
PAUSE = 2.0

# Seconds between two lines about the same trouble.
SAY_AGAIN_AFTER = 60.0


class Patience:
    """Tries again after every passing failure, and says so once a minute."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._said: float | None = None

    async def until_done(self, ask: Callable[[], Awaitable[T]]) -> T:
        """What `ask` returns once it succeeds. Raises CannotGoOn for what trying again does not mend."""
        while True:
            try:
                return await ask()
            except Conflict:
                raise CannotGoOn("Another process uses this bot's token: stop that one, then start again.") from None
            except (InvalidToken, EndPointNotFound):
                raise CannotGoOn("Telegram does not know TELEGRAM_TOKEN: copy it again from @BotFather.") from None
            except RetryAfter as error:
                pause = error.retry_after
                await self._clock.sleep(pause.total_seconds() if isinstance(pause, timedelta) else pause)
            except TelegramError as error:
                self._say(error)
                await self._clock.sleep(PAUSE)

    def _say(self, error: TelegramError) -> None:
        now = self._clock.running()
        if self._said is None or now - self._said >= SAY_AGAIN_AFTER:
            self._said = now
            log.warning("Telegram does not answer; trying on", error=type(error).__name__)
