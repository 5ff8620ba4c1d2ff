"""The first day, over plain HTTP: what the page asks, without the page."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from tests.scenarios.first_day import first_day, first_morning

LINK = re.compile(r"https://t\.me/\S+")
PATIENCE = 30.0
LOOK_EVERY = 0.05

Phone = dict[str, Any]
T = TypeVar("T")


class OverHttp:
    """A stage without a browser."""

    def __init__(self, page: httpx.AsyncClient) -> None:
        self._page = page

    async def says(self, name: str, text: str) -> None:
        """Somebody writes."""
        await self._act(name, "say", {"text": text})

    async def taps(self, name: str, label: str) -> None:
        """Somebody taps the newest button with this label."""
        message, row, column = await self._found(name, lambda phone: _button(phone, label), label)
        await self._act(name, "tap", {"message": message, "row": row, "column": column})

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""
        await self._act(name, "open", {"link": await self._found(other, _link, "a link")})

    async def sees(self, name: str, text: str) -> None:
        """A message with this text is on somebody's phone."""
        await self._found(name, lambda phone: any(text in x["text"] for x in phone["messages"]) or None, text)

    async def winds_to_next(self) -> None:
        """The clock goes to the next thing that falls due."""
        answer = await self._page.post("/page/clock", json={"to": "next"})
        assert answer.json()["anything"]

    async def _act(self, name: str, act: str, wish: dict[str, object]) -> None:
        who = (await self._phones())[name]["id"]
        answer = await self._page.post(f"/page/people/{who}/{act}", json=wish)
        assert answer.is_success, answer.text

    async def _found(self, name: str, find: Callable[[Phone], T | None], what: str) -> T:
        phone: Phone = {}
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            phone = (await self._phones())[name]
            if (found := find(phone)) is not None:
                return found
            await asyncio.sleep(LOOK_EVERY)
        raise AssertionError(f"{name} does not see {what!r}: {[x['text'] for x in phone['messages']]}")

    async def _phones(self) -> dict[str, Phone]:
        async with self._page.stream("GET", "/page/events") as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data: "):
                    return {person["name"]: person for person in json.loads(line[6:])["people"]}
        raise AssertionError("the page tells nothing")


def _button(phone: Phone, label: str) -> tuple[int, int, int] | None:
    for message in reversed(phone["messages"]):
        for number, row in enumerate(message["buttons"]):
            for column, button in enumerate(row):
                if label in button["text"]:
                    return message["id"], number, column
    return None


def _link(phone: Phone) -> str | None:
    links = [found[0] for message in phone["messages"] if (found := LINK.search(message["text"]))]
    return links[-1] if links else None


@pytest.mark.timeout(300)
@pytest.mark.asyncio
async def test_the_first_day(tmp_path: Path) -> None:
    async with first_morning(tmp_path) as address, httpx.AsyncClient(base_url=address, timeout=PATIENCE) as page:
        await first_day(OverHttp(page))
