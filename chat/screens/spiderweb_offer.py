"""A milestone is near: the youth may fill in the spinnenweb, alone, with their begeleider, or later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column
from chat.screens.spiderweb import MY_WEB
from chat.taps import Tap
from programme.milestones import Milestone


class AloneTapped(Tap, name="woalone"):
    """Now, alone."""

    offer_id: int


class TogetherTapped(Tap, name="wotogether"):
    """With their begeleider."""

    offer_id: int


class PutOffTapped(Tap, name="wolater"):
    """Another time."""

    offer_id: int


@dataclass(frozen=True)
class Offer:
    """What is offered, and to whom."""

    offer_id: int
    name: str
    begeleider: str
    half: bool
    """Whether one was begun and not finished."""


# --- To the youth ---


def near(kind: Milestone, offer: Offer, *, at_hand: bool) -> Screen:
    """Why now, and how they may do it. `at_hand`: the milestone is so near that the youth knows of it.

    Raises KeyError for a milestone that asks for no web.
    """
    why = None if at_hand and kind is not Milestone.FIRST_SPIDERWEB else _why(kind, offer.begeleider)
    asks = _HALF if offer.half else _asks(kind)
    return Screen(paragraphs(lines(_("Hey {name}!", name=offer.name), why), asks), _choices(offer))


_HALF = _("Your spinnenweb is half done. Go on?")


def _asks(kind: Milestone) -> Text:
    if kind is Milestone.FIRST_SPIDERWEB:
        return lines(_("You give numbers, and you see it as a drawing."), _("It takes two minutes. Shall we?"))
    return lines(_("Do you fill in your spinnenweb?"), _("It takes two minutes."))


def _why(kind: Milestone, begeleider: str) -> Text:
    look_back = _("Soon you look back with {begeleider}.", begeleider=begeleider)
    told: dict[Milestone, Text] = {
        Milestone.FIRST_SPIDERWEB: _("You can show how it is going: your place, money, your people."),
        Milestone.ONDERSTEUNINGSPLAN: _("Soon you tell your plan with {begeleider}.", begeleider=begeleider),
        Milestone.EVALUATIE_1: look_back,
        Milestone.EVALUATIE_2: look_back,
        Milestone.EVALUATIE_3: look_back,
        Milestone.AFRONDING: _("Soon you round off your year with {begeleider}.", begeleider=begeleider),
    }
    return told[kind]


def reminder(offer: Offer) -> Screen:
    """Once more, and the last time."""
    ready = _HALF if offer.half else _("Your spinnenweb is still there for you. Feel like it?")
    asks = lines(_("Hey {name}!", name=offer.name), ready)
    return Screen(paragraphs(asks, _("After this I don't ask again.")), _choices(offer))


def _choices(offer: Offer) -> Rows:
    alone = _("Go on, alone") if offer.half else _("Now, alone")
    return column(
        Button(alone, AloneTapped(offer.offer_id)),
        Button(_("With {name}", name=offer.begeleider), TogetherTapped(offer.offer_id)),
        Button(_("Later"), PutOffTapped(offer.offer_id)),
    )


def together(offer_id: int, begeleider: str) -> Screen:
    """They will do it together."""
    knows = lines(
        _("Good, together with {begeleider}.", begeleider=begeleider),
        _("{begeleider} hears it from me. You two choose when.", begeleider=begeleider),
    )
    return Screen(knows, column(_after_all(offer_id)))


def later(offer_id: int, again: date | None, today: date) -> Screen:
    """Another time. `again`: the day on which it is offered once more; None when it is not."""
    once = None if again is None else _("I ask once more {day}.", day=spoken(again, today))
    return Screen(
        lines(_("Okay, no hurry."), once, _("{web} is always at the bottom.", web=MY_WEB)),
        column(_after_all(offer_id)),
    )


def _after_all(offer_id: int) -> Button:
    return Button(_("Now after all, alone"), AloneTapped(offer_id))


IS_PAST = _("That was a while ago. With {web} you can always begin.", web=MY_WEB)


# --- To the begeleider ---


def wants_together(name: str) -> Screen:
    """The youth chose to do it with them. Nothing of it shows on a lock screen."""
    return Screen(_("{name} wants to fill in the spinnenweb together with you.", name=name))
