"""A begeleider says something to one youth: after a tap, as a reply to a message about that youth, or by choosing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import crisis_staff, push, silence
from chat.screens import talk as screens
from chat.screens.talk import TALK, DontWriteTapped, ForTapped, Said, SpokenTapped, WriteTapped
from chat.sent import Sent
from chat.turn import Turn
from handlers import contact_settles, gathered, lost, replied_to
from handlers.got import who_got
from programme.calendar import within_hours
from programme.talk import Kind, may_be_withdrawn
from store import contacts, flow, outbox, pause, people, talk
from store.away import can_be_reached
from store.flow import Step
from store.journal import Happened
from store.tables import Checkin, Doubt, Outbox, OutboxState, Person, Silence, Talk

ABOUT_AN_ANSWER = (push.ANSWER, push.WORDS, push.OPENED)
ABOUT_A_YOUTH = (screens.PROMPT, screens.SENT, screens.CALL, crisis_staff.ALARM)
REPLIED_TO = (*ABOUT_AN_ANSWER, *ABOUT_A_YOUTH, silence.PUSH, TALK)


@dataclass(frozen=True)
class WordsForm:
    """To whom the next words go."""

    youth_id: int


@dataclass(frozen=True)
class ChoiceForm:
    """What was sent, message after message (kind, words, number), until it is known for whom."""

    messages: list[tuple[str, str, int]]
    forwarded: list[int] = field(default_factory=list)
    """The numbers of those that are somebody else's, passed on."""


async def write(turn: Turn, tap: WriteTapped) -> None:
    """The next words go to this youth."""
    if youth := await may_write(turn, tap.youth_id):
        await flow.go(turn.session, turn.me.id, Step.STAFF_WORDS, turn.now, WordsForm(youth.id))
        await turn.reply(screens.prompt(youth.name), Manner(screens.PROMPT, about=youth.id))


async def may_write(turn: Turn, youth_id: int) -> Person | None:
    """The youth of a button, when words of this person may reach them now; says why not otherwise."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    if youth is None:
        await lost.old_button(turn)
        return None
    if youth.blocked_at is not None:
        await turn.stop_spinner(screens.UNREACHABLE)
        return None
    if not await pause.may_be_answered(turn.session, youth.id):
        await turn.reply(screens.no_answer())
        return None
    return youth


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
    youth_id = turn.position.read(WordsForm).youth_id
    if await _somebody_else_wrote(turn, youth_id, turn.position.since):
        await ask_which(turn)  # it may be an answer to that
    else:
        await _said(turn, youth_id)


async def _somebody_else_wrote(turn: Turn, youth_id: int, since: datetime) -> bool:
    """Whether they got words of another youth since that moment."""
    for said in await talk.of_others(turn.session, turn.me.id, youth_id, since):
        if turn.me.id in await who_got(turn, said):
            return True
    return False


async def replied(turn: Turn) -> None:
    """A reply to a message about a youth goes to that youth, whatever else was waited for."""
    copies = await replied_to.copies(turn)
    abouts = [await _about(turn, copy) for copy in copies]
    youths = {0 if about is None else about.youth_id for about in abouts}
    youth_id = youths.pop() if len(youths) == 1 else 0
    if copies[0].message_id != turn.heard.reply_to and not await _names(turn, youth_id):
        youth_id = 0
    about = abouts[0] if len(abouts) == 1 else None
    answers = about.message_id if isinstance(about, Talk) and about.author_id == about.youth_id else None
    await _said(turn, youth_id, answers=answers)


async def _names(turn: Turn, youth_id: int) -> bool:
    """Whether the message they reply to names this youth: without its number, that makes sure whom it is about."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    return youth is not None and turn.heard.ours is not None and youth.name in turn.heard.ours.words


async def loose(turn: Turn) -> None:
    """Something that nothing was waiting for. As a reply it has no youth; otherwise they may choose one."""
    before, sent = await talk.last_said(turn.session, turn.me.id), turn.heard.sent
    if before is not None and sent is not None and sent.album is not None and before.album == sent.album:
        await _said(turn, before.youth_id)  # the rest of an album goes where its first picture went
    elif turn.heard.reply_to is not None:
        await turn.reply(screens.of_nobody())
    else:
        await ask_which(turn)


async def ask_which(turn: Turn) -> None:
    """Ask for whom it is. Only a tap sends it."""
    youths, sent = await people.youths_of(turn.session, turn.me.id), turn.heard.sent
    if not youths or sent is None or turn.heard.message_id is None:
        await lost.words(turn)
        return
    before = _choice(turn)
    message = (sent.kind.value, sent.words, turn.heard.message_id)
    passed_on = [turn.heard.message_id] if sent.forwarded else []
    form = ChoiceForm([*before.messages, message], [*before.forwarded, *passed_on])
    await flow.go(turn.session, turn.me.id, Step.WHICH_YOUTH, turn.now, form)
    if not before.messages:  # one question is enough, however much is sent meanwhile
        asked = screens.which_youth(youths, turn.heard.message_id)
        await turn.reply(asked, Manner("which youth", answers=turn.heard.message_id))


def _choice(turn: Turn) -> ChoiceForm:
    """What waits until it is known for whom it is."""
    position = turn.position
    return position.read(ChoiceForm) if position is not None and position.step is Step.WHICH_YOUTH else ChoiceForm([])


