"""A begeleider goes away for a while, and comes back."""

from __future__ import annotations

from datetime import date, timedelta

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import away as screens
from chat.screens.away import OTHER, AwayChosen, AwayShown, BackTapped
from chat.turn import Turn
from handlers import lost
from programme.calendar import read_day
from store import away, flow, people
from store.flow import Step
from store.journal import Happened
from store.tables import Person

# Longer is no absence but another begeleider.
AT_MOST = timedelta(days=366)


async def shown(turn: Turn, _tap: AwayShown) -> None:
    """For how long."""
    now = await away.away_of(turn.session, turn.me.id, turn.today)
    await turn.show(screens.choose(None if now is None else now.through, turn.today))


async def chosen(turn: Turn, tap: AwayChosen) -> None:
    """One of the offered days, or another that they will type."""
    if tap.days == OTHER:
        await flow.go(turn.session, turn.me.id, Step.AWAY_THROUGH, turn.now)
        await turn.show(screens.type_day())
    elif tap.days not in screens.CHOICES:
        await lost.old_button(turn)
    else:
        await turn.show(await _go(turn, turn.today + timedelta(days=tap.days)))


async def typed(turn: Turn) -> None:
    """A day they typed."""
    through = read_day(turn.text, turn.today)
    if through is None or not turn.today <= through <= turn.today + AT_MOST:
        await turn.reply(screens.no_such_day())
        return
    await turn.reply(await _go(turn, through))


async def back(turn: Turn, _tap: BackTapped) -> None:
    """There again."""
    if await away.come_back(turn.session, turn.me.id, turn.today):
        turn.note(Happened.CAME_BACK, actor=turn.me)
        for duo in (await _stand_ins(turn))[0]:
            await turn.say(screens.stand_in_no_more(turn.me.name), duo, Manner("away"))
    await turn.show(screens.back())


async def _go(turn: Turn, through: date) -> Screen:
    await flow.leave_step(turn.session, turn.me.id, Step.AWAY_THROUGH)
    await away.go(turn.session, turn.me.id, through, turn.now, turn.today)
    turn.note(Happened.WENT_AWAY, actor=turn.me)
    stand_ins, alone = await _stand_ins(turn)
    for duo, names in stand_ins.items():
        await turn.say(screens.stand_in(turn.me.name, through, turn.today, names), duo, Manner("away"))
    return screens.gone(through, turn.today, alone)


async def _stand_ins(turn: Turn) -> tuple[dict[Person, list[str]], list[str]]:
    """The duos with the youths for whom they stand in, and the youths for whom nobody does."""
    found: dict[Person, list[str]] = {}
    alone: list[str] = []
    for youth in await people.youths_of(turn.session, turn.me.id):
        if (await people.begeleider_of(turn.session, youth.id)).id != turn.me.id:
            continue
        duo = await people.duo_of(turn.session, youth.id)
        names = alone if duo is None or not away.can_be_reached(duo) else found.setdefault(duo, [])
        names.append(youth.name)
    return found, alone
