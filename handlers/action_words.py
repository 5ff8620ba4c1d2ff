"""A step in somebody's own words, and by when."""

from __future__ import annotations

from dataclasses import dataclass

from chat.days import day_of
from chat.screens import actions as pages
from chat.screens import first_steps as screens
from chat.screens.actions import ActionWhen, AddedIn, AddTapped, RewordTapped
from chat.screens.first_steps import NO_DAY, OTHER, ByTapped
from chat.turn import Turn
from handlers import first_steps, lost, one_action, webs
from handlers.actions import leave
from handlers.one_action import Seen, StepForm
from programme.actions import ActionState, Refused, may_be_by, read_step
from programme.calendar import read_day
from programme.spiderweb import Domain
from store import actions, flow, spiderweb
from store.flow import Step
from store.journal import Happened
from store.tables import Person


@dataclass(frozen=True)
class DayForm:
    """Of which step a day is awaited, and whether the first steps go on after it."""

    action_id: int
    first: int = 0


async def add(turn: Turn, tap: AddTapped) -> None:
    """One more: about what?"""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    choices = await spiderweb.choices(turn.session, youth.id)
    own = await spiderweb.own_theme(turn.session, youth.id)
    await turn.show(pages.which_domain(one_action.whose(turn, youth), choices, own))


async def added_in(turn: Turn, tap: AddedIn) -> None:
    """One more in this domain: what is it?"""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await flow.go(turn.session, turn.me.id, Step.ACTION_STEP, turn.now, StepForm(youth.id, tap.domain))
    own = await spiderweb.own_theme(turn.session, youth.id)
    await turn.show(screens.ask(one_action.whose(turn, youth), tap.domain, own))


async def reword(turn: Turn, tap: RewordTapped) -> None:
    """How do they say it?"""
    if seen := await one_action.of_button(turn, tap.action_id):
        form = StepForm(seen.youth.id, action_id=seen.row.id)
        await flow.go(turn.session, turn.me.id, Step.ACTION_STEP, turn.now, form)
        await turn.show(screens.ask_reworded(await one_action.shown_as(turn, seen), turn.today))


async def typed(turn: Turn) -> None:
    """The step. It is kept at once; by when comes after it."""
    form = None if turn.position is None else turn.position.read(StepForm)
    youth = None if form is None else await webs.seen(turn, form.youth_id)
    step = read_step(turn.text)
    if form is None or youth is None:
        await _nothing_waits(turn)
    elif isinstance(step, Refused):
        await turn.reply(screens.refused(step))
    elif form.action_id:
        await _reworded(turn, form.action_id, step)
    else:
        await _keep(turn, youth, form, step)


async def _reworded(turn: Turn, action_id: int, step: str) -> None:
    seen = await one_action.find(turn, action_id)
    if seen is None:
        await _nothing_waits(turn)
        return
    await leave(turn)
    seen.row.step = step
    await turn.session.flush()
    await one_action.changed(turn, seen.youth, Happened.ACTION_CHANGED)
    await turn.reply(pages.page(await one_action.shown_as(turn, seen), turn.today))


async def _keep(turn: Turn, youth: Person, form: StepForm, step: str) -> None:
    """A new step of this youth; then: by when?"""
    await leave(turn)
    row = await actions.add(
        turn.session, youth.id, Domain(form.domain), step, turn.me.id, turn.now, scoring_id=form.scoring_id or None
    )
    await one_action.changed(turn, youth, Happened.ACTION_ADDED)
    shown = await one_action.shown_as(turn, Seen(row, youth))
    await turn.reply(screens.by_when(shown, turn.today, first=bool(form.scoring_id)))


async def when(turn: Turn, tap: ActionWhen) -> None:
    """By when?"""
    if seen := await one_action.of_button(turn, tap.action_id):
        await leave(turn)
        ask = pages.page if seen.row.removed_at is not None else screens.by_when
        await turn.show(ask(await one_action.shown_as(turn, seen), turn.today))


async def by_tapped(turn: Turn, tap: ByTapped) -> None:
    """By one of the offered days, by one they will type, or by none."""
    seen = await one_action.of_button(turn, tap.action_id)
    if seen is None:
        return
    day = day_of(tap.day)
    if tap.day == OTHER:
        await flow.go(turn.session, turn.me.id, Step.ACTION_DAY, turn.now, DayForm(seen.row.id, tap.first))
        await turn.show(screens.type_day(await one_action.shown_as(turn, seen), turn.today))
    elif tap.day != NO_DAY and (day is None or not may_be_by(day, turn.today)):
        await lost.old_button(turn)
    else:
        await _set_day(turn, seen, tap.day)
        await turn.show(screens.kept(await one_action.shown_as(turn, seen), turn.today))
        await _go_on(turn, seen, tap.first)


async def _set_day(turn: Turn, seen: Seen, number: int) -> None:
    """What gets a day is still to be done, whatever was said of it before."""
    await leave(turn)
    if seen.row.by_on != day_of(number) or seen.row.state is not ActionState.OPEN:
        await one_action.changed(turn, seen.youth, Happened.ACTION_CHANGED)
    actions.settle(seen.row, ActionState.OPEN, turn.me.id, turn.now)
    await actions.set_day(turn.session, seen.row, day_of(number), turn.now, turn.setting.zone)


async def day_typed(turn: Turn) -> None:
    """A day they typed."""
    form = None if turn.position is None else turn.position.read(DayForm)
    seen = None if form is None else await one_action.find(turn, form.action_id)
    day = read_day(turn.text, turn.today)
    if form is None or seen is None:
        await _nothing_waits(turn)
    elif day is None or not may_be_by(day, turn.today):
        await turn.reply(screens.no_such_day(await one_action.shown_as(turn, seen)))
    else:
        await _set_day(turn, seen, day.toordinal())
        await turn.reply(screens.kept(await one_action.shown_as(turn, seen), turn.today))
        await _go_on(turn, seen, form.first)


async def _go_on(turn: Turn, seen: Seen, first: int) -> None:
    if first:
        await first_steps.go_on(turn, seen.row)


async def _nothing_waits(turn: Turn) -> None:
    """Only staff get here: they do not walk with that youth any more."""
    await leave(turn)
    await lost.words(turn)
