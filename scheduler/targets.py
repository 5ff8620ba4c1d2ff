"""A moment in the week at which one looks how the face-to-face targets go."""

from __future__ import annotations

from chat import gathered
from chat.occasion import Occasion
from programme.digest import Ask
from store import asks, away, digest, people
from store.asks import Asked
from store.journal import Happened
from store.tables import Bundle, Person


async def remind(occasion: Occasion, staff_id: int | None) -> None:
    """One message for all the youths this person looks after today whose target slips; none when none does."""
    session = occasion.session
    person = await session.get_one(Person, staff_id)
    if person.ended_at is not None or not await people.youths_of(session, person.id):
        return
    await digest.plan_targets(session, person.id, occasion.now, occasion.setting.zone)
    if not away.can_be_reached(person):
        return
    if await digest.of_day(session, person.id, occasion.today, Bundle.TARGETS) is not None:
        return
    if asked := await _slipping(occasion, person):
        bundle = await digest.add(session, person.id, occasion.today, Bundle.TARGETS, asked)
        await gathered.say(occasion, bundle)
        occasion.note(Happened.TARGETS_SENT, subject=person)


async def _slipping(occasion: Occasion, person: Person) -> list[Asked]:
    looked_after = await away.looks_after(occasion.session, person.id, occasion.today)
    return [
        Asked(Ask.TARGET, youth.id, youth.id)
        for youth in looked_after
        if await asks.slipping(occasion.session, youth.id, occasion.now, occasion.setting.zone) is not None
    ]
