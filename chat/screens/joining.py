"""Coming in: the door, the time of the daily question, and what one can do here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.call import CALL_ME
from chat.screens.roles import ROLES
from chat.screens.spiderweb import MY_WEB
from chat.taps import Tap
from programme.calendar import may_be_asked_at
from programme.helplines import HelpLine
from programme.joining import OFFERED_TIMES
from programme.people import Role

KEYBOARD = ((CALL_ME,), (MY_WEB,))
"""What stays at the bottom of a youth's chat."""


class TimeChosen(Tap, name="time"):
    """A time for the daily question, as hhmm; 0 for another, which they type."""

    hhmm: int

    @property
    def at(self) -> time | None:
        """The time; None for another, or for one that is not offered to anybody."""
        hour, minute = divmod(self.hhmm, 100)
        at = time(hour, minute) if 0 <= hour < 24 and minute < 60 else time(0)
        return at if may_be_asked_at(at) else None


def stranger(numbers: Sequence[HelpLine]) -> Screen:
    """To whoever has no place here: polite, and the numbers that help anybody, whatever they came with."""
    always = (_("{name}: {number}", name=line.name, number=line.number) for line in numbers if line.always)
    return Screen(
        paragraphs(
            lines(
                _("Hi. I'm Spoor, a bot."),
                _("I work with a personal link from your begeleider."),
                _("Doesn't your link work? Ask for a new one."),
            ),
            lines(_("Need somebody now? These answer day and night:"), *always),
        )
    )


def welcome(name: str, begeleider: str) -> Screen:
    """After yes: from now on Bel me is at the bottom of their chat."""
    call = _("With {call_me} at the bottom I ask {begeleider} to call you.", call_me=CALL_ME, begeleider=begeleider)
    return Screen(lines(_("Nice, {name}.", name=name), call), keyboard=KEYBOARD)


def choose_time() -> Screen:
    """The first choice: tapped or typed."""
    offered = [Button(_("{time}", time=at), TimeChosen(at.hour * 100 + at.minute)) for at in OFFERED_TIMES]
    return Screen(
        _("At what time may I ask how it goes?"),
        (tuple(offered[:2]), tuple(offered[2:]), *column(Button(_("Another time"), TimeChosen(0)))),
    )


def type_time() -> Screen:
    """They want another time."""
    return Screen(_("Type a time between 9:00 and 21:30. For example 18:15."), _rather_choose())


def time_refused(at: time | None) -> Screen:
    """Not within the hours, or no time at all."""
    return Screen(
        lines(no_such_time(at), _("Type a time between 9:00 and 21:30. For example 18:15.")), _rather_choose()
    )


def no_such_time(at: time | None) -> Text:
    """Why a typed time cannot be."""
    return _("I can't make a time out of that.") if at is None else _("I can't ask at that time.")


def _rather_choose() -> Rows:
    return column(Button(_("Rather choose from the list"), TimesShown()))


class TimesShown(Tap, name="times"):
    """Back to the times on offer."""


def time_set(at: time, start: date | None) -> Screen:
    """The time is kept. `start` is given when it is still to come."""
    now = _("Okay. I'll ask you around {time}.", time=at)
    kept = now if start is None else _("Okay. From {day} I'll ask you around {time}.", day=start, time=at)
    return Screen(lines(kept, _("With /hulp you see what else I can do.")))


def time_known(at: time) -> Screen:
    """An old button, when there is a time already."""
    return Screen(_("I ask you around {time}. Another time? Type /instellingen.", time=at))


def already_in(name: str) -> Screen:
    """A youth opens their own link again, or taps start."""
    return Screen(_("Hey {name}, you're in already. All good.", name=name), keyboard=KEYBOARD)


def staff_already_in(name: str, role: Role) -> Screen:
    """A colleague opens their own link again, or taps start."""
    return Screen(_("Hi {name}. You're in already as {role}.", name=name, role=ROLES[role]))


def anothers_link(name: str) -> Screen:
    """Somebody with a place opens a link that is not theirs. The same whether that link works or not."""
    return Screen(
        lines(
            _("That link is for somebody else. You're in already, {name}.", name=name),
            _("I did nothing with it."),
        )
    )


def moved(name: str) -> Screen:
    """The same youth on another phone."""
    return Screen(
        lines(
            _("Hey {name}, there you are again.", name=name),
            _("From now on I write to you here. Your old phone can't see anything new."),
        ),
        keyboard=KEYBOARD,
    )


def staff_moved(name: str) -> Screen:
    """The same colleague on another phone."""
    return Screen(
        lines(
            _("Hi {name}, there you are again.", name=name),
            _("From now on I write to you here. Your old phone can't see anything new."),
        )
    )


def farewell() -> Screen:
    """To the account somebody left for another one."""
    return Screen(_("You use Spoor on another phone now. It stops here."), takes_keyboard=True)


def welcome_staff(name: str, role: Role, can: Text) -> Screen:
    """A colleague comes in, and sees at once what there is to do."""
    return Screen(
        paragraphs(
            lines(
                _("Welcome {name}. I'm Spoor, a bot.", name=name),
                _("You're in as {role}.", role=ROLES[role]),
            ),
            can,
        )
    )


def youth_joined(name: str) -> Screen:
    """To the begeleider, at once."""
    return Screen(_("{name} is in. Now choosing a time for the question.", name=name))


def youth_moved(name: str) -> Screen:
    """To the begeleider: a link that fell into other hands would show here."""
    return Screen(
        lines(_("{name} uses another phone now.", name=name), _("Didn't you expect that? Call {name}.", name=name))
    )


def colleague_joined(name: str) -> Screen:
    """To whoever invited them."""
    return Screen(_("{name} is in.", name=name), silent=True)
