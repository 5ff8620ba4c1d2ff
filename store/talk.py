"""What youths and their begeleiders say to each other: who, when, of what kind. Never what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from programme.checkin import Face
from programme.talk import Kind, holds_back
from store.tables import Checkin, Outbox, OutboxState, Talk, Trajectory

# What a message that passes on what somebody said is called in the outbox; it is about the id of the talk.
KIND = "talk"


async def add(
    session: AsyncSession,
    youth_id: int,
    author_id: int,
    kind: Kind,
    now: datetime,
    *,
    message_id: int | None,
    album: str | None = None,
) -> Talk:
    """Something was said."""
    row = Talk(youth_id=youth_id, author_id=author_id, kind=kind, at=now, message_id=message_id, album=album)
    session.add(row)
    await session.flush()
    return row


async def last_said(session: AsyncSession, author_id: int) -> Talk | None:
    """What this person said last."""
    query = select(Talk).where(Talk.author_id == author_id).order_by(Talk.id.desc()).limit(1)
    return (await session.scalars(query)).first()


async def written_as(session: AsyncSession, author_id: int, message_id: int) -> Talk | None:
    """What this person said with this message of theirs; the newest, when it was corrected before."""
    query = select(Talk).where(Talk.author_id == author_id, Talk.message_id == message_id)
    return (await session.scalars(query.order_by(Talk.id.desc()).limit(1))).first()


async def first_written_as(session: AsyncSession, author_id: int, message_id: int | None) -> Talk:
    """What this person said with this message of theirs, before any correction. Raises NoResultFound for nothing."""
    query = select(Talk).where(Talk.author_id == author_id, Talk.message_id == message_id)
    return (await session.scalars(query.order_by(Talk.id).limit(1))).one()


async def unanswered(session: AsyncSession, staff_id: int) -> Sequence[Talk]:
    """What youths of this begeleider or duo said and nobody answered, oldest first."""
    mine = or_(Trajectory.begeleider_id == staff_id, Trajectory.duo_id == staff_id)
    query = select(Talk).join(Trajectory, Trajectory.youth_id == Talk.youth_id)
    return (await session.scalars(query.where(mine, *_waits()).order_by(Talk.id))).all()


async def waiting(session: AsyncSession, youth_id: int) -> Sequence[Talk]:
    """What this youth said and nobody answered, oldest first."""
    return (await session.scalars(select(Talk).where(Talk.youth_id == youth_id, *_waits()).order_by(Talk.id))).all()


async def settle(session: AsyncSession, youth_id: int, by: int, now: datetime, *, until: int | None = None) -> bool:
    """What this youth said, up to and with the talk `until`, waits for no answer any more. Whether any did."""
    settled = update(Talk).where(Talk.youth_id == youth_id, *_waits())
    if until is not None:
        settled = settled.where(Talk.id <= until)
    done = await session.execute(settled.values(settled_at=now, settled_by=by).returning(Talk.id))
    return done.first() is not None


async def settle_before(session: AsyncSession, youth_id: int, by: int, mark: datetime, before: datetime) -> bool:
    """What this youth said before that moment waits for no answer any more, since `mark`. Whether any did."""
    settled = update(Talk).where(Talk.youth_id == youth_id, Talk.at <= before, *_waits())
    done = await session.execute(settled.values(settled_at=mark, settled_by=by).returning(Talk.id))
    return done.first() is not None


async def wait_again(session: AsyncSession, youth_id: int, by: int, settled_at: datetime) -> None:
    """What this person settled at that moment waits again: the answer was withdrawn, or there was no contact."""
    await session.execute(
        update(Talk)
        .where(Talk.youth_id == youth_id, Talk.settled_at == settled_at, Talk.settled_by == by)
        .values(settled_at=None, settled_by=None)
    )


async def open_again(session: AsyncSession, said: Talk) -> None:
    """What was settled together with this waits again."""
    if said.settled_by is not None and said.settled_at is not None:
        await wait_again(session, said.youth_id, said.settled_by, said.settled_at)


async def last_words_to(session: AsyncSession, youth_id: int, since: datetime, until: datetime) -> Talk | None:
    """The newest words of staff to this youth from that moment up to that other: not those that were withdrawn, nor
    those that certainly did not arrive."""
    lost = exists().where(
        Outbox.kind == KIND, Outbox.about == Talk.id, Outbox.state.in_((OutboxState.FAILED, OutboxState.EXPIRED))
    )
    query = select(Talk).where(Talk.youth_id == youth_id, Talk.author_id != youth_id, Talk.withdrawn_at.is_(None))
    query = query.where(Talk.at >= since, Talk.at < until, ~lost).order_by(Talk.id.desc())
    return (await session.scalars(query.limit(1))).first()


async def of_others(session: AsyncSession, staff_id: int, youth_id: int, since: datetime) -> Sequence[Talk]:
    """What other youths of this begeleider or duo said from that moment on."""
    mine = or_(Trajectory.begeleider_id == staff_id, Trajectory.duo_id == staff_id)
    query = select(Talk).join(Trajectory, Trajectory.youth_id == Talk.youth_id)
    query = query.where(mine, Talk.youth_id != youth_id, Talk.author_id == Talk.youth_id, Talk.at >= since)
    return (await session.scalars(query.order_by(Talk.id))).all()


async def asks_nothing_more(session: AsyncSession, youth_id: int, since: datetime) -> bool:
    """Whether the bot holds back: what this youth answered and said since that moment, the beginning of the day."""
    answers = select(Checkin.face).where(Checkin.youth_id == youth_id, Checkin.answered_at >= since)
    faces = {Face(face) for face in await session.scalars(answers) if face is not None}
    said = select(Talk.author_id).where(Talk.youth_id == youth_id, Talk.at >= since, Talk.withdrawn_at.is_(None))
    authors = set(await session.scalars(said.distinct()))
    return holds_back(faces, youth_spoke=youth_id in authors, staff_spoke=bool(authors - {youth_id}))


def _waits() -> tuple[ColumnElement[bool], ...]:
    return (Talk.author_id == Talk.youth_id, Talk.settled_at.is_(None))
