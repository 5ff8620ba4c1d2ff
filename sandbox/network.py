"""A Telegram as it stands: its accounts, chats and messages, and what a phone or the page can see of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import datetime

from bot.clock import Clock
from sandbox.accounts import Accounts
from sandbox.book import Book
from sandbox.calls import CallLog
from sandbox.changes import ChangeFeed
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.menus import Menus
from sandbox.model import Change, ChangeKind, Command, Message, RemoveKeyboard, ReplyKeyboard, User, Webhook
from sandbox.profile import Profile
from sandbox.queries import Queries
from sandbox.rates import Rates
from sandbox.reception import Reception
from sandbox.updates import UpdateQueue
from sandbox.wire import Json

TOKEN = "1000000001:sandbox-only-opens-nothing-elsewher"  # noqa: S105 - a made-up one


class Network:
    """One Telegram with one bot, in memory. What happens on it queues updates; nothing here waits for the bot."""

    def __init__(self, clock: Clock, *, token: str = TOKEN, name: str = "Spoor", username: str = "spoor_bot") -> None:
        self.clock = clock
        self.token = token
        self.bot = User(int(token.partition(":")[0]), name, username=username, language_code=None, is_bot=True)
        self.feed = ChangeFeed()
        self.book = Book(self.feed)
        self.reception = Reception(self.book, self.feed)
        self.accounts = Accounts()
        self.updates = UpdateQueue(clock)
        self.webhook: Webhook | None = None
        self.queries = Queries(clock)
        self.files = Files()
        self.menus = Menus()
        self.profile = Profile(name)
        self.rates = Rates(clock)
        self.faults = Faults()
        self.calls = CallLog(clock)

    def now(self) -> datetime:
        """The time as messages carry it: in UTC, whole seconds."""
        return self.clock.now().replace(microsecond=0)

    def people(self) -> tuple[User, ...]:
        """Everybody with an account."""
        return tuple(self.accounts.people.values())

    def messages(self, chat_id: int) -> tuple[Message, ...]:
        """What a chat shows on the phone, oldest first; a private chat has its person's id."""
        return self.reception.shows(chat_id)

    def menu(self, person: User) -> tuple[Command, ...]:
        """The commands the phone of this person offers."""
        return self.menus.of(person)

    def keyboard(self, chat_id: int) -> ReplyKeyboard | None:
        """The reply keyboard that is up in a chat."""
        marks = [message.markup for message in self.messages(chat_id) if message.from_bot]
        last = next((m for m in reversed(marks) if isinstance(m, ReplyKeyboard | RemoveKeyboard)), None)
        return last if isinstance(last, ReplyKeyboard) else None

    def has_blocked(self, person: User) -> bool:
        """Whether this person blocked the bot."""
        return self.accounts.standing(person.id).blocked

    def is_offline(self, person: User) -> bool:
        """Whether this person's phone has no connection."""
        return self.reception.is_away(person.id)

    def phones(self, person: User) -> tuple[int, ...]:
        """The accounts of this person, the one in use last."""
        return self.accounts.phones(person.id)

    def has_opened(self, person: User) -> bool:
        """Whether this person ever wrote to the bot."""
        return self.accounts.standing(person.id).opened

    def watch(self, since: int | None = None) -> AsyncGenerator[Change]:
        """All changes as they come, first those after serial `since` when given; for any number of observers."""
        return self.feed.watch(since)

    def place_reaction(self, message: Message, who: User, emoji: str | None) -> Message:
        """Show somebody's reaction, of which each has one."""
        others = tuple(pair for pair in message.reactions if pair[0] != who.id)
        mine = () if emoji is None else ((who.id, emoji),)
        changed = replace(message, reactions=others + mine)
        return self.book.replace(changed, ChangeKind.REACTED, by_bot=who.is_bot)

    def inject(self, update: Json) -> int:
        """Queue an update of any form; returns its id."""
        return self.updates.inject(update)

    def repeat(self, update_id: int) -> None:
        """Deliver an update a second time."""
        self.updates.repeat(update_id)

    def _queue(self, kind: str, payload: Json) -> None:
        update_id = self.updates.add(kind, payload)
        if update_id is not None and self.faults.twice:
            self.updates.repeat(update_id)
