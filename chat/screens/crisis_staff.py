"""After words that hint at suicide: what the staff see. One message, how it stands, and never what was said."""

from __future__ import annotations

from dataclasses import dataclass

from chat.language import Text, _, lines
from chat.screen import Button, Rows, Screen
from chat.screens.talk import WriteTapped
from chat.taps import Tap

ALARM = "alarm"
"""The kind of these messages, by the id of the youth."""


class AlarmTaken(Tap, name="alarmmine"):
    """They are in touch."""

    alarm_id: int


class AlarmCalls(Tap, name="alarmcall"):
    """They call now."""

    alarm_id: int


@dataclass(frozen=True)
class Alerted:
    """How it stands, as one of the staff sees it."""

    alarm_id: int
    youth_id: int
    youth: str
    walks: bool
    """Whether who looks is begeleider or duo."""
    calling: str | None = None
    """Who calls; empty for nobody."""
    taken_by: str | None = None
    meant_otherwise: bool = False
    wants_call: bool = False


def alert(alerted: Alerted, *, again: bool = False, silent: bool = False) -> Screen:
    """It asks for somebody. On a lock screen stands a first name. `again`: it lay with nobody for a while."""
    still = _("Nobody is in touch yet.") if again and not alerted.meant_otherwise else None
    return Screen(lines(*_told(alerted), still), _buttons(alerted), silent=silent)


def state(alerted: Alerted) -> Screen:
    """How it stands."""
    return Screen(lines(*_told(alerted)), _buttons(alerted))


def _told(alerted: Alerted) -> tuple[Text | None, ...]:
    name = alerted.youth
    if alerted.taken_by is not None:
        looked = _("✓ {by} had a look at {name}.", by=alerted.taken_by, name=name)
        return (
            looked if alerted.meant_otherwise else _("✓ {by} is in touch with {name}.", by=alerted.taken_by, name=name),
        )
    asks = _("{name} asks for attention.", name=name)
    wants = _("{name} wants to be called.", name=name) if alerted.wants_call else None
    calls = None if alerted.calling is None else _("{by} calls {name} now.", by=alerted.calling, name=name)
    if alerted.meant_otherwise:
        return asks, _("{name} says it meant something else. Have a look?", name=name), calls or wants
    read = _("Read what {name} wrote, and get in touch.", name=name) if alerted.walks else None
    return asks, calls or read, wants


def _buttons(alerted: Alerted) -> Rows:
    if alerted.taken_by is not None:
        return ()
    label = _("I had a look") if alerted.meant_otherwise else _("I'm in touch")
    mine = Button(label, AlarmTaken(alerted.alarm_id))
    call = () if alerted.calling is not None else (Button(_("I call now"), AlarmCalls(alerted.alarm_id)),)
    write = ((Button(_("✍️ Answer"), WriteTapped(alerted.youth_id)),),) if alerted.walks else ()
    return ((*call, mine), *write)


def calls_already(name: str) -> Text:
    """On top of the chat: another was first."""
    return _("{name} calls already.", name=name)


def is_in_touch(name: str) -> Text:
    """On top of the chat: another was first."""
    return _("{name} is in touch already.", name=name)
