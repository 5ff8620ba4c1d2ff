"""/bereikbaar: when one of the staff is there, for each day of the week."""

from __future__ import annotations

from datetime import date, timedelta

from chat.language import Capital, Joined, Text, Weekday, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.taps import Tap
from programme.reachable import MOST_BLOCKS, Block, Hours


class HoursShown(Tap, name="hours"):
    """The whole week."""


class DayChosen(Tap, name="hoursday"):
    """One day of it; 0 is Monday."""

    weekday: int


class DayOff(Tap, name="hoursoff"):
    """Not there on that day."""

    weekday: int


class DayLike(Tap, name="hourslike"):
    """The same as another day."""

    weekday: int
    other: int


class UsualHours(Tap, name="hoursusual"):
    """The usual hours."""


# Any Monday: only the names of the days matter.
_MONDAY = date(2024, 1, 1)


def day_name(weekday: int) -> Text:
    """What a day of the week is called, where it stands first."""
    return Capital(_("{day}", day=_in_a_sentence(weekday)))


def _in_a_sentence(weekday: int) -> Weekday:
    return Weekday(_MONDAY + timedelta(days=weekday))


def page(hours: Hours, *, chosen: bool) -> Screen:
    """The week as it is. `chosen`: they said so themselves."""
    head = _("<b>When you can be reached</b>")
    usual = None if chosen else _("You chose nothing yet: these hours count.")
    days = (_("{day}: {hours}", day=day_name(weekday), hours=told(blocks)) for weekday, blocks in enumerate(hours))
    holidays = _("On public holidays nobody is there. Away for longer: /afwezig.")
    buttons = [Button(day_name(weekday), DayChosen(weekday)) for weekday in range(7)]
    rows = (tuple(buttons[:3]), tuple(buttons[3:5]), tuple(buttons[5:]))
    right = None if chosen else Button(_("These are right"), UsualHours())
    return Screen(paragraphs(lines(head, usual), lines(*days), holidays), (*rows, *column(right)))


def told(blocks: tuple[Block, ...]) -> Text:
    """The hours of one day, in words."""
    if not blocks:
        return _("not")
    return Joined(tuple(_("{opens}–{closes}", opens=opens, closes=closes) for opens, closes in blocks), ", ")


def day(weekday: int, hours: Hours) -> Screen:
    """One day: type when."""
    now = _("Now: {hours}.", hours=told(hours[weekday]))
    asks = lines(_("<b>{day}</b>", day=day_name(weekday)), now, _("Type your hours, like 9u-12u30, 13u-18u."))
    like = (
        Button(_("As on {day}", day=_in_a_sentence(other)), DayLike(weekday, other))
        for other in _others(weekday, hours)
    )
    off = Button(_("Not there"), DayOff(weekday)) if hours[weekday] else None
    return Screen(asks, column(*like, off, Button(_("Rather not"), HoursShown())))


def _others(weekday: int, hours: Hours) -> tuple[int, ...]:
    """The day before, when it has hours that this one has not."""
    before = (weekday - 1) % 7
    return (before,) if hours[before] and hours[before] != hours[weekday] else ()


ONE_IS_LEFT = _("Then you are never there. Choose another day first.")


def refused(weekday: int) -> Screen:
    """Nothing that can be read as hours."""
    return Screen(
        lines(
            _("I can't read those hours."),
            _("Type them like 9u-12u30, 13u-18u: at most {count} blocks.", count=MOST_BLOCKS),
        ),
        column(Button(_("Rather not"), DayChosen(weekday))),
    )
