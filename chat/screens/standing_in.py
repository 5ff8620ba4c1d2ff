"""Somebody is away: what their duo, their youths and whoever leads the region hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Joined, Text, Verbatim, _, lines, paragraphs, plural
from chat.screen import Screen
from chat.screens.call import CALL_ME, cannot_wait
from programme.helplines import HelpLine

# More would fill the screen, and nobody is missed for a count.
BY_NAME = 10


@dataclass(frozen=True)
class Gap:
    """A youth for whom nobody stands in, or not every day. `duo` is None when there is none."""

    name: str
    duo: str | None


def stretch(name: str, first: date, through: date, today: date) -> Text:
    """Who is away, and when."""
    if first <= today:
        if through <= today:
            return _("{name} is away today.", name=name)
        return _("{name} is away through {day}.", name=name, day=spoken(through, today))
    if first == through:
        return _("{name} is away {day}.", name=name, day=spoken(first, today))
    return _(
        "{name} is away from {first} through {through}.",
        name=name,
        first=spoken(first, today),
        through=spoken(through, today),
    )


# --- The duo ---


def to_duo(name: str, first: date, through: date, today: date, youths: Sequence[str]) -> Screen:
    """What comes to them meanwhile."""
    now, whose = first <= today, named(youths)
    words = plural(
        "What {names} writes comes to you too.", "What {names} write comes to you too.", len(youths), names=whose
    )
    later = plural(
        "What {names} writes comes to you too then.",
        "What {names} write comes to you too then.",
        len(youths),
        names=whose,
    )
    planned = _("Reminders come to you meanwhile.")
    return Screen(lines(stretch(name, first, through, today), words if now else later, planned), silent=True)


def back(name: str) -> Screen:
    """To the duo."""
    return Screen(_("{name} is back.", name=name), silent=True)


def not_away_after_all(name: str, first: date, today: date) -> Screen:
    """To whoever heard of it: it was taken back before it began."""
    return Screen(_("{name} will be there after all, {day}.", name=name, day=spoken(first, today)), silent=True)


# --- Whoever leads the region ---


def to_lead(name: str, first: date, through: date, today: date, gaps: Sequence[Gap]) -> Screen:
    """Nobody stands in: somebody has to know beforehand."""
    told = (_gap(gap) for gap in gaps[:BY_NAME])
    choose = _("{name} chooses a duo in /jongeren.", name=name)
    return Screen(paragraphs(stretch(name, first, through, today), lines(*told, more(len(gaps) - BY_NAME)), choose))


def _gap(gap: Gap) -> Text:
    if gap.duo is None:
        return _("{name} has no duo.", name=gap.name)
    return _("{duo}, {name}'s duo, isn't always there then.", duo=gap.duo, name=gap.name)


# --- The youth ---


def to_youth(name: str, through: date, today: date, duo: str, *, silent: bool = False) -> Screen:
    """Who reads instead."""
    reads = _("{duo} reads and answers meanwhile.", duo=duo)
    return Screen(lines(stretch(name, today, through, today), reads), silent=silent)


def to_youth_alone(
    name: str,
    through: date,
    today: date,
    duo: tuple[str, date] | None,
    call_reaches: Sequence[str],
    numbers: Sequence[HelpLine],
) -> Screen:
    """Nobody reads meanwhile. `duo`: the one who is away too, through which day; `call_reaches`: who gets what they
    write and a call that is asked for, though they are away."""
    neither = (
        None if duo is None else _("{name} isn't there either, through {day}.", name=duo[0], day=spoken(duo[1], today))
    )
    nobody = _("Meanwhile nobody reads what you write.")
    waits = _("It waits for {name}.", name=named(call_reaches)) if call_reaches else None
    looks = _("{call_me} works: then I look for somebody who is there.", call_me=CALL_ME)
    return Screen(
        paragraphs(
            lines(stretch(name, today, through, today), neither, nobody, waits),
            looks if call_reaches else None,
            lines(cannot_wait(numbers), _("More numbers: /hulp")),
        )
    )


def back_to_youth(name: str) -> Screen:
    """Earlier than they were told."""
    return Screen(_("{name} is back, and reads what you write.", name=name), silent=True)


# --- Names ---


def named(names: Sequence[str]) -> Text:
    """Sam; Sam and Mo; Sam, Mo and Yara; with many, a few of them and how many more."""
    shown, rest = names[:BY_NAME], len(names) - BY_NAME
    if rest > 0:
        return Joined((Verbatim(", ".join(shown)), plural("{count} more", "{count} more", rest)), " + ")
    if len(shown) == 1:
        return Verbatim(shown[0])
    return _("{one} and {other}", one=", ".join(shown[:-1]), other=shown[-1])


def more(count: int) -> Text | None:
    """How many are not named; None when all are."""
    return plural("And {count} more.", "And {count} more.", count) if count > 0 else None
