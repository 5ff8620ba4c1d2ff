"""How often a begeleider and one jongere aim to meet, phase by phase."""

from __future__ import annotations

from chat.screens import year_targets as screens
from chat.screens.year_targets import PerWeek, TargetSet, TargetsShown, TargetTapped, now_in
from chat.turn import Turn
from handlers import lost, year
from handlers.youths import of_button, shown_as
from programme.targets import DEFAULTS
from store import year as kept
from store.journal import Happened


async def shown(turn: Turn, tap: TargetsShown) -> None:
    """What is aimed for."""
    if youth := await of_button(turn, tap.youth_id):
        await turn.show(screens.page(shown_as(turn, youth)))


async def tapped(turn: Turn, tap: TargetTapped) -> None:
    """Another number in this phase?"""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    if tap.phase not in DEFAULTS:
        await lost.old_button(turn)
        return
    await turn.show(screens.choose(shown_as(turn, youth), tap.phase))


async def chosen(turn: Turn, tap: TargetSet) -> None:
    """This number, or the usual one; as long as nobody chose another meanwhile."""
    youth = await of_button(turn, tap.youth_id)
    if youth is None:
        return
    if tap.phase not in DEFAULTS or now_in(youth.walk, tap.phase) is not tap.was:
        await lost.old_button(turn)
    elif tap.to is tap.was:
        await turn.show(screens.page(shown_as(turn, youth)))
    else:
        await kept.set_target(turn.session, youth.person.id, tap.phase, None if tap.to is PerWeek.AS_USUAL else tap.to)
        now = await year.changed(turn, youth, Happened.TARGET_CHANGED)
        await turn.show(screens.chosen(now, tap.phase, tap.was))
