"""Somebody blocks the bot: a person who can reach them otherwise hears it."""

from __future__ import annotations

from chat import calling, crisis
from chat import standing_in as told
from chat.occasion import Manner, Occasion
from chat.screens import unreachable as screens
from programme.people import Role
from store import away, people, standing_in, team
from store.tables import Doubt, Lane, Person


async def tell(occasion: Occasion, person_id: int | None) -> None:
    """Tell a youth's begeleider or who stands in; the coördinators about a colleague. Not of who is back already."""
    person = await occasion.session.get_one(Person, person_id)
    if person.blocked_at is None:
        return
    session = occasion.session
    if person.role is Role.YOUTH:
        listeners = [await away.in_charge(session, person.id, occasion.today)]
    else:
        listeners = [other for other in await people.with_role(session, Role.COORDINATOR) if other.id != person.id]
        seconded = await team.seconded_by(session, person.id)
        before = await standing_in.alone(session, seconded, occasion.today, as_if_reached=person.id)
        await told.changed(occasion, seconded, before)
        await calling.skip(occasion, person)
        await crisis.skip(occasion, person)
    for listener in listeners:
        manner = Manner(kind="unreachable", lane=Lane.PLANNED, doubt=Doubt.REPEAT_MARKED, about=person.id)
        await occasion.say(screens.unreachable(person.name, person.role), listener, manner)
