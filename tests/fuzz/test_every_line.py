"""Every line of the table of contents, in the hands of whoever it is not for, and while nobody can be looked up.

The lines are read from the table itself, and filled with the numbers of all that is Sam's: a new handler that does not
ask whose it is fails here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from chat.screens.action_line import ActionsShown
from chat.screens.contacts import ContactsShown
from chat.screens.own_dates import DateTapped
from chat.screens.question import QuestionTapped
from handlers.routing import Route
from sandbox.town import Town
from store import people
from store.tables import Person, Trajectory
from tests.fuzz.cast import EVERYBODY, OUTSIDERS, Cast, gather
from tests.fuzz.door import front_door
from tests.fuzz.hands import do, served
from tests.fuzz.judge import Judge, everything
from tests.fuzz.lines import LINES, deeds, name_of
from tests.fuzz.moments import OF_OTHER_MOMENTS

pytestmark = pytest.mark.asyncio

SOME = [line for line in LINES if line.trigger in (ActionsShown, ContactsShown, DateTapped, QuestionTapped)]


async def complaints(town: Town, cast: Cast, name: str, lines: Sequence[Route] = LINES) -> list[str]:
    """What somebody saw or changed that is not theirs, with every number of Sam's."""
    judge, account = Judge(cast, name), cast.phones[name].user.id
    async with front_door(town) as door:
        await judge.begins(door)
        for line in lines:
            for deed in deeds(line, account, cast.numbers):
                await do(town, door, account, deed)
        return await judge.complaints(door)


@pytest.mark.parametrize("name", [*OUTSIDERS, "An"])
async def test_none_serves_an_outsider(town: Town, name: str) -> None:
    cast = await gather(town)
    if wrong := await complaints(town, cast, name):
        each = {name_of(line): await complaints(town, cast, name, [line]) for line in LINES}
        pytest.fail(f"{wrong}, by {[line for line, found in each.items() if found] or 'several together'}")


async def test_one_that_does_not_ask_whose_it_is_is_found(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def any_youth(session: AsyncSession, _staff_id: int, youth_id: int) -> Person | None:
        return await session.get(Person, youth_id) if await session.get(Trajectory, youth_id) else None

    cast = await gather(town)
    monkeypatch.setattr(people, "youth_seen_by", any_youth)
    found = [line for line in SOME if await complaints(town, cast, "Noor", [line])]
    assert {line.trigger for line in found} == {line.trigger for line in SOME}


@pytest.mark.fault
async def test_sams_story_is_about_every_line_that_is_not_of_another_moment(town: Town) -> None:
    cast, here = await gather(town), [line for line in LINES if name_of(line) not in OF_OTHER_MOMENTS]
    async with front_door(town) as door:
        before = await everything(door.session, ())
        assert [name_of(line) for line in here if await served(town, door, cast, line, before) is None] == []


def unreadable(*_what: object) -> NoReturn:
    """As a database that cannot be read."""
    raise OperationalError("SELECT", {}, Exception("disk I/O error"))


async def test_while_nobody_can_be_looked_up_nothing_happens(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    cast = await gather(town)
    async with front_door(town) as door:
        before = await everything(door.session, ())
        monkeypatch.setattr(people, "by_telegram_id", unreadable)
        for name in EVERYBODY:
            account = cast.phones[name].user.id
            for line in LINES:
                deed = next(iter(deeds(line, account, cast.numbers)))
                with pytest.raises(OperationalError):
                    await door.take_in(deed.update)
        assert (await door.said(), await everything(door.session, ())) == ([], before)
