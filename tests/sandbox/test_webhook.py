"""Updates pushed to the bot's address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from sandbox.webhook import SECRET_HEADER, Pusher
from tests.sandbox.front import Front, front


class Door:
    """A bot's address that answers what it is told to."""

    def __init__(self, *answers: int) -> None:
        self._answers = list(answers)
        self.texts: list[Any] = []
        self.secrets: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.secrets.append(request.headers.get(SECRET_HEADER))
        self.texts.append(httpx.Response(200, content=request.content).json()["message"]["text"])
        answer = self._answers.pop(0) if self._answers else 200
        if answer == 0:
            raise httpx.ConnectError("refused")
        return httpx.Response(answer)


@asynccontextmanager
async def pushing(door: Door) -> AsyncIterator[tuple[Front, Pusher]]:
    async with front() as place, httpx.AsyncClient(transport=httpx.MockTransport(door)) as client:
        await place.bot.set_webhook("https://bot.example/hook", secret_token="sesame")  # noqa: S106
        yield place, Pusher(place.telegram, client)


@pytest.mark.asyncio
async def test_updates_are_pushed_in_order_with_the_secret() -> None:
    async with pushing(door := Door()) as (place, pusher):
        place.telegram.write(place.sam, "one")
        place.telegram.write(place.sam, "two")
        assert await pusher.push()
        assert door.texts == ["one", "two"]
        assert door.secrets == ["sesame", "sesame"]
        assert (await place.bot.get_webhook_info()).pending_update_count == 0


@pytest.mark.asyncio
@pytest.mark.parametrize("answer", [500, 403, 0], ids=["failed", "forbidden", "unreachable"])
async def test_a_refused_update_is_pushed_again(answer: int) -> None:
    async with pushing(door := Door(answer)) as (place, pusher):
        place.telegram.write(place.sam, "one")
        assert not await pusher.push()
        info = await place.bot.get_webhook_info()
        assert info.pending_update_count == 1
        assert info.last_error_message
        assert await pusher.push()
        assert door.texts == ["one", "one"]
