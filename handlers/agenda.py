"""/agenda: the coming weeks over all the youths somebody walks with, on a page and as a file."""

from __future__ import annotations

from collections.abc import Sequence

from chat.calendar_file import Event, calendar
from chat.language import Text, _
from chat.screen import Screen
from chat.screens import agenda as screens
from chat.screens.agenda import AgendaShown, Entry, FileTapped
from chat.screens.milestone_names import NAMES
from chat.turn import Turn
from handlers.one_milestone import shown_as
from store import coming, flow
from store.coming import Coming
from store.tables import MilestoneRow


async def overview(turn: Turn) -> None:
    """/agenda."""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _list(turn, 0))


async def shown(turn: Turn, tap: AgendaShown) -> None:
    """The same on the same message, at a page."""
    await turn.show(await _list(turn, tap.page))


async def _list(turn: Turn, page: int) -> Screen:
    entries = [_entry(turn, each) for each in await _coming(turn)]
    return screens.overview(entries, page, turn.today) if entries else screens.nothing()


async def file(turn: Turn, _tap: FileTapped) -> None:
    """What is ahead, as a file for a calendar."""
    found = await _coming(turn)
    ahead = [each for each in found if each.day >= turn.today]
    if not ahead:
        await turn.reply(screens.only_late())
        return
    content = calendar([_event(turn, each) for each in ahead], turn.now)
    await turn.reply(screens.file(content, left_out=len(found) - len(ahead)))


async def _coming(turn: Turn) -> Sequence[Coming]:
    return await coming.to_staff(turn.session, turn.me.id, turn.today)


def _entry(turn: Turn, each: Coming) -> Entry:
    mine = each.begeleider.id == turn.me.id
    return Entry(each.day, each.youth.id, each.youth.name, _what(each), None if mine else each.begeleider.name)


def _what(each: Coming) -> Text:
    if isinstance(each.what, MilestoneRow):
        return shown_as(each.what, each.youth).name
    return screens.CONTACTS[each.what]


def _event(turn: Turn, each: Coming) -> Event:
    """In a title, which shows on a locked phone, stands of an own date that there is one; what it is, in the note."""
    what = NAMES[each.what.kind] if isinstance(each.what, MilestoneRow) else screens.CONTACTS[each.what]
    title = turn.language.plain(_("{name}: {what}", name=each.youth.name, what=what))
    note = each.what.name if isinstance(each.what, MilestoneRow) else None
    return Event(f"{_uid(each)}@{turn.setting.bot_name}", each.day, title, note)


def _uid(each: Coming) -> str:
    """The same for as long as it is the same thing, on whatever day; nobody can read from it whose it is."""
    if isinstance(each.what, MilestoneRow):
        return f"milestone-{each.what.id}"
    return f"nazorg-{each.youth.id}-{each.what.name.lower().replace('_', '-')}"
