"""`spoor run` with a clock that another process winds: python -m tests.faults.bot_process CLOCK-FILE."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.application import assemble
from bot.run import run
from bot.settings import Settings
from tests.faults.shared_clock import SharedClock


async def main(clock_file: str) -> None:
    """Live until killed."""
    await run(assemble(Settings(_env_file=None), clock=SharedClock(Path(clock_file))))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
