"""A person blocks the bot, or lets it back in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import ChatMember, ChatMemberUpdated

from chat.occasion import Occasion
from chat.turn import Turn
from store import agenda, checkin, journal, people
from store.agenda import Duty
from store.journal import Happened
from store.tables import Person


async def away(session: AsyncSession, person: Person, now: datetime) -> None:
    """Nothing reaches this person any more. Whoever should know hears of it, once."""
    if person.blocked_at is not None:
        return
    person.blocked_at = now
    journal.note(session, Happened.BLOCKED, now, actor=person.id)
    await agenda.plan(session, Duty.UNREACHABLE, person.id, now, key=f"{person.id}:{now.isoformat()}")


async def changed(occasion: Occasion, change: ChatMemberUpdated) -> None:
    """Telegram says that somebody blocked or unblocked the bot."""
    person = await people.by_telegram_id(occasion.session, change.from_user.id)
    if person is None or change.chat.type != "private":
        return
    if change.new_chat_member.status == ChatMember.BANNED:
        await away(occasion.session, person, occasion.now)
    else:
        await back(occasion, person)


async def back(occasion: Occasion, person: Person) -> None:
    """This person can be reached again. Of a youth that is a sign of life: a silence begins with the next question."""
    if person.blocked_at is None:
        return
    person.blocked_at = None
    occasion.note(Happened.UNBLOCKED, actor=person)
    if (plan := await checkin.plan_of(occasion.session, person.id)) is not None:
        plan.sign_at = occasion.now


async def is_back(turn: Turn) -> None:
    """Whoever writes or taps can evidently be reached."""
    await back(turn, turn.me)
