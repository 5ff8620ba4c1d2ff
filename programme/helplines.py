"""Numbers in Flanders to call when the bot, or a begeleider, is not enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class HelpFor(StrEnum):
    """What a line is for; the words for it are the chat room's."""

    EMERGENCY = "emergency"
    SUICIDE = "suicide"
    LISTENING = "listening"
    POLICE = "police"
    YOUNG_PEOPLE = "young_people"
    VIOLENCE = "violence"
    WELFARE = "welfare"


@dataclass(frozen=True)
class HelpLine:
    """One number. `always` is day and night; hours of the others are not kept, since they go stale unseen."""

    number: str
    name: str
    key: HelpFor | None
    always: bool
    checked_on: date
    says: str | None = None
    """When to call it, in the organisation's own words."""


# A number that nobody dialled for so long may be another's by now.
GOOD_FOR = timedelta(days=365)

# Without these, day and night, no list is complete.
NEEDED = (HelpFor.EMERGENCY, HelpFor.SUICIDE)

# A Dutch line, that somebody in Belgium does not reach.
NOT_BELGIAN = "113"


def stale(lines: Iterable[HelpLine], today: date) -> tuple[HelpLine, ...]:
    """Those that were last checked longer than a year ago."""
    return tuple(line for line in lines if today - line.checked_on > GOOD_FOR)


_CHECKED = date(2026, 11, 23)

# Those that answer day and night come first, and the two for life and death before all.
HELP_LINES: tuple[HelpLine, ...] = (
    HelpLine("112", "Noodcentrale", HelpFor.EMERGENCY, always=True, checked_on=_CHECKED),
    HelpLine("1813", "Zelfmoordlijn", HelpFor.SUICIDE, always=True, checked_on=_CHECKED),
    HelpLine("106", "Tele-Onthaal", HelpFor.LISTENING, always=True, checked_on=_CHECKED),
    HelpLine("101", "Politie", HelpFor.POLICE, always=True, checked_on=_CHECKED),
    HelpLine("102", "Awel", HelpFor.YOUNG_PEOPLE, always=False, checked_on=_CHECKED),
    HelpLine("1712", "1712", HelpFor.VIOLENCE, always=False, checked_on=_CHECKED),
    HelpLine("0800 13 500", "CAW en JAC", HelpFor.WELFARE, always=False, checked_on=_CHECKED),
)
