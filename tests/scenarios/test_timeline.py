"""The year of a jongere as a picture."""

from __future__ import annotations

import pytest

from programme.contacts import ContactKind
from sandbox.town import Town
from store import contacts
from tests.people import row_of, sam_with_lotte, staff, today, youth
from tests.scenarios.test_push import hush
from tests.scenarios.test_youths import opens_page
from tests.scenarios.years import at_year


@pytest.mark.asyncio
async def test_one_tap_shows_one_picture(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, day=50, year=True)
    me, guide = await row_of(town, sam), await row_of(town, lotte)
    async with town.spoor.database.write() as session:
        for kind in ContactKind:
            await contacts.note(session, me.id, kind, today(town), guide.id, town.now(), at=None)
    await at_year(lotte, "Sam", "Startdatum", "Gisteren")
    await opens_page(lotte, "Sam")
    hush(lotte)
    await lotte.taps("📈 Tijdlijn", times=3)
    lotte.expects("Het jaar van Sam, om samen te bekijken.", photo=True, buttons=[])
    lotte.expects_nothing()
    await town.wind(minutes=1)
    await lotte.taps("📈 Tijdlijn")
    lotte.expects("Het jaar van Sam", photo=True)
    sam.expects_nothing()


@pytest.mark.parametrize("day", [-20, 1, 200, 400, 800])
@pytest.mark.asyncio
async def test_there_is_a_picture_of_every_year(town: Town, day: int) -> None:
    _, lotte = await sam_with_lotte(town, day=day, at=None, year=True)
    await opens_page(lotte, "Sam")
    hush(lotte)
    await lotte.taps("📈 Tijdlijn")
    lotte.expects("Het jaar van Sam", photo=True)


@pytest.mark.asyncio
async def test_of_who_has_not_joined_there_is_one_and_of_anothers_there_is_none(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town, year=True)
    noor = await staff(town, "Noor")
    await youth(town, "Mo", noor, at=None, year=True)
    await opens_page(noor, "Mo")
    page = noor.expects("Mo: ", edited=True)
    hush(noor)
    await noor.forges(f"timeline:{(await row_of(town, sam)).id}", on=page)
    noor.expects_toast("Die knop is van vroeger")
    lotte.expects_nothing()
