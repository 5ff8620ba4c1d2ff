"""The ondersteuningsplan on paper, for the youth and for whoever sits at the table: one or two sheets.

It is told as the youth's own. What they want to do something about now comes first. Nothing is added up, and nothing is
found good or bad. What does not fit ends in …, and then the paper says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.dates import format_date

from chat.language import Language, Text, _, language
from chat.papers.block import ANY_NUMBER, BOTTOM, LEFT, RIGHT, Block, Column, block, paged
from chat.papers.domain import ABOVE, BELOW, BODY, LABEL, LABEL_ROOM, SMALL, TEXT, Room, row, ruled
from chat.papers.head import Head, title
from chat.papers.letters import name, own_words
from chat.papers.lines import Style, broken, cut
from chat.papers.sheet import HEIGHT, Sheet
from chat.plan import Part, Plan

MOST_SHEETS = 2

GROUP = Style(11.5, 6.0, bold=True)
ABOVE_GROUP, BELOW_TITLE = 4.0, 1.2

# Lines to write on by hand: how far apart, and how many there are at least.
APART = 8.0
FEWEST_LINES = 2

FOOT = HEIGHT - 16
FOOT_STYLE = Style(7.5, 4.0, faint=True)


@dataclass(frozen=True)
class Rooms:
    """How much there is of everything."""

    first: Room
    """For what the youth wants to do something about now."""
    other: Room
    network: int
    """Lines about the people around the youth."""


# From all there is to what surely fits; the first with which the plan fits is taken. What the youth wants to do
# something about keeps its words longest.
ROOMS = (
    Rooms(Room(), Room(), ANY_NUMBER),
    Rooms(Room(), Room(12, 4, 8), 12),
    Rooms(Room(20, 6, 9), Room(8, 3, 6), 10),
    Rooms(Room(14, 4, 7), Room(6, 3, 5), 8),
    Rooms(Room(10, 4, 6), Room(5, 2, 4), 6),
    Rooms(Room(7, 3, 5), Room(4, 2, 3), 5),
    Rooms(Room(5, 2, 4), Room(3, 2, 3), 4),
    Rooms(Room(4, 2, 4), Room(3, 1, 3), 4),
    Rooms(Room(4, 2, 3), Room(2, 1, 3), 3),
    Rooms(Room(4, 2, 3), Room(1, 1, 3), 3),
    Rooms(Room(2, 1, 3), Room(1, 1, 3), 3),
    Rooms(Room(1, 1, 2), Room(1, 1, 2), 2),
)

Sheets = list[list[tuple[float, Block]]]


def draw(plan: Plan) -> bytes:
    """The paper, as a PDF."""
    speaks = language(plan.language)
    head = Head(plan, speaks)
    sheets = _fitted(plan, head, speaks)
    paper = Sheet(title(plan, speaks), speaks.code, plan.made_on)
    for number, blocks in enumerate(sheets, 1):
        paper.add()
        if number == 1:
            head.draw(paper)
        for y, each in blocks:
            each.draw(paper, y)
        if number == len(sheets):
            y, notes = blocks[-1]
            _lines(paper, y + notes.height)
        _foot(paper, plan, f"{number}/{len(sheets)}", speaks)
    return paper.pdf()


def _fitted(plan: Plan, head: Head, speaks: Language) -> Sheets:
    """The sheets, with as much below the head as there is room for."""
    for rooms in ROOMS:
        blocks = [*_rows(plan.parts, rooms, speaks), _network(plan.network, rooms.network, speaks)]
        notes = _notes(speaks, is_cut=head.is_cut or any(each.is_cut for each in blocks))
        sheets = paged([*blocks, notes], head.foot)
        if len(sheets) <= MOST_SHEETS:
            break
    return sheets


def _rows(parts: Sequence[Part], rooms: Rooms, speaks: Language) -> Iterator[Block]:
    first = [row(part, speaks, rooms.first) for part in parts if part.first_basket]
    others = [row(part, speaks, rooms.other) for part in parts if not part.first_basket]
    yield from _group(_("Here I want to do something now"), first, speaks)
    yield from _group(_("How the rest goes") if first else _("How it goes"), others, speaks, gap=ABOVE_GROUP)


def _group(says: Text, rows: Sequence[Block], speaks: Language, *, gap: float = 0) -> Iterator[Block]:
    """Rows below a title, which never stands alone at the foot of a sheet."""
    if rows:
        column = Column(LEFT, RIGHT - LEFT, gap)
        column.write(speaks.plain(says), GROUP, tag="H2")
        yield rows[0].below(column.paragraphs[0], gap=BELOW_TITLE)
        yield from rows[1:]


def _network(words: str, most: int, speaks: Language) -> Block:
    left, right = Column(LEFT, LABEL_ROOM, ABOVE), Column(TEXT, RIGHT - TEXT, ABOVE)
    left.write(speaks.plain(_("What my people do")), LABEL, tag="H2")
    right.write(own_words(words, speaks), BODY, most=most)
    return ruled(block(left, right, pad=BELOW), to_write_on=not words)


def _notes(speaks: Language, *, is_cut: bool) -> Block:
    """The title above the lines to write on, with room for the fewest of them."""
    column = Column(LEFT, RIGHT - LEFT, ABOVE)
    if is_cut:
        column.write(speaks.plain(_("Where it says … there was no room for everything.")), SMALL)
        column.y += ABOVE
    column.write(speaks.plain(_("Room to write")), LABEL, tag="H2")
    return ruled(block(column, pad=FEWEST_LINES * APART), to_write_on=False)


def _lines(paper: Sheet, y: float) -> None:
    """Lines to write on, from the last of the fewest up to there and down to the foot of the sheet."""
    y -= (FEWEST_LINES - 1) * APART
    while y <= BOTTOM:
        paper.rule(LEFT, y, RIGHT - LEFT, dotted=True)
        y += APART


def _foot(paper: Sheet, plan: Plan, number: str, speaks: Language) -> None:
    """Whose sheet it is, should it get loose; and the golden rule: nothing goes round about somebody that they lack."""
    made_on = format_date(plan.made_on, "d MMMM y", locale=speaks.code)
    same = _("{name} has the same paper.", name=name(plan.youth, speaks))
    whole = _("{title}, version {version}, {day}", title=title(plan, speaks), version=plan.version, day=made_on)
    paper.rule(LEFT, FOOT - 1.6, RIGHT - LEFT)
    paper.write(LEFT, FOOT, [_one_line(speaks.plain(same))], FOOT_STYLE)
    paper.note(LEFT, FOOT + FOOT_STYLE.lead, _one_line(speaks.plain(whole)), FOOT_STYLE)
    paper.note(RIGHT - FOOT_STYLE.width(number), FOOT, number, FOOT_STYLE)


def _one_line(words: str) -> str:
    room = RIGHT - LEFT - 12
    return cut(broken(words, room, FOOT_STYLE), 1, room, FOOT_STYLE)[0]
