"""What a question costs SQLite, in steps of its own machine: the same each time, however busy this one is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from store.database import Database

Ask = Callable[[AsyncSession], Awaitable[object]]


async def steps(database: Database, ask: Ask) -> int:
    """So many."""
    taken = 0

    def one_more() -> None:
        nonlocal taken
        taken += 1

    async with database.read() as session:
        raw = (await (await session.connection()).get_raw_connection()).driver_connection
        await raw.set_progress_handler(one_more, 1)  # type: ignore[union-attr]
        await ask(session)
        await raw.set_progress_handler(None, 0)  # type: ignore[union-attr]
    return taken
