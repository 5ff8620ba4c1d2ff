"""The pages of /instellingen, with what holds now."""

from __future__ import annotations

from datetime import time

from chat.language import Text
from chat.screen import Button, Screen
from chat.screens import settings as screens
from chat.screens.away import button as away_button
from chat.screens.settings import Page
from chat.turn import Turn
from handlers import after_year
from programme.calendar import local_day
from programme.people import Role
from programme.rhythm import DEFAULTS, Rhythm
from store import away, checkin, digest, pause, people, preference, rhythm
from store.tables import CheckinPlan, PushChoice


async def page(turn: Turn, wanted: Page) -> Screen:
    """The page they asked for; their own first page for one of another role."""
    match wanted, turn.me.role:
        case Page.TIME, Role.YOUTH:
            plan = await checkin.plan_of(turn.session, turn.me.id)
            return screens.times(None if plan is None else plan.at)
        case Page.RHYTHM, Role.YOUTH:
            return screens.rhythms(await _rhythm(turn))
        case Page.ANSWERS, Role.BEGELEIDER:
            return screens.answers(await preference.answers_for(turn.session, turn.me.id))
        case Page.DIGEST, Role.BEGELEIDER:
            return screens.digest_times(await digest.time_of(turn.session, turn.me.id))
        case Page.LANGUAGE, _:
            return screens.languages(turn.me.language)
        case Page.CLOSED, _:
            return screens.closed()
        case _:
            return await home(turn)


async def home(turn: Turn) -> Screen:
    """All that they chose."""
    if turn.me.role is Role.YOUTH:
        plan = await checkin.plan_of(turn.session, turn.me.id)
        quiet = None if plan is None else _quiet(turn, plan)
        at = None if plan is None else plan.at
        contact = await after_year.in_settings(turn)
        return screens.home_of_youth(at, await _rhythm(turn), turn.me.language, quiet, contact)
    return screens.home_of_staff(await _answers(turn), await _morning(turn), turn.me.language, await _away(turn))


async def _answers(turn: Turn) -> PushChoice | None:
    if turn.me.role is not Role.BEGELEIDER:
        return None
    return await preference.answers_for(turn.session, turn.me.id)


async def _morning(turn: Turn) -> time | None:
    if turn.me.role is not Role.BEGELEIDER:
        return None
    return await digest.time_of(turn.session, turn.me.id)


async def _away(turn: Turn) -> Button | None:
    if turn.me.role is not Role.BEGELEIDER:
        return None
    now = await away.away_of(turn.session, turn.me.id, turn.today)
    return away_button(None if now is None else now.through, turn.today)


async def _rhythm(turn: Turn) -> Rhythm:
    plan = await checkin.plan_of(turn.session, turn.me.id)
    if plan is not None:
        return await rhythm.now_for(turn.session, plan, turn.today)
    return DEFAULTS[(await people.year_of(turn.session, turn.me.id)).phase_on(turn.today)]


def _quiet(turn: Turn, plan: CheckinPlan) -> Text | None:
    if plan.stopped_at is None and not pause.holds(plan, turn.now):
        return None
    until = None if plan.paused_until is None else local_day(plan.paused_until, turn.setting.zone)
    return screens.is_quiet(until, turn.today, stopped=plan.stopped_at is not None)
