"""`spoor demo`: the real bot among phones on a page, without a Telegram account."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

from bot.clock import SystemClock
from bot.lock import alone_on
from sandbox.cast import DEMO
from sandbox.house import House
from sandbox.playhouse import Playhouse
from sandbox.serving import Server, address, open_door, serving
from sandbox.telling import story_named
from sandbox.town import DATABASE
from store.database import make_private
from store.sealed import new_key

KEPT_IN = Path("data/demo")

PATIENCE = "De gsm's worden klaargelegd…"
WELCOME = """\
Spoor staat klaar in de zandbak: {address}

Probeer dit:
  • Klik op “naar het volgende”: om 10u krijgt Sam de vraag van vandaag.
  • Tik op Sams gsm een gezichtje aan, en kijk wat Lotte ziet.
  • Bij Lotte ligt het bericht van 8u30: wat vandaag vraagt, per regel één tik. In het weekend komt er geen.
  • Laat haar /contact typen, en tik twee keer: klaar. Met /jongeren ziet ze iedereen, en per jongere een tijdlijn.
  • Laat An een collega uitnodigen met /team, of Lotte een jongere met /nieuw.
    Open de link op de gsm van Kobe: die is nieuw. An en Kobe staan bij “Meer mensen”.
  • Zet de klok een dag verder, of een week.
  • Of kijk eerst: bij “Verhalen” speelt de bot een dag of een week voor je.

{kept}
Stoppen: Ctrl-C."""
PASSING = "Iedereen hier is verzonnen. Als je stopt, is alles weg. Bewaren: make demo ARGS=--keep."
LASTING = "Wat de bot weet, blijft bewaard in {folder}. De gesprekken op de gsm's zelf niet."
TAKEN = "Poort {port} is bezet of niet vrij te gebruiken, ik neem een andere."
BYE = "\nGestopt."


def play(port: int, *, open_browser: bool, keep: bool, story: str | None = None) -> None:
    """Until Ctrl-C or SIGTERM, beginning with this story. Raises CannotGoOn: the bot ends by itself, nothing can be
    kept, or there is no such story."""
    if story is not None:
        story_named(story)
    typer.echo(PATIENCE)
    with suppress(KeyboardInterrupt, asyncio.CancelledError), open_door(port) as door, _place(keep=keep) as folder:
        asyncio.run(_Demo(folder, door, wanted=port, kept=keep, story=story).play(open_browser=open_browser))
    typer.echo(BYE)


@contextmanager
def _place(*, keep: bool) -> Iterator[Path]:
    """Where the database is."""
    if keep:
        with alone_on(KEPT_IN / DATABASE):
            yield KEPT_IN
    else:
        with tempfile.TemporaryDirectory(prefix="spoor-demo-") as folder:
            yield Path(folder)


class _Demo:
    def __init__(self, folder: Path, door: socket.socket, *, wanted: int, kept: bool, story: str | None) -> None:
        self._story = story
        self._folder = folder
        self._door = door
        self._key = folder / "key"
        self._taken = TAKEN.format(port=wanted) if door.getsockname()[1] != wanted and wanted else None
        self._kept = LASTING.format(folder=folder) if kept else PASSING

    async def play(self, *, open_browser: bool) -> None:
        """Open the house, show it, and close it whatever happens."""
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, _this_task().cancel)
        key = self._key_of_before() or new_key()
        house = House(self._folder, DEMO, SystemClock(), key=key)
        try:
            await house.open()
            # Kept last: without it the next start knows that the past was not played to the end.
            make_private(self._key)
            self._key.write_text(key)
            await self._show(house, open_browser=open_browser)
        finally:
            await house.close()

    def _key_of_before(self) -> str | None:
        if self._key.exists():
            return self._key.read_text()
        for ending in ("", "-wal", "-shm"):
            (self._folder / f"{DATABASE}{ending}").unlink(missing_ok=True)
        return None

    async def _show(self, house: House, *, open_browser: bool) -> None:
        playhouse = Playhouse(house, run=secrets.token_hex(4))
        server = Server(playhouse)
        async with serving(server, self._door):
            try:
                if self._story is not None:
                    await playhouse.play(self._story)
                self._welcome(open_browser=open_browser)
                await house.live()
            finally:
                server.hang_up()
                await playhouse.stop()

    def _welcome(self, *, open_browser: bool) -> None:
        if self._taken:
            typer.echo(self._taken)
        typer.echo(WELCOME.format(address=address(self._door), kept=self._kept))
        if open_browser and _has_screen():
            webbrowser.open(address(self._door))


def _this_task() -> asyncio.Task[None]:
    task = asyncio.current_task()
    assert task is not None
    return task


def _has_screen() -> bool:
    """Without one a browser in the terminal would take over."""
    return sys.platform in {"darwin", "win32"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
