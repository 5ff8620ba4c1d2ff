"""A contact is set right with one tap: another time, another day, taken away, kept after all."""

from __future__ import annotations

from datetime import date, datetime

from chat.screens import contacts as screens
from chat.screens.contacts import DayTapped, PutBackTapped, RemoveTapped, WhenTapped
from chat.turn import Turn
from handlers import contact_seen, contact_settles, lost
from handlers.contact_seen import ContactForm, Seen
from programme.calendar import read_day
from programme.contacts import NOTED_WITHIN, When, day_refused, when
from programme.workdays import A_DAY, days
from store import contacts, flow
from store.flow import Step
from store.journal import Happened
from store.tables import Contact, Person


async def when_tapped(turn: Turn, tap: WhenTapped) -> None:
    """It was then, or on another day."""
    seen = await contact_seen.find_standing(turn, tap.contact_id)
    if seen is None:
        return
    if tap.when is When.OTHER:
        await flow.go(turn.session, turn.me.id, Step.CONTACT_DAY, turn.now, ContactForm(seen.row.id))
        await turn.show(screens.which_day(await contact_seen.as_shown(turn, seen), turn.today))
        return
    if when(seen.row.day, turn.today, at_once=seen.row.at is not None) is not tap.when:
        day = turn.today - A_DAY if tap.when is When.YESTERDAY else turn.today
        await _move(turn, seen, day, turn.now if tap.when is When.NOW else None)
    await _show(turn, seen)


async def day_tapped(turn: Turn, tap: DayTapped) -> None:
    """It was on this day."""
    seen = await contact_seen.find_standing(turn, tap.contact_id)
    if seen is None:
        return
    known = days(turn.today - NOTED_WITHIN, turn.today)
    day = next((day for day in known if day.toordinal() == tap.day), None)
    if day is None:
        await lost.old_button(turn)
        return
    await _move(turn, seen, day, None)
    await _show(turn, seen)


async def day_typed(turn: Turn) -> None:
    """A day they typed."""
    seen = await contact_seen.of_form(turn)
    if seen is None:
        return
    day = read_day(turn.text, turn.today)
    refused = None if day is None else day_refused(day, turn.today)
    if day is None or refused is not None:
        await turn.reply(screens.no_such_day(await contact_seen.as_shown(turn, seen), refused))
        return
    await flow.leave(turn.session, turn.me.id)
    await _move(turn, seen, day, None)
    await turn.reply(await contact_seen.screen(turn, seen))


async def removed(turn: Turn, tap: RemoveTapped) -> None:
    """It was no contact; the journal keeps that it was noted."""
    seen = await contact_seen.find_standing(turn, tap.contact_id)
    if seen is None:
        return
    await remove(turn, seen.youth, seen.row)
    await _show(turn, seen)


async def remove(turn: Turn, youth: Person, row: Contact) -> None:
    """There was none: what it settled waits again."""
    contacts.remove(row, turn.now)
    await _changed(turn, Seen(row, youth), Happened.CONTACT_REMOVED)


async def put_back(turn: Turn, tap: PutBackTapped) -> None:
    """It was one after all, perhaps of another kind."""
    seen = await contact_seen.find(turn, tap.contact_id)
    if seen is None:
        return
    if seen.row.removed_at is not None:
        other = seen.row.kind is not tap.kind
        contacts.put_back(seen.row, tap.kind)
        await _changed(turn, seen, Happened.CONTACT_CHANGED if other else Happened.CONTACT_PUT_BACK)
    await _show(turn, seen)


async def _move(turn: Turn, seen: Seen, day: date, at: datetime | None) -> None:
    if (seen.row.day, seen.row.at) != (day, at):
        contacts.move(seen.row, day, at)
        await _changed(turn, seen, Happened.CONTACT_MOVED)


async def _changed(turn: Turn, seen: Seen, what: Happened) -> None:
    await turn.session.flush()
    turn.note(what, actor=turn.me, subject=seen.youth)
    await contact_settles.weigh(turn, seen.youth, seen.row)


async def _show(turn: Turn, seen: Seen) -> None:
    """As it is now; nobody types a day for it any more."""
    await flow.leave_step(turn.session, turn.me.id, Step.CONTACT_DAY)
    await turn.show(await contact_seen.screen(turn, seen))
