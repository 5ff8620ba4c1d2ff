"""One clock for two processes: real time, and how far it was wound, in a file that both have mapped."""

from __future__ import annotations

import mmap
import struct
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock

_AHEAD = struct.Struct("d")


class SharedClock(SystemClock):
    """The system's clock, plus what the file says."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            path.write_bytes(_AHEAD.pack(0.0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _AHEAD.size)

    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        return super().now() + timedelta(seconds=_AHEAD.unpack_from(self._shared)[0])

    def wind(self, to: datetime) -> None:
        """Show `to`, in every process, and run on from there."""
        ahead = (to - super().now()).total_seconds()
        _AHEAD.pack_into(self._shared, 0, ahead)
