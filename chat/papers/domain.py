"""A life domain on paper: at the left what it is and its score, at the right how it is and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from babel.dates import format_date

from chat.language import Language, _, plural
from chat.papers.block import ANY_NUMBER, LEFT, RIGHT, Block, Column, block
from chat.papers.letters import name, own_words
from chat.papers.lines import Style
from chat.plan import Action, Part
from programme.actions import ActionState

# The two columns of the paper.
TEXT = 68.0
LABEL_ROOM = TEXT - LEFT - 3

# Within the right one: a box, the step, and the day it is for.
STEP = TEXT + 5
DAY, DAY_GAP = RIGHT - 37, 4.0

ABOVE, BELOW = 2.0, 1.6
BETWEEN = 0.8

LABEL = Style(10, 4.6, bold=True)
BODY = Style(9, 4.4)
STRONG = replace(BODY, bold=True)
SMALL = Style(8, 4.4, faint=True)

BOXES = {ActionState.OPEN: "☐", ActionState.DONE: "☑", ActionState.DROPPED: "☒"}


@dataclass(frozen=True)
class Room:
    """How many lines there are for the state and for each step, and for how many steps."""

    state: int = ANY_NUMBER
    step: int = ANY_NUMBER
    steps: int = ANY_NUMBER


def row(part: Part, speaks: Language, room: Room) -> Block:
    """A domain."""
    left, right = Column(LEFT, LABEL_ROOM, ABOVE), Column(TEXT, RIGHT - TEXT, ABOVE)
    left.write(name(part.label, speaks), LABEL, tag="H3", most=2)
    _scores(left, part, speaks)
    right.write(own_words(part.state, speaks), BODY, most=room.state)
    steps = Column(STEP, DAY - DAY_GAP - STEP, right.y + (BETWEEN if part.state and part.actions else 0))
    _steps(steps, part.actions, speaks, room)
    whole = ruled(block(left, right, steps, pad=BELOW), to_write_on=not (part.state or part.actions))
    return replace(whole, bar=(0.0, whole.height) if part.first_basket else None)


def ruled(whole: Block, *, to_write_on: bool) -> Block:
    """With a line above it, and perhaps one in it to write on by hand."""
    line = (TEXT, whole.height - BELOW - 0.6, RIGHT - TEXT, True)
    return replace(whole, rules=((LEFT, 0.0, RIGHT - LEFT, False), *((line,) if to_write_on else ())))


def _scores(left: Column, part: Part, speaks: Language) -> None:
    if part.score is None:
        left.write(speaks.plain(_("no number")), SMALL)
    else:
        left.write(f"{part.score} · {part.means}" if part.means else str(part.score), STRONG, most=2)
    if part.before is not None:
        left.write(speaks.plain(_("last time {score}", score=part.before)), SMALL)


def _steps(column: Column, actions: tuple[Action, ...], speaks: Language, room: Room) -> None:
    """What is still open first. Beside each its day, if it has one."""
    by_state = sorted(actions, key=lambda action: action.stands is not ActionState.OPEN)
    for action in by_state[: room.steps]:
        top = column.y
        column.beside(TEXT, top, BOXES[action.stands], BODY, tag=None)
        column.write(_told(action, speaks), BODY, most=room.step)
        if action.by_on is not None:
            day = format_date(action.by_on, "d MMMM y", locale=speaks.code)
            column.beside(DAY, top, speaks.plain(_("by {day}", day=day)), SMALL, tag="P")
        column.y += BETWEEN
    more = len(actions) - room.steps
    if more > 0:
        column.is_cut = True
        column.write(speaks.plain(plural("… and {count} step more", "… and {count} steps more", more)), SMALL)


def _told(action: Action, speaks: Language) -> str:
    step = own_words(action.step, speaks) or "–"
    match action.stands:
        case ActionState.DONE:
            return speaks.plain(_("Done: {step}", step=step))
        case ActionState.DROPPED:
            return speaks.plain(_("Let go: {step}", step=step))
        case ActionState.OPEN:
            return step
