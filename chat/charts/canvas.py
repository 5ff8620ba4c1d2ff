"""A sheet of paper in pixels, to draw on: what every picture has, whatever is on it.

Its sizes are for a sheet 1,000 pixels wide, which a phone shows at 360: no letter is smaller than `SMALL`, no line
thinner than 2. It is opaque and has an edge, so that it looks the same in a light and in a dark chat. What differs in
colour differs in lightness, form or place as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

WIDTH = 1000.0

# Heights of letters, in pixels.
SMALL = 27.0
LARGE = 40.0

PAPER = "#fdfcf9"
SHADE = "#f1eee6"
EDGE = "#b9b4a7"
GRID = "#d9d5ca"
FAINT = "#6b6760"
INK = "#22262b"

# Pixels to the inch, so that a size in pixels can be told to a library that thinks in points.
_DPI = 100
_POINT = 72 / _DPI

Point = tuple[float, float]
Side = Literal["left", "center", "right"]


class Canvas:
    """A sheet that reaches from 0 to `WIDTH`, and from `foot` to `top`. What is drawn later lies on top."""

    def __init__(self, *, top: float, foot: float = 0) -> None:
        self.foot, self.height = foot, top - foot
        self._figure = Figure(figsize=(WIDTH / _DPI, self.height / _DPI), dpi=_DPI, facecolor=PAPER)
        FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1), frameon=False, xlim=(0, WIDTH), ylim=(foot, top))
        self._axes.set_axis_off()
        self._layer = 0

    def png(self) -> bytes:
        """The sheet as a file, with its edge."""
        self.box(1, self.foot + 1, WIDTH - 2, self.height - 2, fill="none", edge=EDGE, wide=3)
        made = BytesIO()
        self._figure.savefig(made, format="png", dpi=_DPI, metadata={"Software": None})
        return made.getvalue()

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str, edge: str = "none", wide: float = 0
    ) -> None:
        """A rectangle."""
        self._put(Rectangle((x, y), width, height, facecolor=fill, edgecolor=edge, linewidth=wide * _POINT))

    def bars(self, boxes: Iterable[tuple[float, float, float, float]], *, fill: str, hatch: str, edge: str) -> None:
        """Rectangles that look alike: x, y, width, height of each."""
        patches = [Rectangle((x, y), width, height) for x, y, width, height in boxes]
        bars = PatchCollection(patches, facecolor=fill, edgecolor=edge, hatch=hatch, linewidth=2 * _POINT)
        bars.set_hatch_linewidth(2 * _POINT)
        self._put(bars)

    def line(self, points: Sequence[Point], *, ink: str = INK, wide: float = 2, dashes: Sequence[float] = ()) -> None:
        """A line through these points. `dashes`: how long on and off by turns, in pixels; without them it is whole."""
        # Dashes are told in widths of the line.
        style: Any = (0, tuple(dash / wide for dash in dashes)) if dashes else "solid"
        xs, ys = zip(*points, strict=True)
        self._put(Line2D(xs, ys, color=ink, linewidth=wide * _POINT, linestyle=style, solid_capstyle="round"))

    def lines(self, each: Sequence[Sequence[Point]], *, ink: str = GRID, wide: float = 2) -> None:
        """Lines that look alike."""
        self._put(LineCollection(each, colors=ink, linewidths=wide * _POINT, capstyle="round"))

    def dots(self, points: Sequence[Point], *, across: float, fill: str, edge: str = "none", wide: float = 0) -> None:
        """Marks that look alike, so many pixels across."""
        xs, ys = zip(*points, strict=True) if points else ((), ())
        dots = Line2D(xs, ys, linestyle="none", marker="o", markersize=across * _POINT)
        dots.set(markerfacecolor=fill, markeredgecolor=edge, markeredgewidth=wide * _POINT)
        self._put(dots)

    def words(
        self, x: float, y: float, words: str, *, size: float = SMALL, ink: str = INK, bold: bool = False,
        side: Side = "left",
    ) -> None:  # fmt: skip
        """A line of text, with its foot on `y`. `side`: which end of it, or its centre, `x` is."""
        font = _font(size, bold=bold)
        # A name may hold what a mathematician would write: it is a name.
        self._put(Text(x, y, drawable(words), color=ink, ha=side, fontproperties=font, parse_math=False, usetex=False))

    def _put(self, artist: Artist) -> None:
        self._layer += 1
        artist.set_zorder(self._layer)
        artist.set_transform(self._axes.transData)
        self._axes.add_artist(artist)

    def words_on_it(self) -> list[tuple[str, tuple[float, ...]]]:
        """Each text that was written, and where: left, bottom, right, top, from the lower left corner of the sheet."""
        texts = (artist for artist in self._axes.get_children() if isinstance(artist, Text) and artist.get_text())
        return [(text.get_text(), tuple(text.get_window_extent(_measure()).extents)) for text in texts]


def width_of(words: str, *, size: float = SMALL, bold: bool = False) -> float:
    """How many pixels a text takes."""
    font = _font(size, bold=bold)
    measured = _measure().get_text_width_height_descent(drawable(words), font, ismath=False)  # type: ignore[no-untyped-call]
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


def drawable(words: str) -> str:
    """A text without what our letters lack, such as emoji: on one line, with single spaces."""
    known = _letters()
    composed = unicodedata.normalize("NFC", words)
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
def _measure() -> RendererAgg:
    """What tells how large a text is; nothing is drawn with it."""
    return RendererAgg(1, 1, _DPI)  # type: ignore[no-untyped-call]  # nobody wrote down what it takes


def _font(size: float, *, bold: bool) -> FontProperties:
    return FontProperties(fname=_file(bold=bold), size=size * _POINT)


def _file(*, bold: bool) -> Path:
    """The font that comes with matplotlib, whatever a machine has."""
    return Path(mpl.get_data_path()) / "fonts" / "ttf" / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
