"""/jongeren: whom a begeleider walks with, their links and their duo."""

from __future__ import annotations

from chat import standing_in as stand_in
from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import new_youth
from chat.screens import youths as screens
from chat.screens.youths import (
    DuoPicked,
    DuosShown,
    RemoveTapped,
    Shown,
    YouthLinkTakenBack,
    YouthLinkTapped,
    YouthsShown,
    YouthTapped,
)
from chat.turn import Turn
from handlers import company, lost
from handlers.team import coming
from handlers.youth_link import show_link
from programme.joining import Place
from programme.phases import Phase, week_of
from store import flow, joining, standing_in, team, youths
from store.journal import Happened
from store.tables import Person
from store.youths import Youth


async def overview(turn: Turn) -> None:
    """/jongeren."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _list(turn, 0))


async def shown(turn: Turn, tap: YouthsShown) -> None:
    """The list on the same message, at a page."""
    await turn.show(await _list(turn, tap.page))


async def _list(turn: Turn, page: int) -> Screen:
    found = [shown_as(turn, youth) for youth in await youths.seen_by(turn.session, turn.me.id, turn.now)]
    return screens.overview(found, page) if found else screens.nobody_yet()


async def opened(turn: Turn, tap: YouthTapped) -> None:
    """One of them."""
    if youth := await _youth(turn, tap.youth_id):
        await turn.show(screens.page(shown_as(turn, youth)))


async def new_link(turn: Turn, tap: YouthLinkTapped) -> None:
    """Another link: what they had as a phone keeps working until it is used."""
    if youth := await _youth(turn, tap.youth_id):
        await show_link(turn, youth.person)
        await _refresh(turn, tap.youth_id)


async def taken_back(turn: Turn, tap: YouthLinkTakenBack) -> None:
    """The link that is open works no more."""
    if youth := await _youth(turn, tap.youth_id):
        await joining.withdraw(turn.session, youth.person.id, turn.now)
        turn.note(Happened.INVITATION_WITHDRAWN, actor=turn.me, subject=youth.person)
        await _refresh(turn, tap.youth_id)


async def duos_shown(turn: Turn, tap: DuosShown) -> None:
    """Who can be the duo."""
    if youth := await _own(turn, tap.youth_id):
        others = await team.begeleiders(turn.session, near=turn.me.region_id, without=[turn.me.id])
        await turn.show(screens.choose_duo(shown_as(turn, youth), others, tap.page))


async def duo_picked(turn: Turn, tap: DuoPicked) -> None:
    """Another duo, or none; whoever it is or was hears it."""
    youth = await _own(turn, tap.youth_id)
    if youth is None:
        return
    others = await team.begeleiders(turn.session, near=None, without=[turn.me.id])
    duo = next((other for other in others if other.id == tap.duo_id), None)
    if duo is None and tap.duo_id:
        await lost.old_button(turn)
        return
    await _change_duo(turn, youth, duo)
    await _refresh(turn, tap.youth_id)


async def _change_duo(turn: Turn, youth: Youth, duo: Person | None) -> None:
    before, name = youth.duo, youth.person.name
    if (before and before.id) == (duo and duo.id):
        return
    alone_before = await standing_in.alone(turn.session, [youth.person], turn.today)
    await youths.change_duo(turn.session, youth.person.id, duo)
    turn.note(Happened.DUO_CHANGED, actor=turn.me, subject=youth.person)
    manner = Manner("duo", about=youth.person.id)
    if before is not None:
        await turn.say(screens.no_duo_any_more(name), before, manner)
    if duo is not None:
        await turn.say(new_youth.you_are_duo(name, turn.me.name), duo, manner)
        await company.new_duo(turn, youth.person, duo)
    await stand_in.changed(turn, [youth.person], alone_before)


async def removed(turn: Turn, tap: RemoveTapped) -> None:
    """Somebody who never came in, added by mistake."""
    youth = await _own(turn, tap.youth_id)
    if youth is None:
        return
    if youth.standing.place is not Place.WITHDRAWN:
        await _refresh(turn, tap.youth_id)
        return
    youth.person.ended_at = turn.now
    turn.note(Happened.ACCESS_ENDED, actor=turn.me, subject=youth.person)
    await turn.show(screens.removed(youth.person.name))


async def _refresh(turn: Turn, youth_id: int) -> None:
    """The page as it is now."""
    if youth := await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now):
        await turn.show(screens.page(shown_as(turn, youth)))


async def _youth(turn: Turn, youth_id: int) -> Youth | None:
    """The jongere of a button, for begeleider and duo; says that it is an old one otherwise."""
    youth = await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now)
    if youth is None:
        await lost.old_button(turn)
    return youth


async def _own(turn: Turn, youth_id: int) -> Youth | None:
    """The jongere of a button, for the begeleider alone."""
    youth = await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now)
    if youth is None or youth.begeleider.id != turn.me.id:
        await lost.old_button(turn)
        return None
    return youth


def shown_as(turn: Turn, youth: Youth) -> Shown:
    """As the screens show a jongere."""
    phase = youth.year.phase_on(turn.today)
    counted_from = youth.year.ends if phase is Phase.NAZORG else youth.year.start
    return Shown(
        youth_id=youth.person.id,
        name=youth.person.name,
        start=youth.year.start,
        phase=phase,
        week=week_of(counted_from, turn.today),
        begeleider=youth.begeleider.name,
        duo=None if youth.duo is None else youth.duo.name,
        mine=youth.begeleider.id == turn.me.id,
        coming=coming(turn, youth.standing),
        asked_at=youth.asked_at,
        quiet=youth.quiet,
    )
