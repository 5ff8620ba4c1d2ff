"""What a page began ends well when the page goes away."""

from __future__ import annotations

import asyncio

import pytest

from sandbox.to_the_end import to_the_end

TURNS = 5


class Broken(Exception):
    """Something went wrong."""


async def turns(ended: list[str]) -> str:
    """Takes some turns of the loop."""
    for _ in range(TURNS):
        await asyncio.sleep(0)
    ended.append("well")
    return "done"


@pytest.mark.asyncio
async def test_what_comes_of_it() -> None:
    assert await to_the_end(turns([])) == "done"


@pytest.mark.asyncio
async def test_it_ends_however_often_it_is_cancelled() -> None:
    ended: list[str] = []
    page = asyncio.create_task(to_the_end(turns(ended)))
    while not page.done():
        await asyncio.sleep(0)
        page.cancel()
    assert (ended, page.cancelled()) == (["well"], True)


@pytest.mark.asyncio
async def test_what_goes_wrong_is_told() -> None:
    async def breaks() -> None:
        raise Broken

    with pytest.raises(Broken):
        await to_the_end(breaks())
