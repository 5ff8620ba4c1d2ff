"""A begeleider writes to one youth: after a tap, or as a reply to a message about that youth."""

from __future__ import annotations

from dataclasses import dataclass

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import push, silence
from chat.screens import words as screens
from chat.screens.words import DontWriteTapped, WriteTapped
from chat.turn import Turn
from handlers import lost
from programme.calendar import within_hours
from store import flow, outbox, pause, people
from store.flow import Step
from store.journal import Happened
from store.tables import Checkin, Doubt, Outbox, Person, Silence

ABOUT_AN_ANSWER = (push.ANSWER, push.WORDS, push.OPENED)
ABOUT_A_YOUTH = (screens.PROMPT, screens.SENT, screens.CALL)
REPLIED_TO = (*ABOUT_AN_ANSWER, *ABOUT_A_YOUTH, silence.PUSH)


@dataclass(frozen=True)
class WordsForm:
    """To whom the next words go."""

    youth_id: int


async def write(turn: Turn, tap: WriteTapped) -> None:
    """The next words go to this youth."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    if youth.blocked_at is not None:
        await turn.stop_spinner(screens.UNREACHABLE)
        return
    if not await pause.may_be_answered(turn.session, youth.id):
        await turn.reply(screens.no_answer())
        return
    await flow.go(turn.session, turn.me.id, Step.STAFF_WORDS, turn.now, WordsForm(youth.id))
    await turn.reply(screens.prompt(youth.name), Manner(screens.PROMPT, about=youth.id))


async def dont_write(turn: Turn, _tap: DontWriteTapped) -> None:
    """Or not. When nothing is waited for any more, it may have been sent already."""
    if turn.position is None or turn.position.step is not Step.STAFF_WORDS:
        await lost.over(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    await turn.show(screens.not_written())


async def typed(turn: Turn) -> None:
    """The words that were waited for. A reply to another message is not for this youth."""
    if turn.position is None or turn.heard.reply_to is not None:
        await turn.reply(screens.of_nobody())
        return
    await _pass_on(turn, turn.position.read(WordsForm).youth_id)


async def replied(turn: Turn) -> None:
    """A reply to a message about a youth goes to that youth, whatever else was waited for."""
    sent = await outbox.by_message(turn.session, turn.heard.chat_id, turn.heard.reply_to or 0)
    await _pass_on(turn, 0 if sent is None else await _youth_of(turn, sent) or 0)


async def _youth_of(turn: Turn, sent: Outbox) -> int | None:
    """The youth that a message of ours is about."""
    about = sent.about or 0
    if sent.kind in ABOUT_A_YOUTH:
        return about
    session = turn.session
    row = await (session.get(Checkin, about) if sent.kind in ABOUT_AN_ANSWER else session.get(Silence, about))
    return None if row is None else row.youth_id


async def _pass_on(turn: Turn, youth_id: int) -> None:
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    if youth is None:
        await turn.reply(screens.of_nobody())
    elif not turn.text:
        await turn.reply(screens.only_text())
    elif not await pause.may_be_answered(turn.session, youth.id):
        await _leave_for(turn, youth)
        await turn.reply(screens.no_answer())
    else:
        await _leave_for(turn, youth)
        await turn.reply(await _said(turn, youth), Manner(screens.SENT, about=youth.id))


async def _leave_for(turn: Turn, youth: Person) -> None:
    """Nothing is waited for any more; words for somebody else still are."""
    waiting = turn.position is not None and turn.position.step is Step.STAFF_WORDS
    if waiting and turn.position is not None and turn.position.read(WordsForm).youth_id == youth.id:
        await flow.leave(turn.session, turn.me.id)


async def _said(turn: Turn, youth: Person) -> Screen:
    """Say it to the youth; what the begeleider sees of that."""
    silent = not within_hours(turn.now, turn.setting.zone)
    manner = Manner("words", doubt=Doubt.REPEAT_MARKED, about=turn.me.id)
    parts = screens.from_staff(turn.me.name, turn.text, silent=silent)
    queued = [await turn.say(part, youth, manner) for part in parts]
    if None in queued:
        return screens.unreachable(youth.name)
    turn.note(Happened.WORDS_PASSED_ON, actor=turn.me, subject=youth)
    return screens.sent(youth.name, youth.id)
