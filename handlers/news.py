"""Telling a begeleider what their youth chose: once, and changed on their screen when it changes soon after.

While they are away the duo hears it instead.
"""

from __future__ import annotations

from datetime import timedelta

from chat.occasion import Manner
from chat.screen import Screen
from chat.turn import Turn
from store import away, news, outbox
from store.tables import Doubt, Lane

# Who changes their mind within the hour rings nobody twice.
SAME_NEWS = timedelta(hours=1)


async def tell_begeleider(turn: Turn, screen: Screen, kind: str = news.KIND) -> None:
    """News of the youth whose turn it is, to their begeleider or whoever stands in.

    It changes earlier news of its own kind alone.
    """
    reader = await away.in_charge(turn.session, turn.me.id, turn.today)
    before = await news.latest(turn.session, kind, turn.me.id, reader.id, turn.now - SAME_NEWS)
    if before is not None and before.message_id is not None:
        await turn.change(before, screen)
        return
    if before is not None:
        outbox.recall(before, turn.now)
    manner = Manner(kind=kind, lane=Lane.PLANNED, doubt=Doubt.REPEAT_MARKED, about=turn.me.id)
    await turn.say(screen, reader, manner)
