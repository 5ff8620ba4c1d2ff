"""After the year, for the youth: how they want to hear from their begeleider."""

from __future__ import annotations

from datetime import timedelta

from chat.language import Text
from chat.occasion import Manner
from chat.screen import Button
from chat.screens import after_year as screens
from chat.screens import nazorg as staff_screens
from chat.screens.after_year import AsItIs, ContactChosen, ContactShown
from chat.turn import Turn
from handlers import lost, nazorg_page, news
from handlers.nazorg_page import Subject
from programme.calendar import local_day, next_within_hours
from programme.checkin import expires_at
from programme.nazorg import SWITCH_TOLD_AFTER, Nazorg
from store import nazorg, outbox, people
from store.journal import Happened
from store.tables import Doubt, Lane, Outbox, OutboxState, Person

TOLD = "nazorg told"
"""The kind of the message to a youth that a begeleider changed it; it is about the youth."""
NEWS = "nazorg news"
"""The kind of the message to a begeleider that a youth changed it; likewise."""

# Changed again so soon after, the message that is there changes too.
SAME_NEWS = timedelta(hours=1)


async def shown(turn: Turn, _tap: ContactShown) -> None:
    """The page on which they choose."""
    if mine := await _mine_or_old(turn):
        await turn.show(screens.page(await _begeleider(turn), mine.plan.mode, mine.due, turn.today))


async def as_it_is(turn: Turn, _tap: AsItIs) -> None:
    """It is fine as it is."""
    if mine := await _mine_or_old(turn):
        await turn.show(screens.as_it_is(await _begeleider(turn), mine.plan.mode, mine.due, turn.today))


async def chosen(turn: Turn, tap: ContactChosen) -> None:
    """Vast or soepel. The begeleider hears of it when that is new."""
    if await _mine_or_old(turn) is None:
        return
    changed = await nazorg.switch(turn.session, turn.me.id, tap.mode, turn.today)
    mine = await nazorg_page.of(turn, turn.me)
    if mine is None:
        return
    if changed:
        turn.note(Happened.NAZORG_CHANGED, actor=turn.me)
        await outbox.take_back(turn.session, TOLD, turn.me.id, turn.now)
        await news.tell_begeleider(turn, staff_screens.news(nazorg_page.shown(turn, mine), turn.today), NEWS)
    await turn.show(screens.chosen(await _begeleider(turn), tap.mode, mine.due, turn.today, hears=changed))


async def in_settings(turn: Turn) -> tuple[Text, Button] | None:
    """What stands in the settings of a youth in nazorg; None before it and after it."""
    mine = await _mine(turn)
    if mine is None:
        return None
    state = screens.state(await _begeleider(turn), mine.plan.mode, mine.due, turn.today)
    return state, screens.button(mine.plan.mode)


async def tell(turn: Turn, youth: Person, mode: Nazorg) -> bool:
    """The begeleider changed it: the youth hears it at a good hour. Whether there is something to hear.

    Changed back before they heard, it is as they know it; changed again soon after, that message changes.
    """
    before = await outbox.latest_alive(turn.session, TOLD, youth.id, youth.id)
    if before is not None and before.state is OutboxState.QUEUED:
        outbox.recall(before, turn.now)
        return False
    screen = screens.told(turn.me.name, mode)
    if before is not None and _is_fresh(turn, before):
        await turn.change(before, screen)
        return True
    good_hour = next_within_hours(turn.now + SWITCH_TOLD_AFTER, turn.setting.zone)
    until = expires_at(local_day(good_hour, turn.setting.zone), turn.setting.zone)
    manner = Manner(TOLD, Lane.PLANNED, Doubt.LEAVE, about=youth.id, not_before=good_hour, expires_at=until)
    return await turn.say(screen, youth, manner) is not None


def _is_fresh(turn: Turn, sent: Outbox) -> bool:
    return sent.message_id is not None and sent.created_at >= turn.now - SAME_NEWS


async def _mine(turn: Turn) -> Subject | None:
    """None before nazorg and after it."""
    mine = await nazorg_page.of(turn, turn.me)
    return None if mine is None or mine.is_over(turn.today) else mine


async def _mine_or_old(turn: Turn) -> Subject | None:
    mine = await _mine(turn)
    if mine is None:
        await lost.old_button(turn)
    return mine


async def _begeleider(turn: Turn) -> str:
    return (await people.begeleider_of(turn.session, turn.me.id)).name
