"""Bel me: begeleider and duo are told at once, and the youth is told so. Works always, after /stop too.

Who is away gets it without a sound, and is not promised; with nobody else there it rings all the same.
"""

from __future__ import annotations

from chat.occasion import Manner
from chat.screens import call as screens
from chat.screens.call import CallTapped
from chat.screens.talk import CALL
from chat.turn import Turn
from programme.call import is_same_call
from store import away, call, people
from store.journal import Happened
from store.tables import Doubt, Lane, Person

URGENT = Lane.URGENT


async def tapped(turn: Turn, _tap: CallTapped) -> None:
    """Under a question, however old: what matters is who asks."""
    await asked(turn)


async def asked(turn: Turn) -> None:
    """Tell begeleider and duo; a second tap soon after tells nobody twice, and reassures."""
    before = await call.last_asked(turn.session, turn.me.id, turn.now)
    team = await _team(turn)
    there = [person for person in team if await away.away_of(turn.session, person.id, turn.today) is None]
    names = tuple(person.name for person in there or team)
    if not team:
        begeleider = await people.begeleider_of(turn.session, turn.me.id)
        await turn.reply(screens.nobody_reached(begeleider.name))
    elif is_same_call(before, turn.now):
        await turn.reply(screens.told_before(*names))
    else:
        for person in team:
            other = next((one.name for one in there or team if one is not person), None)
            rings = person in there or not there
            await turn.say(screens.asked(turn.me.name, other, silent=not rings), person, _alert(turn))
        turn.note(Happened.CALL_ASKED, actor=turn.me)
        await turn.reply(screens.told(*names) if there else screens.told_away(*names))


def _alert(turn: Turn) -> Manner:
    return Manner(CALL, URGENT, Doubt.REPEAT_MARKED, about=turn.me.id)


async def _team(turn: Turn) -> list[Person]:
    """Begeleider and duo, as far as a message can reach them."""
    return [person for person in await people.team_of(turn.session, turn.me.id) if away.can_be_reached(person)]
