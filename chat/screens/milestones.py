"""The milestones of one youth: what is still to come, what is done, and what can be changed about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import full, spoken, when
from chat.language import Capital, Text, Value, Verbatim, _, lines, paragraphs
from chat.pages import on_page, page_rows
from chat.screen import Button, Rows, Screen, column
from chat.screens import plan
from chat.screens.milestone_names import NAMES
from chat.taps import Tap
from programme.milestones import Milestone
from programme.plan import PAPERS
from programme.workdays import A_WEEK
from store.tables import MilestoneState


class MilestonesShown(Tap, name="ms"):
    """All of this youth, at a page."""

    youth_id: int
    page: int


class MilestoneTapped(Tap, name="msone"):
    """One of them."""

    milestone_id: int


class MilestoneSettled(Tap, name="msset"):
    """It is done, or does not fit; or it is open again."""

    milestone_id: int
    state: MilestoneState


class MoveTapped(Tap, name="msmove"):
    """It is on another day: which?"""

    milestone_id: int


class SettledBack(Tap, name="msundo"):
    """It stands as `before` again, when it still stands as `now`."""

    milestone_id: int
    before: MilestoneState
    now: MilestoneState


class MovedBack(Tap, name="msback"):
    """On the day before again, when it still is on the day now; without a day before on the usual one."""

    milestone_id: int
    days: str


@dataclass(frozen=True)
class Shown:
    """A milestone as their begeleider or duo sees it. `own` is the name of an own date."""

    milestone_id: int
    youth_id: int
    youth: str
    kind: Milestone
    due: date
    state: MilestoneState
    chosen: bool = False
    own: str | None = None
    yearly: bool = False

    @property
    def name(self) -> Text:
        """What it is called, in a sentence."""
        return NAMES[self.kind] if self.own is None else Verbatim(self.own)

    @property
    def title(self) -> Text:
        """What it is called, on its own; an own date in their own words."""
        return Capital(self.name) if self.own is None else self.name

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is MilestoneState.OPEN


def button(youth_id: int) -> Button:
    """For a page about this youth."""
    return Button(_("🚩 Mijlpalen"), MilestonesShown(youth_id, 0))


def overview(youth_id: int, youth: str, found: Sequence[Shown], page: int, today: date, more: Rows) -> Screen:
    """What is open, in order, and then what is done. `more`: what can be added."""
    here = on_page(found, page)
    to_do = [_open_line(each, today) for each in here if each.is_open]
    settled = [_settled_line(each) for each in here if not each.is_open]
    text = paragraphs(
        _("<b>Mijlpalen of {name}</b>", name=youth),
        lines(*to_do) if to_do else None,
        lines(*settled) if settled else None,
        None if found else _("Nothing is planned."),
    )
    rows = page_rows(found, page, _button, lambda to: MilestonesShown(youth_id, to))
    return Screen(text, (*rows, *more))


def _button(shown: Shown) -> Button:
    return Button(shown.title if shown.is_open else mark(shown), MilestoneTapped(shown.milestone_id))


def _open_line(shown: Shown, today: date) -> Text:
    return _("{what}: {when}", what=shown.title, when=when(shown.due, today))


def _settled_line(shown: Shown) -> Text:
    match shown.state:
        case MilestoneState.DROPPED:
            return _("{what}, does not fit", what=mark(shown))
        case MilestoneState.BEFORE:
            return _("{what}, before my time", what=mark(shown))
        case _:
            return mark(shown)


def mark(shown: Shown) -> Text:
    """The name of a settled one, with a sign before it."""
    sign = "✓" if shown.state is MilestoneState.DONE else "–"
    return _("{sign} {what}", sign=sign, what=shown.title)


def page(shown: Shown, today: date, choices: Rows) -> Screen:
    """One of them, and what can be done with it."""
    yearly = _("Comes back every year.") if shown.yearly else None
    return Screen(lines(head(shown), _where(shown, today), yearly), (*choices, *back(shown.youth_id)))


def head(shown: Shown) -> Text:
    """Above whatever is about this one."""
    return _("<b>{name}: {what}</b>", name=shown.youth, what=shown.name)


def _where(shown: Shown, today: date) -> Text:
    match shown.state:
        case MilestoneState.OPEN:
            return when(shown.due, today)
        case MilestoneState.DONE:
            return _("✓ Done.")
        case MilestoneState.DROPPED:
            return _("Does not fit {name}.", name=shown.youth)
        case MilestoneState.BEFORE:
            return lines(when(shown.due, today), _("That was before my time, so I don't ask."))


def choices(shown: Shown) -> Rows:
    """What can be done with one of the programme's own."""
    no = Button(_("Does not fit"), MilestoneSettled(shown.milestone_id, MilestoneState.DROPPED))
    paper = ((plan.button(shown.youth_id),),) if shown.kind in PAPERS else ()
    match shown.state:
        case MilestoneState.OPEN | MilestoneState.BEFORE:
            return ((done(shown), move(shown)), (no,), *paper)
        case _:
            return (*column(again(shown)), *paper)


def done(shown: Shown) -> Button:
    """It is done."""
    return Button(_("✓ Done"), MilestoneSettled(shown.milestone_id, MilestoneState.DONE))


def move(shown: Shown) -> Button:
    """It is on another day."""
    return Button(_("Move"), MoveTapped(shown.milestone_id))


def again(shown: Shown) -> Button:
    """It is still to be done, after all."""
    return Button(_("Open after all"), MilestoneSettled(shown.milestone_id, MilestoneState.OPEN))


def back(youth_id: int) -> Rows:
    """To all of them."""
    return column(Button(_("Back to the mijlpalen"), MilestonesShown(youth_id, 0)))


@dataclass(frozen=True)
class Change:
    """What was done with one. `undo` leads back; `along`: what moved with it, and to which day.

    `heard`: the youth was told already that it is tomorrow.
    """

    shown: Shown
    undo: SettledBack | MovedBack | None = None
    along: Sequence[tuple[Milestone, date]] = ()
    heard: bool = False


def settled(change: Change, today: date) -> Screen:
    """It is done, does not fit, or is open again."""
    shown = change.shown
    about = {"what": shown.name, "name": shown.youth}
    match shown.state:
        case MilestoneState.DONE:
            told: Text = _("✓ {name}, {what}: done.", **about)
        case MilestoneState.DROPPED:
            told = _("{name}, {what}: does not fit.", **about)
        case _:
            told = _("{name}, {what}: {when}", **about, when=when(shown.due, today))
    return _confirmed(told, change, today)


def moved(change: Change, today: date) -> Screen:
    """It is on another day."""
    shown = change.shown
    return _confirmed(
        _("{name}, {what}: {when}", name=shown.youth, what=shown.name, when=when(shown.due, today)), change, today
    )


def _confirmed(told: Text, change: Change, today: date) -> Screen:
    moved_along = (
        _("{what} moves along to {day}.", what=Capital(NAMES[kind]), day=_day(day, today)) for kind, day in change.along
    )
    heard = _("{name} already heard that it's tomorrow. Will you tell them?", name=change.shown.youth)
    undo = None if change.undo is None else Button(_("Undo"), change.undo)
    return Screen(
        lines(told, *moved_along, heard if change.heard else None), (*column(undo), *back(change.shown.youth_id))
    )


def _day(day: date, today: date) -> Value:
    return full(day) if abs(day - today) > 40 * A_WEEK else spoken(day, today)
