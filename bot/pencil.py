"""Drawings and papers are made just before they are sent, by a process of its own.

What draws is large: loading it holds up a process for a third of a second, and it stays in memory. So it is loaded in
another one, which begins with the first drawing and ends when there was nothing to draw for a while. What is drawn goes
there as it stood in the outbox, and comes back as bytes; of a failure only its kind and the places it passed.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import IO, Any

import structlog

log = structlog.get_logger()

# One at a time: a thread waits for the process. Both start with the first drawing.
_WAITING = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pencil")


class NotDrawn(Exception):
    """A drawing or paper could not be made: our own mistake."""


async def picture_of(written: dict[str, Any]) -> bytes:
    """The PNG of a drawing, as it stood in the outbox. Raises NotDrawn."""
    return await _made({"as": "picture", "of": written})


async def paper_of(written: dict[str, Any]) -> bytes:
    """The PDF of a paper, as it stood in the outbox. Raises NotDrawn."""
    return await _made({"as": "paper", "of": written})


async def _made(asked: dict[str, Any]) -> bytes:
    line = json.dumps(asked).encode() + b"\n"
    return await asyncio.get_running_loop().run_in_executor(_WAITING, _PENCIL.draw, line)


class Pencil:
    """The process that draws."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None

    def draw(self, line: bytes) -> bytes:
        """What it makes of one line. Waits for it. Raises NotDrawn."""
        answer = self._asks(line) or self._asks(line)  # it may just have ended
        if answer is None:
            raise NotDrawn
        head, made = answer
        if "error" in head:
            log.error("not drawn", error=head["error"], at=head["at"])
            raise NotDrawn
        return made

    def _asks(self, line: bytes) -> tuple[dict[str, Any], bytes] | None:
        """What it says of it, and the file; None when it is not there any more."""
        into, out = self._pipes()
        try:
            into.write(line)
            into.flush()
            head = json.loads(out.readline())
            return head, out.read(head.get("length", 0))
        except (OSError, ValueError):
            self.let_go()
            return None

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self.process is None:
            # What it would say on its own may hold words of people. Ctrl-C is for us: it ends when we do.
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot.drawing"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        into, out = self.process.stdin, self.process.stdout
        if into is None or out is None:
            raise RuntimeError("the pencil has no pipes")
        return into, out

    def let_go(self) -> None:
        """End it; the next drawing begins another."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.communicate()


_PENCIL = Pencil()
