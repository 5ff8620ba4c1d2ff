"""Many choices, a page of buttons at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from chat.language import Verbatim
from chat.screen import Button, Rows
from chat.taps import Tap

T = TypeVar("T")

A_PAGE = 8


def on_page(items: Sequence[T], page: int, size: int = A_PAGE) -> Sequence[T]:
    """The items on this page, counted from 0; a page that is not there any more is the last one."""
    start = _within(items, page, size) * size
    return items[start : start + size]


def page_rows(items: Sequence[T], page: int, button: Callable[[T], Button], turn_to: Callable[[int], Tap]) -> Rows:
    """A button for each item of the page, one a row, and under them the way to the other pages."""
    return (*((button(item),) for item in on_page(items, page)), *turning(items, page, turn_to))


def turning(items: Sequence[T], page: int, turn_to: Callable[[int], Tap], size: int = A_PAGE) -> Rows:
    """The way to the other pages, when there are any."""
    here = _within(items, page, size)
    earlier = (Button(Verbatim("‹"), turn_to(here - 1)),) if here > 0 else ()
    later = (Button(Verbatim("›"), turn_to(here + 1)),) if here < _last(items, size) else ()
    return ((*earlier, *later),) if earlier or later else ()


def _last(items: Sequence[T], size: int) -> int:
    return max(0, len(items) - 1) // size


def _within(items: Sequence[T], page: int, size: int) -> int:
    return min(max(page, 0), _last(items, size))
