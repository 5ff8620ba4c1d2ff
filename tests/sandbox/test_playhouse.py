"""The demo's page while a story plays: another house for as long, and one's own again after it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio

from sandbox import stage
from sandbox.player import Pace
from sandbox.stories import STORIES
from tests.sandbox.playing import FOR_EVER, playing

AT_ONCE = Pace(0, 0, 0)
PATIENCE = 30.0

Json = dict[str, Any]
pytestmark = [pytest.mark.asyncio, pytest.mark.timeout(120), pytest.mark.usefixtures("prepared")]


class Page:
    """An open page."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def directs(self, do: str, story: str | None = None) -> httpx.Response:
        """Taps something in the panel."""
        return await self._client.post("/page/theatre", json={"do": do, "story": story})

    async def acts(self, person: int, act: str, **wish: object) -> None:
        """Does something on somebody's phone."""
        (await self._client.post(f"/page/people/{person}/{act}", json=wish)).raise_for_status()

    async def sees(self) -> Json:
        """Everything there is now."""
        async with aclosing(self.hears()) as stream:
            async for kind, news in stream:
                if kind == "snapshot":
                    return news
        raise AssertionError("the page tells nothing")

    async def waits_for(self, state: str, at: int | None = None) -> Json:
        """Until the story is that far, and as it stands then."""
        async with aclosing(self.shows()) as shows:
            async for show in shows:
                if show["state"] == state and at in {None, show["at"]}:
                    return show
        raise AssertionError("the page went away")

    async def shows(self) -> AsyncGenerator[Json]:
        """How it stands with the story, as it changes."""
        async with aclosing(self.hears()) as stream:
            async for _, news in stream:
                if show := (news.get("theatre") or news).get("show"):
                    yield show

    async def hears(self) -> AsyncGenerator[tuple[str, Json]]:
        """Every event of the stream, until it ends."""
        async with self._client.stream("GET", "/page/events") as stream:
            kind = ""
            async for line in stream.aiter_lines():
                if line.startswith("event: "):
                    kind = line[7:]
                elif line.startswith("data: "):
                    yield kind, json.loads(line[6:])


@asynccontextmanager
async def opened(folder: Path, pace: Pace) -> AsyncIterator[Page]:
    """A demo that lives, with a page on it."""
    async with playing(folder, pace) as address, httpx.AsyncClient(base_url=address, timeout=PATIENCE) as client:
        yield Page(client)


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    """A page on which a story waits at every step."""
    async with opened(tmp_path, FOR_EVER) as page:
        yield page


def names(everything: Json) -> list[str]:
    """Who has a phone."""
    return [person["name"] for person in everything["people"]]


@pytest.mark.timeout(300)  # seven of them; on a machine with much else to do a story takes half a minute
async def test_every_story_plays_to_its_end_on_a_bot_that_lives(tmp_path: Path) -> None:
    async with opened(tmp_path, AT_ONCE) as page:
        bill = (await page.sees())["theatre"]["stories"]
        assert [story["name"] for story in bill] == list(STORIES)
        for story in bill:
            assert (await page.directs("play", story["name"])).is_success
            show = await page.waits_for("done")
            assert (show["name"], show["at"]) == (story["name"], len(show["captions"]) - 1)


async def test_a_story_has_a_house_of_its_own_and_gives_back_yours(page: Page) -> None:
    before = await page.sees()
    mo = before["people"][0]["id"]
    await page.acts(mo, "say", text="dit blijft staan")
    stream = page.hears()
    assert (await anext(stream))[0] == "snapshot"
    await page.directs("play", "stil")
    assert "moved" in [kind async for kind, _ in stream]
    there = await page.sees()
    assert names(there) == ["Sam", "Lotte", "Bram"]
    assert (there["now"][:10], there["run"]) == ("2026-11-24", "own-1")
    assert "dit blijft staan" not in json.dumps(there)
    await page.directs("stop")
    after = await page.sees()
    assert (names(after), after["run"], after["theatre"]["show"]) == (names(before), "own", None)
    assert "dit blijft staan" in json.dumps(after)


async def test_step_by_step_and_with_a_pause(page: Page) -> None:
    await page.directs("play", "stil")
    assert (await page.waits_for("playing"))["at"] == 0
    await page.directs("pause")
    await page.waits_for("paused", at=0)
    await page.directs("next")
    show = await page.waits_for("paused", at=0)
    assert "Sam" in names(await page.sees())
    assert len((await page.sees())["people"][0]["messages"]) > 0
    await page.directs("next")
    show = await page.waits_for("paused", at=1)
    assert len(show["phones"]) == 2
    await page.directs("go_on")
    await page.waits_for("playing")
    await page.directs("next")
    await page.waits_for("playing", at=2)


async def test_points_at_the_button_before_it_is_tapped(page: Page) -> None:
    await page.directs("play", "eerste-dag")
    await page.directs("next")
    seen = [(await page.waits_for("playing", at=0))["touch"]]
    async with aclosing(page.shows()) as shows:
        async for show in shows:
            if show["touch"] != seen[-1]:
                seen.append(show["touch"])
            if (show["touch"] or {}).get("label") == "Sla over":
                break
    labels = [touch["label"] for touch in seen if touch]
    assert labels[-1] == "Sla over"
    assert [touch["number"] for touch in seen if touch] == sorted({touch["number"] for touch in seen if touch})


async def test_whoever_plays_along_is_told_kindly_that_the_story_lost_its_way(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "LOOKS", 5)
    await page.directs("play", "stil")
    await page.directs("pause")
    await page.waits_for("paused")
    sam = (await page.sees())["people"][0]
    await page.acts(sam["id"], "block", blocked=True)
    await page.directs("go_on")
    await page.directs("next")
    assert (await page.waits_for("stuck"))["at"] == 0
    assert (await page.directs("play", "even-niet")).is_success
    assert (await page.waits_for("playing"))["name"] == "even-niet"


@pytest.mark.parametrize(("do", "story"), [("play", "onbekend"), ("play", None), ("next", None), ("dance", None)])
async def test_what_cannot_be_played_is_refused(page: Page, do: str, story: str | None) -> None:
    assert (await page.directs(do, story)).status_code == 422
    assert (await page.sees())["run"] == "own"


async def test_two_who_ask_at_once_get_one_story(page: Page) -> None:
    answers = await asyncio.gather(*(page.directs("play", name) for name in ("stil", "even-niet")))
    assert all(answer.is_success for answer in answers)
    assert (await page.waits_for("playing"))["name"] in {"stil", "even-niet"}
    await page.directs("stop")
    assert (await page.sees())["run"] == "own"
