"""Bel me, from the side of who calls: taken, promised, passed on, spoken, not reached."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat import calling, crisis
from chat.screens import call as to_youth
from chat.screens import call_staff as screens
from chat.screens.call_staff import (
    CallAt,
    CallLater,
    CallNow,
    CallShown,
    LetGo,
    NotReached,
    PassedTo,
    PassOn,
    Spoken,
)
from chat.screens.talk import CALL
from chat.turn import Turn
from handlers import contacts, lost
from programme.call import CALLS_FOR, CallEnd, moments, next_people_at, outcome_due
from programme.contacts import ContactKind
from programme.people import STAFF
from store import away, call, outbox, people, reachable
from store.journal import Happened
from store.tables import Call, Person


async def overview(turn: Turn) -> None:
    """/oproepen: what is open, and what was settled today."""
    rows = await call.listed_for(turn.session, turn.me.id, turn.day_began)
    found = [await calling.shown_to(turn, row, turn.me) for row in rows]
    still_open = [shown for shown in found if shown.end is None]
    await turn.reply(screens.overview(still_open, [shown for shown in found if shown.end is not None], turn.today))


async def shown(turn: Turn, tap: CallShown) -> None:
    """How it stands."""
    if row := await _of_button(turn, tap.call_id):
        await _show(turn, row)


async def now(turn: Turn, tap: CallNow) -> None:
    """They call now."""
    if row := await _open(turn, tap.call_id):
        await _take(turn, row, turn.now)


async def later(turn: Turn, tap: CallLater) -> None:
    """At which moment?"""
    row = await _open(turn, tap.call_id)
    if row is None:
        return
    hours = await reachable.hours_of(turn.session, turn.me.id)
    asked_on = turn.local(row.wished_at or row.asked_at).date()
    offered = [
        (moment, calling.when(turn, moment))
        for moment in moments(row.wish, asked_on, turn.now, hours, turn.setting.zone)
    ]
    await turn.show(screens.which_moment(await calling.shown_to(turn, row, turn.me), offered, turn.today))


async def at(turn: Turn, tap: CallAt) -> None:
    """They call at that moment."""
    row = await _open(turn, tap.call_id)
    if row is None:
        return
    if not 0 <= tap.minute - int(turn.now.timestamp()) // 60 <= FURTHEST:
        await later(turn, CallLater(row.id))  # that moment is past: the ones that are left
    else:
        await _take(turn, row, datetime.fromtimestamp(tap.minute * 60, UTC))


# In minutes: nothing that was asked lies further off than the end of the next day, or the first day anybody is there.
FURTHEST = 7 * 24 * 60


async def _take(turn: Turn, row: Call, promised_at: datetime) -> None:
    """One gets it; another who taps at the same moment hears who. A second tap says nothing twice."""
    if _is_promised(row, turn.me.id, promised_at):
        await _show(turn, row)
        return
    if row.taken_by is not None and row.taken_by != turn.me.id and _may_take_over(row):
        await call.let_go(turn.session, row)
    if not await call.take(turn.session, row, turn.me.id, turn.now, promised_at):
        taker = None if row.taken_by is None else await turn.session.get_one(Person, row.taken_by)
        await turn.stop_spinner(screens.OVER if taker is None else screens.has_it(taker.name))
        await _show(turn, row)
        return
    await call.told(turn.session, row.id, turn.me.id, turn.now)
    turn.note(Happened.CALL_TAKEN, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
    await call.look_at(turn.session, row, outcome_due(promised_at, turn.now))
    promised = calling.when(turn, promised_at) if promised_at > turn.now else None
    await calling.tell_youth(turn, row, to_youth.taken(row.id, turn.me.name, promised, turn.today))
    if promised is None:
        await crisis.calls_now(turn, row.youth_id, turn.me)
    await _show(turn, row)
    await calling.show_all(turn, row, but=turn.me)


def _is_promised(row: Call, person_id: int, at: datetime) -> bool:
    """Whether they said so before, and nobody asked about it since."""
    if row.taken_by != person_id or row.taken_at is None or row.promised_at is None:
        return False
    if row.reminded or row.not_reached_at is not None:
        return False
    calls_now = row.promised_at <= row.taken_at
    return at == row.promised_at or (calls_now and at - row.taken_at < CALLS_FOR)


def _may_take_over(row: Call) -> bool:
    """Whether others were asked to step in: the promised moment passed, and who took it was reminded."""
    return row.reminded > 1


async def pass_on(turn: Turn, tap: PassOn) -> None:
    """Who calls instead? The duo first, then every begeleider who is there."""
    if row := await _open(turn, tap.call_id):
        others = await _others(turn, row)
        await turn.show(screens.which_colleague(await calling.shown_to(turn, row, turn.me), others, tap.page))


async def _others(turn: Turn, row: Call) -> list[Person]:
    team = await people.team_of(turn.session, row.youth_id)
    every = [person for role in STAFF_IN_ORDER for person in await people.with_role(turn.session, role)]
    choices = [*team, *(person for person in every if person.id not in {one.id for one in team})]
    there = [person for person in choices if await away.is_there(turn.session, person, turn.today)]
    return [person for person in there if person.id != turn.me.id]


STAFF_IN_ORDER = tuple(sorted(STAFF))


async def passed_to(turn: Turn, tap: PassedTo) -> None:
    """This colleague hears of it, and it starts anew with them."""
    row = await _open(turn, tap.call_id)
    if row is None:
        return
    to = next((person for person in await _others(turn, row) if person.id == tap.person_id), None)
    if to is None or (row.taken_by is not None and row.taken_by != turn.me.id):
        await lost.old_button(turn)
        return
    await call.let_go(turn.session, row)
    row.step = 0
    await calling.alert(turn, row, to)
    row.step = 1
    hours, asked_on = await reachable.hours_of(turn.session, to.id), turn.local(row.wished_at or row.asked_at).date()
    within = turn.setting.escalation
    due = next_people_at(row.wish, asked_on, turn.now, hours, turn.setting.zone, within)
    await call.look_at(turn.session, row, due)
    turn.note(Happened.CALL_PASSED_ON, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
    await calling.tell_youth(turn, row, to_youth.passed_on(row.id, row.wish, turn.me.name, to.name))
    await turn.stop_spinner(screens.passed(to.name))
    await _show(turn, row)


async def let_go(turn: Turn, tap: LetGo) -> None:
    """They cannot call after all: it goes round again, from the next people."""
    row = await _open(turn, tap.call_id)
    if row is None:
        return
    if row.taken_by == turn.me.id:
        await call.let_go(turn.session, row)
        turn.note(Happened.CALL_LET_GO, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
        row.step = max(row.step, 1)
        await calling.tell_youth(turn, row, to_youth.let_go(row.id, row.wish, turn.me.name))
        await call.look_at(turn.session, row, turn.now)
        await calling.show_all(turn, row, but=turn.me)
    await _show(turn, row)


async def spoken(turn: Turn, tap: Spoken) -> None:
    """They spoke: that is a contact by telephone, and nobody else is asked any more."""
    row = await _open(turn, tap.call_id)
    if row is None or not await call.end(turn.session, row, CallEnd.SPOKEN, turn.me.id, turn.now):
        return
    youth = await turn.session.get_one(Person, row.youth_id)
    turn.note(Happened.CALL_SPOKEN, actor=turn.me, subject=youth)
    await contacts.keep(turn, youth, ContactKind.PHONE)
    await _show(turn, row)
    await calling.show_all(turn, row, but=turn.me)


async def not_reached(turn: Turn, tap: NotReached) -> None:
    """They called and nobody answered: the youth hears that, and chooses. Nothing chosen: it is asked about again."""
    row = await _open(turn, tap.call_id)
    if row is None:
        return
    if row.taken_by != turn.me.id:
        await lost.old_button(turn)
        return
    if row.not_reached_at is None:
        row.not_reached_at = turn.now
        turn.note(Happened.CALL_MISSED, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
        await call.look_at(turn.session, row, turn.now + TRIES_AGAIN)
        await calling.tell_youth(turn, row, to_youth.not_reached(row.id, turn.me.name))
    await _show(turn, row)


# Reading: a youth who was not reached and chose nothing is asked after again, by whoever tried.
TRIES_AGAIN = timedelta(hours=2)


async def _show(turn: Turn, row: Call) -> None:
    await turn.show(screens.state(await calling.shown_to(turn, row, turn.me), turn.today))


async def _of_button(turn: Turn, call_id: int) -> Call | None:
    row = await call.seen_by(turn.session, turn.me.id, call_id)
    if row is None:
        await lost.old_button(turn)
    else:
        await outbox.arrived(turn.session, CALL, row.youth_id, turn.me.id, turn.now)
    return row


async def _open(turn: Turn, call_id: int) -> Call | None:
    """The request of a button, while it is open; says otherwise how it ended."""
    row = await _of_button(turn, call_id)
    if row is not None and row.ended_at is not None:
        await turn.stop_spinner(screens.OVER)
        await _show(turn, row)
        return None
    return row
