"""A temporary home of a jongere: the day in, and out again."""

from __future__ import annotations

from datetime import date

from chat.days import number_of, spoken
from chat.language import Phrase, _, lines
from chat.screen import Button, Screen
from chat.screens.shown import Shown
from chat.screens.year_words import DAYS, Offered, changed, way_out
from chat.taps import Tap
from programme.milestones import AHEAD_OF, TEMPORARY_HOME_LASTS, Milestone


class HomeAsked(Tap, name="yearhome"):
    """They go into a temporary home, or out of it."""

    youth_id: int


class HomeOffered(Tap, name="yearhomeday"):
    """In since today, or so many days ago; as long as it still is what it was."""

    youth_id: int
    was: int
    day: Offered


class HomeSet(Tap, name="yhomeset"):
    """From one day in to another, both as numbers, 0 for no home; as long as it still is the first."""

    youth_id: int
    was: int
    to: int


def ask(youth: Shown) -> Screen:
    """Since when; or whether they are out."""
    was = number_of(youth.home_since)
    offered = tuple(Button(label, HomeOffered(youth.youth_id, was, ago)) for ago, label in DAYS.items())
    out = (Button(_("Out of it"), HomeSet(youth.youth_id, was, 0)),)
    if youth.home_since is None:
        question = _("Since when does {name} have a temporary home?", name=youth.name)
        return Screen(lines(question, _("Another day? Type it, like 24/11/2026.")), (offered, *way_out(youth.youth_id)))
    since = _("{name} has a temporary home since {day}.", name=youth.name, day=spoken(youth.home_since, youth.today))
    other = _("Was it another day? Type it, like 24/11/2026.")
    return Screen(lines(since, _ends(youth.home_since), other), (out, *way_out(youth.youth_id)))


def lives_there(youth: Shown, since: date, was: date | None) -> Screen:
    """In a temporary home."""
    is_far = since + TEMPORARY_HOME_LASTS - max(AHEAD_OF[Milestone.TIJDELIJKE_WONING]) > youth.today
    return changed(
        youth.youth_id,
        youth.name,
        HomeSet(youth.youth_id, number_of(since), number_of(was)),
        _("{name}: temporary home since {day}.", name=youth.name, day=spoken(since, youth.today)),
        _ends(since),
        _("I remind you 6 and 2 weeks ahead.") if is_far else None,
    )


def lives_there_no_more(youth: Shown, was: date) -> Screen:
    """Out of it."""
    return changed(
        youth.youth_id,
        youth.name,
        HomeSet(youth.youth_id, 0, number_of(was)),
        _("{name}: no temporary home any more.", name=youth.name),
        _("I remind you of its end no more."),
    )


def _ends(since: date) -> Phrase:
    ends = since + TEMPORARY_HOME_LASTS
    return _("It ends on {day} {year}.", day=ends, year=ends.year)
