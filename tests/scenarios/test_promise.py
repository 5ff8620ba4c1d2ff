"""Ik neem contact op: assigned is not handled, so it comes back when nothing is noted within two working days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from programme.digest import Ask
from sandbox.town import Town
from store import asks, journal, promises
from store.asks import Morning
from store.journal import Happened
from store.tables import Promise
from tests.people import Phone, row_of, sam_with_lotte, today
from tests.scenarios.test_contacts import noted
from tests.scenarios.test_push import hush
from tests.scenarios.test_silence import gone_quiet


async def promised(town: Town) -> list[Promise]:
    """All that were made."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Promise).order_by(Promise.id)))


async def due(town: Town, who: Phone, days: int = 0) -> int:
    """How many promises come back to this person, so many days from now."""
    person, zone = await row_of(town, who), town.spoor.setting.zone
    async with town.spoor.database.read() as session:
        asked = await asks.of_day(Morning(session, person, today(town) + timedelta(days=days), zone))
    return sum(each.ask is Ask.PROMISE for each in asked)


async def makes_one(town: Town, who: Phone, sam: Phone) -> bool:
    """Ik neem contact op."""
    young, person = await row_of(town, sam), await row_of(town, who)
    async with town.spoor.database.write() as session:
        return await promises.make(session, young.id, person.id, town.now(), today(town))


async def happened(town: Town) -> list[str]:
    """What became of promises, in order."""
    kinds = {Happened.PROMISED, Happened.PROMISE_KEPT, Happened.PROMISE_DROPPED}
    async with town.spoor.database.read() as session:
        return [line.kind for line in await journal.since(session, 0) if line.kind in kinds]


@pytest.mark.asyncio
async def test_a_silence_taken_up_on_friday_comes_back_on_tuesday(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await lotte.taps("Ik neem contact op", times=2)
    lotte.expects("Jij neemt contact op met Sam.", edited=True, buttons=["📝 Contact noteren"])
    assert [await due(town, lotte, days) for days in range(6)] == [0, 0, 0, 0, 1, 1]
    assert await happened(town) == [Happened.PROMISED]
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_two_taps_from_the_push_and_it_is_kept(town: Town) -> None:
    sam, lotte = await gone_quiet(town)
    lotte.expects("Sam is 2 dagen stil.")
    await lotte.taps("Ik neem contact op")
    lotte.expects("Jij neemt contact op", edited=True)
    await town.restart()
    await lotte.taps("Contact noteren")
    lotte.expects("Hoe had je contact met Sam?")
    await lotte.taps("Gebeld")
    lotte.expects("Genoteerd: Sam, gebeld", edited=True)
    assert await due(town, lotte, 9) == 0
    await lotte.taps("Ongedaan maken")
    lotte.expects("Weggehaald", edited=True)
    assert await due(town, lotte, 9) == 1
    await lotte.taps("Toch houden")
    lotte.expects("Genoteerd", edited=True)
    assert await due(town, lotte, 9) == 0
    assert await happened(town) == [Happened.PROMISED, Happened.PROMISE_KEPT, Happened.PROMISE_KEPT]
    hush(sam)


@pytest.mark.asyncio
async def test_it_is_one_promise_however_often_it_is_made(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    assert [await makes_one(town, lotte, sam) for _ in range(2)] == [True, False]
    assert len(await promised(town)) == 1
    assert [await due(town, lotte, days) for days in range(4)] == [0, 0, 1, 1]
    await noted(lotte)
    await makes_one(town, lotte, sam)
    assert [row.kept_at is None for row in await promised(town)] == [False, True]


@pytest.mark.asyncio
async def test_the_youth_who_is_heard_does_not_settle_it_a_person_does(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await makes_one(town, lotte, sam)
    await sam.says("hoi")
    assert await due(town, lotte, 2) == 1
    await lotte.says("hey", reply_to=lotte.expects("Sam: hoi"))
    assert await due(town, lotte, 2) == 0
    await town.wind(minutes=1)
    await makes_one(town, lotte, sam)
    await lotte.says("nog iets", reply_to=lotte.expects("Verstuurd naar Sam"))
    assert await due(town, lotte, 2) == 0
    await lotte.taps("Terugtrekken")
    assert await due(town, lotte, 2) == 1
    hush(sam, lotte)


@pytest.mark.asyncio
async def test_words_that_did_not_arrive_keep_no_promise(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await sam.says("hoi")
    copy = lotte.expects("Sam: hoi")
    await makes_one(town, lotte, sam)
    town.telegram.accounts.change(sam.user.id, blocked=True)  # nobody knows yet
    await lotte.says("hey", reply_to=copy)
    assert await due(town, lotte, 2) == 1
    hush(sam, lotte)


@pytest.mark.parametrize(
    ("kind", "when", "kept"), [("Netwerk", "Nu", 1), ("Samen", "Gisteren", 1), ("Samen", "Eer", 0)]
)
@pytest.mark.asyncio
async def test_what_keeps_it(town: Town, kind: str, when: str, kept: int) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await makes_one(town, lotte, sam)
    await noted(lotte, kind)
    await lotte.taps(when)
    assert await due(town, lotte, 2) == kept
    hush(lotte)


@pytest.mark.asyncio
async def test_what_was_noted_before_keeps_nothing(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    await noted(lotte)
    await town.wind(minutes=1)
    await makes_one(town, lotte, sam)
    await lotte.taps("Eerder vandaag")
    lotte.expects("Genoteerd", edited=True)
    assert await due(town, lotte, 2) == 1


@pytest.mark.asyncio
async def test_a_contact_of_the_duo_keeps_it_too(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, duo="Bram", at=None)
    await makes_one(town, lotte, sam)
    await makes_one(town, town.person("Bram"), sam)
    await noted(town.person("Bram"), "Gebeld")
    assert (await due(town, lotte, 2), await due(town, town.person("Bram"), 2)) == (0, 0)
