"""The daily question, its five answers, and what follows on a tap."""

from __future__ import annotations

from chat.language import Phrase, _, lines
from chat.screen import Button, Rows, Screen
from chat.taps import Tap
from programme.checkin import Face, is_low

FACES: dict[Face, Phrase] = {
    Face.VERY_BAD: _("😣 Very bad"),
    Face.BAD: _("🙁 Not good"),
    Face.SO_SO: _("😐 So-so"),
    Face.GOOD: _("🙂 Good"),
    Face.VERY_GOOD: _("😄 Very good"),
}

OPENERS: tuple[Phrase, ...] = (
    _("Hey {name}, how's today going?"),
    _("Hi {name}. How are things today?"),
)


class FaceTapped(Tap, name="face"):
    """An answer to one day's question."""

    checkin_id: int
    face: Face


class TellTapped(Tap, name="tell"):
    """They want to add something."""

    checkin_id: int


class NoMoreTapped(Tap, name="nomore"):
    """They said enough."""

    checkin_id: int


def question(name: str, opener: int, checkin_id: int) -> Screen:
    """The question of the day, in the bot's own voice."""
    english = OPENERS[opener].english
    return Screen(_(english, name=name), faces(checkin_id))


def faces(checkin_id: int) -> Rows:
    """The five answers: the three better ones first seen, the low ones on top where the thumb is not forced."""
    buttons = [Button(label, FaceTapped(checkin_id, face)) for face, label in FACES.items()]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def answered(face: Face, checkin_id: int) -> Screen:
    """Their choice, and one thing asked."""
    tell = Button(_("✍️ Tell something"), TellTapped(checkin_id))
    done = Button(_("👍 No more"), NoMoreTapped(checkin_id))
    warm = _("Ouch. Thanks for saying so.") if is_low(face) else _("Thanks!")
    return Screen(lines(_("You: {face}", face=FACES[face]), warm, _("Anything to add?")), ((tell, done),))
