"""A youth is heard again, or somebody takes up a silence."""

from __future__ import annotations

from chat.screens import silence as screens
from chat.screens.silence import SettleTapped
from chat.turn import Turn
from handlers import gathered, lost
from programme.people import Role
from store import agenda, checkin, outbox, people, silence
from store.agenda import Duty
from store.journal import Happened
from store.tables import Outbox, Person, Silence


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
        await outbox.take_back(turn.session, screens.PUSH, quiet.id, turn.now)
        turn.note(Happened.SILENCE_SETTLED, actor=turn.me)
        await outbox.take_back(turn.session, screens.PUSH, quiet.id, turn.now)
        for copy in await _copies(turn, quiet):
            await turn.change(copy, screens.heard_again(turn.me.name))
    if silences:
        await gathered.refresh(turn, turn.me.id)


async def settled(turn: Turn, tap: SettleTapped) -> None:
    """Begeleider or duo makes contact. Whoever is first settles it for both."""
    quiet = await turn.session.get(Silence, tap.silence_id)
    youth = None if quiet is None else await people.youth_seen_by(turn.session, turn.me.id, quiet.youth_id)
    if quiet is None or youth is None:
        await lost.old_button(turn)
        return
    if quiet.settled_at is None:
        await take_up(turn, quiet, youth)
        await gathered.refresh(turn, youth.id)
    elif quiet.settled_by is None:
        await turn.show(screens.heard_again(youth.name))
    else:
        await _show_who(turn, quiet, youth)


async def take_up(turn: Turn, quiet: Silence, youth: Person) -> None:
    """Somebody of the staff takes up a silence that is still open: both see who."""
    await silence.settle(turn.session, quiet, turn.me.id, turn.now)
    turn.note(Happened.SILENCE_SETTLED, actor=turn.me, subject=youth)
    await _show_who(turn, quiet, youth)


async def give_back(turn: Turn, quiet: Silence, youth: Person) -> None:
    """They do not take it up after all: it is open for both."""
    await silence.open_again(turn.session, quiet, turn.now)
    turn.note(Happened.SILENCE_OPENED, actor=turn.me, subject=youth)
    for copy in await _copies(turn, quiet):
        await turn.change(copy, screens.open_again(youth.name, (turn.now - quiet.since).days, quiet.id))


async def _show_who(turn: Turn, quiet: Silence, youth: Person) -> None:
    by = await turn.session.get_one(Person, quiet.settled_by)
    for copy in await _copies(turn, quiet):
        mine = copy.person_id == by.id
        await turn.change(copy, screens.i_make_contact(youth.name) if mine else screens.settled(youth.name, by.name))


async def _copies(turn: Turn, quiet: Silence) -> list[Outbox]:
    """The pushes about a silence on the phones of those who walk with this youth now."""
    team = {person.id for person in await people.team_of(turn.session, quiet.youth_id)}
    return [copy for copy in await outbox.about(turn.session, screens.PUSH, quiet.id) if copy.person_id in team]
