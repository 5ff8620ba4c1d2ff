"""Words that hint at suicide, and who hears of them.

A list of phrases, and no more than that: the same words always give the same answer. A miss is worse than a false hit,
so what is denied ("I don't want to die") counts as well, and so does what is forwarded; only everyday talk in which the
same words mean nothing ("lach me dood") is taken out first. How a phrase is written stands in programme/phrases.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from programme.calendar import local
from programme.call import USUAL, Escalation, Step, Who
from programme.crisis_words import EVERYDAY, FILLERS, HARD, NEVER_PASSED_OVER, SOFT
from programme.phrases import END, TAKEN_OUT, Phrases, read_phrase
from programme.reachable import OPENS, Hours
from programme.spelling import words


def _as_words(listed: str) -> frozenset[str]:
    return frozenset(word for one in listed.split() for word in words(one))


_FILLERS, _BARRED = _as_words(FILLERS), _as_words(NEVER_PASSED_OVER)


class Hints:
    """What hints at suicide, ready to be looked for."""

    def __init__(self, hints: Iterable[str], everyday: Iterable[str] = ()) -> None:
        """Raises ValueError, with the phrase, for one that says nothing."""
        self._hints = Phrases((read_phrase(phrase) for phrase in hints), _FILLERS, frozenset())
        self._everyday = Phrases((read_phrase(phrase) for phrase in everyday), _FILLERS, _BARRED)

    def found_in(self, text: str) -> bool:
        """Whether a text hints at it."""
        said = [*words(text), END]
        left = list(said)
        for begin, end in self._everyday.found_in(said):
            left[begin:end] = [TAKEN_OUT] * (end - begin)
        return next(self._hints.found_in(left), None) is not None


BUILT_IN = (*HARD, *SOFT)
HINTS = Hints(BUILT_IN, EVERYDAY)


# --- Who hears of it ---

# A second hint so soon after somebody was alerted does not alert them again. The youth is answered each time.
AGAIN_AFTER = timedelta(minutes=10)

# Reading: whoever says that they call has this long; then it goes round again.
CALLS_FOR = timedelta(minutes=15)


def step(number: int, within: Escalation = USUAL) -> Step:
    """Who hears, and how long after the step before: begeleider and duo at once; then as for a call, to the end."""
    if number == 0:
        return Step(Who.TEAM, timedelta(0))
    return within.step(number)


def is_night(now: datetime, zone: ZoneInfo, hours: Hours) -> bool:
    """Whether it is between midnight and somebody's first hours of that day; on a day without hours, the usual ones.

    What they heard before makes no sound then.
    """
    there = local(now, zone)
    blocks = hours[there.weekday()]
    return there.time() < (blocks[0][0] if blocks else OPENS)
