"""A step in somebody's own words, and by when. After a web: one for each domain of the first basket."""

from __future__ import annotations

from datetime import date

from chat.language import Phrase, Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column, two_by_two
from chat.screens.action_line import ActionsShown, Shown
from chat.screens.actions import ActionRemoved, ActionTapped, ActionWhen, Whose, told
from chat.screens.domains import name
from chat.taps import Tap
from programme.actions import LONGEST_STEP, By, Refused, offered
from programme.spiderweb import Domain


class FirstStepAsked(Tap, name="fsask"):
    """Name a first step for this domain of a web."""

    scoring_id: int
    domain: Domain


class FirstStepSkipped(Tap, name="fsskip"):
    """None for this one."""

    scoring_id: int
    domain: Domain


class FirstStepsLater(Tap, name="fslater"):
    """Another time."""

    scoring_id: int


class ByTapped(Tap, name="actby"):
    """By that day, as an ordinal; 0 for one they will type, -1 for no day. `first`: the other first steps come after it
    (1)."""

    action_id: int
    day: int
    first: int


OTHER, NO_DAY = 0, -1

_BY: dict[By, Phrase] = {
    By.THIS_WEEK: _("This week"),
    By.NEXT_WEEK: _("Next week"),
    By.TWO_WEEKS: _("2 weeks"),
    By.THIS_MONTH: _("This month"),
    By.NEXT_MONTH: _("Next month"),
}


def ask_first(scoring_id: int, domain: Domain, own: str | None) -> Screen:
    """What is a first step?"""
    asks = lines(_("What is a first step? Small is fine."), _("Type it here."))
    skip = Button(_("Skip"), FirstStepSkipped(scoring_id, domain))
    later = Button(_("Later"), FirstStepsLater(scoring_id))
    return Screen(lines(_("<b>{domain}</b>", domain=name(domain, own)), asks), ((skip, later),))


def first_button(scoring_id: int, domain: Domain, own: str | None) -> Button:
    """For the page with all steps: this domain has none yet."""
    return Button(_("A first step: {domain}", domain=name(domain, own)), FirstStepAsked(scoring_id, domain))


def ask(whose: Whose, domain: Domain, own: str | None) -> Screen:
    """What is the step?"""
    asks = _("What is the step? Type it here.")
    never = Button(_("Rather not"), ActionsShown(whose.youth_id, 0))
    return Screen(lines(_("<b>{domain}</b>", domain=name(domain, own)), asks), column(never))


def ask_reworded(shown: Shown, today: date) -> Screen:
    """How do they say it?"""
    never = Button(_("Rather not"), ActionTapped(shown.action_id))
    return Screen(paragraphs(told(shown, today), _("How do you say it? Type it here.")), column(never))


def refused(why: Refused) -> Screen:
    """What was typed is no step. What waited for it still waits."""
    match why:
        case Refused.TOO_LONG:
            says = (
                _("That's long for one step."),
                _("At most {count} characters fit. Type it shorter.", count=LONGEST_STEP),
            )
        case Refused.NO_WORDS:
            says = (_("Can you put it in words too?"), _("Then you still know later what you meant."))
    return Screen(lines(*says))


def by_when(shown: Shown, today: date, *, first: bool = False) -> Screen:
    """By when? `first`: it was named just now, after a web, and others may follow."""

    def by(label: Text, day: int) -> Button:
        return Button(label, ByTapped(shown.action_id, day, int(first)))

    days = [by(_BY[each.by], each.day.toordinal()) for each in offered(today)]
    days.append(by(_("Another day"), OTHER))
    no_step = Button(_("Rather not"), ActionRemoved(shown.action_id, 1)) if shown.by_on is None else None
    rows = (*two_by_two(days), *column(by(_("No day"), NO_DAY), no_step))
    return Screen(paragraphs(told(shown, today), _("By when?")), rows)


def type_day(shown: Shown, today: date) -> Screen:
    """By which day?"""
    return Screen(paragraphs(told(shown, today), _("By which day? Type it, like 24/12/2026.")), _never(shown))


def no_such_day(shown: Shown) -> Screen:
    """A day that is not there, that is past, or too far ahead."""
    return Screen(_("That's no day I can use. Type one from today on, like 24/12/2026."), _never(shown))


def _never(shown: Shown) -> Rows:
    return column(Button(_("Rather not"), ActionWhen(shown.action_id)))


def kept(shown: Shown, today: date) -> Screen:
    """It is kept, with or without a day."""
    buttons = column(
        Button(_("Another day"), ActionWhen(shown.action_id)), Button(_("All steps"), ActionsShown(shown.youth_id, 0))
    )
    return Screen(paragraphs(_("Noted."), told(shown, today)), buttons)


def skipped_all(youth_id: int) -> Screen:
    """No step was named, which is fine."""
    return Screen(_("Okay. You can still choose a step later."), _see(youth_id))


def later(youth_id: int) -> Screen:
    """Another time."""
    return Screen(_("Okay. With {plan} you go on when you like.", plan=PLAN), _see(youth_id))


def all_named(youth_id: int) -> Screen:
    """Each domain of the first basket was asked about."""
    return Screen(lines(_("Those are your first steps."), _("You find them with {plan}.", plan=PLAN)), _see(youth_id))


PLAN = "/plan"
NAMED_BEFORE: Text = _("There is a step for that one already.")


def _see(youth_id: int) -> Rows:
    return column(Button(_("My steps"), ActionsShown(youth_id, 0)))
