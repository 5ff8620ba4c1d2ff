"""A youth is heard again, or somebody takes up a silence: with a promise, or with a contact."""

from __future__ import annotations

from chat.screen import Screen
from chat.screens import silence as screens
from chat.screens.silence import SettleTapped
from chat.turn import Turn
from handlers import gathered, lost, promise
from programme.people import Role
from store import agenda, checkin, outbox, people, silence
from store.agenda import Duty
from store.journal import Happened
from store.tables import Contact, Person, Silence


async def sign_of_life(turn: Turn) -> None:
    """Whatever a youth sends ends their silence, and what was planned because of it."""
    plan = await checkin.plan_of(turn.session, turn.me.id) if turn.me.role is Role.YOUTH else None
    if plan is None:
        return
    plan.sign_at = turn.now
    await agenda.drop(turn.session, Duty.SILENCE, turn.me.id)
    silences = await silence.not_settled(turn.session, turn.me.id)
    for quiet in silences:
        await silence.settle(turn.session, quiet, None, turn.now)
        turn.note(Happened.SILENCE_SETTLED, actor=turn.me)
        await outbox.take_back(turn.session, screens.PUSH, quiet.id, turn.now)
        await show(turn, quiet, turn.me)
    if silences:
        await gathered.refresh(turn, turn.me.id)


async def settled(turn: Turn, tap: SettleTapped) -> None:
    """Begeleider or duo makes contact. Whoever is first settles it for both, and has promised."""
    quiet = await turn.session.get(Silence, tap.silence_id)
    youth = None if quiet is None else await people.youth_seen_by(turn.session, turn.me.id, quiet.youth_id)
    if quiet is None or youth is None:
        await lost.old_button(turn)
        return
    if quiet.settled_at is None:
        await take_up(turn, quiet, youth)
        await gathered.refresh(turn, youth.id)
    else:
        await show(turn, quiet, youth)


async def take_up(turn: Turn, quiet: Silence, youth: Person) -> None:
    """Somebody of the staff takes up a silence that is still open, and promises to get in touch: both see who."""
    await silence.settle(turn.session, quiet, turn.me.id, turn.now)
    turn.note(Happened.SILENCE_SETTLED, actor=turn.me, subject=youth)
    await promise.make(turn, youth)
    await show(turn, quiet, youth)


async def give_back(turn: Turn, quiet: Silence, youth: Person) -> None:
    """They do not take it up after all: it is open for both, and nothing was promised."""
    await promise.take_back(turn, youth, since=quiet.settled_at or turn.now)
    await silence.open_again(turn.session, quiet, turn.now)
    turn.note(Happened.SILENCE_OPENED, actor=turn.me, subject=youth)
    await show(turn, quiet, youth)


async def weigh(turn: Turn, youth: Person, contact: Contact) -> None:
    """This contact was noted, changed, removed or put back: see whether a silence ended with it, or not after all."""
    for quiet in await silence.touched_by(turn.session, contact):
        if await silence.weigh(turn.session, quiet, contact, turn.local(quiet.since).date(), turn.now):
            if quiet.settled_by is not None:
                turn.note(Happened.SILENCE_SETTLED, actor=turn.me, subject=youth)
            await show(turn, quiet, youth)


async def show(turn: Turn, quiet: Silence, youth: Person) -> None:
    """Change the pushes about it on the phones of those who walk with this youth now."""
    team = {person.id for person in await people.team_of(turn.session, youth.id)}
    for copy in await outbox.about(turn.session, (screens.PUSH,), quiet.id):
        if copy.person_id in team:
            await turn.change(copy, await _as_seen_by(turn, copy.person_id, quiet, youth))


async def _as_seen_by(turn: Turn, reader_id: int | None, quiet: Silence, youth: Person) -> Screen:
    if quiet.settled_at is None:
        return await _still_open(turn, reader_id, quiet, youth)
    if quiet.settled_by is None:
        return screens.heard_again(youth.name)
    by = await turn.session.get_one(Person, quiet.settled_by)
    mine = reader_id == by.id
    if await silence.ended_with(turn.session, quiet) is not None:
        return screens.had_contact(youth.name, None if mine else by.name)
    return screens.i_make_contact(youth.name, youth.id) if mine else screens.settled(youth.name, by.name)


async def _still_open(turn: Turn, reader_id: int | None, quiet: Silence, youth: Person) -> Screen:
    """As it was told: to the begeleider, or to the duo."""
    days, begeleider = (turn.now - quiet.since).days, await people.begeleider_of(turn.session, youth.id)
    if reader_id != begeleider.id:
        return screens.still_quiet(youth.name, begeleider.name, days, quiet.id, youth.id)
    last = await checkin.last_face(turn.session, youth.id)
    return screens.went_quiet(youth.name, days, last, turn.today, quiet.id, youth.id)
