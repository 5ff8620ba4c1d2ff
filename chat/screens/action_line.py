"""A step of a youth on one line, and the way to all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Joined, Text, Verbatim, _
from chat.pieces import short
from chat.screen import Button
from chat.screens.domains import name
from chat.taps import Tap
from programme.actions import ActionState
from programme.spiderweb import Domain


class ActionsShown(Tap, name="actions"):
    """All of a youth, at a page."""

    youth_id: int
    page: int


@dataclass(frozen=True)
class Shown:
    """A step, as the screens show it."""

    action_id: int
    youth_id: int
    domain: Domain
    own: str | None
    """What the youth calls their own theme."""
    step: str
    by_on: date | None
    state: ActionState = ActionState.OPEN
    removed: bool = False
    added_by: str | None = None
    """Who added it, when that was not whoever looks."""


# On a line it is shown so far.
IN_A_LINE = 90


def button(youth_id: int) -> Button:
    """For the card of this youth."""
    return Button(_("✅ Actions"), ActionsShown(youth_id, 0))


def in_domain(shown: Shown, words: Text) -> Text:
    """Words, after the domain they are about."""
    return Joined((_("{domain}:", domain=name(shown.domain, shown.own)), words), " ")


def line(shown: Shown, today: date) -> Text:
    """One of them on a line: in which domain, what, and by when or what became of it."""
    what = in_domain(shown, Verbatim(short(shown.step, IN_A_LINE)))
    match shown.state:
        case ActionState.DONE:
            return _("✓ {what}", what=what)
        case ActionState.DROPPED:
            return _("– {what} (let go)", what=what)
        case ActionState.OPEN if shown.by_on is None:
            return _("• {what}", what=what)
        case ActionState.OPEN:
            return _("• {what} ({day})", what=what, day=by_day(shown.by_on, today))


def by_day(by: date, today: date) -> Text:
    """By when; or for when it was."""
    day = spoken(by, today)
    return _("by {day}", day=day) if by >= today else _("was for {day}", day=day)
