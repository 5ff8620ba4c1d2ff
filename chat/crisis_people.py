"""After words that hint at suicide: who is next to hear of it, and whether it makes a sound."""

from __future__ import annotations

from chat.occasion import Occasion
from programme.call import Who
from programme.crisis import is_night, step
from programme.reachable import USUAL
from store import call, crisis, night_contacts, reachable
from store.away import can_be_reached
from store.tables import Alarm, Person


async def next_people(occasion: Occasion, row: Alarm) -> tuple[int, list[Person]]:
    """The first step from here that reaches anybody; when none does, whoever a message can reach at all."""
    for number in range(row.step, max(row.step, occasion.setting.escalation.last) + 1):
        if there := await _of_step(occasion, row, number):
            return number, there
    everybody = await call.meant(occasion.session, row.youth_id, Who.EVERYBODY, occasion.now, occasion.setting.zone)
    return row.step, [person for person in everybody if can_be_reached(person)]


async def _of_step(occasion: Occasion, row: Alarm, number: int) -> list[Person]:
    """Whom this step reaches. By night also the night contacts, except at first.

    Reading: the repetition to everybody goes to those who are there; with nobody there it goes to all of them.
    """
    there = await group(occasion, row, step(number, occasion.setting.escalation).who)
    if number >= occasion.setting.escalation.last:
        there = [person for person in there if await reads(occasion, person)] or there
    if number > 0 and is_night(occasion.now, occasion.setting.zone, USUAL):
        there += [person for person in await _night_contacts(occasion) if person not in there]
    return there


async def group(occasion: Occasion, row: Alarm, who: Who) -> list[Person]:
    """Whom a step reaches: nobody who blocked the bot, left or is away."""
    return await call.group(occasion.session, row.youth_id, who, occasion.now, occasion.setting.zone)


async def reads(occasion: Occasion, person: Person) -> bool:
    """Whether they are there now, by their hours."""
    return (await reachable.reach_of(occasion.session, person.id, occasion.now, occasion.setting.zone)).reads


async def makes_no_sound(occasion: Occasion, row: Alarm, person: Person) -> bool:
    """What somebody heard before wakes nobody by night, but a night contact. The first time it always sounds."""
    if person not in await crisis.who_heard(occasion.session, row.id):
        return False
    hours = await reachable.hours_of(occasion.session, person.id)
    night = is_night(occasion.now, occasion.setting.zone, hours)
    return night and person not in await _night_contacts(occasion)


async def _night_contacts(occasion: Occasion) -> list[Person]:
    return await night_contacts.there(occasion.session, occasion.now, occasion.setting.zone)
