"""The morning message falls due."""

from __future__ import annotations

from chat import gathered
from chat.occasion import Occasion
from chat.screens.digest import has_last_week
from programme.digest import looks_back
from programme.workdays import is_working_day
from store import asks, away, digest, people
from store.asks import Morning
from store.journal import Happened
from store.tables import Bundle, Person


async def tell(occasion: Occasion, staff_id: int | None) -> None:
    """Say what today asks of this person, if anything, once a day; and plan the next."""
    session = occasion.session
    person = await session.get_one(Person, staff_id)
    if person.ended_at is not None or not await people.youths_of(session, person.id):
        return
    await digest.plan_digest(session, person.id, occasion.now, occasion.setting.zone)
    if not is_working_day(occasion.today) or not away.can_be_reached(person):
        return
    if await digest.of_day(session, person.id, occasion.today, Bundle.DIGEST) is not None:
        return
    asked = await asks.of_day(Morning(session, person, occasion.today, occasion.setting.zone))
    if any(each.aloud for each in asked) or await _looks_back(occasion, person):
        bundle = await digest.add(session, person.id, occasion.today, Bundle.DIGEST, asked)
        await gathered.say(occasion, bundle)
        occasion.note(Happened.DIGEST_SENT, subject=person)


async def _looks_back(occasion: Occasion, person: Person) -> bool:
    """Whether there is something kind to say of last week."""
    return looks_back(occasion.today) and has_last_week(await gathered.last_week(occasion, person))
