"""Days as a file that any calendar opens (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """Something on a day, all day long. `uid` is the same in every file, so that a calendar knows it again.

    The title shows in a calendar's reminders, on a locked phone too; the note only to who opens it.
    """

    uid: str
    day: date
    title: str
    note: str | None = None


def calendar(events: Iterable[Event], now: datetime) -> bytes:
    """All of them in one file. They take no time of the day, and stay out of what others see of a shared calendar."""
    import icalendar  # a tenth of a second that a start does not need

    made = icalendar.Calendar()
    made.add("prodid", "-//Spoor//spoor//NL")
    made.add("version", "2.0")
    for event in events:
        component = icalendar.Event.new(
            uid=event.uid,
            stamp=now,
            start=event.day,
            end=event.day + A_DAY,
            summary=event.title,
            description=event.note,
            classification=icalendar.CLASS.PRIVATE,
            transparency=icalendar.TRANSP.TRANSPARENT,
        )
        made.add_component(component)
    return bytes(made.to_ical())
