"""How those who walk with a youth see the youth's life: scorings of their own, beside the youth's webs."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.spiderweb import is_beside
from store import spiderweb
from store.tables import Scoring


async def finished(session: AsyncSession, youth_id: int) -> Sequence[Scoring]:
    """All of them that are finished, whoever they are of; the newest first."""
    query = select(Scoring).where(Scoring.youth_id == youth_id, Scoring.by_id != youth_id)
    query = query.where(Scoring.finished_at.is_not(None)).order_by(Scoring.finished_at.desc(), Scoring.id.desc())
    return (await session.scalars(query)).all()


async def beside(session: AsyncSession, web: Scoring) -> list[Scoring]:
    """Those that stand beside this web of the youth, the newest first."""
    webs = await spiderweb.visible(session, web.youth_id)
    return [look for look in await finished(session, web.youth_id) if _stands_beside(look, web, webs)]


async def newest_beside(session: AsyncSession, web: Scoring) -> list[Scoring]:
    """The newest of each person that stand beside this web of the youth, in the order of who looked first."""
    return _newest_of_each(await beside(session, web))


async def without_web(session: AsyncSession, youth_id: int) -> list[Scoring]:
    """The newest of each person that stand beside no web of the youth."""
    newest = _newest_of_each(await finished(session, youth_id))
    return [look for look in newest if await web_beside(session, look) is None]


def _newest_of_each(looks: Sequence[Scoring]) -> list[Scoring]:
    """`looks`: the newest first."""
    return list({look.by_id: look for look in reversed(looks)}.values())


async def web_beside(session: AsyncSession, look: Scoring) -> Scoring | None:
    """The newest web of the youth beside which this one stands; None while there is none."""
    webs = await spiderweb.visible(session, look.youth_id)
    return next((web for web in webs if _stands_beside(look, web, webs)), None)


def _stands_beside(look: Scoring, web: Scoring, webs: Sequence[Scoring]) -> bool:
    """`webs`: all of the youth, the newest first."""
    later = [one.stands_at for one in webs if one.id > web.id]
    if look.finished_at is None or web.stands_at is None:
        return False
    return is_beside(look.finished_at, web.stands_at, later[-1] if later else None)
