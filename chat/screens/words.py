"""A begeleider's own words to one youth."""

from __future__ import annotations

from chat.language import _, lines
from chat.pieces import pieces
from chat.screen import Button, Screen, column
from chat.taps import Tap

PROMPT = "words prompt"
SENT = "words sent"
CALL = "call"
"""The kinds of messages to staff that are about a youth, by the id of the person; a reply to one goes to that youth."""

UNREACHABLE = _("My messages don't arrive there right now.")


class WriteTapped(Tap, name="write"):
    """They want to write to this youth."""

    youth_id: int


class DontWriteTapped(Tap, name="dontwrite"):
    """Or not."""


def prompt(name: str) -> Screen:
    """Waiting for the words."""
    say = lines(_("What do you want to say to {name}?", name=name), _("Type it here. It goes out as yours."))
    return Screen(say, column(Button(_("Never mind"), DontWriteTapped())))


def not_written() -> Screen:
    """They changed their mind."""
    return Screen(_("Okay, nothing was sent."))


def sent(name: str, youth_id: int) -> Screen:
    """To whom it went."""
    return Screen(_("Sent to {name}.", name=name), column(Button(_("✍️ One more"), WriteTapped(youth_id))))


def unreachable(name: str) -> Screen:
    """It did not go."""
    return Screen(lines(_("This didn't reach {name}.", name=name), UNREACHABLE))


def only_text() -> Screen:
    """They sent a picture or their voice."""
    return Screen(_("For now I only pass on text. Nothing was sent."))


def of_nobody() -> Screen:
    """A reply to a message that is about no youth."""
    return Screen(
        lines(
            _("I can't tell which youth this is for, so it went to nobody."),
            _("Reply to a message about a youth, or tap ✍️ Answer."),
        )
    )


def no_answer() -> Screen:
    """The youth stopped, and this would be no answer to anything they wrote."""
    return Screen(_("Nothing was sent: they asked for no more messages. You can still call or drop by."))


def from_staff(name: str, words: str, *, silent: bool) -> tuple[Screen, ...]:
    """To the youth: as that person's words, in as many messages as it takes."""
    return tuple(Screen(_("{name}: {words}", name=name, words=piece), silent=silent) for piece in pieces(words))
