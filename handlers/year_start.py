"""The year of a jongere started on another day."""

from __future__ import annotations

from datetime import date, timedelta

from chat.days import day_of, number_of
from chat.screens import year_start as screens
from chat.screens.year_start import StartAsked, StartOffered, StartSet
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.year import Refused, is_after_the_stop, new_start_refused
from store import year as kept
from store.flow import Step
from store.journal import Happened
from store.youths import Youth


async def asked(turn: Turn, tap: StartAsked) -> None:
    """When was it?"""
    if youth := await of_button(turn, tap.youth_id):
        await year.wait_for_day(turn, Step.START_DAY, youth)
        await turn.show(screens.ask(shown_as(turn, youth)))


async def offered(turn: Turn, tap: StartOffered) -> None:
    """Today or yesterday."""
    if youth := await _unchanged(turn, tap.youth_id, tap.was):
        await _take(turn, youth, turn.today - timedelta(days=tap.day))


async def typed(turn: Turn) -> None:
    """A day they typed."""
    if youth := await year.of_typed(turn):
        await _take(turn, youth, year.typed_day(turn))


async def put_back(turn: Turn, tap: StartSet) -> None:
    """It was another day after all."""
    youth, to = await _unchanged(turn, tap.youth_id, tap.was), day_of(tap.to)
    if youth is None or to is None:
        return
    if is_after_the_stop(to, youth.year):
        await year.refuse(turn, youth, Refused.AFTER_THE_STOP)
    else:
        await _move(turn, youth, to)


async def _take(turn: Turn, youth: Youth, day: date | None) -> None:
    why = Refused.NO_DAY if day is None else new_start_refused(day, youth.year, turn.today)
    if day is None or why is not None:
        await year.refuse(turn, youth, why or Refused.NO_DAY)
    elif day == youth.year.start:
        await year.as_it_was(turn, youth)
    else:
        await _move(turn, youth, day)


async def _move(turn: Turn, youth: Youth, day: date) -> None:
    was = youth.year.start
    await kept.move_start(turn.session, youth.person.id, day)
    await turn.show(screens.moved(await year.changed(turn, youth, Happened.START_CHANGED), was))


async def _unchanged(turn: Turn, youth_id: int, was: int) -> Youth | None:
    """The jongere of a button, when the start still is what it was; says that it is an old one otherwise."""
    youth = await of_button(turn, youth_id)
    if youth is not None and number_of(youth.year.start) != was:
        await lost.old_button(turn)
        return None
    return youth
