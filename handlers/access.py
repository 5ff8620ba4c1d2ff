"""An account gets a place, or loses it."""

from __future__ import annotations

from chat import calling, crisis, menu
from chat.language import language
from chat.occasion import Manner, Occasion
from chat.outgoing import Outgoing
from chat.screen import Screen
from store import digest, flow, joining, outbox
from store.journal import Happened
from store.sealed import CannotUnseal
from store.tables import Outbox, Person


async def give(occasion: Occasion, person: Person, account: int, farewell: Screen) -> None:
    """This person is reached through this account from now on; the one they had loses its place at once."""
    before = person.telegram_id
    await joining.come_in(occasion.session, person, account, occasion.now)
    await flow.leave(occasion.session, person.id)
    if before is not None and before != account:
        await _redirect(occasion, person, account)
        await _say_farewell(occasion, person, before, farewell)
    await menu.put(occasion, person)


async def end(occasion: Occasion, person: Person, farewell: Screen, *, by: Person) -> None:
    """This person has no access any more, and no link that would give it back."""
    account = person.telegram_id
    person.ended_at, person.telegram_id = occasion.now, None
    await joining.withdraw(occasion.session, person.id, occasion.now)
    await flow.leave(occasion.session, person.id)
    await digest.drop_for(occasion.session, person.id)
    await calling.skip(occasion, person)
    await crisis.skip(occasion, person)
    for row in await outbox.open_for(occasion.session, person.id):
        outbox.recall(row, occasion.now)
    if account is not None:
        await _say_farewell(occasion, person, account, farewell)
    occasion.note(Happened.ACCESS_ENDED, actor=by, subject=person)


async def _say_farewell(occasion: Occasion, person: Person, account: int, farewell: Screen) -> None:
    # To an account, not to a person: when it blocked the bot, that says nothing about the phone they have now.
    await occasion.tell(account, farewell, language(person.language), Manner(kind="farewell"), person_id=None)
    await menu.take_away(occasion, account)


async def _redirect(occasion: Occasion, person: Person, account: int) -> None:
    """What was on its way to the old account goes to the new one; a change of an old message goes nowhere.

    What has left already is not called back, but when it is tried again that is where it goes.
    """
    for row in await outbox.open_for(occasion.session, person.id):
        if row.chat_id in (None, account):
            continue
        moved = await _elsewhere(occasion, row, account)
        if moved is None:
            outbox.recall(row, occasion.now)
        else:
            row.chat_id, row.payload = account, moved.write()


async def _elsewhere(occasion: Occasion, row: Outbox, account: int) -> Outgoing | None:
    try:
        written = await outbox.contents(occasion.session, row.id)
    except CannotUnseal:
        return None
    return Outgoing.read(row.method, written, marked=False).to(account)
