"""What each answer of Telegram, or the lack of one, means for a message. One table."""

from __future__ import annotations

from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)


class Verdict(Enum):
    """What became of a message."""

    FINE = auto()
    """What we wanted is the case."""
    LATER = auto()
    """Telegram asks to wait."""
    AGAIN = auto()
    """It certainly did not arrive, and may the next time."""
    REFUSED = auto()
    """It will never arrive like this."""
    UNREACHABLE = auto()
    """The person blocks the bot, or is gone."""
    DOUBT = auto()
    """It left, and nobody knows more."""


# Answers that say "no" to something that is so already, or does not matter any more.
_FINE_ANYWAY = (
    "message is not modified",
    "query is too old",
    "query id is invalid",
    "message to delete not found",
)

# Answers that say that there is nobody there.
_GONE = ("chat not found", "user not found")

# The request never left this machine.
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def judge(error: Exception) -> Verdict:
    """What `error`, raised by a request to Telegram, means for the message in it."""
    match error:
        case TelegramError() if isinstance(error.__cause__, TelegramError | ValueError):
            return _not_telegrams_own(error)
        case RetryAfter():
            return Verdict.LATER
        case Forbidden():
            return Verdict.UNREACHABLE
        case BadRequest():
            return _refused(error.message.lower())
        case ChatMigrated():
            return Verdict.REFUSED
        case InvalidToken() | Conflict():
            return Verdict.AGAIN  # nothing was done; the poller ends the process with a clear sentence
        case NetworkError() if isinstance(error.__cause__, _NEVER_LEFT):
            return Verdict.AGAIN
        case NetworkError() if error.__cause__ is None:
            return Verdict.AGAIN  # Telegram answered with a 5xx: it says itself that it failed
        case NetworkError():
            return Verdict.DOUBT
        case _:
            return Verdict.REFUSED  # our own mistake: the request could not even be written


def _refused(words: str) -> Verdict:
    if any(fine in words for fine in _FINE_ANYWAY):
        return Verdict.FINE
    return Verdict.UNREACHABLE if any(gone in words for gone in _GONE) else Verdict.REFUSED


def _not_telegrams_own(error: TelegramError) -> Verdict:
    """What cannot be read was said by something in between. Whether Telegram ever saw the request, it may know."""
    kept_out = isinstance(error, Forbidden | BadRequest | InvalidToken | Conflict)
    return Verdict.AGAIN if kept_out or any(f"({code})" in error.message for code in (502, 503)) else Verdict.DOUBT
