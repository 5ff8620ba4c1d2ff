"""Looking at a web: the youth at their own, begeleider and duo at one of theirs once it is finished or shared."""

from __future__ import annotations

from datetime import date

from chat.language import Language
from chat.occasion import Manner
from chat.screen import Rows
from chat.screens import compared, spiderweb_page
from chat.screens import spiderweb as screens
from chat.screens.domains import name
from chat.screens.look import Looked
from chat.screens.spiderweb import JusticeSet, PageShown, Web, WebShown
from chat.spiderweb import Radar
from chat.spiderweb import Web as Drawn
from chat.turn import Turn
from handlers import lost
from programme.people import Role
from programme.spiderweb import Domain, change
from store import look, people, spiderweb
from store.journal import Happened
from store.tables import Person, Scoring


async def web_of(turn: Turn, youth: Person, scoring: Scoring, speaks: Language | None = None) -> Web:
    """A web beside the one before it. What was asked at neither time is left out.

    `speaks`: the language of its words, when that is another than of whoever looks.
    """
    before = await _before(turn, scoring)
    moved = None
    if before is not None:
        earlier = await spiderweb.answers(turn.session, before.id)
        moved = change(earlier, await spiderweb.answers(turn.session, scoring.id))
    first, own = (
        await spiderweb.first_basket(turn.session, scoring.id),
        await spiderweb.own_theme(turn.session, youth.id),
    )
    return Web(await radar_of(turn, youth, scoring, speaks=speaks), moved, first, own)


async def radar_of(
    turn: Turn,
    youth: Person,
    scoring: Scoring,
    *,
    first: Scoring | None = None,
    beside: Scoring | None = None,
    speaks: Language | None = None,
) -> Radar:
    """A web and the one before it; when they are asked for, the first of all and how somebody else sees it."""
    speaks = speaks or turn.language
    before = await _before(turn, scoring)
    shown = [row for row in (scoring, before, first, beside) if row is not None]
    given = {row.id: await spiderweb.answers(turn.session, row.id) for row in shown}
    days = {row.id: await _day(turn, row) for row in shown}
    own = await spiderweb.own_theme(turn.session, youth.id)
    asked = {domain for answers in given.values() for domain in answers if domain is not Domain.OWN or own}
    domains = [domain for domain in Domain if domain in asked]

    def drawn(row: Scoring) -> Drawn:
        return Drawn(days[row.id], tuple(given[row.id].get(domain) for domain in domains))

    return Radar(
        language=speaks.code,
        title=youth.name,
        labels=tuple(speaks.plain(name(domain, own)) for domain in domains),
        now=drawn(scoring),
        before=None if before is None else drawn(before),
        first=None if first is None else drawn(first),
        beside=None if beside is None else drawn(beside),
        beside_by="" if beside is None else (await turn.session.get_one(Person, beside.by_id)).name,
    )


async def _before(turn: Turn, scoring: Scoring) -> Scoring | None:
    webs = await spiderweb.visible(turn.session, scoring.youth_id)
    return next((row for row in webs if row.id < scoring.id), None)


async def first_apart(turn: Turn, scoring: Scoring) -> Scoring | None:
    """The first web of all, when it is another than this one and the one before it."""
    earlier = [row for row in await spiderweb.visible(turn.session, scoring.youth_id) if row.id < scoring.id]
    return earlier[-1] if len(earlier) > 1 else None


async def _day(turn: Turn, scoring: Scoring) -> date:
    """When it was finished; of what still changes, when it did so last."""
    at = scoring.finished_at or await spiderweb.last_answered(turn.session, scoring.id) or turn.now
    return turn.local(at).date()


def day_of(turn: Turn, scoring: Scoring) -> date | None:
    """When it was finished, or shared; None while nobody else can see it."""
    return None if scoring.stands_at is None else turn.local(scoring.stands_at).date()


def once_a_minute(turn: Turn, kind: str, scoring_id: int, *what: object) -> Manner:
    """An answer about a web: taps on the same message within the same minute ask for one."""
    parts = ("web", turn.me.id, turn.heard.message_id, scoring_id, *what, turn.now.strftime("%Y-%m-%dT%H:%M"))
    return Manner(kind, about=scoring_id, key=":".join(str(part) for part in parts))


async def shown(turn: Turn, tap: WebShown) -> None:
    """The newest finished or shared one."""
    youth = await seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    elif not await show_last(turn, youth):
        await turn.stop_spinner(screens.NOTHING_YET)


async def show_last(turn: Turn, youth: Person) -> bool:
    """The newest finished or shared one, as a picture. False when there is none."""
    webs = await spiderweb.visible(turn.session, youth.id)
    if not webs:
        return False
    turn.note(Happened.WEB_SEEN, actor=turn.me, subject=youth)
    screen = screens.web(await web_of(turn, youth, webs[0]), whose(turn, youth), await _beside(turn, webs[0]))
    await turn.reply(screen, once_a_minute(turn, screens.SHOWN, webs[0].id))
    return True


async def _beside(turn: Turn, web: Scoring) -> Rows:
    """What else can be drawn in it."""
    looks = await look.newest_beside(turn.session, web)
    looked = [Looked(row.id, await by_whom(turn, row)) for row in looks]
    return compared.buttons(web.id, looked, has_first=await first_apart(turn, web) is not None)


def whose(turn: Turn, youth: Person) -> str | None:
    """The name of the youth, for whoever is another."""
    return None if youth.id == turn.me.id else youth.name


async def by_whom(turn: Turn, scoring: Scoring) -> str | None:
    """The name of who scored, for whoever is another."""
    return None if scoring.by_id == turn.me.id else (await turn.session.get_one(Person, scoring.by_id)).name


async def seen(turn: Turn, youth_id: int) -> Person | None:
    """The youth of whom they may see and score the life: themself, or one with whom they walk. Nobody otherwise."""
    if turn.me.role is Role.YOUTH:
        return turn.me if turn.me.id == youth_id else None
    return await people.youth_seen_by(turn.session, turn.me.id, youth_id)


async def page(turn: Turn, tap: PageShown) -> None:
    """From the card."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    else:
        await _page(turn, youth)


async def justice_set(turn: Turn, tap: JusticeSet) -> None:
    """Staying out of trouble is asked, or is not. The same button sets it back."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    theirs = await spiderweb.of_youth(turn.session, youth.id)
    if theirs.justice != bool(tap.on):
        theirs.justice = bool(tap.on)
        turn.note(Happened.JUSTICE_CHANGED, actor=turn.me, subject=youth)
    await _page(turn, youth)


async def _page(turn: Turn, youth: Person) -> None:
    webs = await spiderweb.visible(turn.session, youth.id)
    last = webs[0] if webs else None
    known = spiderweb_page.Known(
        youth_id=youth.id,
        whose=youth.name,
        last=None if last is None else day_of(turn, last),
        first=() if last is None else await spiderweb.first_basket(turn.session, last.id),
        own=await spiderweb.own_theme(turn.session, youth.id),
        justice=Domain.JUSTICE in await spiderweb.asked(turn.session, youth.id),
        looks=await spiderweb.open_of(turn.session, youth.id, turn.now, by_id=turn.me.id) is not None,
    )
    await turn.show(spiderweb_page.page(known))
