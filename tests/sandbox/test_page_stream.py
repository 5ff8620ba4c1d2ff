"""What a page hears: everything when it opens, each change after it, and what it missed when it comes back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from sse_starlette import JSONServerSentEvent

from sandbox.changes import KEPT
from sandbox.faults import Fault
from sandbox.model import Button, InlineKeyboard, Message, ReplyKeyboard, Text
from sandbox.outlook import Outlook, Waiting
from sandbox.page import sandbox_page
from sandbox.page_stream import BusyError, Streams
from store.tables import Lane
from tests.sandbox.echo import EchoBot, EchoTown

PULSE = 0.001


class Page:
    """An open page: its stream, read event by event."""

    def __init__(self, streams: Streams, last_id: str | None = None) -> None:
        self._events = streams.events(last_id)
        self.last_id = last_id
        self._passed_by: list[tuple[str, Any]] = []

    async def hears(self, kind: str) -> Any:
        """What the next event of this kind says; the clock, journal and weather may come in between."""
        async with asyncio.timeout(5):
            async for event in self._events:
                name, news = self._read(event)
                if name == kind:
                    return news
                assert name in {"clock", "journal", "weather"}, f"{name}: {news}"
                self._passed_by.append((name, news))
        raise AssertionError("the stream ended")

    def passed_by(self, kind: str) -> list[Any]:
        """What of this kind came in between."""
        return [news for name, news in self._passed_by if name == kind]

    async def closes(self) -> None:
        """The page goes away."""
        assert hasattr(self._events, "aclose")
        await self._events.aclose()

    def _read(self, event: JSONServerSentEvent) -> tuple[str, Any]:
        fields = dict(line.split(": ", 1) for line in event.encode().decode().split("\r\n") if line)
        self.last_id = fields.get("id", self.last_id)
        return fields["event"], json.loads(fields["data"])


Opens = Callable[..., Page]


@pytest.fixture
def town() -> EchoTown:
    """Five people."""
    return EchoTown()


@pytest.fixture
def streams(town: EchoTown) -> Streams:
    """What the pages of this town hear."""
    return Streams(town.telegram, town, run="one", pulse=PULSE)


@pytest_asyncio.fixture
async def opens(streams: Streams) -> AsyncIterator[Opens]:
    """Opens a page, and closes it after."""
    pages: list[Page] = []

    def open_page(last_id: str | None = None) -> Page:
        pages.append(Page(streams, last_id))
        return pages[-1]

    yield open_page
    for page in pages:
        await page.closes()


@pytest_asyncio.fixture
async def bot(town: EchoTown) -> AsyncIterator[EchoBot]:
    """The bot that repeats."""
    bot = EchoBot(town)
    await bot.open()
    yield bot
    await bot.close()


@pytest.mark.asyncio
async def test_a_page_opens_with_everything(town: EchoTown, opens: Opens) -> None:
    town.telegram.write(town.sam, "hoi")
    town.telegram.meet("Nieuw")
    town.note("Sam", "message")
    everything = await opens().hears("snapshot")
    assert [(p["name"], p["part"], p["beside"]) for p in everything["people"]] == [
        ("Sam", "youth", True),
        ("Yara", "youth", True),
        ("Lotte", "begeleider", True),
        ("Bram", "duo", True),
        ("An", "coordinator", False),
        ("Nieuw", "stranger", False),
    ]
    assert [m["text"] for m in everything["people"][0]["messages"]] == ["hoi"]
    assert (everything["journal"][0]["nl"], everything["journal"][0]["en"]) == ("MESSAGE", "message")
    assert (everything["zone"], everything["bot"]["username"]) == ("Europe/Brussels", "spoor_bot")
    assert (everything["now"], everything["busy"]) == ("2026-11-24T16:30:00+00:00", False)


@pytest.mark.asyncio
async def test_a_message_its_answer_its_edit_and_its_end(town: EchoTown, bot: EchoBot, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    said = town.telegram.write(town.sam, "hoi")
    assert (await page.hears("message"))["message"]["mine"] is True
    await bot.answer()
    answer = (await page.hears("message"))["message"]
    assert (answer["text"], answer["mine"]) == ("Je zei: hoi", False)
    assert [len(row) for row in answer["buttons"]] == [3, 2]
    query = town.telegram.tap(town.sam, answer["id"], "face:3")
    await bot.answer()
    toast = {"person": town.sam.id, "query": query.id, "text": "Merci!", "alert": False}
    assert await page.hears("answered") == toast
    edited = (await page.hears("message"))["message"]
    assert (edited["id"], edited["text"], edited["edited"]) == (answer["id"], "Je koos 🙂 Goed", True)
    town.telegram.delete(town.sam, said.id)
    assert await page.hears("gone") == {"person": town.sam.id, "id": said.id}


@pytest.mark.asyncio
async def test_a_page_that_comes_back_hears_what_it_missed_and_no_more(town: EchoTown, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    town.telegram.write(town.sam, "een")
    await page.hears("message")
    await page.closes()
    town.telegram.write(town.sam, "twee")
    town.telegram.write(town.lotte, "drie")
    again = opens(page.last_id)
    assert [(await again.hears("message"))["message"]["text"] for _ in range(2)] == ["twee", "drie"]
    town.telegram.write(town.sam, "vier")
    assert (await again.hears("message"))["message"]["text"] == "vier"


@pytest.mark.asyncio
@pytest.mark.parametrize("last_id", ["another:1", "one:999", "one:", "1", "one:x"])
async def test_a_page_of_another_run_loads_everything_anew(opens: Opens, last_id: str) -> None:
    assert (await opens(last_id).hears("snapshot"))["run"] == "one"


@pytest.mark.asyncio
async def test_a_page_that_was_away_too_long_loads_everything_anew(town: EchoTown, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    said = town.telegram.write(town.sam, "hoi")
    for _ in range(KEPT):
        town.telegram.place_reaction(said, town.sam, "❤")
    assert await opens(page.last_id).hears("snapshot")


@pytest.mark.asyncio
async def test_blocking_and_menus_reach_the_phone(town: EchoTown, opens: Opens, bot: EchoBot) -> None:
    page = opens()
    await page.hears("snapshot")
    town.telegram.block(town.sam)
    blocked = await page.hears("person")
    assert (blocked["name"], blocked["blocked"]) == ("Sam", True)
    await bot.bot.set_my_commands([("stop", "Stoppen")])
    told = [await page.hears("person") for _ in town.residents()]
    assert {(p["name"], p["commands"][0]["command"]) for p in told} == {
        (resident.person.name, "stop") for resident in town.residents()
    }


@pytest.mark.asyncio
async def test_groups_stay_off_the_phones(town: EchoTown, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    town.telegram.write(town.sam, "in de groep", chat=town.telegram.group("Klas"))
    town.telegram.write(town.sam, "alleen")
    assert (await page.hears("message"))["message"]["text"] == "alleen"


@pytest.mark.asyncio
async def test_the_clock_and_the_journal_follow(town: EchoTown, streams: Streams, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    assert (await page.hears("clock"))["busy"] is False
    with streams.winding():
        assert (await page.hears("clock"))["busy"] is True
        with pytest.raises(BusyError), streams.winding():
            pass
        town.clock.wind(town.now() + timedelta(days=1))
        town.note("Sam", "checkin")
    assert await page.hears("clock") == {"now": "2026-11-25T16:30:00+00:00", "busy": False}
    rows = page.passed_by("journal") or [await page.hears("journal")]
    assert [(row["who"], row["en"]) for row in rows[0]["rows"]] == [("Sam", "checkin")]


@pytest.mark.asyncio
async def test_the_clock_is_wound_once_at_a_time(town: EchoTown) -> None:
    transport = httpx.ASGITransport(app=sandbox_page(town.telegram, town, run="one"))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        town.may_wind.clear()
        first = asyncio.create_task(client.post("/page/clock", json={"to": "day"}))
        await town.winding.wait()
        assert (await client.post("/page/clock", json={"to": "hour"})).status_code == 409
        town.may_wind.set()
        assert (await first).json() == {"now": "2026-11-25T16:30:00+00:00", "anything": True}
        for anything in (True, False):
            wound = (await client.post("/page/clock", json={"to": "next"})).json()
            assert wound == {"now": "2026-11-25T17:10:00+00:00", "anything": anything}


@pytest.mark.asyncio
async def test_formatting_and_keyboards_travel_as_values(town: EchoTown, bot: EchoBot, opens: Opens) -> None:
    town.telegram.write(town.sam, "hoi")
    text = "<b>🙂 &lt;script&gt;</b>"
    await bot.bot.send_message(town.sam.id, text, parse_mode="HTML", disable_notification=True)
    sent = (await opens().hears("snapshot"))["people"][0]["messages"][1]
    assert sent["text"] == "🙂 <script>"
    assert sent["entities"] == [{"kind": "bold", "offset": 0, "length": 11, "url": None}]
    assert sent["silent"] is True


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("markup", "buttons", "keys"),
    [
        pytest.param(None, [], None, id="none"),
        pytest.param(
            InlineKeyboard(((Button("Ja", data="y"), Button("Kijk", url="https://example.org")),)),
            [[{"text": "Ja", "url": None}, {"text": "Kijk", "url": "https://example.org"}]],
            None,
            id="under the message",
        ),
        pytest.param(
            ReplyKeyboard((("10u", "13u"),), one_time=True, placeholder="Kies"),
            [],
            {"rows": [["10u", "13u"]], "once": True, "placeholder": "Kies"},
            id="in place of the keyboard",
        ),
    ],
)
async def test_keyboards(town: EchoTown, opens: Opens, markup: Any, buttons: object, keys: object) -> None:
    chat = town.telegram.accounts.chats[town.sam.id]
    message = Message(town.telegram.book.next_id(), chat, town.telegram.bot, town.now(), Text("?"), markup=markup)
    town.telegram.book.add(message)
    sent = (await opens().hears("snapshot"))["people"][0]["messages"][0]
    assert (sent["buttons"], sent["keys"]) == (buttons, keys)


@pytest.mark.asyncio
async def test_a_phone_goes_offline_and_somebody_gets_a_new_one(town: EchoTown, opens: Opens) -> None:
    page = opens()
    await page.hears("snapshot")
    town.telegram.go_offline(town.sam)
    assert (await page.hears("person"))["offline"] is True
    written = town.telegram.write(town.sam, "later")
    shown = await page.hears("message")
    assert (shown["message"]["id"], shown["message"]["waiting"]) == (written.id, True)
    again = await opens().hears("snapshot")
    assert [(m["text"], m["waiting"]) for m in again["people"][0]["messages"]] == [("later", True)]
    town.telegram.come_online(town.sam)
    assert (await page.hears("gone"))["id"] == written.id
    assert (await page.hears("message"))["message"]["waiting"] is False
    assert (await page.hears("person"))["offline"] is False
    fresh = town.telegram.new_phone(town.sam)
    old, new = await page.hears("person"), await page.hears("person")
    assert [(one["id"], one["name"], one["old"]) for one in (old, new)] == [
        (town.sam.id, "Sam", True),
        (fresh.id, "Sam 2", False),
    ]


@pytest.mark.asyncio
async def test_the_weather_is_told_when_it_changes(town: EchoTown, streams: Streams, opens: Opens) -> None:
    page = opens()
    assert (await page.hears("snapshot"))["weather"]["trouble"] == "none"
    town.telegram.faults.switch_on(Fault.TOO_MANY)
    for method, status in (("sendMessage", 429), ("getUpdates", 429), ("getUpdates", 429), ("getMe", 200)):
        town.telegram.calls.add(method, None, status, None)
    later = town.now() + timedelta(minutes=2)
    town.seen = Outlook(Waiting({Lane.URGENT: 1, Lane.ANSWER: 2, Lane.PLANNED: 0}, 1, later), 41.6, town.now())
    streams.look()
    news = await page.hears("weather")
    assert [(call["method"], call["status"], call["times"]) for call in news.pop("calls")] == [
        ("getUpdates", 429, 2),
        ("sendMessage", 429, 1),
    ]
    assert news == {
        "trouble": "429",
        "seconds": 0.0,
        "twice": False,
        "lanes": {"urgent": 1, "answer": 2},
        "underWay": 1,
        "nextTry": later.isoformat(),
        "unheard": 0,
        "endsIn": 42,
        "restarted": town.now().isoformat(),
    }
