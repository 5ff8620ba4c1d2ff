"""A request to be called that nobody took, or of which nothing came: the next people hear of it."""

from __future__ import annotations

from chat import calling
from chat.occasion import Occasion
from store.tables import Call


async def look(occasion: Occasion, call_id: int | None) -> None:
    """Look at one that is open, as it stands now."""
    row = await occasion.session.get(Call, call_id)
    if row is None or row.ended_at is not None:
        return
    if row.wished_at is None:
        await _nothing_chosen(occasion, row)
    elif row.taken_by is None:
        await calling.go_on(occasion, row)
    else:
        await calling.remind(occasion, row)


async def _nothing_chosen(occasion: Occasion, row: Call) -> None:
    """The youth chose no moment: as soon as possible, and they hear that."""
    row.wished_at = occasion.now
    going = await calling.go_on(occasion, row)
    await calling.tell_youth(occasion, row, await calling.gone_round(occasion, row, going))
