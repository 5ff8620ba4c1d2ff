"""How often: asked once after the opstart, and changed in the settings."""

from __future__ import annotations

from datetime import date, time

from chat.language import Phrase, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.pause import known, next_time, stopped
from chat.taps import Tap
from programme.rhythm import Rhythm

RHYTHMS: dict[Rhythm, Phrase] = {
    Rhythm.DAILY: _("Every day"),
    Rhythm.THREE_A_WEEK: _("3 times a week"),
    Rhythm.WEEKLY: _("Once a week"),
    Rhythm.NONE: _("No more"),
}


class RhythmAnswered(Tap, name="rhythm"):
    """The answer to the question how to go on."""

    rhythm: Rhythm


def question(name: str, default: Rhythm) -> Screen:
    """How to go on. Not answering is an answer too, and it says which."""
    text = paragraphs(
        _("From now on you choose how often I ask, {name}. What suits you?", name=name),
        _("If you choose nothing, it stays: {rhythm}.", rhythm=RHYTHMS[default]),
    )
    return Screen(text, column(*(Button(label, RhythmAnswered(rhythm)) for rhythm, label in RHYTHMS.items())))


def answered(rhythm: Rhythm, day: date | None, at: time, today: date) -> Screen:
    """What they chose, and when the next question comes."""
    chosen = _("Okay. You chose: {rhythm}.", rhythm=RHYTHMS[rhythm])
    when = None if day is None else next_time(day, at, today)
    return Screen(paragraphs(lines(chosen, when), _("Something else? Always possible with /instellingen.")))


def no_more(begeleider: str, hears: str) -> Screen:
    """They chose none: the same words as after stopping, for it comes to the same."""
    change = _("Something else? Always possible with /instellingen.")
    return Screen(paragraphs(stopped(begeleider).text, lines(known(hears), change)))
