"""The daily question, its five answers, and what follows on a tap: what the youth sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Phrase, Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens import call
from chat.screens.help import help_button
from chat.taps import Tap
from programme.checkin import Face, is_low

NUDGE = "nudge"

FACES: dict[Face, Phrase] = {
    Face.VERY_BAD: _("😣 Very bad"),
    Face.BAD: _("🙁 Not good"),
    Face.SO_SO: _("😐 So-so"),
    Face.GOOD: _("🙂 Good"),
    Face.VERY_GOOD: _("😄 Very good"),
}

ICONS: dict[Face, str] = {face: label.english.split()[0] for face, label in FACES.items()}

OPENERS: tuple[Phrase, ...] = (
    _("Hey {name}, how's today?"),
    _("Hi {name}. How are you doing today?"),
    _("How's your day so far, {name}?"),
    _("Hello {name}! How do you feel today?"),
    _("Just dropping by, {name}. How's it going?"),
    _("{name}, how's it going today?"),
    _("Hey {name}. What kind of day is it?"),
    _("And how are you today, {name}?"),
    _("Here I am again, {name}. How are things?"),
    _("Hi {name}, how are things with you?"),
    _("Hey {name}, how are you feeling today?"),
    _("How's the day treating you, {name}?"),
    _("One tap, {name}: how's today?"),
    _("Here's today's question, {name}. How's it going?"),
    _("So, {name}, what's today like?"),
    _("How does today feel for you, {name}?"),
)

NUDGES: tuple[Phrase, ...] = (
    _("No rush. One tap is enough."),
    _("Only if you feel like it. One tap will do."),
    _("The question is still here. It can wait, too."),
)

# What follows on an answer: one question, and no advice. More than one of each, so that it stays a reaction.
REACTIONS: dict[Face, tuple[Phrase, ...]] = {
    Face.VERY_BAD: (
        _("Ouch. Thanks for telling me. Shall I ask {begeleider} to call you?"),
        _("That sounds heavy. Good that you told me. Would a call from {begeleider} help?"),
        _("A tough day, then. Thanks for sharing. Want to talk to {begeleider} for a bit?"),
    ),
    Face.BAD: (
        _("Thanks for telling me. Want to talk to {begeleider} for a bit?"),
        _("Not the best day, then. Shall I ask {begeleider} to call?"),
        _("Good that you told me. Would talking to {begeleider} help?"),
    ),
    Face.SO_SO: (_("Okay, thanks. Anything you'd like to add?"), _("So-so, then. Anything you'd like to share?")),
    Face.GOOD: (_("Nice, thanks. Anything you'd like to add?"), _("Good to hear. Anything you'd like to share?")),
    Face.VERY_GOOD: (_("Great! Want to say what made it good?"), _("Lovely to hear. Anything you'd like to share?")),
}


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


class AnotherTapped(Tap, name="another"):
    """They want to give another answer."""

    checkin_id: int


@dataclass(frozen=True)
class Open:
    """A question that is still open: whose words it is in, when they are not the bot's own."""

    checkin_id: int
    day: date
    author: str | None = None
    words: str = ""


def question(name: str, opener: int, checkin_id: int) -> Screen:
    """The question of the day, in the bot's own voice."""
    return Screen(Phrase(OPENERS[opener].english, (("name", name),)), faces(checkin_id))


def question_of(author: str, words: str, checkin_id: int) -> Screen:
    """The question of the day, written by a begeleider and shown as theirs."""
    return Screen(_theirs(author, words), faces(checkin_id))


def nudge(checkin_id: int, number: int) -> Screen:
    """Once, hours later, with the answers at hand. `number`: of the question, among those to this youth."""
    return Screen(NUDGES[number % len(NUDGES)], faces(checkin_id))


def faces(checkin_id: int) -> Rows:
    """The five answers, from worst to best, in two rows that fit a small phone."""
    buttons = tuple(Button(label, FaceTapped(checkin_id, face)) for face, label in FACES.items())
    return (buttons[:2], buttons[2:])


