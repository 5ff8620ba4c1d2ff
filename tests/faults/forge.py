"""Makes processes that live `spoor run` and may be killed, in a few milliseconds each.

Most of a start is loading modules, the same ones each time. One process loads them and waits; whoever wants a life
connects to it, and gets one that is forked off. `python -m tests.faults.forge SOCKET` is that process: it ends when its
standard input does, and whatever it made ends with it.
"""

from __future__ import annotations

import asyncio
import ctypes
import json
import os
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from tests.faults.launcher import Life, live

HOME = Path(__file__).parents[2]
PATIENCE = 60.0

# linux/prctl.h: the signal that a process gets when its parent ends.
PR_SET_PDEATHSIG = 1


class Process:
    """One life that was begun."""

    def __init__(self, pid: int, word: asyncio.StreamReader, line: asyncio.StreamWriter, log: Path) -> None:
        self.pid = pid
        self.log = log
        self.patience = PATIENCE
        self._line = line
        self._end = asyncio.create_task(self._read(word))

    async def _read(self, word: asyncio.StreamReader) -> int:
        code = int(await word.readline())
        self._line.close()
        return code

    async def ended(self) -> int:
        """What it ended with, once it has; -9 when it was killed."""
        async with asyncio.timeout(self.patience):
            return await asyncio.shield(self._end)

    async def kill(self) -> None:
        """SIGKILL: no goodbye, nothing finished. Raises RuntimeError when it had ended by itself."""
        if (code := await self.sent(signal.SIGKILL)) != -signal.SIGKILL:
            raise RuntimeError(f"the bot ended by itself, with {code}:\n{self.log.read_text()}")

    async def sent(self, what: signal.Signals) -> int:
        """What it ended with, after this signal."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, what)
        return await self.ended()


class Forge:
    """The process that makes them, from the side of whoever wants one."""

    def __init__(self, address: Path) -> None:
        self._address = address

    async def start(self, life: Life) -> Process:
        """Begin a life."""
        word, asks = await asyncio.open_unix_connection(self._address)
        asks.write(json.dumps(asdict(life)).encode() + b"\n")
        return Process(int(await word.readline()), word, asks, Path(life.log))


@asynccontextmanager
async def forge() -> AsyncIterator[Forge]:
    """With a process that makes processes."""
    folder = tempfile.mkdtemp()  # the address of a socket may not be long
    address = Path(folder) / "forge"
    maker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.faults.forge", str(address)), cwd=HOME, stdin=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while not address.exists():  # noqa: ASYNC110 - it is another process
                await asyncio.sleep(0.01)
        yield Forge(address)
    finally:
        assert maker.stdin is not None
        maker.stdin.close()
        await maker.wait()
        shutil.rmtree(folder)


def serve(address: str) -> None:
    """Fork a life off for everybody who connects, until standard input ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for whoever looks after a life
    door = socket.socket(socket.AF_UNIX)
    door.bind(f"{address}.made")
    door.listen(64)
    os.rename(f"{address}.made", address)  # noqa: PTH104 - there it listens already
    os.set_blocking(0, False)
    door.settimeout(0.2)
    while _is_wanted():
        with suppress(TimeoutError):
            caller, _ = door.accept()
            if os.fork() == 0:
                _end_with_parent()
                _look_after(caller)
            caller.close()


def _is_wanted() -> bool:
    try:
        return os.read(0, 1) != b""
    except BlockingIOError:
        return True


def _look_after(caller: socket.socket) -> None:
    """Begin the life that is asked for, say who it is, and what it ended with."""
    caller.settimeout(None)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with caller, caller.makefile("rw") as line:
        life = Life(**json.loads(line.readline()))
        pid = os.fork()
        if pid == 0:
            _end_with_parent()
            _be(life)
        line.write(f"{pid}\n")
        line.flush()
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        line.write(f"{code}\n")
    os._exit(0)


def _be(life: Life) -> None:
    code: object = 0
    try:
        live(life)
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    serve(sys.argv[1])
