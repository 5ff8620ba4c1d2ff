"""What a youth does with the offer to fill in the spinnenweb: now, with their begeleider, or later."""

from __future__ import annotations

from chat.occasion import Manner
from chat.screens import spiderweb_offer as screens
from chat.screens.spiderweb import FINISHED_BEFORE
from chat.screens.spiderweb_offer import AloneTapped, PutOffTapped, TogetherTapped
from chat.turn import Turn
from handlers import gathered, lost, spiderweb
from programme.silence import reasonable_for_staff
from programme.spiderweb import AT
from programme.spiderweb_offer import belongs_to, brought_up_from, reminded_on
from store import away
from store import spiderweb_offer as kept
from store.journal import Happened
from store.spiderweb_offer import Offered
from store.tables import SpiderwebOffer


async def alone(turn: Turn, tap: AloneTapped) -> None:
    """Begin, or go on, for the milestone that is near; with an offer of long ago for whatever is near now."""
    if found := await _offer_of(turn, tap.offer_id):
        row = found[1]
        await spiderweb.begin_for(turn, AT[row.kind] if belongs_to(row.due_on, turn.today) else None)


async def together(turn: Turn, tap: TogetherTapped) -> None:
    """With their begeleider, who hears it once and brings it up from the next working day on."""
    found = await _offer_of(turn, tap.offer_id)
    if found is None:
        return
    offer = found[0]
    if not kept.is_current(found):
        await turn.stop_spinner(screens.IS_PAST)
        return
    begeleider = await away.in_charge(turn.session, turn.me.id, turn.today)
    if offer.together_at is None:
        _wants_together(turn, offer)
        fair = reasonable_for_staff(turn.now, turn.setting.zone)
        manner = Manner(kept.TOGETHER, about=offer.id, key=f"{kept.TOGETHER}:{offer.id}:{offer.at}", not_before=fair)
        await turn.say(screens.wants_together(turn.me.name), begeleider, manner)
        await gathered.refresh(turn, turn.me.id)
    await turn.show(screens.together(offer.id, begeleider.name))


def _wants_together(turn: Turn, offer: SpiderwebOffer) -> None:
    """Who said before that it was brought up does so once more: it is the youth who asks now."""
    offer.together_at, offer.settled_at, offer.settled_by = turn.now, None, None
    offer.brought_up_on = offer.brought_up_on or brought_up_from(turn.today, heard=True)
    turn.note(Happened.WEB_TOGETHER, actor=turn.me)


async def put_off(turn: Turn, tap: PutOffTapped) -> None:
    """Another time: it comes back once, unless it did already."""
    if found := await _offer_of(turn, tap.offer_id):
        offer, row = found
        again = reminded_on(turn.local(offer.at).date(), row.due_on) if await _comes_back(turn, found) else None
        await turn.show(screens.later(offer.id, again, turn.today))


async def _comes_back(turn: Turn, offered: Offered) -> bool:
    return offered[0].brought_up_on is None and await kept.still_waits(turn.session, offered)


async def _offer_of(turn: Turn, offer_id: int) -> Offered | None:
    """The offer of a button, when nothing came of it yet; what was filled in since, or is none of theirs, says so."""
    found = await kept.newest(turn.session, turn.me.id, offer_id)
    if found is None:
        await lost.old_button(turn)
        return None
    finished = await kept.last_finished(turn.session, turn.me.id)
    if finished is not None and finished >= found[0].at:
        await turn.stop_spinner(FINISHED_BEFORE)
        return None
    return found
