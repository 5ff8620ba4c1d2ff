"""The day before: what a youth hears of tomorrow, in plain words, and with whom."""

from __future__ import annotations

from chat.language import Text, _, lines, paragraphs
from chat.screen import Screen
from programme.milestones import Milestone


def tomorrow(kind: Milestone, name: str, begeleider: str) -> Screen:
    """What is tomorrow, and that it may be another day. Raises KeyError for what a youth does not hear of."""
    other_day = lines(
        _("Does another day suit you better?"), _("Write it here, {begeleider} reads it.", begeleider=begeleider)
    )
    return Screen(paragraphs(lines(_("Hey {name}!", name=name), *_what(kind, begeleider)), other_day))


def _what(kind: Milestone, begeleider: str) -> tuple[Text, ...]:
    look_back = (
        _("Tomorrow you look back with {begeleider}.", begeleider=begeleider),
        _("What went well, and what do you still want?"),
    )
    told: dict[Milestone, tuple[Text, ...]] = {
        Milestone.FIRST_SPIDERWEB: (
            _("Tomorrow you and {begeleider} make your spinnenweb.", begeleider=begeleider),
            _("How is it going with your place, money, your people? You give the numbers."),
        ),
        Milestone.ONDERSTEUNINGSPLAN: (
            _("Tomorrow you and {begeleider} tell your plan.", begeleider=begeleider),
            _("How is it going, and what do you want? You do the talking as far as you like."),
        ),
        Milestone.NETWERKWANDELING: (
            _("Tomorrow you go out with {begeleider}.", begeleider=begeleider),
            _("Along people who matter to you."),
        ),
        Milestone.LEVENSLIJN: (
            _("Tomorrow you go out with {begeleider}.", begeleider=begeleider),
            _("Along places from your life."),
        ),
        Milestone.EVALUATIE_1: look_back,
        Milestone.EVALUATIE_2: look_back,
        Milestone.EVALUATIE_3: look_back,
        Milestone.AFRONDING: (
            _("Tomorrow you round off your year with {begeleider}.", begeleider=begeleider),
            _("You look back together, and at what comes after."),
        ),
    }
    return told[kind]
