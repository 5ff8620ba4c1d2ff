"""Words, pictures and voices that go from a youth to whoever walks with them, and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from chat.days import spoken
from chat.language import Phrase, Text, Verbatim, _, lines, paragraphs
from chat.pieces import pieces, units
from chat.screen import Button, Original, Rows, Screen, Veil, column
from chat.screens.call import cannot_wait
from chat.screens.joining import KEYBOARD
from chat.sent import Sent
from chat.taps import Tap
from programme.helplines import HelpLine
from programme.talk import SEEN_AT_A_GLANCE, WITH_ROOM_FOR_WORDS, Kind
from store.tables import Person
from store.talk import KIND

TALK = KIND
"""The kind of messages that pass on what somebody said, by the id of the talk."""
PROMPT = "words prompt"
SENT = "words sent"
CALL = "call"
"""The kinds of messages to staff that are about a youth, by the id of the person; a reply to one goes to that youth."""

WITHDRAW = "words withdrawn"
"""The kind of requests that take something off a youth's phone, by the id of the talk."""

# Telegram takes 1,024 characters under a picture or a voice. The rest is for the name.
ROOM_UNDER_A_FILE = 900

UNREACHABLE = _("My messages don't arrive there right now.")

PASSED_ON: tuple[Phrase, ...] = (
    _("Passed on to {name}."),
    _("Okay, {name} has it."),
    _("{name} can read it now."),
)


class WriteTapped(Tap, name="write"):
    """They want to write to this youth."""

    youth_id: int


class DontWriteTapped(Tap, name="dontwrite"):
    """Or not."""


class WithdrawTapped(Tap, name="unsay"):
    """What they said is to be taken off the youth's phone."""

    talk_id: int


class SpokenTapped(Tap, name="spoken"):
    """What this youth said, up to this, needs no answer here: they spoke."""

    youth_id: int
    talk_id: int


class ForTapped(Tap, name="sayto"):
    """What they typed, from this message of theirs on, is for this youth; 0 for nobody."""

    youth_id: int
    message_id: int


# --- What is passed on ---


@dataclass(frozen=True)
class Said:
    """What somebody said, and where it stands: in their own chat with us."""

    by: str
    sent: Sent
    chat_id: int
    message_id: int
    corrected: bool = False


def to_youth(said: Said, *, silent: bool) -> tuple[Screen, ...]:
    """As that person's words, in as many messages as it takes."""
    return _passed_on(said, _line_to_youth, silent=silent)


def to_staff(said: Said, buttons: Rows = (), *, silent: bool) -> tuple[Screen, ...]:
    """As that youth's words. On a lock screen stands their first name; what they said shows itself on a tap."""
    *before, last = _passed_on(said, _line_to_staff, silent=silent, veiled=True)
    return (*before, Screen(last.text, buttons, original=last.original, silent=last.silent))


def answer_buttons(youth_id: int, talk_id: int) -> Rows:
    """Under the first of what a youth says."""
    return ((Button(_("✍️ Answer"), WriteTapped(youth_id)), spoken_button(youth_id, talk_id)),)


def spoken_button(youth_id: int, talk_id: int) -> Button:
    """Settles it without a word."""
    return Button(_("✓ Spoken already"), SpokenTapped(youth_id, talk_id))


def _passed_on(
    said: Said, line: Callable[[Said, str], Text], *, silent: bool, veiled: bool = False
) -> tuple[Screen, ...]:
    sent = said.sent
    if sent.kind is Kind.TEXT or said.corrected:
        return tuple(Screen(line(said, piece), silent=silent) for piece in pieces(sent.words))
    takes_words = sent.kind in WITH_ROOM_FOR_WORDS
    veil = Veil(sent.kind, sent.file_id) if veiled and sent.kind in SEEN_AT_A_GLANCE and sent.file_id else None
    copy = Original(said.chat_id, said.message_id, takes_words, veil)
    if not takes_words:
        comes = Screen(_comes_this(said), silent=silent)
        return (comes, Screen(Verbatim(""), original=copy, silent=silent))
    if units(sent.words) <= ROOM_UNDER_A_FILE:
        return (Screen(line(said, sent.words) if sent.words else _whose(said), original=copy, silent=silent),)
    under = tuple(Screen(line(said, piece), silent=silent) for piece in pieces(sent.words))
    return (Screen(_whose(said), original=copy, silent=silent), *under)


def _comes_this(said: Said) -> Text:
    """Before what has no room for words."""
    if said.sent.forwarded:
        return _("{name} forwards you this:", name=said.by)
    return _("{name} sends you this:", name=said.by)


def _whose(said: Said) -> Text:
    """Under what has no words of its own."""
    return _("{name} forwards this.", name=said.by) if said.sent.forwarded else Verbatim(said.by)


def _line_to_youth(said: Said, words: str) -> Text:
    if said.corrected:
        return _("{name} (corrected): {words}", name=said.by, words=words)
    if said.sent.forwarded:
        return _("{name} forwards: {words}", name=said.by, words=words)
    return _("{name}: {words}", name=said.by, words=words)


def _line_to_staff(said: Said, words: str) -> Text:
    if said.corrected:
        return _("{name} (corrected): <tg-spoiler>{words}</tg-spoiler>", name=said.by, words=words)
    if said.sent.forwarded:
        return _("{name} forwards: <tg-spoiler>{words}</tg-spoiler>", name=said.by, words=words)
    return _("{name}: <tg-spoiler>{words}</tg-spoiler>", name=said.by, words=words)


# --- What a youth hears about it ---


@dataclass(frozen=True)
class Later:
    """When somebody reads it, on the clock of the youth."""

    name: str
    day: date
    at: time


