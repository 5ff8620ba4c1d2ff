"""Looking at a web: the youth at their own, begeleider and duo at one of theirs once it is finished."""

from __future__ import annotations

from chat.language import Language
from chat.occasion import Manner
from chat.screens import spiderweb as screens
from chat.screens import spiderweb_page
from chat.screens.domains import name
from chat.screens.spiderweb import JusticeSet, PageShown, Web, WebShown
from chat.spiderweb import Radar
from chat.spiderweb import Web as Drawn
from chat.turn import Turn
from handlers import lost
from programme.people import Role
from programme.spiderweb import Domain, change
from store import people, spiderweb
from store.journal import Happened
from store.tables import Person, Scoring


async def web_of(turn: Turn, youth: Person, scoring: Scoring, speaks: Language | None = None) -> Web:
    """A web beside the one before it. What was asked at neither time is left out. `speaks`: the language of its words,
    when that is another than of whoever looks."""
    speaks = speaks or turn.language
    finished = await spiderweb.finished(turn.session, youth.id)
    before = next((row for row in finished if row.id < scoring.id), None)
    now = await spiderweb.answers(turn.session, scoring.id)
    earlier = {} if before is None else await spiderweb.answers(turn.session, before.id)
    own = await spiderweb.own_theme(turn.session, youth.id)
    shown = [domain for domain in Domain if (domain in now or domain in earlier) and (domain is not Domain.OWN or own)]
    radar = Radar(
        language=speaks.code,
        title=youth.name,
        labels=tuple(speaks.plain(name(domain, own)) for domain in shown),
        now=Drawn(turn.local(scoring.finished_at or turn.now).date(), tuple(now.get(domain) for domain in shown)),
        before=None
        if before is None or before.finished_at is None
        else Drawn(turn.local(before.finished_at).date(), tuple(earlier.get(domain) for domain in shown)),
    )
    first = await spiderweb.first_basket(turn.session, scoring.id)
    return Web(radar, None if before is None else change(earlier, now), first, own)


async def shown(turn: Turn, tap: WebShown) -> None:
    """The newest finished one, as a picture; taps within the same minute ask for one."""
    youth = await seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    finished = await spiderweb.finished(turn.session, youth.id)
    if not finished:
        await turn.stop_spinner(screens.NOTHING_YET)
        return
    turn.note(Happened.WEB_SEEN, actor=turn.me, subject=youth)
    whose = None if youth.id == turn.me.id else youth.name
    minute = turn.now.strftime("%Y-%m-%dT%H:%M")
    manner = Manner(screens.SHOWN, about=finished[0].id, key=f"web:{turn.me.id}:{finished[0].id}:{minute}")
    await turn.reply(screens.web(await web_of(turn, youth, finished[0]), whose), manner)


async def seen(turn: Turn, youth_id: int) -> Person | None:
    """The youth of a button: themself, or one with whom they walk. Nobody otherwise."""
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
    finished = await spiderweb.finished(turn.session, youth.id)
    last = finished[0] if finished else None
    first = () if last is None else await spiderweb.first_basket(turn.session, last.id)
    day = None if last is None or last.finished_at is None else turn.local(last.finished_at).date()
    own, asked = await spiderweb.own_theme(turn.session, youth.id), await spiderweb.asked(turn.session, youth.id)
    justice = Domain.JUSTICE in asked
    await turn.show(spiderweb_page.page(youth.id, youth.name, day, first, own, justice=justice))
