"""The day a youth was born: kept, changed, forgotten again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.days import change_of, read_change
from chat.screen import Screen
from chat.screens import birthday as screens
from chat.screens.birthday import BirthdaySet, BirthdayTapped
from chat.turn import Turn
from handlers import gathered, lost
from handlers.one_milestone import leave
from programme.calendar import read_day
from programme.milestones import may_be_birthday, next_yearly
from programme.workdays import A_DAY
from store import flow, own_dates, people
from store.flow import Step
from store.journal import Happened
from store.tables import Person


@dataclass(frozen=True)
class BirthdayForm:
    """Whose birthday is awaited."""

    youth_id: int


async def ask(turn: Turn, tap: BirthdayTapped) -> None:
    """When?"""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await flow.go(turn.session, turn.me.id, Step.BIRTHDAY, turn.now, BirthdayForm(youth.id))
    await turn.show(screens.ask(youth.name, youth.id))


async def typed(turn: Turn) -> None:
    """A day they typed."""
    form = turn.position.read(BirthdayForm) if turn.position is not None else None
    youth = None if form is None else await people.youth_seen_by(turn.session, turn.me.id, form.youth_id)
    born = read_day(turn.text, turn.today)
    if youth is None:
        await leave(turn)
        await lost.words(turn)
    elif born is None or not may_be_birthday(born, turn.today):
        await turn.reply(screens.refused(youth.id))
    else:
        await leave(turn)
        await turn.reply(await _keep(turn, youth, born))


async def set_to(turn: Turn, tap: BirthdaySet) -> None:
    """Taken away, or put back: when what is known is still what the button says."""
    youth, days = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id), read_change(tap.days)
    known = None if youth is None else await own_dates.birthday_of(turn.session, youth.id)
    if youth is None or days is None or known != days[1] or days[0] == days[1]:
        await lost.old_button(turn)
    elif days[0] is None or may_be_birthday(days[0], turn.today):
        await turn.show(await _keep(turn, youth, days[0]))
    else:
        await lost.old_button(turn)


async def _keep(turn: Turn, youth: Person, born: date | None) -> Screen:
    before = await own_dates.birthday_of(turn.session, youth.id)
    undo = None if before == born else BirthdaySet(youth.id, change_of(before, born))
    await own_dates.set_birthday(turn.session, youth.id, born, turn.today)
    turn.note(Happened.BIRTHDAY_CHANGED, actor=turn.me, subject=youth)
    await gathered.refresh(turn, youth.id)
    if born is None:
        return screens.removed(youth.name, youth.id, undo)
    due = next_yearly(born, turn.today - A_DAY)
    return screens.kept(youth.name, youth.id, due.year - born.year, due, turn.today, undo)
