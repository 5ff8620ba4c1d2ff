"""The morning message: each line settles in one tap, and can be taken back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from chat.screens import digest as screens
from chat.screens.digest import CalledTapped, DoneTapped, PromiseTapped, SeenTapped, TomorrowTapped, UndoTapped
from chat.turn import Turn
from handlers import contacts, gathered, lost, milestones, promise, silence
from programme.contacts import ContactKind
from programme.digest import Ask
from programme.workdays import after_working_days
from store import asks, people, promises, talk
from store.journal import Happened
from store.tables import (
    Digest,
    DigestItem,
    MilestoneRow,
    MilestoneState,
    Person,
    Promise,
    Silence,
    SpiderwebOffer,
    Talk,
)


async def line_of(turn: Turn, item_id: int) -> tuple[DigestItem, Person] | None:
    """The line of a button on this person's own message, and its youth, whom they still walk with. It is an old button
    otherwise, which is said."""
    item = await turn.session.get(DigestItem, item_id)
    bundle = None if item is None else await turn.session.get_one(Digest, item.digest_id)
    if item is not None and bundle is not None and bundle.person_id == turn.me.id:
        youth = await people.youth_seen_by(turn.session, turn.me.id, item.youth_id)
        if youth is not None:
            return item, youth
    await lost.old_button(turn)
    return None


async def done(turn: Turn, tap: DoneTapped) -> None:
    """What the line asks is done."""
    if found := await line_of(turn, tap.item_id):
        await _settle(turn, *found)


async def _settle(turn: Turn, item: DigestItem, youth: Person) -> None:
    act = _DONE.get(item.ask)
    if act is None:
        await lost.old_button(turn)
    elif not await asks.still_waits(turn.session, item, turn.today):
        await turn.stop_spinner(screens.DONE_BEFORE)
        await gathered.show(turn, item, undo=False)
    else:
        await act(turn, item, youth)
        item.again_on = None
        await gathered.show(turn, item, undo=True)


async def _messages_done(turn: Turn, item: DigestItem, youth: Person) -> None:
    await talk.settle(turn.session, youth.id, turn.me.id, turn.now, until=item.subject)
    turn.note(Happened.TALK_SETTLED, actor=turn.me, subject=youth)


async def _silence_done(turn: Turn, item: DigestItem, youth: Person) -> None:
    await silence.take_up(turn, await turn.session.get_one(Silence, item.subject), youth)


async def _promise_done(turn: Turn, item: DigestItem, youth: Person) -> None:
    if await promises.drop(turn.session, await turn.session.get_one(Promise, item.subject), turn.now):
        turn.note(Happened.PROMISE_DROPPED, actor=turn.me, subject=youth)


async def _year_over_done(turn: Turn, item: DigestItem, _youth: Person) -> None:
    item.known_at = turn.now


async def _milestone_done(turn: Turn, item: DigestItem, youth: Person) -> None:
    row = await turn.session.get_one(MilestoneRow, item.subject)
    await milestones.settle(turn, row, youth, MilestoneState.DONE)


async def _web_done(turn: Turn, item: DigestItem, youth: Person) -> None:
    offer = await turn.session.get_one(SpiderwebOffer, item.subject)
    offer.settled_at, offer.settled_by = turn.now, turn.me.id
    turn.note(Happened.WEB_BROUGHT_UP, actor=turn.me, subject=youth)


_Act = Callable[[Turn, DigestItem, Person], Awaitable[None]]
_DONE: dict[Ask, _Act] = {
    Ask.MESSAGES: _messages_done,
    Ask.SILENCE: _silence_done,
    Ask.PROMISE: _promise_done,
    Ask.YEAR_OVER: _year_over_done,
    Ask.MILESTONE: _milestone_done,
    Ask.WEB: _web_done,
}


async def tomorrow(turn: Turn, tap: TomorrowTapped) -> None:
    """It comes back the next working day, also when it would not have."""
    found = await line_of(turn, tap.item_id)
    if found is None:
        return
    item, youth = found
    if item.ask is Ask.TARGET or not await asks.still_waits(turn.session, item, turn.today):
        await turn.stop_spinner(screens.DONE_BEFORE)
        await gathered.show(turn, item, undo=False)
        return
    item.again_on = after_working_days(turn.today, 1)
    turn.note(Happened.PUT_OFF, actor=turn.me, subject=youth)
    await turn.stop_spinner(screens.LATER)
    await gathered.show(turn, item, undo=True)


async def promised(turn: Turn, tap: PromiseTapped) -> None:
    """They will get in touch with who waits for an answer."""
    found = await line_of(turn, tap.item_id)
    if found is None:
        return
    item, youth = found
    if item.ask is not Ask.MESSAGES or not await asks.still_waits(turn.session, item, turn.today):
        await turn.stop_spinner(screens.DONE_BEFORE)
        await gathered.show(turn, item, undo=False)
        return
    await promise.make(turn, youth, because=(await turn.session.get_one(Talk, item.subject)).at)
    item.again_on = None
    await turn.stop_spinner(screens.PROMISED)
    await gathered.show(turn, item, undo=True)


async def called(turn: Turn, tap: CalledTapped) -> None:
    """They called."""
    await _note(turn, tap.item_id, ContactKind.PHONE)


async def seen(turn: Turn, tap: SeenTapped) -> None:
    """They saw each other."""
    await _note(turn, tap.item_id, ContactKind.FACE_TO_FACE)


async def _note(turn: Turn, item_id: int, kind: ContactKind) -> None:
    """Noted at once; what corrects it comes in a message of its own."""
    found = await line_of(turn, item_id)
    if found is None:
        return
    item, youth = found
    if not await asks.still_waits(turn.session, item, turn.today):
        await turn.stop_spinner(screens.DONE_BEFORE)
    else:
        await turn.reply(await contacts.note(turn, youth, kind))
        await turn.stop_spinner(screens.NOTED)
    await gathered.show(turn, item, undo=False)


# --- Back again ---


async def undone(turn: Turn, tap: UndoTapped) -> None:
    """What was tapped last is taken back."""
    found = await line_of(turn, tap.item_id)
    if found is None:
        return
    item, youth = found
    if item.again_on is not None:
        item.again_on = None
        turn.note(Happened.PUT_OFF_NO_MORE, actor=turn.me, subject=youth)
    elif item.ask in _BACK:
        await _BACK[item.ask](turn, item, youth)
    await turn.stop_spinner(screens.UNDONE)
    await gathered.show(turn, item, undo=False)


async def _messages_back(turn: Turn, item: DigestItem, youth: Person) -> None:
    said = await turn.session.get_one(Talk, item.subject)
    if said.settled_at is None:
        await promise.take_back(turn, youth, since=said.at)
    elif said.settled_by == turn.me.id:
        await talk.open_again(turn.session, said)
        turn.note(Happened.TALK_OPENED, actor=turn.me, subject=youth)


async def _silence_back(turn: Turn, item: DigestItem, youth: Person) -> None:
    quiet = await turn.session.get_one(Silence, item.subject)
    if quiet.settled_by == turn.me.id:
        await silence.give_back(turn, quiet, youth)


async def _promise_back(turn: Turn, item: DigestItem, youth: Person) -> None:
    row = await turn.session.get_one(Promise, item.subject)
    if row.kept_at is not None:
        row.kept_at = None
        turn.note(Happened.PROMISE_OPENED, actor=turn.me, subject=youth)


async def _year_over_back(_turn: Turn, item: DigestItem, _youth: Person) -> None:
    item.known_at = None


async def _milestone_back(turn: Turn, item: DigestItem, youth: Person) -> None:
    if row := await asks.milestone_of(turn.session, item):
        await milestones.settle(turn, row, youth, MilestoneState.OPEN)


async def _web_back(turn: Turn, item: DigestItem, youth: Person) -> None:
    offer = await turn.session.get_one(SpiderwebOffer, item.subject)
    if offer.settled_by == turn.me.id:
        offer.settled_at = offer.settled_by = None
        turn.note(Happened.WEB_NOT_BROUGHT_UP, actor=turn.me, subject=youth)


_BACK: dict[Ask, _Act] = {
    Ask.MESSAGES: _messages_back,
    Ask.SILENCE: _silence_back,
    Ask.PROMISE: _promise_back,
    Ask.YEAR_OVER: _year_over_back,
    Ask.MILESTONE: _milestone_back,
    Ask.WEB: _web_back,
}
