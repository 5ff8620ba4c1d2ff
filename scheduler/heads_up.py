"""The day before a milestone: the youth hears of it."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import heads_up as screens
from programme.calendar import within_hours
from programme.milestones import still_matters, youth_hears_at, youth_hears_of
from programme.workdays import A_DAY
from store import away, heads_up, people, year
from store.journal import Happened
from store.tables import Doubt, Lane, MilestoneRow, MilestoneState, Person


async def tell(occasion: Occasion, milestone_id: int | None) -> None:
    """Tell the youth, when it still is tomorrow and still holds; once for each day of a milestone."""
    row = await occasion.session.get(MilestoneRow, milestone_id)
    if row is None or not await _holds(occasion, row):
        return
    youth = await occasion.session.get_one(Person, row.youth_id)
    begeleider = await away.in_charge(occasion.session, youth.id, row.due_on)
    manner = Manner(
        kind=heads_up.SAID,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=row.id,
        key=heads_up.key_of(row.id, row.due_on),
        expires_at=youth_hears_at(row.due_on, occasion.setting.zone)[1],
    )
    if await occasion.say(screens.tomorrow(row.kind, youth.name, begeleider.name), youth, manner) is not None:
        occasion.note(Happened.HEADS_UP, subject=youth)


async def _holds(occasion: Occasion, row: MilestoneRow) -> bool:
    """Whether what was true when it was planned still is. A year that was ended early, or is on hold, asks nothing."""
    if row.state is not MilestoneState.OPEN or row.due_on != occasion.today + A_DAY:
        return False
    theirs = await people.year_of(occasion.session, row.youth_id)
    return (
        theirs.stopped_on is None
        and still_matters(row.kind, row.due_on, theirs)
        and youth_hears_of(row.kind, chosen=row.chosen)
        and within_hours(occasion.now, occasion.setting.zone)
        and await year.pause_on(occasion.session, row.youth_id, row.due_on) is None
    )
