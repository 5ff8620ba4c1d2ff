"""Every night: lets go of what is old, and puts back on the agenda what should be there."""

from __future__ import annotations

from chat.occasion import Occasion
from store import night


async def tidy(occasion: Occasion, _about: int | None) -> None:
    """The chores of one night; plans the next."""
    await night.plan_next(occasion.session, occasion.now, occasion.setting.zone)
    await night.forget_old(occasion.session, occasion.now)
    await night.begin_to_heal(occasion.session, occasion.now)


async def heal(occasion: Occasion, after: int | None) -> None:
    """Look at a portion of the people: everybody's turn comes, and meanwhile nobody waits long for the database."""
    await night.heal_after(occasion.session, after or 0, occasion.now, occasion.setting.zone)
