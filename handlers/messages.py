"""/berichten: what youths said and nobody answered yet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import messages as screens
from chat.screens import talk as words
from chat.screens.messages import AnswerTapped, MessagesShown, SettledTapped, Waiting
from chat.turn import Turn
from handlers import answer
from store import flow, outbox, people, talk
from store.flow import Step
from store.tables import Talk


async def overview(turn: Turn) -> None:
    """/berichten."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _list(turn, 0))


async def shown(turn: Turn, tap: MessagesShown) -> None:
    """The list on the same message, at a page."""
    await turn.show(await _list(turn, tap.page))


async def answered(turn: Turn, tap: AnswerTapped) -> None:
    """Write to this youth; the question hangs on what they said last, so that a tap leads there."""
    youth = await answer.may_write(turn, tap.youth_id)
    if youth is None:
        return
    await flow.go(turn.session, turn.me.id, Step.STAFF_WORDS, turn.now, answer.WordsForm(youth.id))
    manner = Manner(words.PROMPT, about=youth.id, answers=await _first_on_my_phone(turn, youth.id))
    await turn.reply(words.prompt(youth.name), manner)


async def settled(turn: Turn, tap: SettledTapped) -> None:
    """They spoke already; the list goes on without it."""
    if await answer.settle(turn, tap.youth_id, tap.talk_id) is not None:
        await turn.show(await _list(turn, tap.page))


async def _list(turn: Turn, page: int) -> Screen:
    rows = await talk.unanswered(turn.session, turn.me.id)
    by_youth = sorted(rows, key=lambda row: row.youth_id)
    groups = [tuple(group) for _, group in groupby(by_youth, key=lambda row: row.youth_id)]
    waiting = [await _waiting(turn, group) for group in sorted(groups, key=lambda group: group[0].id)]
    return screens.overview(waiting, page, turn.today) if waiting else screens.nothing_waits()


async def _waiting(turn: Turn, rows: Sequence[Talk]) -> Waiting:
    """What one youth said, as the list shows it."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, rows[0].youth_id)
    since = turn.local(rows[0].at)
    return Waiting(
        youth_id=rows[0].youth_id,
        name="" if youth is None else youth.name,
        count=len(rows),
        day=since.date(),
        at=turn.local_time(rows[0].at),
        last=rows[-1].id,
    )


async def _first_on_my_phone(turn: Turn, youth_id: int) -> int | None:
    """The message on this phone with the first of what waits."""
    for row in await talk.unanswered(turn.session, turn.me.id):
        if row.youth_id == youth_id:
            copies = await outbox.about(turn.session, (words.TALK,), row.id)
            return next((copy.message_id for copy in copies if copy.person_id == turn.me.id), None)
    return None
