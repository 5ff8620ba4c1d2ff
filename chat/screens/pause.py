"""Quiet: pausing, stopping, and asking again. Short, and without a why."""

from __future__ import annotations

from datetime import date, time

from chat.days import spoken
from chat.language import Joined, Phrase, Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.call import CALL_ME
from chat.taps import Tap
from programme.pause import Pause

PAUSES: dict[Pause, Phrase] = {
    Pause.TODAY: _("Today"),
    Pause.THREE_DAYS: _("3 days"),
    Pause.WEEK: _("A week"),
    Pause.UNTIL_I_SAY: _("Until I say so"),
}


class PauseChosen(Tap, name="pause"):
    """Quiet for so long."""

    length: Pause


class PauseOffered(Tap, name="pausing"):
    """Rather a pause."""


class StopChosen(Tap, name="stop"):
    """No question any more."""


class AskAgain(Tap, name="again"):
    """Questions after all."""


class LeaveIt(Tap, name="leave"):
    """Nothing changes."""


def offer() -> Screen:
    """How long?"""
    return Screen(_("How long shall I keep quiet?"), (*_lengths(), *column(Button(_("Never mind"), LeaveIt()))))


def offer_another(until: date | None, today: date) -> Screen:
    """How long, to somebody who paused already."""
    again = Button(_("Ask me again"), AskAgain())
    text = lines(rest(until, today), _("Would you like another length?"))
    return Screen(text, (*_lengths(), *column(again, Button(_("Leave it so"), LeaveIt()))))


def paused(until: date | None, today: date, begeleider: str) -> Screen:
    """It is quiet from now on. `until` is the first day on which a question may come."""
    quiet = Joined((_("Okay."), rest(until, today)), " ")
    return Screen(paragraphs(quiet, lines(known(begeleider), _call_works())), column(_undo_pause()))


def known(begeleider: str) -> Text:
    """Who else hears of it: nothing goes to a begeleider that the youth does not know of."""
    return _("I let {begeleider} know.", begeleider=begeleider)


def ask_stop(begeleider: str) -> Screen:
    """Before stopping: what it does not change."""
    stays = _("{begeleider} hears it then, and stays there for you.", begeleider=begeleider)
    rather = Button(_("A pause instead"), PauseOffered())
    yes, no = Button(_("Yes, stop asking"), StopChosen()), Button(_("Never mind"), LeaveIt())
    return Screen(lines(_("Shall I stop asking?"), stays), column(yes, rather, no))


def stopped(begeleider: str) -> Screen:
    """No question any more."""
    return Screen(
        _(
            "Okay, I won't ask any more. {begeleider} stays there for you, and Call me keeps working.",
            begeleider=begeleider,
        ),
        column(Button(_("Ask me after all"), AskAgain())),
    )


def asks_again(day: date | None, at: time, today: date) -> Screen:
    """Questions come again; when the next one does, if there is one."""
    if day is None:
        return Screen(_("Okay. No question is planned now. You choose how often in /instellingen."))
    return Screen(lines(_("Okay, I'll ask you again."), next_time(day, at, today)))


def next_time(day: date, at: time, today: date) -> Text:
    """When the next question comes."""
    return _("Next time: {day}, around {time}.", day=spoken(day, today), time=at)


def rest(until: date | None, today: date) -> Text:
    """How long it stays quiet. `until` is the first day on which a question may come."""
    if until is None:
        return _("I ask nothing until you say so.")
    if (until - today).days == 1:
        return _("No more questions today.")
    return _("I keep quiet. From {day} I'll ask again.", day=spoken(until, today))


def left() -> Screen:
    """Nothing changed."""
    return Screen(_("Okay, everything stays as it was."))


def news_paused(name: str, until: date | None, today: date) -> Screen:
    """To the begeleider. Without sound: there is nothing to be done about it."""
    return Screen(_rests(name, until, today), silent=True)


def news_stopped(name: str) -> Screen:
    """To the begeleider."""
    return Screen(
        lines(
            _("{name} doesn't want questions from me any more.", name=name),
            _("That changes nothing between the two of you. {call_me} keeps working.", call_me=CALL_ME),
        ),
        silent=True,
    )


def news_again(name: str) -> Screen:
    """To the begeleider."""
    return Screen(_("{name} gets questions again.", name=name), silent=True)


def _lengths() -> Rows:
    buttons = tuple(Button(label, PauseChosen(pause)) for pause, label in PAUSES.items())
    return (buttons[:2], buttons[2:])


def _undo_pause() -> Button:
    return Button(_("Ask me again"), AskAgain())


def _call_works() -> Text:
    return _("{call_me} keeps working.", call_me=CALL_ME)


def _rests(name: str, until: date | None, today: date) -> Text:
    if until is None:
        return _("{name} wants no questions for a while. {name} says when again.", name=name)
    if (until - today).days == 1:
        return _("{name} wants no questions today.", name=name)
    return _("{name} wants no questions for a while. From {day} again.", name=name, day=spoken(until, today))
