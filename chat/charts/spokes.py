"""Spokes around a middle, rings across them, and words at their ends: none covers another, and each is whole where
there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from chat.charts.canvas import WIDTH, Point, Side
from chat.charts.letters import in_two
from programme.spiderweb import HIGHEST, LOWEST

# Where the middle stands, from the left; its height is 0. Then how far from it the lowest score and the highest stand:
# eleven marks of the lowest still have room side by side.
MIDDLE = WIDTH / 2
HUB, RIM = 60.0, 294.0

# How far beyond the rim words begin; how far they stay from the edge of the sheet, and from their neighbours.
BEYOND, MARGIN, APART = 38.0, 20.0, 20.0
WIDEST = 400.0

# The heights of a line of a name, with room for É above and g below, and of the number above it.
LINE, NUMBER = 34.0, 37.0

# Where a ring may be written on, as parts of the way from one spoke to the next; the best first.
PARTS = (0.5, 0.3, 0.7)


def turns(count: int) -> tuple[float, ...]:
    """The angles of so many spokes, in radians, clockwise from the top. Two stand like a V: opposite each other they
    would be one line, on which nothing that is drawn could be told apart."""
    return (-pi / 4, pi / 4) if count == 2 else tuple(2 * pi * number / count for number in range(count))


def at(turn: float, away: float) -> Point:
    """The point so far from the middle."""
    return MIDDLE + away * sin(turn), away * cos(turn)


def far(score: int) -> float:
    """How far from the middle a score stands."""
    return HUB + (RIM - HUB) * (score - LOWEST) / (HIGHEST - LOWEST)


def ring(count: int, score: int) -> list[Point]:
    """The line on which a score stands, all around."""
    corners = [at(turn, far(score)) for turn in turns(count)]
    return [*corners, corners[0]]


def between(count: int, score: int) -> list[Point]:
    """Points of a ring between two spokes; one to the left of the first spoke comes first."""
    sides = list(pairwise(ring(count, score)))
    return [
        (x + part * (next_x - x), y + part * (next_y - y))
        for part in PARTS
        for (x, y), (next_x, next_y) in (sides[-1], *sides[:-1])
    ]


@dataclass(frozen=True)
class Words:
    """What stands at the end of a spoke: a number, and below it a name on one or two lines."""

    x: float
    top: float
    side: Side
    name: tuple[str, ...]

    @property
    def number(self) -> float:
        """The height on which the number stands."""
        return self.top - NUMBER + 11

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The name, and the height on which each line of it stands."""
        return [(self.top - NUMBER - row * LINE + 7, line) for row, line in enumerate(self.name, start=1)]

    @property
    def foot(self) -> float:
        """Where the last line ends."""
        return self.top - NUMBER - LINE * len(self.name)


def words_at(labels: Sequence[str]) -> list[Words]:
    """The words at each spoke."""
    return [_words(label, turn, len(labels)) for label, turn in zip(labels, turns(len(labels)), strict=True)]


def _words(label: str, turn: float, count: int) -> Words:
    x, y = at(turn, RIM + BEYOND)
    name = tuple(in_two(label, _room(turn, count)))
    # At the top words stand on their point, at the bottom they hang from it, and on the sides it is at their middle.
    top = y + (NUMBER + LINE * len(name)) * (1 + cos(turn)) / 2
    return Words(x, top, _side(turn), name)


def _side(turn: float) -> Side:
    if abs(sin(turn)) < 0.01:
        return "center"
    return "left" if sin(turn) > 0 else "right"


def _room(turn: float, count: int) -> float:
    """How wide words may be: to the edge of the sheet, or between those of the neighbours."""
    if _side(turn) != "center":
        return WIDTH / 2 - abs(at(turn, RIM + BEYOND)[0] - MIDDLE) - MARGIN
    beside = (RIM + BEYOND) * sin(2 * pi / count)
    return min(WIDEST, 2 * (beside - APART)) if count > 4 else WIDEST
