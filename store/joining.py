"""Invitations, wrong codes, and the moment somebody comes in."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.joining import INVITATION_LASTS, LOOK_BACK, Place, place
from store import agenda
from store.agenda import Duty
from store.tables import Consent, Invitation, Person, WrongCode

CODE_BYTES = 16


@dataclass(frozen=True)
class Standing:
    """How far a person is on the way in, and until when their open link works, if they have one."""

    place: Place
    link_until: datetime | None


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


async def invite(session: AsyncSession, person: Person, by: Person | None, now: datetime) -> str:
    """A new code for this person, which replaces the ones they had. Only its hash is kept."""
    await withdraw(session, person.id, now)
    code = base64.urlsafe_b64encode(os.urandom(CODE_BYTES)).decode().rstrip("=")
    session.add(
        Invitation(
            code_hash=_hash(code),
            person_id=person.id,
            invited_by=None if by is None else by.id,
            created_at=now,
            expires_at=now + INVITATION_LASTS,
        )
    )
    await session.flush()
    return code


async def open_invitations(session: AsyncSession, person_id: int) -> Sequence[Invitation]:
    """The invitations of this person that were neither used nor withdrawn; they may have expired."""
    query = select(Invitation).where(
        Invitation.person_id == person_id, Invitation.used_at.is_(None), Invitation.withdrawn_at.is_(None)
    )
    return (await session.scalars(query)).all()


async def withdraw(session: AsyncSession, person_id: int, now: datetime) -> bool:
    """Take this person's link back. Whether there was one that still worked."""
    found = await open_invitations(session, person_id)
    for invitation in found:
        invitation.withdrawn_at = now
    return any(invitation.expires_at > now for invitation in found)


async def standing(session: AsyncSession, person: Person, now: datetime) -> Standing:
    """How far this person is on the way in."""
    return (await standings(session, [person], now))[person.id]


async def standings(session: AsyncSession, persons: Sequence[Person], now: datetime) -> dict[int, Standing]:
    """How far each of these people is on the way in."""
    query = select(Invitation.person_id, func.max(Invitation.expires_at)).where(
        Invitation.person_id.in_([person.id for person in persons]),
        Invitation.used_at.is_(None),
        Invitation.withdrawn_at.is_(None),
    )
    ends = dict((await session.execute(query.group_by(Invitation.person_id))).all())
    return {person.id: _standing(person, ends.get(person.id), now) for person in persons}


def _standing(person: Person, until: datetime | None, now: datetime) -> Standing:
    return Standing(place(joined=person.joined_at is not None, link_until=until, now=now), until)


async def invitation_for(session: AsyncSession, code: str, now: datetime) -> Invitation | None:
    """The invitation that this code opens now; None for a code that is wrong, used, withdrawn or past."""
    query = select(Invitation).join(Person, Person.id == Invitation.person_id)
    query = query.where(
        Person.ended_at.is_(None),
        Invitation.code_hash == _hash(code),
        Invitation.used_at.is_(None),
        Invitation.withdrawn_at.is_(None),
        Invitation.expires_at > now,
    )
    return (await session.scalars(query)).first()


async def was_for(session: AsyncSession, code: str, person_id: int) -> bool:
    """Whether this code is or was this person's own."""
    query = select(Invitation.id).where(Invitation.code_hash == _hash(code), Invitation.person_id == person_id)
    return await session.scalar(query) is not None


async def was_given(session: AsyncSession, code: str) -> bool:
    """Whether this code was ever anybody's: who comes with it does not guess."""
    return await session.scalar(select(Invitation.id).where(Invitation.code_hash == _hash(code))) is not None


async def close_links(session: AsyncSession, person_id: int, now: datetime) -> None:
    """This person's links are used, and open nothing any more."""
    for invitation in await open_invitations(session, person_id):
        invitation.used_at = now


async def come_in(session: AsyncSession, person: Person, telegram_id: int, now: datetime) -> None:
    """Use this person's links: they are reached through this account from now on, and through no other."""
    await close_links(session, person.id, now)
    person.telegram_id, person.blocked_at = telegram_id, None
    person.joined_at = person.joined_at or now
    await session.flush()


def consent(session: AsyncSession, person: Person, version: int, now: datetime) -> None:
    """Keep a yes."""
    session.add(Consent(person_id=person.id, version=version, at=now))


async def wrong_codes(session: AsyncSession, now: datetime, sender: bytes | None = None) -> Sequence[datetime]:
    """The moments of recent wrong codes, of one sender or of all."""
    query = select(WrongCode.at).where(WrongCode.at > now - LOOK_BACK)
    return (await session.scalars(query if sender is None else query.where(WrongCode.sender == sender))).all()


async def wrong_code(session: AsyncSession, sender: bytes, now: datetime) -> None:
    """Remember a wrong code for as long as it counts, and plan to forget it: on the hour, so once for many."""
    session.add(WrongCode(sender=sender, at=now))
    later = now + LOOK_BACK + timedelta(hours=1)
    due = later.replace(minute=0, second=0, microsecond=0)
    await agenda.plan(session, Duty.WRONG_CODES, None, due, key=due.isoformat())


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of wrong codes that count no more."""
    await session.execute(delete(WrongCode).where(WrongCode.at < now - LOOK_BACK))
