"""The messages that gather what a day asks change in place when something gets settled, wherever that happens."""

from __future__ import annotations

from chat import gathered
from chat.turn import Turn
from store import digest, outbox
from store.tables import Digest, DigestItem, Outbox, OutboxState


async def refresh(turn: Turn, youth_id: int) -> None:
    """Something about this youth was settled, or waits again: today's messages that speak of them say so.

    For whoever settles anything that a morning message or a reminder may hold. Where nothing changed it does nothing.
    One under which they tapped is left alone: that tap shows it itself, with its way back.
    """
    for bundle in await digest.about(turn.session, youth_id, turn.today):
        await _bring_up_to_date(turn, bundle)


async def show(turn: Turn, tapped: DigestItem, *, undo: bool) -> None:
    """After a tap on a line: the message under it, with a way back (`undo`), and whatever else speaks of this youth."""
    bundle = await turn.session.get_one(Digest, tapped.digest_id)
    drawn = await gathered.drawn(turn, bundle)
    with_way_back, plain = drawn(tapped.id), drawn(None)
    # A second tap leaves the way back where it is.
    if bundle.shown not in {gathered.mark(with_way_back), gathered.mark(plain)}:
        screen = with_way_back if undo else plain
        bundle.shown = gathered.mark(screen)
        await turn.show(screen)
    for other in await digest.about(turn.session, tapped.youth_id, turn.today):
        if other.id != bundle.id:
            await _bring_up_to_date(turn, other)


async def _bring_up_to_date(turn: Turn, bundle: Digest) -> None:
    screen = await gathered.screen_of(turn, bundle)
    if (shown := gathered.mark(screen)) == bundle.shown:
        return
    copies = await outbox.all_about(turn.session, gathered.KINDS[bundle.bundle], bundle.id)
    if any(copy.state is OutboxState.QUEUED for copy in copies):
        await _say_anew(turn, bundle, copies[-1])
        return
    for copy in copies:
        if copy.message_id is not None and not _is_tapped(turn, copy):
            bundle.shown = shown
            await turn.change(copy, screen)


def _is_tapped(turn: Turn, copy: Outbox) -> bool:
    here = (turn.heard.chat_id, turn.heard.message_id)
    return turn.heard.tap_id is not None and here == (copy.chat_id, copy.message_id)


async def _say_anew(turn: Turn, bundle: Digest, waiting: Outbox) -> None:
    """It has not left yet: it leaves as it is now."""
    outbox.recall(waiting, turn.now)
    await gathered.say(turn, bundle)
