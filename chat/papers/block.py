"""What stands together on a sheet: columns of paragraphs, measured before anybody knows where they will stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chat.papers.lines import Style, broken, cut
from chat.papers.sheet import Sheet, Tag

# Where words may stand: between the margins, from the left of a sheet and from its top. Below that is its foot.
LEFT, RIGHT = 18.0, 192.0
TOP, BOTTOM = 16.0, 276.0

# As good as without end: what has room for so many lines is never cut.
ANY_NUMBER = 10_000


@dataclass(frozen=True)
class Paragraph:
    """Lines, and where they stand within their block. `tag`: None for what is there for the eye alone."""

    x: float
    y: float
    lines: list[str]
    style: Style
    tag: Tag | None

    @property
    def foot(self) -> float:
        """Where the next may begin."""
        return self.y + len(self.lines) * self.style.lead


@dataclass
class Column:
    """Paragraphs below each other, from `x` and so many millimetres wide. `y`: where the next one begins."""

    x: float
    wide: float
    y: float = 0.0
    paragraphs: list[Paragraph] = field(default_factory=list)
    is_cut: bool = False
    """Whether something of it was left out."""

    def write(self, words: str, style: Style, *, tag: Tag = "P", most: int = ANY_NUMBER) -> None:
        """Adds words below what there is, in so many lines at most."""
        lines = broken(words, self.wide, style)
        self.is_cut |= len(lines) > most
        paragraph = Paragraph(self.x, self.y, cut(lines, most, self.wide, style), style, tag)
        self.paragraphs.append(paragraph)
        self.y = paragraph.foot

    def beside(self, x: float, y: float, words: str, style: Style, *, tag: Tag | None) -> None:
        """A line out of the column, that is read after what stands in it by now."""
        self.paragraphs.append(Paragraph(x, y, [words], style, tag))


@dataclass(frozen=True)
class Block:
    """What is not torn apart over two sheets. Its rules are lines across: x, y, how wide, and whether they are dotted,
    to write on."""

    paragraphs: tuple[Paragraph, ...]
    height: float
    is_cut: bool = False
    rules: tuple[tuple[float, float, float, bool], ...] = ()
    bar: tuple[float, float] | None = None
    """From where to where there is a mark in the margin."""

    def draw(self, sheet: Sheet, y: float) -> None:
        """Puts it on the sheet, with its top at `y`."""
        if self.bar is not None:
            sheet.bar(LEFT - 3.4, y + self.bar[0], 1.2, self.bar[1] - self.bar[0])
        for x, down, wide, dotted in self.rules:
            sheet.rule(x, y + down, wide, dotted=dotted)
        for part in self.paragraphs:
            if part.tag is None:
                sheet.note(part.x, y + part.y, part.lines[0], part.style)
            elif part.lines:
                sheet.write(part.x, y + part.y, part.lines, part.style, part.tag)

    def below(self, title: Paragraph, *, gap: float) -> Block:
        """The same, under a title that goes along with it to whichever sheet."""
        down = title.foot + gap
        return replace(
            self,
            paragraphs=(title, *(replace(part, y=part.y + down) for part in self.paragraphs)),
            height=self.height + down,
            rules=tuple((x, y + down, wide, dotted) for x, y, wide, dotted in self.rules),
            bar=None if self.bar is None else (self.bar[0] + down, self.bar[1] + down),
        )


def block(*columns: Column, pad: float = 0.0) -> Block:
    """These columns side by side, as high as the highest, with so many millimetres below."""
    return Block(
        tuple(part for column in columns for part in column.paragraphs),
        max(column.y for column in columns) + pad,
        any(column.is_cut for column in columns),
    )


def paged(blocks: Sequence[Block], first: float) -> list[list[tuple[float, Block]]]:
    """Each sheet: its blocks, and where they stand. `first`: where they may begin on the first sheet."""
    sheets: list[list[tuple[float, Block]]] = [[]]
    y = first
    for each in blocks:
        if y + each.height > BOTTOM:
            sheets.append([])
            y = TOP
        sheets[-1].append((y, each))
        y += each.height
    return sheets
