"""What is drawn around the spokes for one time, and how it is told from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.dates import format_date

from chat.charts.canvas import PAPER, Canvas, Form, Point
from chat.charts.letters import drawable, fitting, width_of
from chat.charts.spokes import at, far, turns
from chat.language import Language, Text, Verbatim, _, language
from chat.spiderweb import Radar, Web


@dataclass(frozen=True)
class Look:
    """How the scores of one time look: apart in weight, in the line and in the form of the marks, so that nobody needs
    the colour. The widths, and `across` of a mark, are in pixels."""

    ink: str
    wide: float
    form: Form
    across: float
    dashes: tuple[float, ...] = ()
    is_filled: bool = False

    def line(self, canvas: Canvas, points: Sequence[Point]) -> None:
        """A line."""
        canvas.line(points, ink=self.ink, wide=self.wide, dashes=self.dashes)

    def marks(self, canvas: Canvas, points: Sequence[Point]) -> None:
        """A mark at each point."""
        fill, edge, wide = (self.ink, PAPER, 2) if self.is_filled else (PAPER, self.ink, 4)
        canvas.dots(points, across=self.across, fill=fill, edge=edge, wide=wide, form=self.form)


# Where these coincide all of them are seen: a line lies on top of a wider one, and a mark on top of a larger one or of
# one with corners that stick out.
NOW = Look("#1f5d92", 12, "dot", 24, is_filled=True)
BEFORE = Look("#b85c00", 4, "square", 29)
BESIDE = Look("#5b3f8c", 4, "diamond", 33, dashes=(14, 9))
FIRST = Look("#6b6760", 3, "cross", 48, dashes=(3, 7))


@dataclass(frozen=True)
class Series:
    """The scores of one time, and what they are called: the words, and the day."""

    web: Web
    look: Look
    words: str
    day: str

    def name(self, room: float) -> str:
        """What stands in the legend; where there is little room the words are cut, and not the day."""
        day = f" · {self.day}"
        return fitting(self.words, room - width_of(day)) + day

    def marks(self) -> list[Point]:
        """Where the scores stand."""
        return [self._at(number) for number, score in enumerate(self.web.scores) if score is not None]

    def lines(self) -> list[list[Point]]:
        """From one skipped domain to the next, or all around when none was skipped."""
        return [[self._at(number) for number in run] for run in _runs(self.web.scores) if len(run) > 1]

    def _at(self, number: int) -> Point:
        score = self.web.scores[number]
        assert score is not None
        return at(turns(len(self.web.scores))[number], far(score))


def series(radar: Radar) -> list[Series]:
    """All that is shown, the most important first."""
    speaks = language(radar.language)
    by = drawable(radar.beside_by)
    kinds: list[tuple[Web | None, Look, Text]] = [
        (radar.now, NOW, _("now")),
        (radar.before, BEFORE, _("last time")),
        (radar.beside, BESIDE, Verbatim(by) if by else _("begeleider")),
        (radar.first, FIRST, _("first time")),
    ]
    return [
        Series(web, look, speaks.plain(words), _day(web, radar.now, speaks))
        for web, look, words in kinds
        if web is not None
    ]


def _day(web: Web, now: Web, speaks: Language) -> str:
    """The year stands with this time, and with what is of another year."""
    short = web is not now and web.day.year == now.day.year
    return format_date(web.day, "d MMM" if short else "d MMM y", locale=speaks.code)


def _runs(scores: Sequence[int | None]) -> Iterator[list[int]]:
    """The numbers of the spokes between those that were skipped, in order around the middle."""
    count = len(scores)
    skipped = next((number for number, score in enumerate(scores) if score is None), None)
    if skipped is None:
        yield [*range(count), 0] if count > 2 else [*range(count)]
        return
    around = [(skipped + number) % count for number in range(count)]
    for is_scored, run in groupby(around, lambda number: scores[number] is not None):
        if is_scored:
            yield list(run)
