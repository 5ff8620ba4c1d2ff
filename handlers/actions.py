"""The steps of a youth: seen, settled, taken away, put back. For the youth, and for begeleider and duo."""

from __future__ import annotations

from chat.screen import Rows, Screen
from chat.screens import actions as screens
from chat.screens import first_steps
from chat.screens.action_line import ActionsShown
from chat.screens.actions import ActionRemoved, ActionSet, ActionTapped
from chat.turn import Turn
from handlers import lost, one_action, webs
from programme.actions import SHOWN_AFTER, ActionState
from programme.people import Role
from programme.spiderweb import Domain
from store import actions, away, flow, spiderweb
from store.flow import Step
from store.journal import Happened
from store.tables import Action, Person

NOTED = {
    ActionState.DONE: Happened.ACTION_DONE,
    ActionState.DROPPED: Happened.ACTION_DROPPED,
    ActionState.OPEN: Happened.ACTION_OPENED,
}
STEPS = (Step.ACTION_STEP, Step.ACTION_DAY)


async def mine(turn: Turn) -> None:
    """/plan of a youth: the last web, then their steps."""
    await flow.leave(turn.session, turn.me.id)
    await webs.show_last(turn, turn.me)
    await turn.reply(await overview(turn, turn.me, 0))


async def shown(turn: Turn, tap: ActionsShown) -> None:
    """All of one youth, at a page; whatever was being typed about one is left."""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await leave(turn)
    await turn.show(await overview(turn, youth, tap.page))


async def overview(turn: Turn, youth: Person, page: int) -> Screen:
    """What is to be done, and what was settled lately."""
    own = await spiderweb.own_theme(turn.session, youth.id)
    still_open = await one_action.still_open(turn, youth.id)
    every = await actions.of_youth(turn.session, youth.id)
    settled = sorted((row for row in every if _is_recent(turn, row)), key=lambda row: row.settled_at or turn.now)
    lately = [one_action.of(row, own) for row in reversed(settled)]
    first = await _first(turn, own)
    return screens.overview(one_action.whose(turn, youth), still_open, lately, page, turn.today, first)


def _is_recent(turn: Turn, row: Action) -> bool:
    return row.settled_at is not None and turn.now - row.settled_at <= SHOWN_AFTER


async def _first(turn: Turn, own: str | None) -> Rows:
    """To the youth: what in the first basket of the last web has no step yet."""
    last = next(iter(await spiderweb.finished(turn.session, turn.me.id)), None) if turn.me.role is Role.YOUTH else None
    domains: list[Domain] = [] if last is None else await actions.without_step(turn.session, last.id)
    return () if last is None else tuple((first_steps.first_button(last.id, each, own),) for each in domains)


async def opened(turn: Turn, tap: ActionTapped) -> None:
    """One of them; whatever was being typed about it is left."""
    if seen := await one_action.of_button(turn, tap.action_id):
        await leave(turn)
        await turn.show(screens.page(await one_action.shown_as(turn, seen), turn.today))


async def settled(turn: Turn, tap: ActionSet) -> None:
    """What became of it; or it is open again, and asked about on its day."""
    seen = await one_action.of_button(turn, tap.action_id)
    if seen is None:
        return
    row = seen.row
    if row.removed_at is not None:
        await turn.show(screens.page(await one_action.shown_as(turn, seen), turn.today))
        return
    if row.state is not tap.state:
        actions.settle(row, tap.state, turn.me.id, turn.now)
        if tap.state is ActionState.OPEN and _is_still_asked(turn, row):
            await actions.set_day(turn.session, row, row.by_on, turn.now, turn.setting.zone)
        await one_action.changed(turn, seen.youth, NOTED[tap.state])
    await turn.show(screens.settled(await one_action.shown_as(turn, seen), turn.today))


def _is_still_asked(turn: Turn, row: Action) -> bool:
    """Whether its day is still to come, and the youth was not asked about it yet."""
    by = row.by_on
    return by is not None and by >= turn.today and (row.asked_on is None or row.asked_on < by)


async def removed(turn: Turn, tap: ActionRemoved) -> None:
    """It is no step; or it is one after all."""
    seen = await one_action.of_button(turn, tap.action_id)
    if seen is None:
        return
    await leave(turn)
    row = seen.row
    if (row.removed_at is None) == bool(tap.off):
        row.removed_at = turn.now if tap.off else None
        await one_action.changed(turn, seen.youth, Happened.ACTION_REMOVED if tap.off else Happened.ACTION_OPENED)
    as_it_is = await one_action.shown_as(turn, seen)
    if as_it_is.removed and turn.me.id == row.added_by == seen.youth.id and turn.now - row.added_at <= flow.SOONER:
        begeleider = await away.in_charge(turn.session, turn.me.id, turn.today)
        await turn.show(screens.taken_away(as_it_is, begeleider.name, turn.today))
    else:
        await turn.show(screens.page(as_it_is, turn.today))


async def leave(turn: Turn) -> None:
    """Out of what was being typed here; elsewhere nothing changes."""
    for step in STEPS:
        await flow.leave_step(turn.session, turn.me.id, step)
