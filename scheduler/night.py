"""Every night: lets go of what is old, and puts back on the agenda what should be there."""

from __future__ import annotations

from chat.occasion import Occasion
from store import night


async def tidy(occasion: Occasion, _about: int | None) -> None:
    """The chores of one night; plans the next."""
    await night.plan_next(occasion.session, occasion.now, occasion.setting.zone)
    await night.forget_old(occasion.session, occasion.now)
    await night.heal(occasion.session, occasion.now, occasion.setting.zone)
