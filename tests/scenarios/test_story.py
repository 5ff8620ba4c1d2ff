"""The first day, over plain HTTP: what the page asks, without the page."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from sandbox.stage import Weather
from sandbox.stories.eerste_dag import EERSTE_DAG
from sandbox.telegram import Telegram
from sandbox.wishes import Step
from tests.scenarios.first_day import first_morning

LINK = re.compile(r"https://t\.me/\S+")
PATIENCE = 30.0
LOOK_EVERY = 0.05

Phone = dict[str, Any]
T = TypeVar("T")


class OverHttp(Weather):
    """A stage without a browser."""

    def __init__(self, page: httpx.AsyncClient, telegram: Telegram) -> None:
        super().__init__(telegram)
        self._page = page

    async def says(self, name: str, text: str, *, reply_to: str | None = None) -> None:
        """Somebody writes."""
        answered = None
        if reply_to is not None:
            answered = await self._found(name, lambda phone: _message(phone, reply_to), reply_to)
        await self._act(name, "say", {"text": text, "reply_to": answered and answered["id"]})

    async def taps(self, name: str, label: str, *, on: str | None = None) -> None:
        """Somebody taps the newest button with this label."""
        message, row, column = await self._found(name, lambda phone: _button(phone, label, on or ""), label)
        await self._act(name, "tap", {"message": message, "row": row, "column": column})

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""
        await self._act(name, "open", {"link": await self._found(other, _link, "a link")})

    async def expects(
        self, name: str, text: str, *, buttons: Sequence[str] | None = None, edited: bool | None = None
    ) -> None:
        """A message like this is on somebody's phone."""
        message = await self._found(name, lambda phone: _message(phone, text, buttons), text)
        assert edited in {None, message["edited"]}

    async def expects_no_word(self, name: str, *words: str) -> None:
        """The bot never wrote any of these words on somebody's phone."""
        shown = [message["text"] for message in (await self._phones())[name]["messages"] if not message["mine"]]
        assert not [text for text in shown for word in words if word in text]

    async def winds(self, step: Step, *, times: int = 1) -> None:
        """The clock goes on."""
        for _ in range(times):
            answer = await self._page.post("/page/clock", json={"to": step})
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


def _message(phone: Phone, text: str, buttons: Sequence[str] | None = None) -> dict[str, Any] | None:
    for message in reversed(phone["messages"]):
        labels = [button["text"] for row in message["buttons"] for button in row]
        if text in message["text"] and (buttons is None or _labelled(labels, buttons)):
            return dict(message)
    return None


def _labelled(labels: list[str], wanted: Sequence[str]) -> bool:
    return len(labels) == len(wanted) and all(part in label for part, label in zip(wanted, labels, strict=True))


def _button(phone: Phone, label: str, on: str) -> tuple[int, int, int] | None:
    for message in reversed(phone["messages"]):
        if on not in message["text"]:
            continue
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
    async with (
        first_morning(tmp_path) as (address, telegram),
        httpx.AsyncClient(base_url=address, timeout=PATIENCE) as page,
    ):
        await EERSTE_DAG.play(OverHttp(page, telegram))
