"""A begeleider leaves: who walks with each youth from now on?"""

from __future__ import annotations

from collections.abc import Sequence

from chat.language import Text, Verbatim, _, lines, plural
from chat.pages import page_rows
from chat.screen import Button, Screen, column
from chat.screens.team import ColleagueTapped, TeamShown
from chat.taps import Tap
from store.tables import Person


class HandOverShown(Tap, name="handover"):
    """Whom the first of this begeleider's youths can go to, at a page."""

    leaver_id: int
    page: int


class HandedTo(Tap, name="handto"):
    """This youth goes from one begeleider to another."""

    youth_id: int
    leaver_id: int
    to_id: int


def who_takes_over(leaver: Person, youths: Sequence[Person], others: Sequence[Person], page: int) -> Screen:
    """One youth after another, so that nobody is left without."""
    youth, back = youths[0], Button(_("Rather not"), ColleagueTapped(leaver.id))

    def choice(other: Person) -> Button:
        return Button(Verbatim(other.name), HandedTo(youth.id, leaver.id, other.id))

    rows = page_rows(others, page, choice, lambda to: HandOverShown(leaver.id, to))
    return Screen(lines(_left(leaver, youths), _("Who takes over {youth}?", youth=youth.name)), (*rows, (back,)))


def nobody_to_take_over(leaver: Person, youths: Sequence[Person]) -> Screen:
    """There is no other begeleider."""
    return Screen(
        lines(
            _left(leaver, youths),
            _("There is no other begeleider yet. Invite one first."),
        ),
        column(Button(_("Back to the team"), TeamShown(0))),
    )


def _left(leaver: Person, youths: Sequence[Person]) -> Text:
    return plural(
        "{name} still walks with {count} jongere.",
        "{name} still walks with {count} jongeren.",
        len(youths),
        name=leaver.name,
    )


def yours_now(youth: str, leaver: str) -> Screen:
    """To the new begeleider. The youth hears it from a person, not from a bot."""
    return Screen(
        lines(
            _("{youth} comes from {leaver} to you.", youth=youth, leaver=leaver),
            _("Will you tell {youth} yourself? I say nothing about it.", youth=youth),
        )
    )
