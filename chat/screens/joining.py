"""Coming in: who the bot is, what is kept, the time of the daily question."""

from __future__ import annotations

from datetime import time

from chat.language import _, paragraphs
from chat.screen import Button, Screen, column
from chat.taps import Tap
from programme.calendar import may_be_asked_at
from programme.helplines import HELP_LINES
from programme.joining import OFFERED_TIMES
from programme.people import Role


class ConsentGiven(Tap, name="yes"):
    """They take part. Holds the code itself: until this tap nothing of them is kept."""

    code: str


class NotNow(Tap, name="notnow"):
    """They don't, for now."""


class TimeChosen(Tap, name="time"):
    """A time for the daily question, as hhmm; 0 for another, which they type."""

    hhmm: int

    @property
    def at(self) -> time | None:
        """The time; None for another, or for one that is not offered to anybody."""
        hour, minute = divmod(self.hhmm, 100)
        at = time(hour, minute) if hour < 24 and minute < 60 else time(0)
        return at if may_be_asked_at(at) else None


def stranger() -> Screen:
    """To whoever has no place here: polite, and the numbers that help anybody."""
    return Screen(
        paragraphs(
            _("Hi. This bot works with a personal link from a begeleider of Back On Track."),
            _("Need to talk to somebody now? {numbers}", numbers=", ".join(line.number for line in HELP_LINES)),
        )
    )


def consent(name: str, begeleider: str, code: str) -> Screen:
    """Before anything is kept."""
    yes, no = Button(_("I'm in"), ConsentGiven(code)), Button(_("Not now"), NotNow())
    return Screen(
        _("Hey {name}. I'm Spoor, {begeleider}'s little helper.", name=name, begeleider=begeleider), ((yes, no),)
    )


def not_now() -> Screen:
    """They don't take part, for now."""
    return Screen(_("Okay. Nothing is kept. Your link keeps working for a few days."))


def choose_time(name: str) -> Screen:
    """The first choice after yes."""
    offered = [Button(_("{time}", time=at), TimeChosen(at.hour * 100 + at.minute)) for at in OFFERED_TIMES]
    return Screen(
        _("Nice, {name}. When may I ask how it goes?", name=name),
        (tuple(offered), *column(Button(_("Another time"), TimeChosen(0)))),
    )


def type_time() -> Screen:
    """They want another time."""
    return Screen(_("Type a time between 9:00 and 21:30, like 18:15."))


def time_refused() -> Screen:
    """That was no time, or not within the hours."""
    return Screen(_("That one doesn't work. Type a time between 9:00 and 21:30, like 18:15."))


def time_set(at: time) -> Screen:
    """The time is kept."""
    return Screen(_("Done. I'll ask you around {time}.", time=at))


def moved(name: str) -> Screen:
    """The same person on another phone."""
    return Screen(_("Hey {name}, it's you again. I know you on this phone now.", name=name))


def welcome_staff(name: str, role: Role) -> Screen:
    """A colleague comes in."""
    return Screen(_("Welcome {name}. You're in as {role}.", name=name, role=role.value))
