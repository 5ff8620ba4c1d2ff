"""/instellingen: everybody changes what is theirs, a tap for each choice."""

from __future__ import annotations

from datetime import time

from chat import menu
from chat.language import LANGUAGES, Text
from chat.screen import Screen
from chat.screens import settings as screens
from chat.screens.settings import NewAnswers, NewLanguage, NewRhythm, NewTime, Page, PageTapped
from chat.turn import Turn
from handlers import rhythm as rhythm_handlers
from programme.calendar import local_day, may_be_asked_at, read_time
from programme.people import Role
from programme.phases import phase_on
from programme.rhythm import DEFAULTS, Rhythm
from store import checkin, flow, pause, people, preference, rhythm, settings
from store.flow import Step
from store.journal import Happened
from store.tables import CheckinPlan, PushChoice


async def opened(turn: Turn) -> None:
    """/instellingen"""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _home(turn))


async def turned(turn: Turn, tap: PageTapped) -> None:
    """To another page. Who goes there does not type a time any more."""
    await flow.leave(turn.session, turn.me.id)
    await turn.show(await _page(turn, tap.page))


async def time_chosen(turn: Turn, tap: NewTime) -> None:
    """One of the offered times, or another that they will type."""
    if tap.at is None:
        await flow.go(turn.session, turn.me.id, Step.SETTINGS_TIME, turn.now)
        await turn.show(screens.type_time())
    else:
        await _ask_at(turn, tap.at)
        await turn.show(await _home(turn))


async def time_typed(turn: Turn) -> None:
    """A time they typed."""
    at = read_time(turn.text)
    if at is None or not may_be_asked_at(at):
        await turn.reply(screens.time_refused())
        return
    await _ask_at(turn, at)
    await turn.reply(await _home(turn))


async def rhythm_chosen(turn: Turn, tap: NewRhythm) -> None:
    """Another rhythm."""
    await rhythm_handlers.choose(turn, tap.rhythm)
    await turn.show(await _home(turn))


async def answers_chosen(turn: Turn, tap: NewAnswers) -> None:
    """Other answers to be told of."""
    await settings.choose_answers(turn.session, turn.me.id, tap.answers)
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
    await turn.show(await _home(turn))


async def language_chosen(turn: Turn, tap: NewLanguage) -> None:
    """Another language, at once: this message, the menu, and a youth's keyboard."""
    changed = tap.code in LANGUAGES and tap.code != turn.me.language
    if changed:
        turn.me.language = tap.code
        turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
        await menu.put(turn, turn.me)
    await turn.show(await _home(turn))
    if changed and turn.me.role is Role.YOUTH:
        await turn.reply(screens.speaking())


async def _ask_at(turn: Turn, at: time) -> None:
    await flow.leave(turn.session, turn.me.id)
    await settings.ask_at(turn.session, turn.me.id, at, turn.now, turn.setting.zone)
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)


async def _page(turn: Turn, page: Page) -> Screen:
    """A page of somebody else's role is their own first page."""
    match page, turn.me.role:
        case Page.TIME, Role.YOUTH:
            plan = await checkin.plan_of(turn.session, turn.me.id)
            return screens.times(None if plan is None else plan.at)
        case Page.RHYTHM, Role.YOUTH:
            return screens.rhythms(await _rhythm(turn))
        case Page.ANSWERS, Role.BEGELEIDER:
            return screens.answers(await preference.answers_for(turn.session, turn.me.id))
        case Page.LANGUAGE, _:
            return screens.languages(turn.me.language)
        case Page.CLOSED, _:
            return screens.closed()
        case _:
            return await _home(turn)


async def _home(turn: Turn) -> Screen:
    if turn.me.role is Role.YOUTH:
        plan = await checkin.plan_of(turn.session, turn.me.id)
        quiet = None if plan is None else _quiet(turn, plan)
        at = None if plan is None else plan.at
        return screens.home_of_youth(at, await _rhythm(turn), turn.me.language, quiet)
    return screens.home_of_staff(await _answers(turn), turn.me.language)


async def _answers(turn: Turn) -> PushChoice | None:
    if turn.me.role is not Role.BEGELEIDER:
        return None
    return await preference.answers_for(turn.session, turn.me.id)


async def _rhythm(turn: Turn) -> Rhythm:
    plan = await checkin.plan_of(turn.session, turn.me.id)
    if plan is not None:
        return await rhythm.now_for(turn.session, plan, turn.today)
    return DEFAULTS[phase_on((await people.trajectory_of(turn.session, turn.me.id)).start_on, turn.today)]


def _quiet(turn: Turn, plan: CheckinPlan) -> Text | None:
    if plan.stopped_at is None and not pause.holds(plan, turn.now):
        return None
    until = None if plan.paused_until is None else local_day(plan.paused_until, turn.setting.zone)
    return screens.is_quiet(until, turn.today, stopped=plan.stopped_at is not None)
