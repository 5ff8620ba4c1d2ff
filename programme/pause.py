"""Pausing: the youth asks for quiet, and gets it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from programme.calendar import local_day, slot


class Pause(StrEnum):
    """How long."""

    TODAY = "today"
    THREE_DAYS = "three_days"
    WEEK = "week"
    UNTIL_I_SAY = "until_i_say"


# Local days of quiet, today among them: who pauses three days on Monday is asked again on Thursday.
_DAYS: dict[Pause, int | None] = {
    Pause.TODAY: 1,
    Pause.THREE_DAYS: 3,
    Pause.WEEK: 7,
    Pause.UNTIL_I_SAY: None,
}


def paused_until(pause: Pause, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The local midnight, in UTC, at which a pause begun `now` ends; None when it is open."""
    days = _DAYS[pause]
    if days is None:
        return None
    return slot(local_day(now, zone) + timedelta(days=days), time(0), zone)


def is_paused(paused: bool, until: datetime | None, now: datetime) -> bool:  # noqa: FBT001 - a stored fact
    """Whether it is quiet `now`: a pause was asked for, and it is open or has not ended."""
    return paused and (until is None or now < until)
