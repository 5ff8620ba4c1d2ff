"""A youth goes to another begeleider: this is the moment, and everybody whom it concerns hears it."""

from __future__ import annotations

from chat import standing_in as stand_in
from chat.occasion import Manner, Occasion
from chat.screens import handing_over as screens
from chat.screens.handing_over import HANDED_OVER
from chat.screens.youths import no_duo_any_more
from programme.calendar import within_hours
from programme.checkin import expires_at
from programme.handing_over import heard_at
from store import agenda, handing_over, pause, people, standing_in
from store.agenda import Duty
from store.journal import Happened
from store.tables import Doubt, HandOver, Lane, Person


async def carry_out(occasion: Occasion, hand_over_id: int | None) -> None:
    """As it was decided, unless something came in the way."""
    session = occasion.session
    row = await session.get(HandOver, hand_over_id)
    if row is None:
        return
    if not within_hours(occasion.now, occasion.setting.zone):
        due = heard_at(occasion.now, occasion.setting.zone)
        await agenda.plan(session, Duty.HAND_OVER, row.id, due, key=f"{row.id}:{row.youth_id}:{due}")
        return
    youth, leaver, to = [await session.get_one(Person, each) for each in (row.youth_id, row.from_id, row.to_id)]
    words, stays = row.words, row.becomes_duo
    if not await handing_over.still_holds(session, row):
        await handing_over.call_off(session, youth.id)
        await occasion.say(screens.not_done(youth.name, to.name), leaver, _manner(youth))
        return
    alone_before = await standing_in.alone(session, [youth], occasion.today)
    duo_before = await people.duo_of(session, youth.id)
    await handing_over.move(session, youth.id, leaver, to, becomes_duo=stays)
    occasion.note(Happened.HANDED_OVER, actor=leaver, subject=youth)
    knows = await _tell_youth(occasion, youth, leaver, to, words, stays=stays)
    waits = await handing_over.waits(session, youth.id, leaver, to, occasion.today)
    await occasion.say(screens.yours_now(youth, leaver.name, waits, knows=knows), to, _manner(youth))
    await _tell_duo(occasion, youth, to, duo_before)
    done = screens.not_yours_any_more(youth.name, to.name, knows=knows, stays=stays)
    await occasion.say(done, leaver, _manner(youth))
    await stand_in.changed(occasion, [youth], alone_before)


async def _tell_youth(
    occasion: Occasion, youth: Person, leaver: Person, to: Person, words: str, *, stays: bool
) -> bool:
    """The leaver's own words are as any of theirs: a pause lets them through. Whether they could be told."""
    if not await pause.may_be_answered(occasion.session, youth.id):
        return False
    said = await occasion.say(screens.in_their_words(leaver.name, words), youth, _manner(youth))
    until = expires_at(occasion.today, occasion.setting.zone)
    facts = Manner(HANDED_OVER, Lane.PLANNED, Doubt.LEAVE, about=youth.id, expires_at=until)
    await occasion.say(screens.who_reads_now(to.name, leaver.name, stays=stays), youth, facts)
    return said is not None


async def _tell_duo(occasion: Occasion, youth: Person, to: Person, before: Person | None) -> None:
    """Whoever was the duo, when they are not the new begeleider."""
    if before is None or before.id == to.id:
        return
    now = await people.duo_of(occasion.session, youth.id)
    stays = now is not None and now.id == before.id
    screen = screens.other_begeleider(youth.name, to.name) if stays else no_duo_any_more(youth.name)
    await occasion.say(screen, before, _manner(youth))


def _manner(youth: Person) -> Manner:
    return Manner(HANDED_OVER, about=youth.id)
