"""The webs in Sam's story."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from programme.spiderweb import Domain, WebMoment
from sandbox.town import Town
from store import spiderweb

# How often Sam filled one in: with the third there is one before it, and a first of all.
WEBS = 3


async def sams_webs(town: Town, session: AsyncSession, youth_id: int, guide_id: int) -> list[int]:
    """Webs that Sam finished, with a theme of his own and with what is to be done first, and one that he began; how
    Lotte saw it, and how she is about to say that she sees it now.
    """
    finished = [await _finished(town, session, youth_id, days_ago=days) for days in range(WEBS, 0, -1)]
    await spiderweb.put_first(session, finished[0], Domain.HOUSING, town.now())
    begun = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now())
    await spiderweb.answer(session, begun, Domain.MONEY, 1, town.now())
    look = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now(), by_id=guide_id)
    await spiderweb.answer(session, look, Domain.MONEY, 1, town.now())
    look.finished_at = town.now()
    await session.flush()
    complete = await spiderweb.begin(session, youth_id, WebMoment.ANY, town.now(), by_id=guide_id)
    for domain in await spiderweb.asked_in(session, complete):
        await spiderweb.answer(session, complete, domain, 1, town.now())
    return [*finished, begun.id, look.id, complete.id]


async def _finished(town: Town, session: AsyncSession, youth_id: int, *, days_ago: int) -> int:
    at = town.now() - timedelta(days=days_ago)
    web = await spiderweb.begin(session, youth_id, WebMoment.ANY, at)
    await spiderweb.answer(session, web, Domain.MONEY, 1, at)
    web.finished_at = at
    await session.flush()
    return web.id
