"""A life of many odd updates: the whole bot, from Telegram's queue to the phones, with time passing in between."""

from __future__ import annotations

from random import Random

from sqlalchemy import and_, func, or_, select

from sandbox.town import Town
from store.tables import Agenda, Inbox, InboxState, Outbox, OutboxState
from tests.fuzz.cast import Cast, gather, on_their_phones
from tests.fuzz.door import Json
from tests.fuzz.listening import loud
from tests.fuzz.payloads import Known
from tests.fuzz.updates import update

# So many updates wait together, at most; then so many minutes pass.
TOGETHER = 40
MINUTES = (0, 0, 1, 5, 30, 600)

# A copy of something that they sent, or a glance at it; a change of a message that is not there. Telegram may refuse
# those, as a made-up update speaks of messages that do not exist.
OF_WHAT_IS_NOT = or_(
    Outbox.kind == "glance",
    and_(Outbox.kind == "talk", Outbox.method != "sendMessage"),
    Outbox.method.in_(["editMessageText", "setMessageReaction", "deleteMessage"]),
)
NAMES = {"Stranger": ("Sam", "Mo", "Lotte", "Noor"), "Sam": ("Mo",), "Mo": ("Sam",)}


async def life(town: Town, seed: int, number: int, length: int) -> list[str]:
    """Whatever is wrong after so many updates. The town is new."""
    chance = Random(f"{seed}/{number}")
    cast = await gather(town)
    with loud() as lines:
        left = length
        while left:
            together = min(left, chance.randint(1, TOGETHER))
            left -= together
            known = Known(cast.numbers, on_their_phones(*cast.phones.values()), ["A" * 22])
            for _ in range(together):
                town.telegram.inject(_one(chance, cast, known))
            await town.wind(minutes=chance.choice(MINUTES))
        await town.wind(hours=30)
    return [*lines, *await failures(town), *seen(cast)]


def _one(chance: Random, cast: Cast, known: Known) -> Json:
    sender = chance.choice([phone.user.id for phone in cast.phones.values()])
    return update(chance, sender, known)


async def failures(town: Town) -> list[str]:
    """What did not go as it should even once."""
    left = {
        "an update was not handled": (Inbox, Inbox.state != InboxState.HANDLED),
        "a handler failed": (Inbox, Inbox.tries > 0),
        "a duty failed": (Agenda, Agenda.tries > 0),
        "Telegram refused a message, or it could not be written": (
            Outbox,
            and_(Outbox.state == OutboxState.FAILED, ~OF_WHAT_IS_NOT, Outbox.error != "unreachable"),
        ),
    }
    async with town.spoor.database.read() as session:
        counts = {
            what: await session.scalar(select(func.count()).select_from(table).where(where))
            for what, (table, where) in left.items()
        }
    return [f"{what} ({count} times)" for what, count in counts.items() if count]


def seen(cast: Cast) -> list[str]:
    """Names of others on phones of people who may not know of each other."""
    return [
        f"{who} sees {name}: {message.plain}"
        for who, names in NAMES.items()
        for message in cast.phones[who].sees()
        for name in names
        if message.from_bot and name in message.plain.split()
    ]
