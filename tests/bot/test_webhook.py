"""Telegram pushes: what is let in, and when it hears that it was."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.ending import CannotGoOn
from bot.patience import Patience
from bot.webhook import LARGEST_BODY, OUR_PORT, SECRET_HEADER, Webhook
from sandbox import model
from sandbox.clock import WoundClock
from sandbox.serving import open_door
from sandbox.town import START, Town
from sandbox.webhook import Pusher
from store.tables import Inbox

SECRET = "sesame-" + "x" * 20
HEADER = SECRET_HEADER.encode()

# At each look: whether something waits there, what went wrong last, and whether that is told.
SEEN_BY_TELEGRAM = [
    (False, None, False),
    (True, "Connection refused", False),
    (True, "Connection refused", True),
    (True, "Connection refused", True),
    (False, "Connection refused", False),
    (True, None, False),
    (True, None, False),
]
UPDATE: dict[str, Any] = {"update_id": 7, "message": {"from": {"id": 12}}}


def free_port() -> int:
    """One that nobody listens on, a moment ago."""
    with open_door(0) as door:
        return int(door.getsockname()[1])


class Drowsy(WoundClock):
    """Who sleeps by it sleeps until they are roused."""

    def __init__(self) -> None:
        super().__init__(START)
        self.asleep, self.roused = asyncio.Event(), asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """However long."""
        await super().sleep(seconds)
        self.asleep.set()
        await self.roused.wait()
        self.roused.clear()

    async def rouse(self) -> None:
        """And wait until they sleep again."""
        await self.asleep.wait()
        self.asleep.clear()
        self.roused.set()
        await self.asleep.wait()


def hook(town: Town, url: str, clock: Drowsy | None = None) -> Webhook:
    """The way in of this town's bot."""
    return Webhook(town.spoor.database, clock or Drowsy(), town.spoor.bot, url, SECRET)


@asynccontextmanager
async def pushing(town: Town, clock: Drowsy | None = None) -> AsyncIterator[str]:
    """With the door open. Its address."""
    address = f"http://127.0.0.1:{free_port()}/spoor"
    task = asyncio.create_task(hook(town, address, clock).run(Patience(town.clock)))
    while town.telegram.webhook is None and not task.done():  # noqa: ASYNC110 - the sandbox has no event for it
        await asyncio.sleep(0)
    yield address
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def inbox_of(town: Town) -> list[int]:
    """The updates that are stored."""
    async with town.spoor.database.read() as session:
        return list(await session.scalars(select(Inbox.update_id).order_by(Inbox.update_id)))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("secret", "body", "status"),
    [
        pytest.param(SECRET, json.dumps(UPDATE), HTTPStatus.OK, id="an update"),
        pytest.param("", json.dumps(UPDATE), HTTPStatus.FORBIDDEN, id="no secret"),
        pytest.param(SECRET[:-1], json.dumps(UPDATE), HTTPStatus.FORBIDDEN, id="nearly the secret"),
        pytest.param("sésame", json.dumps(UPDATE), HTTPStatus.FORBIDDEN, id="a secret that is not ascii"),
        pytest.param("", "junk", HTTPStatus.FORBIDDEN, id="junk without the secret"),
        pytest.param(SECRET, "junk", HTTPStatus.BAD_REQUEST, id="junk"),
        pytest.param(SECRET, "", HTTPStatus.BAD_REQUEST, id="nothing"),
        pytest.param(SECRET, "[]", HTTPStatus.BAD_REQUEST, id="no object"),
        pytest.param(SECRET, "[" * 100_000, HTTPStatus.BAD_REQUEST, id="very deep"),
        pytest.param(SECRET, "{}", HTTPStatus.BAD_REQUEST, id="no id"),
        pytest.param(SECRET, '{"update_id": true}', HTTPStatus.BAD_REQUEST, id="an id that is no number"),
        pytest.param(SECRET, f'{{"update_id": {2**70}}}', HTTPStatus.BAD_REQUEST, id="an id that fits nowhere"),
        pytest.param(SECRET, b"\xff\xfe", HTTPStatus.BAD_REQUEST, id="no text"),
    ],
)
async def test_what_is_let_in(town: Town, secret: str, body: str | bytes, status: HTTPStatus) -> None:
    async with pushing(town) as address, httpx.AsyncClient() as client:
        answer = await client.post(address, content=body, headers=[(HEADER, secret.encode())])
        assert answer.status_code == status
        assert answer.content == b""
        assert await inbox_of(town) == ([7] if status is HTTPStatus.OK else [])