def passed_on(name: str, variant: int) -> Screen:
    """Somebody reads it now."""
    return Screen(Phrase(PASSED_ON[variant % len(PASSED_ON)].english, (("name", name),)))


def read_later(later: Later, today: date, numbers: Sequence[HelpLine]) -> Screen:
    """Nobody reads now, and this is when somebody will."""
    return Screen(paragraphs(lines(_("Passed on."), _later(later, today)), cannot_wait(numbers)))


def read_by_duo(begeleider: str, duo: str, later: Later | None, today: date, numbers: Sequence[HelpLine]) -> Screen:
    """The begeleider is away. `later`: the duo does not read now either."""
    away = _("{name} is away for a bit.", name=begeleider)
    if later is None:
        return Screen(lines(away, _("{name} gets to read it now.", name=duo)))
    return Screen(paragraphs(lines(away, _later(later, today)), cannot_wait(numbers)))


def _later(later: Later, today: date) -> Text:
    return _("{name} reads it {day} from {time}.", name=later.name, day=spoken(later.day, today), time=later.at)


def reaches_nobody(name: str, numbers: Sequence[HelpLine]) -> Screen:
    """Nobody gets it: nothing is kept, and that is said."""
    sorry = _("I can't reach {name} now, so this went to nobody.", name=name)
    return Screen(paragraphs(lines(sorry, _("Best to call yourself.")), cannot_wait(numbers)), keyboard=KEYBOARD)


def cannot_pass_on() -> Screen:
    """A poll, a game."""
    return Screen(_("I can't pass this on. Words, a photo or your voice I can."))


def did_not_arrive(name: str, numbers: Sequence[HelpLine]) -> Screen:
    """To a youth, when what they said did not arrive after all."""
    return Screen(
        paragraphs(
            lines(_("Something you sent did not reach {name}.", name=name), _("Feel free to send it again.")),
            cannot_wait(numbers),
        )
    )


# --- What staff hear ---


def prompt(name: str) -> Screen:
    """Waiting for the words."""
    say = lines(_("What do you want to say to {name}?", name=name), _("Type it here. It goes out as yours."))
    return Screen(say, column(Button(_("Never mind"), DontWriteTapped())))


def not_written() -> Screen:
    """They changed their mind."""
    return Screen(_("Okay, nothing was sent."))


def sent(name: str, youth_id: int, talk_id: int) -> Screen:
    """To whom it went."""
    more, undo = Button(_("✍️ One more"), WriteTapped(youth_id)), Button(_("Withdraw"), WithdrawTapped(talk_id))
    return Screen(_("Sent to {name}.", name=name), ((more, undo),), silent=True)


class Stood(Enum):
    """Whether what is withdrawn stood on the youth's phone."""

    NEVER = auto()
    YES = auto()
    PERHAPS = auto()
    """Telegram did not say, so it may stand there where it cannot be taken back."""


def withdrawn(name: str, youth_id: int, stood: Stood) -> Screen:
    """It is gone, as far as we know."""
    again = Button(_("✍️ Something else"), WriteTapped(youth_id))
    return Screen(_withdrawn(name, stood), column(again))


def _withdrawn(name: str, stood: Stood) -> Text:
    match stood:
        case Stood.NEVER:
            return lines(_("Withdrawn."), _("{name} never got it.", name=name))
        case Stood.YES:
            return lines(_("Withdrawn."), _("{name} may have read it already.", name=name))
        case Stood.PERHAPS:
            why = _("It may still be on {name}'s phone: Telegram didn't answer when I sent it.", name=name)
            return lines(_("I took back what I could."), why)


ON_ITS_WAY = _("It's on its way right now. Tap once more in a moment.")
TOO_LATE = _("Telegram only takes back what is less than two days old.")
SETTLED = _("Okay, settled.")
SETTLED_BEFORE = _("That was settled already.")


def withdrawing_failed(name: str) -> Screen:
    """Telegram did not take it back."""
    return Screen(_("Withdrawing didn't work: it is still on {name}'s phone.", name=name))


def unreachable(name: str) -> Screen:
    """It did not go."""
    return Screen(lines(_("This didn't reach {name}.", name=name), UNREACHABLE))


def did_not_arrive_there(name: str) -> Screen:
    """To staff, when what they said did not arrive after all."""
    return Screen(lines(_("Something you sent did not reach {name}.", name=name), _("You can still call or drop by.")))


def of_nobody() -> Screen:
    """A reply to a message that is about no youth."""
    return Screen(
        lines(
            _("I can't tell which youth this is for, so it went to nobody."),
            _("Reply to a message about a youth, or tap ✍️ Answer."),
        )
    )


def which_youth(youths: Sequence[Person], message_id: int) -> Screen:
    """They typed something, and it could be for anybody. `message_id`: the first of what waits for the answer."""
    each = (Button(Verbatim(youth.name), ForTapped(youth.id, message_id)) for youth in youths)
    return Screen(_("Who is this for?"), column(*each, Button(_("Nobody"), ForTapped(0, message_id))))


def no_answer() -> Screen:
    """The youth stopped, and this would be no answer to anything they wrote."""
    return Screen(_("Nothing was sent: they asked for no more messages. You can still call or drop by."))


def correction_of_what() -> Screen:
    """They changed a message that cannot be changed on the youth's phone."""
    return Screen(_("That change stays with you: I can only change words, and not later than two days after."))


def correction_too_soon() -> Screen:
    """They changed a message that is on its way at this moment."""
    return Screen(_("It's on its way right now, with the old words. Change it once more in a moment."))
