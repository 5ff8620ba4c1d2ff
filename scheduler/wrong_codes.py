"""Wrong codes are forgotten as soon as they count no more."""

from __future__ import annotations

from chat.occasion import Occasion
from store import joining


async def forget(occasion: Occasion, _about: int | None) -> None:
    """Wipe those that no lock looks at any more."""
    await joining.forget_old(occasion.session, occasion.now)
