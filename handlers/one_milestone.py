"""One milestone: whose it is, how it is shown, and what changes when something is done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.screens.milestones import Change, MovedBack, SettledBack, Shown
from chat.turn import Turn
from handlers import gathered, lost
from programme.milestones import Milestone
from store import flow, heads_up, milestones, own_dates, people, spiderweb_offer_plan
from store.flow import Step
from store.portion import just
from store.tables import MilestoneRow, MilestoneState, Person

STEPS = frozenset({Step.MILESTONE_DAY, Step.OWN_DATE_NAME, Step.OWN_DATE_DAY, Step.BIRTHDAY})


@dataclass(frozen=True)
class Before:
    """How it was: its day and how it stood, and on which days what is counted from it."""

    state: MilestoneState
    due: date
    chosen: bool
    days: dict[Milestone, date]


async def before(turn: Turn, row: MilestoneRow) -> Before:
    """How it is, before something is done with it."""
    along = await milestones.moving_along(turn.session, row)
    return Before(row.state, row.due_on, row.chosen, {other.kind: other.due_on for other in along})


async def change(
    turn: Turn, row: MilestoneRow, youth: Person, was: Before, undo: SettledBack | MovedBack | None
) -> Change:
    """What changed, what the youth may hear of it, and what takes it back."""
    for planned in (heads_up, spiderweb_offer_plan):
        await planned.plan(turn.session, turn.now, turn.setting.zone, just(youth.id))
    heard = False
    if row.due_on != was.due or row.state is MilestoneState.DROPPED:
        heard = await heads_up.call_off(turn.session, row.id, was.due, turn.now, turn.today)
    known = {other.kind: other.due_on for other in await milestones.of_youth(turn.session, youth.id)}
    await gathered.refresh(turn, youth.id)
    along = [(kind, known[kind]) for kind, day in was.days.items() if known[kind] != day]
    return Change(shown_as(row, youth), undo, along, heard)


async def seen(turn: Turn, milestone_id: int) -> tuple[MilestoneRow, Person] | None:
    """The milestone of a button, and whose it is; says that it is an old one for others, and when it was taken away."""
    found = await find(turn, milestone_id)
    if found is None or own_dates.was_removed(found[0]):
        await lost.old_button(turn)
        return None
    return found


async def find(turn: Turn, milestone_id: int) -> tuple[MilestoneRow, Person] | None:
    """This milestone, when it is of a youth of theirs."""
    row = await turn.session.get(MilestoneRow, milestone_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    return None if row is None or youth is None else (row, youth)


async def leave(turn: Turn) -> None:
    """Out of what was being typed here; elsewhere nothing changes."""
    if turn.position is not None and turn.position.step in STEPS:
        await flow.leave(turn.session, turn.me.id)


def shown_as(row: MilestoneRow, youth: Person) -> Shown:
    """As the screens show it."""
    return Shown(
        milestone_id=row.id,
        youth_id=youth.id,
        youth=youth.name,
        kind=row.kind,
        due=row.due_on,
        state=row.state,
        chosen=row.chosen,
        own=row.name,
        yearly=row.yearly,
    )
