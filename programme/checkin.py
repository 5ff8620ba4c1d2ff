"""The daily question: its answers, its one nudge and its end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import IntEnum
from random import Random
from zoneinfo import ZoneInfo

from programme.calendar import LATEST, local_minute, slot, within_hours

# One soft nudge and no more. Nobody hears from a bot late in the evening, so it has its own last local time.
NUDGE_AFTER = timedelta(hours=3)
NUDGE_LATEST = time(21)

# Words typed this soon after each other are one story: confirmed once, pushed once.
SAME_STORY_WITHIN = timedelta(minutes=15)


class Face(IntEnum):
    """An answer, from worst to best. The order is only used to tell low from not low; nothing is averaged."""

    VERY_BAD = 1
    BAD = 2
    SO_SO = 3
    GOOD = 4
    VERY_GOOD = 5


def is_low(face: Face) -> bool:
    """Whether this is one of the two lowest answers, which are met with a call first."""
    return face <= Face.BAD


def nudge_at(asked_at: datetime, zone: ZoneInfo) -> datetime | None:
    """When to nudge for a question asked at `asked_at`; None when that is after 21u or outside the hours."""
    moment = asked_at + NUDGE_AFTER
    if within_hours(moment, zone) and local_minute(moment, zone) <= NUDGE_LATEST:
        return moment
    return None


def expires_at(day: date, zone: ZoneInfo) -> datetime:
    """When the question of `day` may no longer go out, in UTC: as the local minute of `LATEST` is over."""
    return slot(day, LATEST, zone) + timedelta(minutes=1)


def is_same_story(last_words_at: datetime | None, now: datetime) -> bool:
    """Whether words typed `now` go on with those typed at `last_words_at`."""
    return last_words_at is not None and now - last_words_at < SAME_STORY_WITHIN


def choose_opener(chance: Random, previous: int | None, count: int) -> int:
    """An opener out of `count` (numbered from 0), never the `previous` one. Raises ValueError under two."""
    if count < 2:
        raise ValueError("Not repeating oneself takes at least two openers.")
    return chance.choice([number for number in range(count) if number != previous])
