"""Sam, who wants to be called; Mo, who is asked how it is at eleven; Lotte, who walks with both."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path

from sandbox.phone import Person as Phone
from tests.faults.forge import Forge
from tests.faults.house import House
from tests.people import sam_with_lotte, youth

BEFORE_ELEVEN = datetime(2026, 11, 24, 9, 55, tzinfo=UTC)
FACE = "🙂"


class Home(House):
    """Where it is five to eleven, at first."""

    sam: Phone
    mo: Phone
    lotte: Phone

    def __init__(self, folder: Path, maker: Forge | None = None) -> None:
        super().__init__(folder, maker)
        self.wind(BEFORE_ELEVEN)

    async def move_in(self) -> None:
        """All three."""
        self.sam, self.lotte = await sam_with_lotte(self.town, at=None)
        self.mo = await youth(self.town, "Mo", self.lotte, at=time(11))

    def shown(self, who: Phone, words: str) -> list[str]:
        """What the bot says on this phone with these words in it."""
        return [message.plain for message in who.sees() if message.from_bot and words in message.plain]

    def questions(self) -> int:
        """How often Mo was asked."""
        return sum(any(FACE in button.text for button in message.buttons) for message in self.mo.sees())
