"""After scoring: the web as a picture, and what comes first. Then it is finished, and the begeleider may see it."""

from __future__ import annotations

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import spiderweb as screens
from chat.screens.spiderweb import BasketTapped, FinishTapped, ShareTapped
from chat.turn import Turn
from handlers import first_steps, gathered, milestones, spiderweb, webs
from programme.milestones import Milestone
from programme.spiderweb import MOST_FIRST, Domain, WebMoment
from store import away, spiderweb_offer
from store import milestones as kept_milestones
from store import spiderweb as kept
from store.journal import Happened
from store.tables import MilestoneState, Person, Scoring


async def offer(turn: Turn, scoring: Scoring) -> None:
    """The picture to the youth, and under it what they want to work on first."""
    changed = await kept.last_answered(turn.session, scoring.id)
    picture = webs.once_a_minute(turn, "reply", scoring.id, "offered", changed)
    await turn.reply(screens.web(await webs.web_of(turn, turn.me, scoring)), picture)
    await turn.reply(await _baskets(turn, scoring), webs.once_a_minute(turn, "reply", scoring.id, "first", changed))


async def tapped(turn: Turn, tap: BasketTapped) -> None:
    """Into the first basket, or out of it."""
    scoring = await spiderweb.open_of_button(turn, tap.scoring_id)
    if scoring is None:
        return
    first = await kept.first_basket(turn.session, scoring.id)
    if tap.domain in first:
        await kept.take_out(turn.session, scoring.id, tap.domain)
    elif tap.domain not in await kept.choices(turn.session, turn.me.id):
        await turn.stop_spinner(screens.NOT_ASKED)
    elif len(first) >= MOST_FIRST:
        await turn.stop_spinner(screens.FULL)
        return
    else:
        await kept.put_first(turn.session, scoring.id, tap.domain, turn.now)
    await turn.show(await _baskets(turn, scoring))


async def _baskets(turn: Turn, scoring: Scoring) -> Screen:
    first, own = await kept.first_basket(turn.session, scoring.id), await kept.own_theme(turn.session, turn.me.id)
    seen_by = None if scoring.shared_at is None else (await away.in_charge(turn.session, turn.me.id, turn.today)).name
    choices = await kept.choices(turn.session, turn.me.id)
    shown = [domain for domain in Domain if domain in choices or domain in first]  # what is asked no more can still go
    return screens.baskets(scoring.id, shown, first, own, seen_by)


async def shared(turn: Turn, tap: ShareTapped) -> None:
    """Begeleider and duo may look already; the youth goes on choosing."""
    scoring = await spiderweb.open_of_button(turn, tap.scoring_id)
    if scoring is None or not await spiderweb.is_complete(turn, scoring):
        return
    if scoring.shared_at is None:
        scoring.shared_at = turn.now
        turn.note(Happened.WEB_SHARED, actor=turn.me)
        await _tell(turn, scoring, await away.in_charge(turn.session, turn.me.id, turn.today))
    await turn.show(await _baskets(turn, scoring))


async def _tell(turn: Turn, scoring: Scoring, begeleider: Person) -> None:
    """They hear once of a web that there is something to see."""
    manner = Manner(screens.TOLD, about=scoring.id, key=f"web:{scoring.id}")
    await turn.say(screens.told(turn.me.id, turn.me.name), begeleider, manner)


async def finished(turn: Turn, tap: FinishTapped) -> None:
    """Nothing changes any more; begeleider and duo hear that there is something to see."""
    scoring = await spiderweb.open_of_button(turn, tap.scoring_id)
    if scoring is None or not await spiderweb.is_complete(turn, scoring):
        return
    scoring.finished_at = turn.now
    turn.note(Happened.WEB_FINISHED, actor=turn.me)
    begeleider = await away.in_charge(turn.session, turn.me.id, turn.today)
    first, own = await kept.first_basket(turn.session, scoring.id), await kept.own_theme(turn.session, turn.me.id)
    await turn.show(screens.finished(begeleider.name, first, own))
    await _tell(turn, scoring, begeleider)
    await spiderweb_offer.filled_in(turn.session, turn.me.id, turn.now)
    if scoring.moment is not WebMoment.ANY:
        await _first_one_done(turn)
    await gathered.refresh(turn, turn.me.id)
    await first_steps.begin(turn, scoring)


async def _first_one_done(turn: Turn) -> None:
    """The milestone of the first web settles itself: nobody has to tick off what is known."""
    for row in await kept_milestones.open_of(turn.session, turn.me.id):
        if row.kind is Milestone.FIRST_SPIDERWEB:
            await milestones.settle(turn, row, turn.me, MilestoneState.DONE)
