"""What every handler and duty gets: the database, the time, and a way to say something.

Nothing is sent here. What is said becomes an outbox row in the same transaction as the facts, so that both are there
after a crash, or neither is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from chat.language import Language, _, language
from chat.outgoing import Outgoing, edit, message
from chat.screen import Screen
from programme.calendar import local_day, slot
from programme.call import USUAL, Escalation
from programme.crisis import HINTS, Hints
from programme.helplines import HELP_LINES, HelpLine
from store import journal, outbox, pause
from store.journal import Happened
from store.tables import Doubt, Lane, Outbox, OutboxState, Person, Unsaid


@dataclass(frozen=True)
class Setting:
    """What holds for as long as the bot runs."""

    zone: ZoneInfo
    """Where the youths live."""
    language: str
    """For whoever did not choose one."""
    chance: random.Random
    bot_name: str
    """The bot's user name on Telegram, without the @."""
    escalation: Escalation = USUAL
    """How long a request to be called may lie with nobody."""
    help_lines: tuple[HelpLine, ...] = HELP_LINES
    """Numbers to call, those that answer day and night first."""
    hints: Hints = HINTS
    """What hints at suicide."""


@dataclass(frozen=True)
class Manner:
    """How something is said: how urgently, until when, and what to do when nobody knows whether it arrived.

    Nobody is left without an answer, or in the dark: it is said again, and says so. A question to a youth says
    Doubt.LEAVE for itself.
    """

    kind: str
    lane: Lane = Lane.ANSWER
    doubt: Doubt = Doubt.REPEAT_MARKED
    about: int | None = None
    key: str | None = None
    expires_at: datetime | None = None
    not_before: datetime | None = None
    answers: int | None = None
    """The message in the chat of whoever hears it to which it is a reply."""


@dataclass
class Due:
    """A planned moment that has come, and what is said at it."""

    agenda_id: int
    said: bool = False
    unsaid: Unsaid | None = None
    """Why the last thing was not said."""


@dataclass(frozen=True)
class Occasion:
    """A moment at which the bot does something, in one transaction."""

    session: AsyncSession
    now: datetime
    setting: Setting
    due: Due | None = field(default=None, kw_only=True)
    """The planned moment, when it is one."""

    @property
    def today(self) -> date:
        """The date where the youths live."""
        return local_day(self.now, self.setting.zone)

    @property
    def day_began(self) -> datetime:
        """When the date where the youths live began, in UTC."""
        return slot(self.today, time(0), self.setting.zone)

    def local(self, moment: datetime) -> datetime:
        """A moment on the clock of where the youths live."""
        return moment.astimezone(self.setting.zone)

    def local_time(self, moment: datetime) -> time:
        """Its time of day there, to the minute."""
        return self.local(moment).time().replace(second=0, microsecond=0)

    async def say(self, screen: Screen, to: Person, manner: Manner) -> int | None:
        """Say something to a person who has a place.

        None when they cannot be reached, when it was said before, or when it is planned and they want quiet: here, and
        nowhere else, a youth's pause or stop holds for all that is not an answer.
        """
        if to.telegram_id is None or to.ended_at is not None or to.blocked_at is not None:
            self.says_nothing(Unsaid.BLOCKED)
            return None
        if manner.lane is Lane.PLANNED and await pause.keeps_quiet(self.session, to.id, self.now):
            self.says_nothing(Unsaid.QUIET)
            return None
        return await self.tell(to.telegram_id, screen, language(to.language), manner, person_id=to.id)

    async def tell(
        self, account: int, screen: Screen, speaks: Language, manner: Manner, *, person_id: int | None
    ) -> int | None:
        """Say something to an account, whoever has it."""
        mark = _("(perhaps for the second time)") if manner.doubt is Doubt.REPEAT_MARKED else None
        outgoing = message(account, screen, speaks, mark, answers=manner.answers)
        return await self.send(outgoing, manner, chat_id=account, person_id=person_id)

    async def change(self, said: Outbox, screen: Screen) -> None:
        """Show something else on a message that stands on somebody's phone. One that has not left goes as this."""
        to = await self.session.get(Person, said.person_id)
        if to is None or to.telegram_id is None or to.telegram_id != said.chat_id or to.ended_at is not None:
            return
        if said.state is OutboxState.QUEUED:
            await self._reword(said, message(to.telegram_id, screen, language(to.language)))
        elif said.message_id is not None:
            outgoing = edit(to.telegram_id, said.message_id, screen, language(to.language))
            await self.send(outgoing, Manner(kind="edit", doubt=Doubt.REPEAT), chat_id=to.telegram_id, person_id=to.id)

    async def _reword(self, said: Outbox, now: Outgoing) -> None:
        waiting = Outgoing.read(said.method, await outbox.contents(self.session, said.id), marked=False)
        said.method, said.payload = now.method, now.in_place_of(waiting).write()

    async def send(
        self, outgoing: Outgoing, manner: Manner, *, chat_id: int | None, person_id: int | None
    ) -> int | None:
        """Queue a request to Telegram. Its id; None when one with the same key was queued before."""
        added = await outbox.add(
            self.session,
            key=manner.key,
            person_id=person_id,
            chat_id=chat_id,
            lane=manner.lane,
            kind=manner.kind,
            about=manner.about,
            method=outgoing.method,
            payload=outgoing.write(),
            doubt=manner.doubt,
            created_at=self.now,
            not_before=manner.not_before,
            expires_at=manner.expires_at,
            agenda_id=self.due and self.due.agenda_id,
        )
        if added is None:
            self.says_nothing(Unsaid.BEFORE)
        elif self.due is not None:
            self.due.said = True
        return added

    def says_nothing(self, why: Unsaid) -> None:
        """At a planned moment: why what was planned is not said."""
        if self.due is not None:
            self.due.unsaid = why

    def note(self, happened: Happened, *, actor: Person | None = None, subject: Person | None = None) -> None:
        """Write a line in the journal."""
        journal.note(
            self.session,
            happened,
            self.now,
            actor=None if actor is None else actor.id,
            subject=None if subject is None else subject.id,
        )
