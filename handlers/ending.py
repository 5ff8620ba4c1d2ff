"""A colleague's access ends, once each of their youths has another begeleider."""

from __future__ import annotations

from collections.abc import Sequence

from chat import standing_in as told
from chat.occasion import Manner
from chat.screen import Button
from chat.screens import handing_over as screens_of
from chat.screens import team as screens
from chat.screens.handing_over import HANDED_OVER, HandedBack, HandedTo, HandOverShown
from chat.screens.team import EndConfirmed, EndTapped
from chat.turn import Turn
from handlers import access, company, lost
from handlers.team import colleague_of, listed
from programme.checkin import expires_at
from programme.handing_over import heard_at
from store import digest, handing_over, outbox, people, question, standing_in, team
from store.away import can_be_reached
from store.journal import Happened
from store.tables import Doubt, Lane, OutboxState, Person
from store.team import Colleague
from store.youths import change_duo


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
    await question.withdraw_all_by(turn.session, one.person.id)
    await access.end(turn, one.person, screens.access_ended(), by=turn.me)
    await told.changed(turn, youths, alone_before)
    await turn.show(screens.ended(before))


async def _something_in_the_way(turn: Turn, person: Person) -> bool:
    session = turn.session
    return await team.is_last_coordinator(session, person) or bool(await team.led_by(session, person.id))


async def _ask(turn: Turn, one: Colleague, undo: Button | None = None) -> None:
    """Whatever stands in the way first, then the question. `undo`: of what was done just now."""
    if await team.is_last_coordinator(turn.session, one.person):
        await turn.show(screens.last_coordinator(listed(turn, one)))
    elif youths := await team.led_by(turn.session, one.person.id):
        await _who_takes_over(turn, one.person, youths, undo=undo)
    else:
        seconded = await team.seconded_by(turn.session, one.person.id)
        await turn.show(screens.confirm_end(listed(turn, one), [youth.name for youth in seconded], undo))


async def _who_takes_over(
    turn: Turn, leaver: Person, youths: Sequence[Person], page: int = 0, undo: Button | None = None
) -> None:
    others = await handing_over.candidates(turn.session, youths[0].id, leaver)
    if others:
        await turn.show(screens_of.who_takes_over(leaver, youths, others, page, undo))
    else:
        await turn.show(screens_of.nobody_to_take_over(leaver, youths))


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
    candidates = await handing_over.candidates(turn.session, youth.id, one.person)
    to = next((other for other in candidates if other.id == tap.to_id), None)
    if to is None:
        await lost.old_button(turn)
        return
    duo_before = await people.duo_of(turn.session, youth.id)
    await _hand_over(turn, youth, one.person, to)
    await _ask(turn, one, screens_of.undo(youth, one.person.id, 0 if duo_before is None else duo_before.id))


async def _hand_over(turn: Turn, youth: Person, leaver: Person, to: Person) -> None:
    """At once for staff; the youth hears it at a good hour, and not before it can be undone."""
    alone_before = await standing_in.alone(turn.session, [youth], turn.today)
    await handing_over.move(turn.session, youth.id, leaver, to)
    await digest.plan_for(turn.session, to, turn.now, turn.setting.zone)
    turn.note(Happened.HANDED_OVER, actor=turn.me, subject=youth)
    good_hour = heard_at(turn.now, turn.setting.zone)
    until = expires_at(turn.local(good_hour).date(), turn.setting.zone)
    manner = Manner(HANDED_OVER, Lane.PLANNED, Doubt.LEAVE, about=youth.id, not_before=good_hour, expires_at=until)
    knows = (
        await turn.say(screens_of.somebody_left(to.name, leaver.name, reads=can_be_reached(to)), youth, manner)
        is not None
    )
    waits = await handing_over.waits(turn.session, youth.id, leaver, to, turn.today)
    screen = screens_of.yours_now(youth, leaver.name, waits, knows=knows)
    await turn.say(screen, to, Manner(HANDED_OVER, about=youth.id))
    await told.changed(turn, [youth], alone_before)


async def handed_back(turn: Turn, tap: HandedBack) -> None:
    """Not to this one after all, as long as the youth does not know."""
    one = await colleague_of(turn, tap.leaver_id)
    if one is None:
        return
    youth = await turn.session.get(Person, tap.youth_id)
    begeleiders = await team.begeleiders(turn.session, near=None, without=[])
    duo = next((other for other in begeleiders if other.id == tap.duo_id), None)
    if youth is None or one.person not in begeleiders or not await _not_told_yet(turn, youth):
        await lost.old_button(turn)
        return
    to = await people.begeleider_of(turn.session, youth.id)
    if to.id == one.person.id:
        await lost.old_button(turn)
        return
    await outbox.take_back(turn.session, HANDED_OVER, youth.id, turn.now)
    await handing_over.move(turn.session, youth.id, to, one.person)
    await change_duo(turn.session, youth.id, duo)
    turn.note(Happened.HAND_OVER_UNDONE, actor=turn.me, subject=youth)
    await turn.say(screens_of.stays_with(youth.name, one.person.name), to, Manner(HANDED_OVER, about=youth.id))
    await _ask(turn, one)


async def _not_told_yet(turn: Turn, youth: Person) -> bool:
    """Whether what was to be said to the youth about it still waits. To whoever cannot be told now it is as long as
    they would have waited."""
    said = await outbox.all_about(turn.session, HANDED_OVER, youth.id)
    if not said:
        return False
    handed = said[-1].created_at
    told = [row for row in said if row.created_at == handed and row.person_id == youth.id]
    if told:
        return told[-1].state is OutboxState.QUEUED
    return turn.now < heard_at(handed, turn.setting.zone)
