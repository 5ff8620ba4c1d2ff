"""Terugtrekken: what a begeleider said is taken off the youth's phone."""

from __future__ import annotations

from collections.abc import Sequence

from chat.occasion import Manner
from chat.outgoing import deletion
from chat.screens import talk as screens
from chat.screens.talk import TALK, WITHDRAW, Stood, WithdrawTapped
from chat.turn import Turn
from handlers import contact_settles, gathered, lost
from programme.talk import may_be_withdrawn
from store import contacts, outbox, people, talk
from store.journal import Happened
from store.tables import Doubt, Outbox, OutboxState, Person, Talk


async def withdrawn(turn: Turn, tap: WithdrawTapped) -> None:
    """Take it back, for as long as Telegram allows. What has not left does not leave."""
    row = await turn.session.get(Talk, tap.talk_id)
    youth = None if row is None else await people.youth_seen_by(turn.session, turn.me.id, row.youth_id)
    if row is None or youth is None or row.author_id != turn.me.id:
        await lost.old_button(turn)
        return
    if not may_be_withdrawn(row.at, turn.now):
        await turn.stop_spinner(screens.TOO_LATE)
        return
    copies = await outbox.all_about(turn.session, TALK, row.id)
    if any(copy.state is OutboxState.SENDING for copy in copies):
        await turn.stop_spinner(screens.ON_ITS_WAY)
        return
    if row.withdrawn_at is None:
        await _take_back(turn, youth, row, copies)
    await turn.show(screens.withdrawn(youth.name, youth.id, _stood(copies)))


def _stood(copies: Sequence[Outbox]) -> Stood:
    if any(_is_doubtful(copy) for copy in copies):
        return Stood.PERHAPS
    return Stood.YES if any(copy.message_id is not None for copy in copies) else Stood.NEVER


def _is_doubtful(copy: Outbox) -> bool:
    """Whether it may stand somewhere as a message of which we never heard the number."""
    unheard = copy.message_id is None and copy.state in (OutboxState.SENT, OutboxState.UNKNOWN)
    return copy.repeated > 0 or unheard


async def _take_back(turn: Turn, youth: Person, row: Talk, copies: Sequence[Outbox]) -> None:
    row.withdrawn_at = turn.now
    for copy in copies:
        if copy.state is OutboxState.QUEUED:
            outbox.recall(copy, turn.now)
        elif copy.message_id is not None and copy.chat_id is not None:
            manner = Manner(WITHDRAW, doubt=Doubt.REPEAT, about=row.id)
            gone = deletion(copy.chat_id, copy.message_id)
            await turn.send(gone, manner, chat_id=copy.chat_id, person_id=youth.id)
    await talk.wait_again(turn.session, row.youth_id, row.author_id, row.at)
    turn.note(Happened.WITHDRAWN, actor=turn.me, subject=youth)
    if contact := await contacts.words_gone(turn.session, row, turn.now, turn.setting.zone):
        await contact_settles.weigh(turn, youth, contact)
    await gathered.refresh(turn, youth.id)
