"""Another duo, or none: whoever it concerns hears it. Of another begeleider a youth hears from a person."""

from __future__ import annotations

from chat.occasion import Manner
from chat.screens import company as screens
from chat.turn import Turn
from programme.calendar import next_within_hours
from store import people
from store.tables import Doubt, Lane, Person


async def new_duo(turn: Turn, youth: Person, duo: Person) -> None:
    """Somebody else reads along: the youth hears it at a good hour, unless they want quiet."""
    begeleider = await people.begeleider_of(turn.session, youth.id)
    good_hour = next_within_hours(turn.now, turn.setting.zone)
    manner = Manner("company", Lane.PLANNED, Doubt.LEAVE, about=youth.id, not_before=good_hour)
    await turn.say(screens.new_duo(duo.name, begeleider.name), youth, manner)


async def duo_leaves(turn: Turn, duo: Person, youth: Person) -> None:
    """The begeleider hears that nobody stands in any more."""
    begeleider = await people.begeleider_of(turn.session, youth.id)
    await turn.say(screens.duo_left(duo.name, youth.name, youth.id), begeleider, Manner("duo", about=youth.id))
