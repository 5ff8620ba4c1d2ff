"""The duo of a jongere: who can be it, and that it changes."""

from __future__ import annotations

from chat import standing_in as stand_in
from chat.occasion import Manner
from chat.screens import new_youth
from chat.screens import youths as screens
from chat.screens.youths import DuoPicked, DuosShown
from chat.turn import Turn
from handlers import company, lost
from handlers.youths import own_of_button, refresh, shown_as
from store import digest, standing_in, team, youths
from store.journal import Happened
from store.tables import Person
from store.youths import Youth


async def shown(turn: Turn, tap: DuosShown) -> None:
    """Who can be the duo."""
    if youth := await own_of_button(turn, tap.youth_id):
        others = await team.begeleiders(turn.session, near=turn.me.region_id, without=[turn.me.id])
        await turn.show(screens.choose_duo(shown_as(turn, youth), others, tap.page))


async def picked(turn: Turn, tap: DuoPicked) -> None:
    """Another duo, or none; whoever it is or was hears it."""
    youth = await own_of_button(turn, tap.youth_id)
    if youth is None:
        return
    others = await team.begeleiders(turn.session, near=None, without=[turn.me.id])
    duo = next((other for other in others if other.id == tap.duo_id), None)
    if duo is None and tap.duo_id:
        await lost.old_button(turn)
        return
    await _change(turn, youth, duo)
    await refresh(turn, tap.youth_id)


async def _change(turn: Turn, youth: Youth, duo: Person | None) -> None:
    before, name = youth.duo, youth.person.name
    if (before and before.id) == (duo and duo.id):
        return
    alone_before = await standing_in.alone(turn.session, [youth.person], turn.today)
    await youths.change_duo(turn.session, youth.person.id, duo)
    turn.note(Happened.DUO_CHANGED, actor=turn.me, subject=youth.person)
    manner = Manner("duo", about=youth.person.id)
    if before is not None:
        await turn.say(screens.no_duo_any_more(name), before, manner)
    if duo is not None:
        await turn.say(new_youth.you_are_duo(name, turn.me.name), duo, manner)
        await company.new_duo(turn, youth.person, duo)
        await digest.plan_for(turn.session, duo, turn.now, turn.setting.zone)
    await stand_in.changed(turn, [youth.person], alone_before)
