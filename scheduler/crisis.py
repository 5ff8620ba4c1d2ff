"""Words that hint at suicide, with which nobody is in touch yet: the next people hear of it."""

from __future__ import annotations

from chat import crisis
from chat.occasion import Occasion
from store.tables import Alarm, Person


async def look(occasion: Occasion, alarm_id: int | None) -> None:
    """Look at one that is open, as it stands now. Who said that they call has had the time for it."""
    row = await occasion.session.get(Alarm, alarm_id)
    if row is None or row.taken_up_at is not None:
        return
    if (await occasion.session.get_one(Person, row.youth_id)).ended_at is not None:
        return
    row.calling_at = row.calling_by = None
    if row.meant_otherwise_at is not None:
        await crisis.ask_to_look(occasion, row)
    else:
        await crisis.go_on(occasion, row)
