"""A bot that does not ask whose a youth is: what the tests of foreign hands have to notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from store import people, youths
from store.tables import Trajectory

Asked = Callable[..., Awaitable[Any]]
# About nobody's youth: whoever does them does them for themselves, or for somebody who is not there yet.
ABOUT_NO_YOUTH = {
    "newstart": "a youth who is not there yet",
    "newduo": "a youth who is not there yet",
    "newguide": "a youth who is not there yet",
    "newpeople": "a youth who is not there yet",
    "newyes": "a youth who is not there yet",
    "colleague region": "a colleague who is not there yet",
    "inregion": "a colleague who is not there yet",
    "inregions": "a colleague who is not there yet",
    "awayon": "whoever taps is away themselves",
    "unhand": "a coördinator, who may for every youth",
    "nzmine": "a youth taps it, and it carries no number",
    "nzgood": "a youth taps it, and it carries no number",
    "nzpick": "a youth taps it, and it carries no number",
}


def careless(patch: pytest.MonkeyPatch) -> None:
    """From now on every youth is given to whoever asks, as to their own begeleider."""
    for module, name in ((people, "youth_seen_by"), (people, "youth_led_by"), (youths, "one_seen_by")):
        patch.setattr(module, name, _for_anybody(getattr(module, name)))


def _for_anybody(find: Asked) -> Asked:
    async def found(session: AsyncSession, _staff_id: int, youth_id: int, *facts: Any) -> Any:
        year = await session.get(Trajectory, youth_id)
        return None if year is None else await find(session, year.begeleider_id, youth_id, *facts)

    return found