@pytest.mark.asyncio
async def test_what_is_too_large_is_not_read(town: Town) -> None:
    async with pushing(town) as address, httpx.AsyncClient() as client:
        padded = json.dumps(UPDATE) + " " * LARGEST_BODY
        try:
            answer = await client.post(address, content=padded, headers={SECRET_HEADER: SECRET})
        except httpx.TransportError:  # the door may close before all of it was said
            pass
        else:
            assert answer.status_code == HTTPStatus.BAD_REQUEST
        assert await inbox_of(town) == []


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "", HTTPStatus.METHOD_NOT_ALLOWED, id="looking"),
        pytest.param("DELETE", "", HTTPStatus.METHOD_NOT_ALLOWED, id="deleting"),
        pytest.param("POST", "/more", HTTPStatus.NOT_FOUND, id="another path"),
    ],
)
async def test_other_ways(town: Town, method: str, path: str, status: HTTPStatus) -> None:
    async with pushing(town) as address, httpx.AsyncClient() as client:
        answer = await client.request(method, address + path, headers={SECRET_HEADER: SECRET})
        assert answer.status_code == status
        assert "tornado" not in f"{answer.headers} {answer.text}".lower()


@pytest.mark.asyncio
async def test_the_same_update_twice_is_stored_once(town: Town) -> None:
    async with pushing(town) as address, httpx.AsyncClient() as client:
        for _ in range(2):
            answer = await client.post(address, json=UPDATE, headers={SECRET_HEADER: SECRET})
            assert answer.status_code == HTTPStatus.OK
        assert await inbox_of(town) == [7]


@pytest.mark.asyncio
async def test_what_cannot_be_stored_is_not_accepted(town: Town) -> None:
    async with pushing(town) as address, httpx.AsyncClient() as client:
        await town.spoor.database.close()
        assert town.spoor.database.path is not None
        for file in town.spoor.database.path.parent.iterdir():
            file.unlink()
        answer = await client.post(address, json=UPDATE, headers={SECRET_HEADER: SECRET})
        assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR


@pytest.mark.asyncio
async def test_telegram_pushes_with_the_secret_and_a_stranger_is_answered(town: Town) -> None:
    kobe = town.telegram.meet("Kobe")
    async with pushing(town), httpx.AsyncClient() as client:
        town.telegram.write(kobe, "/start")
        assert await Pusher(town.telegram, client).push()
        await town.spoor.settle()
        assert len(town.telegram.messages(kobe.id)) == 2


@pytest.mark.asyncio
async def test_a_telegram_that_goes_on_failing_to_push_is_in_the_log(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = Drowsy()
    async with pushing(town, clock) as address:
        for waits, error, told in SEEN_BY_TELEGRAM:
            town.telegram.webhook = model.Webhook(address, SECRET, error)
            town.telegram.updates.clear()
            if waits:
                town.telegram.write(town.telegram.meet("Kobe"), "/start")
            await clock.rouse()
            assert ("Telegram cannot push to WEBHOOK_URL" in capsys.readouterr().out) is told


@pytest.mark.asyncio
async def test_an_address_that_was_taken_away_ends_it(town: Town) -> None:
    clock = Drowsy()
    task = asyncio.create_task(hook(town, f"http://127.0.0.1:{free_port()}/", clock).run(Patience(town.clock)))
    await clock.asleep.wait()
    town.telegram.webhook = None
    clock.roused.set()
    with pytest.raises(CannotGoOn, match="Telegram pushes no more"):
        await task


@pytest.mark.asyncio
async def test_a_port_that_is_taken(town: Town) -> None:
    with open_door(0) as door:
        taken = hook(town, f"http://127.0.0.1:{door.getsockname()[1]}/")
        with pytest.raises(CannotGoOn, match=r"Port \d+ is taken"):
            await taken.run(Patience(town.clock))


@pytest.mark.asyncio
async def test_an_address_that_telegram_refuses(town: Town) -> None:
    refused = hook(town, f"http://bot.example.org:{free_port()}/")
    with pytest.raises(CannotGoOn, match="does not accept WEBHOOK_URL"):
        await refused.run(Patience(town.clock))


@pytest.mark.asyncio
@pytest.mark.parametrize("url", ["https://bot.example.org/x", "https://bot.example.org:8443/x"])
async def test_behind_a_web_server_it_listens_on_its_own_port(town: Town, url: str) -> None:
    assert hook(town, url).port == OUR_PORT
