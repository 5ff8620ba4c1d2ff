"""The way in, by polling: an update is stored before Telegram is told that we have it."""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import TelegramError
from telegram.warnings import PTBUserWarning

from bot.clock import Clock
from bot.patience import Patience
from bot.reading import number
from bot.wholly import wholly
from store import inbox
from store.database import Database

log = structlog.get_logger()

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")

# Telegram holds an empty poll open this long; the answer then has a little more to arrive.
POLL = timedelta(seconds=25)
ANSWER_WITHIN = timedelta(seconds=10)
AT_ONCE = timedelta(0)


class Receive:
    """Asks Telegram for updates and stores them as they come."""

    def __init__(self, database: Database, clock: Clock, bot: Bot) -> None:
        self._database = database
        self._clock = clock
        self._bot = bot
        self._confirm: int | None = None
        self.last_success: float | None = None
        """When a poll last succeeded, on the clock's `running`; None before the first."""
        self.caught_up = asyncio.Event()
        """Whether all that waited at Telegram when we began is stored."""

    async def poll(self, hold: timedelta = POLL) -> bool:
        """Ask once; Telegram may hold an empty answer for `hold`. Whether any came. Raises TelegramError."""
        answer = await self._ask(hold)
        if updates := [update for update in answer if is_update(update)]:
            await wholly(store(self._database, self._clock, updates))
        # An offset only confirms what is stored, or can never be. Kept longer it could hide updates: after a quiet
        # week Telegram starts numbering anew.
        self._confirm = _after(answer)
        if answer and self._confirm is None:
            raise TelegramError("what came cannot be confirmed")  # it would come again at once, for ever
        if unfit := len(answer) - len(updates):
            log.error("Telegram sent what is no update", count=unfit)
        self.last_success = self._clock.running()
        return bool(answer)

    async def _ask(self, hold: timedelta) -> Sequence[Any]:
        """The updates as Telegram sent them: also those that the library cannot read yet."""
        asked = {"timeout": int(hold.total_seconds()), "allowed_updates": list(WANTED)}
        confirm = {} if self._confirm is None else {"offset": self._confirm}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBUserWarning)  # it would rather we used get_updates, which parses
            answer: Any = await self._bot.do_api_request(
                "getUpdates",
                api_kwargs={**asked, **confirm},
                read_timeout=(hold + ANSWER_WITHIN).total_seconds(),
            )
        return answer if isinstance(answer, list) else []

    async def run(self, patience: Patience) -> None:
        """Ask for ever. Raises CannotGoOn when another instance runs, or the token is not valid."""
        # Telegram answers no poll while it has an address to push to. What waits there stays.
        await patience.until_done(lambda: self._bot.delete_webhook(drop_pending_updates=False))
        while await patience.until_done(lambda: self.poll(AT_ONCE)):
            pass
        self.caught_up.set()
        while True:
            await patience.until_done(self.poll)


def _after(answer: Sequence[Any]) -> int | None:
    """The number after all of these, also after those that are too large to keep; None when none has any."""
    known = [update.get("update_id") for update in answer if isinstance(update, dict)]
    numbers = [number for number in known if type(number) is int and number >= 0]
    return max(numbers) + 1 if numbers else None


def is_update(value: Any) -> bool:
    """Whether it is an update with a number that we can keep. One without would hold up all others, again and again."""
    update_id = number(value.get("update_id")) if isinstance(value, dict) else None
    return update_id is not None and update_id >= 0


async def store(database: Database, clock: Clock, updates: Sequence[dict[str, Any]]) -> None:
    """Commit updates to the inbox; those that are there already stay as they are."""
    async with database.write() as session:
        for update in updates:
            await inbox.put(session, update["update_id"], sender_of(update), json.dumps(update), clock.now())


def sender_of(update: dict[str, Any]) -> int | None:
    """Whose update it is, as far as it says."""
    for part in update.values():
        sender = part.get("from") if isinstance(part, dict) else None
        if isinstance(sender, dict) and (account := number(sender.get("id"))) is not None:
            return account
    return None
