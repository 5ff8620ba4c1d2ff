"""People who go their way through the bot, up to what they would do next: that is left for others to try."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from chat.taps import Tap
from sandbox.town import Town
from store import people
from store.flow import Step
from store.tables import Flow, Outbox
from tests.fuzz.cast import Cast
from tests.fuzz.door import Door, Json
from tests.fuzz.lines import says, tap


@dataclass(frozen=True)
class Shown:
    """The newest button of this kind that they were shown, of which the data ends so."""

    kind: type[Tap]
    last: str


@dataclass(frozen=True)
class Like:
    """One that they could only have been shown: with the numbers of the newest of another kind."""

    shown: type[Tap]
    kind: type[Tap]


@dataclass(frozen=True)
class Typed:
    """Words, when the bot waits for them at this step."""

    step: Step
    words: str


Do = type[Tap] | Shown | Like | Tap | Typed | str
"""The newest button of this kind that they were shown, one that they have from elsewhere, or words."""


@dataclass(frozen=True)
class Way:
    """What one of the cast does, one after the other. The last of it is left."""

    name: str
    does: tuple[Do, ...]

    @property
    def line(self) -> str:
        """The label of the line of the table of contents that is left."""
        match self.does[-1]:
            case Typed(step):
                return step.value
            case Shown(kind) | Like(_, kind):
                return kind.name
            case str() as word:
                return word
            case button:
                return button.name


def way(name: str, *does: Do) -> Way:
    """One of them."""
    return Way(name, does)


@dataclass(frozen=True)
class Left:
    """What they would do next, and where in a conversation they are."""

    way: Way
    written: str
    step: str | None
    filled: str | None

    async def by(self, town: Town, door: Door, account: int) -> None:
        """Somebody does it, being where the other was. Raises whatever goes wrong."""
        me = await people.by_telegram_id(door.session, account)
        if me is not None:
            await _stand_at(town, door.session, me.id, self.step, self.filled)
        await door.take_in(_update(account, self.way.does[-1], self.written))


async def _stand_at(town: Town, session: AsyncSession, person_id: int, step: str | None, filled: str | None) -> None:
    await session.execute(delete(Flow).where(Flow.person_id == person_id))
    if step is not None:
        session.add(Flow(person_id=person_id, step=step, filled=filled, since=town.now()))
    await session.flush()


async def walk(town: Town, door: Door, cast: Cast, one: Way) -> Left:
    """Go it. Raises LookupError for a button that they were not shown."""
    account = cast.phones[one.name].user.id
    me = await people.by_telegram_id(door.session, account)
    if me is None:
        raise LookupError(one.name)
    await _stand_at(town, door.session, me.id, None, None)
    for does in one.does[:-1]:
        await door.take_in(_update(account, does, await _written(door, account, does)))
    written = await _written(door, account, one.does[-1])
    at = await door.session.get(Flow, me.id)
    step, filled = (None, None) if at is None else (at.step, at.filled)
    if isinstance(one.does[-1], Typed) and step != one.line:
        raise LookupError(f"they are not at {one.line} but at {step}")
    return Left(one, written, step, filled)


def _update(account: int, does: Do, written: str) -> Json:
    return (says if isinstance(does, str | Typed) else tap)(account, written)


async def _written(door: Door, account: int, does: Do) -> str:
    """The words, or the data of the button."""
    match does:
        case str():
            return does
        case Typed(_, words):
            return words
        case Tap():
            return does.data
        case Shown(kind, last):
            return await _newest(door, account, kind, last)
        case Like(shown, kind):
            return (await _newest(door, account, shown, "")).replace(shown.name, kind.name, 1)
        case kind:
            return await _newest(door, account, kind, "")


async def _newest(door: Door, account: int, kind: type[Tap], last: str) -> str:
    shown = await _shown(door.session, account)
    fits = (data for data in reversed(shown) if data.split(":")[0] == kind.name and data.endswith(last))
    if (found := next(fits, None)) is None:
        raise LookupError(f"no {kind.name} among {shown[-20:]}")
    return found


async def _shown(session: AsyncSession, account: int) -> Sequence[str]:
    """The data of all buttons that this account was shown, the newest last; of one message the first of a kind."""
    written = select(Outbox.payload).where(Outbox.chat_id == account, Outbox.payload.is_not(None)).order_by(Outbox.id)
    return [data for payload in await session.scalars(written) for data in reversed(_buttons(str(payload)))]


def _buttons(payload: str) -> list[str]:
    parameters: dict[str, Any] = json.loads(payload)[0]
    rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
