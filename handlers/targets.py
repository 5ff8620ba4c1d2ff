"""Face-to-face targets: not this week, or after all."""

from __future__ import annotations

from chat.screens import digest as screens
from chat.screens.targets import NotThisWeek, ThisWeekAfterAll
from chat.turn import Turn
from handlers import gathered, lost
from handlers.digest import line_of
from programme.digest import Ask
from programme.targets import monday_of
from store import year
from store.journal import Happened
from store.tables import Digest, DigestItem, Person


async def not_this_week(turn: Turn, tap: NotThisWeek) -> None:
    """No more of this youth's target in the week of the reminder."""
    if found := await _of_this_week(turn, tap.item_id):
        item, youth = found
        if await year.is_week_off(turn.session, youth.id, monday_of(turn.today)):
            await turn.stop_spinner(screens.DONE_BEFORE)
        else:
            await year.take_week_off(turn.session, youth.id, monday_of(turn.today))
            turn.note(Happened.WEEK_OFF, actor=turn.me, subject=youth)
        await gathered.show(turn, item, undo=True)


async def after_all(turn: Turn, tap: ThisWeekAfterAll) -> None:
    """They want to hear of it."""
    if found := await _of_this_week(turn, tap.item_id):
        item, youth = found
        if await year.is_week_off(turn.session, youth.id, monday_of(turn.today)):
            await year.take_week_on(turn.session, youth.id, monday_of(turn.today))
            turn.note(Happened.WEEK_ON, actor=turn.me, subject=youth)
        await turn.stop_spinner(screens.UNDONE)
        await gathered.show(turn, item, undo=False)


async def _of_this_week(turn: Turn, item_id: int) -> tuple[DigestItem, Person] | None:
    """The line of a button, while its week lasts."""
    found = await line_of(turn, item_id)
    if found is None:
        return None
    bundle = await turn.session.get_one(Digest, found[0].digest_id)
    if found[0].ask is not Ask.TARGET or monday_of(bundle.day) != monday_of(turn.today):
        await lost.old_button(turn)
        return None
    return found
