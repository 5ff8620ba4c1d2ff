"""The one place where the bot is put together. Everything has its real default here; tests swap parts."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.clock import Clock, SystemClock
from bot.deliver import Deliver
from bot.handle import Handle
from bot.help_file import read_help
from bot.opening import bring_up_to_date
from bot.receive import Receive
from bot.settings import Settings
from bot.tick import Tick
from bot.wholly import wholly
from bot.wire import PacedRequest
from chat import menu
from chat.occasion import Occasion, Setting
from programme.call import read_escalation
from store import outbox, own, past
from store.database import Database
from store.own import Fact
from store.sealed import Vault, read_keys

# A request that gets no answer within this is in doubt.
ANSWER_WITHIN = 20.0
CONNECTIONS = 16


@dataclass(frozen=True)
class Settled:
    """When there is something to do again, and when there is something to send again."""

    anything: datetime | None
    sending: datetime | None = None


class Spoor:
    """The bot: what comes in, what goes out, what falls due, on one database."""

    def __init__(self, database: Database, clock: Clock, bot: Bot, setting: Setting) -> None:
        self.database = database
        self.clock = clock
        self.bot = bot
        self.setting = setting
        self.receive = Receive(database, clock, bot)
        self.handle = Handle(database, clock, setting)
        self.tick = Tick(database, clock, setting)
        self.deliver = Deliver(database, clock, bot, setting.zone)

    async def prepare(self) -> None:
        """Bring the tables up to date. Does no harm while another process works on them. Raises CannotGoOn."""
        await bring_up_to_date(self.database)
        async with self.database.read() as session:
            self._called(await own.recall(session, Fact.BOT_NAME) or "")

    async def open(self) -> None:
        """Prepare, and decide about what was on its way, or fell due, since the process last ended."""
        await self.prepare()
        now = self.clock.now()
        async with self.database.write() as session:
            await outbox.recover(session, now)
            await outbox.keep_for_the_day(session, await outbox.planned(session), now, self.setting.zone)
            await past.catch_up(session, now, self.setting.zone)
            await menu.put_for_strangers(Occasion(session, now, self.setting))

    async def learn_name(self) -> None:
        """Ask Telegram what the bot is called, and remember it. Raises TelegramError."""
        await self.bot.initialize()
        if self.bot.username != self.setting.bot_name:
            await wholly(self._remember(self.bot.username))
            self._called(self.bot.username)

    async def _remember(self, name: str) -> None:
        async with self.database.write() as session:
            await own.remember(session, Fact.BOT_NAME, name)

    def _called(self, name: str) -> None:
        self.setting = self.handle.setting = self.tick.setting = replace(self.setting, bot_name=name)

    async def settle(self) -> Settled:
        """Do all that can be done at this moment."""
        while True:
            before = self.database.commits
            handling, falling_due = await self.handle.work(), await self.tick.work()
            sending = await self.deliver.work()
            flew = await self.deliver.landed()
            if not flew and before == self.database.commits:
                moments = (handling, falling_due, sending)
                return Settled(min((moment for moment in moments if moment is not None), default=None), sending)

    async def close(self) -> None:
        """Let go of everything."""
        await self.deliver.landed()
        await self.bot.shutdown()
        await self.database.close()


def assemble(
    settings: Settings,
    *,
    clock: Clock | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    chance: random.Random | None = None,
) -> Spoor:
    """The bot with these settings. `transport` carries its requests somewhere else than over the network.

    Raises WrongSetting when HELP_FILE cannot be used.
    """
    vault = Vault(read_keys(settings.spoor_key.get_secret_value()))
    help_ = read_help(settings.help_file)
    setting = Setting(
        ZoneInfo(settings.timezone),
        settings.language,
        chance or random.Random(),
        bot_name="",
        escalation=read_escalation(settings.call_escalation),
        help_lines=help_.lines,
        hints=help_.hints,
    )
    clock = clock or SystemClock()
    return Spoor(Database(settings.database_url, vault), clock, telegram_bot(settings, clock, transport), setting)


def telegram_bot(settings: Settings, clock: Clock, transport: httpx.AsyncBaseTransport | None = None) -> Bot:
    """Our side of the Bot API. Polling has a connection of its own; the library's updater is not used.

    With a `transport` there is no network to keep pace for.
    """
    api, elsewhere = settings.telegram_api_url, {} if transport is None else {"transport": transport}
    return Bot(
        settings.telegram_token.get_secret_value(),
        base_url=f"{api}/bot",
        base_file_url=f"{api}/file/bot",
        request=(
            PacedRequest(clock, CONNECTIONS, read_timeout=ANSWER_WITHIN)
            if transport is None
            else HTTPXRequest(CONNECTIONS, read_timeout=ANSWER_WITHIN, httpx_kwargs=elsewhere)
        ),
        get_updates_request=HTTPXRequest(1, httpx_kwargs=elsewhere),
    )
