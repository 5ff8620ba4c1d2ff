"""A youth pauses, stops, or wants to be asked again."""

from __future__ import annotations

from datetime import date

from chat.screen import Screen
from chat.screens import pause as screens
from chat.screens.pause import AskAgain, LeaveIt, PauseChosen, PauseOffered, StopChosen
from chat.turn import Turn
from handlers import news
from programme.calendar import local_day
from store import away, checkin, flow, pause, people, rhythm
from store.journal import Happened
from store.tables import CheckinPlan


async def offer(turn: Turn) -> None:
    """/pauze"""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _lengths(turn))


async def offered(turn: Turn, _tap: PauseOffered) -> None:
    """Rather a pause than a stop."""
    await turn.show(await _lengths(turn))


async def chosen(turn: Turn, tap: PauseChosen) -> None:
    """Quiet from now on. Who stopped before, stays stopped."""
    plan = await pause.plan_for(turn.session, turn.me.id)
    if plan.stopped_at is not None:
        await turn.show(await _stopped(turn))
        return
    changed = await pause.begin(turn.session, plan, tap.length, turn.now, turn.setting.zone)
    until = _first_day_again(turn, plan)
    hears = await away.in_charge(turn.session, turn.me.id, turn.today)
    await turn.show(screens.paused(until, turn.today, hears.name))
    if changed:
        turn.note(Happened.PAUSED, actor=turn.me)
        await news.tell_begeleider(turn, screens.news_paused(turn.me.name, until, turn.today))


async def ask_stop(turn: Turn) -> None:
    """/stop"""
    await flow.leave(turn.session, turn.me.id)
    plan = await checkin.plan_of(turn.session, turn.me.id)
    if plan is not None and plan.stopped_at is not None:
        await turn.reply(await _stopped(turn))
    else:
        await turn.reply(screens.ask_stop(await _begeleider(turn)))


async def stopped(turn: Turn, _tap: StopChosen) -> None:
    """No question any more."""
    plan = await pause.plan_for(turn.session, turn.me.id)
    changed = await pause.stop(turn.session, plan, turn.now)
    await turn.show(await _stopped(turn))
    if changed:
        turn.note(Happened.STOPPED, actor=turn.me)
        await news.tell_begeleider(turn, screens.news_stopped(turn.me.name))


async def ask_again(turn: Turn, _tap: AskAgain) -> None:
    """The way back, from a pause or a stop."""
    plan = await pause.plan_for(turn.session, turn.me.id)
    await resume(turn, plan)
    due = await rhythm.next_question(turn.session, turn.me.id)
    day = None if due is None else local_day(due, turn.setting.zone)
    await turn.show(screens.asks_again(day, plan.at, turn.today))


async def resume(turn: Turn, plan: CheckinPlan) -> None:
    """Ask again, and tell the begeleider when that is new."""
    if await pause.resume(turn.session, plan, turn.now, turn.setting.zone):
        turn.note(Happened.RESUMED, actor=turn.me)
        await news.tell_begeleider(turn, screens.news_again(turn.me.name))


async def leave_it(turn: Turn, _tap: LeaveIt) -> None:
    """Nothing changes."""
    await turn.show(screens.left())


async def _lengths(turn: Turn) -> Screen:
    plan = await checkin.plan_of(turn.session, turn.me.id)
    if plan is None:
        return screens.offer()
    if plan.stopped_at is not None:
        return await _stopped(turn)
    if pause.holds(plan, turn.now):
        return screens.offer_another(_first_day_again(turn, plan), turn.today)
    return screens.offer()


async def _stopped(turn: Turn) -> Screen:
    return screens.stopped(await _begeleider(turn))


async def _begeleider(turn: Turn) -> str:
    return (await people.begeleider_of(turn.session, turn.me.id)).name


def _first_day_again(turn: Turn, plan: CheckinPlan) -> date | None:
    return None if plan.paused_until is None else local_day(plan.paused_until, turn.setting.zone)
