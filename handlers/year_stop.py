"""The year of a jongere ends early, or goes on after all. The jongere hears nothing of the reason."""

from __future__ import annotations

from datetime import date

from chat.days import day_of
from chat.screens import year_stop as screens
from chat.screens.year_stop import Reopened, StopAsked, StoppedAgain, StopToday, StopWhy
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.phases import StopReason
from programme.year import Refused, stop_refused
from store import year as kept
from store.flow import Step
from store.journal import Happened
from store.youths import Youth


async def asked(turn: Turn, tap: StopAsked) -> None:
    """Why?"""
    if youth := await _going_on(turn, tap.youth_id):
        await turn.show(screens.ask_why(shown_as(turn, youth)))


async def why(turn: Turn, tap: StopWhy) -> None:
    """From when?"""
    if youth := await _going_on(turn, tap.youth_id):
        await year.wait_for_day(turn, Step.STOP_DAY, youth, tap.why)
        await turn.show(screens.ask_day(shown_as(turn, youth), tap.why))


async def today(turn: Turn, tap: StopToday) -> None:
    """From today on."""
    if youth := await _going_on(turn, tap.youth_id):
        await _take(turn, youth, turn.today, tap.why)


async def typed(turn: Turn) -> None:
    """From a day they typed; somebody else may have stopped it meanwhile."""
    youth = await year.of_typed(turn)
    if youth is None:
        return
    if youth.year.stopped_on is not None:
        await year.as_it_was(turn, youth)
        return
    await _take(turn, youth, year.typed_day(turn), StopReason(year.form_of(turn).why))


async def again(turn: Turn, tap: StoppedAgain) -> None:
    """It was not to be opened again."""
    youth, on = await _going_on(turn, tap.youth_id), day_of(tap.on)
    if youth is not None and on is not None:
        await _take(turn, youth, on, tap.why)


async def reopened(turn: Turn, tap: Reopened) -> None:
    """It goes on."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    on, reason = youth.year.stopped_on, youth.trajectory.stopped_why or StopReason.ELSE
    if on is None or on != day_of(tap.on):
        await lost.old_button(turn)
        return
    await kept.reopen(turn.session, youth.person.id)
    await turn.show(screens.reopened(await year.changed(turn, youth, Happened.YEAR_REOPENED), on, reason))


async def _take(turn: Turn, youth: Youth, on: date | None, reason: StopReason) -> None:
    refused = Refused.NO_DAY if on is None else stop_refused(on, youth.year)
    if on is None or refused is not None:
        await year.refuse(turn, youth, refused or Refused.NO_DAY)
        return
    await kept.stop(turn.session, youth.person.id, on, reason)
    await turn.show(screens.stopped(await year.changed(turn, youth, Happened.YEAR_STOPPED), on, reason))


async def _going_on(turn: Turn, youth_id: int) -> Youth | None:
    """The jongere of a button, when nobody stopped the year yet; says that it is an old one otherwise."""
    youth = await of_button(turn, youth_id)
    if youth is not None and youth.year.stopped_on is not None:
        await lost.old_button(turn)
        return None
    return youth
