"""What the bot remembers about itself."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncSession

from store.tables import Own


class Fact(StrEnum):
    """The kinds of things it remembers."""

    BOT_NAME = "bot name"
    KEY = "key"
    """A word sealed with the key of the first day: whoever opens it has a key that fits."""


async def recall(session: AsyncSession, fact: Fact) -> str | None:
    """What was last remembered; None when nothing was."""
    row = await session.get(Own, fact)
    return None if row is None else row.value


async def remember(session: AsyncSession, fact: Fact, value: str) -> None:
    """Remember a value in place of the last one."""
    await session.merge(Own(word=fact, value=value))
