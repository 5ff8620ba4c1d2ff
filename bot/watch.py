"""Seeing that the way in is alive: a process that hears nothing is better started anew."""

from __future__ import annotations

from bot.clock import Clock
from bot.ending import Deaf
from bot.receive import Receive

# Seconds. A poll is held open 25 of them, and a few may fail.
DEAF_AFTER = 90.0
LOOK_EVERY = 5.0


def is_deaf(last_success: float | None, running: float) -> bool:
    """Whether polls stopped succeeding. Before the first success the network may not be there yet."""
    return last_success is not None and running - last_success > DEAF_AFTER


async def watch(receive: Receive, clock: Clock) -> None:
    """Look every few seconds. Raises Deaf."""
    while not is_deaf(receive.last_success, clock.running()):
        await clock.sleep(LOOK_EVERY)
    raise Deaf(f"No word from Telegram for {DEAF_AFTER:.0f} seconds: start Spoor again when the network is back.")
