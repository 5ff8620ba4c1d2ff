"""`spoor invite`: a colleague's way in."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.application import assemble
from bot.ending import CannotGoOn
from bot.invite import invite_staff
from programme.people import Role
from sandbox.faults import Fault
from sandbox.town import Town
from store.tables import Invitation, Person


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("coordinator", Role.COORDINATOR),
        ("Coördinator", Role.COORDINATOR),
        ("begeleider", Role.BEGELEIDER),
        ("teamcoach", Role.TEAMCOACH),
    ],
)
async def test_the_link_brings_a_colleague_in(town: Town, word: str, role: Role) -> None:
    link = await invite_staff(assemble(town.settings, clock=town.clock), word, "  An <b>&  ")
    assert link.startswith("https://t.me/spoor_bot?start=")
    an = town.person("An")
    await an.says(f"/start {link.partition('=')[2]}")
    an.expects("An <b>&")
    async with town.spoor.database.read() as session:
        person = (await session.scalars(select(Person))).one()
    assert (person.name, person.role, person.telegram_id) == ("An <b>&", role, an.user.id)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("role", "name", "says"),
    [
        pytest.param("youth", "Sam", "/nieuw", id="a youth comes in otherwise"),
        pytest.param("boss", "An", "coordinator", id="no such role"),
        pytest.param("begeleider", "  ", "A name has", id="no name"),
        pytest.param("begeleider", "x" * 61, "A name has", id="a long name"),
    ],
)
async def test_what_is_refused(town: Town, role: str, name: str, says: str) -> None:
    with pytest.raises(CannotGoOn, match=says):
        await invite_staff(assemble(town.settings, clock=town.clock), role, name)
    async with town.spoor.database.read() as session:
        assert (await session.scalars(select(Invitation))).all() == []


@pytest.mark.asyncio
async def test_without_a_network_once_the_name_is_known(town: Town) -> None:
    town.telegram.faults.switch_on(Fault.DOWN)
    assert await invite_staff(assemble(town.settings, clock=town.clock), "begeleider", "Lotte")
