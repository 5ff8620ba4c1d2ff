"""One step: whose it is, how it is shown, and that the youth hears what others change."""

from __future__ import annotations

from dataclasses import dataclass

from chat.occasion import Manner
from chat.screens import actions as screens
from chat.screens.action_line import Shown
from chat.screens.actions import Whose
from chat.turn import Turn
from handlers import lost, webs
from programme.actions import TOLD_AFTER
from programme.calendar import next_within_hours
from store import actions, outbox, spiderweb
from store.journal import Happened
from store.tables import Action, Doubt, Lane, OutboxState, Person


@dataclass(frozen=True)
class Seen:
    """A step, and whose it is."""

    row: Action
    youth: Person


@dataclass(frozen=True)
class StepForm:
    """For whom a step is awaited, in which domain, and of which web it is a first one; or of which step other words."""

    youth_id: int
    domain: str = ""
    scoring_id: int = 0
    action_id: int = 0


async def find(turn: Turn, action_id: int) -> Seen | None:
    """This step, when it is their own or of a youth of theirs."""
    row = await turn.session.get(Action, action_id)
    youth = None if row is None else await webs.seen(turn, row.youth_id)
    return None if row is None or youth is None else Seen(row, youth)


async def of_button(turn: Turn, action_id: int) -> Seen | None:
    """The step of a button; says that it is an old one otherwise."""
    seen = await find(turn, action_id)
    if seen is None:
        await lost.old_button(turn)
    return seen


async def shown_as(turn: Turn, seen: Seen) -> Shown:
    """As the screens show it."""
    row = seen.row
    adder = None if row.added_by == turn.me.id else (await turn.session.get_one(Person, row.added_by)).name
    return of(row, await spiderweb.own_theme(turn.session, row.youth_id), adder)


def of(row: Action, own: str | None, added_by: str | None = None) -> Shown:
    """As the screens show it, to somebody who sees who else added it."""
    return Shown(
        action_id=row.id,
        youth_id=row.youth_id,
        domain=row.domain,
        own=own,
        step=row.step,
        by_on=row.by_on,
        state=row.state,
        removed=row.removed_at is not None,
        added_by=added_by,
    )


async def still_open(turn: Turn, youth_id: int) -> tuple[Shown, ...]:
    """What this youth still wants to do, the soonest first."""
    own = await spiderweb.own_theme(turn.session, youth_id)
    return tuple(of(row, own) for row in await actions.open_of(turn.session, youth_id))


def whose(turn: Turn, youth: Person) -> Whose:
    """Whose steps they are, for whoever looks."""
    return Whose(youth.id, webs.whose(turn, youth))


async def changed(turn: Turn, youth: Person, what: Happened) -> None:
    """Something about their steps changed. When it was not the youth who did it, they hear it: one message for all that
    is changed meanwhile, at a good hour."""
    turn.note(what, actor=turn.me, subject=youth)
    if youth.id == turn.me.id:
        return
    told = await outbox.latest_alive(turn.session, actions.TOLD, youth.id, youth.id)
    if told is not None and told.state is OutboxState.QUEUED:
        return
    at = next_within_hours(turn.now + TOLD_AFTER, turn.setting.zone)
    manner = Manner(actions.TOLD, Lane.PLANNED, Doubt.LEAVE, about=youth.id, not_before=at)
    await turn.say(screens.changed(turn.me.name, youth.id), youth, manner)
