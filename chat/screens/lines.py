"""A message that gathers: a line for each thing that asks for something, and under it a row of buttons that settles it.

Lines keep their number and their place while things get done. A settled one stays, with a mark and without buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from chat.language import Text, _, lines, plural
from chat.screen import Button, Rows
from chat.screens.contacts import ContactTapped
from chat.taps import Tap
from programme.digest import MOST_LINES, Ask


class Stands(Enum):
    """How it stands with a line."""

    OPEN = auto()
    DONE = auto()
    TOMORROW = auto()
    """Somebody put it off until the next working day."""
    TAKEN_UP = auto()
    """Somebody will get in touch; when nothing is noted, it comes back."""


@dataclass(frozen=True)
class Line:
    """One thing: `text` says what it is, as it stands now."""

    item_id: int
    youth_id: int
    ask: Ask
    stands: Stands
    text: Text


def contact(line: Line) -> Button:
    """Notes a contact."""
    return Button(_("📝 Contact"), ContactTapped(line.youth_id))


def told(title: Text | None, all_of_them: Sequence[Line]) -> Text:
    """The lines, under a title."""
    visible, rest = _visible(all_of_them)
    more = plural(
        "And {count} more. It moves up as something above is done.",
        "And {count} more. They move up as something above is done.",
        rest,
    )
    return lines(title, *(_told(all_of_them, each) for each in visible), more if rest else None)


def _told(all_of_them: Sequence[Line], line: Line) -> Text:
    match line.stands:
        case Stands.DONE:
            return _("✓ {what}", what=line.text)
        case Stands.TOMORROW:
            return _("→ {what} (tomorrow)", what=line.text)
        case Stands.TAKEN_UP:
            return _("→ {what}", what=line.text)
        case Stands.OPEN if len(all_of_them) > 1:
            return _("{number}. {what}", number=all_of_them.index(line) + 1, what=line.text)
        case Stands.OPEN:
            return line.text


def button_rows(all_of_them: Sequence[Line], buttons: Callable[[Line], Rows]) -> Rows:
    """The rows of each line that is open, each button with the number of its line when there are several."""
    visible, _rest = _visible(all_of_them)
    still_open = [line for line in visible if line.stands is Stands.OPEN]
    if len(all_of_them) == 1:
        return tuple(row for line in still_open for row in buttons(line))
    numbered = ((all_of_them.index(line) + 1, row) for line in still_open for row in buttons(line))
    return tuple(tuple(_numbered(number, each) for each in row) for number, row in numbered)


def _numbered(number: int, button: Button) -> Button:
    return Button(_("{number} {label}", number=number, label=button.label), button.tap, button.url)


def undo_row(tap: Tap) -> Rows:
    """What was tapped last can be taken back."""
    return ((Button(_("↩️ Undo"), tap),),)


def _visible(all_of_them: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines that fit, the open ones first of all; and how many open ones do not."""
    still_open = [line for line in all_of_them if line.stands is Stands.OPEN]
    settled = [line for line in all_of_them if line.stands is not Stands.OPEN]
    fit = still_open[:MOST_LINES]
    fit += settled[: MOST_LINES - len(fit)]
    return [line for line in all_of_them if line in fit], max(0, len(still_open) - MOST_LINES)
