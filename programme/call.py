"""Bel me: asking to be called."""

from __future__ import annotations

from datetime import datetime, timedelta

# Somebody in need taps more than once. Within this time those are the same cry, told to staff once.
SAME_CALL_WITHIN = timedelta(minutes=10)


def is_same_call(asked_at: datetime | None, now: datetime) -> bool:
    """Whether a call asked for `now` is still the one of `asked_at`."""
    return asked_at is not None and now - asked_at < SAME_CALL_WITHIN
