"""Invitations, wrong codes, and the moment somebody comes in."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.joining import INVITATION_LASTS, LOOK_BACK
from store.tables import Consent, Invitation, Person, WrongCode

CODE_BYTES = 16


def _hash(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()


async def invite(session: AsyncSession, person: Person, by: Person | None, now: datetime) -> str:
    """A new code for this person, which replaces the ones they had. Only its hash is kept."""
    for older in await open_invitations(session, person.id):
        older.withdrawn_at = now
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


async def invitation_for(session: AsyncSession, code: str, now: datetime) -> Invitation | None:
    """The invitation that this code opens now; None for a code that is wrong, used, withdrawn or past."""
    query = select(Invitation).where(
        Invitation.code_hash == _hash(code),
        Invitation.used_at.is_(None),
        Invitation.withdrawn_at.is_(None),
        Invitation.expires_at > now,
    )
    return (await session.scalars(query)).first()


async def come_in(session: AsyncSession, invitation: Invitation, telegram_id: int, now: datetime) -> Person:
    """Use an invitation: its person is reached through this account from now on, and through no other."""
    invitation.used_at = now
    person = await session.get_one(Person, invitation.person_id)
    person.telegram_id, person.blocked_at = telegram_id, None
    person.joined_at = person.joined_at or now
    await session.flush()
    return person


def consent(session: AsyncSession, person: Person, version: int, now: datetime) -> None:
    """Keep a yes."""
    session.add(Consent(person_id=person.id, version=version, at=now))


async def wrong_codes(session: AsyncSession, now: datetime, sender: bytes | None = None) -> Sequence[datetime]:
    """The moments of recent wrong codes, of one sender or of all."""
    query = select(WrongCode.at).where(WrongCode.at > now - LOOK_BACK)
    return (await session.scalars(query if sender is None else query.where(WrongCode.sender == sender))).all()


def wrong_code(session: AsyncSession, sender: bytes, now: datetime) -> None:
    """Remember a wrong code for as long as it counts."""
    session.add(WrongCode(sender=sender, at=now))


async def forget_old(session: AsyncSession, now: datetime) -> None:
    """Let go of wrong codes that count no more."""
    await session.execute(delete(WrongCode).where(WrongCode.at < now - LOOK_BACK))
