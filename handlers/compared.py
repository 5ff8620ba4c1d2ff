"""A web with one more line in it, for whoever may see that web: the first time, or how somebody else sees it."""

from __future__ import annotations

from chat.screens import compared as screens
from chat.screens.compared import WithFirst, WithLook
from chat.screens.spiderweb import SHOWN
from chat.turn import Turn
from handlers import lost, webs
from programme.spiderweb import change
from store import look, spiderweb
from store.journal import Happened
from store.tables import Person, Scoring


async def with_first(turn: Turn, tap: WithFirst) -> None:
    """The first time of all in it too."""
    youth, web = await _web(turn, tap.scoring_id)
    first = None if web is None else await webs.first_apart(turn, web)
    if youth is None or web is None or first is None:
        await lost.old_button(turn)
        return
    turn.note(Happened.WEB_SEEN, actor=turn.me, subject=youth)
    then, now = await spiderweb.answers(turn.session, first.id), await spiderweb.answers(turn.session, web.id)
    radar, own = await webs.radar_of(turn, youth, web, first=first), await spiderweb.own_theme(turn.session, youth.id)
    screen = screens.with_first(radar, change(then, now), own, webs.whose(turn, youth))
    await turn.reply(screen, webs.once_a_minute(turn, SHOWN, web.id, "first"))


async def with_look(turn: Turn, tap: WithLook) -> None:
    """How somebody who walks with the youth sees it."""
    youth, web = await _web(turn, tap.scoring_id)
    found = [] if web is None else await look.beside(turn.session, web)
    theirs = next((row for row in found if row.id == tap.look_id), None)
    if youth is None or web is None or theirs is None:
        await lost.old_button(turn)
    else:
        await show_look(turn, youth, web, theirs)


async def show_look(turn: Turn, youth: Person, web: Scoring, theirs: Scoring) -> None:
    """The picture, once in a minute as long as nothing of it changes."""
    turn.note(Happened.WEB_SEEN, actor=turn.me, subject=youth)
    now, seen = await spiderweb.answers(turn.session, web.id), await spiderweb.answers(turn.session, theirs.id)
    radar, own = await webs.radar_of(turn, youth, web, beside=theirs), await spiderweb.own_theme(turn.session, youth.id)
    by, changed = await webs.by_whom(turn, theirs), await spiderweb.last_answered(turn.session, theirs.id)
    screen = screens.with_look(radar, change(now, seen), own, webs.whose(turn, youth), by)
    await turn.reply(screen, webs.once_a_minute(turn, SHOWN, web.id, theirs.id, changed))


async def _web(turn: Turn, scoring_id: int) -> tuple[Person | None, Scoring | None]:
    """The youth and the web of a button, when they may see it."""
    row = await turn.session.get(Scoring, scoring_id)
    if row is None or row.by_id != row.youth_id or row.stands_at is None:
        return None, None
    return await webs.seen(turn, row.youth_id), row
