"""A sandbox that was kept goes on. Phones are held in memory and start empty; what the bot knows is all there."""

from __future__ import annotations

from sqlalchemy import delete, func, select

from chat import menu
from chat.occasion import Occasion
from sandbox.model import User
from sandbox.town import Town
from store.tables import Inbox, Journal, Outbox, Person

#: What people wrote is numbered too, and the bot forgets those numbers.
FORGOTTEN = 10_000


async def go_on(town: Town) -> bool:
    """Fit the phones to what the bot remembers, and let everybody say hello. False when it remembers nobody."""
    async with town.spoor.database.read() as session:
        people = {one.telegram_id: one for one in await session.scalars(select(Person)) if one.ended_at is None}
        last = await session.scalar(select(func.max(Journal.at)))
    if last is None:
        return False
    _bring_phones(town, people)
    await _number_on(town)
    await _offer_strangers(town)
    town.clock.wind(max(last, town.now()))
    for user in town.telegram.people():
        if person := people.get(user.id):
            await _is_back(town, user, person)
    return True


def _bring_phones(town: Town, people: dict[int | None, Person]) -> None:
    """Who got another phone has it again. One in between, that nobody uses any more, goes to who has the next."""
    phones = {user.first_name: user for user in town.telegram.people()}
    for place in sorted(place for place in people if place is not None):
        name = people[place].name
        while max(town.telegram.accounts.people) < place:
            if name in phones:
                town.telegram.new_phone(phones[name])
            else:
                town.telegram.meet(name)


async def _number_on(town: Town) -> None:
    """A number that came again would be taken for the old message or update."""
    async with town.spoor.database.read() as session:
        message = await session.scalar(select(func.max(Outbox.message_id)))
        update = await session.scalar(select(func.max(Inbox.update_id)))
    town.telegram.book.number_after((message or 0) + FORGOTTEN)
    town.telegram.updates.number_after(update or 0)


async def _offer_strangers(town: Town) -> None:
    """The bot believes that its menus are in place: it put them in the Telegram of last time."""
    async with town.spoor.database.write() as session:
        await session.execute(delete(Outbox).where(Outbox.kind == menu.MENU.kind))
        await menu.put_for_strangers(Occasion(session, town.now(), town.spoor.setting))


async def _is_back(town: Town, user: User, person: Person) -> None:
    blocked = person.blocked_at is not None
    town.telegram.accounts.change(user.id, opened=True, blocked=blocked)
    if blocked:
        return
    async with town.spoor.database.write() as session:
        await menu.put(Occasion(session, town.now(), town.spoor.setting), person)
    town.telegram.write(user, "/start")
    await town.settle()
