"""Another day for a call or a meeting in nazorg: nobody was there, or it suits better."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.screens import nazorg as screens
from chat.screens.nazorg import TYPED, Done, MovedTo, MoveTapped, MoveUndone, NotReached
from chat.turn import Turn
from handlers import lost
from handlers.nazorg_page import Subject, page, planned, seen, show, show_page, shown
from programme.calendar import read_day
from programme.contacts import ContactKind
from programme.nazorg import may_move_to, offered_days, tried_again_on
from store import flow, nazorg
from store.flow import Step
from store.journal import Happened


@dataclass(frozen=True)
class DayForm:
    """For whom, and for which kind of contact, a day is typed."""

    youth_id: int
    kind: str


def read_ordinal(number: int) -> date | None:
    """The day that a button carries; None for no day at all."""
    return date.fromordinal(number) if 0 < number <= date.max.toordinal() else None


async def not_reached(turn: Turn, tap: NotReached) -> None:
    """Nobody was there: it is tried again in two days."""
    subject, day = await planned(turn, tap.youth_id, tap.kind), tried_again_on(turn.today)
    if subject is None:
        return
    if await _is_chosen(turn, subject, tap.kind, day):
        await turn.stop_spinner(screens.KNOWN)
        return
    turn.note(Happened.NOT_REACHED, actor=turn.me, subject=subject.youth)
    undo = await _choose(turn, subject, tap.kind, day)
    await show_page(turn, subject.youth.id, Done(screens.tried_again(tap.kind, day, turn.today), undo))


async def move(turn: Turn, tap: MoveTapped) -> None:
    """To which day."""
    if subject := await planned(turn, tap.youth_id, tap.kind):
        days = [day for day in offered_days(turn.today) if may_move_to(day, subject.year, turn.today)]
        await show(turn, screens.choose_day(shown(turn, subject), tap.kind, days, turn.today))


async def moved(turn: Turn, tap: MovedTo) -> None:
    """One of the offered days, or another that they will type."""
    subject, day = await planned(turn, tap.youth_id, tap.kind), read_ordinal(tap.day)
    if subject is None:
        return
    if tap.day == TYPED:
        await flow.go(turn.session, turn.me.id, Step.NAZORG_DAY, turn.now, DayForm(tap.youth_id, tap.kind))
        await show(turn, screens.type_day(tap.youth_id))
    elif day is None or not may_move_to(day, subject.year, turn.today):
        await lost.old_button(turn)
    elif await _is_chosen(turn, subject, tap.kind, day):
        await turn.stop_spinner(screens.KNOWN)
    else:
        await show_page(turn, subject.youth.id, await _move(turn, subject, tap.kind, day))


async def typed(turn: Turn) -> None:
    """A day they typed."""
    form = DayForm(0, ContactKind.PHONE) if turn.position is None else turn.position.read(DayForm)
    subject, kind = await seen(turn, form.youth_id), ContactKind(form.kind)
    if subject is None or kind not in subject.due:
        await flow.leave(turn.session, turn.me.id)
        await lost.words(turn)
        return
    day = read_day(turn.text, turn.today)
    if day is None or not may_move_to(day, subject.year, turn.today):
        await turn.reply(screens.no_such_day(subject.youth.id, subject.last_day))
        return
    await flow.leave(turn.session, turn.me.id)
    if screen := await page(turn, subject.youth.id, await _move(turn, subject, kind, day)):
        await turn.reply(screen)


async def move_undone(turn: Turn, tap: MoveUndone) -> None:
    """As it was, unless it changed since."""
    subject, day = await planned(turn, tap.youth_id, tap.kind), read_ordinal(tap.day)
    if subject is None:
        return
    if day is None or not await nazorg.undo_day(turn.session, subject.youth.id, tap.kind, day):
        await lost.old_button(turn)
        return
    turn.note(Happened.NAZORG_MOVED, actor=turn.me, subject=subject.youth)
    await show_page(turn, subject.youth.id, Done(screens.undone()))


async def _move(turn: Turn, subject: Subject, kind: ContactKind, day: date) -> Done:
    turn.note(Happened.NAZORG_MOVED, actor=turn.me, subject=subject.youth)
    undo = await _choose(turn, subject, kind, day)
    return Done(screens.moved(day, turn.today), undo)


async def _choose(turn: Turn, subject: Subject, kind: ContactKind, day: date) -> MoveUndone:
    await nazorg.choose_day(turn.session, subject.youth.id, kind, day, turn.now, turn.today)
    return MoveUndone(subject.youth.id, kind, day.toordinal())


async def _is_chosen(turn: Turn, subject: Subject, kind: ContactKind, day: date) -> bool:
    chosen = await nazorg.chosen_day(turn.session, subject.youth.id, kind)
    return chosen is not None and chosen.day == day
