"""What people send from their phones over the page, and how it comes to the other side."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio

from sandbox.model import Entity, Location, Media, MediaKind, Message, Text
from sandbox.page import sandbox_page
from sandbox.page_files import LARGEST
from sandbox.page_view import View
from sandbox.pictures import UNKNOWN, size_of
from sandbox.plain import masked
from tests.sandbox.echo import EchoBot, EchoTown

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (320).to_bytes(4, "big") + (240).to_bytes(4, "big")
BYTES = {"content-type": "application/octet-stream"}
#: Bytes that a careless reader of forms, texts or lines would change.
AWKWARD = bytes(range(256)) + b"\r\n--boundary--\r\n\xff\xd9\0"


@pytest.fixture
def town() -> EchoTown:
    """Five people."""
    return EchoTown()


@pytest_asyncio.fixture
async def client(town: EchoTown) -> AsyncIterator[httpx.AsyncClient]:
    """A browser on the machine itself."""
    transport = httpx.ASGITransport(app=sandbox_page(town.telegram, town, run="one"))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        yield client


def wish(**more: Any) -> dict[str, str]:
    """What a phone says about the file it sends."""
    return {"wish": json.dumps({"kind": "document", "name": "brief.pdf", "mime": "application/pdf"} | more)}


def newest(town: EchoTown) -> Message:
    return town.telegram.messages(town.sam.id)[-1]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("kind", "mime"),
    [("voice", "audio/webm"), ("photo", "image/png"), ("document", "application/pdf"), ("sticker", "image/webp")],
)
async def test_a_file_goes_from_a_phone_to_another_byte_for_byte(
    client: httpx.AsyncClient, town: EchoTown, kind: str, mime: str
) -> None:
    content = PNG + AWKWARD
    about = wish(kind=kind, mime=mime, name="één & twee.x", seconds=4, caption="kijk", emoji="🐸")
    await client.post(f"/page/people/{town.sam.id}/send", params=about, content=content, headers=BYTES)
    sent = newest(town).attachment
    assert isinstance(sent, Media)
    assert (sent.kind, sent.file.mime, sent.file.name, sent.seconds) == (MediaKind(kind), mime, "één & twee.x", 4)
    assert (newest(town).plain, sent.emoji) == ("kijk", "🐸" if kind == "sticker" else None)
    town.telegram.write(town.lotte, "/start")
    bot = EchoBot(town)
    await bot.open()
    await bot.bot.copy_message(town.lotte.id, town.sam.id, newest(town).id)
    await bot.close()
    shown = View(town.telegram).message(town.telegram.messages(town.lotte.id)[-1])["media"]
    assert (await client.get(shown["url"])).content == content
    assert (shown["size"], shown["width"], shown["height"]) == (len(content), 320, 240)


@pytest.mark.asyncio
async def test_a_place_is_sent_and_leads_to_a_map(client: httpx.AsyncClient, town: EchoTown) -> None:
    place = {"latitude": 51.0543422, "longitude": 3.7174243, "reply_to": None}
    assert (await client.post(f"/page/people/{town.sam.id}/place", json=place)).status_code == 200
    assert newest(town).attachment == Location(51.0543422, 3.7174243)
    shown = View(town.telegram).message(newest(town))["media"]
    assert shown["name"] == "51.05434, 3.71742"
    assert "mlat=51.05434&mlon=3.71742" in shown["url"]


@pytest.mark.asyncio
async def test_pictures_sent_together_are_an_album(client: httpx.AsyncClient, town: EchoTown) -> None:
    first = (await client.post(f"/page/people/{town.sam.id}/say", json={"text": "hoi"})).json()["message"]
    for _ in range(2):
        about = wish(kind="photo", mime="image/png", album="a1", reply_to=first)
        await client.post(f"/page/people/{town.sam.id}/send", params=about, content=PNG, headers=BYTES)
    assert {(one.album, one.reply_to) for one in town.telegram.messages(town.sam.id)[1:]} == {("a1", first)}


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("more", "content", "why"),
    [
        pytest.param({}, b"", "empty", id="nothing in it"),
        pytest.param({}, b"x" * (LARGEST + 1), "too large", id="too large"),
        pytest.param({"kind": "photo"}, b"%PDF", "no picture", id="no picture"),
        pytest.param({"kind": "film"}, b"x", "Input should be", id="a kind nobody knows"),
        pytest.param({"mime": "text/html; <script>"}, b"x", "pattern", id="a strange type"),
        pytest.param({"caption": "x" * 1025}, b"x", "1024", id="too much said about it"),
        pytest.param({"name": ""}, b"x", "at least 1", id="no name"),
        pytest.param({"as": "An"}, b"x", "Extra inputs", id="something unknown"),
    ],
)
async def test_files_that_are_refused(
    client: httpx.AsyncClient, town: EchoTown, more: dict[str, Any], content: bytes, why: str
) -> None:
    answer = await client.post(f"/page/people/{town.sam.id}/send", params=wish(**more), content=content, headers=BYTES)
    assert answer.status_code == 422
    assert why in answer.json()["error"]
    assert town.telegram.messages(town.sam.id) == ()


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded", ""])
async def test_another_site_cannot_send_files(client: httpx.AsyncClient, town: EchoTown, kind: str) -> None:
    path = f"/page/people/{town.sam.id}/send"
    answer = await client.post(path, params=wish(), content=b"x", headers={"content-type": kind})
    assert answer.status_code == 415
    assert town.telegram.messages(town.sam.id) == ()


@pytest.mark.asyncio
async def test_nobodys_phone_sends_nothing(client: httpx.AsyncClient) -> None:
    answer = await client.post("/page/people/404/send", params=wish(), content=b"x", headers=BYTES)
    assert answer.json() == {"error": "nobody has this phone"}


@pytest.mark.asyncio
@pytest.mark.parametrize("where", [(91, 0), (0, -181), ("hier", 0)], ids=["too far north", "too far west", "no number"])
async def test_places_that_are_nowhere(client: httpx.AsyncClient, town: EchoTown, where: tuple[object, object]) -> None:
    place = {"latitude": where[0], "longitude": where[1]}
    assert (await client.post(f"/page/people/{town.sam.id}/place", json=place)).status_code == 422


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("bytes=2-4", 206, b"cde", "bytes 2-4/6"),
        ("bytes=4-", 206, b"ef", "bytes 4-5/6"),
        ("bytes=0-99", 206, b"abcdef", "bytes 0-5/6"),
        ("bytes=6-", 416, b"", "bytes */6"),
        ("lines=1-2", 200, b"abcdef", None),
    ],
)
async def test_a_player_may_ask_for_a_part(
    client: httpx.AsyncClient, town: EchoTown, asked: str, status: int, part: bytes, told: str | None
) -> None:
    voice = town.telegram.files.keep(MediaKind.VOICE, b"abcdef", name="v", mime="audio/ogg")
    answer = await client.get(f"/page/files/{voice.file.id}", headers={"range": asked})
    assert (answer.status_code, answer.content, answer.headers.get("content-range")) == (status, part, told)


@pytest.mark.asyncio
async def test_a_message_deleted_on_the_phone_alone_stays_with_the_bot(
    client: httpx.AsyncClient, town: EchoTown
) -> None:
    bot = EchoBot(town)
    await bot.open()
    town.telegram.write(town.sam, "hoi")
    await bot.answer()
    said = newest(town)
    path = f"/page/people/{town.sam.id}"
    assert (await client.post(f"{path}/remove", json={"message": said.id, "only_here": True})).status_code == 200
    assert [one.plain for one in town.telegram.messages(town.sam.id)] == ["hoi"]
    before = town.telegram.feed.last
    await bot.bot.edit_message_text("anders", town.sam.id, said.id)
    await bot.bot.delete_message(town.sam.id, said.id)
    await bot.close()
    assert town.telegram.feed.last == before
    assert (await client.post(f"{path}/tap", json={"message": said.id, "row": 0, "column": 0})).status_code == 422


@pytest.mark.asyncio
async def test_a_caption_can_be_changed_and_emptied_but_a_text_not_emptied(
    client: httpx.AsyncClient, town: EchoTown
) -> None:
    path = f"/page/people/{town.sam.id}"
    photo = town.telegram.files.keep(MediaKind.PHOTO, PNG, name="p", mime="image/png")
    sent = town.telegram.send(town.sam, photo, "een")
    said, place = town.telegram.write(town.sam, "twee"), town.telegram.send(town.sam, Location(0, 0))
    for text in ("drie", ""):
        assert (await client.post(f"{path}/edit", json={"message": sent.id, "text": text})).status_code == 200
        assert town.telegram.messages(town.sam.id)[0].plain == text
    for refused, text in ((said, " "), (said, "x" * 4097), (sent, "x" * 1025), (place, "hier")):
        assert (await client.post(f"{path}/edit", json={"message": refused.id, "text": text})).status_code == 422
    assert town.telegram.messages(town.sam.id)[1:] == (said, place)


def test_what_is_hidden_until_tapped_stays_hidden_in_a_quote(town: EchoTown) -> None:
    text = Text("🙂 code 1234 hier", (Entity("bold", 0, 5), Entity("spoiler", 8, 4)))
    assert masked(text) == "🙂 code ▒▒▒▒ hier"
    chat = town.telegram.accounts.chats[town.sam.id]
    said = Message(town.telegram.book.next_id(), chat, town.telegram.bot, town.now(), text)
    town.telegram.book.add(said)
    answer = town.telegram.write(town.sam, "oké", reply_to=said.id)
    quote = View(town.telegram).message(answer)["quote"]
    assert quote == {"id": said.id, "mine": False, "text": "🙂 code ▒▒▒▒ hier", "kind": None}


JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08" + (240).to_bytes(2, "big") + (320).to_bytes(2, "big")


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG, (320, 240)),
        (JPEG, (320, 240)),
        (b"GIF89a" + (320).to_bytes(2, "little") + (240).to_bytes(2, "little"), (320, 240)),
        (b"RIFF....WEBP", UNKNOWN),
        (PNG[:20], UNKNOWN),
        (JPEG[:10], UNKNOWN),
        (b"\xff\xd8\xff", UNKNOWN),
        (b"", UNKNOWN),
    ],
    ids=["png", "jpeg", "gif", "webp", "half a png", "half a jpeg", "the start of a jpeg", "nothing"],
)
def test_how_large_a_picture_is(content: bytes, size: tuple[int, int]) -> None:
    assert size_of(content) == size
