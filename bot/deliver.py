"""The way out: claims an outbox row, sends it, writes down what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Bot, Message, MessageId
from telegram.error import RetryAfter

from bot.clock import Clock
from bot.outcomes import Verdict, judge
from bot.pace import Pace
from bot.telegram_call import call
from chat.outgoing import Outgoing
from handlers import blocked, undelivered
from store import outbox, people
from store.database import Database
from store.outbox import Ready
from store.sealed import CannotUnseal
from store.tables import Doubt, Lane, Outbox, OutboxState

log = structlog.get_logger()

# A round trip takes 50-150 ms, so this many in flight carry the whole allowance. Two places are kept for the urgent.
IN_FLIGHT = 12
KEPT_FOR_URGENT = 2

# So many messages are looked at; many more when none of them may go, since their chats had enough just now.
LOOKED_AT, LOOKED_FURTHER = 2 * IN_FLIGHT, 200

# What may have arrived, and is worth repeating, is repeated so often and no more: that outlasts ten minutes in which
# Telegram says nothing.
LONGEST_PAUSE = timedelta(seconds=60)
REPEATS = 16


Outcome = Callable[[AsyncSession], Awaitable[None]]
"""Writes down what became of one message."""


class Deliver:
    """Empties the outbox at the pace Telegram allows."""

    def __init__(self, database: Database, clock: Clock, bot: Bot, zone: ZoneInfo) -> None:
        self._database = database
        self._clock = clock
        self._bot = bot
        self._zone = zone
        self._pace = Pace()
        self._flights: set[asyncio.Task[None]] = set()
        self._claiming = asyncio.Lock()
        self._outcomes: list[Outcome] = []
        self._writing = asyncio.Lock()
        self._broken: BaseException | None = None

    async def work(self) -> datetime | None:
        """Send off all that may go now, without waiting for the answers. When to look again.

        Raises what kept an outcome from being written down: until the next start, that chat would wait for it.
        """
        if self._broken is not None:
            raise self._broken
        async with self._claiming:
            return await self._claim()

    async def landed(self) -> bool:
        """Wait until everything in flight has an outcome. Whether anything was."""
        flights = tuple(self._flights)
        await asyncio.gather(*flights)
        return bool(flights)

    async def let_go(self) -> None:
        """Leave what is in flight. Its rows say "sending", and the next start decides about them."""
        for flight in self._flights:
            flight.cancel()
        await asyncio.gather(*self._flights, return_exceptions=True)

    async def _claim(self) -> datetime | None:
        now = self._clock.now()
        async with self._database.read() as session:
            queue = await outbox.look(session, now)
            if queue is None:
                return None
            rows = await outbox.ready(session, now, LOOKED_AT)
            going, paced_until = self._choose(rows, now)
            if not going and len(rows) == LOOKED_AT and self._pace.has_place(rows[-1].lane, now):
                going, paced_until = self._choose(await outbox.ready(session, now, LOOKED_FURTHER), now)
        # Only now a transaction that writes: each one wakes us again, and a message that waits for its turn must not
        # keep us awake.
        if going or queue.too_late:
            async with self._database.write() as session:
                if queue.too_late:
                    await outbox.expire(session, now)
                claimed = await outbox.claim(session, [one.id for one in going], now)
                written = [await _written(session, row) for row in claimed]
            for row, payload in zip(claimed, written, strict=True):
                self._take_off(row, payload)
        return min((moment for moment in (queue.held_until, paced_until) if moment), default=None)

    def _take_off(self, row: Outbox, written: str | CannotUnseal) -> None:
        flight = asyncio.create_task(self._send(row, written))
        self._flights.add(flight)
        flight.add_done_callback(self._down)

    def _down(self, flight: asyncio.Task[None]) -> None:
        self._flights.discard(flight)
        if not flight.cancelled():
            self._broken = flight.exception() or self._broken

    def _choose(self, rows: Iterable[Ready], now: datetime) -> tuple[list[Ready], datetime | None]:
        """Those that may go now, and when the next may."""
        going: list[Ready] = []
        until: datetime | None = None
        for row in rows:
            room = IN_FLIGHT - len(self._flights) - len(going) - (0 if row.lane is Lane.URGENT else KEPT_FOR_URGENT)
            if room <= 0:
                continue
            wait = self._pace.wait(row.chat_id, row.lane, now)
            if wait > timedelta(0):
                until = min(until or now + wait, now + wait)
                continue
            self._pace.took(row.chat_id, row.lane, now)
            going.append(row)
        return going, until

    async def _send(self, row: Outbox, written: str | CannotUnseal) -> None:
        try:
            outgoing = _outgoing(row, written)
            result = await call(self._bot, outgoing.ahead or outgoing)
        except Exception as error:
            await self._went_wrong(row, error)
        else:
            await (self._said_ahead(row, outgoing) if outgoing.ahead else self._arrived(row, result))

    async def _write_down(self, outcome: Outcome) -> None:
        """What became of a message; together with the others of which that became known meanwhile."""
        self._outcomes.append(outcome)
        async with self._writing:
            outcomes, self._outcomes = self._outcomes, []
            if not outcomes:
                return  # whoever had its turn before us wrote ours down
            async with self._database.write() as session:
                for write in outcomes:
                    await write(session)

    async def _said_ahead(self, sent: Outbox, outgoing: Outgoing) -> None:
        """That it may have arrived before is said; now the thing itself, and however often that is tried: only that."""

        async def outcome(session: AsyncSession) -> None:
            row = await session.get_one(Outbox, sent.id)
            if row.chat_id == sent.chat_id:  # on another phone it has to be said too
                row.payload = outgoing.unmarked().write()
            outbox.put_back(row, self._clock.now())

        await self._write_down(outcome)

    async def _arrived(self, sent: Outbox, result: object) -> None:
        async def outcome(session: AsyncSession) -> None:
            message_id = result.message_id if isinstance(result, Message | MessageId) else None
            await outbox.said(session, sent, message_id, self._clock.now())

        await self._write_down(outcome)

    async def _went_wrong(self, sent: Outbox, error: Exception) -> None:
        verdict, now = judge(error), self._clock.now()
        # While a network is down the poller says so, once a minute, and not each message too.
        tell = log.debug if verdict in (Verdict.FINE, Verdict.AGAIN) else log.warning
        tell("not sent", outbox_id=sent.id, verdict=verdict.name, error=type(error).__name__)

        async def outcome(session: AsyncSession) -> None:
            row = await session.get_one(Outbox, sent.id)
            match verdict:
                case Verdict.FINE:
                    outbox.close(row, OutboxState.SENT, now)
                case Verdict.LATER if isinstance(error, RetryAfter):
                    await self._hold(session, row, now + _seconds(error.retry_after))
                case Verdict.AGAIN if now < row.created_at + outbox.TRIED_FOR:
                    outbox.put_back(row, now + _pause(row.tries))
                    await outbox.keep_for_the_day(session, [row], now, self._zone)
                case Verdict.DOUBT if row.repeated < REPEATS:
                    outbox.in_doubt(row, now, again_at=now + _pause(row.repeated))
                    await outbox.keep_for_the_day(session, [row], now, self._zone)
                case Verdict.DOUBT:
                    outbox.close(row, OutboxState.UNKNOWN, now)
                case Verdict.UNREACHABLE if row.chat_id != sent.chat_id:
                    outbox.put_back(row, now)  # they have another phone since it left
                case Verdict.UNREACHABLE:
                    await self._cannot_reach(session, row, now)
                case _:
                    outbox.close(row, OutboxState.FAILED, now, type(error).__name__)
            await undelivered.notice(session, row, now)

        await self._write_down(outcome)

    async def _hold(self, session: AsyncSession, row: Outbox, until: datetime) -> None:
        outbox.put_back(row, until)
        if row.chat_id is not None:
            self._pace.hold(row.chat_id, until)
            await outbox.hold_chat(session, row.chat_id, until)

    async def _cannot_reach(self, session: AsyncSession, row: Outbox, now: datetime) -> None:
        """The person hears of nothing here; unless they are reached elsewhere by now, or not at all any more."""
        chat_id = row.chat_id
        outbox.close(row, OutboxState.FAILED, now, outbox.UNREACHABLE)
        person = None if row.person_id is None else await people.nameless(session, row.person_id)
        if person is not None and person.telegram_id == chat_id:
            await blocked.away(session, person, now)


async def _written(session: AsyncSession, row: Outbox) -> str | CannotUnseal:
    """What is to be sent. One that does not open must not keep the others here."""
    try:
        return await outbox.contents(session, row.id)
    except CannotUnseal as error:
        return error


def _outgoing(row: Outbox, written: str | CannotUnseal) -> Outgoing:
    """Raises CannotUnseal."""
    if isinstance(written, CannotUnseal):
        raise written
    return Outgoing.read(row.method, written, marked=row.repeated > 0 and row.doubt is Doubt.REPEAT_MARKED)


def _pause(tries: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(tries, 10)), LONGEST_PAUSE)


def _seconds(pause: int | timedelta) -> timedelta:
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
