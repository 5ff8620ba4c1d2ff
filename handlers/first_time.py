"""A youth chooses, for the first time, when to be asked. Afterwards it is changed in the settings."""

from __future__ import annotations

from datetime import time

from chat.screen import Screen
from chat.screens import joining as screens
from chat.screens.joining import TimeChosen, TimesShown
from chat.turn import Turn
from programme.calendar import may_be_asked_at, read_time
from store import checkin, flow, people, settings
from store.flow import Step


async def chosen(turn: Turn, tap: TimeChosen) -> None:
    """One of the offered times, or another that they will type."""
    if plan := await checkin.plan_of(turn.session, turn.me.id):
        await turn.show(screens.time_known(plan.at))
    elif tap.at is None:
        await flow.go(turn.session, turn.me.id, Step.CHECKIN_TIME, turn.now)
        await turn.show(screens.type_time())
    else:
        await turn.show(await _keep(turn, tap.at))


async def shown(turn: Turn, _tap: TimesShown) -> None:
    """Back to the times on offer."""
    if plan := await checkin.plan_of(turn.session, turn.me.id):
        await turn.show(screens.time_known(plan.at))
        return
    await turn.show(await ask(turn))


async def ask(turn: Turn) -> Screen:
    """The times on offer. Who types one instead of tapping is understood too."""
    await flow.go(turn.session, turn.me.id, Step.CHECKIN_TIME, turn.now)
    return screens.choose_time()


async def typed(turn: Turn) -> None:
    """A time they typed."""
    at = read_time(turn.text)
    if at is None or not may_be_asked_at(at):
        await turn.reply(screens.time_refused(at))
        return
    await turn.reply(await _keep(turn, at))


async def _keep(turn: Turn, at: time) -> Screen:
    await flow.leave(turn.session, turn.me.id)
    await settings.ask_at(turn.session, turn.me.id, at, turn.now, turn.setting.zone)
    start = (await people.trajectory_of(turn.session, turn.me.id)).start_on
    return screens.time_set(at, start if start > turn.today else None)
