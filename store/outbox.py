"""What goes out to Telegram: a row before it is sent, its outcome after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate

from programme.calendar import next_within_hours
from programme.people import Role
from programme.silence import reasonable_for_staff
from store.once import add_once
from store.tables import Doubt, Lane, Outbox, OutboxState, Person
from store.types import written

OPEN = (OutboxState.QUEUED, OutboxState.SENDING)


def is_open(row: type[Outbox] = Outbox) -> ColumnElement[bool]:
    """Of what still waits, or is on its way: SQLite looks into the index of that only when it stands written so."""
    return row.state.in_([written(state) for state in OPEN])


TAKEN_BACK = "taken back"
UNREACHABLE = "unreachable"
"""Of why it was not said."""
NOT_GOT = (OutboxState.FAILED, OutboxState.EXPIRED)
KEPT_FOR = timedelta(days=60)
# What certainly did not arrive is tried for a day: a network may be down for a night.
TRIED_FOR = timedelta(hours=24)


async def add(session: AsyncSession, **values: Any) -> int | None:
    """Queue a message and return its id; None when one with the same key was queued before."""
    added: int | None = await add_once(session, Outbox, state=OutboxState.QUEUED, tries=0, repeated=0, **values)
    return added


def came_to_nothing(now: datetime) -> ColumnElement[bool]:
    """Of what was said: that it certainly did not arrive, and never will."""
    too_late = and_(Outbox.state == OutboxState.QUEUED, Outbox.expires_at < now)
    return or_(Outbox.state.in_(NOT_GOT), too_late)


@dataclass(frozen=True)
class Ready:
    """What may go, in which chat (of none for what is no message), and how urgent it is."""

    id: int
    chat_id: int | None
    lane: Lane


async def ready(session: AsyncSession, now: datetime, limit: int) -> list[Ready]:
    """What may go now, the most urgent lane first. A person gets one message at a time, in order; what waits for a
    good hour takes its place in that when the hour has come."""
    return [Ready(*row) for row in await session.execute(_ready(), {"now": now, "limit": limit})]


@cache
def _ready() -> Select[int, int | None, Lane]:
    """Made once: it is asked all day long, and making it costs more than the answer."""
    now: BindParameter[datetime] = bindparam("now")
    before = aliased(Outbox)
    queued, sending = written(OutboxState.QUEUED), written(OutboxState.SENDING)
    has_its_turn = or_(before.tries > 0, before.not_before.is_(None), before.not_before <= now)
    earlier = select(before.id).where(  # not the whole row: the index of a chat holds all that is asked
        before.chat_id == Outbox.chat_id,
        is_open(before),
        or_(
            before.state == sending,
            and_(tuple_(before.lane, before.id) < tuple_(Outbox.lane, Outbox.id), has_its_turn),
        ),
    )
    return (
        select(Outbox.id, Outbox.chat_id, Outbox.lane)
        .where(
            is_open(),
            Outbox.state == queued,
            or_(Outbox.not_before.is_(None), Outbox.not_before <= now),
            or_(Outbox.expires_at.is_(None), Outbox.expires_at >= now),
            ~earlier.exists(),
        )
        .order_by(Outbox.lane, Outbox.id)
        .limit(bindparam("limit"))
    )


@dataclass(frozen=True)
class Queue:
    """What is queued, at a moment."""

    too_late: bool
    """Whether something is too late by then."""
    held_until: datetime | None
    """When the next held message may go; None when none is held until a later moment."""


async def look(session: AsyncSession, now: datetime) -> Queue | None:
    """How the queue stands; None when it is empty."""
    queued, too_late, held_until = (await session.execute(_look(), {"now": now})).one()
    return Queue(too_late, held_until) if queued else None


@cache
def _look() -> Select[bool, bool, datetime | None]:
    """Three questions in one errand. None counts: thousands may wait while this is asked."""
    now = bindparam("now", type_=Outbox.not_before.type)
    queued = Outbox.state == written(OutboxState.QUEUED)
    held_until = select(func.min(Outbox.not_before)).where(queued, Outbox.not_before > now)
    too_late = exists().where(queued, Outbox.expires_at < now)
    return select(exists().where(queued), too_late, held_until.scalar_subquery())


async def claim(session: AsyncSession, row_ids: Iterable[int], now: datetime) -> list[Outbox]:
    """Take queued messages to send them, as they are now, in the order in which they go. Without those that somebody
    else has, or that were taken back."""
    taken = await session.scalars(_claim(), {"row_ids": list(row_ids), "now": now})
    return sorted(taken, key=lambda row: (row.lane, row.id))


@cache
def _claim() -> ReturningUpdate[Outbox]:
    return (
        update(Outbox)
        .where(Outbox.id.in_(bindparam("row_ids", expanding=True)), Outbox.state == OutboxState.QUEUED)
        .values(state=OutboxState.SENDING, claimed_at=bindparam("now"), tries=Outbox.tries + 1)
        .returning(Outbox)
        .execution_options(populate_existing=True, synchronize_session=False)
    )


async def contents(session: AsyncSession, row_id: int) -> str:
    """What is to be sent; empty once the outcome is known. Raises store.sealed.CannotUnseal."""
    return await session.scalar(_CONTENTS, {"row_id": row_id}) or ""


_CONTENTS = select(Outbox.payload).where(Outbox.id == bindparam("row_id"))


def close(row: Outbox, state: OutboxState, now: datetime, error: str | None = None) -> None:
    """Write the outcome and wipe the contents; of somebody without a place nothing stays."""
    row.state, row.done_at, row.payload, row.error = state, now, None, error
    if row.person_id is None:
        row.chat_id = row.message_id = None


async def said(session: AsyncSession, sent: Outbox, message_id: int | None, now: datetime) -> None:
    """It is there, as this message of the chat in which it was sent; without one when it changed what was there."""
    there = {"row_id": sent.id, "sent_to": sent.chat_id, "number": message_id, "now": now}
    await session.execute(_SAID, there)


# The outcome of nearly all: made once, and written without looking at the row first. It does what `close` does.
_OF_NOBODY = Outbox.person_id.is_(None)
_SAID = (
    update(cast(Table, Outbox.__table__))
    .where(Outbox.id == bindparam("row_id"))
    .values(
        state=OutboxState.SENT,
        done_at=bindparam("now"),
        payload=None,
        error=None,
        chat_id=case((_OF_NOBODY, None), else_=Outbox.chat_id),
        message_id=case(
            (_OF_NOBODY, None),
            (Outbox.chat_id == bindparam("sent_to"), func.coalesce(bindparam("number"), Outbox.message_id)),
            else_=Outbox.message_id,
        ),
    )
)


def put_back(row: Outbox, not_before: datetime) -> None:
    """It certainly did not arrive: try again later."""
    row.state, row.claimed_at, row.not_before = OutboxState.QUEUED, None, not_before


def in_doubt(row: Outbox, now: datetime, again_at: datetime) -> None:
    """It may have arrived. Each message says beforehand what that means for it."""
    if row.doubt is Doubt.LEAVE:
        close(row, OutboxState.UNKNOWN, now)
        return
    row.repeated += 1
    put_back(row, again_at)


async def planned(session: AsyncSession) -> Sequence[Outbox]:
    """What was planned, and has not left."""
    return (
        await session.scalars(select(Outbox).where(Outbox.state == OutboxState.QUEUED, Outbox.lane == Lane.PLANNED))
    ).all()


async def keep_for_the_day(session: AsyncSession, rows: Iterable[Outbox], now: datetime, zone: ZoneInfo) -> None:
    """What was planned and waited into the night, goes in the morning. A question, and a message about today's work,
    says itself until when it is of use."""
    for row in rows:
        if row.state is not OutboxState.QUEUED or row.lane is not Lane.PLANNED or row.expires_at is not None:
            continue
        at = max(row.not_before or now, now)
        by_day = next_within_hours if await _is_to_a_youth(session, row) else reasonable_for_staff
        if (fair := by_day(at, zone)) > at:
            row.not_before = fair


async def _is_to_a_youth(session: AsyncSession, row: Outbox) -> bool:
    return await session.scalar(select(Person.role).where(Person.id == row.person_id)) is Role.YOUTH


async def hold_chat(session: AsyncSession, chat_id: int, until: datetime) -> None:
    """Send nothing to this chat before `until`."""
    await session.execute(
        update(Outbox)
        .where(Outbox.chat_id == chat_id, Outbox.state == OutboxState.QUEUED)
        .where(or_(Outbox.not_before.is_(None), Outbox.not_before < until))
        .values(not_before=until)
    )


async def expire(session: AsyncSession, now: datetime) -> None:
    """What is too late is not said any more."""
    late = select(Outbox).where(Outbox.state == OutboxState.QUEUED, Outbox.expires_at < now)
    for row in await session.scalars(late):
        close(row, OutboxState.EXPIRED, now)


async def recover(session: AsyncSession, now: datetime) -> None:
    """After a restart nobody knows what became of the messages that were on their way."""
    for row in await session.scalars(select(Outbox).where(is_open(), Outbox.state == OutboxState.SENDING)):
        in_doubt(row, now, again_at=now)


async def take_back_planned(session: AsyncSession, person_id: int, now: datetime) -> None:
    """What was planned for a person and has not left, does not leave; what is on its way is not tried again."""
    planned = select(Outbox).where(Outbox.person_id == person_id, Outbox.lane == Lane.PLANNED, is_open())
    for row in await session.scalars(planned):
        recall(row, now)


def recall(row: Outbox, now: datetime) -> None:
    """It does not leave; when it is on its way already, it is not tried again."""
    if row.state is OutboxState.QUEUED:
        close(row, OutboxState.EXPIRED, now, TAKEN_BACK)
    else:
        row.expires_at = now


async def take_back(session: AsyncSession, kind: str, subject: int, now: datetime) -> bool:
    """Take back what is queued of this kind about this subject. Whether any was, or is in flight at this moment."""
    rows = (await session.scalars(_OPEN_ABOUT, {"kind": kind, "subject": subject})).all()
    for row in rows:
        if row.state is OutboxState.QUEUED:
            close(row, OutboxState.EXPIRED, now, TAKEN_BACK)
    return bool(rows)


# Made once: these are asked for every tap on a face, and making them costs as much as the answer.
_ABOUT = select(Outbox).where(Outbox.about == bindparam("subject"))
_OPEN_ABOUT = _ABOUT.where(Outbox.kind == bindparam("kind"), Outbox.state.in_(OPEN))
_OF_KINDS = Outbox.kind.in_(bindparam("kinds", expanding=True))
_SEEN_ABOUT = _ABOUT.where(_OF_KINDS, Outbox.message_id.is_not(None)).order_by(Outbox.id)


async def with_key(session: AsyncSession, key: str) -> Outbox | None:
    """The message that is one of a kind by this key."""
    return (await session.scalars(select(Outbox).where(Outbox.key == key))).first()


async def open_for(session: AsyncSession, person_id: int) -> Sequence[Outbox]:
    """What still waits to be sent to this person, or is on its way."""
    query = select(Outbox).where(Outbox.person_id == person_id, is_open())
    return (await session.scalars(query.order_by(Outbox.id))).all()


async def about(session: AsyncSession, kinds: Iterable[str], subject: int) -> Sequence[Outbox]:
    """What was sent of these kinds about this subject and stands on somebody's screen."""
    return (await session.scalars(_SEEN_ABOUT, {"kinds": list(kinds), "subject": subject})).all()


