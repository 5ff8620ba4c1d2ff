"""Contact noteren: two taps from any reminder, corrected with one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import contacts as screens
from chat.screens import youths as youth_screens
from chat.screens.contacts import (
    ContactTapped,
    DayTapped,
    KindTapped,
    NothingTapped,
    OthersShown,
    PutBackTapped,
    RemoveTapped,
    WhenTapped,
    YouthPicked,
)
from chat.turn import Turn
from handlers import contact_seen, contact_settles, lost
from handlers.contact_seen import ContactForm, Seen
from programme.calendar import read_day
from programme.contacts import NOTED_WITHIN, ContactKind, When, day_refused, when
from programme.workdays import A_DAY, days
from store import contacts, flow, journal, people
from store.flow import Step
from store.journal import Happened
from store.tables import Contact, Person

# Whoever one did something with this recently is most likely whom it is about.
IN_HAND = timedelta(hours=12)


# --- Noting ---


async def begin(turn: Turn, tap: ContactTapped) -> None:
    """Ask how it was, in a message of its own: the reminder stays."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    else:
        await turn.reply(await _ask(turn, youth), Manner(screens.QUESTION, about=youth.id))


async def command(turn: Turn) -> None:
    """/contact: with the youth who was last in hand, or else which one."""
    await flow.leave(turn.session, turn.me.id)
    youths = await people.youths_of(turn.session, turn.me.id)
    in_hand = await journal.last_about(turn.session, turn.me.id, [each.id for each in youths], turn.now - IN_HAND)
    likely = next((each for each in youths if each.id == in_hand or len(youths) == 1), None)
    if likely is not None:
        await turn.reply(await _ask(turn, likely), Manner(screens.QUESTION, about=likely.id))
    else:
        await turn.reply(screens.with_whom(youths, 0) if youths else youth_screens.nobody_yet())


async def others_shown(turn: Turn, tap: OthersShown) -> None:
    """With somebody else."""
    await turn.show(screens.with_whom(await people.youths_of(turn.session, turn.me.id), tap.page))


async def picked(turn: Turn, tap: YouthPicked) -> None:
    """With this one; the same message goes on."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    else:
        await turn.show(await _ask(turn, youth))


async def nothing(turn: Turn, _tap: NothingTapped) -> None:
    """There was none, after all."""
    await turn.show(screens.nothing())


async def kind_tapped(turn: Turn, tap: KindTapped) -> None:
    """It is noted at once. A second tap under the same question shows what stands."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    under = turn.heard.message_id
    row = await contacts.noted_under(turn.session, turn.me.id, youth.id, under)
    row = row or await keep(turn, youth, tap.kind, message_id=under)
    await turn.show(await contact_seen.screen(turn, Seen(row, youth)))


async def note(turn: Turn, youth: Person, kind: ContactKind) -> Screen:
    """For other buttons that say the same: there is contact right now. What to reply, with all that corrects it."""
    return await contact_seen.screen(turn, Seen(await keep(turn, youth, kind), youth))


async def _ask(turn: Turn, youth: Person) -> Screen:
    youths = await people.youths_of(turn.session, turn.me.id)
    return screens.ask(youth.name, youth.id, others=len(youths) > 1)


async def keep(turn: Turn, youth: Person, kind: ContactKind, *, message_id: int | None = None) -> Contact:
    """There is contact right now: what waited for it is settled."""
    row = await contacts.note(
        turn.session, youth.id, kind, turn.today, turn.me.id, turn.now, at=turn.now, message_id=message_id
    )
    turn.note(Happened.CONTACT_NOTED, actor=turn.me, subject=youth)
    await contact_settles.weigh(turn, youth, row)
    return row


# --- Correcting ---


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
