"""`spoor run`, the real one, with what only a test can want of a process: the hour of its clock, the step at which it
is killed, a tick that comes sooner. Nothing of the bot itself is in another form here."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from apscheduler.schedulers import base as scheduling
from apscheduler.triggers import interval

import bot.__main__ as front_door
from bot import clock, ticking
from tests.faults.axe import between_steps
from tests.faults.shared_clock import Ahead

# Short lives would end before the first tick of a second.
SOONER = timedelta(seconds=0.1)

# linux/capability.h: its third version.
_CAPABILITIES = 0x20080522


@dataclass(frozen=True)
class Life:
    """How one process is to live: where, with which settings, with which clock, and until which step."""

    folder: str
    settings: Mapping[str, str]
    log: str
    """The file for what it says."""
    clock: str | None = None
    """The file that says how far its clock is ahead."""
    killed_at: int | None = None
    """The step, among all commits and requests, at which it gets a SIGKILL."""
    sooner: bool = False
    """Whether its ticks follow each other fast."""
    file_size: int | None = None
    """How large any of its files may become."""
    humble: bool = False
    """Whether doors that are closed are closed to root as well."""


def live(life: Life) -> None:
    """Be this process, to its end."""
    _stand(life)
    if life.file_size is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (life.file_size, resource.RLIM_INFINITY))
    if life.humble:
        _obey_closed_doors()
    if life.clock is not None:
        _set_clocks(Path(life.clock))
    if life.sooner:
        ticking.TICK = SOONER
    if life.killed_at is not None:
        between_steps(setattr, _killer(life.killed_at))
    sys.argv = ["spoor", "run"]
    front_door.main()


def _stand(life: Life) -> None:
    os.chdir(life.folder)
    os.environ.clear()
    os.environ.update(life.settings)
    log = os.open(life.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(log, stream)


def _obey_closed_doors() -> None:
    """Take every right of root's from this process. Linux."""
    header, none = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    if os.getuid() == 0 and ctypes.CDLL(None).capset(header, none):
        raise OSError("rights cannot be given up")


def _killer(at: int) -> Callable[[str], None]:
    left = iter(range(at, -1, -1))

    def step(_name: str) -> None:
        if next(left) == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def _set_clocks(file: Path) -> None:
    """The machine's clock, as everything in this process sees it that asks what time it is."""
    ahead = Ahead(file)

    class Wound(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + ahead.read()

    for module in (clock, scheduling, interval):
        vars(module)["datetime"] = Wound
