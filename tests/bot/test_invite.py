"""`spoor invite`: a colleague's way in."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.application import assemble
from bot.ending import CannotGoOn
from bot.invite import invite_staff
from programme.people import Role
from sandbox.faults import Fault
from sandbox.town import Town
from store.tables import Invitation, Person
from tests.bot.test_check import Answer, telegram, unreachable


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
@pytest.mark.parametrize(
    ("answer", "says"),
    [
        pytest.param(
            unreachable,
            "Telegram cannot be reached, and the link needs the bot's name: see `spoor check`.",
            id="no network",
        ),
        pytest.param(
            telegram(401), "Telegram does not say what the bot is called: see `spoor check`.", id="unknown token"
        ),
    ],
)
async def test_without_the_name_nothing_is_made(town: Town, tmp_path: Path, answer: Answer, says: str) -> None:
    settings = town.settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / 'new' / 'spoor.db'}"})
    spoor = assemble(settings, clock=town.clock, transport=httpx.MockTransport(answer))
    with pytest.raises(CannotGoOn) as caught:
        await invite_staff(spoor, "coordinator", "An")
    assert str(caught.value) == says
    assert not (tmp_path / "new").exists()


@pytest.mark.asyncio
async def test_without_a_network_once_the_name_is_known(town: Town) -> None:
    town.telegram.faults.switch_on(Fault.DOWN)
    assert await invite_staff(assemble(town.settings, clock=town.clock), "begeleider", "Lotte")
