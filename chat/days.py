"""Days as people call them: today, yesterday, Sunday, 24 November."""

from __future__ import annotations

import re
from datetime import date, timedelta

from chat.language import Text, Value, Weekday, _

NAMED_ALONE = timedelta(days=6)
COUNTED_IN_DAYS = timedelta(days=27)
WITHOUT_A_YEAR = timedelta(weeks=40)
_CHANGE = re.compile(r"([0-9]{1,8})\.([0-9]{1,8})")


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


def when(day: date, today: date) -> Text:
    """The day, and how far off it is; of a past one that it was."""
    ahead = day - today
    if ahead < timedelta(0):
        return _("was {day}", day=_past(day, today))
    if ahead <= NAMED_ALONE:
        return _("{day}", day=spoken(day, today))
    if ahead <= COUNTED_IN_DAYS:
        return _("{day}, in {count} days", day=day, count=ahead.days)
    if ahead <= WITHOUT_A_YEAR:
        return _("{day}, in {count} weeks", day=day, count=ahead.days // 7)
    return full(day)


def _past(day: date, today: date) -> Value:
    return spoken(day, today) if today - day <= WITHOUT_A_YEAR else full(day)


def full(day: date) -> Text:
    """A day with its year."""
    return _("{day} {year}", day=day, year=day.year)


def number_of(day: date | None) -> int:
    """A day, or none, as it fits in a button."""
    return 0 if day is None else day.toordinal()


def day_of(number: int) -> date | None:
    """The day of a button; None for none, and for what is no day."""
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None


def change_of(before: date | None, now: date | None) -> str:
    """A day in place of another, as it fits in a button that takes that back."""
    return f"{number_of(before)}.{number_of(now)}"


def read_change(text: str) -> tuple[date | None, date | None] | None:
    """The day before and the day now; None for what is no change."""
    found = _CHANGE.fullmatch(text)
    return None if found is None else (day_of(int(found[1])), day_of(int(found[2])))
