"""The year of a jongere is put on hold, and goes on. Whether the questions pause too is for the jongere to choose."""

from __future__ import annotations

from datetime import date, timedelta

from chat.days import day_of, number_of
from chat.screens import year_pause as screens
from chat.screens.year_pause import Length, PauseAsked, PauseChosen, PauseSet, Resumed
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.workdays import A_DAY
from programme.year import Refused, pause_refused
from store import year as kept
from store.flow import Step
from store.journal import Happened
from store.tables import YearPause
from store.year import UNTIL_FURTHER_NOTICE
from store.youths import Youth


async def asked(turn: Turn, tap: PauseAsked) -> None:
    """For how long?"""
    if youth := await of_button(turn, tap.youth_id):
        await year.wait_for_day(turn, Step.YEAR_PAUSE_THROUGH, youth)
        await turn.show(screens.ask(shown_as(turn, youth)))


async def chosen(turn: Turn, tap: PauseChosen) -> None:
    """One of the lengths on offer, as long as the pause still is what it was."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    pause = youth.walk.pause_on(turn.today)
    if number_of(None if pause is None else pause[1]) != tap.was:
        await lost.old_button(turn)
        return
    is_open = tap.length is Length.OPEN
    await _take(turn, youth, UNTIL_FURTHER_NOTICE if is_open else turn.today + timedelta(days=tap.length))


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
    row = await kept.pause_on(turn.session, youth.person.id, turn.today)
    if row is None or kept.end_of(row) != day_of(tap.was):
        await lost.old_button(turn)
        return
    await _set(turn, youth, row, turn.today - A_DAY)


async def put_back(turn: Turn, tap: PauseSet) -> None:
    """As it was before, unless there is another pause by now."""
    row, to = await kept.pause_with_id(turn.session, tap.pause_id), day_of(tap.to)
    youth = await of_button(turn, 0 if row is None else row.youth_id)
    if row is None or youth is None:
        return
    was = kept.end_of(row)
    if to is None or was != day_of(tap.was) or to == was or _meets_another(youth, row, to):
        await lost.old_button(turn)
        return
    await _set(turn, youth, row, to)


async def _take(turn: Turn, youth: Youth, through: date) -> None:
    """A pause from today, or another length for the one that is going on."""
    row = await kept.pause_on(turn.session, youth.person.id, turn.today)
    if row is None:
        row = await kept.pause(turn.session, youth.person.id, turn.today, turn.today - A_DAY)
    if through == kept.end_of(row):
        await year.as_it_was(turn, youth)
    else:
        await _set(turn, youth, row, through)


async def _set(turn: Turn, youth: Youth, row: YearPause, through: date) -> None:
    was, holds = kept.end_of(row), through >= turn.today
    kept.set_end(row, through)
    now = await year.changed(turn, youth, Happened.YEAR_PAUSED if holds else Happened.YEAR_RESUMED)
    screen = screens.paused if holds else screens.goes_on
    await turn.show(screen(now, row.id, through, was))


def _meets_another(youth: Youth, row: YearPause, to: date) -> bool:
    """Whether another pause lies in those days."""
    others = (pause for pause in youth.walk.off if pause != (row.since, kept.end_of(row)))
    return any(first <= to and last >= row.since for first, last in others)
