"""Days that matter to one youth: added, called otherwise, yearly or not, taken away."""

from __future__ import annotations

from dataclasses import dataclass

from chat.screens import own_dates as screens
from chat.screens.milestones import SettledBack
from chat.screens.own_dates import DateRemoved, DateTapped, NamePutBack, RenameTapped, Whose, YearlyChosen
from chat.turn import Turn
from handlers import gathered, lost
from handlers.one_milestone import find, leave, seen, shown_as
from programme.calendar import read_day
from programme.milestones import LONGEST_NAME, Milestone, may_be_moved_to, may_come_back
from programme.names import read_name
from store import flow, milestones, own_dates, people
from store.flow import Step
from store.journal import Happened
from store.tables import MilestoneRow, MilestoneState, Person


@dataclass(frozen=True)
class DateForm:
    """For whom, or of which date the name is awaited; and what it is called."""

    youth_id: int
    milestone_id: int = 0
    name: str = ""

    @property
    def whose(self) -> Whose:
        """Where the way out leads."""
        return Whose(self.youth_id, self.milestone_id)


async def add(turn: Turn, tap: DateTapped) -> None:
    """What is it?"""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await flow.go(turn.session, turn.me.id, Step.OWN_DATE_NAME, turn.now, DateForm(youth.id))
    await turn.show(screens.ask_name(youth.name, Whose(youth.id)))


async def rename(turn: Turn, tap: RenameTapped) -> None:
    """What is it then?"""
    if found := await _seen(turn, tap.milestone_id):
        row, youth = found
        await flow.go(turn.session, turn.me.id, Step.OWN_DATE_NAME, turn.now, DateForm(youth.id, row.id))
        await turn.show(screens.ask_other_name(shown_as(row, youth)))


async def name_typed(turn: Turn) -> None:
    """What it is called; of a new one the day is still to be asked."""
    form, youth, name = _form(turn), await _youth(turn), read_name(turn.text, LONGEST_NAME)
    if form is None or youth is None:
        await _nothing_waits(turn)
    elif name is None:
        await turn.reply(screens.name_refused(form.whose))
    elif form.milestone_id:
        await _renamed(turn, form.milestone_id, name)
    else:
        await flow.go(turn.session, turn.me.id, Step.OWN_DATE_DAY, turn.now, DateForm(youth.id, name=name))
        await turn.reply(screens.ask_day(name, form.whose))


async def _renamed(turn: Turn, milestone_id: int, name: str) -> None:
    found = await find(turn, milestone_id)
    if found is None or own_dates.was_removed(found[0]):
        await _nothing_waits(turn)
        return
    row, youth = found
    await leave(turn)
    other = await own_dates.rename(turn.session, row, name, turn.me.id, turn.now)
    turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
    await gathered.refresh(turn, youth.id)
    await turn.reply(screens.kept(shown_as(other, youth), turn.today, NamePutBack(other.id, row.id)))


async def day_typed(turn: Turn) -> None:
    """When it is; then it is kept."""
    form, youth, day = _form(turn), await _youth(turn), read_day(turn.text, turn.today)
    if form is None or youth is None or not form.name:
        await _nothing_waits(turn)
    elif day is None or not (may_be_moved_to(day, turn.today) or may_come_back(day, turn.today)):
        await turn.reply(screens.day_refused(form.whose))
    else:
        await leave(turn)
        row = await own_dates.add(turn.session, youth.id, form.name, day, turn.today)
        turn.note(Happened.OWN_DATE_ADDED, actor=turn.me, subject=youth)
        undo = SettledBack(row.id, MilestoneState.DROPPED, row.state)
        await turn.reply(screens.kept(shown_as(row, youth), turn.today, undo))


async def name_put_back(turn: Turn, tap: NamePutBack) -> None:
    """Called as before."""
    found, before = await _seen(turn, tap.milestone_id), await find(turn, tap.before_id)
    if found is None:
        return
    row, youth = found
    if before is None or before[1].id != youth.id or not own_dates.was_removed(before[0]):
        await lost.old_button(turn)
        return
    await own_dates.swap(turn.session, row, before[0], turn.me.id, turn.now)
    turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
    await gathered.refresh(turn, youth.id)
    await turn.show(screens.kept(shown_as(before[0], youth), turn.today, None))


async def yearly_chosen(turn: Turn, tap: YearlyChosen) -> None:
    """It comes back, or does not. The same button changes it back."""
    if found := await _seen(turn, tap.milestone_id):
        row, youth = found
        row.yearly, row.first_on = bool(tap.yearly), row.first_on or row.due_on
        turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
        await turn.show(screens.kept(shown_as(row, youth), turn.today, None))


async def removed(turn: Turn, tap: DateRemoved) -> None:
    """It is taken away, and can be put back for a day."""
    found = await _seen(turn, tap.milestone_id)
    if found is None:
        return
    row, youth = found
    undo = SettledBack(row.id, row.state, MilestoneState.DROPPED)
    milestones.settle(row, MilestoneState.DROPPED, turn.me.id, turn.now)
    turn.note(Happened.OWN_DATE_REMOVED, actor=turn.me, subject=youth)
    await gathered.refresh(turn, youth.id)
    await turn.show(screens.removed(shown_as(row, youth), undo))


async def _seen(turn: Turn, milestone_id: int) -> tuple[MilestoneRow, Person] | None:
    """The own date of a button; says that it is an old one otherwise."""
    found = await seen(turn, milestone_id)
    if found is not None and found[0].kind is not Milestone.OWN_DATE:
        await lost.old_button(turn)
        return None
    return found


def _form(turn: Turn) -> DateForm | None:
    return None if turn.position is None else turn.position.read(DateForm)


async def _youth(turn: Turn) -> Person | None:
    form = _form(turn)
    return None if form is None else await people.youth_seen_by(turn.session, turn.me.id, form.youth_id)


async def _nothing_waits(turn: Turn) -> None:
    await leave(turn)
    await lost.words(turn)
