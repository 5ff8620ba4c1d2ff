"""Somebody of the staff takes up what a youth wrote: calls, or is in touch."""

from __future__ import annotations

from chat import calling
from chat import crisis as going_round
from chat.screens import crisis_staff as screens
from chat.screens.crisis_staff import AlarmCalls, AlarmTaken
from chat.turn import Turn
from handlers import gathered, lost
from programme.crisis import CALLS_FOR
from store import call, crisis, outbox, people, talk
from store.journal import Happened
from store.tables import Alarm, Person


async def calls(turn: Turn, tap: AlarmCalls) -> None:
    """They call now: the youth hears that, nobody else is asked for a while. Nothing planned goes out yet."""
    row = await _of_button(turn, tap.alarm_id)
    if row is None:
        return
    mine = row.calling_by == turn.me.id
    if not await crisis.calls(turn.session, row, turn.me.id, turn.now):
        await _say_who(turn, row)
    elif not mine:
        turn.note(Happened.CRISIS_CALLING, actor=turn.me, subject=await turn.session.get_one(Person, row.youth_id))
        await crisis.look_at(turn.session, row, turn.now + CALLS_FOR)
        await going_round.tell_that_somebody_calls(turn, row, turn.me)
        if asked := await call.open_of(turn.session, row.youth_id):
            await calling.calls_now(turn, asked, turn.me)
        await going_round.show_all(turn, row, but=turn.me)
    await _show(turn, row)


async def taken_up(turn: Turn, tap: AlarmTaken) -> None:
    """They are in touch, and it is over for all who heard. Of two at once one gets it, the other sees who."""
    row = await _of_button(turn, tap.alarm_id)
    if row is None:
        return
    if await crisis.take_up(turn.session, row, turn.me.id, turn.now):
        youth = await turn.session.get_one(Person, row.youth_id)
        turn.note(Happened.CRISIS_TAKEN_UP, actor=turn.me, subject=youth)
        await _answered(turn, row, youth)
        await going_round.show_all(turn, row, but=turn.me)
    elif row.taken_up_by != turn.me.id:
        await _say_who(turn, row)
    await _show(turn, row)


async def _answered(turn: Turn, row: Alarm, youth: Person) -> None:
    """What the youth wrote waits for no answer any more, when begeleider or duo is in touch: they have read it."""
    theirs = await people.youth_seen_by(turn.session, turn.me.id, youth.id)
    if theirs is None or row.meant_otherwise_at is not None:
        return
    if await talk.settle(turn.session, youth.id, turn.me.id, turn.now):
        turn.note(Happened.TALK_SETTLED, actor=turn.me, subject=youth)
        await gathered.refresh(turn, youth.id)


async def _say_who(turn: Turn, row: Alarm) -> None:
    """On top of the chat: who was first."""
    for person_id, says in ((row.taken_up_by, screens.is_in_touch), (row.calling_by, screens.calls_already)):
        if person_id is not None:
            await turn.stop_spinner(says((await turn.session.get_one(Person, person_id)).name))
            return


async def _show(turn: Turn, row: Alarm) -> None:
    await turn.show(screens.state(await going_round.seen_as(turn, row, turn.me)))


async def _of_button(turn: Turn, alarm_id: int) -> Alarm | None:
    row = await crisis.seen_by(turn.session, turn.me.id, alarm_id)
    if row is None:
        await lost.old_button(turn)
    else:
        await outbox.arrived(turn.session, screens.ALARM, row.youth_id, turn.me.id, turn.now)
    return row
