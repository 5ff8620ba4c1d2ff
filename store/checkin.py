"""The daily question: each youth's plan for it, the questions asked, the answers given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from programme import rhythm
from programme.calendar import local_day, slot
from programme.checkin import Face, expires_at
from store import agenda, outbox, people
from store.agenda import Duty
from store.tables import Checkin, CheckinPlan, CheckinWords, Outbox, OutboxState

# What the message with the question of a day is called in the outbox.
QUESTION = "checkin"


async def plan_of(session: AsyncSession, youth_id: int) -> CheckinPlan | None:
    """When this youth is asked; None before they chose a time."""
    return await session.get(CheckinPlan, youth_id)


async def on_day(session: AsyncSession, youth_id: int, day: date) -> Checkin | None:
    """The question of this day."""
    return (await session.scalars(select(Checkin).where(Checkin.youth_id == youth_id, Checkin.day == day))).first()


async def last(session: AsyncSession, youth_id: int) -> Checkin | None:
    """The newest question to this youth."""
    return (await session.scalars(_LAST, {"youth": youth_id})).first()


# These are asked for every tap on a face: made once, as making them costs as much as the answer.
_OF_YOUTH = select(Checkin).where(Checkin.youth_id == bindparam("youth"))
_LAST = _OF_YOUTH.order_by(Checkin.day.desc()).limit(1)


async def newest_there(session: AsyncSession, youth_id: int) -> Checkin | None:
    """The newest question that this youth can have seen: of a later one it is certain that it did not arrive (yet)."""
    return (await session.scalars(_THERE, {"youth": youth_id})).first()


_NOT_THERE = exists().where(
    Outbox.kind == QUESTION, Outbox.about == Checkin.id, Outbox.state.in_((OutboxState.QUEUED, *outbox.NOT_GOT))
)
_THERE = _LAST.where(~_NOT_THERE)


async def of_youth(session: AsyncSession, youth_id: int, checkin_id: int) -> Checkin | None:
    """This question, when it was asked to this youth."""
    row = await session.get(Checkin, checkin_id)
    return row if row is not None and row.youth_id == youth_id else None


async def number_of(session: AsyncSession, checkin: Checkin) -> int:
    """How many questions this youth got before this one: what is said varies by it."""
    return await session.scalar(_BEFORE, {"youth": checkin.youth_id, "day": checkin.day}) or 0


_COUNT = select(func.count()).select_from(Checkin)
_BEFORE = _COUNT.where(Checkin.youth_id == bindparam("youth"), Checkin.day < bindparam("day"))


async def last_answered(session: AsyncSession, youth_id: int) -> Checkin | None:
    """The newest question this youth answered."""
    query = select(Checkin).where(Checkin.youth_id == youth_id, Checkin.face.is_not(None))
    return (await session.scalars(query.order_by(Checkin.day.desc()).limit(1))).first()


async def last_face(session: AsyncSession, youth_id: int) -> tuple[Face, date] | None:
    """The last answer of this youth, and the day of its question; None when there is none."""
    row = await last_answered(session, youth_id)
    return None if row is None or row.face is None else (Face(row.face), row.day)


async def last_opener(session: AsyncSession, youth_id: int) -> int | None:
    """The number of the bot's own question that this youth got last."""
    query = select(Checkin.opener).where(Checkin.youth_id == youth_id, Checkin.opener.is_not(None))
    return await session.scalar(query.order_by(Checkin.day.desc()).limit(1))


async def words_of(session: AsyncSession, checkin_id: int) -> Sequence[CheckinWords]:
    """What was added to an answer, in the order in which it was written."""
    query = select(CheckinWords).where(CheckinWords.checkin_id == checkin_id)
    return (await session.scalars(query.order_by(CheckinWords.id))).all()


async def is_asked_on(session: AsyncSession, plan: CheckinPlan, day: date) -> bool:
    """Whether the rhythm of this youth holds a question that day."""
    year = await people.year_of(session, plan.youth_id)
    return rhythm.asks_on(day, year=year, chosen=plan.rhythm, chosen_on=plan.rhythm_on)


async def next_asked_on(session: AsyncSession, plan: CheckinPlan, today: date, zone: ZoneInfo) -> date | None:
    """The first day later than `today` with a question; None while paused openly or stopped, or in a rhythm without."""
    if plan.stopped_at is not None or (plan.paused_at is not None and plan.paused_until is None):
        return None
    quiet_until = today if plan.paused_until is None else local_day(plan.paused_until, zone) - timedelta(days=1)
    year = await people.year_of(session, plan.youth_id)
    return rhythm.next_day(max(today, quiet_until), year=year, chosen=plan.rhythm, chosen_on=plan.rhythm_on)


async def last_faces(
    session: AsyncSession, youth_ids: Iterable[int], since: date, count: int
) -> dict[int, list[int | None]]:
    """For each of these youths the answers to their last questions from that day on, at most so many, oldest first.

    None for a question without an answer.
    """
    order = func.row_number().over(partition_by=Checkin.youth_id, order_by=Checkin.day.desc())
    asked = select(Checkin.youth_id, Checkin.day, Checkin.face, order.label("place"))
    recent = asked.where(Checkin.youth_id.in_(list(youth_ids)), Checkin.day >= since).subquery()
    query = select(recent.c.youth_id, recent.c.face).where(recent.c.place <= count).order_by(recent.c.day)
    found: dict[int, list[int | None]] = defaultdict(list)
    for youth_id, face in await session.execute(query):
        found[youth_id].append(face)
    return found


async def answered_since(session: AsyncSession, youth_id: int, since: date) -> Sequence[Checkin]:
    """The questions from that day on which this youth answered, oldest first."""
    answered = (Checkin.youth_id == youth_id, Checkin.day >= since, Checkin.face.is_not(None))
    return (await session.scalars(select(Checkin).where(*answered).order_by(Checkin.day))).all()


def add_words(session: AsyncSession, checkin: Checkin, words: str, now: datetime) -> None:
    """Keep what the youth added to an answer."""
    session.add(CheckinWords(checkin_id=checkin.id, words=words, at=now))


async def with_words_at(session: AsyncSession, youth_id: int, at: datetime) -> int | None:
    """The question to whose answer this youth added something at that moment."""
    query = select(Checkin.id).join(CheckinWords, CheckinWords.checkin_id == Checkin.id)
    return await session.scalar(query.where(Checkin.youth_id == youth_id, CheckinWords.at == at).limit(1))


async def correct_words(session: AsyncSession, youth_id: int, at: datetime, words: str) -> None:
    """What this youth added at that moment reads like this from now on."""
    theirs = select(CheckinWords).join(Checkin, Checkin.id == CheckinWords.checkin_id)
    for row in await session.scalars(theirs.where(Checkin.youth_id == youth_id, CheckinWords.at == at)):
        row.words = words


async def plan_next(session: AsyncSession, plan: CheckinPlan, now: datetime, zone: ZoneInfo) -> None:
    """Put this youth's next question on the agenda, in place of the one that was there."""
    await agenda.drop(session, Duty.CHECKIN, plan.youth_id)
    if plan.stopped_at is not None:
        return
    year = await people.year_of(session, plan.youth_id)
    after: date = local_day(now, zone) - timedelta(days=1)
    while day := rhythm.next_day(after, year=year, chosen=plan.rhythm, chosen_on=plan.rhythm_on):
        due = slot(day, plan.at, zone)
        key = f"{plan.youth_id}:{day}"
        if due > now and await agenda.plan(
            session, Duty.CHECKIN, plan.youth_id, due, key=key, expires_at=expires_at(day, zone)
        ):
            return
        after = day
