"""Words broken into lines of a width, and cut after so many of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from chat.papers.letters import width_of

MORE = "…"
_MILLIMETRE = 25.4 / 72


@dataclass(frozen=True)
class Style:
    """How words look. `size`: of the letters, in points; `lead`: from one line to the next, in millimetres."""

    size: float
    lead: float
    bold: bool = False
    faint: bool = False

    def width(self, words: str) -> float:
        """Of a line, in millimetres."""
        return width_of(words, bold=self.bold) * self.size * _MILLIMETRE


def broken(words: str, room: float, style: Style) -> list[str]:
    """Lines that fit in so many millimetres. A word that is too long for one goes on in the next."""
    return [line for part in words.split("\n") for line in _filled(part, room, style)]


def cut(lines: list[str], most: int, room: float, style: Style) -> list[str]:
    """The first of them, with a … after the last when there were more."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _ended(lines[most - 1], room, style)] if most else []


def _filled(words: str, room: float, style: Style) -> Iterator[str]:
    line, wide, space = "", 0.0, style.width(" ")
    for word in words.split():
        step = style.width(word)
        if line and wide + space + step <= room:
            line, wide = f"{line} {word}", wide + space + step
            continue
        if line:
            yield line
        *full, line = _pieces(word, room, style) if step > room else (word,)
        yield from full
        wide = style.width(line)
    if line:
        yield line


def _pieces(word: str, room: float, style: Style) -> Iterator[str]:
    """A word in parts that fit; a mark stays on its letter."""
    part, wide = "", 0.0
    for char in word:
        step = style.width(char)
        if part and wide + step > room and not unicodedata.combining(char):
            yield part
            part, wide = "", 0.0
        part, wide = part + char, wide + step
    yield part


def _ended(line: str, room: float, style: Style) -> str:
    while line and style.width(line + MORE) > room:
        line = line[:-1].rstrip()
    return line + MORE
