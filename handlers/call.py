"""Bel me, from the youth's side: asked at any hour, in every phase, after /stop too; changed; withdrawn."""

from __future__ import annotations

from datetime import timedelta

from chat import calling
from chat.calling import ANSWER
from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import call as screens
from chat.screens.call import CallAgain, CallTapped, CannotWait, NotNeeded, RatherWrite, WishTapped
from chat.turn import Turn
from handlers import lost
from programme.call import CHOSEN_WITHIN, LONGEST_WORDS, WORDS_WITHIN, CallEnd, Wish, outcome_due
from store import call, people
from store.journal import Happened
from store.tables import Call, Person

# What they are waiting for is never held up by planned messages, and comes again when in doubt.
REPLY = Manner(ANSWER)


async def tapped(turn: Turn, _tap: CallTapped) -> None:
    """Under a question, however old: what matters is who asks."""
    await asked(turn)


async def asked(turn: Turn) -> None:
    """Kept at once, whatever comes of the next tap; then: when? One that is open shows how it stands."""
    row = await call.open_of(turn.session, turn.me.id)
    if row is None:
        row = await call.ask(turn.session, turn.me.id, turn.now)
        await call.look_at(turn.session, row, turn.now + CHOSEN_WITHIN)
        turn.note(Happened.CALL_ASKED, actor=turn.me)
    await turn.reply(await calling.stands(turn, row), REPLY)


async def wished(turn: Turn, tap: WishTapped) -> None:
    """When they want to be called; or sooner than they said."""
    row = await _of_button(turn, tap.call_id)
    if row is None:
        return
    if row.wished_at is not None and row.wish is tap.wish and row.not_reached_at is None:
        await turn.show(await calling.stands(turn, row))
        return
    row.wish, row.wished_at = tap.wish, turn.now
    turn.note(Happened.CALL_CHOSEN, actor=turn.me)
    await turn.show(await _ask_anew(turn, row))


async def _ask_anew(turn: Turn, row: Call) -> Screen:
    """Whoever has it hears that it changed; else it goes round from the beginning."""
    if row.taken_by is None:
        row.step = 0
        return await calling.gone_round(turn, row, await calling.go_on(turn, row))
    taker = await turn.session.get_one(Person, row.taken_by)
    row.not_reached_at, row.step = None, 0
    await call.let_go(turn.session, row)
    going = await calling.go_on(turn, row)
    await calling.show_all(turn, row, but=going.told[0] if going.told else taker)
    return await calling.gone_round(turn, row, going)


async def cannot_wait(turn: Turn, tap: CannotWait) -> None:
    """It cannot wait for the morning: whoever the organisation has for that hears of it now."""
    row = await _of_button(turn, tap.call_id)
    if row is None:
        return
    new = row.urgent_at is None and row.taken_by is None
    await turn.show(await (_cannot_wait(turn, row) if new else calling.stands(turn, row)))


async def _cannot_wait(turn: Turn, row: Call) -> Screen:
    row.urgent_at = turn.now
    turn.note(Happened.CALL_URGENT, actor=turn.me)
    return await calling.gone_round(turn, row, await calling.go_on(turn, row))


async def at_once(turn: Turn) -> None:
    """Help now: as soon as can be, in one tap, at night too; also when they asked for later before. A tap that came
    twice asks once."""
    row = await call.open_of(turn.session, turn.me.id)
    if row is not None and row.urgent_at is not None and turn.now - row.urgent_at <= TWICE_WITHIN:
        return
    if row is None:
        row = await call.ask(turn.session, turn.me.id, turn.now)
        turn.note(Happened.CALL_ASKED, actor=turn.me)
    elif row.wished_at is not None and row.wish is Wish.ASAP and row.not_reached_at is None:
        waits = row.urgent_at is None and not await call.who_heard(turn.session, row.id)
        await turn.reply(await (_cannot_wait(turn, row) if waits else calling.stands(turn, row)), REPLY)
        row.urgent_at = turn.now
        return
    row.wish, row.wished_at, row.urgent_at = Wish.ASAP, turn.now, turn.now
    turn.note(Happened.CALL_CHOSEN, actor=turn.me)
    await turn.reply(await _ask_anew(turn, row), REPLY)


# A second tap so soon is the same tap.
TWICE_WITHIN = timedelta(seconds=10)


async def again(turn: Turn, tap: CallAgain) -> None:
    """They were not reached: whoever tried hears when it suits."""
    row = await _of_button(turn, tap.call_id)
    if row is None:
        return
    if row.not_reached_at is None or row.taken_by is None or not 0 <= tap.minutes <= MOST_MINUTES:
        await turn.show(await calling.stands(turn, row))
        return
    row.not_reached_at = None
    row.promised_at = turn.now + timedelta(minutes=tap.minutes)
    row.taken_at, row.reminded = turn.now, 0
    await call.look_at(turn.session, row, outcome_due(row.promised_at, turn.now))
    taker = await turn.session.get_one(Person, row.taken_by)
    await calling.tell_again(turn, row, taker)
    turn.note(Happened.CALL_CHOSEN, actor=turn.me)
    await turn.show(await calling.stands(turn, row))


MOST_MINUTES = 24 * 60


async def rather_write(turn: Turn, tap: RatherWrite) -> None:
    """They were not reached, and write instead: the call is over, what they type goes to a person."""
    row = await _of_button(turn, tap.call_id)
    if row is None:
        return
    await _end(turn, row)
    begeleider = await people.begeleider_of(turn.session, turn.me.id)
    await turn.show(screens.write(begeleider.name))


async def not_needed(turn: Turn, tap: NotNeeded) -> None:
    """They need no call any more; whoever heard of it hears that."""
    row = await _of_button(turn, tap.call_id)
    if row is None:
        return
    heard = await call.who_heard(turn.session, row.id)
    await _end(turn, row)
    await turn.show(screens.withdrawn(heard[0].name if heard else None))


async def _end(turn: Turn, row: Call) -> None:
    if await call.end(turn.session, row, CallEnd.WITHDRAWN, turn.me.id, turn.now):
        turn.note(Happened.CALL_WITHDRAWN, actor=turn.me)
        await calling.show_all(turn, row)


async def keep_words(turn: Turn) -> None:
    """What they write soon after asking stands beside it, for whoever calls. It goes to a person all the same."""
    row = await call.open_of(turn.session, turn.me.id)
    if row is None or row.words is not None or not turn.text or turn.now - row.asked_at > WORDS_WITHIN:
        return
    row.words = turn.text[:LONGEST_WORDS]
    await turn.session.flush()
    await calling.show_all(turn, row)


async def _of_button(turn: Turn, call_id: int) -> Call | None:
    """Their request of a button, while it is open; says otherwise how that is."""
    row = await call.of_youth(turn.session, turn.me.id, call_id)
    if row is None:
        await lost.old_button(turn)
    elif row.ended_at is not None:
        await turn.show(screens.spoken_before())
    else:
        return row
    return None
