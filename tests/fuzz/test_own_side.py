"""Every line of the table of contents in the hands of whoever it is for: served, or politely refused. And while people
cannot be looked up on the way, nothing comes of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from handlers.routing import Route
from sandbox.town import Town
from tests.fuzz.cast import IN_THEIR_ROLE, Cast, gather
from tests.fuzz.door import Door, front_door
from tests.fuzz.hands import do, served
from tests.fuzz.judge import Kept, everything
from tests.fuzz.lines import LINES, deeds, few, name_of
from tests.fuzz.moments import MOMENTS, OF_OTHER_MOMENTS
from tests.fuzz.walking import walk
from tests.people import row_of

pytestmark = pytest.mark.asyncio
# So many ways of each line are tried.
HOW_OFTEN = [pytest.param(60, marks=pytest.mark.fault, id="many"), pytest.param(1, id="one")]
# So many at another moment, with numbers that are not those that were left.
OF_EACH = 30
# Which lines are tried while people cannot be looked up: each one in so many.
EACH_IN = [pytest.param(1, marks=pytest.mark.fault, id="all"), pytest.param(16, id="some")]
OF_PEOPLE = (" person ", " person\n", " trajectory ", " trajectory\n")


@pytest.mark.parametrize("tried", HOW_OFTEN)
@pytest.mark.parametrize("name", IN_THEIR_ROLE)
async def test_whoever_it_is_for_breaks_nothing(town: Town, name: str, tried: int) -> None:
    cast = await gather(town)
    me = await row_of(town, cast.phones[name])
    async with front_door(town) as door:
        for line in LINES:
            if me.role in line.roles:
                await _try(town, door, cast, name, line, tried)


async def _try(town: Town, door: Door, cast: Cast, name: str, line: Route, tried: int) -> None:
    account = cast.phones[name].user.id
    for deed in few(list(deeds(line, account, cast.numbers, fully=True)), tried):
        async with door.trial():
            await do(town, door, account, deed)


@pytest.mark.fault
@pytest.mark.parametrize("moment", MOMENTS)
async def test_nor_at_another_moment(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        here = {(await walk(town, door, cast, one)).way.line for one in MOMENTS[moment]}
        for name in IN_THEIR_ROLE:
            for line in LINES:
                if name_of(line) in here:
                    await _try(town, door, cast, name, line, OF_EACH)


@contextmanager
def unreadable(town: Town, at: int) -> Iterator[list[str]]:
    """People cannot be looked up the `at`th time, from 1 on; hears of it."""
    engine, asked = town.spoor.database.engine.sync_engine, 0
    failed: list[str] = []

    def look(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
        nonlocal asked
        asked += statement.startswith("SELECT") and any(name in f"{statement} " for name in OF_PEOPLE)
        if asked == at and not failed:
            failed.append(statement)
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    event.listen(engine, "before_cursor_execute", look)
    try:
        yield failed
    finally:
        event.remove(engine, "before_cursor_execute", look)


async def comes_to_nothing(town: Town, door: Door, deed: Callable[[], Awaitable[None]], before: Kept) -> int:
    """With each time that people are looked up failing once: that comes out, or nothing was said and changed by it. How
    often they are looked up."""
    at = 1
    while True:
        async with door.trial():
            said = len(await door.said())
            with unreadable(town, at) as failed:
                try:
                    await deed()
                except OperationalError:
                    failed.append("and it came out")
            if not failed:
                return at - 1
            if len(failed) == 1:
                assert (len(await door.said()), await everything(door.session, ())) == (said, before), failed
        at += 1


@pytest.mark.parametrize("each_in", EACH_IN)
async def test_while_somebody_cannot_be_looked_up_nothing_comes_of_it(town: Town, each_in: int) -> None:
    cast, looked_up = await gather(town), 0
    async with front_door(town) as door:
        before = await everything(door.session, ())
        for line in [line for line in LINES if name_of(line) not in OF_OTHER_MOMENTS][::each_in]:
            one = await served(town, door, cast, line, before)
            assert one is not None
            looked_up += await comes_to_nothing(town, door, partial(do, town, door, one.account, one.deed), before)
        assert looked_up > len(LINES) / each_in


@pytest.mark.fault
@pytest.mark.parametrize("moment", MOMENTS)
async def test_nor_does_it_at_another_moment(town: Town, moment: str) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        left = [await walk(town, door, cast, one) for one in MOMENTS[moment]]
        before = await everything(door.session, ())
        for one in left:
            account = cast.phones[one.way.name].user.id
            assert await comes_to_nothing(town, door, partial(one.by, town, door, account), before)