async def chosen(turn: Turn, tap: ForTapped) -> None:
    """For this youth, or for nobody."""
    waiting = _choice(turn)
    if not waiting.messages or waiting.messages[0][2] != tap.message_id:  # something else waits by now
        await lost.over(turn)
        return
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id) if tap.youth_id else None
    if youth is None and tap.youth_id:
        await lost.old_button(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    shown = screens.not_written()
    if youth is not None:
        for kind, words, message_id in waiting.messages:
            sent = Sent(Kind(kind), words, forwarded=message_id in waiting.forwarded)
            shown = await say(turn, youth, sent, message_id)
    await turn.show(shown)


async def spoken(turn: Turn, tap: SpokenTapped) -> None:
    """It needs no answer any more; the youth hears nothing of that."""
    settled = await settle(turn, tap.youth_id, tap.talk_id)
    if settled is not None:
        await turn.stop_spinner(screens.SETTLED if settled else screens.SETTLED_BEFORE)


async def settle(turn: Turn, youth_id: int, until: int) -> bool | None:
    """Whether anything waited; None when it is not theirs to settle, which is said."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    if youth is None:
        await lost.old_button(turn)
        return None
    settled = await talk.settle(turn.session, youth.id, turn.me.id, turn.now, until=until)
    if settled:
        turn.note(Happened.TALK_SETTLED, actor=turn.me, subject=youth)
        await gathered.refresh(turn, youth.id)
    return settled


async def corrected(turn: Turn) -> None:
    """They changed what they said: it changes on the youth's phone too, where it can. What has not left goes so."""
    sent, message_id = turn.heard.sent, turn.heard.message_id
    row = None if message_id is None else await talk.written_as(turn.session, turn.me.id, message_id)
    if sent is not None and row is None:
        await _correct_what_waits(turn, sent)
    if row is None or row.withdrawn_at is not None or sent is None or not sent.words:
        return
    copies = await outbox.all_about(turn.session, TALK, row.id)
    if any(copy.state is OutboxState.SENDING for copy in copies):
        await turn.reply(screens.correction_too_soon())
        return
    said = Said(turn.me.name, sent, turn.heard.chat_id, row.message_id or 0)
    now = screens.to_youth(said, silent=not within_hours(turn.now, turn.setting.zone))
    if len(copies) != len(now) or not all(_can_change(row, copy, turn.now) for copy in copies):
        await turn.reply(screens.correction_of_what())
        return
    turn.note(Happened.CORRECTED, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
    for copy, screen in zip(copies, now, strict=True):
        await turn.change(copy, screen)


def _can_change(row: Talk, copy: Outbox, now: datetime) -> bool:
    """Whether other words can stand in this message: it has not left, or it is a text that Telegram lets us edit."""
    stands = copy.message_id is not None and row.kind is Kind.TEXT and may_be_withdrawn(row.at, now)
    return copy.state is OutboxState.QUEUED or stands


async def _correct_what_waits(turn: Turn, sent: Sent) -> None:
    """It is not known yet for whom it is: it goes as it is now."""
    waiting, mine = _choice(turn), turn.heard.message_id
    if mine in [number for _, _, number in waiting.messages]:
        now = [(kind, sent.words if number == mine else words, number) for kind, words, number in waiting.messages]
        await flow.go(turn.session, turn.me.id, Step.WHICH_YOUTH, turn.now, replace(waiting, messages=now))


async def _about(turn: Turn, copy: Outbox) -> Talk | Checkin | Silence | WordsForm | None:
    """What a message of ours is about: something of one youth."""
    about, session = copy.about or 0, turn.session
    if copy.kind in ABOUT_A_YOUTH:
        return WordsForm(about)
    if copy.kind == TALK:
        return await session.get(Talk, about)
    return await (session.get(Checkin, about) if copy.kind in ABOUT_AN_ANSWER else session.get(Silence, about))


async def _said(turn: Turn, youth_id: int, *, answers: int | None = None) -> None:
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    sent = turn.heard.sent
    if youth is None:
        await turn.reply(screens.of_nobody())
    elif sent is None or turn.heard.message_id is None:
        await turn.reply(screens.cannot_pass_on())
    else:
        await _leave_for(turn, youth)
        screen = await say(turn, youth, sent, turn.heard.message_id, answers=answers)
        await turn.reply(screen, Manner(screens.SENT, about=youth.id))


async def _leave_for(turn: Turn, youth: Person) -> None:
    """Nothing is waited for any more; words for somebody else still are."""
    position = turn.position
    if position is None or position.step is not Step.STAFF_WORDS:
        return
    if position.read(WordsForm).youth_id == youth.id:
        await flow.leave(turn.session, turn.me.id)


async def say(turn: Turn, youth: Person, sent: Sent, message_id: int | None, *, answers: int | None = None) -> Screen:
    """Say it to the youth as theirs; what they see of that. `message_id`: theirs, None for ready-made words."""
    if not await pause.may_be_answered(turn.session, youth.id):
        return screens.no_answer()
    if not can_be_reached(youth):
        return screens.unreachable(youth.name)
    album = sent.album
    row = await talk.add(turn.session, youth.id, turn.me.id, sent.kind, turn.now, message_id=message_id, album=album)
    said = Said(turn.me.name, sent, turn.heard.chat_id, message_id or 0)
    parts = screens.to_youth(said, silent=not within_hours(turn.now, turn.setting.zone))
    manner = Manner(TALK, doubt=Doubt.REPEAT_MARKED, about=row.id, answers=answers)
    for part in parts:
        await turn.say(part, youth, manner)
    turn.note(Happened.WORDS_PASSED_ON, actor=turn.me, subject=youth)
    await talk.settle(turn.session, youth.id, turn.me.id, turn.now)
    contact = await contacts.note_message(turn.session, youth.id, turn.me.id, turn.today, turn.now)
    await contact_settles.weigh(turn, youth, contact)
    # What the youth writes now goes on with this, and not with the answer that it was about.
    await flow.leave_step(turn.session, youth.id, Step.CHECKIN_WORDS)
    return screens.sent(youth.name, youth.id, row.id)
