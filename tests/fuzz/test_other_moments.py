"""What is left to do at other moments than that of Sam's story, in the hands of whoever it is not for.

The test of every line (test_every_line.py) says which lines these are; here each of them is about something.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sandbox.town import Town
from tests.fuzz.careless import ABOUT_NO_YOUTH, careless
from tests.fuzz.cast import IN_THEIR_ROLE, OUTSIDERS, Cast, gather
from tests.fuzz.door import Door, front_door
from tests.fuzz.hands import does_something
from tests.fuzz.judge import Judge, everything
from tests.fuzz.moments import MOMENTS
from tests.fuzz.walking import Left, walk

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("moment", MOMENTS)
async def test_what_is_left_serves_whoever_it_is_for_and_nobody_else(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        left = [await walk(town, door, cast, one) for one in MOMENTS[moment]]
        before = await everything(door.session, ())
        for one in left:
            for name in IN_THEIR_ROLE:
                async with door.trial():
                    something = await does_something(door, one.by(town, door, cast.phones[name].user.id), before)
                assert something or name != one.way.name, one
        for name in (*OUTSIDERS, "An"):
            if wrong := await complaints(town, door, cast, name, left):
                each = {one.way.line: await complaints(town, door, cast, name, [one]) for one in left}
                pytest.fail(f"{wrong}, by {[line for line, found in each.items() if found] or 'several together'}")


async def complaints(town: Town, door: Door, cast: Cast, name: str, left: Sequence[Left]) -> list[str]:
    """What somebody saw or changed that is not theirs, by doing all of that; it is undone."""
    account, judge = cast.phones[name].user.id, Judge(cast, name)
    async with door.trial():
        await door.opens()
        await judge.begins(door)
        for one in left:
            await one.by(town, door, account)
        return await judge.complaints(door)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.fault
async def test_one_that_does_not_ask_whose_it_is_is_noticed(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        left = [await walk(town, door, cast, one) for one in MOMENTS[moment]]
        with pytest.MonkeyPatch.context() as patch:
            careless(patch)
            by_staff = [one for one in left if one.way.name != "Sam"]
            noticed = {one.way.line for one in by_staff if await complaints(town, door, cast, "Noor", [one])}
        assert {one.way.line for one in left} - noticed == {one.way.line for one in left} & ABOUT_NO_YOUTH.keys()
