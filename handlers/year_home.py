"""A jongere goes into a temporary home, and out of it."""

from __future__ import annotations

from datetime import date, timedelta

from chat.days import day_of, number_of
from chat.screens import year_home as screens
from chat.screens.year_home import HomeAsked, HomeOffered, HomeSet
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.year import Refused, home_refused
from store import year as kept
from store.flow import Step
from store.journal import Happened
from store.youths import Youth


async def asked(turn: Turn, tap: HomeAsked) -> None:
    """Since when, or out again?"""
    if youth := await of_button(turn, tap.youth_id):
        await year.wait_for_day(turn, Step.HOME_DAY, youth)
        await turn.show(screens.ask(shown_as(turn, youth)))


async def offered(turn: Turn, tap: HomeOffered) -> None:
    """Since today or yesterday."""
    if youth := await _unchanged(turn, tap.youth_id, tap.was):
        await _take(turn, youth, turn.today - timedelta(days=tap.day))


async def typed(turn: Turn) -> None:
    """Since a day they typed."""
    if youth := await year.of_typed(turn):
        await _take(turn, youth, year.typed_day(turn))


async def put(turn: Turn, tap: HomeSet) -> None:
    """Out of it, or as it was before."""
    youth = await _unchanged(turn, tap.youth_id, tap.was)
    if youth is not None and tap.to != tap.was:
        await _set(turn, youth, day_of(tap.to))


async def _take(turn: Turn, youth: Youth, day: date | None) -> None:
    why = Refused.NO_DAY if day is None else home_refused(day, turn.today)
    if day is None or why is not None:
        await year.refuse(turn, youth, why or Refused.NO_DAY)
    elif day == youth.trajectory.home_since:
        await year.as_it_was(turn, youth)
    else:
        await _set(turn, youth, day)


async def _set(turn: Turn, youth: Youth, since: date | None) -> None:
    was = youth.trajectory.home_since
    await kept.set_home(turn.session, youth.person.id, since)
    now = await year.changed(turn, youth, Happened.HOME_LEFT if since is None else Happened.HOME_ENTERED)
    if since is not None:
        await turn.show(screens.lives_there(now, since, was))
    elif was is not None:
        await turn.show(screens.lives_there_no_more(now, was))


async def _unchanged(turn: Turn, youth_id: int, was: int) -> Youth | None:
    """The jongere of a button, when their home still is what it was; says that it is an old one otherwise."""
    youth = await of_button(turn, youth_id)
    if youth is not None and number_of(youth.trajectory.home_since) != was:
        await lost.old_button(turn)
        return None
    return youth
