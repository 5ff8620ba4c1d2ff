"""A youth chooses how often they are asked."""

from __future__ import annotations

from chat.screen import Screen
from chat.screens import pause as pause_screens
from chat.screens import rhythm as screens
from chat.screens.rhythm import RhythmAnswered
from chat.turn import Turn
from handlers import news
from handlers.pause import resume
from programme.calendar import local_day
from programme.rhythm import Rhythm
from store import away, pause, people, rhythm
from store.journal import Happened


async def answered(turn: Turn, tap: RhythmAnswered) -> None:
    """Their answer to the question how to go on."""
    await turn.show(await choose(turn, tap.rhythm))


async def choose(turn: Turn, chosen: Rhythm) -> Screen:
    """Ask as often as this. Who stopped and now chooses a rhythm, wants to be asked again."""
    session, now, zone = turn.session, turn.now, turn.setting.zone
    plan = await pause.plan_for(session, turn.me.id)
    before = await rhythm.now_for(session, plan, turn.today)
    await rhythm.choose(session, plan, chosen, now, zone)
    if chosen is not Rhythm.NONE and plan.stopped_at is not None:
        await resume(turn, plan)
    if before is not chosen:
        await _changed(turn, before, chosen)
    if chosen is Rhythm.NONE:
        begeleider, hears = (
            await people.begeleider_of(session, turn.me.id),
            await away.in_charge(session, turn.me.id, turn.today),
        )
        return screens.no_more(begeleider.name, hears.name)
    due = await rhythm.next_question(session, turn.me.id)
    return screens.answered(chosen, None if due is None else local_day(due, zone), plan.at, turn.today)


async def _changed(turn: Turn, before: Rhythm, chosen: Rhythm) -> None:
    """More or less often is between the youth and the bot; whether there are questions at all is news."""
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
    if chosen is Rhythm.NONE:
        await news.tell_begeleider(turn, pause_screens.news_stopped(turn.me.name))
    elif before is Rhythm.NONE:
        await news.tell_begeleider(turn, pause_screens.news_again(turn.me.name))