async def all_about(session: AsyncSession, kind: str, subject: int) -> Sequence[Outbox]:
    """Whatever was, or is still to be, sent of this kind about this subject."""
    query = select(Outbox).where(Outbox.kind == kind, Outbox.about == subject)
    return (await session.scalars(query.order_by(Outbox.id))).all()


async def who_got(session: AsyncSession, kind: str, subject: int) -> frozenset[int]:
    """The ids of those who got something of this kind about this subject, perhaps got it, or still will."""
    query = select(Outbox.person_id).where(Outbox.kind == kind, Outbox.about == subject, Outbox.state.not_in(NOT_GOT))
    return frozenset(one for one in await session.scalars(query) if one is not None)


async def latest_alive(session: AsyncSession, kind: str, subject: int, person_id: int) -> Outbox | None:
    """The newest of this kind about this subject to this person that is, or will be, on their screen."""
    alive = Outbox.state.in_((*OPEN, OutboxState.SENT))
    query = select(Outbox).where(Outbox.kind == kind, Outbox.about == subject, Outbox.person_id == person_id, alive)
    return (await session.scalars(query.order_by(Outbox.id.desc()).limit(1))).first()


async def arrived(session: AsyncSession, kind: str, subject: int, person_id: int, now: datetime) -> None:
    """This person did something with what was said of this kind about this subject, so no doubt is left about it: it is
    not said again."""
    doubted = and_(Outbox.state == OutboxState.QUEUED, Outbox.repeated > 0)
    query = select(Outbox).where(Outbox.kind == kind, Outbox.about == subject, Outbox.person_id == person_id, doubted)
    for row in await session.scalars(query):
        close(row, OutboxState.SENT, now)


