"""A day on which one sentence is said, typed and kept everywhere it can be, and everything fails once.

`python -m tests.fuzz.canary FORM EVERY`: of the statements, each one in so many fails. The log goes to stderr, at
DEBUG; what was found in the files to stdout.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import event, select

from bot.logs import catch_in, write_logs
from sandbox.model import MediaKind
from sandbox.town import DATABASE, Town
from store.flow import Step
from store.sealed import Sealed
from store.tables import Base
from tests.fuzz import story
from tests.fuzz.cast import Cast, gather
from tests.fuzz.door import front_door
from tests.fuzz.hands import RIGHTFUL, do
from tests.fuzz.lines import LINES, deeds, few
from tests.people import youth

# Short enough for a theme and a name, and in no other text.
CANARY = "Kwikstaart fluit zacht"
# The statements of one update of which each fails once.
FAILING = range(1, 15)
# What a coördinator calls a region stands there for all to read: it is of nobody.
READABLE = Step.COLLEAGUE_REGION

# So many ways to each step.
OF_EACH = 4

Act = Callable[[], object]


class Failed(Exception):
    """What breaks on purpose, with the sentence in it."""


@contextmanager
def failing(town: Town, at: int) -> Iterator[None]:
    """The statement with this number fails, with the sentence in what it says; once."""
    count = 0

    def look(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
        nonlocal count
        count += not statement.startswith(("BEGIN", "PRAGMA"))
        if count == at:
            raise Failed(f"{statement} of {CANARY}")

    engine = town.spoor.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", look)
    yield
    event.remove(engine, "before_cursor_execute", look)


async def typed_everywhere(town: Town, cast: Cast) -> None:
    """At every step and as every message, by whoever may."""
    async with front_door(town, keep=True) as door:
        for line in LINES:
            for role in line.roles & RIGHTFUL.keys():
                account = cast.phones[RIGHTFUL[role]].user.id
                if not isinstance(line.trigger, type) and line.trigger is not READABLE:
                    for deed in few(list(deeds(line, account, cast.numbers, typed=(CANARY,))), OF_EACH):
                        await do(town, door, account, deed)


def acts(town: Town, cast: Cast) -> list[Act]:
    """What is said from phones: written, under a picture, changed, answered; what nobody hears of yet."""
    sam, lotte, telegram = cast.phones["Sam"].user, cast.phones["Lotte"].user, town.telegram
    picture = telegram.files.keep(MediaKind.PHOTO, CANARY.encode(), name=f"{CANARY}.png", mime="image/png", seconds=0)
    mine = [message for message in telegram.messages(sam.id) if not message.from_bot]
    copy = next(message for message in telegram.messages(lotte.id) if message.from_bot)
    return [
        lambda: telegram.write(sam, CANARY),
        lambda: telegram.send(sam, picture, CANARY, reply_to=None),
        lambda: telegram.edit(sam, mine[0].id, CANARY),
        lambda: telegram.write(lotte, CANARY, reply_to=copy.id),
        lambda: telegram.write(lotte, CANARY),
        lambda: telegram.forge(lotte, copy, CANARY),
        lambda: telegram.write(cast.phones["Stranger"].user, f"/start {CANARY}"),
        lambda: telegram.write(sam, f"ik wil dood, {CANARY}"),
    ]


async def breaks(town: Town, cast: Cast, every: int) -> None:
    """Each is handled while a statement fails, and again a while later."""
    for number, act in enumerate(acts(town, cast)):
        for at in FAILING[number % every :: every]:
            act()
            with failing(town, at):
                await try_(town.settle)
            await town.wind(minutes=1)


async def try_(what: Callable[[], Awaitable[None]]) -> None:
    """A statement outside of any update may fail too: what the process would end with is written as it would be."""
    try:
        await what()
    except Exception:
        logging.getLogger("bot").exception("ended by %s", CANARY)


async def where(town: Town) -> list[str]:
    """The sealed columns that hold the sentence."""
    found = []
    async with town.spoor.database.read() as session:
        for table in Base.metadata.tables.values():
            for column in table.c:
                if isinstance(column.type, Sealed):
                    kept = await session.scalars(select(column).where(column.is_not(None)))
                    found += [column.type.place] if any(CANARY in str(value) for value in kept) else []
    return found


def legible(folder: Path) -> list[str]:
    """The files of the database in which the sentence can be read."""
    words = [CANARY.encode(), *(word.encode() for word in CANARY.split() if len(word) > len("zacht"))]
    files = [folder / f"{DATABASE}{end}" for end in ("", "-wal", "-shm")]
    return [file.name for file in files if file.exists() and any(word in file.read_bytes() for word in words)]


async def day(folder: Path, every: int) -> dict[str, list[str]]:
    """All of it."""
    catch_in(asyncio.get_running_loop())
    town = Town(folder)
    await town.open()
    story.WORDS = CANARY
    cast = await gather(town)
    await youth(town, CANARY, cast.phones["Lotte"], at=None)
    await breaks(town, cast, every)
    await typed_everywhere(town, cast)
    kept, found = await where(town), legible(folder)
    town.telegram.write(cast.phones["Lotte"].user, CANARY)
    await town.settle()
    kept, found = [*kept, *await where(town)], [*found, *legible(folder)]
    await town.close()
    return {"kept": kept, "legible": found + legible(folder), "secrets": [town.telegram.token]}


def main(form: str, every: int) -> NoReturn:
    """Ends as a process does that nobody expected to end."""
    write_logs("DEBUG", form)
    logging.getLogger().setLevel(logging.DEBUG)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(day(Path(folder), every), debug=every == 1)
    sys.stdout.write(json.dumps(found))
    raise Failed(CANARY)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
