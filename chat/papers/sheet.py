"""Sheets of A4 to write on, in millimetres from the upper left corner.

Whoever has it read aloud hears it in the order in which it was written: everything is tagged as a heading, a paragraph
or a picture with words for it, or as there for the eye alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Literal

from fpdf import FPDF
from fpdf.prefs import ViewerPreferences

from chat.papers.letters import font_file, is_joined, runs_from_right
from chat.papers.lines import Style

WIDTH, HEIGHT = 210.0, 297.0

INK, FAINT = (34, 38, 43), (95, 91, 84)
RULE, DOTS = (196, 191, 180), (120, 115, 105)

Tag = Literal["H1", "H2", "H3", "P"]

# From the top of a line to the foot of its letters, and the height of a letter in its font.
_FOOT = 0.74
_FONT = "DejaVu"


class Sheet:
    """A document of some sheets. `made_on` is the date in the file, so that the same words make the same file."""

    def __init__(self, title: str, language: str, made_on: date) -> None:
        self._pdf = _Tagged(format="A4", unit="mm")
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.c_margin = 0
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        self._pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self._pdf.set_creation_date(datetime.combine(made_on, time(), UTC))
        self._pdf.add_font(_FONT, "", font_file(bold=False))
        self._pdf.add_font(_FONT, "B", font_file(bold=True))

    def add(self) -> None:
        """A new sheet, on which one writes from now on."""
        self._pdf.add_page()

    def write(self, x: float, y: float, lines: Sequence[str], style: Style, tag: Tag = "P") -> None:
        """A heading or paragraph, with the top of its first line at `y`."""
        with self._pdf.tagged(tag):
            self._write(x, y, lines, style)

    def note(self, x: float, y: float, line: str, style: Style) -> None:
        """Words that are not read aloud: what stands at the edge of every sheet."""
        with self._pdf.for_the_eye():
            self._write(x, y, [line], style)

    def rule(self, x: float, y: float, wide: float, *, dotted: bool = False) -> None:
        """A line across."""
        with self._pdf.for_the_eye():
            self._pdf.set_draw_color(*(DOTS if dotted else RULE))
            self._pdf.set_line_width(0.2)
            self._pdf.set_dash_pattern(dash=0.3 if dotted else 0, gap=0.9 if dotted else 0)
            self._pdf.line(x, y, x + wide, y)

    def bar(self, x: float, y: float, wide: float, high: float) -> None:
        """A mark in the margin."""
        with self._pdf.for_the_eye():
            self._pdf.set_fill_color(*INK)
            self._pdf.rect(x, y, wide, high, style="F")

    def picture(self, png: bytes, x: float, y: float, wide: float, high: float, *, says: str) -> None:
        """A picture. `says`: what somebody hears who cannot see it."""
        self._pdf.image(BytesIO(png), x, y, wide, high, alt_text=says)

    def pdf(self) -> bytes:
        """All sheets as a file."""
        return bytes(self._pdf.output())

    def _write(self, x: float, y: float, lines: Sequence[str], style: Style) -> None:
        self._pdf.set_font(_FONT, "B" if style.bold else "", style.size)
        self._pdf.set_text_color(*(FAINT if style.faint else INK))
        for number, line in enumerate(lines):
            self._line(x, y + (number + _FOOT) * style.lead, line)

    def _line(self, x: float, foot: float, line: str) -> None:
        if not is_joined(line):
            self._pdf.text(x, foot, line)
            return
        # Slower, and only this way are letters joined and turned round. It puts the foot 0.3 letter below where we say.
        self._pdf.set_text_shaping(use_shaping_engine=True, direction="rtl" if runs_from_right(line) else "ltr")
        self._pdf.set_xy(x, foot - 0.3 * self._pdf.font_size)
        self._pdf.cell(h=0, text=line)
        self._pdf.set_text_shaping(use_shaping_engine=False)


class _Tagged(FPDF):
    """fpdf2 tags pictures, and titles that it places itself; here is how it does that, for all that we place."""

    @contextmanager
    def tagged(self, tag: Tag) -> Iterator[None]:
        """What is written inside is one such part of the text."""
        with self._marked_sequence() as element:
            element.s = f"/{tag}"
            yield

    @contextmanager
    def for_the_eye(self) -> Iterator[None]:
        """What is drawn inside is no part of the text."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")