async def by_message(session: AsyncSession, chat_id: int, message_id: int) -> Outbox | None:
    """What we sent as this message of this chat."""
    query = select(Outbox).where(Outbox.chat_id == chat_id, Outbox.message_id == message_id)
    return (await session.scalars(query.order_by(Outbox.id).limit(1))).first()


async def in_doubt_between(session: AsyncSession, chat_id: int, since: datetime, until: datetime) -> Sequence[Outbox]:
    """What may have come to this chat, between these moments, as a message of which we never heard the number."""
    waited = and_(Outbox.created_at <= until, or_(Outbox.done_at.is_(None), Outbox.done_at >= since))
    unheard = or_(Outbox.repeated > 0, Outbox.state.in_((OutboxState.SENDING, OutboxState.UNKNOWN)))
    query = select(Outbox).where(Outbox.chat_id == chat_id, waited, unheard)
    return (await session.scalars(query.order_by(Outbox.id))).all()


async def count(session: AsyncSession, state: OutboxState) -> int:
    """How many messages are in this state."""
    return await session.scalar(select(func.count()).select_from(Outbox).where(Outbox.state == state)) or 0


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of the outcomes of two months ago."""
    await session.execute(delete(Outbox).where(Outbox.state.not_in(OPEN), Outbox.done_at < now - KEPT_FOR))
