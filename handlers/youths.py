"""/jongeren: whom a begeleider walks with, a card for each, and their links."""

from __future__ import annotations

from chat.language import Text, Verbatim
from chat.screen import Screen
from chat.screens import youths as screens
from chat.screens.milestone_names import NAMES
from chat.screens.shown import Shown
from chat.screens.youths import (
    Ahead,
    RemoveTapped,
    YouthLinkTakenBack,
    YouthLinkTapped,
    YouthsShown,
    YouthTapped,
)
from chat.turn import Turn
from handlers import lost, one_action
from handlers.team import coming
from handlers.youth_link import show_link
from programme.contacts import ContactKind
from programme.joining import Place
from store import flow, joining, milestones, nazorg, youths
from store.journal import Happened
from store.tables import MilestoneRow
from store.youths import Youth


async def overview(turn: Turn) -> None:
    """/jongeren."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _list(turn, 0))


async def shown(turn: Turn, tap: YouthsShown) -> None:
    """The list on the same message, at a page."""
    await turn.show(await _list(turn, tap.page))


async def _list(turn: Turn, page: int) -> Screen:
    seen = await youths.seen_by(turn.session, turn.me.id, turn.now, turn.setting.zone)
    found = [shown_as(turn, youth) for youth in seen]
    return screens.overview(found, page) if found else screens.nobody_yet()


async def opened(turn: Turn, tap: YouthTapped) -> None:
    """One of them."""
    if youth := await of_button(turn, tap.youth_id):
        await turn.show(await _card(turn, youth))


async def new_link(turn: Turn, tap: YouthLinkTapped) -> None:
    """Another link: what they had as a phone keeps working until it is used."""
    if youth := await of_button(turn, tap.youth_id):
        await show_link(turn, youth.person)
        await refresh(turn, tap.youth_id)


async def taken_back(turn: Turn, tap: YouthLinkTakenBack) -> None:
    """The link that is open works no more."""
    if youth := await of_button(turn, tap.youth_id):
        await joining.withdraw(turn.session, youth.person.id, turn.now)
        turn.note(Happened.INVITATION_WITHDRAWN, actor=turn.me, subject=youth.person)
        await refresh(turn, tap.youth_id)


async def removed(turn: Turn, tap: RemoveTapped) -> None:
    """Somebody who never came in, added by mistake."""
    youth = await own_of_button(turn, tap.youth_id)
    if youth is None:
        return
    if youth.standing.place is not Place.WITHDRAWN:
        await refresh(turn, tap.youth_id)
        return
    youth.person.ended_at = turn.now
    turn.note(Happened.ACCESS_ENDED, actor=turn.me, subject=youth.person)
    await turn.show(screens.removed(youth.person.name))


async def refresh(turn: Turn, youth_id: int) -> None:
    """The card as it is now."""
    if youth := await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now, turn.setting.zone):
        await turn.show(await _card(turn, youth))


async def _card(turn: Turn, youth: Youth) -> Screen:
    return screens.page(shown_as(turn, youth), await _ahead(turn, youth.person.id))


async def _ahead(turn: Turn, youth_id: int) -> Ahead:
    """What is coming for them."""
    first = next(iter(await milestones.open_of(turn.session, youth_id)), None)
    plan, due = await nazorg.plan_of(turn.session, youth_id), await nazorg.next_due(turn.session, youth_id, turn.today)
    return Ahead(
        milestone=None if first is None else milestone_name(first),
        milestone_on=None if first is None else first.due_on,
        nazorg=None if plan is None else plan.mode,
        call_on=due.get(ContactKind.PHONE),
        meeting_on=due.get(ContactKind.FACE_TO_FACE),
        steps=await one_action.still_open(turn, youth_id),
    )


def milestone_name(row: MilestoneRow) -> Text:
    """What it is called."""
    return NAMES[row.kind] if row.name is None else Verbatim(row.name)


async def of_button(turn: Turn, youth_id: int) -> Youth | None:
    """The jongere of a button, for begeleider and duo; says that it is an old one otherwise."""
    youth = await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now, turn.setting.zone)
    if youth is None:
        await lost.old_button(turn)
    return youth


async def own_of_button(turn: Turn, youth_id: int) -> Youth | None:
    """The jongere of a button, for the begeleider alone."""
    youth = await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now, turn.setting.zone)
    if youth is None or youth.begeleider.id != turn.me.id:
        await lost.old_button(turn)
        return None
    return youth


def shown_as(turn: Turn, youth: Youth) -> Shown:
    """As the screens show a jongere."""
    return Shown(
        youth_id=youth.person.id,
        name=youth.person.name,
        today=turn.today,
        walk=youth.walk,
        begeleider=youth.begeleider.name,
        duo=None if youth.duo is None else youth.duo.name,
        mine=youth.begeleider.id == turn.me.id,
        coming=coming(turn, youth.standing),
        asked_at=youth.asked_at,
        quiet=youth.quiet,
        stopped_why=youth.trajectory.stopped_why,
        home_since=youth.trajectory.home_since,
        last_contact=youth.last_contact,
        together=youth.together,
        faces=youth.faces,
    )
