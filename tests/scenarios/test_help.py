"""/hulp shows numbers before all else; words that nothing waits for get an honest answer."""

from __future__ import annotations

import pytest

from chat import menu
from programme.helplines import HELP_LINES
from programme.people import Role
from sandbox.town import Town
from tests.people import coordinator, sam_with_lotte, teamcoach


@pytest.mark.asyncio
async def test_help_lines_come_first_for_everybody(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    for who in (sam, lotte, await coordinator(town), await teamcoach(town)):
        await who.says("/hulp")
        shown = who.expects("Dit kan je hier").plain
        at = [shown.index(line.number) for line in HELP_LINES]
        assert at == sorted(at)
        assert [line.number for line in HELP_LINES[:2]] == ["112", "1813"]
        assert shown.index("Dit kan je hier") > max(at)
        assert shown.splitlines()[1].startswith("112 ")


@pytest.mark.asyncio
async def test_each_role_reads_what_it_can_do(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    of_role = {
        Role.YOUTH: sam,
        Role.BEGELEIDER: lotte,
        Role.COORDINATOR: await coordinator(town),
        Role.TEAMCOACH: await teamcoach(town),
    }
    for role, who in of_role.items():
        await who.says("/hulp")
        shown = who.expects("Dit kan je hier").plain
        assert {f"/{name}" for name, _ in menu.ROLES[role]} - {"/start", "/hulp"} == {
            line.split(":")[0] for line in shown.splitlines() if line.startswith("/")
        }


@pytest.mark.asyncio
async def test_start_again_says_what_one_can_do_and_brings_the_keyboard_back(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    await sam.says("/start")
    sam.expects(
        "📞 Bel me: Lotte krijgt meteen een bericht\n🕸 Mijn spinnenweb: hoe het met je leven gaat, in cijfers\n/hulp: "
    )
    keyboard = town.telegram.keyboard(sam.user.id)
    assert keyboard is not None
    assert keyboard.rows == (("📞 Bel me",), ("🕸 Mijn spinnenweb",))
    await lotte.says("/start")
    lotte.expects("/instellingen: Jouw voorkeuren\n/hulp: ")
    assert town.telegram.keyboard(lotte.user.id) is None


@pytest.mark.asyncio
async def test_a_stranger_gets_numbers_too(town: Town) -> None:
    stranger = town.person("Wie")
    await stranger.says("/hulp")
    shown = stranger.expects("112").plain
    assert shown.index("112") < shown.index("1813")
