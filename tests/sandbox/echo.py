"""A small bot and its town, to try the page without the product: it repeats what it hears."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import httpx
import segno
from telegram import Bot, BotCommand, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram import Message as BotMessage
from telegram.request import HTTPXRequest

from sandbox.api import bot_api
from sandbox.clock import WoundClock
from sandbox.model import User
from sandbox.outlook import Outlook
from sandbox.page_town import JournalLine, Part, Resident
from sandbox.telegram import Telegram

START = datetime(2026, 11, 24, 16, 30, tzinfo=UTC)
FACES = ("😣 Heel slecht", "🙁 Niet goed", "😐 Gaat wel", "🙂 Goed", "😄 Heel goed")
INVITATION = "https://t.me/spoor_bot?start=abc123"


class EchoTown:
    """Five people, a clock that stands still, and something due at ten past six."""

    zone = ZoneInfo("Europe/Brussels")

    def __init__(self) -> None:
        self.clock = WoundClock(START)
        self.telegram = Telegram(self.clock)
        meet = self.telegram.meet
        self.sam, self.yara, self.lotte, self.bram, self.an = map(meet, ("Sam", "Yara", "Lotte", "Bram", "An"))
        self.lines: list[JournalLine] = []
        self.seen = Outlook()
        self.winding = asyncio.Event()
        self.may_wind = asyncio.Event()
        self.may_wind.set()

    def now(self) -> datetime:
        """What the clock shows."""
        return self.clock.now()

    def residents(self) -> Sequence[Resident]:
        """The cast, An in the menu."""
        return (
            Resident(self.sam, Part.YOUTH, beside=True),
            Resident(self.yara, Part.YOUTH, beside=True),
            Resident(self.lotte, Part.BEGELEIDER, beside=True),
            Resident(self.bram, Part.DUO, beside=True),
            Resident(self.an, Part.COORDINATOR),
        )

    async def wind(self, by: timedelta) -> None:
        """Wind on, once the test lets it."""
        self.winding.set()
        await self.may_wind.wait()
        self.clock.wind(self.now() + by)
        self.note("Spoor", "wound")

    async def wind_to_next(self) -> bool:
        """Wind to ten past six, once; after that nothing is due."""
        local = self.now().astimezone(self.zone)
        due = local.replace(hour=18, minute=10)
        self.clock.wind(max(due, local))
        return due > local

    def new_phone(self, person: User) -> User:
        """Another account."""
        return self.telegram.new_phone(person)

    async def outlook(self) -> Outlook:
        """What the test says it is."""
        return self.seen

    async def journal_since(self, last_id: int) -> Sequence[JournalLine]:
        """The lines after that one."""
        return self.lines[last_id:]

    def note(self, who: str, kind: str) -> None:
        """Write a line; the Dutch for it is the same in capitals."""
        self.lines.append(JournalLine(len(self.lines) + 1, self.now(), who, kind.upper(), kind))


class EchoBot:
    """Answers each text with the same text and five buttons, each tap with a toast and an edit."""

    def __init__(self, town: EchoTown) -> None:
        transport = httpx.ASGITransport(app=bot_api(town.telegram))
        request = HTTPXRequest(httpx_kwargs={"transport": transport})
        base = "http://sandbox/bot"
        self.bot = Bot(town.telegram.token, base, request=request, get_updates_request=request)
        self._town = town
        self._offset = 0

    async def open(self) -> None:
        """Put the menu in place."""
        await self.bot.initialize()
        await self.bot.set_my_commands([BotCommand("hulp", "Hulp zoeken"), BotCommand("pauze", "Even pauze")])

    async def close(self) -> None:
        """Hang up."""
        await self.bot.shutdown()

    async def answer(self, patience: int = 0) -> None:
        """Deal with what waits, or comes within so many seconds."""
        for update in await self.bot.get_updates(offset=self._offset, timeout=patience):
            self._offset = update.update_id + 1
            await self._deal_with(update)

    async def run(self) -> None:
        """Deal with everything, for ever."""
        while True:
            await self.answer(patience=30)

    async def _deal_with(self, update: Update) -> None:
        if update.callback_query:
            await self._tapped(update.callback_query)
        elif update.message:
            await self._heard(update.message)

    async def _heard(self, message: BotMessage) -> None:
        self._town.note(message.chat.first_name or "", "message")
        text = message.text or ""
        if text == "/hulp":
            await self._send_invitation(message.chat.id)
            return
        buttons = [InlineKeyboardButton(face, callback_data=f"face:{nr}") for nr, face in enumerate(FACES)]
        faces = InlineKeyboardMarkup([buttons[:3], buttons[3:]])
        await self.bot.send_message(message.chat.id, f"Je zei: {text}", reply_markup=faces)

    async def _send_invitation(self, chat_id: int) -> None:
        picture = BytesIO()
        segno.make(INVITATION).save(picture, kind="png", scale=6)
        await self.bot.send_photo(chat_id, picture.getvalue(), caption=f"Voor Sam: {INVITATION} of bel 1813.")

    async def _tapped(self, query: CallbackQuery) -> None:
        face = FACES[int((query.data or "").removeprefix("face:"))]
        self._town.note(query.from_user.first_name, "tap")
        await query.answer("Merci!")
        await query.edit_message_text(f"Je koos {face}")
