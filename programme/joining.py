"""Coming in: how long an invitation lasts, and what guessing costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum

INVITATION_LASTS = timedelta(days=7)

# Renewed when what a youth agrees to changes; a consent is stored with the version that was read.
CONSENT_VERSION = 2

# What a youth may tap as the local time of the daily question; any other time within the hours is typed.
OFFERED_TIMES = (time(10), time(13), time(17, 30), time(20))

# For who pauses or stops before choosing a time, and then wants to be asked after all.
TIME_UNTIL_CHOSEN = time(17, 30)

# Guessing a 128-bit code is hopeless; the locks keep it from costing us anything. When many guess together, each of
# them has one wrong code instead of five: that takes most of it from them, and nothing from a youth with a good link.
WRONG_CODES = 5
WRONG_CODES_ALL = 100
WRONG_CODES_WHILE_MANY_GUESS = 1
WRONG_WITHIN = timedelta(hours=1)
LOCKED_FOR = timedelta(hours=1)

# Wrong codes older than this no longer matter to a lock.
LOOK_BACK = WRONG_WITHIN + LOCKED_FOR


def locked_until(wrong: Sequence[datetime], now: datetime, limit: int) -> datetime | None:
    """Until when wrong codes lock, or None when they do not.

    `wrong` are the moments of wrong codes, in any order, at least those of the last `LOOK_BACK`. As many as
    `limit` within an hour lock for an hour from the last of them. What is tried during a lock is not counted:
    it does not make the lock longer.
    """
    locked: datetime | None = None
    recent: list[datetime] = []
    for moment in sorted(wrong):
        if locked is not None and moment < locked:
            continue
        recent = [earlier for earlier in recent if moment - earlier <= WRONG_WITHIN] + [moment]
        if len(recent) >= limit:
            locked, recent = moment + LOCKED_FOR, []
    return locked if locked is not None and now < locked else None


def many_guess_until(everybodys: Sequence[datetime], now: datetime) -> datetime | None:
    """Until when the door is guarded against many senders, or None when it is not. `everybodys` wrong codes."""
    return locked_until(everybodys, now, WRONG_CODES_ALL)


def is_locked_out(own: Sequence[datetime], everybodys: Sequence[datetime], now: datetime) -> bool:
    """Whether a sender with these wrong codes of their `own` is heard no more for a while, even with a right one."""
    guarded = many_guess_until(everybodys, now) is not None
    return locked_until(own, now, WRONG_CODES_WHILE_MANY_GUESS if guarded else WRONG_CODES) is not None


class Place(StrEnum):
    """How far somebody is on the way in."""

    JOINED = "joined"
    INVITED = "invited"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


def place(*, joined: bool, link_until: datetime | None, now: datetime) -> Place:
    """Where somebody stands. `link_until` is when their link, neither used nor withdrawn, ends; None without one."""
    if joined:
        return Place.JOINED
    if link_until is None:
        return Place.WITHDRAWN
    return Place.INVITED if now < link_until else Place.EXPIRED
