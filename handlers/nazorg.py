"""Nazorg of one youth, for whoever walks with them: called, met, vast or soepel."""

from __future__ import annotations

from datetime import date

from chat.screens import nazorg as screens
from chat.screens.nazorg import Done, DoneTapped, DoneUndone, ModeTapped, ModeUndone, NazorgLeft, NazorgShown
from chat.screens.youths import YouthTapped
from chat.turn import Turn
from handlers import after_year, contact_corrected, contacts, gathered, lost, youths
from handlers.nazorg_days import read_ordinal
from handlers.nazorg_page import Subject, show_page, subject_of
from programme.nazorg import PLANNED, Nazorg
from store import flow, nazorg
from store.flow import Step
from store.journal import Happened
from store.tables import Contact


async def shown(turn: Turn, tap: NazorgShown) -> None:
    """The page about one youth. Who goes there does not type a day any more."""
    await flow.leave_step(turn.session, turn.me.id, Step.NAZORG_DAY)
    await show_page(turn, tap.youth_id)


async def left(turn: Turn, tap: NazorgLeft) -> None:
    """Back to their card."""
    await youths.opened(turn, YouthTapped(tap.youth_id))


async def done(turn: Turn, tap: DoneTapped) -> None:
    """They called or met, today. A second tap notes nothing."""
    subject = await subject_of(turn, tap.youth_id)
    if subject is None:
        return
    if tap.kind not in PLANNED:
        await lost.old_button(turn)
    elif await nazorg.noted_on(turn.session, subject.youth.id, tap.kind, turn.today, turn.me.id) is not None:
        await turn.stop_spinner(screens.KNOWN)
    else:
        contact = await contacts.keep(turn, subject.youth, tap.kind)
        told = screens.noted(subject.youth.name, tap.kind)
        await show_page(turn, subject.youth.id, Done(told, DoneUndone(contact.id)))


async def done_undone(turn: Turn, tap: DoneUndone) -> None:
    """They did not, after all."""
    contact = await turn.session.get(Contact, tap.contact_id)
    if contact is None or contact.removed_at is not None:
        await lost.old_button(turn)
        return
    if subject := await subject_of(turn, contact.youth_id):
        await contact_corrected.remove(turn, subject.youth, contact)
        await show_page(turn, subject.youth.id, Done(screens.undone()))


async def switched(turn: Turn, tap: ModeTapped) -> None:
    """Vast or soepel from now on."""
    if subject := await subject_of(turn, tap.youth_id):
        undo = ModeUndone(subject.youth.id, subject.plan.mode, subject.plan.since.toordinal())
        if (hears := await _switch(turn, subject, tap.mode, turn.today)) is not None:
            told = screens.switched(subject.youth.name, tap.mode, hears=hears)
            await show_page(turn, subject.youth.id, Done(told, undo))


async def switch_undone(turn: Turn, tap: ModeUndone) -> None:
    """As it was, with the days as they were."""
    since = read_ordinal(tap.since)
    if subject := await subject_of(turn, tap.youth_id):
        if since is None or not subject.year.ends <= since <= turn.today:
            await lost.old_button(turn)
        elif await _switch(turn, subject, tap.mode, since) is not None:
            await show_page(turn, subject.youth.id, Done(screens.undone()))


async def _switch(turn: Turn, subject: Subject, mode: Nazorg, since: date) -> bool | None:
    """Whether the youth can be told of it. None when nothing changed, which is said."""
    if subject.is_over(turn.today):
        await lost.old_button(turn)
        return None
    if not await nazorg.switch(turn.session, subject.youth.id, mode, since):
        await turn.stop_spinner(screens.KNOWN)
        return None
    turn.note(Happened.NAZORG_CHANGED, actor=turn.me, subject=subject.youth)
    await gathered.refresh(turn, subject.youth.id)
    return await after_year.tell(turn, subject.youth, mode)
