"""Ready-made words with which a begeleider can begin. They are theirs once they send them, and nobody else's."""

from __future__ import annotations

from chat.language import Phrase, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.talk import DontWriteTapped
from chat.taps import Tap

OPENINGS: tuple[Phrase, ...] = (
    _("Hey {name}, I was thinking of you. How are you?"),
    _("Hi {name}, feel like having a coffee this week?"),
    _("Hey {name}, I'm near you today. Shall I drop by?"),
    _("Hi {name}, when would a call suit you?"),
    _("Hey {name}, nothing needed. Just saying hi."),
)


class BeginTapped(Tap, name="begin"):
    """They want to begin, with this youth."""

    youth_id: int


class OpeningTapped(Tap, name="opening"):
    """Look at these words."""

    youth_id: int
    number: int


class RewordedTapped(Tap, name="openother"):
    """Say it differently."""

    youth_id: int
    number: int


class OpeningSent(Tap, name="opensend"):
    """Send these words."""

    youth_id: int
    number: int


def button(youth_id: int) -> Button:
    """For a page about this youth."""
    return Button(_("✍️ Write"), BeginTapped(youth_id))


def words(name: str, number: int) -> Phrase:
    """The opening with this number."""
    return Phrase(OPENINGS[number].english, (("name", name),))


def begin(name: str, youth_id: int) -> Screen:
    """Waiting for their words; some are ready."""
    say = lines(
        _("What do you want to say to {name}?", name=name),
        _("Type it here, or take one of these. It goes out as yours."),
    )
    ready = (Button(words(name, number), OpeningTapped(youth_id, number)) for number in range(len(OPENINGS)))
    return Screen(say, column(*ready, Button(_("Never mind"), DontWriteTapped())))


def preview(by: str, said: str, youth_id: int, number: int) -> Screen:
    """As the youth would get it."""
    shown = _("{name}: {words}", name=by, words=said)
    send, other = (
        Button(_("Send"), OpeningSent(youth_id, number)),
        Button(_("Different"), RewordedTapped(youth_id, number)),
    )
    back = Button(_("← Back"), BeginTapped(youth_id))
    return Screen(paragraphs(_("This is how it arrives:"), shown), ((send, other), (back,)))


def reword(name: str, said: str) -> Screen:
    """To copy, to change and to send."""
    how = _("Tap it to copy, make it yours and send it here. Then it goes to {name}.", name=name)
    return Screen(
        paragraphs(how, _("<code>{words}</code>", words=said)), column(Button(_("Never mind"), DontWriteTapped()))
    )
