"""A day on which everything breaks with somebody's words in it. `python -m tests.bot.loud FORM`"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import tempfile
import threading
import warnings
from pathlib import Path
from typing import NoReturn

from bot import invite
from bot.handle import Handle
from bot.logs import catch_in, write_logs
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.timeline import Timeline
from sandbox.faults import Fault
from sandbox.town import Town
from scheduler import DUTIES
from store.agenda import Duty
from tests import people

NAME = "Aurélie-Fleur"
WORDS = "ik slaap bij mijn tante in Kortrijk"


class Broken:
    """Fails while it is tidied up."""

    def __del__(self) -> None:
        """Nobody can catch this."""
        raise ValueError(WORDS)


def look_up(words: str, known: dict[str, str]) -> str:
    """Fails twice over, with what somebody wrote."""
    try:
        return known[words]
    except KeyError as error:
        raise ValueError(f"{NAME} zegt: {words}") from error


async def broken(*_what: object) -> None:
    """As a handler or a duty that fails."""
    look_up(WORDS, {})


async def day(town: Town) -> None:
    """Somebody knocks; nothing goes well."""
    catch_in(asyncio.get_running_loop())
    await town.open()
    link = await invite.invite_staff(town.spoor, "begeleider", NAME)
    await town.open()
    town.telegram.faults.switch_on(Fault.INTERNAL, calls=2)
    town.telegram.faults.switch_on(Fault.BAD_GATEWAY, calls=1)
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, calls=1)
    stranger = town.person(NAME)
    await stranger.says(f"/start {link.rpartition('=')[2]}")
    await stranger.says(WORDS)
    await talk(town)
    await picture(town)
    Handle._turn = broken  # type: ignore[assignment,method-assign]
    DUTIES[Duty.NIGHT] = broken
    await stranger.says(WORDS)
    await town.person("Kobe").says(WORDS)
    await town.wind(days=1)
    task = asyncio.create_task(broken())
    await asyncio.wait({task})
    del task
    gc.collect()
    await town.close()


async def talk(town: Town) -> None:
    """A youth and a begeleider talk, with a Telegram that fails them in every way."""
    lotte = await people.staff(town, "Lotte")
    sam = await people.youth(town, f"{NAME} Sam", lotte, at=None)
    for fault in Fault:
        town.telegram.faults.switch_on(fault, "sendMessage", "copyMessage", "setMessageReaction", calls=2)
        said = await sam.says(WORDS)
        await sam.sends_document(WORDS.encode(), WORDS)
        await sam.edits(said, f"{WORDS}!")
        await town.wind(minutes=5)
    reply = next(message for message in lotte.sees() if WORDS in message.plain)
    mine = await lotte.says(WORDS, reply_to=reply)
    await lotte.edits(mine, f"{WORDS}?")
    await lotte.says(WORDS)
    await lotte.taps(NAME, on="Voor wie")
    town.telegram.accounts.change(sam.user.id, blocked=True)
    await lotte.says(WORDS, reply_to=reply)
    await lotte.taps("Terugtrekken")
    await town.wind(minutes=5)


async def picture(town: Town) -> None:
    """A picture that cannot be drawn."""
    whom = await people.row_of(town, await people.staff(town, "Lotte"))
    year = Timeline("nl", f"{NAME}: {WORDS}", people.today(town), WORDS, ())  # type: ignore[arg-type]
    async with town.spoor.database.write() as session:
        occasion = Occasion(session, town.now(), town.spoor.setting)
        await occasion.say(Screen(Verbatim(WORDS), drawing=year), whom, Manner("reply"))
    await town.settle()


def others(town: Town) -> None:
    """What libraries, threads and leftovers say."""
    library = logging.getLogger("some.library")
    library.warning("got %s from %s", WORDS, town.telegram.token)
    library.error(f"got {WORDS}")
    try:
        look_up(WORDS, {})
    except ValueError:
        library.exception("it broke over %s", NAME)
    for name in ("httpx", "aiosqlite", "telegram", "asyncio"):
        logging.getLogger(name).debug("request %s", WORDS)
    warnings.warn(f"careful with {WORDS}", stacklevel=1)
    thread = threading.Thread(target=lambda: asyncio.run(broken()))
    thread.start()
    thread.join()
    Broken()
    gc.collect()


def main(form: str) -> NoReturn:
    """Ends as a process does that nobody expected to end."""
    write_logs("DEBUG", form)
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder))
        asyncio.run(day(town), debug=True)
        others(town)
        raise ValueError(f"{WORDS} {town.telegram.token} {town.settings.spoor_key.get_secret_value()}")


if __name__ == "__main__":
    main(sys.argv[1])
