"""The year of a jongere: what is changed seldom, and can all be changed back."""

from __future__ import annotations

from chat.days import number_of
from chat.language import Joined, Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen
from chat.screens import handing_over
from chat.screens.shown import PHASES, Shown, home, marks, when
from chat.screens.year_home import HomeAsked
from chat.screens.year_pause import PauseAsked, Resumed
from chat.screens.year_start import StartAsked
from chat.screens.year_stop import Reopened, StopAsked
from chat.screens.year_targets import TargetsShown
from chat.screens.youths import DuosShown, YouthTapped, link_buttons
from programme.phases import Phase
from programme.targets import DEFAULTS


def page(youth: Shown) -> Screen:
    """How it is, and what can be changed."""
    start, ends = youth.year.start, youth.year.ends
    return Screen(
        paragraphs(
            _("<b>{name}</b>, the year: {when}", name=youth.name, when=when(youth)),
            lines(
                _("Start: {day} {year}", day=start, year=start.year),
                _("Year until: {day} {year}", day=ends, year=ends.year),
                *marks(youth),
                _targets(youth),
                home(youth),
            ),
        ),
        _rows(youth),
    )


def _targets(youth: Shown) -> Text | None:
    """What is aimed for, as long as anything is."""
    if not _is_in_year(youth):
        return None
    return _("Together a week: {numbers}", numbers=Joined(tuple(_target(youth, phase) for phase in DEFAULTS), ", "))


def _is_in_year(youth: Shown) -> bool:
    return youth.year.phase_on(youth.today) in DEFAULTS


def _target(youth: Shown, phase: Phase) -> Text:
    return _("{count} in {phase}", count=youth.walk.per_week(phase), phase=PHASES[phase])


def _rows(youth: Shown) -> Rows:
    """What comes up most often first."""
    together = Button(_("Together a week"), TargetsShown(youth.youth_id))
    duo = (Button(_("Choose the duo"), DuosShown(youth.youth_id, 0)),) if youth.mine else ()
    passes_on = (handing_over.button(youth.youth_id),) if youth.mine and youth.has_joined else ()
    links = link_buttons(youth) if youth.has_joined else ()
    return (
        _pause(youth),
        (*((together,) if _is_in_year(youth) else ()), Button(_("Temporary home"), HomeAsked(youth.youth_id))),
        (Button(_("Start date"), StartAsked(youth.youth_id)), *_end(youth)),
        *((button,) for button in (*duo, *passes_on, *links)),
        (Button(_("← {name}", name=youth.name), YouthTapped(youth.youth_id)),),
    )


def _pause(youth: Shown) -> tuple[Button, ...]:
    pause, youth_id = youth.walk.pause_on(youth.today), youth.youth_id
    if pause is None:
        return (Button(_("⏸ Pause"), PauseAsked(youth_id)),)
    return (
        Button(_("▶️ Goes on"), Resumed(youth_id, number_of(pause[1]))),
        Button(_("Other length"), PauseAsked(youth_id)),
    )


def _end(youth: Shown) -> tuple[Button, ...]:
    """Stop it, or open it again; a year that is over by itself cannot be stopped any more."""
    stopped = youth.year.stopped_on
    if stopped is not None:
        return (Button(_("Open again"), Reopened(youth.youth_id, number_of(stopped))),)
    return (Button(_("Stop the year"), StopAsked(youth.youth_id)),) if youth.today < youth.year.full else ()