def answered(face: Face, checkin_id: int, begeleider: str, number: int) -> Screen:
    """Their choice, and one thing asked. After a low answer a call is offered first. `number` as for the nudge."""
    tell, bel_me = _tell(checkin_id), call.button(checkin_id)
    first = (bel_me, tell) if is_low(face) else (tell, bel_me)
    done = Button(_("👍 That's all"), NoMoreTapped(checkin_id))
    rows = (first, *_help(face), (done, _another(checkin_id)))
    return Screen(lines(_you(face), _reaction(face, number, begeleider)), rows)


def _help(face: Face) -> Rows:
    """After the lowest answer the numbers are near."""
    return column(help_button()) if face is Face.VERY_BAD else ()


def chosen(face: Face) -> Screen:
    """Their choice, on the message under which they did not tap: the question, when they answered its nudge."""
    return Screen(_you(face))


def closed(face: Face, checkin_id: int) -> Screen:
    """They said enough, and may come back to it until the next question. After a low answer a call stays near."""
    back_to_it = (_tell(checkin_id), _another(checkin_id))
    if is_low(face):
        rows = ((call.button(checkin_id),), *_help(face), back_to_it)
        return Screen(lines(_you(face), _("Okay. Good that you said so.")), rows)
    return Screen(lines(_you(face), _("Okay. Until next time.")), (back_to_it,))


def tell(face: Face, checkin_id: int, begeleider: str, duo: str | None) -> Screen:
    """Waiting for their words. Who can read them is said before."""
    say = _("Type it here. {begeleider} gets to read it.", begeleider=begeleider)
    also = None if duo is None else _("{duo} can read it too.", duo=duo)
    return Screen(lines(_you(face), say, also), column(Button(_("Never mind"), NoMoreTapped(checkin_id))))


def choose_again(face: Face, checkin_id: int) -> Screen:
    """Another answer."""
    keep = column(Button(_("Leave it so"), NoMoreTapped(checkin_id)))
    return Screen(lines(_you(face), _("What should it be?")), (*faces(checkin_id), *keep))


def kept(begeleider: str) -> Screen:
    """Their words are kept, but the begeleider cannot be reached."""
    return Screen(_("It's kept. I can't reach {begeleider} right now.", begeleider=begeleider))


def of_before(day: date, face: Face | None, today: date) -> Screen:
    """An old message was tapped, and there is nothing open."""
    return Screen(_was(day, face, today))


def of_before_with_open(day: date, face: Face | None, today: date, newest: Open) -> Screen:
    """An old message was tapped; the newest question is still open, so here it is."""
    return Screen(paragraphs(_was(day, face, today), _again(newest, today)), faces(newest.checkin_id))


def _again(newest: Open, today: date) -> Text:
    if newest.author is not None:
        return _theirs(newest.author, newest.words)
    return _("How's today?") if newest.day == today else _("The newest one is still open. How's it going?")


def _theirs(author: str, words: str) -> Text:
    return _("{name} asks: {words}", name=author, words=words)


def _was(day: date, face: Face | None, today: date) -> Text:
    said = None if face is None else _("You said: {face}", face=FACES[face])
    return lines(_("That was the question of {day}.", day=spoken(day, today)), said)


def _you(face: Face) -> Text:
    return _("You: {face}", face=FACES[face])


def _reaction(face: Face, number: int, begeleider: str) -> Phrase:
    """The same one for the same question, so that a second tap changes nothing."""
    variants = REACTIONS[face]
    return Phrase(variants[number % len(variants)].english, (("begeleider", begeleider),))


def _tell(checkin_id: int) -> Button:
    return Button(_("✍️ Tell something"), TellTapped(checkin_id))


def _another(checkin_id: int) -> Button:
    return Button(_("↩️ Another answer"), AnotherTapped(checkin_id))
