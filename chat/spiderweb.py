"""A spinnenweb as facts for a picture. Drawn in chat/charts/radar.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.drawing import Drawing


@dataclass(frozen=True)
class Web:
    """The scores of one time, one for each label of the picture. None: skipped, or not asked then."""

    day: date
    scores: tuple[int | None, ...]


@dataclass(frozen=True)
class Radar(Drawing, name="radar"):
    """One time and perhaps earlier ones of the youth, and what somebody else thought. Texts are in the language of the
    drawing already."""

    title: str
    """Whose web it is."""
    labels: tuple[str, ...]
    """The domains, in order, clockwise from the top. Two or more; the youth's own theme is in the youth's words."""
    now: Web
    before: Web | None = None
    """The time before this one."""
    first: Web | None = None
    """The first of all, when that is asked for and is another."""
    beside: Web | None = None
    """Scores that the begeleider gave: a line apart, never mixed with the youth's."""
    beside_by: str = ""
    """The name of whoever gave those."""
