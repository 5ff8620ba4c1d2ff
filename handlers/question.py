"""A begeleider writes tomorrow's question for one youth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.screen import Screen
from chat.screens import question as screens
from chat.screens.question import KeepTapped, NotWrittenTapped, QuestionTapped, RewordTapped, WithdrawTapped
from chat.screens.unreachable import unreachable
from chat.turn import Turn
from handlers import lost
from programme.question import LONGEST_QUESTION
from store import checkin, flow, people, question
from store.flow import Step
from store.journal import Happened
from store.tables import CheckinPlan, Person, Question


@dataclass(frozen=True)
class QuestionForm:
    """For whom, and what was typed so far."""

    youth_id: int
    words: str = ""


async def begin(turn: Turn, tap: QuestionTapped) -> None:
    """Show the question that waits, or ask for one."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    waiting = await question.waiting(turn.session, youth.id, turn.today)
    await turn.reply(await _write(turn, youth) if waiting is None else await _waits(turn, youth, waiting))


async def reword(turn: Turn, tap: RewordTapped) -> None:
    """Write it anew."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await turn.show(await _write(turn, youth))


async def typed(turn: Turn) -> None:
    """The question, to look at before it is kept."""
    youth = await _youth_of_form(turn)
    if youth is None:
        await flow.leave(turn.session, turn.me.id)
        await lost.words(turn)
    elif not turn.text:
        await turn.reply(screens.only_text(youth.id))
    elif len(turn.text) > LONGEST_QUESTION:
        await turn.reply(screens.too_long(len(turn.text), youth.id))
    else:
        await flow.go(turn.session, turn.me.id, Step.QUESTION, turn.now, QuestionForm(youth.id, turn.text))
        await turn.reply(screens.preview(youth.name, turn.me.name, turn.text, youth.id))


async def keep(turn: Turn, tap: KeepTapped) -> None:
    """Let it take the place of the bot's own question."""
    youth, form = await _youth_of_form(turn), _form(turn)
    if youth is None or form is None or not form.words or youth.id != tap.youth_id:
        await lost.old_button(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    day = await _day(turn, youth)
    if day is None:
        await turn.show(screens.not_asked(youth.name))
        return
    kept = await question.keep(turn.session, youth.id, turn.me.id, day, form.words)
    turn.note(Happened.QUESTION_WRITTEN, actor=turn.me, subject=youth)
    await turn.show(await _waits(turn, youth, kept))


async def not_written(turn: Turn, tap: NotWrittenTapped) -> None:
    """Stop writing; what was kept before stays."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    if _form(turn) is not None:
        await flow.leave(turn.session, turn.me.id)
    waiting = await question.waiting(turn.session, youth.id, turn.today)
    await turn.show(screens.dropped(youth.name) if waiting is None else await _waits(turn, youth, waiting))


async def withdraw(turn: Turn, tap: WithdrawTapped) -> None:
    """Take back the question that waits."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    elif await question.withdraw(turn.session, youth.id):
        turn.note(Happened.QUESTION_WITHDRAWN, actor=turn.me, subject=youth)
        await turn.show(screens.dropped(youth.name))
    else:
        await turn.show(screens.gone())


async def _write(turn: Turn, youth: Person) -> Screen:
    """Wait for a question, when there is a day to ask it and it can arrive."""
    if youth.blocked_at is not None:
        return unreachable(youth.name, youth.role)
    plan, day = await checkin.plan_of(turn.session, youth.id), await _day(turn, youth)
    if plan is None or day is None:
        return screens.not_asked(youth.name)
    await flow.go(turn.session, turn.me.id, Step.QUESTION, turn.now, QuestionForm(youth.id))
    return screens.write(youth.name, day, plan.at, turn.today, youth.id)


async def _waits(turn: Turn, youth: Person, kept: Question) -> Screen:
    plan = await turn.session.get_one(CheckinPlan, youth.id)
    author = await turn.session.get_one(Person, kept.author_id)
    day = await _day(turn, youth) if kept.day < turn.today else kept.day
    return screens.waits(youth.name, author.name, kept.words, day or kept.day, plan.at, turn.today, youth.id)


async def _day(turn: Turn, youth: Person) -> date | None:
    """The next day with a question, from tomorrow on."""
    plan = await checkin.plan_of(turn.session, youth.id)
    return None if plan is None else await checkin.next_asked_on(turn.session, plan, turn.today, turn.setting.zone)


def _form(turn: Turn) -> QuestionForm | None:
    waiting = turn.position is not None and turn.position.step is Step.QUESTION
    return turn.position.read(QuestionForm) if waiting and turn.position is not None else None


async def _youth_of_form(turn: Turn) -> Person | None:
    form = _form(turn)
    return None if form is None else await people.youth_seen_by(turn.session, turn.me.id, form.youth_id)
