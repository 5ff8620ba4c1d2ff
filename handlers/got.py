"""Who has what a youth said."""

from __future__ import annotations

from chat.screens import push
from chat.screens.talk import TALK
from chat.turn import Turn
from programme.talk import Kind
from store import checkin, outbox
from store.tables import Talk


async def who_got(turn: Turn, said: Talk) -> frozenset[int]:
    """The ids of those to whom it went. Words with an answer are kept with that: they heard that there are some."""
    if said.kind is not Kind.CHECKIN:
        return await outbox.who_got(turn.session, TALK, said.id)
    answered = await checkin.with_words_at(turn.session, said.youth_id, said.at)
    return await outbox.who_got(turn.session, push.WORDS, answered or 0)
