"""A youth answers the daily question, changes the answer, adds words to it."""

from __future__ import annotations

from dataclasses import dataclass

from chat.screens import checkin as screens
from chat.screens.checkin import AnotherTapped, FaceTapped, NoMoreTapped, TellTapped
from chat.turn import Turn
from handlers import lost, push
from handlers import talk as talking
from programme.checkin import Face, is_same_story
from programme.talk import Kind
from store import away, checkin, flow, outbox, people, question, talk
from store.flow import Step
from store.journal import Happened
from store.tables import Checkin


@dataclass(frozen=True)
class Answer:
    """An answer, and to which question."""

    checkin_id: int
    face: Face


@dataclass(frozen=True)
class WordsForm:
    """Whose words the bot waits for: to which answer, and under which message of ours it asked."""

    checkin_id: int
    message_id: int


async def answered(turn: Turn, tap: FaceTapped) -> None:
    """A tap on a face is kept at once; the same message shows it."""
    row = await _open_to_change(turn, tap.checkin_id)
    if row is None:
        return
    if row.face != tap.face:
        was = None if row.face is None else Face(row.face)
        row.face, row.answered_at = tap.face, turn.now
        await outbox.take_back(turn.session, screens.NUDGE, row.id, turn.now)
        turn.note(Happened.CHECKIN_ANSWERED if was is None else Happened.CHECKIN_CHANGED, actor=turn.me)
        await push.answered(turn, row.id, tap.face, was)
    hears = await away.in_charge(turn.session, turn.me.id, turn.today)
    number = await checkin.number_of(turn.session, row)
    await turn.show(screens.answered(tap.face, row.id, hears.name, number))
    await _show_beside(turn, row.id, tap.face)


async def _show_beside(turn: Turn, checkin_id: int, face: Face) -> None:
    """The question has a nudge, or the nudge its question: neither goes on asking when the other is answered."""
    for sent in await outbox.about(turn.session, (checkin.QUESTION, screens.NUDGE), checkin_id):
        if sent.message_id != turn.heard.message_id:
            await turn.change(sent, screens.chosen(face))


async def another(turn: Turn, tap: AnotherTapped) -> None:
    """They want to give another answer."""
    if answer := await _answered(turn, tap.checkin_id):
        await turn.show(screens.choose_again(answer.face, answer.checkin_id))


async def no_more(turn: Turn, tap: NoMoreTapped) -> None:
    """They said enough."""
    if answer := await _answered(turn, tap.checkin_id):
        await flow.leave_step(turn.session, turn.me.id, Step.CHECKIN_WORDS)
        await turn.show(screens.closed(answer.face, answer.checkin_id))


async def tell(turn: Turn, tap: TellTapped) -> None:
    """They want to add something: what they type next is kept with the answer."""
    if answer := await _answered(turn, tap.checkin_id):
        form = WordsForm(answer.checkin_id, turn.heard.message_id or 0)
        await flow.go(turn.session, turn.me.id, Step.CHECKIN_WORDS, turn.now, form)
        begeleider = await people.begeleider_of(turn.session, turn.me.id)
        duo = await people.duo_of(turn.session, turn.me.id)
        also = None if duo is None else duo.name
        await turn.show(screens.tell(answer.face, answer.checkin_id, begeleider.name, also))


async def told(turn: Turn) -> None:
    """Words that go with an answer. Several in a row are one story; when it is told, they talk from then on."""
    row = await _waited_for(turn)
    if row is None or not turn.text:
        await talking.said(turn)
        return
    words = await checkin.words_of(turn.session, row.id)
    if words and not is_same_story(words[-1].at, turn.now):
        await flow.leave_step(turn.session, turn.me.id, Step.CHECKIN_WORDS)
        await talking.said(turn)
        return
    said = await talk.last_said(turn.session, turn.me.id)
    readers = await away.readers_of(turn.session, turn.me.id, turn.today)
    await _keep(turn, row)
    await push.told(turn, row, words, readers.people)
    if not words:
        await _close(turn, row)
    if readers.people:
        await talking.confirm(turn, readers, said)
    else:
        await turn.reply(screens.kept(readers.begeleider.name))


async def _keep(turn: Turn, row: Checkin) -> None:
    checkin.add_words(turn.session, row, turn.text, turn.now)
    await talk.add(turn.session, turn.me.id, turn.me.id, Kind.CHECKIN, turn.now, message_id=turn.heard.message_id)
    turn.note(Happened.CHECKIN_WORDS, actor=turn.me)


async def _close(turn: Turn, row: Checkin) -> None:
    """The message that asked for the words asks no more."""
    form = _form(turn)
    if form is not None and row.face is not None and form.message_id:
        await turn.edit(form.message_id, screens.closed(Face(row.face), row.id))


def _form(turn: Turn) -> WordsForm | None:
    return None if turn.position is None else turn.position.read(WordsForm)


async def _waited_for(turn: Turn) -> Checkin | None:
    form = _form(turn)
    return None if form is None else await checkin.of_youth(turn.session, turn.me.id, form.checkin_id)


async def _answered(turn: Turn, checkin_id: int) -> Answer | None:
    """The answer that this tap is about, when its question is the newest; otherwise the youth is told."""
    row = await _open_to_change(turn, checkin_id)
    if row is None or row.face is None:
        if row is not None:
            await lost.old_button(turn)
        return None
    return Answer(row.id, Face(row.face))


async def _open_to_change(turn: Turn, checkin_id: int) -> Checkin | None:
    """The question of this tap, when it is theirs and the newest that was there to see: a tap can have waited at
    Telegram for as long as the next question waits here. An older one says so and offers what is open."""
    row = await checkin.of_youth(turn.session, turn.me.id, checkin_id)
    newest = await checkin.last(turn.session, turn.me.id)
    if row is None or newest is None:
        await lost.old_button(turn)
        return None
    if row.id == newest.id:
        return row
    there = await checkin.newest_there(turn.session, turn.me.id)
    if there is not None and row.id == there.id:
        return row
    face = None if row.face is None else Face(row.face)
    if newest.face is None:
        await turn.show(screens.of_before_with_open(row.day, face, turn.today, await _open(turn, newest)))
    else:
        await turn.show(screens.of_before(row.day, face, turn.today))
    return None


async def _open(turn: Turn, newest: Checkin) -> screens.Open:
    theirs = await question.asked_with(turn.session, newest)
    if theirs is None:
        return screens.Open(newest.id, newest.day)
    return screens.Open(newest.id, newest.day, theirs.author, theirs.words)
