"""The spinnenweb is offered when a milestone is near: alone, together or later, one reminder, and then a person."""

from __future__ import annotations

import pytest

from sandbox.town import Town
from tests.people import Phone, sam_with_lotte
from tests.scenarios.morning import planned, until
from tests.scenarios.test_spiderweb import finishes, scores_all

NEAR = "Hey Sam!\nBinnenkort vertel je jouw plan, samen met Lotte."
CHOICES = ["Nu, alleen", "Samen met Lotte", "Later"]


async def near_the_plan(town: Town) -> tuple[Phone, Phone]:
    """It is Tuesday 24 November; the plan of Sam is due on Tuesday 1 December."""
    found = await sam_with_lotte(town, day=36, duo="Bram", at=None, year=True)
    await planned(town)
    return found


async def offered(town: Town) -> tuple[Phone, Phone]:
    """On Wednesday: six days ahead, the first night after Sam came."""
    sam, lotte = await near_the_plan(town)
    await until(town, "2026-11-25 16:00")
    sam.expects(NEAR, buttons=CHOICES)
    return sam, lotte


@pytest.mark.asyncio
async def test_alone_it_begins_on_that_message(town: Town) -> None:
    sam, lotte = await offered(town)
    await sam.taps("Nu, alleen")
    sam.expects("🏠 Wonen (1/10)", edited=True)
    await town.restart()
    await scores_all(sam)
    sam.expects("Jouw spinnenweb.", photo=True)
    sam.expects("Waar wil je")
    await finishes(sam)
    sam.expects("Klaar.", edited=True)
    lotte.expects("Sam vulde het spinnenweb in.")
    await until(town, "2026-11-30 15:00")
    sam.expects_nothing()
    lotte.expects_no_word("Sam: het spinnenweb")
