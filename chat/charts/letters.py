"""The letters on a sheet: how wide words are, and how much of them fits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, get_font

# Heights of letters, in pixels.
SMALL = 27.0
LARGE = 40.0

# Pixels to the inch, so that a size in pixels can be told to a library that thinks in points.
DPI = 100
POINT = 72 / DPI

# A sign that is to be shown as an emoji: ⚖ may be a letter of ours, ⚖️ is none. The 1 of 1️⃣ stays.
_AS_EMOJI = re.compile("[^\\w\\s]\ufe0f")


def width_of(words: str, *, size: float = SMALL, bold: bool = False) -> float:
    """How many pixels a text takes."""
    letters = font(size, bold=bold)
    measured = measure().get_text_width_height_descent(drawable(words), letters, ismath=False)  # type: ignore[no-untyped-call]
    return float(measured[0])


def fitting(words: str, room: float, *, size: float = SMALL, bold: bool = False) -> str:
    """As much of a text as fits in so many pixels, with a … when that is not all."""
    whole = drawable(words)
    if width_of(whole, size=size, bold=bold) <= room:
        return whole
    kept = whole
    while kept and width_of(f"{kept}…", size=size, bold=bold) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…" if kept else ""


def in_two(words: str, room: float) -> list[str]:
    """A text on one line, or on two of about the same width when one does not fit in so many pixels. What does not fit
    on two either is cut."""
    whole = drawable(words)
    if width_of(whole) <= room:
        return [whole]
    parts = whole.split()
    splits = [(" ".join(parts[:at]), " ".join(parts[at:])) for at in range(1, len(parts))]
    splits = [split for split in splits if width_of(split[0]) <= room]
    if not splits:
        return [fitting(whole, room)]
    if width_of(splits[-1][1]) > room:
        first, rest = splits[-1]
        return [first, fitting(rest, room)]
    return list(min(splits, key=lambda split: max(map(width_of, split))))


def drawable(words: str) -> str:
    """A text without what our letters lack, such as emoji: on one line, with single spaces."""
    known = _letters()
    composed = _AS_EMOJI.sub("", unicodedata.normalize("NFC", words))
    kept = (" " if char.isspace() else char for char in composed if char.isspace() or _is_drawn(char, known))
    return " ".join("".join(kept).split())


def _is_drawn(char: str, known: frozenset[int]) -> bool:
    """Whether there is a letter for it. What only tells how to show its neighbours is left out."""
    return ord(char) in known and char.isprintable() and not "\ufe00" <= char <= "\ufe0f"


@cache
def _letters() -> frozenset[int]:
    """What both of our fonts have."""
    regular, bold = (set(get_font(str(_file(bold=bold))).get_charmap()) for bold in (False, True))
    return frozenset(regular & bold)


@cache
def measure() -> RendererAgg:
    """What tells how large a text is; nothing is drawn with it."""
    return RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]  # nobody wrote down what it takes


def font(size: float, *, bold: bool) -> FontProperties:
    """Our letters, so many pixels high."""
    return FontProperties(fname=_file(bold=bold), size=size * POINT)


def _file(*, bold: bool) -> Path:
    """The font that comes with matplotlib, whatever a machine has."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
