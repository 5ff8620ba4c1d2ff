"""A sheet of paper in pixels, to draw on: what every picture has, whatever is on it.

Its sizes are for a sheet 1,000 pixels wide, which a phone shows at 360: no letter is smaller than `SMALL` (letters.py),
no line thinner than 2. It is opaque and has an edge, so that it looks the same in a light and in a dark chat. What
differs in colour differs in lightness, form or place as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from chat.charts.letters import DPI, LARGE, POINT, SMALL, drawable, fitting, font, measure, width_of

WIDTH = 1000.0

PAPER = "#fdfcf9"
SHADE = "#f1eee6"
EDGE = "#b9b4a7"
GRID = "#d9d5ca"
FAINT = "#6b6760"
INK = "#22262b"

Point = tuple[float, float]
Side = Literal["left", "center", "right"]
Form = Literal["dot", "square", "diamond", "cross"]

_FORMS: dict[Form, str] = {"dot": "o", "square": "s", "diamond": "D", "cross": "x"}


class Canvas:
    """A sheet that reaches from 0 to `WIDTH`, and from `foot` to `top`. What is drawn later lies on top."""

    def __init__(self, *, top: float, foot: float = 0) -> None:
        self.foot, self.height = foot, top - foot
        self._figure = Figure(figsize=(WIDTH / DPI, self.height / DPI), dpi=DPI, facecolor=PAPER)
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1), frameon=False, xlim=(0, WIDTH), ylim=(foot, top))
        self._axes.set_axis_off()
        self._layer = 0

    def png(self) -> bytes:
        """The sheet as a file, with its edge."""
        self.box(1, self.foot + 1, WIDTH - 2, self.height - 2, fill="none", edge=EDGE, wide=3)
        made = BytesIO()
        self._figure.savefig(made, format="png", dpi=DPI, metadata={"Software": None})
        return made.getvalue()

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str, edge: str = "none", wide: float = 0
    ) -> None:
        """A rectangle."""
        self._put(Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=wide * POINT))

    def bars(self, boxes: Iterable[tuple[float, float, float, float]], *, fill: str, hatch: str, edge: str) -> None:
        """Rectangles that look alike: x, y, width, height of each."""
        patches = [Rectangle((x, y), width, height) for x, y, width, height in boxes]
        bars = PatchCollection(patches, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=2 * POINT)
        bars.set_hatch_linewidth(2 * POINT)
        self._put(bars)

    def area(self, points: Sequence[Point], *, fill: str) -> None:
        """What these points enclose."""
        self._put(Polygon(points, facecolor=fill, edgecolor="none"))

    def line(self, points: Sequence[Point], *, ink: str = INK, wide: float = 2, dashes: Sequence[float] = ()) -> None:
        """A line through these points. `dashes`: how long on and off by turns, in pixels; without them it is whole."""
        # Dashes are told in widths of the line.
        style: Any = (0, tuple(dash / wide for dash in dashes)) if dashes else "solid"
        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=ink, linewidth=wide * POINT, linestyle=style)
        line.set(solid_capstyle="round", solid_joinstyle="round", dash_joinstyle="round")
        self._put(line)

    def lines(self, each: Sequence[Sequence[Point]], *, ink: str = GRID, wide: float = 2) -> None:
        """Lines that look alike."""
        self._put(LineCollection(each, colors=ink, linewidths=wide * POINT, capstyle="round"))

    def dots(
        self, points: Sequence[Point], *, across: float, fill: str, edge: str = "none", wide: float = 0,
        form: Form = "dot",
    ) -> None:  # fmt: skip
        """Marks that look alike, so many pixels across; of a diamond that is its side. A cross is all edge."""
        xs, ys = zip(*points, strict=True) if points else ((), ())
        dots = Line2D(xs, ys, linestyle="none", marker=_FORMS[form], markersize=across * POINT)
        dots.set(markerfacecolor=fill, markeredgecolor=edge, markeredgewidth=wide * POINT)
        self._put(dots)

    def words(
        self, x: float, y: float, words: str, *, size: float = SMALL, ink: str = INK, bold: bool = False,
        side: Side = "left", clear: float = 0,
    ) -> None:  # fmt: skip
        """A line of text, with its foot on `y`. `side`: which end of it, or its centre, `x` is. `clear`: so far around
        it what lies below is covered with paper."""
        letters = font(size, bold=bold)
        # A name may hold what a mathematician would write: it is a name.
        text = Text(x, y, drawable(words), color=ink, ha=side, fontproperties=letters, parse_math=False, usetex=False)
        if clear:
            text.set_path_effects([withStroke(linewidth=2 * clear * POINT, foreground=PAPER)])
        self._put(text)

    def title(self, x: float, y: float, words: str, room: float) -> None:
        """The largest words on the sheet, smaller when they would not fit."""
        size = next((size for size in (LARGE, 34.0) if width_of(words, size=size, bold=True) <= room), 30.0)
        self.words(x, y, fitting(words, room, size=size, bold=True), size=size, bold=True)

    def _put(self, artist: Artist) -> None:
        self._layer += 1
        artist.set_zorder(self._layer)
        artist.set_transform(self._axes.transData)
        self._axes.add_artist(artist)

    def words_on_it(self) -> list[tuple[str, tuple[float, ...]]]:
        """Each text that was written, and where: left, bottom, right, top, from the lower left corner of the sheet."""
        texts = (artist for artist in self._axes.get_children() if isinstance(artist, Text) and artist.get_text())
        return [(text.get_text(), tuple(text.get_window_extent(measure()).extents)) for text in texts]
