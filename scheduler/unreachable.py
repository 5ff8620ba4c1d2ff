"""Somebody blocks the bot: a person who can reach them otherwise hears it."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import unreachable as screens
from programme.people import Role
from store import people
from store.tables import Doubt, Lane, Person


async def tell(occasion: Occasion, person_id: int | None) -> None:
    """Tell a youth's begeleider, or the coördinators about a colleague; unless they are back already."""
    person = await occasion.session.get_one(Person, person_id)
    if person.blocked_at is None:
        return
    session = occasion.session
    if person.role is Role.YOUTH:
        listeners = [await people.begeleider_of(session, person.id)]
    else:
        listeners = [other for other in await people.with_role(session, Role.COORDINATOR) if other.id != person.id]
    for listener in listeners:
        manner = Manner(kind="unreachable", lane=Lane.PLANNED, doubt=Doubt.REPEAT_MARKED, about=person.id)
        await occasion.say(screens.unreachable(person.name, person.role), listener, manner)
