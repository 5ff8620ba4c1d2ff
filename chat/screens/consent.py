"""Before anything is kept: who the bot is, and everything a youth wants to know first. Then yes or not now.

Whoever changes what is promised here renews programme.joining.CONSENT_VERSION.
"""

from __future__ import annotations

from chat.language import LANGUAGES, NAMES, Text, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.taps import Tap


class ConsentGiven(Tap, name="yes"):
    """They take part. Holds the code itself, and the language they read: until this tap nothing of them is kept."""

    code: str
    language: str


class ConsentIn(Tap, name="yesin"):
    """The same, to be read in another language."""

    code: str
    language: str


class NotNow(Tap, name="notnow"):
    """They don't, for now. Holds the code, so that they can change their mind on the same message."""

    code: str
    language: str


def consent(name: str, begeleider: str, duo: str | None, code: str, language: str) -> Screen:
    """All of it on one message, in short paragraphs under small headings; in `language`, and in the others on a tap."""
    others = [other for other in LANGUAGES if other != language]
    return Screen(
        paragraphs(*_all_of_it(name, begeleider, duo), _("Are you in?")),
        column(
            Button(_("I'm in"), ConsentGiven(code, language)),
            Button(_("Not now"), NotNow(code, language)),
            *(Button(_("🌐 {language}", language=NAMES[other]), ConsentIn(code, other)) for other in others),
        ),
    )


def agreed(name: str, begeleider: str, duo: str | None) -> Screen:
    """After yes the same stays in the chat, to be read again."""
    return Screen(paragraphs(*_all_of_it(name, begeleider, duo), _("✅ You're in.")))


def not_now(code: str, language: str) -> Screen:
    """They don't take part, for now. Nothing more is asked, and the way back stays."""
    return Screen(
        lines(
            _("Okay. I keep nothing of this talk."),
            _("Changed your mind? Your link still works for a while."),
            _("Talk it over with your begeleider if you like."),
        ),
        column(Button(_("I'm in after all"), ConsentGiven(code, language))),
    )


def _all_of_it(name: str, begeleider: str, duo: str | None) -> tuple[Text, ...]:
    hello = lines(
        _("Hey {name}. I'm Spoor, {begeleider}'s little helper.", name=name, begeleider=begeleider),
        _("I'm a bot, not a person."),
        _("I ask you one short question a day, at a time you choose."),
        _("What you write to me goes to {begeleider}.", begeleider=begeleider),
    )
    told = (_kept(), _readers(begeleider, duo), _silence_broken(begeleider), _no_emergencies(), _stopping(begeleider))
    return (hello, *told)


def _kept() -> Text:
    return lines(
        _("<b>What do I keep?</b>"),
        _("Your first name, your Telegram account and your answers."),
        _("What you add yourself, too. Not your phone number."),
        _("Other messages I pass on. I don't keep those."),
        _("All of it is under lock and key."),
    )


def _readers(begeleider: str, duo: str | None) -> Text:
    return lines(
        _("<b>Who reads it?</b>"),
        _("{begeleider} does. And {duo}, who stands in now and then.", begeleider=begeleider, duo=duo)
        if duo
        else _("{begeleider} does. Later also a duo, who stands in now and then.", begeleider=begeleider),
        _("You may read everything about you. Just ask."),
        _("Telegram sees our messages too. It's their app."),
    )


def _silence_broken(begeleider: str) -> Text:
    return lines(
        _("<b>Does it stay between us?</b>"),
        _("Yes. Unless somebody is in real danger: you or someone else."),
        _("Then {begeleider} gets help. You hear it first, if that's possible.", begeleider=begeleider),
        _("No judge and no service hears whether you use this."),
    )


def _no_emergencies() -> Text:
    return lines(
        _("<b>I'm not for emergencies</b>"),
        _("Often nobody reads along at that moment."),
        _("In danger: call 112. Thinking of suicide: call 1813."),
        _("Both answer day and night."),
    )


def _stopping(begeleider: str) -> Text:
    return lines(
        _("<b>Stopping is always possible</b>"),
        _("Type /stop and I ask nothing more."),
        _("It changes nothing between you and {begeleider}.", begeleider=begeleider),
    )
