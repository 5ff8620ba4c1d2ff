"""Bel me: a youth asks to be called."""

from __future__ import annotations

from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Screen
from chat.taps import Tap

CALL_ME = _("📞 Call me")


class CallTapped(Tap, name="call"):
    """Bel me, under the daily question."""

    checkin_id: int


def button(checkin_id: int) -> Button:
    """The button under the daily question."""
    return Button(CALL_ME, CallTapped(checkin_id))


def told(*names: str) -> Screen:
    """To the youth: who has it now. Honest: a message that was sent is not yet read."""
    sent = _("I asked {names} to call you.", names=_and(*names))
    return Screen(paragraphs(lines(sent, _("I can't see when it gets read.")), cannot_wait()))


def told_away(*names: str) -> Screen:
    """To the youth, when whoever has it is away: it may take long."""
    sent = _("I asked {names} to call you, but nobody is there now.", names=_and(*names))
    return Screen(paragraphs(lines(sent, _("It may take a while before it gets read.")), cannot_wait()))


def told_before(*names: str) -> Screen:
    """To the youth, who taps again soon after."""
    return Screen(paragraphs(_("{names} already got your message.", names=_and(*names)), cannot_wait()))


def nobody_reached(name: str) -> Screen:
    """To the youth, when nobody can be told."""
    return Screen(paragraphs(_("I can't reach {name} now. Best to call yourself.", name=name), cannot_wait()))


def asked(name: str, other: str | None, *, silent: bool = False) -> Screen:
    """To begeleider and duo; without sound to who is away when the other is not. A lock screen shows a first name."""
    also = None if other is None else _("{name} got this too.", name=other)
    return Screen(lines(_("📞 {name} asks for a call.", name=name), also), silent=silent)


def _and(*names: str) -> Text | str:
    return names[0] if len(names) == 1 else _("{one} and {other}", one=names[0], other=names[1])


def cannot_wait() -> Text:
    """Where to turn when nobody here answers in time."""
    return lines(_("Can't it wait? Call 1813, day and night."), _("In danger: 112."))
