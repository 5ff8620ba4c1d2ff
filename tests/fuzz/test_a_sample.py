"""A small part of `make fuzz`, the same every time."""

from __future__ import annotations

import pytest

from sandbox.town import Town
from tests.fuzz.cast import EVERYBODY, gather
from tests.fuzz.life import life
from tests.fuzz.runs import what_they_know
from tests.fuzz.stretch import stretch

SEED = 7
UPDATES = 600
PAYLOADS = 150


@pytest.mark.asyncio
async def test_odd_updates_break_nothing(town: Town) -> None:
    assert await life(town, SEED, 0, UPDATES) == []
    for phone in (town.person(name) for name in EVERYBODY):
        for arrival in phone.unexpected():
            arrival.expected = True


@pytest.mark.asyncio
async def test_odd_payloads_show_and_change_nothing_of_others(town: Town) -> None:
    cast = await gather(town)
    known = await what_they_know(town, cast)
    found = [await stretch(town, cast, known, SEED, number, PAYLOADS) for number in range(len(EVERYBODY))]
    assert [str(one) for each in found for one in each] == []
