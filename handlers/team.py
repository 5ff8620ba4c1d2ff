"""The coördinator looks after the team: who is in, and whose link works."""

from __future__ import annotations

from dataclasses import replace

from chat.link import link
from chat.screen import Screen
from chat.screens import inviting
from chat.screens import team as screens
from chat.screens.place import Coming
from chat.screens.team import ColleagueTapped, LinkTakenBack, Listed, NewLinkTapped, NightSet, TeamShown, Unreached
from chat.turn import Turn
from handlers import lost
from store import flow, joining, night_contacts, preflight, team
from store.joining import Standing
from store.journal import Happened
from store.tables import Person
from store.team import Colleague


async def overview(turn: Turn) -> None:
    """/team."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _overview(turn, 0))


async def shown(turn: Turn, tap: TeamShown) -> None:
    """The list on the same message, at a page."""
    await turn.show(await _overview(turn, tap.page))


async def _overview(turn: Turn, page: int) -> Screen:
    everybody = [listed(turn, one) for one in await team.colleagues(turn.session, turn.now)]
    found = [Unreached(gap.person.name, gap.missing, gap.youths) for gap in await preflight.gaps(turn.session)]
    return screens.overview(everybody, page, inviting.invite(), found)


async def opened(turn: Turn, tap: ColleagueTapped) -> None:
    """One colleague."""
    if one := await colleague_of(turn, tap.person_id):
        await _show(turn, one)


async def _show(turn: Turn, one: Colleague) -> None:
    at_night = await night_contacts.is_one(turn.session, one.person.id)
    await turn.show(screens.colleague(replace(listed(turn, one), at_night=at_night)))


async def night_set(turn: Turn, tap: NightSet) -> None:
    """They are called at night when it cannot wait, or not any more. The same button sets it back."""
    if one := await colleague_of(turn, tap.person_id):
        if await night_contacts.choose(turn.session, one.person.id, turn.now, on=bool(tap.on)):
            turn.note(Happened.NIGHT_CONTACT_CHANGED, actor=turn.me, subject=one.person)
        await _show(turn, one)


async def new_link(turn: Turn, tap: NewLinkTapped) -> None:
    """Another link, in place of the one that was open."""
    if one := await colleague_of(turn, tap.person_id):
        await show_link(turn, one.person)


async def show_link(turn: Turn, person: Person) -> None:
    """Make a link for a colleague, and show it on a message that can be passed on."""
    code = await joining.invite(turn.session, person, turn.me, turn.now)
    turn.note(Happened.INVITED, actor=turn.me, subject=person)
    if one := await colleague_of(turn, person.id):
        await turn.show(screens.link_made(listed(turn, one)))
        await turn.reply(screens.to_pass_on(person.name, link(turn.setting.bot_name, code)))


async def taken_back(turn: Turn, tap: LinkTakenBack) -> None:
    """The link that is open works no more."""
    if one := await colleague_of(turn, tap.person_id):
        await joining.withdraw(turn.session, one.person.id, turn.now)
        turn.note(Happened.INVITATION_WITHDRAWN, actor=turn.me, subject=one.person)
        await turn.show(screens.withdrawn(listed(turn, one)))


async def colleague_of(turn: Turn, person_id: int) -> Colleague | None:
    """The colleague of a button; says that it is an old one when there is no such colleague any more."""
    one = await team.colleague(turn.session, person_id, turn.now)
    if one is None:
        await lost.old_button(turn)
    return one


def listed(turn: Turn, one: Colleague) -> Listed:
    """As the screens show a colleague."""
    person = one.person
    return Listed(person.id, person.name, person.role, one.region, coming(turn, one.standing))


def coming(turn: Turn, standing: Standing) -> Coming:
    """How far somebody is, with the local day on which their link ends; an ended one is not worth a date."""
    until = standing.link_until
    return Coming(standing.place, None if until is None or until <= turn.now else turn.local(until).date())
