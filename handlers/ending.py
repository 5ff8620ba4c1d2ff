"""A colleague's access ends, once each of their youths has another begeleider."""

from __future__ import annotations

from collections.abc import Sequence

from chat import standing_in as told
from chat.occasion import Manner
from chat.screens import handing_over
from chat.screens import team as screens
from chat.screens.handing_over import HandedTo, HandOverShown
from chat.screens.team import EndConfirmed, EndTapped
from chat.turn import Turn
from handlers import access, company, lost
from handlers.team import colleague_of, listed
from store import people, standing_in, team
from store.journal import Happened
from store.tables import Doubt, Person
from store.team import Colleague


async def may_end(turn: Turn, tap: EndTapped) -> None:
    """Before access ends: is everybody looked after, and is it sure?"""
    if one := await colleague_of(turn, tap.person_id):
        await _ask(turn, one)


async def ended(turn: Turn, tap: EndConfirmed) -> None:
    """It ends, unless something came in the way since it was asked."""
    one = await colleague_of(turn, tap.person_id)
    if one is None:
        return
    if await _something_in_the_way(turn, one.person):
        await _ask(turn, one)
        return
    before = listed(turn, one)
    youths = await team.seconded_by(turn.session, one.person.id)
    alone_before = await standing_in.alone(turn.session, youths, turn.today)
    for youth in youths:
        await company.duo_leaves(turn, one.person, youth)
    await team.give_up_as_duo(turn.session, one.person.id)
    await access.end(turn, one.person, screens.access_ended(), by=turn.me)
    await told.changed(turn, youths, alone_before)
    await turn.show(screens.ended(before))


async def _something_in_the_way(turn: Turn, person: Person) -> bool:
    session = turn.session
    return await team.is_last_coordinator(session, person) or bool(await team.led_by(session, person.id))


async def _ask(turn: Turn, one: Colleague) -> None:
    """Whatever stands in the way first, then the question."""
    if await team.is_last_coordinator(turn.session, one.person):
        await turn.show(screens.last_coordinator(listed(turn, one)))
    elif youths := await team.led_by(turn.session, one.person.id):
        await _who_takes_over(turn, one.person, youths)
    else:
        seconded = await team.seconded_by(turn.session, one.person.id)
        await turn.show(screens.confirm_end(listed(turn, one), [youth.name for youth in seconded]))


async def _who_takes_over(turn: Turn, leaver: Person, youths: Sequence[Person], page: int = 0) -> None:
    others = await _candidates(turn, leaver, youths[0])
    if others:
        await turn.show(handing_over.who_takes_over(leaver, youths, others, page))
    else:
        await turn.show(handing_over.nobody_to_take_over(leaver, youths))


async def _candidates(turn: Turn, leaver: Person, youth: Person) -> Sequence[Person]:
    """Every other begeleider: the duo first, then the leaver's own region."""
    others = await team.begeleiders(turn.session, near=leaver.region_id, without=[leaver.id])
    duo_id = (await people.trajectory_of(turn.session, youth.id)).duo_id
    return sorted(others, key=lambda other: other.id != duo_id)


async def page_shown(turn: Turn, tap: HandOverShown) -> None:
    """More begeleiders to choose from."""
    one = await colleague_of(turn, tap.leaver_id)
    if one is None:
        return
    if youths := await team.led_by(turn.session, one.person.id):
        await _who_takes_over(turn, one.person, youths, tap.page)
    else:
        await _ask(turn, one)


async def handed(turn: Turn, tap: HandedTo) -> None:
    """One youth goes to another begeleider, who hears it; then the next."""
    one = await colleague_of(turn, tap.leaver_id)
    if one is None:
        return
    youth = next((led for led in await team.led_by(turn.session, tap.leaver_id) if led.id == tap.youth_id), None)
    if youth is None:
        await _ask(turn, one)
        return
    to = next((other for other in await _candidates(turn, one.person, youth) if other.id == tap.to_id), None)
    if to is None:
        await lost.old_button(turn)
        return
    await team.hand_over(turn.session, youth.id, to)
    turn.note(Happened.HANDED_OVER, actor=turn.me, subject=youth)
    manner = Manner("handed over", doubt=Doubt.REPEAT_MARKED, about=youth.id)
    await turn.say(handing_over.yours_now(youth.name, one.person.name), to, manner)
    await _ask(turn, one)
