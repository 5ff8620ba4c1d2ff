"""Face-to-face targets that slip: what is still to be held this week. The youth sees none of this."""

from __future__ import annotations

from datetime import date

from chat.days import spoken
from chat.language import Text, _, plural
from chat.screen import Button, Rows, Screen
from chat.screens.lines import Line, button_rows, contact, told, undo_row
from chat.taps import Tap
from programme.targets import Progress

TARGETS = "targets"
"""The kind of these messages; they are about a row of the digest table."""


class NotThisWeek(Tap, name="tgoff"):
    """Nobody wants to hear more of this target this week. No reason is asked."""

    item_id: int


class ThisWeekAfterAll(Tap, name="tgon"):
    """They do."""

    item_id: int


def reminder(lines: tuple[Line, ...], undo: int | None = None) -> Screen:
    """A line for each youth. `undo`: the line that was put aside just now."""
    title = _("<b>Together this week</b>") if len(lines) > 1 else None
    back = () if undo is None else undo_row(ThisWeekAfterAll(undo))
    return Screen(told(title, lines), (*button_rows(lines, _buttons), *back))


def _buttons(line: Line) -> Rows:
    return ((contact(line), Button(_("Not this week"), NotThisWeek(line.item_id))),)


def still(name: str, progress: Progress, today: date) -> Text:
    """What is lacking, as something to do; when that is more than a week can hold, how it stands."""
    lacks = progress.target - progress.met
    if not progress.average:
        return plural(
            "{count} more time together with {name} this week to make it {target}.",
            "{count} more times together with {name} this week to make it {target}.",
            lacks,
            name=name,
            target=progress.target,
        )
    if lacks <= progress.per_week:
        return plural(
            "{count} more time together with {name} this week for {target} on average.",
            "{count} more times together with {name} this week for {target} on average.",
            lacks,
            name=name,
            target=progress.per_week,
        )
    if progress.since is not None:
        return plural(
            "{name}: {count} time together since {day}. We aim for {target} a week.",
            "{name}: {count} times together since {day}. We aim for {target} a week.",
            progress.met,
            name=name,
            day=spoken(progress.since, today),
            target=progress.per_week,
        )
    return plural(
        "{name}: {count} time together in four weeks. We aim for {target} a week.",
        "{name}: {count} times together in four weeks. We aim for {target} a week.",
        progress.met,
        name=name,
        target=progress.per_week,
    )


def put_aside(name: str) -> Text:
    """Not this week."""
    return _("{name}: not this week", name=name)


def on_its_way(name: str, met: int) -> Text:
    """It does not slip any more."""
    return plural("{name}: {count} time together this week", "{name}: {count} times together this week", met, name=name)
