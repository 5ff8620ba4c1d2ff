"""/bereikbaar: each of the staff says when they are there."""

from __future__ import annotations

from dataclasses import dataclass

from chat.screen import Screen
from chat.screens import reachable as screens
from chat.screens.reachable import DayChosen, DayLike, DayOff, HoursShown, UsualHours
from chat.turn import Turn
from handlers import lost
from programme.reachable import Block, read_hours
from store import flow, reachable
from store.flow import Step
from store.journal import Happened


@dataclass(frozen=True)
class HoursForm:
    """Of which day of the week hours are awaited."""

    weekday: int


async def overview(turn: Turn) -> None:
    """/bereikbaar."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _page(turn))


async def shown(turn: Turn, _tap: HoursShown) -> None:
    """The week; whatever was being typed is left."""
    await flow.leave_step(turn.session, turn.me.id, Step.REACHABLE_HOURS)
    await turn.show(await _page(turn))


async def _page(turn: Turn) -> Screen:
    chosen = await reachable.set_hours(turn.session, turn.me.id)
    return screens.page(await reachable.hours_of(turn.session, turn.me.id), chosen=chosen is not None)


async def day(turn: Turn, tap: DayChosen) -> None:
    """One day of it."""
    if not 0 <= tap.weekday < 7:
        await lost.old_button(turn)
        return
    await flow.go(turn.session, turn.me.id, Step.REACHABLE_HOURS, turn.now, HoursForm(tap.weekday))
    await turn.show(screens.day(tap.weekday, await reachable.hours_of(turn.session, turn.me.id)))


async def typed(turn: Turn) -> None:
    """The hours of a day."""
    form = HoursForm(0) if turn.position is None else turn.position.read(HoursForm)
    blocks = read_hours(turn.text)
    if blocks is None:
        await turn.reply(screens.refused(form.weekday))
        return
    await _set(turn, form.weekday, blocks)
    await turn.reply(await _page(turn))


async def off(turn: Turn, tap: DayOff) -> None:
    """Not there on that day."""
    hours = await reachable.hours_of(turn.session, turn.me.id)
    others = any(blocks for weekday, blocks in enumerate(hours) if weekday != tap.weekday)
    if not 0 <= tap.weekday < 7:
        await lost.old_button(turn)
    elif not others:
        await turn.stop_spinner(screens.ONE_IS_LEFT)
    else:
        await _set(turn, tap.weekday, ())
        await turn.show(await _page(turn))


async def like(turn: Turn, tap: DayLike) -> None:
    """The same as another day."""
    if not (0 <= tap.weekday < 7 and 0 <= tap.other < 7):
        await lost.old_button(turn)
        return
    hours = await reachable.hours_of(turn.session, turn.me.id)
    await _set(turn, tap.weekday, hours[tap.other])
    await turn.show(await _page(turn))


async def usual(turn: Turn, _tap: UsualHours) -> None:
    """The usual hours are theirs."""
    if await reachable.set_hours(turn.session, turn.me.id) is None:
        await reachable.set_usual(turn.session, turn.me.id)
        turn.note(Happened.HOURS_CHANGED, actor=turn.me)
    await turn.show(await _page(turn))


async def _set(turn: Turn, weekday: int, blocks: tuple[Block, ...]) -> None:
    await flow.leave_step(turn.session, turn.me.id, Step.REACHABLE_HOURS)
    await reachable.set_day(turn.session, turn.me.id, weekday, blocks)
    turn.note(Happened.HOURS_CHANGED, actor=turn.me)
