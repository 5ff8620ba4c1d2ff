"""A youth went quiet: what staff see of it. The youth sees none of this."""

from __future__ import annotations

from datetime import date

from chat.days import spoken
from chat.language import Text, _, lines, plural
from chat.screen import Button, Rows, Screen, column
from chat.screens import contacts
from chat.screens.checkin import ICONS
from chat.taps import Tap
from programme.checkin import Face

PUSH = "silence"
"""The kind of these messages; they are about a row of the silence table."""


class SettleTapped(Tap, name="contact"):
    """They make contact."""

    silence_id: int


def went_quiet(
    name: str, days: int, last: tuple[Face, date] | None, today: date, silence_id: int, youth_id: int
) -> Screen:
    """To the begeleider."""
    return Screen(lines(_quiet(name, days), _last(last, today)), _contact(silence_id, youth_id))


def still_quiet(name: str, begeleider: str, days: int, silence_id: int, youth_id: int) -> Screen:
    """To the duo, two days after the begeleider."""
    told = _("{begeleider} already knows. Maybe look together?", begeleider=begeleider)
    return Screen(lines(_quiet(name, days), told), _contact(silence_id, youth_id))


def i_make_contact(name: str, youth_id: int) -> Screen:
    """To whoever took it up."""
    return Screen(_("You're getting in touch with {name}. Nice.", name=name), column(contacts.button(youth_id)))


def had_contact(name: str, by: str | None) -> Screen:
    """To both, when there was contact before anybody took it up. `by`: whose, None for whoever reads this."""
    if by is None:
        return Screen(_("{name} was quiet. You had contact.", name=name))
    return Screen(_("{name} was quiet. {by} had contact.", name=name, by=by))


def settled(name: str, by: str) -> Screen:
    """To the other: who took it up."""
    return Screen(_("{name} was quiet. {by} gets in touch.", name=name, by=by))


def heard_again(name: str) -> Screen:
    """To both, when the youth is heard again before anybody took it up."""
    return Screen(_("{name} was quiet for a while, and has been heard again.", name=name))


def _quiet(name: str, days: int) -> Text:
    return plural("{name} has been quiet for a day.", "{name} has been quiet for {count} days.", days, name=name)


def _last(last: tuple[Face, date] | None, today: date) -> Text:
    if last is None:
        return _("There's no answer yet.")
    face, day = last
    return _("Last answer: {face} {day}.", face=ICONS[face], day=spoken(day, today))


def _contact(silence_id: int, youth_id: int) -> Rows:
    return column(Button(_("I'll get in touch"), SettleTapped(silence_id)), contacts.button(youth_id))
