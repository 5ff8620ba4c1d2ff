"""The year of a jongere is put on hold, and goes on. Whether the questions pause too is for the jongere to choose."""

from __future__ import annotations

from datetime import date, timedelta

from chat.days import day_of, number_of
from chat.screens import year_pause as screens
from chat.screens.year_pause import PauseAsked, PauseChosen, PauseSet, Resumed
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.workdays import Days
from programme.year import Refused, pause_refused
from store import year as kept
from store.flow import Step
from store.journal import Happened
from store.year import UNTIL_FURTHER_NOTICE
from store.youths import Youth


async def asked(turn: Turn, tap: PauseAsked) -> None:
    """For how long?"""
    if youth := await of_button(turn, tap.youth_id):
        await year.wait_for_day(turn, Step.YEAR_PAUSE_THROUGH, youth)
        await turn.show(screens.ask(shown_as(turn, youth)))


async def chosen(turn: Turn, tap: PauseChosen) -> None:
    """One of the lengths on offer."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    if tap.days not in screens.CHOICES or number_of(_through(turn, youth)) != tap.was:
        await lost.old_button(turn)
        return
    is_open = tap.days == screens.OPEN
    await _take(turn, youth, UNTIL_FURTHER_NOTICE if is_open else turn.today + timedelta(days=tap.days))


async def typed(turn: Turn) -> None:
    """Through a day they typed."""
    youth = await year.of_typed(turn)
    if youth is None:
        return
    day = year.typed_day(turn)
    why = Refused.NO_DAY if day is None else pause_refused(day, turn.today)
    if day is None or why is not None:
        await year.refuse(turn, youth, why or Refused.NO_DAY)
    else:
        await _take(turn, youth, day)


async def resumed(turn: Turn, tap: Resumed) -> None:
    """It goes on from today."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    since, was = day_of(tap.since), day_of(tap.was)
    if since is None or was is None or youth.walk.pause_on(turn.today) != (since, was):
        await lost.old_button(turn)
        return
    await _set(turn, youth, since, was, kept.ended_on(since, turn.today))


async def put_back(turn: Turn, tap: PauseSet) -> None:
    """As it was before, unless there is another pause by now."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    since, was, to = day_of(tap.since), day_of(tap.was), day_of(tap.to)
    if since is None or was == to or not _is_still(youth, since, was) or _meets_another(youth, since, to):
        await lost.old_button(turn)
        return
    await _set(turn, youth, since, was, to)


async def _take(turn: Turn, youth: Youth, through: date) -> None:
    """A pause from today, or another length for the one that is going on."""
    pause = youth.walk.pause_on(turn.today)
    since, was = (turn.today, None) if pause is None else pause
    if through == was:
        await year.as_it_was(turn, youth)
    else:
        await _set(turn, youth, since, was, through)


async def _set(turn: Turn, youth: Youth, since: date, was: date | None, to: date | None) -> None:
    await kept.set_pause(turn.session, youth.person.id, since, to)
    holds = to is not None and to >= turn.today
    now = await year.changed(turn, youth, Happened.YEAR_PAUSED if holds else Happened.YEAR_RESUMED)
    if to is not None and holds:
        await turn.show(screens.paused(now, (since, to), was))
    else:
        await turn.show(screens.goes_on(now, since, was, to))


def _through(turn: Turn, youth: Youth) -> date | None:
    pause = youth.walk.pause_on(turn.today)
    return None if pause is None else pause[1]


def _is_still(youth: Youth, since: date, through: date | None) -> bool:
    """Whether the pause that begins then lasts through this day; None for no such pause."""
    return next((last for first, last in youth.walk.off if first == since), None) == through


def _meets_another(youth: Youth, since: date, to: date | None) -> bool:
    """Whether another pause lies in those days."""

    def meets(pause: Days) -> bool:
        first, last = pause
        return first != since and to is not None and first <= to and last >= since

    return any(meets(pause) for pause in youth.walk.off)
