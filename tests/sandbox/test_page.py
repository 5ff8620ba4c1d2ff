"""The page over HTTP: what it serves, what it refuses, and what a stream tells."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from sandbox.faults import Fault
from sandbox.model import MediaKind
from sandbox.page import STATIC, sandbox_page
from sandbox.page_view import View
from tests.sandbox.echo import EchoBot, EchoTown

ROOT = Path(__file__).parent.parent.parent


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


@pytest.mark.asyncio
async def test_serves_the_page_and_everything_it_asks_for(client: httpx.AsyncClient) -> None:
    asked, found = {"/"}, set[str]()
    while asked:
        path = asked.pop()
        answer = await client.get(path)
        assert answer.status_code == 200, path
        found.add(path)
        links = re.findall(r'(?:href|src)="(/[^"#]+)"', answer.text) if path == "/" else []
        modules = re.findall(r'from "\./([\w.]+)"', answer.text) if path.endswith(".js") else []
        asked |= ({*links} | {f"/static/{module}" for module in modules}) - found
    assert {f"/static/{file.name}" for file in STATIC.iterdir()} - found == {"/static/index.html"}


@pytest.mark.asyncio
async def test_nothing_comes_from_another_place(client: httpx.AsyncClient) -> None:
    assert "default-src 'self'" in (await client.get("/")).headers["content-security-policy"]
    for file in STATIC.iterdir():
        elsewhere = re.sub(r"https?://(www\.w3\.org/2000/svg|t\.me)|`https://\$", "", file.read_text())
        assert not re.search(r"(?:https?:)//\w", elsewhere), file.name


def test_no_script_reads_text_as_markup() -> None:
    for file in STATIC.glob("*.js"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", file.read_text())


def test_both_languages_have_every_word() -> None:
    source = (STATIC / "words.js").read_text()
    dutch, english = (re.search(rf"  {code}: \{{(.*?)\n  \}},", source, re.DOTALL) for code in ("nl", "en"))
    assert dutch
    assert english
    names = [sorted(re.findall(r"^    (\w+):", words[1], re.MULTILINE)) for words in (dutch, english)]
    assert names[0] == names[1]
    blanks = [dict(re.findall(r"^    (\w+): .*?(\{\w+\})", words[1], re.MULTILINE)) for words in (dutch, english)]
    assert blanks[0] == blanks[1]


def test_every_word_used_exists_and_is_used() -> None:
    scripts = "".join(file.read_text() for file in STATIC.glob("*.js") if file.name != "words.js")
    words = set(re.findall(r"^    (\w+):", (STATIC / "words.js").read_text(), re.MULTILINE))
    assert set(re.findall(r'\bt\("(\w+)"', scripts)) <= words
    by_value = {"themeAuto", "themeLight", "themeDark", "document", "location", "contact", "title", "oldPhone"}
    by_name = re.compile(r"(trouble|lane)_\w+|(journal|weather)Hint")
    unused = {name for name in words if not re.search(rf"\b{name}\b", scripts)} - by_value
    assert [name for name in unused if not by_name.fullmatch(name)] == []


@pytest.mark.asyncio
async def test_another_name_is_not_answered(client: httpx.AsyncClient) -> None:
    assert (await client.get("/", headers={"host": "elsewhere.example"})).status_code == 400


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_another_site_cannot_act(client: httpx.AsyncClient, town: EchoTown, kind: str) -> None:
    path = f"/page/people/{town.sam.id}/say"
    answer = await client.post(path, content='{"text": "hoi"}', headers={"content-type": kind})
    assert answer.status_code == 415
    assert town.telegram.messages(town.sam.id) == ()


@pytest.mark.asyncio
async def test_people_say_edit_react_and_remove(client: httpx.AsyncClient, town: EchoTown) -> None:
    path = f"/page/people/{town.sam.id}"
    first = (await client.post(f"{path}/say", json={"text": "hoi"})).json()["message"]
    second = (await client.post(f"{path}/say", json={"text": "nog iets", "reply_to": first})).json()["message"]
    await client.post(f"{path}/edit", json={"message": first, "text": "hallo"})
    await client.post(f"{path}/react", json={"message": first, "emoji": "❤"})
    edited, answer = town.telegram.messages(town.sam.id)
    assert (edited.plain, edited.reactions) == ("hallo", ((town.sam.id, "❤"),))
    assert (answer.id, answer.reply_to) == (second, first)
    await client.post(f"{path}/remove", json={"message": second})
    assert town.telegram.messages(town.sam.id) == (edited,)


@pytest.mark.asyncio
async def test_a_link_opens_on_the_phone_one_chooses(client: httpx.AsyncClient, town: EchoTown) -> None:
    link = "https://t.me/spoor_bot?start=abc123"
    assert (await client.post(f"/page/people/{town.yara.id}/open", json={"link": link})).status_code == 200
    assert [message.plain for message in town.telegram.messages(town.yara.id)] == ["/start abc123"]


@pytest.mark.asyncio
async def test_the_bot_is_blocked_and_unblocked(client: httpx.AsyncClient, town: EchoTown) -> None:
    path = f"/page/people/{town.sam.id}"
    for blocked in (True, False):
        assert (await client.post(f"{path}/block", json={"blocked": blocked})).status_code == 200
        assert town.telegram.has_blocked(town.sam) is blocked


@pytest.mark.asyncio
async def test_a_phone_goes_offline_and_comes_back(client: httpx.AsyncClient, town: EchoTown) -> None:
    path = f"/page/people/{town.sam.id}"
    for offline in (True, False):
        assert (await client.post(f"{path}/offline", json={"offline": offline})).status_code == 200
        assert town.telegram.is_offline(town.sam) is offline


@pytest.mark.asyncio
async def test_somebody_gets_a_new_phone(client: httpx.AsyncClient, town: EchoTown) -> None:
    answer = await client.post(f"/page/people/{town.sam.id}/phone", json={})
    assert town.telegram.phones(town.sam) == (town.sam.id, answer.json()["person"])


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("trouble", "fault"),
    [("none", None), ("down", Fault.DOWN), ("429", Fault.TOO_MANY), ("500", Fault.INTERNAL)],
)
async def test_the_weather_changes(
    client: httpx.AsyncClient, town: EchoTown, trouble: str, fault: Fault | None
) -> None:
    faults = town.telegram.faults
    faults.switch_on(Fault.BAD_GATEWAY)
    wish = {"trouble": trouble, "seconds": 1.5, "twice": True}
    assert (await client.post("/page/weather", json=wish)).status_code == 200
    assert (faults.of_all, faults.seconds, faults.twice) == (fault, 1.5, True)
    await client.post("/page/weather", json={"trouble": "none", "seconds": 0, "twice": False})
    assert (faults.of_all, faults.seconds, faults.twice) == (None, 0, False)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "wish"),
    [
        pytest.param("people/{sam}/say", {"text": ""}, id="nothing said"),
        pytest.param("people/{sam}/say", {"text": "x" * 4097}, id="too long"),
        pytest.param("people/{sam}/say", {"text": 7}, id="no text"),
        pytest.param("people/{sam}/say", {"text": "x", "as": "An"}, id="something unknown"),
        pytest.param("people/{sam}/say", "hoi", id="no object"),
        pytest.param("people/404/say", {"text": "hoi"}, id="nobody's phone"),
        pytest.param("people/{sam}/tap", {"message": 404, "row": 0, "column": 0}, id="no such message"),
        pytest.param("people/{sam}/edit", {"message": 404, "text": "x"}, id="nothing to edit"),
        pytest.param("people/{sam}/remove", {"message": 404}, id="nothing to remove"),
        pytest.param("clock", {"to": "yesterday"}, id="back in time"),
        pytest.param("weather", {"trouble": "snow", "seconds": 0, "twice": False}, id="no such weather"),
        pytest.param("weather", {"trouble": "none", "seconds": 3.1, "twice": False}, id="slower than slow"),
    ],
)
async def test_what_cannot_be_done_is_refused(
    client: httpx.AsyncClient, town: EchoTown, path: str, wish: object
) -> None:
    answer = await client.post(f"/page/{path.format(sam=town.sam.id)}", json=wish)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert town.telegram.messages(town.sam.id) == ()


@pytest.mark.asyncio
async def test_pictures_are_shown_papers_opened_and_other_files_only_handed_over(
    client: httpx.AsyncClient, town: EchoTown
) -> None:
    keep = town.telegram.files.keep
    picture = keep(MediaKind.PHOTO, b"\x89PNG", name="a.png", mime="image/png").file
    script = keep(MediaKind.DOCUMENT, b"<script>", name="a.html", mime="text/html").file
    paper = keep(MediaKind.DOCUMENT, b"%PDF-1.4", name="plan van Éva.pdf", mime="application/pdf").file
    shown, handed, opened = [await client.get(f"/page/files/{file.id}") for file in (picture, script, paper)]
    assert (shown.content, shown.headers["content-type"]) == (b"\x89PNG", "image/png")
    assert handed.headers["content-disposition"] == "attachment"
    assert handed.headers["content-type"] == "application/octet-stream"
    assert (opened.content, opened.headers["content-type"]) == (b"%PDF-1.4", "application/pdf")
    assert opened.headers["content-disposition"] == "inline; filename*=UTF-8''plan%20van%20%C3%89va.pdf"
    assert opened.headers["x-content-type-options"] == "nosniff"
    assert (await client.get("/page/files/none")).status_code == 404


@pytest.mark.asyncio
async def test_a_file_of_the_bot_has_its_name_and_is_handed_over(client: httpx.AsyncClient, town: EchoTown) -> None:
    agenda, bot = b"BEGIN:VCALENDAR\r\n\xff", EchoBot(town)
    await bot.open()
    town.telegram.write(town.lotte, "/start")
    await bot.bot.send_document(town.lotte.id, agenda, caption="Je agenda", filename="agenda.ics")
    await bot.close()
    shown = View(town.telegram).message(town.telegram.messages(town.lotte.id)[-1])
    assert (shown["text"], shown["media"]["kind"]) == ("Je agenda", "document")
    assert (shown["media"]["name"], shown["media"]["size"]) == ("agenda.ics", len(agenda))
    handed = await client.get(shown["media"]["url"])
    assert (handed.content, handed.headers["content-disposition"]) == (agenda, "attachment")


def test_whatever_the_bot_asks_of_telegram_has_a_word_on_the_page() -> None:
    """A newcomer who makes Telegram ill reads what the bot tries, and not the names of methods."""
    rooms = [file.read_text() for room in ("bot", "chat", "handlers") for file in (ROOT / room).rglob("*.py")]
    asked = set(re.findall(r'"((?:get|send|copy|edit|delete|set|answer)[A-Z]\w+)"', "".join(rooms)))
    assert {"getUpdates", "sendMessage", "setMessageReaction"} <= asked
    named = set(re.findall(r"(\w+): \"call", (STATIC / "weather.js").read_text()))
    assert asked - named - {"getWebhookInfo"} == set()
