"""A milestone is on another day; what is counted from it moves along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import change_of, day_of, read_change
from chat.screen import Screen
from chat.screens import milestones
from chat.screens import moving as screens
from chat.screens.milestones import Change, MovedBack, MoveTapped
from chat.screens.moving import OTHER, MovedTo, UsualDay
from chat.turn import Turn
from handlers import lost
from handlers.milestones import page
from handlers.one_milestone import before, change, find, leave, seen, shown_as
from programme.calendar import read_day
from programme.milestones import FURTHEST, Milestone, may_be_moved_to
from store import flow, own_dates
from store import milestones as kept
from store.flow import Step
from store.journal import Happened
from store.tables import MilestoneRow, Person

NOT_DERIVED = frozenset({Milestone.BIRTHDAY, Milestone.OWN_DATE})


@dataclass(frozen=True)
class DayForm:
    """Of which milestone a day is awaited."""

    milestone_id: int


async def which_day(turn: Turn, tap: MoveTapped) -> None:
    """To which day, and what moves along."""
    if found := await seen(turn, tap.milestone_id):
        along = [row.kind for row in await kept.moving_along(turn.session, found[0])]
        await turn.show(screens.which_day(shown_as(*found), along, turn.today))


async def moved_to(turn: Turn, tap: MovedTo) -> None:
    """One of the offered days, or another that they will type."""
    found = await seen(turn, tap.milestone_id)
    if found is None:
        return
    day = day_of(tap.day)
    if tap.day == OTHER:
        await flow.go(turn.session, turn.me.id, Step.MILESTONE_DAY, turn.now, DayForm(tap.milestone_id))
        await turn.show(screens.type_day(shown_as(*found)))
    elif day is None or not may_be_moved_to(day, turn.today) or (screen := await move(turn, *found, day)) is None:
        await lost.old_button(turn)
    else:
        await turn.show(screen)


async def typed(turn: Turn) -> None:
    """A day they typed."""
    form = turn.position.read(DayForm) if turn.position is not None else None
    found = None if form is None else await find(turn, form.milestone_id)
    day = read_day(turn.text, turn.today)
    if found is None or own_dates.was_removed(found[0]):
        await leave(turn)
        await lost.words(turn)
    elif day is None or not may_be_moved_to(day, turn.today):
        await turn.reply(screens.no_such_day(shown_as(*found)))
    else:
        await leave(turn)
        await turn.reply(await move(turn, *found, day) or milestones.moved(Change(shown_as(*found)), turn.today))


async def move(turn: Turn, row: MilestoneRow, youth: Person, day: date) -> Screen | None:
    """Give one another day, and what to say of it; None when it is on that day, or cannot be moved."""
    if row.due_on == day or row.state not in kept.FOLLOWS or row.kind is Milestone.BIRTHDAY:
        return None
    was = await before(turn, row)
    await kept.move(turn.session, row, day)
    turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
    undo = MovedBack(row.id, change_of(was.due if was.chosen else None, day))
    return milestones.moved(await change(turn, row, youth, was, undo), turn.today)


async def usual_day(turn: Turn, tap: UsualDay) -> None:
    """On the day that follows from the start of the year, again."""
    found = await seen(turn, tap.milestone_id)
    if found is None:
        return
    row, youth = found
    if not row.chosen or not may_be_usual(row):
        await lost.old_button(turn)
        return
    was = await before(turn, row)
    await kept.unmove(turn.session, row)
    turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
    undo = MovedBack(row.id, change_of(was.due, row.due_on))
    await turn.show(milestones.moved(await change(turn, row, youth, was, undo), turn.today))


def may_be_usual(row: MilestoneRow) -> bool:
    """Whether its day can follow from the start of the year."""
    return row.kind not in NOT_DERIVED and row.state in kept.FOLLOWS


async def moved_back(turn: Turn, tap: MovedBack) -> None:
    """On the day before, when nobody touched it since."""
    found, days = await seen(turn, tap.milestone_id), read_change(tap.days)
    if found is None:
        return
    row, youth = found
    if days is None or row.due_on != days[1] or row.state not in kept.FOLLOWS or not _may_return(turn, row, days[0]):
        await lost.old_button(turn)
        return
    was = await before(turn, row)
    await (kept.unmove(turn.session, row) if days[0] is None else kept.move(turn.session, row, days[0]))
    turn.note(Happened.MILESTONE_MOVED, actor=turn.me, subject=youth)
    await change(turn, row, youth, was, None)
    await turn.show(await page(turn, row, youth))


def _may_return(turn: Turn, row: MilestoneRow, day: date | None) -> bool:
    """It may have been overdue; further off there was nothing."""
    return may_be_usual(row) if day is None else turn.today - FURTHEST <= day <= turn.today + FURTHEST
