"""One clock for two processes: real time, and how far it was wound, in a file that both have mapped."""

from __future__ import annotations

import mmap
import struct
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock

_AHEAD = struct.Struct("d")


class Ahead:
    """How far the clock is ahead of the machine's."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(_AHEAD.pack(0.0))
        with file.open("r+b") as opened:
            self._shared = mmap.mmap(opened.fileno(), _AHEAD.size)

    def read(self) -> timedelta:
        """What the file says now."""
        return timedelta(seconds=_AHEAD.unpack_from(self._shared)[0])

    def write(self, ahead: timedelta) -> None:
        """Say it to every process."""
        _AHEAD.pack_into(self._shared, 0, ahead.total_seconds())


class SharedClock(SystemClock):
    """The system's clock, plus what the file says."""

    def __init__(self, file: Path) -> None:
        self._ahead = Ahead(file)

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return super().now() + self._ahead.read()

    def wind(self, to: datetime) -> None:
        """Show `to`, in every process, and run on from there."""
        self._ahead.write(to - super().now())
