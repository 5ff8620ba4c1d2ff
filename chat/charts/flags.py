"""Labels on poles above a line, like flags: none covers another, and no pole runs through a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A word that wants a flag: where its pole stands, and how wide the word may be, the best first, in pixels."""

    at: float
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Flag:
    """Where a label hangs: on which side of its pole, how wide, and in which row, counted from 0 upwards."""

    to_the_left: bool
    width: float
    row: int


@dataclass(frozen=True)
class _Hung:
    number: int
    at: float
    width: float
    to_the_left: bool

    @property
    def left(self) -> float:
        """Where the word begins."""
        return self.at - self.width if self.to_the_left else self.at

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.at if self.to_the_left else self.at + self.width

    def is_crossed_by(self, pole: float) -> bool:
        """Whether the pole that stands here would run through the word."""
        return self.left < pole < self.right

    def touches(self, other: _Hung) -> bool:
        """Whether the two cannot hang in one row."""
        return self.left < other.right and other.left < self.right


def hang(labels: Sequence[Label], *, right: float, rows: int) -> dict[int, Flag]:
    """Flags for as many labels as there is room for, by their number; the first ones come first.

    `right` is where the room ends; on the left it ends at 0. There are so many `rows`.
    """
    return max((_hang(labels, right, rows, left_first) for left_first in _SIDES), key=len)


# Which words to hang to the left of their pole where both sides will do, by where in the room the pole stands (0 to 1):
# none, all, those on the right, those on the left. What gives the most flags is what counts.
_SIDES: tuple[Callable[[float], bool], ...] = (
    lambda _: False,
    lambda _: True,
    lambda at: at > 0.5,
    lambda at: at < 0.5,
)


def _hang(labels: Sequence[Label], right: float, rows: int, left_first: Callable[[float], bool]) -> dict[int, Flag]:
    marks = [label.at for label in labels]
    hung: tuple[_Hung, ...] = ()
    found: list[int] = []
    for number, label in enumerate(labels):
        for one in _ways(number, label, right, left_first=left_first(label.at / right)):
            rows_of_all = _rows((*hung, one), marks, rows)
            if rows_of_all is not None:
                hung, found = (*hung, one), rows_of_all
                break
    return {one.number: Flag(one.to_the_left, one.width, row) for one, row in zip(hung, found, strict=True)}


def _ways(number: int, label: Label, right: float, *, left_first: bool) -> list[_Hung]:
    """On one side of the pole, or else on the other, or else narrower, as far as the room reaches."""
    sides = (left_first, not left_first)
    ways = [_Hung(number, label.at, width, to_the_left) for width in label.widths for to_the_left in sides]
    return [way for way in ways if way.left >= 0 and way.right <= right]


def _rows(hung: Sequence[_Hung], marks: Sequence[float], rows: int) -> list[int] | None:
    """The lowest row for each; None when that takes too many.

    A word hangs above every pole that it spans, and not in the lowest row over a mark that is not its own.
    """
    below = [_below(i, hung) for i in range(len(hung))]
    found = lowest = [int(any(map(one.is_crossed_by, marks))) for one in hung]
    while max(found) < rows:
        higher = [max(low, *(found[j] + 1 for j in lower), 0) for low, lower in zip(lowest, below, strict=True)]
        if higher == found:
            return found
        found = higher
    return None


def _below(i: int, hung: Sequence[_Hung]) -> list[int]:
    """Which flags have to hang lower than this one."""
    one = hung[i]
    return [j for j, other in enumerate(hung) if j != i and one.touches(other) and _is_above(one, other, later=i > j)]


def _is_above(one: _Hung, other: _Hung, *, later: bool) -> bool:
    """Whether, of two that touch, this one has to hang above the other. When neither has to, the later one does."""
    return one.is_crossed_by(other.at) or (later and not other.is_crossed_by(one.at))
