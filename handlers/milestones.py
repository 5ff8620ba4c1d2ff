"""The milestones of one youth: seen, settled, moved, put back. For begeleider and duo."""

from __future__ import annotations

from chat.screen import Rows, Screen
from chat.screens import birthday as birthday_screens
from chat.screens import milestones as screens
from chat.screens import own_dates as own_screens
from chat.screens.milestones import MilestoneSettled, MilestonesShown, MilestoneTapped, SettledBack
from chat.turn import Turn
from handlers import lost
from handlers.one_milestone import before, change, find, leave, seen, shown_as
from programme.milestones import Milestone, still_matters
from store import milestones, own_dates, people
from store.journal import Happened
from store.tables import MilestoneRow, MilestoneState, Person

NOTED = {
    MilestoneState.DONE: Happened.MILESTONE_DONE,
    MilestoneState.DROPPED: Happened.MILESTONE_DROPPED,
    MilestoneState.OPEN: Happened.MILESTONE_OPENED,
    MilestoneState.BEFORE: Happened.MILESTONE_OPENED,
}


async def shown(turn: Turn, tap: MilestonesShown) -> None:
    """All of one youth, at a page; whatever was being typed about one is left."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await leave(turn)
    await turn.show(await overview(turn, youth, tap.page))


async def overview(turn: Turn, youth: Person, page: int) -> Screen:
    """First what is open and still matters, then what was settled."""
    year = await people.year_of(turn.session, youth.id)
    rows = [row for row in await milestones.of_youth(turn.session, youth.id) if not _is_gone(row)]
    to_do = [row for row in rows if row.state is MilestoneState.OPEN and still_matters(row.kind, row.due_on, year)]
    settled = [row for row in rows if row.state is not MilestoneState.OPEN]
    found = [shown_as(row, youth) for row in (*to_do, *settled)]
    known = await own_dates.birthday_of(turn.session, youth.id) is not None
    add = (
        (own_screens.button(youth.id),) if known else (own_screens.button(youth.id), birthday_screens.button(youth.id))
    )
    return screens.overview(youth.id, youth.name, found, page, turn.today, (add,))


def _is_gone(row: MilestoneRow) -> bool:
    return own_dates.was_removed(row) or milestones.was_left(row)


async def opened(turn: Turn, tap: MilestoneTapped) -> None:
    """One of them; whatever was being typed about it is left."""
    if found := await seen(turn, tap.milestone_id):
        row, youth = found
        await leave(turn)
        await turn.show(await page(turn, row, youth))


async def page(turn: Turn, row: MilestoneRow, youth: Person) -> Screen:
    """All about one, and what can be done with it."""
    if own_dates.was_removed(row):
        return own_screens.removed(shown_as(row, youth), None)
    return screens.page(shown_as(row, youth), turn.today, await _choices(turn, row, youth))


async def _choices(turn: Turn, row: MilestoneRow, youth: Person) -> Rows:
    match row.kind:
        case Milestone.BIRTHDAY:
            return birthday_screens.choices(shown_as(row, youth), await own_dates.birthday_of(turn.session, youth.id))
        case Milestone.OWN_DATE:
            return own_screens.choices(shown_as(row, youth))
        case _:
            return screens.choices(shown_as(row, youth))


async def settled(turn: Turn, tap: MilestoneSettled) -> None:
    """It is done, or does not fit; or it is open again."""
    found = await seen(turn, tap.milestone_id)
    if found is None:
        return
    if screen := await settle(turn, *found, tap.state):
        await turn.show(screen)
    else:
        await lost.old_button(turn)


async def settle(turn: Turn, row: MilestoneRow, youth: Person, state: MilestoneState) -> Screen | None:
    """Settle one, or open it again, and what to say of it; None when nothing changes by it."""
    if row.state is state or state is MilestoneState.BEFORE:
        return None
    was = await before(turn, row)
    await _set(turn, row, youth, state)
    undo = SettledBack(row.id, was.state, row.state)
    return screens.settled(await change(turn, row, youth, was, undo), turn.today)


async def settled_back(turn: Turn, tap: SettledBack) -> None:
    """As it stood before, when nobody touched it since."""
    found = await find(turn, tap.milestone_id)
    if found is None or found[0].state is not tap.now or tap.before is tap.now:
        await lost.old_button(turn)
        return
    row, youth = found
    was = await before(turn, row)
    await _set(turn, row, youth, tap.before)
    await change(turn, row, youth, was, None)
    await turn.show(await page(turn, row, youth))


async def _set(turn: Turn, row: MilestoneRow, youth: Person, state: MilestoneState) -> None:
    milestones.settle(row, state, turn.me.id, turn.now)
    await milestones.derive(turn.session, youth.id)
    turn.note(NOTED[state], actor=turn.me, subject=youth)
