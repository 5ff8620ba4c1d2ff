"""To which message of ours somebody's message is a reply."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from chat.turn import Turn
from store import outbox
from store.tables import Outbox

# So far apart Telegram's clock and ours may be.
APART = timedelta(minutes=5)


async def copies(turn: Turn) -> Sequence[Outbox]:
    """The message of ours with that number.

    One that came twice has two numbers, of which we only heard the second: a reply to the first is to one of those that
    were in doubt when it came.
    """
    heard = turn.heard
    if heard.reply_to is None:
        return ()
    if known := await outbox.by_message(turn.session, heard.chat_id, heard.reply_to):
        return (known,)
    if heard.ours is None:
        return ()
    return await outbox.in_doubt_between(turn.session, heard.chat_id, heard.ours.at - APART, heard.ours.at + APART)
