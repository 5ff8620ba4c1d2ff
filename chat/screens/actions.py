"""The steps of a youth: all of them, and one. The youth sees their own; begeleider and duo see those of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.language import Capital, Text, Verbatim, _, lines, paragraphs
from chat.pages import on_page, page_rows
from chat.pieces import short
from chat.screen import Button, Rows, Screen, column, two_by_two
from chat.screens import plan
from chat.screens.action_line import ActionsShown, Shown, by_day, in_domain, line
from chat.screens.domains import name
from chat.screens.youths import YouthTapped
from chat.taps import Tap
from programme.actions import ActionState
from programme.spiderweb import Domain


class ActionTapped(Tap, name="action"):
    """One of them."""

    action_id: int


class ActionSet(Tap, name="actset"):
    """What became of it."""

    action_id: int
    state: ActionState


class ActionRemoved(Tap, name="actoff"):
    """It is no step (1), or it is one after all (0)."""

    action_id: int
    off: int


class ActionWhen(Tap, name="actwhen"):
    """By when, then?"""

    action_id: int


class RewordTapped(Tap, name="actword"):
    """In other words."""

    action_id: int


class AddTapped(Tap, name="actadd"):
    """One more, for this youth."""

    youth_id: int


class AddedIn(Tap, name="actin"):
    """One more, in this domain."""

    youth_id: int
    domain: Domain


@dataclass(frozen=True)
class Whose:
    """Whose steps they are. `name` is empty for the youth, who sees their own."""

    youth_id: int
    name: str | None = None


# In a button a step is shown so far.
IN_A_BUTTON = 30
# Settled ones in a list.
MOST_SETTLED = 5


def overview(
    whose: Whose, still_open: Sequence[Shown], settled: Sequence[Shown], page: int, today: date, first: Rows = ()
) -> Screen:
    """All of them: first what is to be done, then what was settled lately. `first`: what can be done about a web."""
    head = _("<b>Your steps</b>") if whose.name is None else _("<b>{name}'s steps</b>", name=whose.name)
    none = None if still_open or settled else _("No steps yet.")
    told = (line(each, today) for each in on_page(still_open, page))
    past = (line(each, today) for each in settled[:MOST_SETTLED])
    rows = page_rows(still_open, page, _button, lambda to: ActionsShown(whose.youth_id, to))
    more = Button(_("➕ One more step"), AddTapped(whose.youth_id))
    back = None if whose.name is None else Button(_("← {name}", name=whose.name), YouthTapped(whose.youth_id))
    text = paragraphs(lines(head, none), lines(*told) if still_open else None, lines(*past) if settled else None)
    return Screen(text, (*rows, *first, *column(more, plan.button(whose.youth_id), back)))


def _button(shown: Shown) -> Button:
    return Button(in_domain(shown, Verbatim(short(shown.step, IN_A_BUTTON))), ActionTapped(shown.action_id))


def page(shown: Shown, today: date) -> Screen:
    """All about one, and what can be done with it."""
    added = None if shown.added_by is None else _("Added by {name}.", name=shown.added_by)
    return Screen(paragraphs(told(shown, today), added), (*_choices(shown), *_back(shown)))


def told(shown: Shown, today: date) -> Text:
    """One of them, whole."""
    head = _("<b>{domain}</b>", domain=name(shown.domain, shown.own))
    return lines(head, Verbatim(shown.step), _stands(shown, today))


def _stands(shown: Shown, today: date) -> Text:
    if shown.removed:
        return _("Taken away.")
    match shown.state:
        case ActionState.DONE:
            return _("✓ It worked.")
        case ActionState.DROPPED:
            return _("Let go.")
        case ActionState.OPEN if shown.by_on is None:
            return _("No day chosen.")
        case ActionState.OPEN:
            return Capital(_("{day}.", day=by_day(shown.by_on, today)))


def _choices(shown: Shown) -> Rows:
    if shown.removed:
        return column(Button(_("It is a step after all"), ActionRemoved(shown.action_id, 0)))
    if shown.state is not ActionState.OPEN:
        return column(Button(_("Open again"), ActionSet(shown.action_id, ActionState.OPEN)))
    worked = Button(_("It worked"), ActionSet(shown.action_id, ActionState.DONE))
    let_go = Button(_("Let it go"), ActionSet(shown.action_id, ActionState.DROPPED))
    another_day = Button(_("Another day"), ActionWhen(shown.action_id))
    reword = Button(_("In other words"), RewordTapped(shown.action_id))
    return ((worked, let_go), (another_day, reword), (Button(_("Take away"), ActionRemoved(shown.action_id, 1)),))


def _back(shown: Shown) -> Rows:
    return column(Button(_("All steps"), ActionsShown(shown.youth_id, 0)))


def taken_away(shown: Shown, begeleider: str, today: date) -> Screen:
    """To the youth: it is no step. Perhaps it was meant for a person, who did not get it."""
    again = _("Was it for {begeleider}? Then send it once more.", begeleider=begeleider)
    return Screen(paragraphs(told(shown, today), again), (*_choices(shown), *_back(shown)))


def settled(shown: Shown, today: date) -> Screen:
    """What became of it was said: kindly, with the way back and the next one."""
    kind = {
        ActionState.DONE: _("Nice. That's done."),
        ActionState.DROPPED: _("Okay. Letting go is fine too."),
        ActionState.OPEN: _("Okay. It's open again."),
    }[shown.state]
    undo = None if shown.state is ActionState.OPEN else Button(_("Undo"), ActionSet(shown.action_id, ActionState.OPEN))
    following = Button(_("A next step"), AddedIn(shown.youth_id, shown.domain))
    return Screen(paragraphs(kind, told(shown, today)), (*column(undo, following), *_back(shown)))


def changed(by: str, youth_id: int) -> Screen:
    """To the youth: somebody who walks with them changed something about the steps."""
    see = Button(_("See it"), ActionsShown(youth_id, 0))
    what = lines(_("{name} changed something in your steps.", name=by), _("Does it feel right? You can change it too."))
    return Screen(what, column(see))


def which_domain(whose: Whose, asked: Sequence[Domain], own: str | None) -> Screen:
    """In which domain is it?"""
    buttons = [Button(name(domain, own), AddedIn(whose.youth_id, domain)) for domain in asked]
    never = Button(_("Rather not"), ActionsShown(whose.youth_id, 0))
    return Screen(_("What is the step about?"), (*two_by_two(buttons), (never,)))
