"""Bel me: what the youth sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from chat.days import spoken
from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.taps import Tap
from programme.call import Wish
from programme.helplines import HelpFor, HelpLine

CALL_ME = _("📞 Call me")


class CallTapped(Tap, name="call"):
    """Bel me, under the daily question."""

    checkin_id: int


class WishTapped(Tap, name="callwish"):
    """When they want to be called."""

    call_id: int
    wish: Wish


class NotNeeded(Tap, name="calloff"):
    """They need no call any more."""

    call_id: int


class CannotWait(Tap, name="callnight"):
    """It cannot wait for the morning."""

    call_id: int


class CallAgain(Tap, name="callagain"):
    """They were not reached: in so many minutes, then."""

    call_id: int
    minutes: int


class RatherWrite(Tap, name="callwrite"):
    """They were not reached, and would rather write."""

    call_id: int


@dataclass(frozen=True)
class When:
    """A moment, as people say it."""

    day: date
    at: time


def button(checkin_id: int) -> Button:
    """The button under the daily question."""
    return Button(CALL_ME, CallTapped(checkin_id))


WISHES: dict[Wish, Text] = {
    Wish.ASAP: _("As soon as possible"),
    Wish.TODAY: _("Still today"),
    Wish.TOMORROW: _("Tomorrow"),
}


def which(call_id: int) -> Screen:
    """When? It is kept already."""
    asks = lines(_("When do you want to be called?"), _("No choice? Then I ask it as soon as possible."))
    wishes = (Button(label, WishTapped(call_id, wish)) for wish, label in WISHES.items())
    return Screen(asks, column(*wishes, Button(_("Rather not"), NotNeeded(call_id))))


# --- How it stands ---


@dataclass(frozen=True)
class Besides:
    """What is said to whoever waits for a call."""

    reader: str
    """Who gets what they write about it."""
    numbers: Sequence[HelpLine]


def told(call_id: int, wish: Wish, name: str, besides: Besides) -> Screen:
    """Who has it now. Honest: a message that was sent is not yet read."""
    sent = lines(_("I asked {name} to call you.", name=name), _("I can't see when it gets read."))
    return Screen(paragraphs(sent, *_besides(besides)), _ways(call_id, wish))


def waits(
    call_id: int, wish: Wish, name: str, when: When, today: date, besides: Besides, *, night: bool = False
) -> Screen:
    """Nobody is there now: who is first, and when. `night`: somebody can be called if it cannot wait."""
    there = _("{name} is there {day} from {time}.", name=name, day=spoken(when.day, today), time=when.at)
    then = lines(there, _("I ask it then, at once."))
    urgent = column(Button(_("It can't wait"), CannotWait(call_id)) if night else None)
    return Screen(paragraphs(then, *_besides(besides)), (*urgent, *_ways(call_id, wish)))


def nobody_reached(call_id: int, wish: Wish, name: str, numbers: Sequence[HelpLine]) -> Screen:
    """Nobody can be told. It is tried again."""
    cannot = lines(_("I can't reach {name} now. Best to call yourself.", name=name), _("I keep trying."))
    return Screen(paragraphs(cannot, cannot_wait(numbers)), _ways(call_id, wish))


def taken(call_id: int, name: str, when: When | None, today: date) -> Screen:
    """Somebody has it; `when` where it is not now."""
    off = column(Button(_("Not needed any more"), NotNeeded(call_id)))
    if when is None:
        return Screen(_("{name} calls you in a moment.", name=name), off)
    return Screen(_("{name} calls you {day} at {time}.", name=name, day=spoken(when.day, today), time=when.at), off)


def passed_on(call_id: int, wish: Wish, by: str, to: str) -> Screen:
    """Somebody else has it to do."""
    return Screen(_("{by} asked {to} to call you.", by=by, to=to), _ways(call_id, wish))


def let_go(call_id: int, wish: Wish, by: str) -> Screen:
    """Whoever had it cannot after all: it is asked again."""
    return Screen(lines(_("{name} can't call after all.", name=by), _("I ask on.")), _ways(call_id, wish))


def _ways(call_id: int, wish: Wish) -> tuple[tuple[Button, ...], ...]:
    sooner = None if wish is Wish.ASAP else Button(WISHES[Wish.ASAP], WishTapped(call_id, Wish.ASAP))
    return column(sooner, Button(_("Not needed any more"), NotNeeded(call_id)))


def not_reached(call_id: int, name: str) -> Screen:
    """They called, and nobody answered. What now?"""
    tried = lines(_("{name} called you just now, and you weren't there.", name=name), _("No worries. What suits you?"))
    again = Button(_("Now, once more"), CallAgain(call_id, 0))
    hour = Button(_("In an hour"), CallAgain(call_id, 60))
    tomorrow = Button(WISHES[Wish.TOMORROW], WishTapped(call_id, Wish.TOMORROW))
    write = Button(_("I'd rather write"), RatherWrite(call_id))
    return Screen(tried, ((again, hour), (tomorrow, write), (Button(_("Not needed any more"), NotNeeded(call_id)),)))


def write(name: str) -> Screen:
    """They rather write: whatever they type goes to a person."""
    return Screen(_("Fine. Type it here, {name} gets it.", name=name))


def withdrawn(name: str | None) -> Screen:
    """They need it no more; `name` when somebody heard of it and hears that too."""
    known = None if name is None else _("{name} knows.", name=name)
    return Screen(lines(_("Okay, no call."), known, _("{call_me} always works.", call_me=CALL_ME)))


def spoken_before() -> Screen:
    """It is over."""
    return Screen(lines(_("That call is done."), _("{call_me} always works.", call_me=CALL_ME)))


def _besides(besides: Besides) -> tuple[Text, Text]:
    """A word about it is welcome, and not needed."""
    more = _("Want to say what it's about? Type it, {name} reads it.", name=besides.reader)
    return more, cannot_wait(besides.numbers)


def cannot_wait(numbers: Iterable[HelpLine]) -> Text:
    """Where to turn when nobody here answers in time. Each day and night."""
    always = {line.key: line.number for line in reversed(tuple(numbers)) if line.always}
    return lines(*(says(always[key]) for key, says in _CANNOT_WAIT.items() if key in always))


_CANNOT_WAIT: dict[HelpFor, Callable[[str], Text]] = {
    HelpFor.SUICIDE: lambda number: _("Can't it wait? Call {number}, day and night.", number=number),
    HelpFor.LISTENING: lambda number: _("Somebody who listens: {number}.", number=number),
    HelpFor.EMERGENCY: lambda number: _("In danger: {number}.", number=number),
}
