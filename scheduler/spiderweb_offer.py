"""A milestone is near: the youth is offered to fill in the spinnenweb, and reminded of it once."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import spiderweb_offer as screens
from chat.screens.spiderweb_offer import Offer
from programme.calendar import within_hours
from programme.spiderweb_offer import brought_up_from, hears_at, is_reminded
from programme.workdays import A_DAY
from store import away, spiderweb, spiderweb_offer, talk
from store.journal import Happened
from store.tables import Doubt, Lane, MilestoneRow, Person, SpiderwebOffer


async def offer(occasion: Occasion, milestone_id: int | None) -> None:
    """Offer it, when that still holds. Who is quiet or not reached is asked on a later day: the night plans it."""
    row = await occasion.session.get_one(MilestoneRow, milestone_id)
    due = await spiderweb_offer.is_due(occasion.session, row, occasion.today, occasion.setting.zone)
    if not due or not await _is_time(occasion, row.youth_id):
        return
    made = await spiderweb_offer.make(occasion.session, row, occasion.now)
    youth = await occasion.session.get_one(Person, row.youth_id)
    at_hand = row.due_on <= occasion.today + A_DAY
    screen = screens.near(row.kind, await _as_shown(occasion, youth, made), at_hand=at_hand)
    if await occasion.say(screen, youth, _manner(occasion, spiderweb_offer.SAID, made)) is None:
        await occasion.session.delete(made)
    else:
        await spiderweb_offer.in_place_of_earlier(occasion.session, made)
        occasion.note(Happened.WEB_OFFERED, subject=youth)


async def remind(occasion: Occasion, offer_id: int | None) -> None:
    """Offer it once more, when nothing came of it; from the next working day on it is for a person to bring up."""
    made = await occasion.session.get_one(SpiderwebOffer, offer_id)
    row = await occasion.session.get_one(MilestoneRow, made.milestone_id)
    if made.brought_up_on is not None or not await _may_be_reminded(occasion, made, row):
        return
    youth = await occasion.session.get_one(Person, made.youth_id)
    screen = screens.reminder(await _as_shown(occasion, youth, made))
    if await occasion.say(screen, youth, _manner(occasion, spiderweb_offer.REMINDED, made)) is not None:
        made.reminded_at = occasion.now
        made.brought_up_on = brought_up_from(occasion.today, heard=True)
        occasion.note(Happened.WEB_REMINDED, subject=youth)


async def _may_be_reminded(occasion: Occasion, made: SpiderwebOffer, row: MilestoneRow) -> bool:
    session = occasion.session
    return (
        is_reminded(occasion.local(made.at).date(), row.due_on, occasion.today)
        and await spiderweb_offer.still_waits(session, (made, row))
        and await spiderweb_offer.year_asks(session, made.youth_id, occasion.today)
        and await _is_time(occasion, made.youth_id)
    )


async def _is_time(occasion: Occasion, youth_id: int) -> bool:
    """Whether it is a good hour, on a day on which nothing heavy was said."""
    if not within_hours(occasion.now, occasion.setting.zone):
        return False
    return not await talk.asks_nothing_more(occasion.session, youth_id, occasion.day_began)


async def _as_shown(occasion: Occasion, youth: Person, made: SpiderwebOffer) -> Offer:
    begun = await spiderweb.open_of(occasion.session, youth.id, occasion.now)
    half = begun is not None and bool(await spiderweb.answers(occasion.session, begun.id))
    begeleider = await away.in_charge(occasion.session, youth.id, occasion.today)
    return Offer(made.id, youth.name, begeleider.name, half=half)


def _manner(occasion: Occasion, kind: str, made: SpiderwebOffer) -> Manner:
    return Manner(
        kind=kind,
        lane=Lane.PLANNED,
        doubt=Doubt.LEAVE,
        about=made.id,
        key=f"{kind}:{made.milestone_id}:{occasion.today}",
        expires_at=hears_at(occasion.today, occasion.setting.zone)[1],
    )
