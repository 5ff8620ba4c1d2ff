"""The daily question falls due."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import checkin as screens
from programme.calendar import within_hours
from programme.checkin import choose_opener, expires_at, nudge_at
from store import agenda, checkin, flow, pause, question, silence, talk
from store.agenda import Duty
from store.flow import Step
from store.journal import Happened
from store.tables import Checkin, CheckinPlan, Doubt, Lane, Person, Unsaid


async def ask(occasion: Occasion, youth_id: int | None) -> None:
    """Ask today's question, if it still holds, and plan the next."""
    youth = await occasion.session.get_one(Person, youth_id)
    plan = await occasion.session.get_one(CheckinPlan, youth_id)
    if youth.ended_at is not None:
        return
    await checkin.plan_next(occasion.session, plan, occasion.now, occasion.setting.zone)
    if kept_from := await _kept_from(occasion, youth, plan):
        occasion.says_nothing(kept_from)
        return
    if await talk.asks_nothing_more(occasion.session, youth.id, occasion.day_began):
        occasion.note(Happened.HELD_BACK, subject=youth)
        return
    await _ask(occasion, youth, plan)


async def _kept_from(occasion: Occasion, youth: Person, plan: CheckinPlan) -> Unsaid | None:
    """Why it is not asked, when what was true as it was planned is not any more."""
    if youth.blocked_at is not None:
        return Unsaid.BLOCKED
    if await pause.keeps_quiet(occasion.session, youth.id, occasion.now):
        return Unsaid.QUIET
    holds = (
        within_hours(occasion.now, occasion.setting.zone)
        and await checkin.is_asked_on(occasion.session, plan, occasion.today)
        and await checkin.on_day(occasion.session, youth.id, occasion.today) is None
    )
    return None if holds else Unsaid.NOT_NEEDED


async def _ask(occasion: Occasion, youth: Person, plan: CheckinPlan) -> None:
    session, zone = occasion.session, occasion.setting.zone
    row = await _new_row(occasion, youth)
    manner = Manner(
        kind=checkin.QUESTION,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=row.id,
        key=key_of(row),
        expires_at=expires_at(row.day, zone),
    )
    await occasion.say(await _screen(occasion, youth, row), youth, manner)
    occasion.note(Happened.CHECKIN_ASKED, subject=youth)
    # Words still awaited belong to the question before this one.
    await flow.leave_step(session, youth.id, Step.CHECKIN_WORDS)
    if due := nudge_at(row.asked_at, zone):
        await agenda.plan(session, Duty.NUDGE, youth.id, due, key=str(row.id), expires_at=expires_at(row.day, zone))
    if await silence.first_unanswered(session, plan, occasion.now) is row:
        await silence.watch_from(session, row)


def key_of(row: Checkin) -> str:
    """What makes the message with this question one of a kind."""
    return f"checkin:{row.youth_id}:{row.day}"


async def _new_row(occasion: Occasion, youth: Person) -> Checkin:
    """Today's question: the one a begeleider wrote, else one of the bot's own."""
    session = occasion.session
    theirs = await question.for_today(session, youth.id, occasion.today)
    row = Checkin(youth_id=youth.id, day=occasion.today, asked_at=occasion.now)
    if theirs is None:
        previous = await checkin.last_opener(session, youth.id)
        row.opener = choose_opener(occasion.setting.chance, previous, len(screens.OPENERS))
    else:
        row.question_id = theirs.id
    session.add(row)
    await session.flush()
    return row


async def _screen(occasion: Occasion, youth: Person, row: Checkin) -> Screen:
    theirs = await question.asked_with(occasion.session, row)
    if theirs is None:
        return screens.question(youth.name, row.opener or 0, row.id)
    return screens.question_of(theirs.author, theirs.words, row.id)
