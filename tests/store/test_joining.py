"""Invitations in the store: only a hash is kept, one at a time opens, and standing says how far somebody is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from programme.joining import INVITATION_LASTS, Place
from programme.people import Role
from sandbox.town import Town
from store import joining, people
from store.tables import Invitation, Person


async def invited(town: Town) -> tuple[Person, str]:
    """Somebody new, and their code."""
    async with town.spoor.database.write() as session:
        person = Person(role=Role.TEAMCOACH, name="Tine", created_at=town.now())
        session.add(person)
        await session.flush()
        return person, await joining.invite(session, person, None, town.now())


async def opens(town: Town, code: str, *, after: timedelta = timedelta(0)) -> bool:
    """Whether this code opens anything, some time from now."""
    async with town.spoor.database.read() as session:
        return await joining.invitation_for(session, code, town.now() + after) is not None


async def standing(town: Town, person: Person, *, after: timedelta = timedelta(0)) -> Place:
    """How far this person is, some time from now."""
    async with town.spoor.database.read() as session:
        return (await joining.standing(session, person, town.now() + after)).place


def on_disk(folder: Path) -> bytes:
    """All that is in the database files."""
    return b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.asyncio
async def test_a_code_is_nowhere_on_disk(town: Town, tmp_path: Path) -> None:
    _, code = await invited(town)
    assert await opens(town, code)
    assert code.encode() not in on_disk(tmp_path)


@pytest.mark.asyncio
async def test_a_code_holds_128_bits_and_fits_a_link_and_a_button(town: Town) -> None:
    codes = {(await invited(town))[1] for _ in range(20)}
    assert len(codes) == 20
    assert {len(code) for code in codes} == {22}


@pytest.mark.asyncio
async def test_a_new_code_closes_the_one_before(town: Town) -> None:
    person, first = await invited(town)
    async with town.spoor.database.write() as session:
        second = await joining.invite(session, person, None, town.now())
    assert (await opens(town, first), await opens(town, second)) == (False, True)


@pytest.mark.asyncio
async def test_a_code_ends_after_seven_days(town: Town) -> None:
    person, code = await invited(town)
    moment = timedelta(microseconds=1)
    assert await opens(town, code, after=INVITATION_LASTS - moment)
    assert not await opens(town, code, after=INVITATION_LASTS)
    assert await standing(town, person, after=INVITATION_LASTS - moment) is Place.INVITED
    assert await standing(town, person, after=INVITATION_LASTS) is Place.EXPIRED


@pytest.mark.asyncio
async def test_a_used_code_opens_nothing_and_neither_does_another_open_one(town: Town) -> None:
    person, code = await invited(town)
    async with town.spoor.database.write() as session:
        await joining.come_in(session, await session.get_one(Person, person.id), 77, town.now())
    assert not await opens(town, code)
    async with town.spoor.database.read() as session:
        found = await people.by_telegram_id(session, 77)
        assert found is not None
        assert (await joining.standing(session, found, town.now())).place is Place.JOINED
        assert (await session.scalars(select(Invitation.used_at))).all() == [town.now()]


@pytest.mark.asyncio
async def test_a_withdrawn_code_opens_nothing(town: Town) -> None:
    person, code = await invited(town)
    async with town.spoor.database.write() as session:
        assert await joining.withdraw(session, person.id, town.now())
        assert not await joining.withdraw(session, person.id, town.now())
    assert not await opens(town, code)
    assert await standing(town, person) is Place.WITHDRAWN


@pytest.mark.asyncio
async def test_the_code_of_somebody_without_access_opens_nothing(town: Town) -> None:
    person, code = await invited(town)
    async with town.spoor.database.write() as session:
        (await session.get_one(Person, person.id)).ended_at = town.now()
    assert not await opens(town, code)


@pytest.mark.asyncio
async def test_a_code_is_somebodys_own_for_ever(town: Town) -> None:
    person, code = await invited(town)
    other, _ = await invited(town)
    async with town.spoor.database.write() as session:
        await joining.withdraw(session, person.id, town.now())
        assert await joining.was_for(session, code, person.id)
        assert not await joining.was_for(session, code, other.id)
