"""A begeleider or duo says too how they see the life of a youth. The youth can see it when it is finished."""

from __future__ import annotations

from collections.abc import Sequence

from chat.occasion import Manner
from chat.screen import Button
from chat.screens import look as screens
from chat.screens.look import LookBegun, Looked, LookFinished, LookShown
from chat.turn import Turn
from handlers import compared, lost, spiderweb, webs
from programme.calendar import next_within_hours
from programme.spiderweb import moment_of
from store import look, milestones
from store import spiderweb as kept
from store.journal import Happened
from store.tables import Doubt, Lane, Person, Scoring


async def begin(turn: Turn, tap: LookBegun) -> None:
    """Begin, or go on where it was."""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    begun = await kept.open_of(turn.session, youth.id, turn.now, by_id=turn.me.id)
    if begun is None:
        due = {row.kind: row.due_on for row in await milestones.open_of(turn.session, youth.id)}
        begun = await kept.begin(turn.session, youth.id, moment_of(due, turn.today), turn.now, by_id=turn.me.id)
        turn.note(Happened.LOOK_BEGUN, actor=turn.me, subject=youth)
    await spiderweb.go_on(turn, begun)


async def later(turn: Turn, scoring: Scoring) -> None:
    """Another time; all of it is kept."""
    youth = await turn.session.get_one(Person, scoring.youth_id)
    await turn.show(screens.later(youth.id, youth.name))


async def offer(turn: Turn, scoring: Scoring) -> None:
    """What they said, beside the youth's own web if there is one; then it can be finished."""
    youth = await turn.session.get_one(Person, scoring.youth_id)
    own_webs = await kept.visible(turn.session, youth.id)
    if own_webs:
        await compared.show_look(turn, youth, own_webs[0], scoring)
    else:
        await _in_words(turn, youth, scoring)
    changed = await kept.last_answered(turn.session, scoring.id)
    last = (await kept.asked_in(turn.session, scoring))[-1]
    manner = webs.once_a_minute(turn, "reply", scoring.id, "done", changed)
    await turn.reply(screens.ask_done(scoring.id, last, youth.name), manner)


async def _in_words(turn: Turn, youth: Person, scoring: Scoring) -> None:
    asked, given = await kept.asked_in(turn.session, scoring), await kept.answers(turn.session, scoring.id)
    own, by = await kept.own_theme(turn.session, youth.id), await webs.by_whom(turn, scoring)
    changed = await kept.last_answered(turn.session, scoring.id)
    screen = screens.in_words(asked, given, own, webs.whose(turn, youth), by)
    await turn.reply(screen, webs.once_a_minute(turn, "reply", scoring.id, "words", changed))


async def finished(turn: Turn, tap: LookFinished) -> None:
    """Nothing changes any more; the youth hears it at a good hour, unless they want quiet."""
    scoring = await spiderweb.open_of_button(turn, tap.scoring_id)
    if scoring is None or not await spiderweb.is_complete(turn, scoring):
        return
    scoring.finished_at = turn.now
    await turn.session.flush()
    youth = await turn.session.get_one(Person, scoring.youth_id)
    turn.note(Happened.LOOK_FINISHED, actor=turn.me, subject=youth)
    heard = await _tell(turn, youth, scoring)
    await turn.show(screens.finished(youth.id, youth.name, heard=heard))


async def _tell(turn: Turn, youth: Person, scoring: Scoring) -> bool:
    good_hour = next_within_hours(turn.now, turn.setting.zone)
    key = f"looked:{scoring.id}"
    manner = Manner(screens.TOLD, Lane.PLANNED, Doubt.LEAVE, about=scoring.id, key=key, not_before=good_hour)
    return await turn.say(screens.told(scoring.id, turn.me.name), youth, manner) is not None


async def without_web(turn: Turn) -> Sequence[Button]:
    """To the youth: what can be seen in no web of theirs."""
    looks = await look.without_web(turn.session, turn.me.id)
    return screens.buttons([Looked(row.id, await webs.by_whom(turn, row)) for row in looks])


async def shown(turn: Turn, tap: LookShown) -> None:
    """How somebody sees it: in the youth's own web, or in words while there is none beside which it stands."""
    row = await turn.session.get(Scoring, tap.look_id)
    is_look = row is not None and row.by_id != row.youth_id and row.finished_at is not None
    youth = await webs.seen(turn, row.youth_id) if row is not None and is_look else None
    if row is None or youth is None:
        await lost.old_button(turn)
        return
    web = await look.web_beside(turn.session, row)
    await (_in_words(turn, youth, row) if web is None else compared.show_look(turn, youth, web, row))
