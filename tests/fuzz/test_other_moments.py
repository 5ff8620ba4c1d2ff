"""What is left to do at other moments than that of Sam's story, in the hands of whoever it is not for.

The test of every line (test_every_line.py) says which lines these are; here each of them is about something.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sandbox.town import Town
from tests.fuzz.cast import OUTSIDERS, Cast, gather
from tests.fuzz.door import Door, front_door
from tests.fuzz.hands import does_something
from tests.fuzz.judge import Judge, everything
from tests.fuzz.moments import MOMENTS
from tests.fuzz.walking import Left, walk

pytestmark = pytest.mark.asyncio
MOMENT = pytest.mark.parametrize("moment", MOMENTS)


async def what_is_left(town: Town, door: Door, cast: Cast, moment: str) -> list[Left]:
    """At this moment, once all ways that lead there are gone."""
    return [await walk(town, door, cast, one) for one in MOMENTS[moment]]


async def complaints(town: Town, door: Door, cast: Cast, name: str, left: Sequence[Left]) -> list[str]:
    """What somebody saw or changed that is not theirs, by doing all of that; it is undone."""
    account, judge = cast.phones[name].user.id, Judge(cast, name)
    async with door.trial():
        await door.opens()
        await judge.begins(door)
        for one in left:
            await one.by(town, door, account)
        return await judge.complaints(door)


@MOMENT
async def test_it_is_left_to_whoever_it_is_for(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        left = await what_is_left(town, door, cast, moment)
        before = await everything(door.session, ())
        for one in left:
            async with door.trial():
                deed = one.by(town, door, cast.phones[one.way.name].user.id)
                assert await does_something(door, deed, before), one


@MOMENT
async def test_it_serves_no_outsider(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        left = await what_is_left(town, door, cast, moment)
        for name in (*OUTSIDERS, "An"):
            if wrong := await complaints(town, door, cast, name, left):
                each = {one.way.line: await complaints(town, door, cast, name, [one]) for one in left}
                pytest.fail(f"{wrong}, by {[line for line, found in each.items() if found] or 'several together'}")
