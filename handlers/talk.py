"""A youth says something outside any flow: it reaches whoever walks with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat.occasion import Manner
from chat.outgoing import Outgoing
from chat.screens import talk as screens
from chat.screens.talk import TALK, Later, Said
from chat.sent import Sent
from chat.turn import Turn
from handlers import call, replied_to
from handlers.got import who_got
from programme.reachable import Reach
from programme.talk import Kind, is_same_talk
from store import away, checkin, outbox, people, reachable, talk
from store.away import Readers, can_be_reached
from store.journal import Happened
from store.tables import Doubt, Person, Talk

SEEN = "👀"


async def said(turn: Turn) -> None:
    """Pass it on, and say so once: a line for the first, a glance for what follows."""
    sent = turn.heard.sent
    if sent is None or turn.heard.message_id is None:
        await turn.reply(screens.cannot_pass_on())
        return
    readers = await away.readers_of(turn.session, turn.me.id, turn.today)
    if not readers.people:
        await turn.reply(screens.reaches_nobody(readers.begeleider.name, turn.setting.help_lines))
        return
    before = await talk.last_said(turn.session, turn.me.id)
    row = await _keep(turn, sent)
    turn.note(Happened.SAID_SOMETHING, actor=turn.me)
    await call.keep_words(turn)
    for reader in readers.people:
        await _pass_on(turn, reader, row, sent, first=not _goes_on(before, turn.now))
    if before is None or before.album is None or before.album != sent.album:
        await confirm(turn, readers, before)


async def corrected(turn: Turn) -> None:
    """They changed an earlier message: what it is now is passed on too, also to whoever has what it was.

    A place that moves is no correction.
    """
    sent, message_id = turn.heard.sent, turn.heard.message_id
    before = None if message_id is None else await talk.written_as(turn.session, turn.me.id, message_id)
    if before is None or sent is None or not sent.words:
        return
    readers = await away.readers_of(turn.session, turn.me.id, turn.today)
    gets_it = (*readers.people, *await _has_the_old(turn, before, readers))
    if not gets_it:
        await turn.reply(screens.reaches_nobody(readers.begeleider.name, turn.setting.help_lines))
        return
    first = await talk.first_written_as(turn.session, turn.me.id, before.message_id)
    if first.kind is Kind.CHECKIN:
        await checkin.correct_words(turn.session, turn.me.id, first.at, sent.words)
    row = await _keep(turn, sent)
    turn.note(Happened.CORRECTED, actor=turn.me)
    for reader in gets_it:
        await _pass_on(turn, reader, row, sent, about=before, corrected=True)


async def _has_the_old(turn: Turn, before: Talk, readers: Readers) -> Sequence[Person]:
    """Who does not read now, but has what it was before, and still walks with them."""
    got = await who_got(turn, before)
    team = await people.team_of(turn.session, turn.me.id)
    return [one for one in team if one.id in got and one not in readers.people and can_be_reached(one)]


async def _keep(turn: Turn, sent: Sent) -> Talk:
    return await talk.add(
        turn.session, turn.me.id, turn.me.id, sent.kind, turn.now, message_id=turn.heard.message_id, album=sent.album
    )


async def _pass_on(
    turn: Turn,
    reader: Person,
    row: Talk,
    sent: Sent,
    *,
    first: bool = False,
    corrected: bool = False,
    about: Talk | None = None,
) -> None:
    reads = (await reachable.reach_of(turn.session, reader.id, turn.now, turn.setting.zone)).reads
    said = Said(turn.me.name, sent, turn.heard.chat_id, turn.heard.message_id or 0, corrected)
    buttons = screens.answer_buttons(turn.me.id, row.id) if first else ()
    answers = await _what_it_answers(turn, reader) if about is None else await _copy_of(turn, about, reader)
    for screen in screens.to_staff(said, buttons, silent=not reads):
        manner = Manner(TALK, doubt=Doubt.REPEAT_MARKED, about=row.id, answers=answers)
        await turn.say(screen, reader, manner)


async def _what_it_answers(turn: Turn, reader: Person) -> int | None:
    """The reader's own message, when the youth replied to it."""
    copies = await replied_to.copies(turn)
    copy = copies[0] if len(copies) == 1 else None
    answered = None if copy is None or copy.kind != TALK else await turn.session.get(Talk, copy.about)
    return answered.message_id if answered is not None and answered.author_id == reader.id else None


async def _copy_of(turn: Turn, row: Talk, reader: Person) -> int | None:
    copies = await outbox.about(turn.session, (TALK,), row.id)
    return next((copy.message_id for copy in copies if copy.person_id == reader.id), None)


async def confirm(turn: Turn, readers: Readers, before: Talk | None) -> None:
    """Say when somebody reads it, once for as long as that holds; `before` is what they said before this."""
    if turn.answered:
        return
    reader, reads = await _reading(turn, readers)
    if before is not None and (is_same_talk(before.at, turn.now) if reads.reads else before.at >= reads.since):
        await _glance(turn)
    elif readers.duo is not None and readers.away is not None:
        later = None if reads.again_at is None else _later(turn, reader, reads.again_at)
        await turn.reply(
            screens.read_by_duo(readers.begeleider.name, readers.duo.name, later, turn.today, turn.setting.help_lines)
        )
    elif reads.again_at is not None:
        await turn.reply(
            screens.read_later(_later(turn, readers.people[0], reads.again_at), turn.today, turn.setting.help_lines)
        )
    else:
        await turn.reply(screens.passed_on(readers.people[0].name, 0 if before is None else before.id))


async def _reading(turn: Turn, readers: Readers) -> tuple[Person, Reach]:
    """Who reads it first, and how things stand with them: the duo who stands in, unless they are away longer."""
    mine = await reachable.reach_of(turn.session, readers.begeleider.id, turn.now, turn.setting.zone)
    if readers.duo is None:
        return readers.people[0], mine
    stands = await reachable.reach_of(turn.session, readers.duo.id, turn.now, turn.setting.zone)
    since = stands.since if readers.away is None else max(stands.since, readers.away.since)
    sooner = readers.duo_away is not None and stands.again_at and mine.again_at and mine.again_at < stands.again_at
    reader = readers.people[0] if sooner else readers.duo
    return reader, Reach(reads=stands.reads, since=since, again_at=mine.again_at if sooner else stands.again_at)


def _later(turn: Turn, reader: Person, at: datetime) -> Later:
    there = turn.local(at)
    return Later(reader.name, there.date(), turn.local_time(at))


def _goes_on(before: Talk | None, now: datetime) -> bool:
    return before is not None and before.kind is not Kind.CHECKIN and is_same_talk(before.at, now)


async def _glance(turn: Turn) -> None:
    reaction = {"chat_id": turn.heard.chat_id, "message_id": turn.heard.message_id, "reaction": SEEN}
    manner = Manner(kind="glance", doubt=Doubt.REPEAT)
    await turn.send(Outgoing("setMessageReaction", reaction), manner, chat_id=turn.heard.chat_id, person_id=turn.me.id)
