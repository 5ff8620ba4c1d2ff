"""Days as people call them: today, yesterday, Sunday, 24 November."""

from __future__ import annotations

from datetime import date, timedelta

from chat.language import Value, Weekday, _

NAMED_ALONE = timedelta(days=6)


def spoken(day: date, today: date) -> Value:
    """What to call `day` in a sentence. Up to six days back or ahead the name of the day says enough."""
    match (day - today).days:
        case 0:
            return _("today")
        case -1:
            return _("yesterday")
        case 1:
            return _("tomorrow")
        case _:
            return Weekday(day) if abs(day - today) <= NAMED_ALONE else day


def number_of(day: date | None) -> int:
    """A day, or none, as it fits in a button."""
    return 0 if day is None else day.toordinal()


def day_of(number: int) -> date | None:
    """The day of a button; None for none, and for what is no day."""
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None
