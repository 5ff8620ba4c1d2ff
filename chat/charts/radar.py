"""A spinnenweb as a picture: how somebody's life goes by their own scores, now and before.

A youth keeps it. So it shows what they said and no more: it adds nothing up, and no colour of it finds anything good or
bad. What was skipped stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import dist

from chat.charts.canvas import EDGE, FAINT, INK, PAPER, WIDTH, Canvas, Point
from chat.charts.series import NOW, Series, series
from chat.charts.spokes import HUB, MIDDLE, RIM, Words, at, between, ring, turns, words_at
from chat.spiderweb import Radar
from programme.spiderweb import HIGHEST, LOWEST

# The rings that have a number; the others are only there to count by.
NAMED = (5, 10)
# So far from every line, in pixels, a number stands free.
ENOUGH = 32.0

# What the scores of this time enclose.
FILL = "#dce8f2"

# The heights of the title and of a row of the legend, and where the columns of that begin.
TITLE, ROW = 78.0, 48.0
COLUMNS = (28.0, 490.0)
SAMPLE = 90.0


def draw(radar: Radar) -> bytes:
    """The picture, as a PNG."""
    return paint(radar).png()


def paint(radar: Radar) -> Canvas:
    """The picture before it is made into a file."""
    words, shown, count = words_at(radar.labels), series(radar), len(radar.labels)
    foot = min(0, *(one.foot for one in words))
    canvas = Canvas(top=max(one.top for one in words) + TITLE, foot=foot - 40 - ROW * ((len(shown) + 1) // 2))
    canvas.title(28, canvas.foot + canvas.height - 56, radar.title, WIDTH - 56)
    for points in shown[0].lines():
        canvas.area([(MIDDLE, 0), *points], fill=FILL)
    _rings(canvas, count)
    _lines(canvas, shown)
    for one in reversed(shown):
        one.look.marks(canvas, one.marks())
    _numbers(canvas, count, shown)
    for at_spoke, score in zip(words, radar.now.scores, strict=True):
        _words(canvas, at_spoke, score)
    _legend(canvas, foot - 14, shown)
    return canvas


def _rings(canvas: Canvas, count: int) -> None:
    scale = range(LOWEST, HIGHEST + 1)
    canvas.lines([ring(count, score) for score in scale if score not in NAMED])
    canvas.lines([[at(turn, HUB), at(turn, RIM)] for turn in turns(count)])
    canvas.lines([ring(count, score) for score in NAMED], ink=EDGE)


def _lines(canvas: Canvas, shown: Sequence[Series]) -> None:
    """The lines of all; between the heavy one and those on top of it there is a little paper."""
    now, *others = shown
    for points in now.lines():
        now.look.line(canvas, points)
    for one in others:
        for points in one.lines():
            canvas.line(points, ink=PAPER, wide=one.look.wide + 2)
    for one in others:
        for points in one.lines():
            one.look.line(canvas, points)


def _numbers(canvas: Canvas, count: int, shown: Sequence[Series]) -> None:
    """What the rings count, between the first two spokes where there is room, or else where there is most."""
    drawn = [pair for one in shown for points in one.lines() for pair in pairwise(points)]
    drawn += [(point, point) for one in shown for point in one.marks()]
    places = zip(*(between(count, score) for score in NAMED), strict=True)
    best = max(places, key=lambda place: min([ENOUGH, *(_apart(at, *pair) for at in place for pair in drawn)]))
    for score, (x, y) in zip(NAMED, best, strict=True):
        canvas.words(x, y - 10, str(score), ink=FAINT, side="center", clear=5)


def _apart(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a straight line between two others."""
    (x, y), (left, low), (right, high) = point, start, end
    long = dist(start, end) ** 2
    along = ((x - left) * (right - left) + (y - low) * (high - low)) / long if long else 0
    part = min(max(along, 0), 1)
    return dist(point, (left + part * (right - left), low + part * (high - low)))


def _words(canvas: Canvas, words: Words, score: int | None) -> None:
    """The score of this time, and the name; a dash where it was skipped."""
    number, ink, name = ("–", FAINT, FAINT) if score is None else (str(score), NOW.ink, INK)
    canvas.words(words.x, words.number, number, size=34, ink=ink, bold=True, side=words.side)
    for y, line in words.lines:
        canvas.words(words.x, y, line, ink=name, side=words.side)


def _legend(canvas: Canvas, top: float, shown: Sequence[Series]) -> None:
    """Which line is of when."""
    for number, one in enumerate(shown):
        row, column = divmod(number, 2)
        x, y = COLUMNS[column], top - ROW * (row + 1) + 12
        has_neighbour = column == 0 and number + 1 < len(shown)
        ends = COLUMNS[1] - 24 if has_neighbour else WIDTH - 20
        one.look.line(canvas, [(x, y + 9), (x + SAMPLE, y + 9)])
        one.look.marks(canvas, [(x + SAMPLE / 2, y + 9)])
        canvas.words(x + SAMPLE + 14, y, one.name(ends - x - SAMPLE - 14))
