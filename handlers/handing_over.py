"""A begeleider passes one of their youths on to a colleague, in their own words.

It is so from the moment the youth hears it; until then it can be undone, and nobody knows of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from chat.language import language
from chat.screen import Screen
from chat.screens import handing_over as screens
from chat.screens.handing_over import PassOnSent, PassOnTapped, PassOnTo, PassOnUndone, PassOnWritten, StayTapped
from chat.turn import Turn
from handlers import lost
from programme.handing_over import LONGEST_WORDS, heard_at
from store import agenda, away, flow, handing_over, people
from store.agenda import Duty
from store.away import can_be_reached
from store.flow import Step
from store.journal import Happened
from store.tables import HandOver, Person


@dataclass(frozen=True)
class HandOverForm:
    """Who goes to whom, whether they stay as the duo, and in which words; empty for the ready-made ones."""

    youth_id: int
    to_id: int
    stays: bool = False
    words: str = ""


async def begin(turn: Turn, tap: PassOnTapped) -> None:
    """To whom; or what was decided already."""
    youth = await _mine(turn, tap.youth_id)
    if youth is None:
        return
    await flow.leave_step(turn.session, turn.me.id, Step.HAND_OVER_WORDS)
    decided = await handing_over.coming(turn.session, youth.id)
    if decided is not None:
        await turn.show(await _waits(turn, youth, decided))
        return
    others = [one for one in await handing_over.candidates(turn.session, youth.id, turn.me) if can_be_reached(one)]
    await turn.show(screens.to_whom(youth, others, tap.page) if others else screens.nobody_else(youth))


async def chosen(turn: Turn, tap: PassOnTo) -> None:
    """To this colleague, once the words are seen."""
    youth = await _mine(turn, tap.youth_id)
    if youth is None:
        return
    if await _colleague(turn, youth, tap.to_id) is None:
        await lost.old_button(turn)
        return
    await turn.show(await _preview(turn, youth, HandOverForm(youth.id, tap.to_id)))


async def stays(turn: Turn, tap: StayTapped) -> None:
    """They stay as the duo, or rather not."""
    if found := await _in_hand(turn, tap.youth_id):
        youth, form = found
        await turn.show(await _preview(turn, youth, replace(form, stays=not form.stays)))


async def in_own_words(turn: Turn, tap: PassOnWritten) -> None:
    """Here are the words, to make them their own."""
    if found := await _in_hand(turn, tap.youth_id):
        youth, form = found
        await turn.show(screens.write(youth, await _words(turn, youth, form)))


async def typed(turn: Turn) -> None:
    """Their own words, to look at before they go."""
    form = None if turn.position is None else turn.position.read(HandOverForm)
    youth = None if form is None else await people.youth_led_by(turn.session, turn.me.id, form.youth_id)
    if form is None or youth is None:
        await flow.leave(turn.session, turn.me.id)
        await lost.words(turn)
    elif not turn.text:
        await turn.reply(screens.only_text(youth.id))
    elif len(turn.text) > LONGEST_WORDS:
        await turn.reply(screens.too_long(len(turn.text), youth.id))
    else:
        await turn.reply(await _preview(turn, youth, replace(form, words=turn.text)))


async def sent(turn: Turn, tap: PassOnSent) -> None:
    """Decided. The youth hears it at a good hour, and not before it can be undone."""
    found = await _in_hand(turn, tap.youth_id)
    if found is None:
        return
    youth, form = found
    to = await _colleague(turn, youth, form.to_id)
    if to is None:
        await lost.old_button(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    words, due = await _words(turn, youth, form), heard_at(turn.now, turn.setting.zone)
    decided = await handing_over.decide(turn.session, youth, turn.me, to, words, due, becomes_duo=form.stays)
    turn.note(Happened.HAND_OVER_DECIDED, actor=turn.me, subject=youth)
    await turn.show(await _waits(turn, youth, decided))


async def undone(turn: Turn, tap: PassOnUndone) -> None:
    """They stay with this youth, whatever was going to be."""
    youth = await _mine(turn, tap.youth_id)
    if youth is None:
        return
    await flow.leave_step(turn.session, turn.me.id, Step.HAND_OVER_WORDS)
    if await handing_over.coming(turn.session, youth.id) is not None:
        await handing_over.call_off(turn.session, youth.id)
        turn.note(Happened.HAND_OVER_UNDONE, actor=turn.me, subject=youth)
    await turn.show(screens.undone(youth.name))


async def _mine(turn: Turn, youth_id: int) -> Person | None:
    """The youth of a button, for their begeleider alone."""
    youth = await people.youth_led_by(turn.session, turn.me.id, youth_id)
    if youth is None:
        await lost.old_button(turn)
    return youth


async def _in_hand(turn: Turn, youth_id: int) -> tuple[Person, HandOverForm] | None:
    """Theirs, and what was filled in; says that it is over when something else is in hand by now."""
    youth = await _mine(turn, youth_id)
    if youth is None:
        return None
    in_hand = turn.position is not None and turn.position.step is Step.HAND_OVER_WORDS
    form = turn.position.read(HandOverForm) if in_hand and turn.position is not None else None
    if form is None or form.youth_id != youth.id:
        await lost.old_button(turn)
        return None
    return youth, form


async def _colleague(turn: Turn, youth: Person, to_id: int) -> Person | None:
    others = await handing_over.candidates(turn.session, youth.id, turn.me)
    return next((one for one in others if one.id == to_id and can_be_reached(one)), None)


async def _preview(turn: Turn, youth: Person, form: HandOverForm) -> Screen:
    await flow.go(turn.session, turn.me.id, Step.HAND_OVER_WORDS, turn.now, form)
    to = await turn.session.get_one(Person, form.to_id)
    theirs = await away.away_of(turn.session, to.id, turn.today)
    through = None if theirs is None else theirs.through
    words = await _words(turn, youth, form)
    return screens.preview(turn.me.name, youth, to.name, words, through, turn.today, stays=form.stays)


async def _words(turn: Turn, youth: Person, form: HandOverForm) -> str:
    """Theirs, or the ready-made ones in the language of the youth."""
    to = await turn.session.get_one(Person, form.to_id)
    return form.words or language(youth.language).plain(screens.default_words(to.name, stays=form.stays))


async def _waits(turn: Turn, youth: Person, decided: HandOver) -> Screen:
    due = await agenda.due_at(turn.session, Duty.HAND_OVER, decided.id) or turn.now
    to = await turn.session.get_one(Person, decided.to_id)
    return screens.waits_until(youth, to.name, turn.local(due).date(), turn.local_time(due), turn.today)
