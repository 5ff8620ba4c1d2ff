"""The letters a paper is set in: where they come from, which there are, how wide they are.

They are embedded in the file, so that it looks the same on any machine. What they lack is told in words, since people's
own words are not to change without a sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import matplotlib as mpl
from fontTools.ttLib import TTFont

from chat.language import Language, _

# What is written from right to left, or joined up: it needs more than one letter after the other.
_JOINED = {"R", "AL"}


def font_file(*, bold: bool) -> Path:
    """The font that comes with matplotlib, whatever a machine has."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


def width_of(words: str, *, bold: bool) -> float:
    """How wide a line is, in heights of its letters."""
    widths = _widths(bold=bold)
    return sum(widths.get(ord(char), 0.0) for char in words)


def is_joined(line: str) -> bool:
    """Whether it holds letters that change with their neighbours, or run the other way."""
    return any(unicodedata.bidirectional(char) in _JOINED for char in line)


def runs_from_right(line: str) -> bool:
    """Whether all letters in it do. A Dutch sentence with an Arabic name in it is a Dutch sentence."""
    return not any(unicodedata.bidirectional(char) == "L" for char in line)


def own_words(words: str, speaks: Language) -> str:
    """What somebody wrote, line by line. What we have no letters for is said to be there."""
    whole = unicodedata.normalize("NFC", words)
    return "\n".join(filter(None, (_line(line, speaks) for line in whole.splitlines())))


def name(words: str, speaks: Language) -> str:
    """A name or label on one line, without the signs that decorate it, unless it has nothing else."""
    plain = "".join(char if _is_known(char) and not _is_sign(char) else " " for char in _seen(words))
    return " ".join((plain if plain.strip() else own_words(words, speaks)).split())


def _line(line: str, speaks: Language) -> str:
    runs = groupby(_seen(line), key=_is_known)
    return " ".join("".join("".join(run) if known else _absent("".join(run), speaks) for known, run in runs).split())


def _absent(run: str, speaks: Language) -> str:
    """What stands for letters that there are none of."""
    is_word = any(char.isalnum() for char in run)
    says = speaks.plain(_("(letters that this paper lacks)") if is_word else _("(emoji)"))
    return f" {says} "


def _seen(words: str) -> str:
    """Without what only tells how to show its neighbours: joiners, direction marks, the look of an emoji."""
    composed = unicodedata.normalize("NFC", words)
    kept = (" " if char.isspace() else char for char in composed)
    return "".join(char for char in kept if not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char)[0] == "C" or "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) == "So"


def _is_known(char: str) -> bool:
    return char == " " or (ord(char) in _widths(bold=False) and ord(char) in _widths(bold=True))


@cache
def _widths(*, bold: bool) -> Mapping[int, float]:
    """How wide each letter is, in heights of the font."""
    with TTFont(font_file(bold=bold), lazy=True) as font:
        advances, em = font["hmtx"], font["head"].unitsPerEm
        return {char: advances[glyph][0] / em for char, glyph in font.getBestCmap().items()}
