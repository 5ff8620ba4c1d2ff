"""An answer reaches the begeleider: as a push, opened, with a heart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import push as screens
from chat.screens.push import CloseTapped, HeartTapped, OpenTapped
from chat.screens.talk import UNREACHABLE
from chat.turn import Turn
from handlers import lost
from programme.calendar import within_hours
from programme.checkin import Face, is_low, is_same_story
from store import away, checkin, outbox, pause, people, preference, question
from store.away import Readers
from store.journal import Happened
from store.tables import Checkin, CheckinWords, Doubt, Person


async def answered(turn: Turn, checkin_id: int, face: Face, was: Face | None) -> None:
    """Tell whoever reads it. Another answer changes the push that is there, and one that became low comes anew."""
    screen = screens.answer(turn.me.name, face, checkin_id, turn.me.id)
    if was is None:
        await _push(turn, checkin_id, face, screen)
        return
    not_seen_yet = await outbox.take_back(turn.session, screens.ANSWER, checkin_id, turn.now)
    changed = screens.changed(turn.me.name, face, checkin_id, turn.me.id)
    team = {person.id for person in await people.team_of(turn.session, turn.me.id)}
    for copy in await outbox.about(turn.session, (screens.ANSWER,), checkin_id):
        if copy.person_id in team:  # whoever was it before has nothing to do with it any more
            await turn.change(copy, changed)
    became_low = is_low(face) and not is_low(was)
    if not_seen_yet or became_low:
        await _push(turn, checkin_id, face, changed if became_low else screen)


async def _push(turn: Turn, checkin_id: int, face: Face, screen: Screen) -> None:
    readers = await away.readers_of(turn.session, turn.me.id, turn.today)
    for reader in readers.people:
        if await preference.wants(turn.session, reader.id, face):
            told = replace(screen, silent=screen.silent or await _is_away(turn, readers, reader))
            await turn.say(told, reader, Manner(screens.ANSWER, doubt=Doubt.REPEAT_MARKED, about=checkin_id))


async def _is_away(turn: Turn, readers: Readers, reader: Person) -> bool:
    if reader is readers.begeleider:
        return readers.away is not None
    return await away.away_of(turn.session, reader.id, turn.today) is not None


async def told(turn: Turn, row: Checkin, before: Sequence[CheckinWords], readers: Sequence[Person]) -> None:
    """Tell whoever reads it that something was added, once for words in a row."""
    screen = screens.words(turn.me.name, _in_a_row(turn, before) + 1, row.id, turn.me.id)
    for reader in readers:
        pushed = await outbox.latest_alive(turn.session, screens.WORDS, row.id, reader.id)
        if pushed is None or not before or not is_same_story(before[-1].at, turn.now):
            await turn.say(screen, reader, Manner(screens.WORDS, doubt=Doubt.REPEAT_MARKED, about=row.id))
        else:
            await turn.change(pushed, screen)


async def opened(turn: Turn, tap: OpenTapped) -> None:
    """Show the answer with its words."""
    seen = await _seen(turn, tap.checkin_id)
    if seen is None:
        return
    turn.note(Happened.ANSWER_OPENED, actor=turn.me, subject=seen.youth)
    written = [words.words for words in await checkin.words_of(turn.session, seen.row.id)]
    first, *rest = screens.opened(await _to_open(turn, seen), "\n\n".join(written), turn.today)
    await turn.show(first)
    for screen in rest:
        await turn.reply(screen, Manner(screens.OPENED, about=seen.row.id))


async def closed(turn: Turn, tap: CloseTapped) -> None:
    """Off the screen again."""
    if seen := await _seen(turn, tap.checkin_id):
        await turn.show(screens.answer(seen.youth.name, seen.face, seen.row.id, seen.youth.id))


async def heart(turn: Turn, tap: HeartTapped) -> None:
    """A heart for an answer, once. By night it makes no sound."""
    seen = await _seen(turn, tap.checkin_id)
    if seen is None:
        return
    if seen.youth.blocked_at is not None:
        await turn.stop_spinner(UNREACHABLE)
        return
    if not await pause.may_be_answered(turn.session, seen.youth.id):
        await turn.stop_spinner(screens.WANTS_QUIET)
        return
    silent = not within_hours(turn.now, turn.setting.zone)
    key = f"heart:{seen.row.id}:{turn.me.id}"
    manner = Manner("heart", doubt=Doubt.LEAVE, about=seen.row.id, key=key)
    given = await turn.say(screens.heart(turn.me.name, silent=silent), seen.youth, manner)
    if given is not None:
        turn.note(Happened.HEART_SENT, actor=turn.me, subject=seen.youth)
    await turn.stop_spinner(screens.HEART_GIVEN if given else screens.HEART_GIVEN_BEFORE)


async def _to_open(turn: Turn, seen: Seen) -> screens.Opened:
    theirs = await question.asked_with(turn.session, seen.row)
    return screens.Opened(
        name=seen.youth.name,
        youth_id=seen.youth.id,
        checkin_id=seen.row.id,
        face=seen.face,
        day=seen.row.day,
        at=seen.at,
        author=None if theirs is None else theirs.author,
        words="" if theirs is None else theirs.words,
    )


@dataclass(frozen=True)
class Seen:
    """An answer that this person may see."""

    row: Checkin
    face: Face
    at: time
    """When it was given, on the clock of the youth."""
    youth: Person


async def _seen(turn: Turn, checkin_id: int) -> Seen | None:
    """The answer, when it is of one of this person's own youths; otherwise the button does nothing."""
    row = await turn.session.get(Checkin, checkin_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    if row is None or youth is None or row.face is None or row.answered_at is None:
        await lost.old_button(turn)
        return None
    return Seen(row, Face(row.face), turn.local_time(row.answered_at), youth)


def _in_a_row(turn: Turn, before: Sequence[CheckinWords]) -> int:
    """How many of these go with what is written now."""
    count, until = 0, turn.now
    for words in reversed(before):
        if not is_same_story(words.at, until):
            break
        count, until = count + 1, words.at
    return count
