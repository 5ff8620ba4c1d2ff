"""A begeleider writes a question for one youth."""

from __future__ import annotations

from datetime import date, time

from chat.days import spoken
from chat.language import _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.taps import Tap
from programme.question import LONGEST_QUESTION


class QuestionTapped(Tap, name="question"):
    """They want to write a question for this youth, or see the one that waits."""

    youth_id: int


class RewordTapped(Tap, name="reword"):
    """They want to write it anew."""

    youth_id: int


class KeepTapped(Tap, name="keepq"):
    """They keep what they wrote."""

    youth_id: int


class NotWrittenTapped(Tap, name="neverq"):
    """They stop writing; a question that was kept before stays."""

    youth_id: int


class WithdrawTapped(Tap, name="dropq"):
    """They take back the question that waits."""

    youth_id: int


def button(youth_id: int) -> Button:
    """For a page about this youth."""
    return Button(_("❓ Question for tomorrow"), QuestionTapped(youth_id))


def write(name: str, day: date, at: time, today: date, youth_id: int) -> Screen:
    """Waiting for the question."""
    instead = _("It takes the place of mine, {day} around {time}.", day=spoken(day, today), time=at)
    faces = _("{name} answers with a face, and can add words.", name=name)
    ask = _("What do you want to ask {name}?", name=name)
    return Screen(lines(ask, faces, instead, _("Type it here.")), _never(youth_id))


def preview(name: str, author: str, words: str, youth_id: int) -> Screen:
    """As the youth will see it."""
    shown = _("{name} asks: {words}", name=author, words=words)
    keep, reword = Button(_("Keep"), KeepTapped(youth_id)), Button(_("Different"), RewordTapped(youth_id))
    return Screen(paragraphs(_("This is how {name} gets it:", name=name), shown), ((keep, reword), *_never(youth_id)))


def waits(name: str, author: str, words: str, day: date, at: time, today: date, youth_id: int) -> Screen:
    """It is kept, until it is asked."""
    when = _("{name} gets it {day} around {time}:", name=name, day=spoken(day, today), time=at)
    shown = _("{name} asks: {words}", name=author, words=words)
    reword, drop = Button(_("Different"), RewordTapped(youth_id)), Button(_("Take back"), WithdrawTapped(youth_id))
    return Screen(paragraphs(when, shown), ((reword, drop),))


def too_long(length: int, youth_id: int) -> Screen:
    """Over the limit."""
    over = _("That's {length} characters; {most} fit.", length=length, most=LONGEST_QUESTION)
    return Screen(lines(over, _("Can you make it shorter?")), _never(youth_id))


def only_text(youth_id: int) -> Screen:
    """They sent a picture or their voice."""
    return Screen(_("A question can only be text. Type it here."), _never(youth_id))


def dropped(name: str) -> Screen:
    """The bot asks its own question."""
    return Screen(_("Okay. {name} gets my own question.", name=name))


def gone() -> Screen:
    """What the button was about is not there any more."""
    return Screen(_("This question was already asked or withdrawn."))


def not_asked(name: str) -> Screen:
    """Paused openly, stopped, or in a rhythm without questions."""
    return Screen(lines(_("{name} gets no questions now.", name=name), _("Calling or dropping by is always fine.")))


def _never(youth_id: int) -> Rows:
    return column(Button(_("Never mind"), NotWrittenTapped(youth_id)))
