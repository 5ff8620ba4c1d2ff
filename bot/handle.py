"""Handling what is in the inbox, in each person's own order.

What comes of an update is kept whole, or not at all. A few that wait are committed together: that takes longest.
"""

from __future__ import annotations

import asyncio
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.reading import read
from chat import taps
from chat.occasion import Setting
from chat.turn import Heard, Knock, Turn, hear
from handlers import TABLE, blocked, crisis, joining, lost, replied_to, silence
from handlers.routing import ANYTHING, CORRECTION, Handler, ReplyTo, TableOfContents
from programme.people import Role
from store import flow, inbox, people
from store.database import Database
from store.flow import Step
from store.tables import Inbox

log = structlog.get_logger()

# Seconds in which updates are handled together. Nobody else writes meanwhile: a cry for help waits at most that long.
TOGETHER = 0.02


class Handle:
    """Empties the inbox."""

    def __init__(self, database: Database, clock: Clock, setting: Setting) -> None:
        self._database = database
        self._clock = clock
        self.setting = setting
        self._table = TableOfContents(TABLE)
        self._one_at_a_time = asyncio.Lock()

    async def work(self) -> datetime | None:
        """Handle all that can be handled now. When to look again: a failed update waits for its next try."""
        async with self._one_at_a_time:
            while True:
                now = self._clock.now()
                async with self._database.read() as session:
                    if not await inbox.any_new(session):
                        return None
                    if await inbox.next_one(session, now) is None:
                        return await inbox.next_moment(session)
                if (failed := await self._some(now)) is not None:
                    await self._failed(failed, now)

    async def _some(self, now: datetime) -> int | None:
        """Handle what waits, for a moment. The update that failed, if one did: then it stops there."""
        until = self._clock.running() + TOGETHER
        async with self._database.write() as session:
            while row := await inbox.next_one(session, now):
                update_id = row.update_id
                try:
                    async with session.begin_nested():
                        await self._handle(session, row, now)
                        inbox.handled(row, now)
                except Exception:
                    log.exception("update failed", update_id=update_id)
                    return update_id
                session.expunge_all()  # the next begins with what is kept, as if it were alone
                if self._clock.running() >= until:
                    break
        return None

    async def _failed(self, update_id: int, now: datetime) -> None:
        async with self._database.write() as session:
            row = await session.get_one(Inbox, update_id)
            if not inbox.try_again(row, now):
                await self._answer_a_crisis(session, row, now)
                await self._set_aside(session, row, now)

    async def _set_aside(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        """Tell the sender. What cannot even be told must not hold up everybody else."""
        try:
            async with session.begin_nested():
                sender = await people.by_telegram_id(session, row.sender_id or 0)
                if sender is None:
                    inbox.wipe(row)
                else:
                    await lost.tell(Knock(session, now, self.setting, Heard(row.sender_id or 0)), sender)
        except Exception:
            log.exception("nobody told of a failed update", update_id=row.update_id)

    async def _answer_a_crisis(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        """Words that hint at suicide are answered, and people hear of it, also when nothing else could be done."""
        try:
            async with session.begin_nested():
                update = read(await inbox.contents(session, row.update_id))
                heard = None if update is None else hear(update)
                me = await people.by_telegram_id(session, row.sender_id or 0)
                if heard is not None and me is not None:
                    turn = Turn(session, now, self.setting, heard, me)
                    if crisis.hints(turn):
                        await crisis.answer(turn)
        except Exception:
            log.exception("a failed update was not looked at", update_id=row.update_id)

    async def _handle(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        update = read(await inbox.contents(session, row.update_id))
        if update is None:
            return
        if update.my_chat_member is not None:
            await blocked.changed(Knock(session, now, self.setting, Heard(0)), update.my_chat_member)
            return
        heard = hear(update)
        if heard is None or row.sender_id is None:
            return
        knock = Knock(session, now, self.setting, heard)
        me = await people.by_telegram_id(session, row.sender_id)
        if me is None:
            if not heard.edited:
                await joining.at_the_door(knock, self._database.vault)
        else:
            await self._turn(Turn(session, now, self.setting, heard, me, await flow.where(session, me.id, now)))

    async def _turn(self, turn: Turn) -> None:
        await blocked.is_back(turn)
        await silence.sign_of_life(turn)
        if turn.heard.tap_id is not None:
            await self._tapped(turn)
        elif turn.heard.edited:
            await self._corrected(turn)
        else:
            await self._written(turn)

    async def _tapped(self, turn: Turn) -> None:
        tap = taps.read(turn.heard.tapped or "")
        handle = None if tap is None else self._table.find(turn.me.role, type(tap))
        if handle is None:
            await lost.old_button(turn)
        else:
            await handle(turn, tap)
            await turn.stop_spinner()

    async def _corrected(self, turn: Turn) -> None:
        """An edit never triggers a command or a flow. Words that hint at suicide are answered all the same."""
        if crisis.hints(turn):
            await crisis.corrected(turn)
        elif handle := self._table.find(turn.me.role, CORRECTION):
            await handle(turn)

    async def _written(self, turn: Turn) -> None:
        """A command first, then a word of the keyboard, a reply, what the bot was waiting for, anything else; before
        all of them, words that hint at suicide."""
        role, command = turn.me.role, command_in(turn.text)
        if command is not None:
            handle = self._table.find(role, command) or lost.unknown_command
        else:
            step = self._waiting_for(turn)
            replying = await self._replying(turn)
            named = self._table.find(role, turn.text) or replying or self._table.find(role, step)
            handle = named or self._table.find(role, ANYTHING) or lost.words
        if crisis.hints(turn):
            await crisis.written(turn, handle, is_command=command is not None)
        else:
            await handle(turn)

    def _waiting_for(self, turn: Turn) -> Step | None:
        """What the bot waits for. A youth's picture, voice or what they forward is for a person, whatever that is."""
        sent = turn.heard.sent
        for_a_person = not turn.text or (sent is not None and sent.forwarded)
        if turn.position is None or (turn.me.role is Role.YOUTH and for_a_person):
            return None
        return turn.position.step

    async def _replying(self, turn: Turn) -> Handler | None:
        """What is done with a reply to such a message of ours; nothing when it could be a reply to different things."""
        kinds = {copy.kind for copy in await replied_to.copies(turn)}
        found = {self._table.find(turn.me.role, ReplyTo(kind)) for kind in kinds}
        return found.pop() if len(found) == 1 else None


def command_in(text: str) -> str | None:
    """The command a text starts with ("/hulp", without a bot's name or anything after it); None when there is none."""
    if not text.startswith("/"):
        return None
    return text.split(maxsplit=1)[0].split("@")[0].lower()
