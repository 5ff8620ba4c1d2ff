"""Labels on poles above a line, like flags: none covers another, and no pole runs through a word."""

from __future__ import annotations

from collections.abc import Sequence
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
    hung: tuple[_Hung, ...] = ()
    found: list[int] = []
    for number, label in enumerate(labels):
        for one in _ways(number, label, right):
            rows_of_all = _rows((*hung, one), rows)
            if rows_of_all is not None:
                hung, found = (*hung, one), rows_of_all
                break
    return {one.number: Flag(one.to_the_left, one.width, row) for one, row in zip(hung, found, strict=True)}


def _ways(number: int, label: Label, right: float) -> list[_Hung]:
    """To the right of the pole, or else to the left, or else narrower, as far as the room reaches."""
    ways = [_Hung(number, label.at, width, to_the_left) for width in label.widths for to_the_left in (False, True)]
    return [way for way in ways if way.left >= 0 and way.right <= right]


def _rows(hung: Sequence[_Hung], rows: int) -> list[int] | None:
    """The lowest row for each; None when that takes too many. A word hangs above every pole that it spans."""
    found = [0] * len(hung)
    while max(found) < rows:
        higher = [max((found[j] + 1 for j in _below(i, hung)), default=0) for i in range(len(hung))]
        if higher == found:
            return found
        found = higher
    return None


def _below(i: int, hung: Sequence[_Hung]) -> list[int]:
    """Which flags have to hang lower than this one. Of two that only touch, the later hangs higher."""
    one = hung[i]
    lower = []
    for j, other in enumerate(hung):
        if j == i or not one.touches(other):
            continue
        spans, spanned = one.is_crossed_by(other.at), other.is_crossed_by(one.at)
        if spans or (i > j and not spanned):
            lower.append(j)
    return lower
