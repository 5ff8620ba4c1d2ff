"""Looking back: a begeleider at the contacts with one youth, a youth at what was noted about them."""

from __future__ import annotations

from chat.screens import contact_list as screens
from chat.screens.contact_list import Listed, MineShown, Told
from chat.screens.contacts import ContactOpened, ContactsShown
from chat.screens.settings import Page, PageTapped
from chat.screens.youths import YouthTapped
from chat.turn import Turn
from handlers import contact_seen, lost
from store import contacts, flow, people
from store.contacts import Entry
from store.flow import Step
from store.tables import Person


async def shown(turn: Turn, tap: ContactsShown) -> None:
    """All of one youth, the newest first."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    found = [await _listed(turn, entry) for entry in await contacts.newest(turn.session, youth.id)]
    await turn.show(screens.overview(youth.name, youth.id, found, tap.page, turn.today, YouthTapped(youth.id)))


async def opened(turn: Turn, tap: ContactOpened) -> None:
    """One of them, with its note. Nothing more is typed for it."""
    if seen := await contact_seen.find(turn, tap.contact_id):
        for step in (Step.CONTACT_DAY, Step.CONTACT_NOTE):
            await flow.leave_step(turn.session, turn.me.id, step)
        await turn.show(await contact_seen.screen(turn, seen))


async def mine(turn: Turn, tap: MineShown) -> None:
    """What was noted about whoever asks."""
    entries = await contacts.newest(turn.session, turn.me.id)
    notes = await contacts.notes_of(turn.session, [entry.id for entry in entries if entry.has_note])
    told = [Told(entry.kind, entry.day, await _name(turn, entry), notes.get(entry.id, "")) for entry in entries]
    await turn.show(screens.mine(told, tap.page, turn.today, PageTapped(Page.HOME)))


async def _listed(turn: Turn, entry: Entry) -> Listed:
    by = None if entry.by_id == turn.me.id else await _name(turn, entry)
    return Listed(entry.id, entry.kind, entry.day, by, entry.has_note)


async def _name(turn: Turn, entry: Entry) -> str:
    return (await turn.session.get_one(Person, entry.by_id)).name
