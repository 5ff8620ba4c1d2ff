"""The picture of a spinnenweb: it holds what is so, it fits, and it looks as it looked when somebody looked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from chat.charts import draw
from chat.charts.canvas import PAPER, Point
from chat.charts.radar import FILL, paint
from chat.charts.series import BEFORE, BESIDE, FIRST, NOW, series
from chat.charts.spokes import MIDDLE, at, far, turns
from chat.spiderweb import Radar, Web
from programme.spiderweb import LONGEST_OWN
from sandbox.pictures import is_picture, size_of
from tests.chat import webs
from tests.chat.pictures import IN_README, KEPT, OF_README, SAME, blurred, difference, kept
from tests.chat.sheets import NAMES, assert_legible, said
from tests.chat.webs import ALL, ALL_EQUAL, ALL_SKIPPED, ALONE, COMPARED, EVERYTHING, FIRST_TIME, SOME_SKIPPED, web

DAYS = (webs.NOW, webs.BEFORE, webs.FIRST, webs.NOW)


def with_web(radar: Radar, which: str, web: Web | None) -> Radar:
    """The same, with another one of its webs."""
    changed: Any = {which: web}
    return replace(radar, **changed)


@pytest.mark.parametrize("name", [name for name in KEPT if name.startswith("radar")])
def test_it_looks_as_it_did(name: str) -> None:
    now = blurred(KEPT[name])
    with Image.open(kept(name)) as before:
        assert now.size == before.size
        assert difference(now, before) < SAME


def test_the_readme_shows_it_as_it_is() -> None:
    shown, drawn = (Image.open(each).convert("L") for each in (IN_README, BytesIO(draw(OF_README))))
    assert shown.size == drawn.size
    assert difference(shown, drawn) < 1  # letters may be of another version of the font


def test_what_differs_is_seen() -> None:
    other = replace(FIRST_TIME, now=web(3, *FIRST_TIME.now.scores[1:]))
    assert difference(blurred(FIRST_TIME), blurred(other)) > SAME


@pytest.mark.parametrize("radar", ALL.values(), ids=ALL)
def test_it_is_a_picture_for_a_phone(radar: Radar) -> None:
    png = draw(radar)
    width, height = size_of(png)
    assert is_picture(png)
    assert width == 1000
    assert 440 < height < 1050
    assert draw(radar) == png
    assert len(png) < 260_000


@pytest.mark.parametrize("radar", ALL.values(), ids=ALL)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_its_words_can_be_read(radar: Radar, language: str) -> None:
    assert_legible(paint(replace(radar, language=language)))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_whatever_people_call_themselves_and_their_theme(name: str) -> None:
    radar = replace(EVERYTHING, title=name, labels=(*webs.ELEVEN[:-1], name), beside_by=name)
    assert_legible(paint(radar))
    assert is_picture(draw(radar))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=LONGEST_OWN), min_size=2, max_size=11), st.text(max_size=40))
def test_whatever_is_written(title: str, labels: list[str], by: str) -> None:
    scores = Web(webs.NOW, (7,) * len(labels))
    assert_legible(paint(Radar("nl", title, tuple(labels), scores, beside=scores, beside_by=by)))


def scores(count: int) -> st.SearchStrategy[tuple[int | None, ...]]:
    """So many of them."""
    return st.tuples(*[st.none() | st.integers(1, 10)] * count)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 11).flatmap(lambda count: st.lists(scores(count), min_size=4, max_size=4)))
def test_whatever_is_scored(given: list[tuple[int | None, ...]]) -> None:
    now, before, first, beside = (Web(day, one) for day, one in zip(DAYS, given, strict=True))
    assert_legible(paint(Radar("nl", "Sam", webs.ELEVEN[: len(given[0])], now, before, first, beside, "Lotte")))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(EVERYTHING, language="en"), id="language"),
        pytest.param(replace(EVERYTHING, title="Mo"), id="title"),
        pytest.param(replace(EVERYTHING, labels=(*webs.ELEVEN[:-1], "muziek")), id="a label"),
        pytest.param(replace(EVERYTHING, beside_by="An"), id="by whom"),
        *(
            pytest.param(with_web(EVERYTHING, name, changed), id=f"{name}: {how}")
            for name, one in vars(EVERYTHING).items()
            if isinstance(one, Web)
            for how, changed in {
                "a score": replace(one, scores=(9, *one.scores[1:])),
                "a score where all are alike": replace(one, scores=(*one.scores[:6], 3, *one.scores[7:])),
                "a skipped one": replace(one, scores=(None, *one.scores[1:])),
                "the day": replace(one, day=webs.BEFORE.replace(day=1)),
            }.items()
        ),
    ],
)
def test_each_fact_is_seen(other: Radar) -> None:
    assert draw(other) != everything()


@cache
def everything() -> bytes:
    """To compare with."""
    return draw(EVERYTHING)


@pytest.mark.parametrize("left_out", ["before", "first", "beside"])
def test_where_all_coincide_each_is_still_seen(left_out: str) -> None:
    """Less of it: by so much that one sees it, in the web itself and without the words."""
    fewer = with_web(ALL_EQUAL, left_out, None)
    web_of = (0, 60, 250, 220)
    assert difference(blurred(ALL_EQUAL).crop(web_of), blurred(fewer).crop(web_of)) > 0.1
    assert {"before": BEFORE.ink, "first": FIRST.ink, "beside": BESIDE.ink}[left_out] in inks(ALL_EQUAL)


def inks(radar: Radar) -> set[str]:
    """The colours in the web itself, above the legend."""
    web = Shown(radar).picture.crop((0, 0, 1000, 820))
    return {colour(pixel) for _, pixel in web.getcolors(web.width * web.height) or []}


class Shown:
    """A drawing, to look at."""

    def __init__(self, radar: Radar) -> None:
        self._sheet = paint(radar)
        self.picture = Image.open(BytesIO(self._sheet.png())).convert("RGB")

    def at(self, point: Point) -> str:
        """The colour of a point."""
        x, y = point
        return colour(self.picture.getpixel((round(x), round(self._sheet.foot + self._sheet.height - y))))


def colour(pixel: Any) -> str:
    """As the code writes it."""
    return "#{:02x}{:02x}{:02x}".format(*pixel)


def test_nobody_needs_the_colour() -> None:
    """Forms and lines differ, and the line of this time is by far the heaviest."""
    looks = (NOW, BEFORE, BESIDE, FIRST)
    assert len({look.form for look in looks}) == len(looks)
    assert len({(look.wide, look.dashes) for look in looks}) == len(looks)
    assert all(look.wide >= 2 and look.wide * 3 <= NOW.wide for look in looks[1:])


def halfway(radar: Radar, spoke: int, part: float = 1) -> Point:
    """The middle of the line from a spoke to the next, if there is one, or a part of the way there from the middle."""
    around, now = turns(len(radar.labels)), [score or 5 for score in radar.now.scores]
    (x, y), (next_x, next_y) = (at(around[i % len(now)], far(now[i % len(now)])) for i in (spoke, spoke + 1))
    return MIDDLE + part * ((x + next_x) / 2 - MIDDLE), part * (y + next_y) / 2


def test_what_is_skipped_stays_open() -> None:
    """No line and no colour on either side of it, and both where two neighbours were scored."""
    radar = replace(SOME_SKIPPED, before=None)
    shown, scored = Shown(radar), [score is not None for score in radar.now.scores]
    both = [one and other for one, other in zip(scored, (*scored[1:], scored[0]), strict=True)]
    assert [shown.at(halfway(radar, spoke)) == NOW.ink for spoke in range(10)] == both
    fills = [shown.at(halfway(radar, spoke, 0.2)) for spoke in range(10)]
    assert fills == [FILL if scored else PAPER for scored in both]


def test_a_score_between_two_skipped_ones_is_a_mark() -> None:
    now, before = series(ALONE)
    assert (len(now.marks()), now.lines()) == (1, [])
    assert (len(before.marks()), before.lines()) == (2, [])
    assert Shown(ALONE).at(now.marks()[0]) == NOW.ink


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ((1, 2, 3), [4]),
        ((1, 2), [2]),
        ((1, None), []),
        ((None, None), []),
        ((1, None, 3), [2]),
        ((1, 2, None, 4, 5, None), [2, 2]),
        ((1, 2, None, 4, 5), [4]),
    ],
)
def test_lines_reach_from_one_skipped_domain_to_the_next(given: tuple[int | None, ...], lines: list[int]) -> None:
    shown = series(Radar("nl", "Sam", webs.TEN[: len(given)], Web(webs.NOW, given)))
    assert [len(line) for line in shown[0].lines()] == lines


def test_it_speaks_the_language_of_who_looks() -> None:
    assert said(paint(EVERYTHING)) >= {
        "nu · 24 nov 2026",
        "vorige keer · 3 sep",
        "eerste keer · 2 dec 2025",
        "Lotte · 24 nov",
        "Geld & papieren",
        "mijn kleine broer",
        "weer kunnen zien",
    }
    english = said(paint(replace(EVERYTHING, language="en")))
    assert english >= {"now · 24 Nov 2026", "last time · 3 Sep", "first time · 2 Dec 2025", "Lotte · 24 Nov"}


def test_what_has_a_row_of_the_legend_to_itself_is_whole() -> None:
    first = replace(EVERYTHING.first or EVERYTHING.now, day=date(2025, 11, 24))
    assert "eerste keer · 24 nov 2025" in said(paint(replace(webs.WITH_FIRST, first=first)))


def test_each_domain_has_its_score() -> None:
    assert {"8", "9", "4", "–"} & said(paint(SOME_SKIPPED)) == {"8", "9", "4", "–"}
    assert "–" not in said(paint(COMPARED))
    assert not {"0", "None"} & said(paint(ALL_SKIPPED))


def test_who_is_called_by_what_we_have_no_letters_for_is_a_begeleider() -> None:
    assert "begeleider · 24 nov" in said(paint(replace(EVERYTHING, beside_by="👩‍👩‍👧‍👧")))


def test_it_adds_nothing_up() -> None:
    """All numbers are scores of this time, days and the two rings."""
    numbers = {word for text in said(paint(FIRST_TIME)) for word in text.split() if word.isdigit()}
    assert numbers <= {*map(str, FIRST_TIME.now.scores), "5", "10", "24", "2026"}
