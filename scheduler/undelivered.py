"""Something that somebody said did not arrive: whoever said it hears that."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import talk as screens
from chat.screens.talk import WITHDRAW
from programme.people import Role
from store import contacts, outbox, people, promises
from store.journal import Happened
from store.tables import Outbox, Person, Talk


async def tell(occasion: Occasion, outbox_id: int | None) -> None:
    """Tell the author, once for each talk. What a youth said and did not arrive waits for nobody's answer."""
    session = occasion.session
    row = await session.get_one(Outbox, outbox_id)
    said = await session.get_one(Talk, row.about)
    author, to = await session.get_one(Person, said.author_id), await session.get_one(Person, row.person_id)
    manner = Manner("undelivered", about=said.youth_id, key=f"undelivered:{row.kind}:{said.id}:{to.id}")
    occasion.note(Happened.NOT_DELIVERED, actor=author, subject=to)
    if row.kind == WITHDRAW:
        await occasion.say(screens.withdrawing_failed(to.name), author, manner)
    elif author.role is not Role.YOUTH:
        await occasion.say(screens.did_not_arrive_there(to.name), author, manner)
        await _no_contact(occasion, said)
    elif not await _arrived_elsewhere(occasion, said, to):
        said.settled_at = occasion.now
        await occasion.say(screens.did_not_arrive(to.name, occasion.setting.help_lines), author, manner)


async def _no_contact(occasion: Occasion, said: Talk) -> None:
    """Words that did not arrive were no contact, and kept no promise."""
    contact = await contacts.words_gone(occasion.session, said, occasion.now, occasion.setting.zone)
    if contact is not None:
        await promises.weigh(occasion.session, contact, occasion.now)


async def _arrived_elsewhere(occasion: Occasion, said: Talk, to: Person) -> bool:
    """Whether somebody else who walks with them has it."""
    copies = await outbox.about(occasion.session, (screens.TALK,), said.id)
    team = {person.id for person in await people.team_of(occasion.session, said.youth_id)}
    return any(copy.person_id in team - {to.id} for copy in copies)
