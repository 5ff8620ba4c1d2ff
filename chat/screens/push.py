"""What a begeleider sees of an answer: a push with a name and a face, and all of it when they open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from chat.days import spoken
from chat.language import Text, Verbatim, _, lines, paragraphs, plural
from chat.pieces import pieces
from chat.screen import Button, Rows, Screen
from chat.screens import question
from chat.screens.checkin import FACES
from chat.screens.talk import WriteTapped
from chat.taps import Tap
from programme.checkin import Face, is_low

ANSWER = "answer push"
WORDS = "words push"
OPENED = "opened answer"
"""The kinds of these messages; they are about a row of the check-in table."""

# Less than a message of its own takes: names and somebody's question stand above it.
ROOM_UNDER_HEAD = 3_100


class OpenTapped(Tap, name="open"):
    """They open an answer."""

    checkin_id: int


class CloseTapped(Tap, name="close"):
    """They close it again, so that the words are off the screen."""

    checkin_id: int


class HeartTapped(Tap, name="heart"):
    """A heart for the youth."""

    checkin_id: int


def answer(name: str, face: Face, checkin_id: int, youth_id: int) -> Screen:
    """A new answer; without sound unless it is a low one."""
    return Screen(
        _("{name}: {face}", name=name, face=FACES[face]), _buttons(checkin_id, youth_id), silent=not is_low(face)
    )


def changed(name: str, face: Face, checkin_id: int, youth_id: int) -> Screen:
    """Another answer than before."""
    text = _("{name}: {face} (changed)", name=name, face=FACES[face])
    return Screen(text, _buttons(checkin_id, youth_id), silent=not is_low(face))


def words(name: str, count: int, checkin_id: int, youth_id: int) -> Screen:
    """Something was added; never what."""
    text = plural("{name} wrote you something.", "{name} wrote you {count} messages.", count, name=name)
    return Screen(text, _buttons(checkin_id, youth_id))


@dataclass(frozen=True)
class Opened:
    """An answer, as it is opened."""

    name: str
    youth_id: int
    checkin_id: int
    face: Face
    day: date
    """The day of the question."""
    at: time
    """When it was answered, on the clock of the youth."""
    author: str | None
    """Who wrote the question; None when it was the bot's own."""
    words: str
    """In which words."""


def opened(answer: Opened, written: str, today: date) -> tuple[Screen, ...]:
    """The whole answer, in as many messages as it takes; the buttons are under the last."""
    head = lines(_("{name}: {face}", name=answer.name, face=FACES[answer.face]), _when(answer, today), _asked(answer))
    parts: tuple[Text, ...] = tuple(Verbatim(piece) for piece in pieces(written, ROOM_UNDER_HEAD))
    texts = (paragraphs(head, *parts[:1]), *parts[1:])
    return (*(Screen(text) for text in texts[:-1]), Screen(texts[-1], _opened_buttons(answer)))


HEART_GIVEN = _("❤️ is on its way.")
WANTS_QUIET = _("Not sent: they asked for no more messages.")
HEART_GIVEN_BEFORE = _("That ❤️ was already given.")


def heart(by: str, *, silent: bool) -> Screen:
    """To the youth."""
    return Screen(_("❤️ from {name}", name=by), silent=silent)


def _when(answer: Opened, today: date) -> Text:
    return _("Question of {day}, answered at {time}.", day=spoken(answer.day, today), time=answer.at)


def _asked(answer: Opened) -> Text | None:
    return None if answer.author is None else _("{name} asked: {words}", name=answer.author, words=answer.words)


def _buttons(checkin_id: int, youth_id: int) -> Rows:
    return ((Button(_("Open"), OpenTapped(checkin_id)), _heart(checkin_id), _answer(youth_id)),)


def _opened_buttons(answer: Opened) -> Rows:
    close = Button(_("Close"), CloseTapped(answer.checkin_id))
    return ((_heart(answer.checkin_id), _answer(answer.youth_id)), (question.button(answer.youth_id), close))


def _heart(checkin_id: int) -> Button:
    return Button(Verbatim("❤️"), HeartTapped(checkin_id))


def _answer(youth_id: int) -> Button:
    return Button(_("✍️ Answer"), WriteTapped(youth_id))
