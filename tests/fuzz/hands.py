"""The lines of the table of contents in somebody's hands."""

from __future__ import annotations

from collections.abc import Awaitable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import NoResultFound

from handlers import lost
from handlers.routing import Route
from programme.people import Role
from sandbox.town import Town
from store import people
from store.tables import Doubt, Flow, Lane, Outbox, OutboxState
from tests.fuzz.cast import Cast
from tests.fuzz.door import Door
from tests.fuzz.forms import filled_in
from tests.fuzz.judge import Kept, everything
from tests.fuzz.lines import OURS, Deed, deeds, few

# Who has the right to what is Sam's, or in their role to anything.
RIGHTFUL = {Role.YOUTH: "Sam", Role.BEGELEIDER: "Lotte", Role.COORDINATOR: "An", Role.TEAMCOACH: "Tine"}
# So many ways are tried for a role.
TRIED = 120
# What a form that we made up may lead to: a weekday 10, a word in place of one of a few.
DOES_NOT_FIT = (ValueError, LookupError, NoResultFound)
NO_ANSWER = "answerCallbackQuery"


async def do(town: Town, door: Door, account: int, deed: Deed) -> None:
    """What has to be there before, and the deed. Raises whatever goes wrong."""
    now, ready = town.now(), deed.prepared
    me = await people.by_telegram_id(door.session, account)
    if ready.step is not None and me is not None:
        await door.session.merge(Flow(person_id=me.id, step=ready.step, filled=None, since=now))
    if ready.reply_to is not None:
        await door.session.execute(delete(Outbox).where(Outbox.chat_id == account, Outbox.message_id == OURS))
        whose = {"person_id": None if me is None else me.id, "chat_id": account, "about": ready.about}
        how = {"lane": Lane.ANSWER, "doubt": Doubt.REPEAT, "method": "sendMessage", "state": OutboxState.SENT}
        row = Outbox(kind=ready.reply_to, message_id=OURS, created_at=now, done_at=now, **whose, **how)
        door.session.add(row)
    await door.session.flush()
    if ready.step is None:
        await door.take_in(deed.update)
    else:
        with filled_in(*ready.filled_in), suppress(*DOES_NOT_FIT):
            await door.take_in(deed.update)
        await door.session.execute(delete(Flow).where(Flow.filled.is_(None)))  # made up: nothing can be read there


@contextmanager
def nothing_found() -> Iterator[list[str]]:
    """Hears when somebody is told that there is nothing here for them."""
    heard: list[str] = []

    def listening(name: str) -> None:
        told = getattr(lost, name)

        async def tell(turn: object) -> None:
            heard.append(name)
            await told(turn)

        patch.setattr(lost, name, tell)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("old_button", "over", "unknown_command", "words"):
            listening(name)
        yield heard


@dataclass(frozen=True)
class Served:
    """A deed of somebody who may, of which something comes."""

    account: int
    deed: Deed


async def served(town: Town, door: Door, cast: Cast, line: Route, before: Kept) -> Served | None:
    """One that this line answers to; None when there is nothing that it could be about. `before`: all that is kept."""
    for role in sorted(line.roles & RIGHTFUL.keys(), key=list(RIGHTFUL).index):
        account = cast.phones[RIGHTFUL[role]].user.id
        for deed in few(list(deeds(line, account, cast.numbers, fully=True)), TRIED):
            async with door.trial():
                if await does_something(door, do(town, door, account, deed), before):
                    return Served(account, deed)
    return None


async def does_something(door: Door, deed: Awaitable[None], before: Kept) -> bool:
    """Whether anything is said or changed by it, other than that there is nothing here for them."""
    said_before = len(await door.said())
    with nothing_found() as without:
        await deed
    said = [one for one in (await door.said())[said_before:] if not one.written.startswith(NO_ANSWER)]
    return not without and (bool(said) or await everything(door.session, ()) != before)
