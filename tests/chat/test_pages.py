"""Pages of buttons: everything is on one of them, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chat.language import Verbatim
from chat.pages import A_PAGE, on_page, page_rows
from chat.screen import Button
from chat.screens.youths import YouthsShown, YouthTapped
from chat.taps import Tap


def button(number: int) -> Button:
    """One choice."""
    return Button(Verbatim(str(number)), YouthTapped(number))


def taps(count: int, page: int) -> list[Tap | None]:
    """What the buttons of a page say."""
    return [one.tap for row in page_rows(range(count), page, button, YouthsShown) for one in row]


@given(st.integers(0, 60))
def test_turning_the_pages_shows_each_once(count: int) -> None:
    seen: list[Tap | None] = []
    page: int | None = 0
    while page is not None:
        here = taps(count, page)
        seen += [tap for tap in here if isinstance(tap, YouthTapped)]
        later = [tap.page for tap in here if isinstance(tap, YouthsShown) and tap.page > page]
        page = later[0] if later else None
    assert seen == [YouthTapped(number) for number in range(count)]


@given(st.integers(0, 60), st.integers())
def test_any_page_number_shows_a_page(count: int, page: int) -> None:
    shown = on_page(range(count), page)
    assert bool(shown) is bool(count)
    assert len(shown) <= A_PAGE


def test_a_page_that_went_away_is_the_last_one() -> None:
    assert list(on_page(range(A_PAGE + 1), 5)) == [A_PAGE]
